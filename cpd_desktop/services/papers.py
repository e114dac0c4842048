"""The port to the printer's trade: papers of the registration desk as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.papers import (
        Badge,
        BadgeLayout,
        CreditStatement,
        PaperWords,
        SignInSheet,
    )


class Papers(Protocol):
    """Draws papers. Raises ``Unprintable`` with every name that no font here can print."""

    def sign_in_sheet(self, sheet: SignInSheet) -> bytes:
        """Return the sheet as PDF; the same sheet gives the same bytes."""

    def badges(self, badges: Sequence[Badge], layout: BadgeLayout, words: PaperWords) -> bytes:
        """Return the badges as PDF; the same badges give the same bytes."""

    def credit_statement(self, statement: CreditStatement) -> bytes:
        """Return the statement as PDF; the same statement gives the same bytes."""

"""The port to the printer's trade: papers of the registration desk, and who attended, as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.attendance_list import AttendanceList
    from cpd_desktop.domain.papers import (
        Badge,
        BadgeLayout,
        CreditStatement,
        PaperWords,
        SignInSheet,
    )
    from cpd_desktop.services.work import Work


class Papers(Protocol):
    """Draws papers. Raises ``Unprintable`` with every name that no font here can print."""

    def sign_in_sheet(self, sheet: SignInSheet) -> bytes:
        """Return the sheet as PDF; the same sheet gives the same bytes."""

    def badges(self, badges: Sequence[Badge], layout: BadgeLayout, words: PaperWords) -> bytes:
        """Return the badges as PDF; the same badges give the same bytes."""

    def credit_statement(self, statement: CreditStatement) -> bytes:
        """Return the statement as PDF; the same statement gives the same bytes."""

    def attendance_sheet(self, listed: AttendanceList, work: Work) -> bytes:
        """Return who attended as PDF; the same list gives the same bytes; may be ``Cancelled``."""

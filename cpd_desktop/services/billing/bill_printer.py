"""The port to whoever prints invoices, receipts and credit notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cpd_desktop.domain.billing.documents import Document


class BillPrinter(Protocol):
    """Prints documents about money."""

    def pdf(self, document: Document) -> bytes:
        """Return the document as archived, tagged PDF; the same document gives the same bytes.

        Raises ``Invalid`` with the letters that no font here has.
        """

    def table(
        self,
        title: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        made: date,
        *,
        amounts: int,
    ) -> bytes:
        """Return a report as archived, tagged PDF; raises ``Invalid`` as ``pdf`` does.

        So many of its last columns are ``amounts``.
        """

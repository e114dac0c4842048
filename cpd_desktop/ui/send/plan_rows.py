"""The people of a planned sending as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.messages.preparing import MailPlan


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody, their address, and what keeps them from getting the mail, if anything does."""

    name: str
    address: str
    says: str
    rank: int


class PlanRows:
    """Hands the people to the table; those ``left_out`` were taken out by hand."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        self.columns: Sequence[Column] = (
            Column("name", translate("send", "Person"), width=150),
            Column("state", translate("send", "Gets it"), width=110),
            Column("address", translate("send", "Address"), width=180),
        )
        self.plan: MailPlan | None = None
        self.left_out: set[int] = set()
        self._rows: dict[int, Row] = {}

    def show_plan(self, plan: MailPlan | None) -> None:
        """Take another plan."""
        self.plan = plan
        found: dict[int, Row] = {}
        if plan is not None:
            translate = QCoreApplication.translate
            for lack in plan.lacking:
                found[lack.registration] = Row(lack.name, "", in_words(lack.says), 0)
            for each, address, _ in plan.ready:
                found[each.place.id] = Row(each.place.name, address, "", 1)
            has_it = translate("send", "Has it already")
            for made in plan.already:
                if made.registration is not None and made.registration not in found:
                    found[made.registration] = Row(made.to_name, made.to, has_it, 2)
        self._rows = found

    @property
    def going(self) -> list[int]:
        """Return the registrations of those who get the mail."""
        plan = self.plan
        ready = [each.place.id for each, _, _ in plan.ready] if plan else []
        return [each for each in ready if each not in self.left_out]

    def is_ready(self, number: int) -> bool:
        """Say whether somebody can get the mail."""
        return number in self._rows and self._rows[number].rank == 1

    def ids(self, search: str, sort: str, descending: bool) -> list[int]:  # noqa: FBT001 - data
        """Return who fits, those who lack something first."""
        words = folded(search).split()
        found = [
            number
            for number, row in self._rows.items()
            if all(word in folded(row.name, row.address) for word in words)
        ]
        if sort == "address":
            found.sort(key=lambda each: self._rows[each].address)
        elif sort == "name":
            found.sort(key=lambda each: folded(self._rows[each].name))
        else:
            found.sort(key=lambda each: (self._rows[each].rank, folded(self._rows[each].name)))
        if descending:
            found.reverse()
        return found

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells in words."""
        return {
            number: (row.name, self._state(number, row), row.address)
            for number in ids
            if (row := self._rows.get(number)) is not None
        }

    def _state(self, number: int, row: Row) -> str:
        if row.says:
            return row.says
        if number in self.left_out:
            return QCoreApplication.translate("send", "Left out")
        return QCoreApplication.translate("send", "Yes")

"""The people of the stage as rows of a table: filtered, searched and sorted in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.certificates.stage_words import state_words
from cpd_desktop.ui.row_table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.ui.certificates.stage_content import Line, StageContent, State

NAME, STATE = range(2)


class StageRows:
    """Hands the people to the table; ``only`` are registrations that a check is about."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        self.columns: Sequence[Column] = (
            Column("name", translate("certificates", "Person"), width=180),
            Column("state", translate("certificates", "Certificate"), width=220),
        )
        self.content: StageContent | None = None
        self.view: State | None = None
        self.only: frozenset[int] | None = None

    def line(self, number: int) -> Line | None:
        """Return somebody."""
        return self.content.by_id.get(number) if self.content else None

    def ids(self, search: str, sort: str, descending: bool) -> list[int]:  # noqa: FBT001 - data
        """Return who fits, in order."""
        found = list(self.content.lines if self.content else ())
        if self.only is not None:
            found = [each for each in found if each.id in self.only]
        elif self.view is not None:
            found = [each for each in found if each.state is self.view]
        for word in folded(search).split():
            found = [each for each in found if word in each.sought]
        if sort == "state":
            found.sort(key=_by_state)
        if descending:
            found.reverse()
        return [each.id for each in found]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells in words."""
        lines = {number: self.line(number) for number in ids}
        return {number: (line.name, state_words(line)) for number, line in lines.items() if line}


def _by_state(line: Line) -> tuple[int, str, str]:
    return line.state, line.issued.number if line.issued else "", line.sought

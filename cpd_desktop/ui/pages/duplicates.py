"""Pairs of people who may be one, for somebody to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.duplicates import Found, Pair
    from cpd_desktop.services.people import People, PersonSummary
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job
    from cpd_desktop.ui.person_actions import PersonActions

SHOWN = 500


class PairRows:
    """The pairs found, numbered, for a table."""

    def __init__(self, people: People, columns: Sequence[Column]) -> None:
        self._people = people
        self.columns = columns
        self.pairs: Sequence[Pair] = ()

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the pairs in order, at first the likeliest first."""
        cells = self.rows(range(len(self.pairs)))
        words = folded(search).split()
        found = [
            key for key, texts in cells.items() if all(w in folded(*map(str, texts)) for w in words)
        ]
        keys = [column.key for column in self.columns]
        if sort != "why":
            found.sort(key=lambda key: folded(str(cells[key][keys.index(sort)])))
        return found[::-1] if descending else found

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        pairs = {key: self.pairs[key] for key in ids if key < len(self.pairs)}
        people = self._people.listed({key for p in pairs.values() for key in (p.one, p.other)})
        return {
            key: (
                " ".join(map(in_words, pair.likeness.reasons)),
                _called(people[pair.one]),
                _called(people[pair.other]),
            )
            for key, pair in pairs.items()
            if pair.one in people and pair.other in people
        }


class DuplicatesView(QWidget):
    """Lists the pairs; ``counted`` tells how many there are once they were looked for."""

    counted = Signal(int)

    def __init__(self, desk: Desk, actions: PersonActions) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._job: Job | None = None
        self._rows = PairRows(desk.services.people, self._columns())
        self._table = RowTable(self._rows)
        self._table.setAccessibleName(self.tr("Possible duplicates"))
        self._says = label("", "muted")
        self._merge = button(self.tr("Compare and merge…"), "primary")
        self._apart = button(self.tr("They are two people"))
        for each in (self._merge, self._apart):
            each.setAccessibleName(each.text())

        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self._merge)
        below.addWidget(self._apart)
        below.addWidget(self._says, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._table, 1)
        layout.addLayout(below)

        self._merge.clicked.connect(self._merge_selected)
        self._apart.clicked.connect(self._tell_apart)
        self._table.chosen.connect(self._merge_pair)
        self._table.selection_changed.connect(self._show_buttons)
        self._show_buttons()

    def refresh(self) -> None:
        """Look for pairs again, beside whatever else is done with the database."""
        if self._job is not None:
            self._job.cancel()
        self._table.set_empty_text(self.tr("Looking for people who may be one…"))
        duplicates = self._desk.services.duplicates
        self._job = self._desk.jobs.run(
            lambda work: duplicates.possible_duplicates(SHOWN, work), lane=Lane.NETWORK
        )
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._desk.operations.failed)

    def search(self, text: str) -> None:
        """Show only the pairs that fit the text."""
        self._table.search(text)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("why", self.tr("Why"), width=360),
            Column("one", self.tr("Entry"), width=260),
            Column("other", self.tr("Other entry"), width=260),
        )

    def _show(self, result: object) -> None:
        found = cast("Found", result)
        self._job = None
        self._rows.pairs = found.pairs
        self._table.set_empty_text(self.tr("Nobody seems to be here twice."))
        self._table.reload()
        more = found.total > len(found.pairs)
        text = self.tr("The likeliest %n of {total} are shown.", "", len(found.pairs))
        self._says.setText(text.format(total=QLocale().toString(found.total)) if more else "")
        self._show_buttons()
        self.counted.emit(found.total)

    def _show_buttons(self) -> None:
        one = len(self._table.selected_ids()) == 1
        self._merge.setEnabled(one)
        self._apart.setEnabled(one)

    def _merge_selected(self) -> None:
        self._merge_pair(self._table.selected_ids()[0])

    def _merge_pair(self, number: int) -> None:
        pair = self._rows.pairs[number]
        self._actions.merge(pair.one, pair.other)

    def _tell_apart(self) -> None:
        pair = self._rows.pairs[self._table.selected_ids()[0]]
        self._actions.tell_apart(pair.one, pair.other)


def _called(each: PersonSummary) -> str:
    return f"{each.name} · {each.email}" if each.email else each.name

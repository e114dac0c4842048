"""The list of the Attendance stage, and beside it what is selected."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.ui.attendance.inspector import Inspector
from cpd_desktop.ui.attendance.line_rows import LineRows
from cpd_desktop.ui.attendance.line_table import LineTable
from cpd_desktop.ui.attendance.lines import Line, View
from cpd_desktop.ui.attendance.list_bar import ListBar
from cpd_desktop.ui.attendance.sum_bar import SumBar
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.flow import Parts, stack_if_narrow
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.theme import Theme

LIST_CHARACTERS, INSPECTOR_CHARACTERS = 38, 38
LINES = 10  # of text that each of both needs


class Listing(QWidget):
    """Shows the lines, filtered and searched, and the one that is selected in full."""

    def __init__(self, theme: Theme, buttons: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = LineRows()
        self.bar = ListBar()
        self.table = LineTable(self.rows, theme)
        self.table.setAccessibleName(self.tr("Who was there"))
        self.inspector = Inspector()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.sum = SumBar()

        self._lay_out(buttons)

        self.bar.view_chosen.connect(self.open_view)
        self.bar.session_chosen.connect(self._choose_session)
        self.bar.search.searched.connect(self.table.search)
        self.table.selection_changed.connect(self.inspect)

    @property
    def content(self) -> AttendanceContent | None:
        """Return what is shown."""
        return self.rows.content

    def show_content(self, content: AttendanceContent, decided: dict[int, Line]) -> None:
        """Show what was found out; another event from its beginning."""
        before = self.content
        self.rows.show(content, decided)
        self.bar.show_event(content.event)
        self.sum.show_content(content)
        if before is None or before.event.id != content.event.id:
            self.rows.view = View.ALL
            self.rows.choose_session(None)
            self.bar.views.button(View.ALL).setChecked(True)
            self.bar.search.clear()
            self.table.clearSelection()
            self.table.rows.search = ""
        self._title_strips()
        self.repaint_lines(decided)

    def repaint_lines(self, decided: dict[int, Line]) -> None:
        """Show the lines as they are now, decided ones as they were decided."""
        before, content = self.inspector.line, self.content
        self._reload(decided)
        if before is not None and content is not None and not self.table.selected_ids():
            self._follow(before, content)
        self.inspect()

    def repaint_decided(self, decided: dict[int, Line], keys: Collection[int]) -> None:
        """Show lines as they were decided, and select the next doubt or what is one again."""
        again = next((number for number in keys if number not in decided), None)
        following = self.next_doubt(keys) if again is None else again
        with QSignalBlocker(self.table):  # what is selected is shown once, at the end
            self._reload(decided)
            if following is not None and self._was_asked(keys):
                self.table.select_id(following)
        self.inspect()
        for each in (self.table.viewport(), self.inspector):
            each.repaint()

    def inspect(self) -> None:
        """Show what is selected in full."""
        if self.content is not None:
            taken = {key for each in self.rows.decided.values() for key in each.owners}
            self.inspector.show_lines(self.selected(), self.content, taken)

    def selected(self) -> list[Line]:
        """Return the lines that are selected."""
        lines = (self.rows.line(number) for number in self.table.selected_ids())
        return [each for each in lines if each is not None]

    def doubts(self) -> list[int]:
        """Return what is in doubt and listed."""
        return [number for number in self._on_top() if number not in self.rows.decided]

    def next_doubt(self, but: Collection[int] = ()) -> int | None:
        """Return the doubt below the line that is selected, else the first; none of some."""
        on_top, current = self._on_top(), self.table.current_id()
        place = on_top.index(current) + 1 if current in on_top else 0
        settled = {*but, *self.rows.decided}
        following = (*on_top[place:], *on_top[:place])
        return next((number for number in following if number not in settled), None)

    def _was_asked(self, keys: Collection[int]) -> bool:
        """Say whether lines are about participants, who are decided about one after another."""
        known = self.content.by_id if self.content else {}
        return any(number in known and known[number].in_doubt for number in keys)

    def _on_top(self) -> list[int]:
        """Return what was in doubt when all was found out: it stands on top, decided or not."""
        known = self.content.by_id if self.content else {}
        return list(takewhile(lambda number: known[number].in_doubt, self.table.rows.ids))

    def left(self) -> int:
        """Return how many lines wait for somebody, listed or not."""
        return self.rows.counts()[View.REVIEW]

    def sure(self) -> list[tuple[Line, str]]:
        """Return the doubts whose first candidate stands out, and who that is."""
        found = self.content.found if self.content else None
        if found is None or self.content is None:
            return []
        registrants = found.facts.known.roster.registrants
        return [
            (each, registrants[each.finding.suggestions[0].registration].name)
            for each in self.content.sure
            if each.finding is not None and each.id not in self.rows.decided
        ]

    def open_view(self, view: int) -> None:
        """Show the lines of one kind."""
        self.rows.view = View(view)
        self.bar.views.button(view).setChecked(True)
        self.table.set_empty_text(self._nothing_fits())
        self.table.reload()
        self.table.scrollToTop()
        self.inspect()

    def select_key(self, key: str) -> None:
        """Select the line of a participant, if need be among all of them."""
        lines = self.content.lines if self.content else ()
        self._select(next((each.id for each in lines if each.key == key), 0))

    def select_person(self, registration: int) -> None:
        """Select what tells of somebody who is registered, if need be among all lines."""
        lines = self.content.lines if self.content else ()
        about = ((each.id, each.person) for each in lines)
        found = (key for key, person in about if person and person.registration == registration)
        self._select(next(found, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons follow below the views where they do not fit beside them."""
        super().resizeEvent(event)
        stack_if_narrow(self._top, self)

    def _select(self, number: int) -> None:
        if not self.table.select_id(number):
            self.bar.search.clear()
            self.table.search("")
            self.open_view(View.ALL)
            self.table.select_id(number)

    def _lay_out(self, buttons: QLayout) -> None:
        self._top.setSpacing(GRID)
        self._top.addWidget(self.bar, 1)
        self._top.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._top)
        split = Parts(lines=LINES)
        layout.addWidget(split, 1)
        split.add(self.table, self.inspector)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        letters = self.fontMetrics().averageCharWidth()
        self.table.setMinimumWidth(letters * LIST_CHARACTERS)
        self.inspector.setMinimumWidth(letters * INSPECTOR_CHARACTERS)
        split.setSizes([10 * LIST_CHARACTERS, INSPECTOR_CHARACTERS])  # all room to the list
        layout.addWidget(self.sum)

    def _reload(self, decided: dict[int, Line]) -> None:
        content = self.content
        if content is None:
            return
        self.rows.show(content, decided)
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.table.reload()
        bar.setValue(place)  # what is decided takes another row, and the list does not follow it
        self.bar.show_counts(self.rows.counts())
        self.table.set_empty_text(self._nothing_fits())

    def _follow(self, before: Line, content: AttendanceContent) -> None:
        """Select the person that a participant turned out to be."""
        findings = content.found.findings.findings if content.found else ()
        for each in findings:
            if before.key and each.participant.key == before.key and each.match is not None:
                self.table.select_id(each.match.registrations[0])

    def _nothing_fits(self) -> str:
        if self.rows.view is View.REVIEW and not self.table.rows.search:
            return self.tr("Nothing is left to review.")
        return self.tr("Nobody fits these words.")

    def _choose_session(self, session: Any) -> None:
        self.rows.choose_session(session)
        self._title_strips()
        self.table.reload()

    def _title_strips(self) -> None:
        """Say over the strips which time they cover, if that is one session."""
        content = self.content
        if content is None:
            return
        zone = content.event.zone
        shown = [each for each in content.event.sessions if self.rows.session in {None, each.id}]
        title = self.tr("Present")
        if len(shown) == 1:
            first, last = (clock_time(each, zone) for each in (shown[0].starts, shown[0].ends))
            text = self.tr("Present {starts}–{ends}")  # noqa: RUF001 - the dash of a span
            title = text.format(starts=first, ends=last)
        self.table.rows.retitle("present", title)
        self.table.share()

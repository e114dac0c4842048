"""The Attendance stage: who was there, for how long, and what somebody must decide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.ui.attendance.lines import Line, View, line_about
from cpd_desktop.ui.attendance.listing import Listing
from cpd_desktop.ui.attendance.matrix import AttendanceMatrix
from cpd_desktop.ui.attendance.questions import AttendanceQuestions
from cpd_desktop.ui.attendance.report_opening import ask_for_reports, bring_reports
from cpd_desktop.ui.attendance.settling import Settling
from cpd_desktop.ui.attendance.tools import AttendanceTools
from cpd_desktop.ui.attendance.words import FURTHER, as_tooltip
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.meet.deeds import MeetingDeeds
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, EmptyState, button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.reader import AttendanceReader
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.widgets import Tone

UNREAD, EMPTY, LIST, MATRIX = range(4)
MOST_CANDIDATES = 9
MOST_TOLD = 12  # pairs in the words of a button


class AttendanceStage(QWidget):
    """Lists everybody with a strip of their presence, and settles doubts one after another.

    ``next_asked`` leads on once all is settled.
    """

    next_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        workspace: QWidget,
        reader: AttendanceReader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = workspace
        self._reader = reader
        self._event_id = 0
        self.settling = Settling(desk, workspace)
        self.questions = AttendanceQuestions(self)
        self.deeds = MeetingDeeds(desk, workspace)
        self.main_button = button("", "primary")
        self.import_button = button(self.tr("Import report…"))
        self.fetch_button = button(self.tr("Pull from Zoom"))
        self.matrix_button = button(self.tr("By session"))
        self.list_button = button(self.tr("Back to the list"), "quiet")
        self.tools = AttendanceTools(
            desk, self, self._found, self._registrations, self._reader.catch_up
        )
        self.more_button = button(self.tr("More"))
        self.note = Note()
        self.first_import = button(self.tr("Import report…"), "primary")
        self.first_fetch = button(self.tr("Pull from Zoom"))
        self.stack = QStackedWidget()

        self._lay_out()

        self.listing = Listing(
            desk.theme,
            FlowRow(self.matrix_button, self.import_button, self.fetch_button, self.more_button),
            self.stack,
        )
        self.stack.addWidget(self.listing)
        self.matrix = AttendanceMatrix(desk.theme)
        self.stack.addWidget(self._by_session())
        self._connect()
        self._bind_keys()

    def show_content(self, content: AttendanceContent | None) -> None:
        """Show what was found out; nothing while it is being found out."""
        self.settling.take(content)
        if content is None:
            self.stack.setCurrentIndex(UNREAD)
            self.note.say("")
            self._event_id = 0
            return
        self._event_id = content.event.id
        for each in (self.fetch_button, self.first_fetch):
            each.setVisible(bool(content.meetings))
        if content.found is None:
            self.stack.setCurrentIndex(EMPTY)
            self._name_main_button()
            return
        first = self.stack.currentIndex() not in {LIST, MATRIX}
        self.listing.show_content(content, self.settling.lines)
        self.matrix_button.setVisible(len(content.event.sessions) > 1)
        if self.stack.currentIndex() == MATRIX:
            self.matrix.show_attendance(content.found)
        else:
            self.stack.setCurrentIndex(LIST)
        self._name_main_button()
        if first:
            self.review_next()

    def review_next(self) -> None:
        """Select the next doubt, if there is any."""
        number = self.listing.next_doubt()
        if number is not None:
            self.listing.table.select_id(number)

    def import_report(self, path: Path) -> None:
        """Show a file as a report, and bring it in."""
        event_id = self._reader.event_id
        if event_id is not None:
            bring_reports(self._desk, self, event_id, [path])

    def focus_list(self) -> None:
        """Go to the list, where single keys settle doubts."""
        self.listing.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Find out what changed while another stage was open."""
        super().showEvent(event)
        self._reader.catch_up()
        self.focus_list()

    def _lay_out(self) -> None:
        for each in (self.import_button, self.fetch_button, self.first_import, self.first_fetch):
            each.setAccessibleName(each.text().replace("…", ""))
        self.matrix_button.setAccessibleName(self.tr("Everybody by sessions"))
        self.list_button.setAccessibleName(self.list_button.text())
        self.tools.menu.addSeparator()
        self.tools.menu.addAction(self.tr("Take back the latest decision"), self._undo)
        self.more_button.setMenu(self.tools.menu)
        self.more_button.setAccessibleName(self.tr("More about attendance"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addWidget(self.stack, 1)
        self.stack.addWidget(
            EmptyState(
                self.tr("Finding out who was there"),
                self.tr("Everybody in the reports is compared with everybody registered."),
            )
        )
        self.stack.addWidget(self._empty())

    def _empty(self) -> EmptyState:
        made = EmptyState(
            self.tr("Nobody's attendance is known yet"),
            self.tr(
                "Everybody who is registered is listed here, with a strip of when they were there,"
                " as soon as there is a report of the meeting or somebody is checked in."
            ),
            self.first_import,
        )
        around = made.layout()
        assert isinstance(around, QVBoxLayout)  # noqa: S101 - all empty states are columns
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.first_fetch)
        row.addStretch(1)
        around.insertLayout(around.count() - 1, row)
        return made

    def _by_session(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        row = QHBoxLayout()
        row.addWidget(self.list_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.matrix, 1)
        return made

    def _connect(self) -> None:
        self.settling.decided.connect(self._repaint)
        self.questions.decided.connect(self._settle)
        self.questions.overridden.connect(self._override)
        for each in (self.import_button, self.first_import):
            each.clicked.connect(self._ask_for_report)
        for each in (self.fetch_button, self.first_fetch):
            each.clicked.connect(self._fetch)
        self.main_button.clicked.connect(self._go_on)
        self.matrix_button.clicked.connect(self._show_matrix)
        self.list_button.clicked.connect(self._show_list)
        self.matrix.chosen.connect(self._show_person)
        self.deeds.said.connect(self._say)
        beside = self.listing.inspector
        beside.doubt.is_asked.connect(self._settle_as)
        beside.doubt.guest_asked.connect(self._set_guests)
        beside.doubt.other_asked.connect(self._ask_who)
        beside.doubt.split_asked.connect(self._ask_to_split)
        beside.doubt.merge_asked.connect(self._ask_to_merge)
        beside.person.override_asked.connect(self._ask_to_override)
        beside.person.change_asked.connect(self._ask_anew)
        beside.person.doubt_asked.connect(self.listing.select_key)
        beside.several.guests_asked.connect(self._set_guests)
        beside.several.override_asked.connect(self._ask_to_override)

    def _bind_keys(self) -> None:
        """Let single keys settle a doubt, in the list and beside it."""
        keys: list[tuple[str, Callable[[], None]]] = [
            *((str(each + 1), partial(self._choose, each)) for each in range(MOST_CANDIDATES)),
            *(("G", self._set_guests), ("S", self._ask_to_split), ("O", self._ask_who)),
            *(("M", self._ask_to_merge), ("U", self._undo)),
        ]
        first = partial(self._choose, 0)
        table, beside = self.listing.table, self.listing.inspector
        bound_to: tuple[tuple[QWidget, list[tuple[str, Callable[[], None]]]], ...] = (
            (table, [*keys, ("Return", first), ("Enter", first)]),
            (beside, keys),
        )
        for place, bound in bound_to:
            for key, run in bound:
                made = QShortcut(QKeySequence(key), place, run)
                # Given to the constructor it is ignored.
                made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def _content(self) -> AttendanceContent:
        found = self._reader.content
        assert found is not None  # noqa: S101 - nothing can be asked before there is any
        return found

    @property
    def _line(self) -> Line | None:
        """Return the participant about whom it is asked who they are."""
        beside = self.listing.inspector
        return beside.line if beside.asks else None

    def _choose(self, number: int) -> None:
        if self._line is not None and self._line.in_doubt:
            self.listing.inspector.doubt.choose(number)

    def _settle_as(self, registration: int) -> None:
        line, found = self._line, self._content.found
        if line is not None and found is not None:
            registrant = found.facts.known.roster.registrants[registration]
            choice = Choice(line.key, Verdict.IS, (registration,))
            self._settle(line, choice, [registrant.name])

    def _settle(self, line: Line, choice: Choice, names: list[str]) -> None:
        self.settling.decide(self._event_id, line, choice, names)

    def _set_guests(self) -> None:
        lines = [each for each in self.listing.selected() if each.in_doubt]
        if self._line is not None and self._line.in_doubt:
            lines = [self._line]
        if lines:
            self.settling.set_guests(self._event_id, lines)

    def _accept_sure(self) -> None:
        self.settling.accept(self._event_id, self.listing.sure())

    def _undo(self) -> None:
        if self._event_id:
            self.settling.undo(self._event_id)

    def _override(self, lines: list[Line], verdict: Verdict, why: str) -> None:
        self.settling.override(self._event_id, lines, verdict, why)

    def _ask_who(self) -> None:
        if self._line is not None and self._line.finding is not None:
            self.questions.ask_who(self._line, self._content)

    def _ask_to_split(self) -> None:
        if self._line is not None and self._line.finding is not None:
            self.questions.ask_to_split(self._line, self._content)

    def _ask_to_merge(self) -> None:
        if self._line is not None and self._line.finding is not None:
            self.questions.ask_to_merge(self._line, self._content)

    def _ask_to_override(self) -> None:
        lines = [each for each in self.listing.selected() if each.about_person]
        if lines:
            self.questions.ask_to_override(lines)

    def _ask_anew(self, key: str) -> None:
        """Ask again who a participant is that is settled."""
        found = self._content.found
        line = line_about(found, key) if found is not None else None
        if line is not None:
            self.listing.inspector.show_lines([line], self._content)

    def _found(self) -> EventAttendance | None:
        content = self._reader.content
        return content.found if content else None

    def _registrations(self) -> list[int]:
        """Return the people who are selected, where they are shown."""
        if self.stack.currentIndex() == MATRIX:
            return list(self.matrix.selected())
        lines = self.listing.selected()
        return [each.person.registration for each in lines if each.about_person and each.person]

    def _show_matrix(self) -> None:
        found = self._found()
        if found is not None:
            self.matrix.show_attendance(found)
            self.stack.setCurrentIndex(MATRIX)
            self.matrix.setFocus()

    def _show_list(self) -> None:
        self.stack.setCurrentIndex(LIST)
        self.focus_list()

    def _show_person(self, registration: int) -> None:
        self._show_list()
        self.listing.select_person(registration)

    def _fetch(self) -> None:
        for each in self._content.meetings:
            self.deeds.fetch(each.card, again=each.again)

    def _ask_for_report(self) -> None:
        ask_for_reports(self._desk, self, self._event_id)

    def _go_on(self) -> None:
        """Do what is next: accept what is certain, review the rest, go on to certificates."""
        if self.listing.sure():
            self._accept_sure()
        elif self.listing.doubts() or self.listing.left():
            self.listing.open_view(View.REVIEW)
            self.review_next()
            self.focus_list()
        else:
            self.next_asked.emit()

    def _name_main_button(self) -> None:
        sure, left = len(self.listing.sure()), self.listing.left()
        pairs = [f"{line.called} → {name}" for line, name in self.listing.sure()[:MOST_TOLD]]
        if sure > MOST_TOLD:
            pairs.append(in_words(FURTHER.filled(n=sure - MOST_TOLD)))
        text = self.tr("Go on to certificates")
        if sure:
            text = self.tr("Accept %n certain", "", sure)
        elif left:
            text = self.tr("Review %n", "", left)
        self.main_button.setText(text)
        self.main_button.setAccessibleName(text)
        self.main_button.setToolTip(as_tooltip(pairs))

    def _say(self, text: str, tone: str) -> None:
        self.note.say(text, cast("Tone", tone))

    def _repaint(self, keys: set[int]) -> None:
        """Show at once what was decided, or was not after all, and the next doubt."""
        self.listing.repaint_decided(self.settling.lines, keys)
        self._name_main_button()

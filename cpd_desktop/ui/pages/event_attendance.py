"""The Attendance stage: who was there, for how long, and what somebody must decide."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.ui.attendance.lines import Line, View, line_about
from cpd_desktop.ui.attendance.listing import Listing
from cpd_desktop.ui.attendance.questions import AttendanceQuestions
from cpd_desktop.ui.attendance.settling import Settling
from cpd_desktop.ui.attendance.words import FURTHER, as_tooltip
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.meet.deeds import MeetingDeeds
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, EmptyState, button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.attendance.report_import import ReportImport, TakenIn
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.reader import AttendanceReader
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.widgets import Tone

UNREAD, EMPTY, LIST = range(3)
MOST_CANDIDATES = 9
MOST_TOLD = 12  # pairs in the words of a button


class AttendanceStage(QWidget):
    """Lists everybody with a strip of their presence, and settles doubts one after another.

    ``next_asked`` leads on once all is settled.
    """

    next_asked = Signal()

    def __init__(self, desk: Desk, workspace: QWidget, reader: AttendanceReader) -> None:
        super().__init__()
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
        self.more = QMenu(self)
        self.more_button = button(self.tr("More"))
        self.note = Note()
        buttons = FlowRow(self.import_button, self.fetch_button, self.more_button)
        self.listing = Listing(desk.theme, buttons)
        self.first_import = button(self.tr("Import report…"), "primary")
        self.first_fetch = button(self.tr("Pull from Zoom"))
        self.stack = QStackedWidget()

        self._lay_out()

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
        first = self.stack.currentIndex() != LIST
        self.listing.show_content(content, self.settling.lines)
        self.stack.setCurrentIndex(LIST)
        self._name_main_button()
        if first:
            self.review_next()

    def review_next(self) -> None:
        """Select the next doubt, if there is any."""
        number = self.listing.next_doubt()
        if number is not None:
            self.listing.table.select_id(number)

    def import_report(self, path: Path | None = None) -> None:
        """Bring a report in, from a file that is asked for unless it is named."""
        if path is not None:
            self._import(path)
            return
        kinds = self.tr("Reports (*.csv *.tsv *.txt *.xlsx)")
        ask_for_file(self, self.tr("Import a report of who came"), kinds, self._import_file)

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
        self.more.addAction(self.tr("Take back the latest decision"), self._undo)
        self.more_button.setMenu(self.more)
        self.more_button.setAccessibleName(self.tr("More about attendance"))
        self.stack.addWidget(
            EmptyState(
                self.tr("Finding out who was there"),
                self.tr("Everybody in the reports is compared with everybody registered."),
            )
        )
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self.listing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addWidget(self.stack, 1)

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

    def _connect(self) -> None:
        self.settling.decided.connect(self._repaint)
        self.questions.decided.connect(self._settle)
        self.questions.overridden.connect(self._override)
        for each in (self.import_button, self.first_import):
            each.clicked.connect(self._ask_for_report)
        for each in (self.fetch_button, self.first_fetch):
            each.clicked.connect(self._fetch)
        self.main_button.clicked.connect(self._go_on)
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

    def _import(self, path: Path) -> None:
        event_id, reports = self._reader.event_id, self._desk.services.report_import
        if event_id is None:
            return
        self._desk.operations.carry_out(
            partial(_bring_in, reports, event_id, path),
            origin=self._workspace,
            text=self.tr("Report imported"),
            title=self.tr("Importing a report"),
        )

    def _import_file(self, chosen: str) -> None:
        self._import(Path(chosen))

    def _fetch(self) -> None:
        for each in self._content.meetings:
            self.deeds.fetch(each.card, again=each.again)

    def _ask_for_report(self) -> None:
        self.import_report()

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


def _bring_in(reports: ReportImport, event_id: int, path: Path, work: Work) -> Done[TakenIn]:
    """Import a report; raises ``Invalid`` if it leaves something open."""
    done = reports.bring_in(event_id, path, work)
    if done.value.report is None:
        asked = {str(number): each.sentence() for number, each in enumerate(done.value.questions)}
        raise Invalid(asked)
    return done

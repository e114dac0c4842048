"""The meetings that are planned at Zoom already: one is chosen for an event, or becomes one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.meetings import Kind, Rhythm
from cpd_desktop.domain.zoom_errors import MissingPlan, MissingScopes
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.meet.words import kind_words, number_words
from cpd_desktop.ui.row_table import Column, RowTable, SearchField
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import Meeting, MeetingLine
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class MeetingRows:
    """What is planned at Zoom, for a table; it was read as a whole."""

    def __init__(self, columns: Sequence[Column], zone: str) -> None:
        self.columns = columns
        self.lines: list[MeetingLine] = []
        self._zone = zone

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the places of those that fit, in order."""
        wanted = folded(search)
        keys: dict[str, Callable[[MeetingLine], Any]] = {
            "topic": lambda each: folded(each.topic),
            "when": lambda each: (each.starts is None, each.starts and each.starts.timestamp()),
            "kind": lambda each: each.at.kind,
            "number": lambda each: each.at.number,
        }
        found = [
            (keys[sort](each), place)
            for place, each in enumerate(self.lines)
            if wanted in folded(each.topic) or wanted.replace(" ", "") in str(each.at.number)
        ]
        return [place for _, place in sorted(found, reverse=descending)]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {place: self._cells(self.lines[place]) for place in ids if place < len(self.lines)}

    def _cells(self, each: MeetingLine) -> Sequence[object]:
        translate = QCoreApplication.translate
        when = translate("meet", "No fixed time")
        if each.starts is not None:
            when = day_and_time(each.starts, self._zone)
        if each.rhythm is Rhythm.SERIES:
            when = translate("meet", "{when}, and again").format(when=when)
        return (each.topic, when, kind_words(each.at.kind), number_words(each.at.number))


class ExistingDialog(QDialog):
    """Lists them; without an event, one can only become an event."""

    def __init__(self, parent: QWidget, desk: Desk, event: Event | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event = event
        self._keeping = False
        self.setWindowTitle(self.tr("Meetings at Zoom"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = (
            Column("topic", self.tr("Topic"), width=200),
            Column("when", self.tr("When"), width=180),
            Column("kind", self.tr("Kind"), width=80),
            Column("number", self.tr("Number"), width=110),
        )
        self._rows = MeetingRows(columns, desk.local_zone)
        self.search = SearchField(self.tr("Search by topic or number"))
        self.table = RowTable(self._rows, filled=False)
        self.table.setAccessibleName(self.tr("Meetings at Zoom"))
        self.table.set_empty_text(self.tr("Asking Zoom…"))
        self.session = CalmComboBox()
        self.session.setAccessibleName(self.tr("The session it is for"))
        self.note = Note()
        self.use = button(self.tr("Use it for the event"), "primary" if event else "plain")
        self.make = button(self.tr("Make an event of it"), "plain" if event else "primary")
        self.shut = button(self.tr("Close"))

        self._lay_out()

        self.search.searched.connect(self.table.search)
        self.table.selection_changed.connect(self._allow)
        self.use.clicked.connect(self._use)
        self.make.clicked.connect(self._make)
        self.shut.clicked.connect(self.reject)
        self._allow()
        # By its own connections: they end with the dialog, whatever Zoom still answers.
        job = desk.jobs.run(partial(_listed, desk.services), lane=Lane.NETWORK)
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)
        self.finished.connect(job.cancel)

    def reject(self) -> None:
        """Close, unless the choice is being written down at this moment."""
        if not self._keeping:
            super().reject()

    def _lay_out(self) -> None:
        event = self._event
        self.session.addItem(self.tr("For all sessions"), None)
        for each in event.sessions if event else ():
            when = day_and_time(each.starts, event.zone if event else "UTC")
            self.session.addItem(f"{each.title} · {when}" if each.title else when, each.id)
        self.session.setCurrentIndex(1 if self.session.count() > 1 else 0)
        self.session.setMinimumContentsLength(24)
        for widget in (self.session, self.use):
            widget.setVisible(event is not None)
        for each_button in (self.use, self.make, self.shut):
            each_button.setAccessibleName(each_button.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        says = self.tr("Choosing one changes nothing at Zoom.")
        layout.addWidget(label(says, "muted"))
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addLayout(FlowRow(self.session, self.use, self.make, self.shut))
        room = self.screen().availableGeometry()
        width = self.fontMetrics().averageCharWidth() * 100
        self.resize(min(width, room.width()), min(GRID * 56, room.height() - GRID * 6))

    def _show(self, lines: Any) -> None:
        self._rows.lines = lines
        self.table.set_empty_text(self.tr("Nothing is planned at Zoom, or nothing fits."))
        self.table.reload()
        self._allow()

    def _allow(self) -> None:
        line = self._chosen()
        self.use.setEnabled(line is not None and not self._keeping)
        fixed = line is not None and line.rhythm is not Rhythm.NO_FIXED_TIME
        self.make.setEnabled(fixed and not self._keeping)
        series = line is not None and line.rhythm is Rhythm.SERIES
        self.session.setEnabled(not series)
        if series:
            self.session.setCurrentIndex(0)

    def _chosen(self) -> MeetingLine | None:
        places = self.table.selected_ids()
        return self._rows.lines[places[0]] if len(places) == 1 else None

    def _use(self) -> None:
        self._read(self._adopt)

    def _make(self) -> None:
        self._read(self._make_event)

    def _read(self, then: Callable[[Any], None]) -> None:
        line = self._chosen()
        if line is None:
            return
        self.note.say(self.tr("Asking Zoom…"))
        job = self._desk.jobs.run(partial(_read, self._desk.services, line), lane=Lane.NETWORK)
        job.succeeded.connect(then)
        job.failed.connect(self._refuse)
        self.finished.connect(job.cancel)

    def _adopt(self, found: Meeting) -> None:
        if self._event is None:
            return
        event_id, session_id = self._event.id, self.session.currentData()
        meetings = self._desk.services.meetings
        self._keep(
            lambda _work: meetings.adopt(event_id, session_id, found),
            self.tr("Meeting chosen"),
            self._ended,
        )

    def _make_event(self, found: Meeting) -> None:
        meetings = self._desk.services.meetings
        text = self.tr("Event added")
        self._keep(lambda _work: meetings.make_event(found), text, self._made)

    def _keep(self, call: Callable[[Work], Any], text: str, then: Callable[[Any], None]) -> None:
        self._keeping = True
        self._allow()
        self._desk.operations.carry_out(
            call, origin=self, text=text, then=then, otherwise=self._refuse
        )

    def _ended(self, _result: Any) -> None:
        self._keeping = False
        self.accept()

    def _made(self, event: Event) -> None:
        self._ended(event)
        self._desk.places.go("events", event.id, "meet")

    def _refuse(self, error: Exception) -> None:
        self._keeping = False
        self._allow()
        if isinstance(error, CpdError):
            self.note.say_error(error)
            self.table.set_empty_text(self.tr("Nothing is shown."))
        else:
            self.note.say("")
            self._desk.operations.failed.emit(error)


def _listed(services: Services, work: Work) -> list[MeetingLine]:
    """Return meetings, and webinars where the plan and the app allow that."""
    zoom = services.zoom.during(work)
    found = zoom.meetings(Kind.MEETING)
    try:
        return [*found, *zoom.meetings(Kind.WEBINAR)]
    except (MissingPlan, MissingScopes):
        return found


def _read(services: Services, line: MeetingLine, work: Work) -> Meeting:
    return services.zoom.during(work).read(line.at)

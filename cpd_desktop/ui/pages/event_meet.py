"""The Meet stage: the meetings of an event, what waits, what runs, and what was held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.meetings import Kind
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.meet.connection_bar import ConnectionBar
from cpd_desktop.ui.meet.content import connected, meet_content, needs_meetings
from cpd_desktop.ui.meet.deeds import MeetingDeeds
from cpd_desktop.ui.meet.live_bar import LiveBar
from cpd_desktop.ui.meet.meeting_box import MeetingBox
from cpd_desktop.ui.meet.questions import MeetingQuestions
from cpd_desktop.ui.meet.waiting_list import WaitingList
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, EmptyState, button

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.meet.content import MeetContent
    from cpd_desktop.ui.widgets import Tone

TICK = 15_000  # milliseconds between two looks at the clock
READ = 60_000  # and at what is kept: that something was put off nobody tells
PAGES = {Kind.MEETING: "https://zoom.us/meeting/", Kind.WEBINAR: "https://zoom.us/webinar/"}

MOST_OPEN = 3  # more meetings than these show their details only when asked

UNREAD, NOTHING, MEETINGS, IN_PERSON = range(4)


class MeetStage(QWidget):
    """Shows the meetings of an event; Zoom is only asked where somebody presses a button."""

    def __init__(self, desk: Desk, workspace: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event: Event | None = None
        self.boxes: dict[int, MeetingBox] = {}
        self.deeds = MeetingDeeds(desk, workspace)
        self.questions = MeetingQuestions(desk, self.deeds, self)
        self.connection = ConnectionBar()
        self.live = LiveBar()
        self.note = Note()
        self.waiting = WaitingList()
        self.plan_button = button(self.tr("Plan meetings…"))
        self.existing_button = button(self.tr("Use an existing meeting…"))
        self.look_button = button(self.tr("Look at Zoom now"))
        self.first_button = button(self.tr("Plan meetings at Zoom…"), "primary")
        self.first_existing = button(self.tr("Use an existing meeting…"))
        self._ticking = QTimer(self, interval=TICK)
        self._reading = QTimer(self, interval=READ)
        self.stack = QStackedWidget()

        self._lay_out()

        for each in (self.plan_button, self.first_button):
            each.clicked.connect(self.questions.ask_to_plan)
        for each in (self.existing_button, self.first_existing):
            each.clicked.connect(self.questions.ask_for_existing)
        self.look_button.clicked.connect(self._look)
        self.waiting.send_asked.connect(self._send)
        self.connection.accounts_asked.connect(self._go_to_accounts)
        self.deeds.said.connect(self._say)
        self.deeds.ended.connect(self.refresh)
        self._ticking.timeout.connect(self._tick)
        self._reading.timeout.connect(self._read)

    def show_event(self, event: Event) -> None:
        """Show an event's meetings; they are read as soon as the stage is seen."""
        if self._event is None or self._event.id != event.id:
            self.note.say("")
            self.questions.content = None
            self.stack.setCurrentIndex(UNREAD)
        self._event = event
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read all that is kept, and how the connection stands; Zoom is not asked."""
        self._read()
        services = self._desk.services
        job = self._desk.jobs.run(lambda _work: connected(services), lane=Lane.NETWORK)
        job.succeeded.connect(self._show_connected)
        job.failed.connect(self._show_unknown)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: other programs send and fetch too."""
        super().showEvent(event)
        self._ticking.start()
        self._reading.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the countdown rest."""
        super().hideEvent(event)
        self._ticking.stop()
        self._reading.stop()

    def _lay_out(self) -> None:
        for each in (
            *(self.plan_button, self.existing_button, self.look_button),
            *(self.first_button, self.first_existing),
        ):
            each.setAccessibleName(each.text().replace("…", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for line in (self.connection, self.live, self.note):
            layout.addWidget(line)
        layout.addWidget(self.stack, 1)
        self.stack.addWidget(QWidget())
        self.empty = self._empty()
        self.stack.addWidget(self.empty)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        self.stack.addWidget(area)
        sheet = QWidget()
        area.setWidget(sheet)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addLayout(FlowRow(self.plan_button, self.existing_button, self.look_button))
        self._column.addWidget(self.waiting)
        self._column.addStretch(1)
        self.stack.addWidget(
            EmptyState(
                self.tr("Held in person"),
                self.tr("Nobody takes part from elsewhere, so no meeting at Zoom is needed."),
            )
        )

    def _empty(self) -> EmptyState:
        made = EmptyState(self.tr("No meetings planned"), "", self.first_button)
        around = made.layout()
        assert isinstance(around, QVBoxLayout)  # noqa: S101 - all empty states are columns
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.first_existing)
        row.addStretch(1)
        around.insertLayout(around.count() - 1, row)
        return made

    def _read(self) -> None:
        event, services = self._event, self._desk.services
        if event is not None:
            self._desk.operations.look_up(lambda _work: meet_content(services, event), self._show)

    def _show(self, content: MeetContent) -> None:
        event, now = content.event, self._desk.services.clock.now()
        if self._event is None or event.id != self._event.id:
            return  # another one was opened meanwhile
        self.questions.content = content
        self.live.show_live(content.live, event.zone)
        self.waiting.show_waiting(content.waiting, event.zone)
        self._show_boxes(content, now)
        needless = not content.cards and not needs_meetings(event)
        shown = MEETINGS if content.cards else NOTHING
        self.stack.setCurrentIndex(IN_PERSON if needless else shown)
        self.connection.allow(not needless)
        left = content.sessions_left(now) > 0
        for each in (self.plan_button, self.existing_button):
            each.setVisible(left)
        self.first_button.setVisible(left)
        coming = self.tr(
            "Each session's meeting at Zoom is shown here: its links, a countdown, and later who"
            " came."
        )
        over = self.tr(
            "The sessions are over, so there is nothing left to plan. A meeting that was held can"
            " still be chosen."
        )
        self.empty.text.setText(coming if left else over)

    def _show_boxes(self, content: MeetContent, now: datetime) -> None:
        for key in self.boxes.keys() - {card.id for card in content.cards}:
            gone = self.boxes.pop(key)
            gone.hide()
            gone.deleteLater()
        order = sorted(
            content.cards,
            key=lambda card: (content.is_over(card, now), *content.span_at(card, now)),
        )
        for place, card in enumerate(order, 2):  # after the buttons and what waits
            box = self.boxes.get(card.id)
            if box is None:
                box = self._new_box(card.id)
                matters = card is order[0] or content.next_fetch(card) is not None
                box.fold_up(folded=len(order) > MOST_OPEN and not matters)
            if self._column.indexOf(box) != place:
                self._column.insertWidget(place, box)
            box.show_meeting(content, card, now)

    def _new_box(self, key: int) -> MeetingBox:
        box = self.boxes[key] = MeetingBox()
        box.start_asked.connect(self.questions.ask_to_start)
        box.settings_asked.connect(self.questions.ask_for_settings)
        box.settle_asked.connect(self.questions.ask_what_holds)
        box.give_up_asked.connect(self.questions.ask_to_give_up)
        box.again_asked.connect(self.deeds.make_again)
        box.page_asked.connect(self._open_page)
        box.send_asked.connect(self._send)
        box.pull_asked.connect(self._pull)
        box.fetch_asked.connect(self._fetch)
        return box

    def _show_connected(self, found: Any) -> None:
        self.connection.show_connected(found)
        if found.offline:
            self.note.say("")  # the line above says it

    def _show_unknown(self, error: Exception) -> None:
        if isinstance(error, CpdError):  # such as a vault that is locked
            self.connection.show_unknown(error)
        else:
            self._desk.operations.failed.emit(error)

    def _say(self, text: str, tone: str) -> None:
        self.note.say(text, cast("Tone", tone))

    def _tick(self) -> None:
        now = self._desk.services.clock.now()
        for box in self.boxes.values():
            box.tick(now)

    def _send(self) -> None:
        if self._event is not None:
            self.deeds.send(self._event.id)

    def _look(self) -> None:
        if self._event is not None:
            self.deeds.look(self._event.id)

    def _pull(self) -> None:
        if self._event is not None:
            self.deeds.pull(self._event.id)

    def _fetch(self, meeting_id: int) -> None:
        """Fetch who came; where all of it is settled, once more."""
        box, content = self.boxes[meeting_id], self.questions.content
        if box.card is not None and content is not None:
            again = content.next_fetch(box.card) is None
            box.held.follow(self.deeds.fetch(box.card, again=again))

    def _open_page(self, meeting_id: int) -> None:
        card = self.boxes[meeting_id].card
        if card is not None and card.at is not None:
            QDesktopServices.openUrl(QUrl(f"{PAGES[card.kind]}{card.at.number}"))

    def _go_to_accounts(self) -> None:
        self._desk.places.go("settings", part="accounts")

"""What is asked before something is done about a meeting, each in a dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.ui.meet.conflict_dialog import ConflictDialog
from cpd_desktop.ui.meet.existing_dialog import ExistingDialog
from cpd_desktop.ui.meet.give_up_dialog import GiveUpDialog
from cpd_desktop.ui.meet.plan_dialog import PlanDialog, SettingsDialog
from cpd_desktop.ui.meet.words import countdown, topic_of
from cpd_desktop.ui.questions import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.meet.content import MeetContent
    from cpd_desktop.ui.meet.deeds import MeetingDeeds
    from cpd_desktop.ui.meet.plan_dialog import Planned

NOT_THERE = frozenset({MeetingState.TO_MAKE, MeetingState.GONE})


class MeetingQuestions(QObject):
    """Opens one dialog at a time over a stage, and has done what was chosen in it."""

    def __init__(self, desk: Desk, deeds: MeetingDeeds, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._deeds = deeds
        self._stage = stage
        self.content: MeetContent | None = None
        self.dialog: QDialog | None = None
        self.question: Question | None = None

    def ask_to_plan(self) -> None:
        """Ask what kind of meetings there are to be."""
        if (content := self.content) is not None:
            left = content.sessions_left(self._desk.services.clock.now())
            dialog = PlanDialog(self._window(), content.event, content.cards, left)
            dialog.offered.connect(partial(self._plan, content.event.id))
            self._open(dialog)

    def ask_for_existing(self) -> None:
        """Ask which of the meetings at Zoom is to be used."""
        if self.content is not None:
            self._open(ExistingDialog(self._window(), self._desk, self.content.event))

    def ask_for_settings(self, meeting_id: int) -> None:
        """Ask how people get in."""
        if (card := self._card(meeting_id)) is not None:
            dialog = SettingsDialog(self._window(), card)
            dialog.offered.connect(partial(self._deeds.change, card.id))
            self._open(dialog)

    def ask_what_holds(self, meeting_id: int) -> None:
        """Show what was changed at Zoom, and ask which of the two holds."""
        card, content = self._card(meeting_id), self.content
        if card is not None and content is not None:
            event = content.event
            dialog = ConflictDialog(self._window(), card, topic_of(card, event), event.zone)
            dialog.offered.connect(partial(self._deeds.settle, card.id))
            self._open(dialog)

    def ask_to_give_up(self, meeting_id: int) -> None:
        """Ask what becomes of a meeting at Zoom; one that is not there is given up at once."""
        card = self._card(meeting_id)
        if card is None:
            return
        if card.state in NOT_THERE:
            self._deeds.give_up(card.id, True)
            return
        meetings = self._desk.services.meetings
        self._desk.operations.look_up(
            lambda _work: meetings.unfetched(meeting_id), partial(self._ask_to_give_up, card)
        )

    def ask_to_start(self, meeting_id: int) -> None:
        """Start a meeting; ask first where it is not its time."""
        card, content = self._card(meeting_id), self.content
        if card is None or content is None or card.at is None:
            return
        now = self._desk.services.clock.now()
        if content.is_near(card, now):
            self._deeds.start(card.at)
            return
        text = self.tr("Start “{topic}” now?").format(topic=topic_of(card, content.event))
        starts, ends = content.span_at(card, now)
        until = self.tr("It is planned to begin {until}.")
        until = until.format(until=countdown(starts, ends, now))
        people = self.tr("People can come in once it runs.")
        over = self.tr("Its time is over.")
        box = Question(
            self._window(),
            self.tr("Start the meeting"),
            text,
            f"{until if now < starts else over} {people}",
            yes=self.tr("Start now"),
            no=self.tr("Cancel"),
            role="primary",
        )
        box.finished.connect(partial(self._answered, card))
        self.question = box
        box.open()

    def _plan(self, event_id: int, planned: Planned) -> None:
        dialog = self.dialog
        if isinstance(dialog, PlanDialog):
            self._deeds.plan(event_id, planned, self._planned, self._not_planned)

    def _planned(self, _made: list[int]) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _not_planned(self, error: Exception) -> None:
        if isinstance(self.dialog, PlanDialog):
            self.dialog.refuse(error)
        else:
            self._desk.operations.failed.emit(error)

    def _ask_to_give_up(self, card: MeetingCard, unfetched: Sentence | None) -> None:
        if self.content is not None:
            topic = topic_of(card, self.content.event)
            dialog = GiveUpDialog(self._window(), topic, unfetched)
            dialog.offered.connect(partial(self._deeds.give_up, card.id))
            self._open(dialog)

    def _answered(self, card: MeetingCard, _code: int) -> None:
        box, self.question = self.question, None
        if box is not None and box.clickedButton() is box.yes and card.at is not None:
            self._deeds.start(card.at)

    def _card(self, meeting_id: int) -> MeetingCard | None:
        cards = self.content.cards if self.content is not None else ()
        return next((each for each in cards if each.id == meeting_id), None)

    def _window(self) -> QWidget:
        return self._stage.window()

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

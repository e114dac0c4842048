"""The Meet stage of one event, at a Zoom on loopback, as somebody works with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.services.work import Work
from cpd_desktop.ui.meet.conflict_dialog import ConflictDialog
from cpd_desktop.ui.meet.existing_dialog import ExistingDialog
from cpd_desktop.ui.meet.give_up_dialog import GiveUpDialog
from cpd_desktop.ui.meet.plan_dialog import PlanDialog, SettingsDialog
from cpd_desktop.ui.pages.event_meet import MeetStage
from tests.adapters.zoom.trainer import sign_in
from tests.drafts import a_draft
from tests.zoom_here import CLIENT_ID

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event, EventDraft
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.zoom.run import SyncReport
    from cpd_desktop.ui.meet.meeting_box import MeetingBox
    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom

D = TypeVar("D", bound=QDialog)


class Meet:
    """The stage, the desk it is on, and the Zoom behind it."""

    def __init__(self, desk: TestDesk, qtbot: QtBot, zoom: FakeZoom, clock: FixedClock) -> None:
        self.desk, self.qtbot, self.zoom, self.clock = desk, qtbot, zoom, clock
        self.event_id = 0
        self.stage = MeetStage(desk, desk.operations)  # type: ignore[arg-type] # any origin will do
        self.stage.resize(900, 700)
        desk.feed.changed.connect(self._heard)

    def connect(self) -> None:
        """Sign in at Zoom, without a browser."""
        connection = self.desk.services.outside.zoom_connection
        grants = connection._parts().grants  # type: ignore[attr-defined] # of the adapter
        sign_in(self.zoom, self.zoom.oauth.apps[CLIENT_ID], grants)
        # With its plan known, Zoom may be asked as fast as the tests do.
        self.desk.services.zoom_account.look(Work())

    def open(self, draft: EventDraft | None = None, *, published: bool = True) -> None:
        """Add an event and show its meetings."""
        services = self.desk.services
        self.event_id = services.events.add(draft or a_draft()).value.id
        if published:
            services.lifecycle.move(self.event_id, Move.PUBLISH)
        self.stage.show()
        self.show()

    def show(self) -> None:
        self.stage.show_event(self.event)
        self.settle()

    def settle(self) -> None:
        self.desk.settle(self.qtbot)

    def sent(self) -> SyncReport:
        """Send behind the stage's back, as another program does; show what came of it."""
        report = self.desk.services.sync.run(Work(), event_id=self.event_id, insist=True)
        self.show()
        return report

    def planned(self) -> MeetingCard:
        """Plan the meetings, make them at Zoom, and return the first."""
        self.desk.services.meetings.plan(self.event_id)
        self.sent()
        return self.cards[0]

    @property
    def event(self) -> Event:
        return self.desk.services.events.get(self.event_id)

    @property
    def cards(self) -> list[MeetingCard]:
        return self.desk.services.meetings.of(self.event_id)

    @property
    def box(self) -> MeetingBox:
        """Return the only meeting shown."""
        (box,) = self.stage.boxes.values()
        return box

    def _dialog(self, kind: type[D]) -> D:
        dialog = self.stage.questions.dialog
        assert isinstance(dialog, kind)
        return dialog

    @property
    def plan_dialog(self) -> PlanDialog:
        return self._dialog(PlanDialog)

    @property
    def settings_dialog(self) -> SettingsDialog:
        return self._dialog(SettingsDialog)

    @property
    def conflict_dialog(self) -> ConflictDialog:
        return self._dialog(ConflictDialog)

    @property
    def give_up_dialog(self) -> GiveUpDialog:
        return self._dialog(GiveUpDialog)

    @property
    def existing_dialog(self) -> ExistingDialog:
        return self._dialog(ExistingDialog)

    @property
    def at_zoom(self) -> dict[int, Meeting]:
        return self.zoom.site.book.meetings

    def answer(self, name: str) -> str:
        """Press a button of the question that is asked; return what it told."""
        question = self.stage.questions.question
        assert question is not None
        told = question.informativeText()
        next(each for each in question.buttons() if each.text() == name).click()
        self.settle()
        return told

    def close(self) -> None:
        self.stage.close()
        self.settle()

    def _heard(self) -> None:
        if self.event_id:
            self.stage.show_event(self.event)


def menu_of(box: MeetingBox) -> dict[str, object]:
    box._menu.aboutToShow.emit()
    return {each.text(): each for each in box._menu.actions() if each.text()}

"""The Meet stage among the stages of an event, and meetings of an event that is cancelled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.services.work import Work
from cpd_desktop.ui.event.move_dialogs import CancelDialog
from cpd_desktop.ui.event.moves import EventMoves
from cpd_desktop.ui.pages.event import MEET, EventWorkspace
from tests.drafts import STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.meet.meeting_desk import Meet


def cleared(widget: QWidget, meet: Meet) -> None:
    """Let a widget go as the window does."""
    widget.close()
    meet.settle()
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


@pytest.fixture
def workspace(meet: Meet) -> Iterator[EventWorkspace]:
    made = EventWorkspace(meet.desk)
    meet.open()
    meet.stage.hide()
    made.resize(1000, 700)
    made.show()
    made.show_event(meet.event_id)
    meet.settle()
    yield made
    cleared(made, meet)


def test_the_bar_of_the_stages_says_how_the_meetings_stand(
    meet: Meet, workspace: EventWorkspace
) -> None:
    def state() -> str:
        workspace.refresh()
        meet.settle()
        return workspace._stages._stage(MEET).text()

    assert state() == "Meet\n—"
    card = meet.planned()
    assert state() == "Meet\n1 meeting(s)"
    there = meet.at_zoom[card.number or 0]
    there.topic = "Another"
    meet.desk.services.sync.look(Work())
    assert state() == "Meet\n1 to decide"
    meet.desk.services.meetings.settle(card.id)
    meet.sent()
    meet.clock.at = STARTS + timedelta(hours=3)
    assert state() == "Meet\nreport due"


def test_the_stage_is_made_when_it_is_opened_and_follows_the_event(
    meet: Meet, workspace: EventWorkspace
) -> None:
    meet.planned()
    assert "meet" not in workspace.__dict__
    workspace.open_stage("meet")
    meet.settle()
    (box,) = workspace.meet.boxes.values()
    assert box.state.text() == "✓ At Zoom"
    services = meet.desk.services
    other = services.copies.duplicate(meet.event_id, STARTS + timedelta(weeks=1)).value
    workspace.show_event(other.id)
    workspace.open_stage("meet")
    meet.settle()
    (box,) = workspace.meet.boxes.values()
    assert box.state.text() == "○ To be made"


@pytest.fixture
def moves(meet: Meet) -> Iterator[EventMoves]:
    made = EventMoves(meet.desk)
    made.show()
    yield made
    cleared(made, meet)


def cancel(meet: Meet, moves: EventMoves) -> CancelDialog:
    moves.show_event(meet.event)
    moves._menu.aboutToShow.emit()
    (entry,) = [each for each in moves._menu.actions() if each.text() == "Cancel the event…"]
    entry.trigger()
    meet.settle()
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, CancelDialog)]
    return dialog


@pytest.mark.parametrize("keep", [False, True])
def test_cancelling_asks_what_becomes_of_the_meetings(
    meet: Meet,
    moves: EventMoves,
    keep: bool,  # noqa: FBT001 - both answers
) -> None:
    meet.open()
    meet.planned()
    dialog = cancel(meet, moves)
    captions = [each.text() for each in dialog.findChildren(QLabel)]
    assert "1 meeting(s) at Zoom" in captions
    (dialog.keep if keep else dialog.delete).click()
    dialog.accept_button.click()
    meet.settle()
    assert meet.event.status is EventStatus.CANCELLED
    meet.sent()
    assert [each.deleted for each in meet.at_zoom.values()] == [not keep]


def test_without_a_meeting_cancelling_does_not_ask_about_any(meet: Meet, moves: EventMoves) -> None:
    meet.open()
    dialog = cancel(meet, moves)
    assert not dialog.delete.isVisible()
    dialog.reject()
    meet.settle()

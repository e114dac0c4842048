"""What somebody sees and does on the Meet stage, with the real services at a Zoom on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.ui.pages.event_meet import MEETINGS, NOTHING

if TYPE_CHECKING:
    from tests.ui.meet.meeting_desk import Meet


def test_meetings_are_planned_with_one_button_and_sent_with_another(meet: Meet) -> None:
    meet.open()
    assert meet.stage.stack.currentIndex() == NOTHING
    meet.stage.first_button.click()
    dialog = meet.stage.questions.dialog
    assert dialog is not None
    dialog.accept_button.click()  # type: ignore[attr-defined]
    meet.settle()
    assert meet.stage.stack.currentIndex() == MEETINGS
    assert meet.box.state.text() == "○ To be made"
    assert meet.stage.waiting.lines.text() == "•  Make “Wound care” at Zoom"
    meet.stage.waiting.send.click()
    meet.settle()
    assert meet.box.state.text() == "✓ At Zoom"
    assert meet.stage.note.text() == "1 meeting made."
    assert not meet.stage.waiting.isVisible()
    assert len(meet.at_zoom) == 1
    assert [each.state for each in meet.cards] == [MeetingState.THERE]

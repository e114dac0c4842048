"""What is asked before something is done about a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from cpd_desktop.domain.meetings import Approval, Rhythm
from cpd_desktop.services.work import Work
from cpd_desktop.ui.pages.event_meet import NOTHING
from tests.drafts import STARTS, a_draft, a_session
from tests.ui.meet.meeting_desk import Meet, menu_of

HOUR = timedelta(hours=1)


def test_a_change_at_zoom_is_decided_field_by_field(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    there = meet.at_zoom[card.number or 0]
    there.topic = "Another name"
    assert there.start is not None
    there.start += HOUR
    meet.stage.look_button.click()
    meet.settle()
    assert meet.stage.note.text() == "1 meeting changed at Zoom meanwhile."
    assert meet.box.state.text() == "≠ Changed at Zoom"
    assert not meet.stage.waiting.send.isVisible()
    meet.box.settle.click()
    dialog = meet.conflict_dialog
    assert list(dialog.choices) == ["topic", "starts"]
    names = [each.accessibleName() for each in dialog.choices["topic"].buttons()]
    assert names == ["Topic, here: Wound care", "Topic, at Zoom: Another name"]
    dialog.choices["topic"].button(1).click()
    dialog.accept_button.click()
    meet.settle()
    assert meet.event.starts == STARTS + HOUR
    assert meet.event.title == "Wound care"
    assert meet.box.state.text() == "○ To be changed"
    meet.sent()
    assert there.topic == "Wound care"
    assert meet.box.state.text() == "✓ At Zoom"


def test_what_both_changed_must_be_chosen(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    meet.at_zoom[card.number or 0].topic = "Theirs"
    events = meet.desk.services.events
    events.change(meet.event_id, replace(meet.event.draft(), title="Ours"))
    meet.desk.services.sync.look(Work(), event_id=meet.event_id)
    meet.show()
    meet.box.settle.click()
    dialog = meet.conflict_dialog
    assert not dialog.accept_button.isEnabled()
    shown = [each.accessibleName() for each in dialog.choices["topic"].buttons()]
    assert shown[1] == "Topic, at Zoom: Theirs (was: Wound care)"
    dialog.all_there.click()
    dialog.all_here.click()
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()
    meet.settle()
    meet.sent()
    assert meet.at_zoom[card.number or 0].topic == "Ours"


def test_a_meeting_that_is_gone_at_zoom_can_be_made_again(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.at_zoom.clear()
    meet.stage.look_button.click()
    meet.settle()
    assert meet.box.state.text() == "✕ Not at Zoom any more"
    assert "Make it again, or forget it here." in meet.box.says.text()
    assert set(menu_of(meet.box)) == {"Forget it here"}
    meet.box.again.click()
    meet.settle()
    meet.sent()
    assert meet.box.state.text() == "✓ At Zoom"
    assert len(meet.at_zoom) == 1


def give_up(meet: Meet) -> None:
    menu_of(meet.box)["Give up…"].trigger()  # type: ignore[attr-defined] # an action
    meet.settle()


def test_a_meeting_that_zoom_never_had_is_given_up_at_once(meet: Meet) -> None:
    meet.open()
    meet.desk.services.meetings.plan(meet.event_id)
    meet.show()
    give_up(meet)
    assert meet.stage.questions.dialog is None
    assert meet.stage.stack.currentIndex() == NOTHING


@pytest.mark.parametrize("keep", [False, True])
def test_giving_a_meeting_up_asks_what_becomes_of_it_at_zoom(
    meet: Meet,
    keep: bool,  # noqa: FBT001 - both answers
) -> None:
    meet.open()
    meet.planned()
    give_up(meet)
    dialog = meet.give_up_dialog
    assert not dialog.anyway.isVisible()
    (dialog.keep if keep else dialog.delete).click()
    dialog.accept_button.click()
    meet.settle()
    if not keep:
        assert meet.box.state.text() == "○ To be deleted"
    meet.sent()
    assert meet.cards == []
    assert [each.deleted for each in meet.at_zoom.values()] == [not keep]


def test_a_report_that_was_not_fetched_is_not_lost_by_a_slip(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.clock.at = STARTS + 3 * HOUR
    meet.show()
    give_up(meet)
    dialog = meet.give_up_dialog
    assert dialog.keep.isChecked()
    dialog.delete.click()
    assert not dialog.accept_button.isEnabled()
    dialog.anyway.click()
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_other_settings_are_sent_to_zoom(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    meet.box.settings.click()
    dialog = meet.settings_dialog
    entrance = dialog.entrance
    assert "Recommended" in entrance.approval_says.text()
    entrance.approval.setCurrentIndex(list(Approval).index(Approval.NONE))
    assert "nobody gets a join link of their own" in entrance.approval_says.text()
    entrance.door.setCurrentIndex(1)
    entrance.hosts.setText("not an address")
    dialog.accept_button.click()
    assert "not an address" in dialog._problems["alternative_hosts"].text()
    entrance.hosts.setText("")
    dialog.accept_button.click()
    meet.settle()
    assert meet.box.state.text() == "○ To be changed"
    meet.sent()
    there = meet.at_zoom[card.number or 0].settings
    assert (there["waiting_room"], there["join_before_host"]) == (False, True)
    assert meet.cards[0].settings.approval is Approval.NONE


def test_a_wrong_passcode_is_told_beside_its_field(meet: Meet) -> None:
    meet.open()
    meet.stage.first_button.click()
    dialog = meet.plan_dialog
    dialog.entrance.passcode.setText("has a space")
    dialog.accept_button.click()
    assert "at most 10 characters" in dialog._problems["passcode"].text()
    assert meet.cards == []
    dialog.entrance.passcode.setText("abc123")
    dialog.accept_button.click()
    meet.settle()
    assert [each.passcode for each in meet.cards] == ["abc123"]


def test_uneven_sessions_are_told_why_they_are_no_series(meet: Meet) -> None:
    days = (a_session(starts=STARTS + timedelta(days=day)) for day in (0, 7, 9))
    meet.open(a_draft("Course", *days))
    meet.stage.first_button.click()
    dialog = meet.plan_dialog
    assert not dialog.rhythms[Rhythm.SERIES].isEnabled()
    assert any("not evenly spaced" in each.text() for each in dialog.findChildren(QLabel))
    dialog.rhythms[Rhythm.NO_FIXED_TIME].click()
    dialog.accept_button.click()
    meet.settle()
    assert "the same link for all sessions" in meet.box.when.text()
    assert not meet.stage.plan_button.isVisible()


def test_long_before_its_time_starting_asks_first(meet: Meet, opened: list[str]) -> None:
    meet.open()
    meet.planned()
    meet.box.start.click()
    assert "planned to begin in 10 days" in meet.answer("Cancel")
    assert opened == []
    meet.box.start.click()
    meet.answer("Start now")
    assert len(opened) == 1

"""What somebody sees on the Meet stage, with the real services at a Zoom on loopback."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices, QGuiApplication

from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.happenings import News
from cpd_desktop.domain.meetings import Approval
from cpd_desktop.ui.pages.event_meet import IN_PERSON, MEETINGS, NOTHING, UNREAD
from tests.drafts import STARTS, a_draft, a_session
from tests.ui.meet.meeting_desk import Meet, menu_of

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QPushButton


HOUR = timedelta(hours=1)


def copied(pressed: QPushButton) -> str:
    pressed.click()
    return QGuiApplication.clipboard().text()


def test_meetings_are_planned_with_one_button_and_sent_with_another(meet: Meet) -> None:
    meet.open()
    assert meet.stage.stack.currentIndex() == NOTHING
    meet.stage.first_button.click()
    meet.plan_dialog.accept_button.click()
    meet.settle()
    assert meet.stage.questions.dialog is None
    assert meet.stage.stack.currentIndex() == MEETINGS
    assert meet.box.state.text() == "○ To be made"
    assert meet.stage.waiting.lines.text() == "•  Make “Wound care” at Zoom"
    meet.stage.waiting.send.click()
    meet.settle()
    assert meet.box.state.text() == "✓ At Zoom"
    assert meet.stage.note.text() == "1 meeting made."
    assert not meet.stage.waiting.isVisible()
    assert len(meet.at_zoom) == 1


def test_opening_the_stage_asks_nothing_of_zoom(meet: Meet) -> None:
    before = len(meet.zoom.asked)
    meet.open()
    meet.desk.services.meetings.plan(meet.event_id)
    meet.show()
    assert meet.box.state.text() == "○ To be made"
    assert len(meet.zoom.asked) == before
    assert not meet.stage.connection.isVisible()


def test_an_event_in_person_says_that_it_needs_no_meeting(meet: Meet) -> None:
    draft = replace(a_draft(), format=EventFormat.IN_PERSON, place="Room 4")
    meet.open(draft)
    assert meet.stage.stack.currentIndex() == IN_PERSON


def test_links_and_invitation_can_be_copied(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    box = meet.box
    assert copied(box.register.copy) == card.registration_link
    assert copied(box.passcode.copy) == card.passcode
    assert not box.join.text.isVisible()
    invitation = copied(box.invite)
    assert invitation.splitlines()[:2] == [
        "Wound care",
        "Tue 1 Dec 2026 · 14:00–16:00 Europe/London",  # noqa: RUF001 - the dash of a span
    ]
    assert card.registration_link in invitation
    assert card.passcode not in invitation  # everybody registered gets a link of their own
    settings = replace(card.settings, approval=Approval.NONE, passcode="abc123")
    meet.desk.services.meetings.change(card.id, settings)
    meet.sent()
    card = meet.cards[0]
    assert copied(meet.box.join.copy) == card.join_link
    invitation = copied(meet.box.invite)
    assert card.join_link in invitation
    assert "Passcode: abc123" in invitation


def test_the_countdown_goes_on_while_the_stage_is_seen(meet: Meet) -> None:
    meet.open()
    meet.planned()
    assert meet.box.until.text() == "in 10 days"
    for before, text in (
        (timedelta(hours=2, minutes=5), "in 2 hours 5 minutes"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(seconds=59), "starts now"),
        (timedelta(hours=-1), "on now, 1 hour left"),
        (timedelta(hours=-2), "over"),
    ):
        meet.clock.at = STARTS - before
        meet.stage._ticking.timeout.emit()
        assert meet.box.until.text() == text


def test_near_its_time_a_meeting_starts_by_a_link_that_is_kept_nowhere(
    meet: Meet, opened: list[str]
) -> None:
    meet.open()
    card = meet.planned()
    meet.clock.at = STARTS - HOUR
    meet.box.start.click()
    meet.settle()
    (link,) = opened
    assert str(card.number) in link
    assert meet.stage.note.text() == "Zoom opens in the browser."
    secret = link.partition("?")[2].encode()
    assert secret
    for path in meet.desk.services.folder.path.rglob("*"):
        assert not path.is_file() or secret not in path.read_bytes(), path


def test_without_a_browser_it_says_how_to_start(
    meet: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    meet.open()
    meet.planned()
    meet.clock.at = STARTS
    meet.box.start.click()
    meet.settle()
    assert meet.stage.note.text().startswith("No browser could be opened.")


def test_who_is_in_now_is_told_while_it_runs(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    assert not meet.stage.live.isVisible()
    meet.clock.at = STARTS
    content = {"number": card.number, "uuid": "u1"}
    inbox = meet.desk.services.inbox
    inbox.hear("test", News("meeting.started", STARTS, content))
    person = {"key": "a", "name": "Ann Able"}
    inbox.hear("test", News("meeting.participant_joined", STARTS, content | {"person": person}))
    meet.show()
    assert meet.stage.live.isVisible()
    assert meet.stage.live.says.text() == "since 14:00 · 1 in the meeting: Ann Able"
    inbox.hear("test", News("meeting.ended", STARTS + HOUR, content))
    meet.show()
    assert not meet.stage.live.isVisible()


def test_many_meetings_show_their_details_when_asked(meet: Meet) -> None:
    weeks = (a_session(starts=STARTS + timedelta(weeks=week)) for week in range(5))
    meet.open(a_draft("Course", *weeks))
    meet.planned()
    boxes = [meet.stage.boxes[each.id] for each in meet.cards]
    assert [each.details[0].isVisible() for each in boxes] == [True] + 4 * [False]
    boxes[3].fold.click()
    assert boxes[3].details[0].isVisible()
    assert boxes[3].passcode.text.isVisible()


def test_the_page_of_a_meeting_at_zoom_can_be_opened(meet: Meet, opened: list[str]) -> None:
    meet.open()
    card = meet.planned()
    menu_of(meet.box)["Open at Zoom"].trigger()  # type: ignore[attr-defined] # an action
    assert opened == [f"https://zoom.us/meeting/{card.number}"]


def test_what_is_not_read_yet_is_not_called_empty(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.stage.show_event(meet.desk.services.copies.duplicate(1, STARTS + HOUR).value)
    assert meet.stage.stack.currentIndex() == UNREAD
    meet.settle()
    assert meet.stage.stack.currentIndex() == MEETINGS


def test_after_the_sessions_nothing_is_offered_that_cannot_be(meet: Meet) -> None:
    meet.open()
    assert meet.stage.first_button.isVisible()
    meet.clock.at = STARTS + 3 * HOUR
    meet.show()
    assert not meet.stage.first_button.isVisible()
    assert meet.stage.first_existing.isVisible()
    assert "nothing left to plan" in meet.stage.empty.text.text()

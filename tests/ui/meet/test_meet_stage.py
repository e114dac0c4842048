"""What somebody sees and does on the Meet stage, with the real services at a Zoom on loopback."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel

from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.happenings import News
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Approval, Rhythm
from cpd_desktop.domain.registrants import Applicant
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from cpd_desktop.ui.pages.event_meet import IN_PERSON, MEETINGS, NOTHING, UNREAD
from tests.desk import desk_on
from tests.drafts import STARTS, a_draft, a_session, somebody
from tests.fakes.zoom.faults import CAPTIVE_PORTAL
from tests.fakes.zoom.holding import Person
from tests.keychains import MemoryKeychains
from tests.ui.meet.meeting_desk import Meet

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication, QPushButton
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.meet.meeting_box import MeetingBox
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

HOUR = timedelta(hours=1)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that the browser was sent to."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def copied(pressed: QPushButton) -> str:
    pressed.click()
    return QGuiApplication.clipboard().text()


def menu_of(box: MeetingBox) -> dict[str, object]:
    box._menu.aboutToShow.emit()
    return {each.text(): each for each in box._menu.actions() if each.text()}


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


def test_long_before_its_time_starting_asks_first(meet: Meet, opened: list[str]) -> None:
    meet.open()
    meet.planned()
    meet.box.start.click()
    question = meet.answer("Cancel")
    assert "planned to begin in 10 days" in question.informativeText()
    assert opened == []
    meet.box.start.click()
    meet.answer("Start now")
    assert len(opened) == 1


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


def test_many_meetings_show_their_details_when_asked(meet: Meet) -> None:
    weeks = (a_session(starts=STARTS + timedelta(weeks=week)) for week in range(5))
    meet.open(a_draft("Course", *weeks))
    meet.planned()
    boxes = [meet.stage.boxes[each.id] for each in meet.cards]
    assert [each.details[0].isVisible() for each in boxes] == [True] + 4 * [False]
    boxes[3].fold.click()
    assert boxes[3].details[0].isVisible()
    assert boxes[3].passcode.text.isVisible()


def test_what_zoom_tells_of_a_meeting_is_fetched_and_counted(meet: Meet, opened: list[str]) -> None:
    meet.open()
    meet.desk.services.registrations.add(meet.event_id, somebody("Ann Able", "ann@x.example"))
    card = meet.planned()
    assert meet.box.held.seats.text() == "Registered at Zoom: 1"
    assert not meet.box.held.fetch.isVisible()
    meet.at_zoom[card.number or 0].settings["auto_recording"] = "cloud"
    meet.zoom.hold_meeting(card.number or 0, [Person("Ann Able")], at=STARTS)
    meet.clock.at = STARTS + 3 * HOUR
    meet.show()
    held = meet.box.held
    held.fetch.click()
    assert held.fetch.text() == "Stop"
    meet.settle()
    assert held.fetch.text() == "Fetch who came"
    assert "2 rows read, not settled yet" in held.held.text()
    assert [each.text() for each in held.links] == ["Recording: video", "Recording: chat"]
    held.links[0].click()
    assert "/rec/play/" in opened[0]
    assert "Who came is read next" in held.next.text()
    meet.clock.move(hours=1)
    held.fetch.click()
    meet.settle()
    assert "2 rows read, ✓ settled" in held.held.text()
    assert not held.next.isVisible()
    assert meet.stage.note.text() == "The report is kept and does not change any more."


def test_fetching_can_be_stopped(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    meet.zoom.hold_meeting(card.number or 0, [Person("Ann Able")], at=STARTS)
    meet.clock.at = STARTS + 3 * HOUR
    meet.show()
    meet.box.held.fetch.click()
    meet.box.held.fetch.click()
    meet.settle()
    assert meet.stage.note.text() == "Stopped. What was done until then is kept."
    assert meet.box.held.fetch.text() == "Fetch who came"


def test_somebody_is_warned_before_zoom_forgets(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.clock.at = STARTS + timedelta(days=10)
    meet.show()
    assert not meet.box.held.warning.isVisible()
    meet.clock.at = STARTS + timedelta(days=25)
    meet.show()
    assert "Zoom's website forgets it on Thu 31 Dec 2026" in meet.box.held.warning.text()


def test_people_who_registered_at_zoom_are_pulled(meet: Meet) -> None:
    meet.open()
    card = meet.planned()
    assert card.at is not None
    other = meet.desk.services.zoom.during(Work())
    other.register(card.at, Applicant("zoe@x.example", "Zoë", "Müller"))
    meet.box.held.pull.click()
    meet.settle()
    assert meet.stage.note.text() == "1 person added."
    assert meet.box.held.seats.text() == "Registered at Zoom: 1"


def test_without_an_answer_it_works_on_and_says_so(meet: Meet) -> None:
    meet.open()
    meet.desk.services.meetings.plan(meet.event_id)
    meet.show()
    meet.zoom.faults.next("/v2", CAPTIVE_PORTAL, times=9)
    meet.stage.waiting.send.click()
    meet.settle()
    assert meet.stage.note.text()
    assert meet.box.state.text() == "○ To be made"
    assert meet.stage.waiting.isVisible()


def test_without_a_connection_it_leads_to_the_accounts(meet: Meet) -> None:
    meet.desk.services.zoom_account.disconnect()
    meet.open()
    bar = meet.stage.connection
    assert bar.isVisible()
    assert bar.mark.text() == "Not connected"
    bar.accounts.click()
    assert meet.desk.noted.went == ["settings accounts"]
    meet.desk.services.meetings.plan(meet.event_id)
    meet.show()
    meet.stage.waiting.send.click()
    meet.settle()
    assert meet.box.state.text() == "○ To be made"
    assert meet.stage.note.isVisible()


def test_what_waits_for_a_person_cannot_be_sent(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.desk.services.registrations.add(meet.event_id, somebody("No Mail"))
    meet.show()
    assert meet.stage.waiting.lines.text().endswith("has no e-mail address, which Zoom needs.")
    assert not meet.stage.waiting.send.isVisible()


def test_the_page_of_a_meeting_at_zoom_can_be_opened(meet: Meet, opened: list[str]) -> None:
    meet.open()
    card = meet.planned()
    menu_of(meet.box)["Open at Zoom"].trigger()  # type: ignore[attr-defined] # an action
    assert opened == [f"https://zoom.us/meeting/{card.number}"]


def test_a_draft_is_sent_when_asked(meet: Meet) -> None:
    meet.open(published=False)
    meet.desk.services.meetings.plan(meet.event_id)
    meet.show()
    assert "The event is a draft" in meet.stage.waiting.lines.text()
    meet.stage.waiting.send.click()
    meet.settle()
    assert [each.state for each in meet.cards] == [MeetingState.THERE]


def test_a_locked_vault_is_told_in_words(
    qtbot: QtBot, zoom: FakeZoom, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    keychains = MemoryKeychains(keychain=False)
    keychains.make_vault(Secret("a long passphrase"))
    keychains.lock()
    with desk_on(folder, clock, qapp, keychains=keychains) as desk:
        meet = Meet(desk, qtbot, zoom, clock)
        meet.open()
        assert meet.stage.connection.mark.text() == "Not known"
        assert "The vault is locked." in meet.stage.connection.says.text()
        meet.close()


def test_what_is_not_read_yet_is_not_called_empty(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.stage.show_event(meet.desk.services.copies.duplicate(1, STARTS + HOUR).value)
    assert meet.stage.stack.currentIndex() == UNREAD
    meet.settle()
    assert meet.stage.stack.currentIndex() == MEETINGS

"""What the Meet stage fetches from Zoom and sends there, and what it says where that fails."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.registrants import Applicant
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from tests.desk import desk_on
from tests.drafts import STARTS, a_draft, a_session, somebody
from tests.fakes.zoom.faults import CAPTIVE_PORTAL, DROP_ANSWER
from tests.fakes.zoom.holding import Person
from tests.keychains import MemoryKeychains
from tests.ui.meet.meeting_desk import Meet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

HOUR = timedelta(hours=1)


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


def test_what_waits_for_a_person_cannot_be_sent(meet: Meet) -> None:
    meet.open()
    meet.planned()
    meet.desk.services.registrations.add(meet.event_id, somebody("No Mail"))
    meet.show()
    assert meet.stage.waiting.lines.text().endswith("has no e-mail address, which Zoom needs.")
    assert not meet.stage.waiting.send.isVisible()


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


def test_the_same_wait_for_several_meetings_is_one_line(meet: Meet) -> None:
    meet.open(a_draft("Course", *(a_session(starts=STARTS + HOUR * 24 * day) for day in (0, 7))))
    meet.planned()
    for number in range(6):
        meet.desk.services.registrations.add(meet.event_id, somebody(f"No Mail {number}"))
    meet.show()
    assert meet.stage.waiting.title.text() == "12 things to be done at Zoom"
    lines = meet.stage.waiting.lines.text().splitlines()
    assert lines[0].startswith("•  Register No Mail 0 at Zoom: ")
    assert lines[0].endswith("(2 times)")
    assert (len(lines), lines[-1]) == (5, "and 4 more")


def test_what_zoom_did_not_answer_clearly_is_tried_again_when_asked(meet: Meet) -> None:
    meet.open()
    meet.desk.services.meetings.plan(meet.event_id)
    meet.zoom.faults.next("/v2/users", DROP_ANSWER, method="POST")
    meet.sent()
    assert meet.box.state.text() == "? Unclear"
    assert "It is tried again at " in meet.box.says.text()
    meet.box.send.click()
    meet.settle()
    assert meet.box.state.text() == "✓ At Zoom"
    assert len(meet.at_zoom) == 1

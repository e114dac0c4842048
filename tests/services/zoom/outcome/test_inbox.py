"""What Zoom tells by itself is heard once, in any order, and each message shows its fate."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.happenings import Fate, News
from cpd_desktop.domain.meetings import Recorded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import Offline
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.zoom.inbox import Inbox
from cpd_desktop.store.tables import event, happening
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.outcome import Outcome
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.services.zoom.outcome.planning import Planned, Planner

MINUTE = timedelta(minutes=1)
DOWN = Offline(Sentence("zoom", "Zoom cannot be reached."))


class Registrants:
    """Notes for which meetings registrants were read, or cannot reach Zoom."""

    def __init__(self) -> None:
        self.pulled: list[int] = []
        self.down = False
        self.asked = 0

    def pull(self, meeting_id: int, _work: Work) -> None:
        self.asked += 1
        if self.down:
            raise DOWN
        self.pulled.append(meeting_id)


@pytest.fixture
def registrants() -> Registrants:
    return Registrants()


@pytest.fixture
def inbox(db: Database, clock: FixedClock, outcome: Outcome, registrants: Registrants) -> Inbox:
    lifecycle = Lifecycle(db, clock)
    return Inbox(db, clock, lifecycle, registrants.pull, outcome.fetch_recording)


def published(planner: Planner) -> Planned:
    ours = planner()
    put_status(ours, EventStatus.PUBLISHED)
    return ours


def put_status(ours: Planned, status: EventStatus) -> None:
    with ours.db.writing("test") as tx:
        tx.update(event, ours.event_id, status=status)


def status(ours: Planned) -> str:
    with ours.db.reading() as connection:
        mine = select(event.c.status).where(event.c.id == ours.event_id)
        return str(connection.execute(mine).scalar_one())


def news(ours: Planned, topic: str, at: datetime, *, who: str = "", uuid: str = "u==") -> News:
    content: dict[str, object] = {"number": ours.at.number, "uuid": uuid}
    if topic == "started":
        content["starts"] = at.isoformat()
    if who:
        content["person"] = {"key": who, "name": who, "email": f"{who.lower()}@clinic.example"}
    return News(f"meeting.{topic}", at, content)


def fates(inbox: Inbox) -> list[Fate]:
    return [each.fate for each in reversed(inbox.listed())]


def test_started_and_ended_move_the_event(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    clock.move(hours=1)
    inbox.hear("webhook", news(ours, "started", clock.now()))
    worked = inbox.work_off(ours.work)
    assert status(ours) == "running"
    assert worked.changes.touches("event", ours.event_id)
    clock.move(hours=1, minutes=5)
    inbox.hear("webhook", news(ours, "ended", clock.now()))
    assert inbox.work_off(ours.work).done == 1
    assert status(ours) == "completed"
    (row,) = ours.rows()
    assert (row.starts_at, row.ends_at) == (ours.starts, clock.now())


def test_the_order_in_which_it_is_told_changes_nothing(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    clock.move(hours=3)
    found = set()
    for number, order in enumerate(permutations(range(3))):
        clock.move(hours=-3)
        ours = published(planned)
        clock.move(hours=3)
        uuid = f"{number}=="
        told = [
            news(ours, "started", ours.starts, uuid=uuid),
            news(ours, "participant_joined", ours.starts + MINUTE, who="Maria", uuid=uuid),
            news(ours, "ended", ours.starts + 61 * MINUTE, uuid=uuid),
        ]
        for each in order:
            inbox.hear("webhook", told[each])
            inbox.work_off(ours.work)
        row = next(each for each in ours.rows() if each.uuid == uuid)
        live = inbox.live(ours.event_id)
        times = (row.starts_at - ours.starts, row.ends_at - ours.starts)
        found.add((status(ours), *times, live.running, live.people))
    assert found == {("completed", timedelta(), 61 * MINUTE, False, ())}


def test_the_same_told_twice_or_another_way_is_one_message(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    first = news(ours, "started", clock.now())
    assert inbox.hear("webhook", first)
    assert not inbox.hear("webhook", first)
    polled = News(first.kind, clock.now() + MINUTE, {"number": ours.at.number, "uuid": "u=="})
    assert not inbox.hear("poll", polled)
    assert len(inbox.listed()) == 1


def test_a_rehearsal_does_not_start_the_event(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    clock.move(hours=-3)
    inbox.hear("webhook", news(ours, "started", clock.now()))
    inbox.work_off(ours.work)
    assert status(ours) == "published"
    (told,) = inbox.listed()
    assert (told.fate, str(told.says)) == (
        Fate.IGNORED,
        "No session is at that time, so the event stays as it is.",
    )


def test_an_event_that_may_not_be_moved_stays_and_the_reason_is_told(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = planned()
    clock.move(hours=1)
    inbox.hear("webhook", news(ours, "started", clock.now()))
    inbox.work_off(ours.work)
    assert status(ours) == "draft"
    assert "cannot be running" in str(inbox.listed()[0].says)
    assert ours.rows()[0].starts_at == clock.now()


def test_a_break_before_the_end_does_not_complete_the_event(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    clock.move(hours=1, minutes=30)
    inbox.hear("webhook", news(ours, "ended", clock.now()))
    inbox.work_off(ours.work)
    assert status(ours) == "running"
    assert str(inbox.listed()[0].says) == "Its last session has not ended yet."


def test_what_means_nothing_here_is_ignored_with_the_reason(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = planned()
    inbox.hear("webhook", News("meeting.sharing_started", clock.now(), {}))
    inbox.hear("webhook", News("meeting.completed", clock.now(), {"number": ours.at.number}))
    inbox.hear("webhook", News("meeting.started", clock.now(), {"number": 5, "uuid": "x"}))
    inbox.hear("webhook", News("meeting.started", clock.now(), {"number": ours.at.number}))
    assert inbox.work_off(ours.work).ignored == 4
    assert all(each.says for each in inbox.listed())
    assert inbox.work_off(ours.work).ignored == 0


def in_now(inbox: Inbox, ours: Planned) -> list[str]:
    return [each.name for each in inbox.live(ours.event_id).people]


def test_who_is_in_now_follows_from_who_joined_and_left(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    clock.move(hours=1)
    steps: Sequence[tuple[str, str, list[str]]] = (
        ("participant_joined", "Maria", ["Maria"]),
        ("participant_joined", "Tom", ["Maria", "Tom"]),
        ("participant_joined", "Maria", ["Tom", "Maria"]),  # with a second device
        ("participant_left", "Maria", ["Tom", "Maria"]),
        ("participant_left", "Tom", ["Maria"]),
    )
    for topic, who, expected in steps:
        clock.move(minutes=1)
        inbox.hear("webhook", news(ours, topic, clock.now(), who=who))
        assert in_now(inbox, ours) == expected
    assert inbox.live(ours.event_id).running
    inbox.hear("webhook", news(ours, "ended", clock.now()))
    assert in_now(inbox, ours) == []
    assert not inbox.live(ours.event_id).running


def test_of_a_meeting_that_was_never_told_to_end_nobody_is_in_the_next_day(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = published(planned)
    inbox.hear("webhook", news(ours, "participant_joined", clock.now(), who="Maria"))
    clock.move(days=1, minutes=1)
    assert in_now(inbox, ours) == []


def test_a_registration_is_read_from_zoom(
    planned: Planner, inbox: Inbox, registrants: Registrants, clock: FixedClock
) -> None:
    ours = planned()
    for topic in ("created", "approved", "cancelled", "denied"):
        inbox.hear("webhook", news(ours, f"registration_{topic}", clock.now(), who="Maria"))
    assert inbox.work_off(ours.work).done == 4
    assert registrants.pulled == [ours.meeting_id]  # once for all of them
    inbox.hear("webhook", news(ours, "registration_created", clock.now(), who="Tom"))
    inbox.work_off(ours.work)
    assert len(registrants.pulled) == 2


def test_what_fails_is_tried_again_after_growing_pauses_and_then_waits_for_a_person(
    planned: Planner, inbox: Inbox, registrants: Registrants, clock: FixedClock
) -> None:
    ours = planned()
    inbox.hear("webhook", news(ours, "registration_created", clock.now(), who="Maria"))
    registrants.down = True
    pauses = []
    while True:
        assert inbox.work_off(ours.work).failed == 1
        assert inbox.work_off(ours.work).failed == 0  # not before its time
        (told,) = inbox.listed()
        assert (told.fate, str(told.says)) == (Fate.FAILED, "Zoom cannot be reached.")
        if told.next_at is None:
            break
        pauses.append(told.next_at - clock.now())
        clock.at = told.next_at
    assert pauses == sorted(set(pauses))
    assert told.tries == len(pauses) + 1
    clock.move(days=30)
    assert inbox.work_off(ours.work).failed == 0
    registrants.down = False
    inbox.try_again(told.id)
    assert inbox.work_off(ours.work).done == 1
    assert registrants.pulled == [ours.meeting_id]


def test_zoom_that_does_not_answer_is_asked_once_for_all_registrations(
    planned: Planner, inbox: Inbox, registrants: Registrants, clock: FixedClock
) -> None:
    ours = planned()
    registrants.down = True
    for who in ("Maria", "Tom", "Ann"):
        inbox.hear("webhook", news(ours, "registration_created", clock.now(), who=who))
    assert inbox.work_off(ours.work).failed == 3
    assert registrants.asked == 1


def test_one_that_fails_does_not_hold_up_the_others(
    planned: Planner, inbox: Inbox, registrants: Registrants, clock: FixedClock
) -> None:
    ours = published(planned)
    registrants.down = True
    inbox.hear("webhook", news(ours, "registration_created", clock.now(), who="Maria"))
    clock.move(hours=1)
    inbox.hear("webhook", news(ours, "started", clock.now()))
    worked = inbox.work_off(ours.work)
    assert (worked.failed, worked.done) == (1, 1)
    assert status(ours) == "running"


def test_there_is_no_trying_again_of_what_was_never_heard(inbox: Inbox) -> None:
    with pytest.raises(NotFound, match="no message 7"):
        inbox.try_again(7)


def test_a_recording_is_fetched_when_zoom_says_it_is_there(
    planned: Planner, inbox: Inbox, clock: FixedClock
) -> None:
    ours = planned(recorded=Recorded.CLOUD)
    held = ours.hold(Person("Maria"))
    clock.move(hours=3)
    told = News("recording.completed", clock.now(), {"number": ours.at.number, "uuid": held.uuid})
    inbox.hear("webhook", told)
    assert inbox.work_off(ours.work).done == 1
    assert ours.rows()[0].recording["files"]


def test_nothing_secret_is_kept(planned: Planner, inbox: Inbox, clock: FixedClock) -> None:
    ours = planned()
    content = {
        "number": ours.at.number,
        "download_token": "hush",
        "files": [{"id": "1", "Passcode": "hush", "deeper": {"access_token": "hush"}}],
    }
    inbox.hear("webhook", News("recording.completed", clock.now(), content))
    with ours.db.reading() as connection:
        (row,) = connection.execute(select(happening))
    assert "hush" not in str(row)
    assert row.content["files"] == [{"id": "1", "deeper": {}}]


def test_killed_between_the_deed_and_its_note_it_is_done_once_more_without_harm(
    planned: Planner, inbox: Inbox, clock: FixedClock, db: Database
) -> None:
    ours = published(planned)
    clock.move(hours=1)
    inbox.hear("webhook", news(ours, "started", clock.now()))
    inbox.work_off(ours.work)
    with db.writing("test") as tx:
        tx.execute(happening.update().values(fate=Fate.WAITING.value))
    assert inbox.work_off(ours.work).done == 1
    assert status(ours) == "running"
    assert len(ours.rows()) == 1

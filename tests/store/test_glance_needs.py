"""What the first page says needs the trainer, for events that are near, running and over."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.events import EventDraft, EventStatus, Speaking
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from cpd_desktop.store.tables import assignment, event, registration, speaker, submission
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder

    Says = Callable[[datetime], list[tuple[str, str]]]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def says(folder: DataFolder) -> Says:
    """Return what the first page says at a moment, each with the part of the event it leads to."""

    def at(moment: datetime) -> list[tuple[str, str]]:
        with closing(connect(folder.database, read_only=True)) as connection:
            needs = glance.today(connection, moment).needs
        return [(str(need.says), need.part) for need in needs]

    return at


def put(db: Database, event_id: int, **values: object) -> None:
    with db.writing("test") as tx:
        tx.update(event, event_id, **values)


def priced(draft: EventDraft) -> EventDraft:
    return replace(draft, price=Money(5000, "GBP"))


def test_a_published_event_wants_to_be_started_on_its_day(
    says: Says, events: Events, registrations: Registrations, db: Database
) -> None:
    made = events.add(a_draft()).value
    registrations.add(made.id, somebody("Zoë"))
    assert says(STARTS - HOUR) == []
    put(db, made.id, status=EventStatus.PUBLISHED)
    assert says(STARTS - DAY) == []
    assert says(STARTS - HOUR) == [("It is today, and the event is not started yet.", "")]
    (begun,) = says(STARTS + HOUR)
    assert begun[0] == "Its first session has begun, and the event is not started yet."
    put(db, made.id, status=EventStatus.RUNNING)
    assert says(STARTS + HOUR) == []


def test_the_day_of_an_event_is_the_day_in_its_own_zone(
    says: Says, events: Events, registrations: Registrations, db: Database
) -> None:
    late = a_session(starts=STARTS.replace(hour=11))  # the next day, 00:00, in Auckland
    made = events.add(replace(a_draft("Far", late), zone="Pacific/Auckland")).value
    registrations.add(made.id, somebody("Zoë"))
    put(db, made.id, status=EventStatus.PUBLISHED)
    assert says(STARTS.replace(hour=10)) == []
    put(db, made.id, status=EventStatus.RUNNING)
    over = STARTS.replace(hour=13)  # 02:00 there; before the next midnight it is the same day
    assert says(over + HOUR * 21) == [("It ended today and is not completed.", "")]
    assert says(over + HOUR * 22) == [("It ended 1 day ago and is not completed.", "")]


def test_what_is_less_than_a_day_away_can_be_tomorrow(says: Says, events: Events) -> None:
    events.add(a_draft())
    [(text, _)] = says(STARTS - HOUR * 20)
    assert text == "Starts in 1 day, and nobody is registered yet."
    [(text, _)] = says(STARTS - HOUR)
    assert text == "It is today, and nobody is registered yet."


def test_what_ended_and_is_not_completed_is_told_the_latest_first_and_the_rest_counted(
    says: Says, events: Events, db: Database
) -> None:
    for number in range(5):
        made = events.add(a_draft(f"{number}", a_session(starts=STARTS + DAY * number))).value
        put(db, made.id, status=EventStatus.RUNNING)
    found = says(STARTS + DAY * 4 + HOUR * 3)
    assert [text for text, _ in found] == [
        "It ended today and is not completed.",
        "It ended 1 day ago and is not completed.",
        "It ended 2 days ago and is not completed.",
        "To be completed: 2 more events that ended.",
    ]
    put(db, 1, status=EventStatus.COMPLETED)
    events.trash([2])
    assert len(says(STARTS + DAY * 4 + HOUR * 3)) == 3


def test_a_waiting_line_beside_free_places_and_an_offer_that_ran_out_are_told(
    says: Says, events: Events, registrations: Registrations
) -> None:
    made = events.add(replace(a_draft(), capacity=1)).value
    registrations.add_all(made.id, [somebody("A"), somebody("B"), somebody("C")])
    assert says(registrations.clock.now()) == []
    first = registrations.on(made.id)[0]
    registrations.change_status([first.id], RegistrationStatus.CANCELLED)
    now = registrations.clock.now()
    assert says(now) == [("Waiting in line: 2 persons. Free places: 1.", "register")]
    registrations.offer(made.id)
    assert says(now) == []
    assert says(now + HOUR * 49) == [("1 offer of a place ran out without an answer.", "register")]
    assert says(STARTS + DAY) == []


def test_a_place_that_is_not_paid_is_told_once_the_event_has_begun(
    says: Says, events: Events, registrations: Registrations
) -> None:
    made = events.add(priced(a_draft())).value
    registrations.add_all(made.id, [somebody("A"), somebody("B"), somebody("C")])
    ids = [each.id for each in registrations.on(made.id)]
    registrations.note_payment(ids, Payment.DUE)
    registrations.note_payment(ids[:1], Payment.PAID)
    registrations.change_status(ids[1:2], RegistrationStatus.CANCELLED)
    assert says(STARTS - DAY * 9) == []
    assert ("Still to be paid: 1 place.", "register") in says(STARTS + HOUR)


def test_answers_that_wait_for_a_mark_are_told_where_they_are_required(
    says: Says, events: Events, registrations: Registrations, db: Database
) -> None:
    made = events.add(a_draft()).value
    place = registrations.add(made.id, somebody("Zoë")).value
    with db.writing("test") as tx:
        for required in (0, 1):
            task = tx.insert(assignment, event_id=made.id, title="Case", required=required)
            whose = {"assignment_id": task, "registration_id": place.id}
            tx.insert(submission, attempt=1, status="submitted", **whose)
    assert says(STARTS - DAY * 9) == [("To be marked: 1 answer to assignments.", "plan")]


def test_a_speaker_who_disclosed_nothing_is_told_in_the_week_before(
    says: Says, events: Events, registrations: Registrations, db: Database
) -> None:
    with db.writing("test") as tx:
        known = tx.insert(speaker, name="Dr Ada", sought="dr ada")
    made = events.add(replace(a_draft(), speakers=(Speaking(known),))).value
    registrations.add(made.id, somebody("Zoë"))
    assert says(STARTS - DAY * 8) == []
    told = "Interests are not disclosed yet by 1 speaker."
    assert says(STARTS - DAY * 3) == [(told, "plan")]
    with db.writing("test") as tx:
        tx.update(speaker, known, disclosed_on=date(2026, 1, 1))
    assert says(STARTS - DAY * 3) == []


def test_the_first_look_stays_cheap_however_many_places_there_are(folder: DataFolder) -> None:
    """No statement of it may read every registration, submission or event one by one."""
    with closing(connect(folder.database, read_only=True)) as connection:
        among = {"now": "", "soon": "", "most": 1, "late": "", "forgotten": ""}
        statements = (
            *(glance.UPCOMING, glance.WAITING, glance.DUE, glance.TO_BE_MARKED, glance.ENDED),
            glance.UNFETCHED,
        )
        for statement in statements:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", among)
            steps = [step[3] for step in plan]
            tables = ("r", "registration", "submission", "event", "e", "session", "s", "i", "p")
            whole = [step for step in steps if step in {f"SCAN {each}" for each in tables}]
            assert not whole, statement


def test_places_count_as_taken_while_they_are_not_confirmed_yet(
    says: Says, events: Events, registrations: Registrations, db: Database
) -> None:
    made = events.add(replace(a_draft(), capacity=1)).value
    place = registrations.add(made.id, somebody("A")).value
    other = registrations.add(made.id, somebody("B")).value
    with db.writing("test") as tx:
        tx.update(registration, place.id, status=RegistrationStatus.PENDING)
        tx.update(registration, other.id, status=RegistrationStatus.CONFIRMED, queue=None)
    full = "2 people are registered; there is room for 1."
    assert says(STARTS - DAY * 20) == [(full, "register")]

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.copying import Copied
from cpd_desktop.domain.credit import CreditLine, Minimum
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.events import EventDraft, EventStatus
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.presets import PRESETS, rule_for, rule_of_event
from cpd_desktop.domain.recurrence import Every, Recurrence, repeated
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.codes import Codes
from cpd_desktop.services.copies import Copies, Scope
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

ZONE = "Europe/London"
LATER = moment(datetime(2027, 4, 6, 14, 0), ZONE)  # noqa: DTZ001 - a time on the wall


@pytest.fixture
def copies(db: Database, clock: FixedClock) -> Copies:
    return Copies(db, clock)


def full_draft() -> EventDraft:
    return replace(
        a_draft(
            "Wound care", a_session("One"), a_session("Two", starts=STARTS + timedelta(days=2))
        ),
        description="**Bring** gloves",
        capacity=20,
        price=Money(7500, "GBP"),
        credits=(CreditLine("CPD hours", Decimal(2)),),
        fields=(CustomField(FieldKind.TEXT, "Ward", required=False),),
        closes_at=STARTS - timedelta(days=1),
        tags=("nursing",),
    )


def test_a_copy_asks_for_credit_what_its_original_does(copies: Copies, events: Events) -> None:
    strict, bands = CreditRule(quiz=True), PRESETS["nasba"].rule
    asks = replace(
        full_draft(),
        minimum=Minimum(90),
        preset="ancc",
        rule=PRESETS["ancc"].rule,
        credits=tuple(
            CreditLine("CPD hours", Decimal(2), rule=each) for each in (None, strict, bands)
        ),
    )
    original = events.add(asks).value
    copy = copies.duplicate(original.id, LATER).value
    assert [rule_for(copy, each) for each in copy.credits] == [
        rule_for(original, each) for each in original.credits
    ]
    assert [each.rule for each in copy.credits] == [None, strict, bands]
    assert (copy.preset, rule_of_event(copy)) == ("ancc", rule_of_event(original))
    bare = copies.duplicate(original.id, LATER, frozenset()).value
    assert (bare.credits, bare.preset, rule_of_event(bare)) == ((), "", CreditRule())


def test_a_copy_is_a_draft_with_everything_and_nobody(
    copies: Copies, events: Events, registrations: Registrations, db: Database
) -> None:
    original = events.add(full_draft()).value
    registrations.add(original.id, somebody("Anna"))
    Codes(db).add(CodeDraft("EARLY", percent=10, event_id=original.id, closes_at=STARTS))
    copy = copies.duplicate(original.id, LATER).value
    assert copy.status is EventStatus.DRAFT
    assert [wall_time(each.starts, ZONE) for each in copy.sessions] == [
        wall_time(LATER, ZONE),
        wall_time(LATER, ZONE) + timedelta(days=2),
    ]
    assert copy.closes_at == LATER - timedelta(days=1)
    for name in ("title", "description", "capacity", "price", "tags", "minimum"):
        assert getattr(copy, name) == getattr(original, name)
    assert [(each.type, each.amount) for each in copy.credits] == [("CPD hours", Decimal(2))]
    assert [each.label for each in copy.fields] == ["Ward"]
    assert not {each.uid for each in copy.sessions} & {each.uid for each in original.sessions}
    assert registrations.on(copy.id) == []
    (code,) = [each for each in Codes(db).listed(copy.id) if each.event_id == copy.id]
    assert (code.code, code.closes_at, code.used) == ("EARLY", LATER, 0)


def test_what_is_not_wanted_is_not_copied(copies: Copies, events: Events) -> None:
    original = events.add(full_draft()).value
    copy = copies.duplicate(original.id, LATER, frozenset({Copied.CREDIT})).value
    assert (copy.price, copy.fields) == (None, ())
    assert len(copy.credits) == 1


def test_a_copy_is_undone_in_one_step(copies: Copies, events: Events, history: History) -> None:
    original = events.add(full_draft()).value.id
    done = copies.duplicate(original, LATER)
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert list(events.ids()) == [original]


@given(
    days=st.integers(0, 800),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_copy_keeps_days_times_of_day_and_lengths_in_any_zone(
    copies: Copies, events: Events, days: int, zone: str
) -> None:
    starts = moment(datetime(2026, 10, 20, 18, 30), zone)  # noqa: DTZ001 - a time on the wall
    sessions = [
        a_session(f"Day {day}", starts=moment(datetime(2026, 10, 20 + day, 9, 15), zone))  # noqa: DTZ001 - a time on the wall
        for day in (1, 6)
    ]
    draft = replace(a_draft("T", a_session(starts=starts), *sessions), zone=zone)
    original = events.add(draft).value
    first = moment(wall_time(starts, zone) + timedelta(days=days), zone)
    copy = copies.duplicate(original.id, first).value
    for old, new in zip(original.sessions, copy.sessions, strict=True):
        assert wall_time(new.starts, zone) - wall_time(old.starts, zone) == timedelta(days=days)
        assert new.ends - new.starts == old.ends - old.starts


@pytest.fixture
def weekly(copies: Copies, events: Events) -> list[int]:
    event = events.add(a_draft("Supervision")).value
    rule = repeated(Every.WEEK, wall_time(event.starts, ZONE), ZONE, times=5)
    return copies.repeat(event.id, rule).value


def test_a_series_has_an_event_for_every_date(
    copies: Copies, events: Events, weekly: list[int]
) -> None:
    starts = [wall_time(events.get(each).starts, ZONE) for each in weekly]
    assert [each - starts[0] for each in starts] == [timedelta(weeks=n) for n in range(5)]
    assert copies.in_series(weekly[2]) == weekly
    with pytest.raises(NotAllowed, match="a series already"):
        copies.repeat(weekly[1], Recurrence(starts[1], ZONE, "FREQ=DAILY;COUNT=2"))


def test_an_impossible_series_makes_nothing(copies: Copies, events: Events) -> None:
    event = events.add(a_draft()).value
    with pytest.raises(Invalid, match="never ends"):
        copies.repeat(event.id, Recurrence(datetime(2026, 12, 1), ZONE, "FREQ=DAILY"))  # noqa: DTZ001 - a time on the wall
    assert events.get(event.id).series_id is None
    assert len(events.ids()) == 1


def test_a_change_for_all_leaves_what_one_date_has_of_its_own(
    copies: Copies, events: Events, weekly: list[int]
) -> None:
    own = events.get(weekly[3]).draft()
    events.change(weekly[3], replace(own, title="With a guest"))
    draft = events.get(weekly[1]).draft()
    copies.change(weekly[1], replace(draft, title="Group supervision", capacity=8), Scope.ALL)
    titles = [events.get(each).title for each in weekly]
    assert titles == ["Group supervision"] * 3 + ["With a guest", "Group supervision"]
    assert {events.get(each).capacity for each in weekly} == {8}


def test_another_time_of_day_is_moved_on_every_date(
    copies: Copies, events: Events, weekly: list[int]
) -> None:
    draft = events.get(weekly[0]).draft()
    later = tuple(
        replace(each, starts=each.starts + timedelta(hours=2), ends=each.ends + timedelta(hours=3))
        for each in draft.sessions
    )
    ids = [events.get(each).sessions[0].id for each in weekly]
    copies.change(weekly[0], replace(draft, sessions=later), Scope.ALL)
    found = [events.get(each) for each in weekly]
    assert {wall_time(each.starts, ZONE).hour for each in found} == {16}
    assert {each.ends - each.starts for each in found} == {timedelta(hours=3)}
    assert [each.sessions[0].id for each in found] == ids
    assert [each.sessions[0].sequence for each in found] == [1] * 5


def test_this_and_following_become_a_series_of_their_own(
    copies: Copies, events: Events, weekly: list[int]
) -> None:
    draft = events.get(weekly[2]).draft()
    copies.change(weekly[2], replace(draft, place="Room 4"), Scope.FOLLOWING)
    assert [events.get(each).place for each in weekly] == ["", "", *["Room 4"] * 3]
    assert copies.in_series(weekly[0]) == weekly[:2]
    assert copies.in_series(weekly[4]) == weekly[2:]
    before, after = copies.recurrence_of(weekly[0]), copies.recurrence_of(weekly[4])
    assert before is not None
    assert after is not None
    assert (before.parsed().count, after.parsed().count) == (2, 3)


def test_one_date_is_left_out_and_comes_back(
    copies: Copies, events: Events, history: History, weekly: list[int]
) -> None:
    done = copies.leave_out(weekly[1])
    assert copies.in_series(weekly[0]) == [weekly[0], *weekly[2:]]
    recurrence = copies.recurrence_of(weekly[0])
    assert recurrence is not None
    assert len(recurrence.left_out) == 1
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert copies.in_series(weekly[0]) == weekly


def test_a_whole_series_is_undone_in_one_step(
    copies: Copies, events: Events, history: History
) -> None:
    event = events.add(a_draft()).value
    done = copies.repeat(
        event.id, repeated(Every.DAY, wall_time(event.starts, ZONE), ZONE, times=3)
    )
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert list(events.ids()) == [event.id]
    assert events.get(event.id).series_id is None

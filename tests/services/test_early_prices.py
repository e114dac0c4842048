"""Who pays the early price: by when the place was taken or offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.prices import EarlyPrice, Prices
from cpd_desktop.domain.recurrence import Every, repeated
from cpd_desktop.domain.registrations import Payment, RegistrationStatus, Source
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.codes import Codes
from cpd_desktop.services.copies import Copies, Scope
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.merging import Merging
from cpd_desktop.store.tables import event as event_table
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

S = RegistrationStatus
FULL, LESS = Money(7500, "GBP"), Money(6000, "GBP")
EARLY = EarlyPrice(LESS, date(2026, 11, 25))
PRICED = replace(a_draft(), price=FULL, early=EARLY)
ZONE = PRICED.zone


@pytest.fixture
def event(events: Events) -> int:
    return events.add(PRICED).value.id


def wall(day: int, hour: int = 12, month: int = 11) -> datetime:
    return moment(datetime(2026, month, day, hour), ZONE)  # noqa: DTZ001 - a time on the wall


def enter(registrations: Registrations, event: int, name: str, **more: object) -> int:
    newcomer = somebody(name, f"{name.lower()}@x.example", **more)
    return registrations.add(event, newcomer).value.id


def test_an_early_price_is_kept_with_the_event_and_undone(
    events: Events, history: History, event: int
) -> None:
    assert events.get(event).early == EARLY
    done = events.change(event, replace(PRICED, early=None))
    assert events.get(event).early is None
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert events.get(event).early == EARLY


def test_who_registers_on_the_last_day_keeps_the_early_price_and_the_next_pays_in_full(
    registrations: Registrations, clock: FixedClock, event: int
) -> None:
    clock.at = wall(25, 23) + timedelta(minutes=59, seconds=59)
    early = enter(registrations, event, "Ada")
    clock.move(seconds=1)
    late = enter(registrations, event, "Ben")
    clock.move(days=4)
    prices = [registrations.get(key).price for key in (early, late)]
    assert prices == [LESS, FULL]
    assert registrations.totals(event) == {Payment.DUE: [Money(13500, "GBP")]}


def test_a_list_that_says_when_people_registered_gives_each_the_price_of_that_day(
    registrations: Registrations, clock: FixedClock, event: int
) -> None:
    clock.at = wall(28)
    newcomers = [
        somebody("Ada", "ada@x.example", source=Source.FILE, registered_at=wall(25)),
        somebody("Ben", "ben@x.example", source=Source.ZOOM, registered_at=wall(26)),
        somebody("Cem", "cem@x.example", source=Source.FILE),
    ]
    registrations.add_all(event, newcomers)
    assert [each.price for each in registrations.on(event)] == [LESS, FULL, FULL]


def test_an_early_price_of_nothing_leaves_nothing_due(
    registrations: Registrations, events: Events, db: Database, event: int
) -> None:
    free = replace(PRICED, early=replace(EARLY, price=Money(0, "GBP")))
    events.change(event, free)
    place = registrations.get(enter(registrations, event, "Ada"))
    assert (place.price, place.payment) == (Money(0, "GBP"), Payment.NOTHING_DUE)
    Codes(db).add(CodeDraft("HALF", percent=50))
    with pytest.raises(Invalid, match="nothing to pay"):
        enter(registrations, event, "Ben", code="HALF")


def test_another_price_of_the_event_changes_no_place_that_was_given(
    registrations: Registrations, events: Events, event: int
) -> None:
    key = enter(registrations, event, "Ada")
    events.change(event, replace(PRICED, price=Money(9000, "GBP"), early=None))
    assert registrations.get(key).price == LESS


def test_a_code_takes_off_from_the_price_that_holds(
    registrations: Registrations, db: Database, clock: FixedClock, event: int
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    early = enter(registrations, event, "Ada", code="half")
    assert registrations.quote(event, "") == LESS
    clock.at = wall(26)
    late = enter(registrations, event, "Ben", code="half")
    assert registrations.quote(event, "") == FULL
    assert registrations.quote(event, "", at=wall(25)) == LESS
    prices = [registrations.get(key).price for key in (early, late)]
    assert prices == [Money(3000, "GBP"), Money(3750, "GBP")]


def test_a_code_that_comes_later_is_taken_off_from_the_price_of_the_registration(
    registrations: Registrations, db: Database, clock: FixedClock, event: int
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    key = enter(registrations, event, "Ada")
    clock.at = wall(28)
    registrations.change(key, somebody("Ada", "ada@x.example", code="HALF"))
    assert registrations.get(key).price == Money(3000, "GBP")
    registrations.change(key, somebody("Ada", "ada@x.example"))
    assert registrations.get(key).price == LESS


@pytest.fixture
def waiting(registrations: Registrations, events: Events, event: int) -> list[int]:
    """Ada with the only place, and two who came early and wait."""
    events.change(event, replace(PRICED, capacity=1))
    return [enter(registrations, event, name) for name in ("Ada", "Ben", "Cem")]


def test_who_waits_pays_the_price_of_the_day_on_which_the_place_is_offered(
    registrations: Registrations,
    history: History,
    clock: FixedClock,
    event: int,
    waiting: list[int],
) -> None:
    ada, ben, cem = waiting
    clock.at = wall(25, 20)
    registrations.change_status([ada], S.CANCELLED)
    registrations.offer(event)
    clock.at = wall(26)  # accepted too late for the early price, but offered in time
    registrations.accept(ben)
    assert registrations.get(ben).price == LESS
    registrations.change_status([ben], S.CANCELLED)
    done = registrations.offer(event)
    assert registrations.get(cem).price == FULL
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert registrations.get(cem).price == LESS


def test_who_is_confirmed_from_the_line_pays_the_price_of_that_day(
    registrations: Registrations, db: Database, clock: FixedClock, event: int, waiting: list[int]
) -> None:
    ada, ben, _ = waiting
    Codes(db).add(CodeDraft("HALF", percent=50, uses=1))
    registrations.change(ben, somebody("Ben", "ben@x.example", code="HALF"))
    assert registrations.get(ben).price == Money(3000, "GBP")
    clock.at = wall(26)
    registrations.change_status([ada], S.CANCELLED)
    registrations.confirm([ben])
    place = registrations.get(ben)
    assert (place.price, place.code, place.status) == (Money(3750, "GBP"), "HALF", S.CONFIRMED)


def test_a_list_that_lets_somebody_in_from_the_line_gives_them_the_price_of_that_day(
    registrations: Registrations, clock: FixedClock, event: int, waiting: list[int]
) -> None:
    ada, ben, cem = waiting
    registrations.change_status([ada, cem], S.CANCELLED)
    clock.at = wall(26)
    listed = somebody("Ben", "ben@x.example", status=S.CONFIRMED, source=Source.FILE)
    registrations.add_all(event, [listed])
    place = registrations.get(ben)
    assert (place.status, place.price) == (S.CONFIRMED, FULL)


def test_what_was_paid_or_waived_in_the_line_stays(
    registrations: Registrations, clock: FixedClock, waiting: list[int]
) -> None:
    ada, ben, _ = waiting
    registrations.note_payment([ben], Payment.WAIVED)
    clock.at = wall(26)
    registrations.change_status([ada], S.CANCELLED)
    registrations.confirm([ben])
    place = registrations.get(ben)
    assert (place.price, place.payment) == (LESS, Payment.WAIVED)


def test_who_cancelled_and_comes_back_late_pays_in_full(
    registrations: Registrations, db: Database, clock: FixedClock, event: int
) -> None:
    key = enter(registrations, event, "Ada")
    registrations.change_status([key], S.CANCELLED)
    clock.at = wall(26)
    registrations.confirm([key])
    assert registrations.get(key).price == FULL
    Codes(db).add(CodeDraft("HALF", percent=50))
    registrations.change(key, somebody("Ada", "ada@x.example", code="HALF"))
    assert registrations.get(key).price == Money(3750, "GBP")


def test_two_places_that_become_one_keep_the_price_and_its_day(
    registrations: Registrations, db: Database, clock: FixedClock, event: int
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    gone = enter(registrations, event, "Ada")
    registrations.change_status([gone], S.CANCELLED)
    clock.at = wall(26)
    kept = registrations.get(enter(registrations, event, "Adah"))
    Merging(db).merge(kept.person_id, registrations.get(gone).person_id)
    assert registrations.get(kept.id).price == FULL
    registrations.change(kept.id, somebody("Ada", "ada@x.example", code="HALF"))
    assert registrations.get(kept.id).price == Money(3750, "GBP")


def test_the_last_day_moves_along_when_the_event_is_postponed_or_copied(
    events: Events, db: Database, clock: FixedClock, event: int
) -> None:
    later = wall(20, 9, month=12)  # nineteen days later, at another time of day
    copy = Copies(db, clock).duplicate(event, later).value
    moved = Lifecycle(db, clock).postpone(event, later).value
    wanted = EarlyPrice(LESS, date(2026, 12, 14))
    assert (copy.early, moved.early, events.get(event).early) == (wanted, wanted, wanted)


def test_each_date_of_a_series_has_a_last_day_of_its_own(
    events: Events, db: Database, clock: FixedClock, event: int
) -> None:
    copies = Copies(db, clock)
    starts = wall_time(events.get(event).starts, ZONE)
    made = copies.repeat(event, repeated(Every.WEEK, starts, ZONE, times=3)).value

    def last_days() -> list[date | None]:
        return [each.early.until if each.early else None for each in map(events.get, made)]

    weeks = [EARLY.until + timedelta(weeks=n) for n in range(3)]
    assert last_days() == weeks
    draft = events.get(made[1]).draft()
    longer = EarlyPrice(Money(5000, "GBP"), weeks[1] + timedelta(days=2))
    copies.change(made[1], replace(draft, early=longer), Scope.ALL)
    assert last_days() == [day + timedelta(days=2) for day in weeks]
    events.change(made[2], replace(events.get(made[2]).draft(), early=None))
    draft = events.get(made[0]).draft()
    copies.change(made[0], replace(draft, early=EARLY), Scope.ALL)
    assert last_days() == [EARLY.until, weeks[1], None]


def test_a_price_for_all_dates_that_is_below_an_early_one_is_refused_and_changes_none(
    events: Events, db: Database, clock: FixedClock, event: int
) -> None:
    copies = Copies(db, clock)
    starts = wall_time(events.get(event).starts, ZONE)
    first, second = copies.repeat(event, repeated(Every.WEEK, starts, ZONE, times=2)).value
    events.change(first, replace(events.get(first).draft(), early=None))
    draft = events.get(first).draft()
    with pytest.raises(Invalid, match="not lower than the price"):
        copies.change(first, replace(draft, price=Money(5000, "GBP")), Scope.ALL)
    assert [events.get(each).price for each in (first, second)] == [FULL, FULL]


def test_a_price_is_not_undone_below_an_early_price_that_came_later(
    events: Events, history: History
) -> None:
    draft = events.add(replace(a_draft(), price=Money(5000, "GBP"))).value.draft()
    (key,) = events.ids()
    raised = events.change(key, replace(draft, price=FULL))
    events.change(key, replace(draft, price=FULL, early=EARLY))
    assert raised.changes.entry is not None
    with pytest.raises(Conflict, match="does not fit"):
        history.undo(raised.changes.entry)
    assert events.get(key).prices == Prices(FULL, EARLY, ZONE)


@pytest.mark.parametrize(
    "columns", [{"early_until": None}, {"early_minor": None}, {"price_minor": 6000}]
)
def test_the_database_holds_no_half_of_an_early_price(
    db: Database, event: int, columns: dict[str, int | None]
) -> None:
    with pytest.raises(Conflict), db.writing("event.change") as tx:
        tx.update(event_table, event, **columns)

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import (
    Newcomer,
    OutOfTurn,
    Payment,
    RegistrationStatus,
    Source,
)
from cpd_desktop.services.codes import Codes
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

S = RegistrationStatus
PRICE = Money(7500, "GBP")


@pytest.fixture
def event(events: Events) -> int:
    draft = replace(a_draft(), capacity=2, price=PRICE, offer_hours=48)
    return events.add(draft).value.id


@pytest.fixture
def five(registrations: Registrations, event: int) -> list[int]:
    """Two with a place, then three who wait."""
    names = ("Ann", "Ben", "Cem", "Dora", "Eve")
    return [
        registrations.add(event, somebody(name, f"{name}@x.example")).value.id for name in names
    ]


def line(registrations: Registrations, event: int) -> list[str]:
    return [each.name for each in registrations.waiting(event)]


def test_whoever_comes_when_it_is_full_waits_behind_the_others(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    assert line(registrations, event) == ["Cem", "Dora", "Eve"]
    places = registrations.places(event)
    assert (places.held, places.free, places.waiting) == (2, 0, 3)


def test_free_places_are_offered_to_the_first_in_line(
    registrations: Registrations, event: int, five: list[int], clock: FixedClock
) -> None:
    with pytest.raises(Conflict, match="No place is free to give: 2 of 2"):
        registrations.offer(event)
    registrations.change_status(five[:1], S.CANCELLED)
    assert registrations.offer(event).value == [five[2]]
    places = registrations.places(event)
    assert places.offered_until == clock.now() + timedelta(hours=48)
    assert places.free == 0
    with pytest.raises(Conflict, match="No place is free"):
        registrations.offer(event)
    registrations.accept(five[2])
    assert registrations.get(five[2]).status is S.CONFIRMED


def test_an_offer_with_nobody_waiting_is_refused(registrations: Registrations, event: int) -> None:
    with pytest.raises(NotAllowed, match="Nobody waits"):
        registrations.offer(event)


def test_an_offer_that_ran_out_goes_to_the_next(
    registrations: Registrations, event: int, five: list[int], clock: FixedClock
) -> None:
    registrations.change_status(five[:1], S.CANCELLED)
    registrations.offer(event)
    clock.move(hours=48)
    with pytest.raises(Conflict, match="Cem has no open offer"):
        registrations.accept(five[2])
    registrations.lapse_offers()
    assert line(registrations, event) == ["Dora", "Eve", "Cem"]
    assert registrations.offer(event).value == [five[3]]


def test_whoever_declines_goes_to_the_end(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.decline(five[2])
    assert line(registrations, event) == ["Dora", "Eve", "Cem"]
    with pytest.raises(NotAllowed, match="Ann does not wait"):
        registrations.decline(five[0])


def test_nobody_is_confirmed_past_the_line_unless_that_is_meant(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.change_status(five[:1], S.CANCELLED)
    with pytest.raises(OutOfTurn, match="ahead of Eve: 2 persons"):
        registrations.change_status([five[4]], S.CONFIRMED)
    registrations.change_status([five[4]], S.CONFIRMED, out_of_turn=True)
    assert registrations.get(five[4]).status is S.CONFIRMED


def test_the_first_in_line_need_no_question_in_whatever_order_they_are_chosen(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.change_status(five[:2], S.CANCELLED)
    registrations.change_status([five[3], five[2]], S.CONFIRMED)
    assert line(registrations, event) == ["Eve"]


def test_out_of_turn_still_needs_a_place(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    with pytest.raises(Conflict, match="No place is free"):
        registrations.change_status([five[4]], S.CONFIRMED, out_of_turn=True)


def test_an_offer_is_void_once_there_are_fewer_places(
    registrations: Registrations, events: Events, event: int, five: list[int]
) -> None:
    registrations.change_status(five[:1], S.CANCELLED)
    registrations.offer(event)
    events.change(event, replace(events.get(event).draft(), capacity=1))
    with pytest.raises(Conflict, match="1 of 1 are taken"):
        registrations.accept(five[2])


def test_a_list_that_says_confirmed_does_not_jump_the_line(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    listed = somebody("Eve", "Eve@x.example", status=S.CONFIRMED, source=Source.FILE)
    registrations.add_all(event, [listed._replace(person=listed.person.tidied())])
    assert registrations.get(five[4]).status is S.WAITLISTED
    assert registrations.places(event).held == 2


def test_whoever_cancelled_comes_back_behind_those_who_wait(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.change_status(five[:1], S.CANCELLED)
    (back,) = registrations.confirm(five[:1]).value
    assert back.status is S.WAITLISTED
    assert line(registrations, event) == ["Cem", "Dora", "Eve", "Ann"]


def test_whoever_cancelled_comes_back_to_a_free_place_and_owes_again(
    registrations: Registrations, event: int
) -> None:
    ann = registrations.add(event, somebody("Ann", "a@x.example")).value
    registrations.note_payment([ann.id], Payment.REFUNDED)
    registrations.change_status([ann.id], S.CANCELLED)
    back = registrations.add(event, somebody("Ann", "a@x.example")).value
    assert (back.id, back.status, back.payment) == (ann.id, S.CONFIRMED, Payment.DUE)


def test_what_was_paid_before_coming_back_stays_paid(
    registrations: Registrations, event: int
) -> None:
    ann = registrations.add(event, somebody("Ann", "a@x.example")).value
    registrations.note_payment([ann.id], Payment.PAID)
    registrations.change_status([ann.id], S.CANCELLED)
    (back,) = registrations.confirm([ann.id]).value
    assert (back.payment, back.price) == (Payment.PAID, PRICE)


def test_undo_does_not_seat_somebody_on_a_place_given_away(
    registrations: Registrations, history: History, event: int, five: list[int]
) -> None:
    entry = registrations.change_status(five[:1], S.CANCELLED).entry
    registrations.change_status([five[2]], S.CONFIRMED)
    assert entry is not None
    with pytest.raises(Conflict, match="given to somebody else since"):
        history.undo(entry)
    assert registrations.places(event).held == 2


def test_undo_gives_a_place_in_line_back_that_nobody_else_has(
    registrations: Registrations, history: History, event: int, five: list[int]
) -> None:
    entry = registrations.change_status([five[4]], S.CANCELLED).entry
    registrations.add(event, somebody("Finn"))
    assert entry is not None
    history.undo(entry)
    assert line(registrations, event) == ["Cem", "Dora", "Eve", "Finn"]
    queue = [each.queue for each in registrations.waiting(event)]
    assert len(set(queue)) == len(queue)


def test_a_code_with_few_uses_is_not_used_more_often_by_a_long_list(
    registrations: Registrations, events: Events, db: Database
) -> None:
    event = events.add(replace(a_draft(), price=PRICE)).value.id
    Codes(db).add(CodeDraft("EARLY", percent=10, uses=2))
    with pytest.raises(Invalid, match="was used 2 times, which is all"):
        registrations.add_all(event, [somebody(name, code="early") for name in "ABC"])
    registrations.add_all(event, [somebody(name, code="early") for name in "AB"])
    assert [each.price for each in registrations.on(event)] == [Money(6750, "GBP")] * 2


def test_an_edited_place_keeps_what_was_edited(
    registrations: Registrations, db: Database, event: int, five: list[int]
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    person = replace(somebody("Anne", "anne@x.example").person, organisation="Ward 4")
    edited = Newcomer(
        person=person, reference=" A7 ", note="late", party="Ward 4", code="half", status=S.PENDING
    )
    made = registrations.change(five[0], edited).value
    assert (made.name, made.email, made.organisation) == ("Anne", "anne@x.example", "Ward 4")
    assert (made.reference, made.note, made.party) == ("A7", "late", "Ward 4")
    assert (made.price, made.code, made.status) == (Money(3750, "GBP"), "HALF", S.PENDING)
    with pytest.raises(Conflict, match="A7 belongs to Anne"):
        registrations.change(five[1], edited._replace(person=somebody("Ben").person))


def test_a_price_that_was_paid_is_not_changed_by_a_code(
    registrations: Registrations, db: Database, event: int, five: list[int]
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    registrations.note_payment(five[:1], Payment.PAID)
    with pytest.raises(NotAllowed, match="Ann has paid or got a bill"):
        registrations.change(five[0], somebody("Ann", "ann@x.example", code="half"))


def test_the_money_is_counted_of_those_with_a_place(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.note_payment(five[:1], Payment.PAID)
    assert registrations.totals(event) == {Payment.DUE: [PRICE], Payment.PAID: [PRICE]}


def test_a_quote_says_what_is_left_to_pay_or_why_a_code_fails(
    registrations: Registrations, db: Database, event: int
) -> None:
    Codes(db).add(CodeDraft("HALF", percent=50))
    assert registrations.quote(event, "") == PRICE
    assert registrations.quote(event, "half") == Money(3750, "GBP")
    with pytest.raises(Invalid, match="There is no code NONE"):
        registrations.quote(event, "NONE")


def test_people_are_listed_and_moved_by_group(
    registrations: Registrations, event: int, five: list[int]
) -> None:
    registrations.move(five[1:3], "Ward 4")
    found = registrations.ids(event, sort="party", descending=True)
    assert set(found[:2]) == set(five[1:3])
    registrations.move(five[1:2], "")
    assert registrations.get(five[1]).party is None
    standing = registrations.standing(event, five[1:3])
    assert [each.status for each in standing.values()] == [S.CONFIRMED, S.WAITLISTED]


def test_somebody_pointed_out_is_not_doubled_even_without_an_address(
    registrations: Registrations, events: Events, event: int
) -> None:
    known = registrations.add(event, somebody("Ann Lee")).value
    other = events.add(a_draft("Other")).value.id
    again = registrations.add(other, somebody("Ann Lee", person_id=known.person_id)).value
    assert again.person_id == known.person_id

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.services.backups import Backups
from cpd_desktop.services.duplicates import Duplicates
from cpd_desktop.services.erasure import Erasure
from cpd_desktop.services.merging import Merging
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store.tables import (
    answer,
    assignment,
    check_in,
    custom_field,
    metadata,
    registration,
    submission,
)
from tests.drafts import a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

S = RegistrationStatus


@pytest.fixture
def merging(db: Database) -> Merging:
    return Merging(db)


@pytest.fixture
def duplicates(db: Database) -> Duplicates:
    return Duplicates(db)


def state(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is kept beside the audit trail."""
    with db.reading() as connection:
        return {
            name: [tuple(row) for row in connection.execute(table.select()).all()]
            for name, table in metadata.tables.items()
            if not name.startswith("journal")
        }


def named(found: Any) -> list[tuple[int, int]]:
    return [(pair.one, pair.other) for pair in found.pairs]


def test_the_likeliest_pair_is_offered_first(duplicates: Duplicates, people: People) -> None:
    for draft in (
        PersonDraft("Ada Byron", "ada@x.example"),
        PersonDraft("Bob Ray", "bob@x.example"),
        PersonDraft("Robert Ray"),
        PersonDraft("Ada Byron", "ada@x.example"),
        PersonDraft("Someone Else", "else@x.example"),
    ):
        people.add(draft)
    found = duplicates.possible_duplicates()
    assert named(found) == [(1, 4), (2, 3)]
    assert found.total == 2
    assert named(duplicates.possible_duplicates(1)) == [(1, 4)]
    assert duplicates.possible_duplicates(1).total == 2


def test_those_told_apart_are_not_offered_again(
    duplicates: Duplicates, people: People, history: History
) -> None:
    people.add(PersonDraft("Ada Byron"))
    people.add(PersonDraft("Ada Byron"))
    changes = duplicates.tell_apart(2, 1)
    assert duplicates.possible_duplicates().total == 0
    assert not duplicates.tell_apart(1, 2)
    history.undo(changes.entry or 0)
    assert duplicates.possible_duplicates().total == 1
    with pytest.raises(NotFound):
        duplicates.tell_apart(1, 9)


def test_a_name_that_a_crowd_shares_says_nothing(duplicates: Duplicates, people: People) -> None:
    for number in range(40):
        people.add(PersonDraft("Ada Byron", f"a{number}@x{number}.example"))
    people.add(PersonDraft("Byron, Ada", "a7@x7.example"))
    assert named(duplicates.possible_duplicates()) == [(8, 41)]


def test_looking_for_duplicates_can_be_stopped(duplicates: Duplicates, people: People) -> None:
    people.add(PersonDraft("Ada Byron"))
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        duplicates.possible_duplicates(work=work)


def test_erased_people_are_not_offered(
    duplicates: Duplicates, people: People, db: Database, clock: FixedClock, folder: DataFolder
) -> None:
    for _ in range(2):
        erased = people.add(PersonDraft("Ada Byron", "ada@x.example")).value.id
        Erasure(db, clock, Backups(folder, clock)).erase(erased)
    assert duplicates.possible_duplicates().total == 0


def test_a_preview_is_what_the_merge_makes(
    merging: Merging, people: People, events: Events, registrations: Registrations
) -> None:
    event = events.add(a_draft()).value.id
    keep = people.add(PersonDraft("Ada Byron", "ada@x.example", organisation="St Anne")).value.id
    other = registrations.add(event, somebody("Ada King", "king@x.example")).value.person_id
    preview = merging.merge_preview(keep, other)
    assert [str(each) for each in preview.sentences] == [
        "What moves along: 1 place on other events."
    ]
    made = merging.merge(keep, other).value
    assert made.draft() == preview.merged
    assert [each.person_id for each in registrations.on(event)] == [keep]
    with pytest.raises(NotFound):
        people.get(other)


def both_there(
    events: Events, registrations: Registrations, db: Database
) -> tuple[int, int, dict[str, int]]:
    """Register one human twice, with something on each place."""
    event = events.add(a_draft("Wound care", a_session("One"), a_session("Two"))).value
    mine = registrations.add(event.id, somebody("Ada Byron", "ada@x.example", note="Mine")).value
    theirs = registrations.add(
        event.id, somebody("Ada King", "king@x.example", note="Theirs", reference="A-7")
    ).value
    first, second = event.sessions
    with db.writing("test") as tx:
        fields = [
            tx.insert(custom_field, event_id=event.id, kind="text", label=label)
            for label in ("Diet", "Role")
        ]
        tx.insert(answer, registration_id=mine.id, custom_field_id=fields[0], value="Vegan")
        for field, value in zip(fields, ("Halal", "Nurse"), strict=True):
            tx.insert(answer, registration_id=theirs.id, custom_field_id=field, value=value)
        at = registrations.clock.now()
        tx.insert(check_in, registration_id=mine.id, session_id=first.id, at=at, how="hand")
        for session in (first, second):
            tx.insert(check_in, registration_id=theirs.id, session_id=session.id, at=at, how="scan")
        task = tx.insert(assignment, event_id=event.id, title="Essay")
        for place, body in ((mine.id, "Mine"), (theirs.id, "Theirs")):
            tx.insert(
                submission, assignment_id=task, registration_id=place, attempt=1, status="draft",
                body=body,
            )  # fmt: skip
    ids = {
        "event": event.id,
        "mine": mine.id,
        "theirs": theirs.id,
        "diet": fields[0],
        "role": fields[1],
    }
    return mine.person_id, theirs.person_id, ids


def test_two_places_on_one_event_become_one_with_all_that_was_on_either(
    merging: Merging, events: Events, registrations: Registrations, db: Database
) -> None:
    keep, other, ids = both_there(events, registrations, db)
    merging.merge(keep, other)
    (place,) = registrations.on(ids["event"])
    assert (place.id, place.person_id, place.reference) == (ids["mine"], keep, "A-7")
    assert dict(place.answers) == {ids["diet"]: "Vegan", ids["role"]: "Nurse"}
    assert place.note == "Mine\nREG-2026-0002 · A-7 · Halal\nTheirs"
    with db.reading() as connection:
        visits = connection.execute(check_in.select().order_by(check_in.c.session_id)).all()
        assert [(row.registration_id, row.how) for row in visits] == [
            (place.id, "hand"), (place.id, "scan"),
        ]  # fmt: skip
        work = connection.execute(submission.select().order_by(submission.c.attempt)).all()
        assert [(row.registration_id, row.attempt, row.body) for row in work] == [
            (place.id, 1, "Mine"), (place.id, 2, "Theirs"),
        ]  # fmt: skip


def test_the_number_that_was_given_up_still_finds_the_place(
    merging: Merging, events: Events, registrations: Registrations, db: Database
) -> None:
    keep, other, ids = both_there(events, registrations, db)
    merging.merge(keep, other)
    assert list(registrations.ids(ids["event"], "REG-2026-0002")) == [ids["mine"]]


def test_a_merge_is_taken_back_whole(
    merging: Merging, events: Events, registrations: Registrations, people: People, history: History
) -> None:
    db = merging.db
    keep, other, _ = both_there(events, registrations, db)
    third = people.add(PersonDraft("Ada Kings")).value.id
    Duplicates(db).tell_apart(third, other)
    before = state(db)
    changes = merging.merge(keep, other).changes
    assert state(db) != before
    history.undo(changes.entry or 0)
    assert state(db) == before


def test_nobody_loses_a_seat_by_being_merged(
    merging: Merging, events: Events, registrations: Registrations, db: Database
) -> None:
    keep, other, ids = both_there(events, registrations, db)
    registrations.change_status([ids["mine"]], S.CANCELLED)
    sentence = str(merging.merge_preview(keep, other).sentences[0])
    assert "REG-2026-0002 stays (confirmed); REG-2026-0001 is given up" in sentence
    merging.merge(keep, other)
    (place,) = registrations.on(ids["event"])
    assert (place.number, place.status, place.person_id) == ("REG-2026-0002", S.CONFIRMED, keep)


def test_what_was_paid_stays_paid(
    merging: Merging, events: Events, registrations: Registrations, db: Database
) -> None:
    keep, other, ids = both_there(events, registrations, db)
    paid = {"payment": Payment.PAID, "price_minor": 5000, "currency": "EUR"}
    with db.writing("test") as tx:
        tx.update(registration, ids["mine"], payment=Payment.DUE, price_minor=7500, currency="EUR")
        tx.update(registration, ids["theirs"], **paid)
    merging.merge(keep, other)
    (place,) = registrations.on(ids["event"])
    assert (place.payment, str(place.price)) == (Payment.PAID, "50.00 EUR")


def test_a_place_paid_twice_is_told(
    merging: Merging, events: Events, registrations: Registrations, db: Database
) -> None:
    keep, other, ids = both_there(events, registrations, db)
    with db.writing("test") as tx:
        for key in (ids["mine"], ids["theirs"]):
            tx.update(registration, key, payment=Payment.PAID, price_minor=5000, currency="EUR")
    preview = merging.merge_preview(keep, other)
    assert str(preview.sentences[-1]).startswith(
        "Both places on “Wound care” are paid: 50.00 EUR for REG-2026-0002"
    )


def test_who_was_told_apart_from_one_is_apart_from_the_merged(
    merging: Merging, duplicates: Duplicates, people: People
) -> None:
    ids = [people.add(PersonDraft("Ada Byron")).value.id for _ in range(3)]
    duplicates.tell_apart(ids[1], ids[2])
    merging.merge(ids[0], ids[1])
    assert duplicates.possible_duplicates().total == 0


def test_a_merge_that_would_not_fit_changes_nothing(
    merging: Merging, people: People, db: Database
) -> None:
    one = people.add(PersonDraft("Ada", notes="x" * 6000)).value.id
    other = people.add(PersonDraft("Ada", notes="y" * 6000)).value.id
    before = state(db)
    with pytest.raises(Invalid):
        merging.merge(one, other)
    assert state(db) == before


def test_nobody_is_merged_with_themselves_or_with_who_is_not_there(
    merging: Merging, people: People
) -> None:
    one = people.add(PersonDraft("Ada")).value.id
    with pytest.raises(NotAllowed):
        merging.merge(one, one)
    with pytest.raises(NotFound):
        merging.merge(one, 9)


def test_an_erased_person_is_merged_with_nobody(
    merging: Merging, people: People, db: Database, clock: FixedClock, folder: DataFolder
) -> None:
    one, other = (people.add(PersonDraft("Ada")).value.id for _ in range(2))
    Erasure(db, clock, Backups(folder, clock)).erase(other)
    with pytest.raises(NotAllowed):
        merging.merge(one, other)


def test_a_merge_knows_every_table_that_belongs_to_a_person_or_a_place() -> None:
    owned = {
        name
        for name, table in metadata.tables.items()
        for column in table.c
        if column.name in ("person_id", "registration_id")
    }
    assert owned == {
        "person_address", "person_spelling", "licence", "registration", "answer", "check_in",
        "submission", "seat", "alias", "mark", "sighting", "certificate", "message", "sales_order",
        "order_line", "payment", "ledger_entry", "operation", "membership", "money_doubt",
        "stripe_customer",
    }  # fmt: skip


def test_people_are_filtered_by_tag_and_by_not_being_written_to(people: People) -> None:
    people.add(PersonDraft("Ada", tags=("nurse", "London")))
    people.add(PersonDraft("Bo", tags=("nurse",), do_not_mail=True))
    people.add(PersonDraft("Cy"))
    assert people.tags() == {"London": 1, "nurse": 2}
    assert list(people.ids(tag="nurse")) == [1, 2]
    assert list(people.ids("bo", tag="London")) == []
    assert list(people.ids(do_not_mail=True)) == [2]

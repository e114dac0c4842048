from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck
from hypothesis import given as generated
from hypothesis import settings as examples
from hypothesis import strategies as st

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import Licence, PersonDraft
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.codes import Codes
from cpd_desktop.services.work import Cancelled, Progress, Work
from tests.drafts import a_draft, somebody
from tests.lists import Lists, as_csv, numbers, said

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations

S = RegistrationStatus
PLAIN = ("Name", "E-mail")
FULL = ("First name", "Last name", "E-mail", "Organisation", "Order number", "Status", "Tags")


def change_event(events: Events, event: int, **values: Any) -> None:
    events.change(event, replace(events.get(event).draft(), **values))


def roster(registrations: Registrations, lists: Lists) -> list[tuple[str, str, str]]:
    return [(each.name, each.email, str(each.status)) for each in registrations.on(lists.event)]


def test_a_list_registers_everybody_on_it(lists: Lists, registrations: Registrations) -> None:
    rows = [("Zoë", "Müller", "ZOE@x.example", "Clinic", "T-1", "confirmed", "vip; nurse"),
            ("Ann", "Lee", "a@x.example", "", "", "", "")]  # fmt: skip
    told = lists.bring(as_csv(FULL, rows))
    assert (told.read, numbers(told)) == (2, {"added": 2})
    ann, zoe = registrations.on(lists.event)
    assert (zoe.name, zoe.email, zoe.reference, zoe.source) == (
        "Zoë Müller", "zoe@x.example", "T-1", "file",
    )  # fmt: skip
    assert (ann.name, ann.reference) == ("Ann Lee", "REG-2026-0002")


def test_the_same_list_again_changes_nothing(lists: Lists) -> None:
    rows = [("Zoë", "Müller", "ZOE@x.example", "Clinic", "T-1", "confirmed", "vip; nurse"),
            ("Ann", "Lee", "", "", "T-2", "cancelled", ""),
            ("Ann", "Lee", "", "", "", "no", "x"), ("Ann", "Lee", "", "", "", "", "")]  # fmt: skip
    text = as_csv(FULL, rows)
    assert numbers(lists.bring(text)) == {"added": 4}
    before = lists.state(trail=False)
    assert numbers(lists.bring(text)) == {"unchanged": 4}
    after = lists.state(trail=False)
    assert len(after.pop("source_file")) == len(before.pop("source_file")) + 1
    assert after == before


def test_namesakes_without_an_address_stay_themselves(
    lists: Lists, registrations: Registrations
) -> None:
    headers = ("Name", "Order number", "Job title")
    rows = [("Anna Nowak", "A1", "Nurse"), ("Anna Nowak", "", "Doctor"), ("ANNA NOWAK", "A3", "")]
    lists.bring(as_csv(headers, rows))
    before = [(each.id, each.person_id) for each in registrations.on(lists.event)]
    assert len(before) == 3
    assert numbers(lists.bring(as_csv(headers, rows))) == {"unchanged": 3}
    changed = [*rows[:1], ("Anna Nowak", "", "Surgeon"), *rows[2:]]
    assert numbers(lists.bring(as_csv(headers, changed))) == {"updated": 1, "unchanged": 2}
    assert [(each.id, each.person_id) for each in registrations.on(lists.event)] == before


def test_a_namesake_whose_row_is_refused_moves_nobody(
    lists: Lists, registrations: Registrations
) -> None:
    text = as_csv(("Name", "Job title"), [("Anna", "x" * 201), ("Anna", "Nurse")])
    assert numbers(lists.bring(text)) == {"added": 1, "refused": 1}
    assert numbers(lists.bring(text)) == {"unchanged": 1, "refused": 1}
    assert len(registrations.on(lists.event)) == 1


def test_a_corrected_row_brings_its_person_up_to_date(
    lists: Lists, people: People, registrations: Registrations
) -> None:
    headers = ("Name", "E-mail", "Order number", "Organisation")
    lists.bring(
        as_csv(headers, [("Ana", "a@x.example", "T1", "One"), ("Ben", "b@x.example", "", "")])
    )
    told = lists.bring(
        as_csv(headers, [("Anna", "a@x.example", "T1", ""), ("Ben", "b@x.example", "", "Two")])
    )
    assert numbers(told) == {"updated": 2}
    anna, ben = (people.get(each.person_id) for each in registrations.on(lists.event))
    assert (anna.name, anna.organisation, anna.spellings) == ("Anna", "One", ("Ana",))
    assert ben.organisation == "Two"


def test_two_people_with_one_mailbox_stay_two(lists: Lists, registrations: Registrations) -> None:
    text = as_csv(PLAIN, [("Anna", "team@x.example"), ("Ben", "team@x.example")])
    assert numbers(lists.bring(text)) == {"added": 2}
    assert numbers(lists.bring(text)) == {"unchanged": 2}
    assert len({each.person_id for each in registrations.on(lists.event)}) == 2


def test_one_person_under_two_addresses_gets_one_place(
    lists: Lists, people: People, registrations: Registrations
) -> None:
    people.add(PersonDraft("Anna", "a@x.example", addresses=("a@home.example",)))
    headers = ("Name", "E-mail", "Phone", "Organisation")
    rows = [("Anna", "a@x.example", "1", ""), ("Anna", "a@home.example", "", "Clinic")]
    assert numbers(lists.bring(as_csv(headers, rows))) == {"added": 1, "updated": 1}
    (place,) = registrations.on(lists.event)
    anna = people.get(place.person_id)
    assert (anna.phone, anna.organisation) == ("1", "Clinic")
    assert {anna.email, *anna.addresses} == {"a@x.example", "a@home.example"}


def test_somebody_elses_reference_is_an_error_that_says_where(
    lists: Lists, registrations: Registrations
) -> None:
    registrations.add(lists.event, somebody("Anna", "a@x.example", reference="A7"))
    headers = ("Name", "E-mail", "Order number")
    told = lists.bring(as_csv(headers, [("Cem", "c@x.example", ""), ("Ben", "b@x.example", "A7")]))
    assert numbers(told) == {"added": 1, "refused": 1}
    assert said(told.errors) == [(3, "Order number", "The reference A7 belongs to Anna here.")]


def test_a_number_that_we_gave_finds_its_place_again(
    lists: Lists, registrations: Registrations
) -> None:
    place = registrations.add(lists.event, somebody("Anna", "a@x.example")).value
    told = lists.bring(as_csv(("Name", "Order number"), [("Anna", place.number)]))
    assert numbers(told) == {"unchanged": 1}
    assert registrations.get(place.id).own_reference is None


def test_who_cancelled_comes_back_only_if_the_list_says_so(
    lists: Lists, registrations: Registrations
) -> None:
    text = as_csv(PLAIN, [("Anna", "a@x.example")])
    lists.bring(text)
    (anna,) = registrations.on(lists.event)
    registrations.change_status([anna.id], S.CANCELLED)
    assert numbers(lists.bring(text)) == {"unchanged": 1}
    assert registrations.get(anna.id).status is S.CANCELLED
    told = lists.bring(as_csv((*PLAIN, "Status"), [("Anna", "a@x.example", "Confirmed")]))
    assert numbers(told) == {"added": 1}
    assert registrations.get(anna.id).status is S.CONFIRMED


def test_whoever_finds_the_event_full_waits_in_the_order_of_the_list(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    change_event(events, lists.event, capacity=2, waitlist=True)
    rows = [(f"P{number}", f"p{number}@x.example", "confirmed") for number in (3, 1, 4, 2, 5)]
    text = as_csv((*PLAIN, "Status"), rows)
    assert numbers(lists.bring(text)) == {"added": 2, "waitlisted": 3}
    waiting = [each for each in registrations.on(lists.event) if each.status is S.WAITLISTED]
    assert [each.name for each in sorted(waiting, key=lambda each: each.queue or 0)] == [
        "P4", "P2", "P5",
    ]  # fmt: skip
    assert numbers(lists.bring(text)) == {"unchanged": 5}
    change_event(events, lists.event, capacity=10)
    assert numbers(lists.bring(text)) == {"updated": 3, "unchanged": 2}


def test_a_place_that_the_list_frees_goes_to_the_next_on_it(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    change_event(events, lists.event, capacity=1)
    headers = (*PLAIN, "Status")
    lists.bring(as_csv(headers, [("Anna", "a@x.example", "")]))
    rows = [("Anna", "a@x.example", "cancelled"), ("Ben", "b@x.example", "")]
    assert numbers(lists.bring(as_csv(headers, rows))) == {"updated": 1, "added": 1}
    assert roster(registrations, lists)[1] == ("Ben", "b@x.example", "confirmed")


def test_a_full_event_without_a_line_refuses_and_says_so(lists: Lists, events: Events) -> None:
    change_event(events, lists.event, capacity=1, waitlist=False)
    told = lists.bring(as_csv(PLAIN, [("Anna", ""), ("Ben", "")]))
    assert numbers(told) == {"added": 1, "refused": 1}
    assert said(told.errors) == [(3, "", "The event is full: 1 of 1 places are taken.")]


def test_whoever_is_refused_leaves_no_group_behind(lists: Lists, events: Events) -> None:
    headers = (*PLAIN, "Status", "Group")
    lists.bring(as_csv(headers, [("Anna", "a@x.example", "cancelled", "")]))
    change_event(events, lists.event, capacity=1, waitlist=False)
    lists.bring(as_csv(headers, [("Ben", "b@x.example", "", "")]))
    told = lists.bring(as_csv(headers, [("Anna", "a@x.example", "confirmed", "Ward 7")]))
    assert numbers(told) == {"refused": 1}
    assert lists.state()["party"] == []


def test_questions_are_answered_by_the_columns_named_like_them(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    asked = (
        CustomField(FieldKind.TEXT, "Meals", required=True),
        CustomField(FieldKind.CHOICES, "Days", options=("Monday", "Tuesday")),
    )
    change_event(events, lists.event, fields=asked)
    headers = (*PLAIN, "MEALS", "Days")
    rows = [("Anna", "a@x.example", "Soup", "tuesday; Monday"), ("Ben", "b@x.example", " ", ""),
            ("Cem", "c@x.example", "Pie", "Friday")]  # fmt: skip
    told = lists.bring(as_csv(headers, rows))
    assert said(told.errors) == [
        (3, "MEALS", "“Meals” has no answer."),
        (4, "Days", "“Friday” is not one of the answers to “Days”."),
    ]
    (anna,) = registrations.on(lists.event)
    assert list(anna.answers.values()) == ["Soup", '["Monday", "Tuesday"]']
    assert numbers(lists.bring(as_csv(headers, rows[:1]))) == {"unchanged": 1}
    blank = [("Anna", "a@x.example", "", "monday")]
    assert numbers(lists.bring(as_csv(headers, blank))) == {"updated": 1}
    assert list(registrations.get(anna.id).answers.values()) == ["Soup", '["Monday"]']


def test_a_shops_list_answers_the_questions_of_the_next_event_too(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    asked = (CustomField(FieldKind.TEXT, "Meals"),)
    change_event(events, lists.event, fields=asked)
    text = as_csv((*PLAIN, "Meals"), [("Anna", "a@x.example", "Soup")])
    lists.bring(text)
    lists.event = events.add(a_draft("Other")).value.id
    change_event(events, lists.event, fields=asked)
    lists.bring(text)
    assert list(registrations.on(lists.event)[0].answers.values()) == ["Soup"]


def test_dates_in_many_styles_are_read_or_refused_by_row_and_column(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    change_event(events, lists.event, fields=(CustomField(FieldKind.DATE, "Born"),))
    dates = ("1990-12-31", "31.12.1990", "Dec 31, 1990", "31 décembre 1990", "03/04/1990", "soon")
    rows = [(f"P{number}", born) for number, born in enumerate(dates)]
    told = lists.bring(as_csv(("Name", "Born"), rows))
    assert said(told.errors) == [
        (6, "Born", "The answer to “Born” is not a date such as 2026-10-14: “03/04/1990”."),
        (7, "Born", "The answer to “Born” is not a date such as 2026-10-14: “soon”."),
    ]
    kept = {value for each in registrations.on(lists.event) for value in each.answers.values()}
    assert kept == {"1990-12-31"}


def test_errors_name_row_and_column(lists: Lists) -> None:
    headers = ("Name", "E-mail", "Status", "Payment status", "Phone")
    rows = [("", "a@x.example", "", "", ""), ("Ben", "nobody at x", "", "", ""),
            ("Cem", "", "perhaps", "", ""), ("Dan", "", "", "in kind", ""),
            ("Eve", "", "", "", "9" * 201), ("Fay", "", "", "", "", "too", "many"),
            ("x" * 10_000, "", "", "", ""), ("Gil", "g@x.example", "yes", "paid", "1")]  # fmt: skip
    told = lists.bring(as_csv(headers, rows))
    assert [(each.row, each.column) for each in told.errors] == [
        (2, "Name"), (3, "E-mail"), (4, "Status"), (5, "Payment status"), (6, "Phone"), (7, ""),
        (8, "Name"),
    ]  # fmt: skip
    assert str(told.errors[5].message) == ("Row 7 has 7 cells, but the table has only 5 columns.")
    assert (told.read, numbers(told)) == (8, {"added": 1, "refused": 7})


def test_a_code_that_holds_once_is_not_taken_off_twice_in_one_list(
    lists: Lists, events: Events, registrations: Registrations
) -> None:
    change_event(events, lists.event, price=Money(1000, "EUR"))
    Codes(lists.service.db).add(CodeDraft("HALF", percent=50, uses=1))
    rows = [("Anna", "half"), ("Ben", "HALF"), ("Cem", "NONE"), ("Dan", "")]
    told = lists.bring(as_csv(("Name", "Discount code"), rows))
    assert [(each.row, each.column) for each in told.errors] == [
        (3, "Discount code"), (4, "Discount code"),
    ]  # fmt: skip
    prices = [each.price.minor for each in registrations.on(lists.event) if each.price]
    assert prices == [500, 1000]


def test_nothing_that_is_known_is_lost_by_a_list_that_does_not_tell_it(
    lists: Lists, people: People
) -> None:
    known = people.add(
        PersonDraft("Anna", "a@x.example", phone="1", tags=("vip",),
                    licences=(Licence("GMC", "1"), Licence("GMC", "2")))
    ).value  # fmt: skip
    lists.bring(as_csv(("Name", "E-mail", "Phone", "Tags"), [("Anna", "a@x.example", "", "x")]))
    assert people.get(known.id) == replace(known, tags=("vip", "x"))


def test_a_rehearsal_tells_the_same_and_changes_nothing(lists: Lists) -> None:
    text = as_csv(PLAIN, [("Anna", "a@x.example"), ("Ben", "no")])
    before = lists.state()
    rehearsed = lists.bring(text, rehearse=True)
    assert lists.state() == before
    assert lists.kept() == []
    assert lists.bring(text) == rehearsed


def test_the_original_is_kept_byte_for_byte(lists: Lists) -> None:
    content = "\ufeffName;E-mail\r\nZoë;z@x.example\r\n\r\n".encode("utf-16")
    lists.bring(content, name="Teilnehmer.csv")
    (name,) = lists.kept()
    assert lists.service.files.get(name) == content
    (row,) = lists.state()["source_file"]
    assert {name, "Teilnehmer.csv", len(content)} <= set(row)


def test_one_step_back_takes_all_back_and_one_forth_brings_it_again(
    lists: Lists, history: History, events: Events
) -> None:
    change_event(events, lists.event, fields=(CustomField(FieldKind.TEXT, "Meals"),))
    headers = (*FULL, "Meals", "Group", "Licence number")
    rows = [(f"P{number}", "Lee", f"p{number}@x.example", "", f"T{number}", "", "vip", "Soup", "G",
             str(number)) for number in range(2300)]  # fmt: skip
    lists.bring(as_csv(headers, rows[:1]))
    before = lists.state(trail=False)
    assert numbers(lists.bring(as_csv(headers, rows))) == {"added": 2299, "unchanged": 1}
    after = lists.state(trail=False)
    assert lists.changes is not None
    assert lists.changes.entry is not None
    undone = history.undo(lists.changes.entry)
    assert lists.state(trail=False) == before
    assert undone.entry is not None
    history.undo(undone.entry)
    assert lists.state(trail=False) == after
    assert history.verify(Work()) == history.latest()


def test_how_the_columns_were_read_is_remembered_for_the_next_list(
    lists: Lists, registrations: Registrations
) -> None:
    headers = ("Who", "Where", "Reach")
    lists.bring(as_csv(headers, [("Anna", "Ward", "a@x.example")]), "name=Who", "email=Reach")
    lists.bring(as_csv((" who ", "WHERE", "reach"), [("Ben", "Ward", "b@x.example")]))
    assert roster(registrations, lists)[1] == ("Ben", "b@x.example", "confirmed")


def test_a_list_for_an_event_that_is_not_there_is_refused(lists: Lists) -> None:
    lists.event = 99
    with pytest.raises(NotFound):
        lists.bring(as_csv(PLAIN, [("Anna", "")]))
    assert lists.state()["person"] == []


def stopping_at(report: int) -> tuple[Work, list[int]]:
    """Return a ``Work`` that is asked to stop so that its n-th report is its last."""
    reports: list[int] = []

    def listen(_progress: Progress) -> None:
        reports.append(1)
        if len(reports) == report:
            work.cancel()

    work = Work(listen, every=0)
    return work, reports


def test_stopping_anywhere_leaves_nothing(lists: Lists) -> None:
    text = as_csv(PLAIN, [(f"P{number}", f"p{number}@x.example") for number in range(2450)])
    before = lists.state()
    work, reports = stopping_at(0)
    lists.bring(text, work=work, rehearse=True)
    assert len(reports) > 20
    for report in range(1, len(reports)):
        work, _ = stopping_at(report)
        with pytest.raises(Cancelled):
            lists.bring(text, work=work)
        assert lists.state() == before
    assert lists.kept() == []


@pytest.mark.parametrize(
    ("broken", "says"),
    [(b"P\xff\xfe,x@x.example", "row 5001"), (b'"P,x@x.example', "row 5001"),
     (b"P\x00,x@x.example", "row 5001")],
)  # fmt: skip
def test_a_table_that_breaks_in_the_middle_leaves_nothing(
    lists: Lists, broken: bytes, says: str
) -> None:
    rows = [f"P{number},p{number}@x.example".encode() for number in range(6000)]
    rows[4999] = broken
    before = lists.state()
    with pytest.raises(Invalid, match=says):
        lists.bring(b"\r\n".join([b"Name,E-mail", *rows]), encoding="utf-8")
    assert lists.state() == before
    assert lists.kept() == []


row = st.tuples(
    st.sampled_from(["Anna", "Zoë", "Cem Ö", "", "李"]),
    st.sampled_from(["", "a@x.example", "B@X.example", "no", "c@x.example"]),
    st.sampled_from(["", "R1", "R2", "R3"]),
    st.sampled_from(["", "1", "2"]),
)


@pytest.mark.slow
@generated(rows=st.lists(row, min_size=1, max_size=12), capacity=st.integers(1, 6))
@examples(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_every_row_is_counted_once(
    rows: list[tuple[str, ...]], capacity: int, lists: Lists, events: Events
) -> None:
    lists.event = events.add(replace(a_draft(), capacity=capacity, waitlist_limit=2)).value.id
    told = lists.bring(as_csv((*PLAIN, "Order number", "Phone"), [("Head", "h@x.example"), *rows]))
    assert sum(told.counts.values()) + told.refused == told.read
    assert len(told.errors) == told.refused


@generated(
    rows=st.lists(row, min_size=1, max_size=12, unique_by=lambda each: (each[0], each[1])),
    capacity=st.integers(1, 6),
)
@examples(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_whatever_was_entered_is_unchanged_the_second_time(
    rows: list[tuple[str, ...]], capacity: int, lists: Lists, events: Events
) -> None:
    lists.event = events.add(replace(a_draft(), capacity=capacity)).value.id
    unlike = [
        (*each[:2], f"R{number}" if each[2] else "", each[3]) for number, each in enumerate(rows)
    ]
    text = as_csv((*PLAIN, "Order number", "Phone"), [("Head", "h@x.example", "", ""), *unlike])
    first = lists.bring(text)
    second = lists.bring(text)
    assert numbers(second).keys() <= {"unchanged", "refused"}
    assert second.errors == first.errors

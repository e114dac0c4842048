from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.people import Licence, PersonDraft
from cpd_desktop.services.search import Search
from tests.drafts import a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database


@pytest.fixture
def search(db: Database) -> Search:
    return Search(db)


def titles(search: Search, typed: str) -> list[str]:
    return [hit.title for hit in search.find(typed)]


def test_an_event_is_found_by_title_place_tag_and_session(search: Search, events: Events) -> None:
    draft = a_draft("Wound care", a_session("Dressings"))
    made = events.add(
        type(draft)(draft.title, draft.zone, draft.sessions, place="Örebro", tags=("Nursing",))
    ).value
    for typed in ("wound", "care wou", "orebro", "nurs", "dress", "WOUND  c"):
        (hit,) = search.find(typed)
        assert (hit.kind, hit.id, hit.event_id, hit.starts) == (
            *("event", made.id, made.id),
            draft.starts,
        )
    assert search.find("ound") == []


def test_a_person_is_found_by_all_they_are_known_by(search: Search, people: People) -> None:
    people.add(
        PersonDraft(
            *("Zoë Müller", "zoe.mueller@clinic.example", "Nordstadt Clinic"),
            addresses=("zm@home.example",),
            spellings=("Zoe Mueller-Schmidt",),
            licences=(Licence("GMC", "7654-321"),),
            tags=("regular",),
        )
    )
    words = ("zoe", "mull zo", "zoe.mueller@cl", "nordst", "zm@home", "schmidt", "7654-3", "regu")
    for typed in words:
        (hit,) = search.find(typed)
        assert (hit.kind, hit.title, hit.detail) == (
            *("person", "Zoë Müller"),
            "zoe.mueller@clinic.example",
        )
    assert search.find("zoe anna") == []


def test_whose_name_begins_so_comes_before_whose_does_not(search: Search, people: People) -> None:
    people.add(PersonDraft("Zoe Anders"))
    people.add(PersonDraft("Anders Zorn"))
    assert titles(search, "anders") == ["Anders Zorn", "Zoe Anders"]


def test_a_place_is_found_by_its_number_and_by_the_trainers_own(
    search: Search, events: Events, registrations: Registrations
) -> None:
    event = events.add(a_draft()).value
    made = registrations.add(event.id, somebody("Zoë", reference="Inv-77")).value
    for typed in (made.number, made.number.lower(), made.number[:5], "Inv-7"):
        (hit,) = search.find(typed)
        assert (hit.kind, hit.id, hit.event_id) == ("registration", made.id, event.id)
        assert hit.title == "Zoë"
        assert hit.detail.endswith("· Wound care")


def test_what_lies_in_the_trash_is_not_found(
    search: Search, events: Events, registrations: Registrations
) -> None:
    event = events.add(a_draft()).value
    made = registrations.add(event.id, somebody("Zoë")).value
    events.trash([event.id])
    assert titles(search, "wound") == []
    assert titles(search, made.number) == []


def test_a_changed_title_is_found_and_undo_finds_the_old_one(
    search: Search, events: Events, history: History
) -> None:
    event = events.add(a_draft("Wound care", a_session("Day 1"))).value
    done = events.change(event.id, a_draft("Airways", *event.sessions))
    assert (titles(search, "airw"), titles(search, "wound")) == (["Airways"], [])
    assert done.changes.entry is not None
    history.undo(done.changes.entry)
    assert (titles(search, "airw"), titles(search, "wound")) == ([], ["Wound care"])


def test_the_newest_event_comes_first_and_no_kind_gets_more_lines_than_asked(
    search: Search, events: Events, people: People
) -> None:
    for number in range(5):
        events.add(a_draft(f"Anatomy {number}"))
        people.add(PersonDraft(f"Anna {number}"))
    found = search.find("an", limit=3)
    assert [hit.title for hit in found] == [
        *("Anatomy 4", "Anatomy 3", "Anatomy 2"),
        *("Anna 0", "Anna 1", "Anna 2"),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", '"', '""', "*", "-", "^", "%", "_", "(", "🎓", "\x00", "\ud800"),
        *("sought:wound", "wound AND", "NOT wound", "wound*)", "NEAR(wound care)"),
        *("' OR 1=1 --", "w" * 10_000),
    ],
)
def test_signs_that_a_search_could_trip_over_find_nothing_or_the_words(
    search: Search, events: Events, typed: str
) -> None:
    events.add(a_draft())
    assert titles(search, typed) in ([], ["Wound care"])


@given(st.text(max_size=60))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_that_is_typed_breaks_the_search(search: Search, typed: str) -> None:
    assert search.find(typed) == []


def test_words_in_any_script_are_found(search: Search, people: People) -> None:
    for name in ("李 明", "Олена Коваль", "محمد علي", "Ανδρέας"):
        people.add(PersonDraft(name))
        assert titles(search, name.split()[0][:2]) == [name]

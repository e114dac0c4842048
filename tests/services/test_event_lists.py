from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.services.event_lists import EventLists
from cpd_desktop.store.tables import event
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database

FILTERS = {
    "wound": EventFilter(search="wou"),
    "two words in any order": EventFilter(search="leeds wound"),
    "published": EventFilter(status=EventStatus.PUBLISHED),
    "in person": EventFilter(format=EventFormat.IN_PERSON),
    "tag": EventFilter(tag="Nursing, acute"),
    "all of it": EventFilter("airw", EventStatus.PUBLISHED, EventFormat.ONLINE, "Ward"),
    "trash": EventFilter(trashed=True),
}
FITTING = {
    "wound": [1],
    "two words in any order": [1],
    "published": [2],
    "in person": [1],
    "tag": [1, 2],
    "all of it": [2],
    "trash": [4],
}


@pytest.fixture
def lists(db: Database, events: Events, registrations: Registrations) -> EventLists:
    wound = replace(
        a_draft("Wound care"),
        place="Leeds",
        format=EventFormat.IN_PERSON,
        tags=("Nursing, acute",),
    )
    events.add(wound)
    events.add(replace(a_draft("Airways"), tags=("Ward", "Nursing, acute")))
    events.add(a_draft("Aftercare", a_session(starts=STARTS.replace(year=2025))))
    events.add(replace(a_draft("Gone"), tags=("Old",)))
    with db.writing("test") as tx:
        tx.update(event, 2, status=EventStatus.PUBLISHED)
    events.trash([4])
    registrations.add(2, somebody("Zoë"))
    return EventLists(db)


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_lists_what_fits_all_of_it(lists: EventLists, name: str) -> None:
    assert list(lists.ids(FILTERS[name])) == FITTING[name]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", [3, 2, 1]),
        ("starts", [3, 1, 2]),
        ("sessions", [1, 2, 3]),
        ("zone", [1, 2, 3]),
        ("format", [1, 2, 3]),
        ("registered", [1, 3, 2]),
        ("status", [1, 3, 2]),
    ],
)
def test_every_column_sorts(lists: EventLists, sort: str, order: list[int]) -> None:
    assert list(lists.ids(EventFilter(), sort)) == order


def test_the_chips_count_what_the_other_choices_leave(lists: EventLists) -> None:
    counts = lists.counts()
    assert counts.by_status == {EventStatus.DRAFT: 2, EventStatus.PUBLISHED: 1}
    assert (counts.all, counts.trashed) == (3, 1)
    assert counts.tags == ("Nursing, acute", "Ward")
    chosen = EventFilter(search="wound", status=EventStatus.PUBLISHED, trashed=True)
    counts = lists.counts(chosen)
    assert counts.by_status == {EventStatus.DRAFT: 1}
    assert (counts.all, counts.trashed) == (1, 0)


def test_a_kept_filter_comes_back_as_it_was() -> None:
    for chosen in (EventFilter(), *FILTERS.values()):
        assert EventFilter.read(chosen.kept()) == chosen
    assert EventFilter().kept() == {}


def test_a_kept_filter_that_nobody_understands_any_more_lists_everything() -> None:
    odd = {"status": "flying", "format": 7, "tag": None, "search": 3, "trashed": "yes", "new": 1}
    assert EventFilter.read(odd) == EventFilter()

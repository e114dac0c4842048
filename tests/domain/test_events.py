from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain import events as rules
from cpd_desktop.domain import sessions as sitting
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.events import Event, EventDraft, EventStatus
from cpd_desktop.domain.sessions import Break, Session
from cpd_desktop.domain.zones import UNKNOWN_ZONE
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence


@pytest.mark.parametrize(
    ("draft", "field", "template"),
    [
        (replace(a_draft(), title="  "), "title", rules.NO_TITLE),
        (replace(a_draft(), title="x" * 201), "title", rules.LONG_TITLE),
        (replace(a_draft(), zone="Nowhere/Else"), "zone", UNKNOWN_ZONE),
        (replace(a_draft(), sessions=()), "sessions", rules.NO_SESSION),
        (a_draft("T", a_session(minutes=0)), "sessions", sitting.ENDS_FIRST),
        (a_draft("T", a_session(minutes=-5)), "sessions", sitting.ENDS_FIRST),
        (a_draft("T", a_session(minutes=24 * 60 + 1)), "sessions", sitting.TOO_LONG),
        (replace(a_draft(), capacity=0), "capacity", rules.BAD_CAPACITY),
        (replace(a_draft(), capacity=100_001), "capacity", rules.BAD_CAPACITY),
    ],
)
def test_what_breaks_a_rule_is_named_at_its_field(
    draft: EventDraft, field: str, template: Sentence
) -> None:
    assert draft.problems()[field].template == template.template
    with pytest.raises(Invalid):
        draft.require_valid()


@pytest.mark.parametrize("capacity", [None, 1, 100_000])
def test_a_good_draft_has_no_problems(capacity: int | None) -> None:
    assert replace(a_draft(), capacity=capacity).problems() == {}


def test_editing_starts_from_what_is_kept() -> None:
    first, second = a_session("One"), a_session("Two", minutes=60)
    sessions = tuple(
        Session(each.title, each.starts, each.ends, id=number)
        for number, each in enumerate((first, second), 1)
    )
    event = Event("T", "UTC", sessions=sessions, capacity=5, id=7, status=EventStatus.DRAFT)
    draft = event.draft()
    assert (draft.title, draft.capacity) == ("T", 5)
    assert [each.id for each in draft.sessions] == [1, 2]
    assert (event.starts, event.ends) == (first.starts, first.ends)


def test_another_zone_keeps_the_times_on_the_wall() -> None:
    starts = STARTS.replace(hour=9)
    session = replace(
        a_session(starts=starts), breaks=(Break(starts, starts + timedelta(minutes=10)),)
    )
    draft = replace(a_draft("T", session), opens_at=starts, closes_at=starts + timedelta(hours=1))
    moved = draft.in_zone("America/New_York")
    hours = timedelta(hours=5)
    assert (moved.zone, moved.starts) == ("America/New_York", starts + hours)
    assert moved.sessions[0].breaks[0].starts == starts + hours
    assert (moved.opens_at, moved.closes_at) == (starts + hours, starts + timedelta(hours=6))
    assert moved.in_zone("Europe/London") == draft


def test_a_zone_whose_clocks_skip_the_time_is_refused() -> None:
    draft = a_draft("T", a_session(starts=datetime(2027, 3, 14, 2, 30, tzinfo=UTC)))
    with pytest.raises(Invalid, match="does not exist"):
        draft.in_zone("America/New_York")

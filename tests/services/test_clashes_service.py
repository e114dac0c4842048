from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.events import EventDraft, Speaking
from cpd_desktop.domain.speakers import SpeakerDraft
from cpd_desktop.services.clashes import Clashes
from cpd_desktop.services.speakers import Speakers
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database


@pytest.fixture
def clashes(db: Database) -> Clashes:
    return Clashes(db)


def said(clashes: Clashes, event: int) -> list[tuple[str, str, str]]:
    return [(each.what, each.first.title, each.second.title) for each in clashes.of(event)]


def in_room(title: str, room: str, *, minutes: int = 0) -> EventDraft:
    session = a_session(title, starts=STARTS + timedelta(minutes=minutes))
    return a_draft(title, replace(session, room=room))


def test_two_events_in_one_room_at_once_clash(events: Events, clashes: Clashes) -> None:
    mine = events.add(in_room("Mine", "Room 1")).value
    events.add(in_room("Theirs", " room  1 ", minutes=119))
    events.add(in_room("After", "Room 1", minutes=120))
    events.add(in_room("Elsewhere", "Room 2"))
    assert said(clashes, mine.id) == [("Room 1", "Mine", "Theirs (Theirs)")]


def test_sessions_of_one_event_clash_over_the_zoom_host(events: Events, clashes: Clashes) -> None:
    one = replace(a_session("One"), host="zoom@x.example")
    two = replace(a_session("Two"), host="Zoom@x.example")
    event = events.add(a_draft("T", one, two)).value
    assert said(clashes, event.id) == [("zoom@x.example", "One", "Two")]


def test_nobody_speaks_at_two_places_at_once(
    events: Events, clashes: Clashes, speakers: Speakers
) -> None:
    ana = speakers.add(SpeakerDraft("Ana Ruiz")).value.id
    named = replace(a_session("Named"), speakers=(ana,))
    first = events.add(a_draft("First", named, a_session("Other"))).value
    # Who speaks at an event with one session speaks at that session.
    only = events.add(replace(a_draft("Second"), speakers=(Speaking(ana),))).value
    # Of several sessions nobody knows which.
    several = a_draft("Third", a_session("A"), a_session("B"))
    third = events.add(replace(several, speakers=(Speaking(ana),))).value
    assert said(clashes, first.id) == [("Ana Ruiz", "Named", "Second (Second)")]
    assert len(clashes.of(only.id)) == 1
    assert clashes.of(third.id) == []


def test_an_event_in_the_trash_takes_no_room(events: Events, clashes: Clashes) -> None:
    mine = events.add(in_room("Mine", "Room 1")).value
    theirs = events.add(in_room("Theirs", "Room 1")).value
    events.trash([theirs.id])
    assert clashes.of(mine.id) == []


def test_a_session_through_the_night_is_found_from_the_next_day(
    events: Events, clashes: Clashes
) -> None:
    night = a_session("Night", starts=STARTS - timedelta(hours=20), minutes=21 * 60)
    events.add(a_draft("Night", replace(night, room="Hall")))
    mine = events.add(in_room("Mine", "Hall")).value
    assert said(clashes, mine.id) == [("Hall", "Mine", "Night (Night)")]


@pytest.fixture
def speakers(db: Database) -> Speakers:
    return Speakers(db)

"""Somebody who opens an event is led to where there is most to do, and offered what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.domain.lifecycle import Move, next_move, next_stage

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.events import Events

from tests.drafts import STARTS, a_draft

S = EventStatus
BEFORE, DURING, AFTER = (timedelta(hours=each) for each in (-1, 1, 3))


@pytest.fixture
def made(events: Events) -> Event:
    return events.add(a_draft()).value


@pytest.mark.parametrize(
    ("status", "at", "stage"),
    [
        (S.DRAFT, BEFORE, "plan"),
        (S.DRAFT, AFTER, "plan"),
        (S.PUBLISHED, BEFORE, "register"),
        (S.PUBLISHED, DURING, "meet"),
        (S.RUNNING, DURING, "meet"),
        (S.RUNNING, BEFORE, "register"),
        (S.PUBLISHED, AFTER, "attendance"),
        (S.RUNNING, AFTER, "attendance"),
        (S.COMPLETED, AFTER, "certificates"),
        (S.ARCHIVED, AFTER, "certificates"),
        (S.CANCELLED, BEFORE, "plan"),
    ],
)
def test_an_event_leads_to_what_is_to_be_done_by_its_state_and_the_hour(
    made: Event, status: EventStatus, at: timedelta, stage: str
) -> None:
    assert next_stage(replace(made, status=status), STARTS + at) == stage


@pytest.mark.parametrize(
    ("status", "at", "move"),
    [
        (S.DRAFT, BEFORE, Move.PUBLISH),
        (S.PUBLISHED, DURING, Move.START),
        (S.PUBLISHED, AFTER, Move.COMPLETE),
        (S.RUNNING, DURING, Move.COMPLETE),
        (S.COMPLETED, AFTER, Move.ARCHIVE),
        (S.ARCHIVED, AFTER, Move.REOPEN),
        (S.CANCELLED, AFTER, None),
    ],
)
def test_what_is_over_is_completed_without_being_started(
    made: Event, status: EventStatus, at: timedelta, move: Move | None
) -> None:
    assert next_move(replace(made, status=status), STARTS + at) == move


def test_people_who_come_in_person_are_met_at_the_door(made: Event) -> None:
    running = replace(made, status=S.RUNNING, format=EventFormat.IN_PERSON)
    assert next_stage(running, STARTS + DURING) == "register"

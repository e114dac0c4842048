"""The life of an event: which move is open in which state, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event

EARLIEST_START = timedelta(hours=24)

WRONG_STATE = Sentence("lifecycle", "This event is {status}; it cannot be {wanted}.")
IN_TRASH = Sentence("lifecycle", "This event lies in the trash. Restore it first.")
NO_PLACE = Sentence("lifecycle", "It is held in person, and neither it nor a session has a place.")
NOT_YET = Sentence("lifecycle", "Its first session starts more than a day from now.")
STILL_ON = Sentence("lifecycle", "Its last session has not ended yet.")
NOT_REVIEWED = Sentence("lifecycle", "Waiting for your decision: %n participant(s) in the reports.")
NOT_GRADED = Sentence("lifecycle", "Waiting for a mark: %n submission(s).")

TELL = Sentence("lifecycle", "%n registered person(s) must be told.")
WAITING = Sentence("lifecycle", "%n waiting person(s) must be told.")
PAID = Sentence("lifecycle", "%n paid place(s) must be refunded or carried over.")
CALENDARS = Sentence("lifecycle", "Calendar files of %n session(s) are out of date; send new ones.")
AT_ZOOM = Sentence(
    "lifecycle", "%n meeting(s) at Zoom must be deleted or kept; a new date reaches them by itself."
)
CHECKED_IN = Sentence("lifecycle", "What stays with the event: %n check-in(s).")
KEPT = Sentence("lifecycle", "Nobody's place and no answer is lost.")


class Move(StrEnum):
    """What can be done with an event as a whole."""

    PUBLISH = "publish"
    START = "start"
    COMPLETE = "complete"
    CANCEL = "cancel"
    ARCHIVE = "archive"
    REOPEN = "reopen"


class AtZoom(StrEnum):
    """What becomes of the meetings of an event that is cancelled."""

    KEEP = "keep"
    DELETE = "delete"


S = EventStatus
MOVES: dict[Move, tuple[frozenset[EventStatus], EventStatus]] = {
    Move.PUBLISH: (frozenset({S.DRAFT}), S.PUBLISHED),
    Move.START: (frozenset({S.PUBLISHED}), S.RUNNING),
    Move.COMPLETE: (frozenset({S.PUBLISHED, S.RUNNING}), S.COMPLETED),
    Move.CANCEL: (frozenset({S.DRAFT, S.PUBLISHED}), S.CANCELLED),
    Move.ARCHIVE: (frozenset({S.COMPLETED}), S.ARCHIVED),
    Move.REOPEN: (frozenset({S.ARCHIVED}), S.COMPLETED),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an event's people when somebody wants to move it."""

    registered: int = 0
    waiting: int = 0
    paid: int = 0
    checked_in: int = 0
    ungraded: int = 0
    at_zoom: int = 0
    to_review: int = 0


def open_moves(status: EventStatus) -> tuple[Move, ...]:
    """Return the moves that the state itself allows."""
    return tuple(move for move, (states, _) in MOVES.items() if status in states)


def next_move(event: Event, now: datetime) -> Move | None:
    """Return the move that comes next; one that is over need not be started any more."""
    moves = [each for each in open_moves(event.status) if each is not Move.CANCEL]
    if now >= event.ends and Move.COMPLETE in moves:
        return Move.COMPLETE
    return next(iter(moves), None)


def next_stage(event: Event, now: datetime) -> str:
    """Return the stage at which there is most to do now, as its part of the event is called."""
    if event.status in (S.DRAFT, S.CANCELLED):
        return "plan"
    if event.status in (S.COMPLETED, S.ARCHIVED):
        return "certificates"
    if now >= event.ends:
        return "attendance"
    meets = now >= event.starts and event.format is not EventFormat.IN_PERSON
    return "meet" if meets else "register"


def hindrances(move: Move, event: Event, standing: Standing, now: datetime) -> list[Sentence]:
    """Return what stands in the way, each in a sentence; empty if the event can be moved."""
    states, wanted = MOVES[move]
    if event.trashed_at is not None:
        return [IN_TRASH]
    if event.status not in states:
        return [WRONG_STATE.filled(status=event.status, wanted=wanted)]
    found = []
    if move is Move.PUBLISH and event.format is EventFormat.IN_PERSON:
        places = (event.place, *(each.place or each.room for each in event.sessions))
        if not any(text.strip() for text in places):
            found.append(NO_PLACE)
    if move is Move.START and event.starts - now > EARLIEST_START:
        found.append(NOT_YET)
    if move is Move.COMPLETE:
        if event.ends > now:
            found.append(STILL_ON)
        if standing.to_review:
            found.append(NOT_REVIEWED.filled(n=standing.to_review))
        if standing.ungraded:
            found.append(NOT_GRADED.filled(n=standing.ungraded))
    return found


def consequences(event: Event, standing: Standing) -> list[Sentence]:
    """Return what follows from cancelling or postponing, for somebody to read first."""
    counted = (
        (TELL, standing.registered),
        (WAITING, standing.waiting),
        (PAID, standing.paid),
        (CALENDARS, len(event.sessions) if standing.registered else 0),
        (AT_ZOOM, standing.at_zoom),
        (CHECKED_IN, standing.checked_in),
    )
    return [*(says.filled(n=count) for says, count in counted if count), KEPT]

"""The life of a message: what may become of it, and by whose doing."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

NOT_NOW = Sentence("messages", "The message to {to} is “{state}”; that cannot be done with it now.")
STAYS = Sentence("messages", "Nothing was changed and nothing was sent.")
GAVE_UP = Sentence("messages", "It was tried %n time(s). The last answer: {words}")
TESTED = Sentence("messages", "It went to you as a test. Queue it to send it to {to}.")


class State(StrEnum):
    """Where a message is; ``HELD`` and ``UNCERTAIN`` wait for a person to decide."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    HELD = "held"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What came of one attempt to hand a message over.

    ``LATER`` and ``REFUSED`` are certain not to have arrived; of ``UNCERTAIN`` nobody can know.
    """

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    TESTED = "tested"
    HELD = "held"


S = State

# What the outbox does by itself.
_AFTER: Final = {
    Outcome.SENT: S.SENT,
    Outcome.LATER: S.QUEUED,
    Outcome.REFUSED: S.FAILED,
    Outcome.UNCERTAIN: S.UNCERTAIN,
    Outcome.TESTED: S.HELD,
    Outcome.HELD: S.HELD,
}
# What only a person may decide: a message that may have arrived goes again only by their word.
_QUEUES: Final = frozenset({S.DRAFT, S.HELD, S.CANCELLED})
_RESENDS: Final = frozenset({S.SENT, S.FAILED, S.UNCERTAIN, S.HELD, S.CANCELLED})
_CANCELS: Final = frozenset({S.DRAFT, S.QUEUED, S.HELD})
_PAUSES: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
MOST_TRIES: Final = 12


class Step(NamedTuple):
    """What becomes of a message: its state, and from when on it may be tried again."""

    state: State
    due: datetime | None = None
    says: Sentence | None = None


def after_attempt(
    outcome: Outcome, tries: int, now: datetime, says: Sentence | None = None
) -> Step:
    """Return what becomes of a message after so many tries since it was queued."""
    state = _AFTER[outcome]
    if outcome is not Outcome.LATER:
        return Step(state, None, says)
    if tries >= MOST_TRIES:
        return Step(S.FAILED, None, GAVE_UP.filled(n=tries, words=str(says or "")))
    return Step(state, now + _PAUSES[min(tries, len(_PAUSES)) - 1], says)


def may_queue(state: State) -> bool:
    """Say whether a person may let it go for the first time."""
    return state in _QUEUES


def may_resend(state: State) -> bool:
    """Say whether a person may let it go again, exactly as it is."""
    return state in _RESENDS


def may_cancel(state: State) -> bool:
    """Say whether it can still be kept from going."""
    return state in _CANCELS


def cancelled(last: Outcome | None) -> State:
    """Return what a message becomes that shall not go: once handed over, it stays that."""
    if last in (Outcome.SENT, Outcome.UNCERTAIN, Outcome.REFUSED):
        return _AFTER[last]
    return S.CANCELLED


def refusal(state: State, to: str) -> NotAllowed:
    """Return why something cannot be done with a message in this state."""
    return NotAllowed(NOT_NOW.filled(state=state, to=to), STAYS)

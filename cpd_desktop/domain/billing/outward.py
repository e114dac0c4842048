"""What is asked of Stripe, and what Stripe tells: the words in which both are kept."""

from __future__ import annotations

from enum import StrEnum


class OperationState(StrEnum):
    """How far something that is asked of another service is.

    It is open from before the first try. Uncertain: asked, and no answer came; the same key asks
    again without doing it twice.
    """

    OPEN = "open"
    UNCERTAIN = "uncertain"
    DONE = "done"
    FAILED = "failed"


class EventFate(StrEnum):
    """What became of something that Stripe told."""

    WAITING = "waiting"
    APPLIED = "applied"
    IGNORED = "ignored"
    FLAGGED = "flagged"
    FAILED = "failed"


class OfferKind(StrEnum):
    """What is offered at Stripe."""

    PLACE = "place"
    MEMBERSHIP = "membership"
    COURSE = "course"


class Doubt(StrEnum):
    """Why somebody has to look at money before it counts."""

    OTHER_AMOUNT = "other_amount"
    NO_PLACE = "no_place"
    PAID_TWICE = "paid_twice"
    OTHER_ACCOUNT = "other_account"
    DISPUTED = "disputed"


class RowFate(StrEnum):
    """What became of a row of a bank's list."""

    BOOKED = "booked"
    IGNORED = "ignored"

"""Places on an event: who gets one, who waits for one, and how they change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.people import PersonDraft

REFERENCE_LIMIT = 100

FULL = Sentence("registration", "The event is full: {held} of {capacity} places are taken.")
FULL_ADVICE = Sentence(
    "registration",
    "Raise the number of places, or switch the waiting line on. Nothing was changed.",
)
LINE_FULL = Sentence("registration", "The event is full, and so is its waiting line ({limit}).")
CANNOT = Sentence("registration", "{name} is {status}; that cannot be changed to {wanted}.")
SOMEBODY_FIRST = Sentence("registration", "Waiting for a place ahead of {name}: %n person(s).")
TURN_ADVICE = Sentence(
    "registration",
    "Offer the free places to the first in line, or give {name} one out of turn."
    " Nothing was changed.",
)
NO_ROOM = Sentence("registration", "No place is free to give: {held} of {capacity} are taken.")


class OutOfTurn(Conflict):
    """Others have waited longer; whoever decides may give the place all the same."""

    title = Sentence("errors", "Others have waited longer")


class RegistrationStatus(StrEnum):
    """How a person stands on an event."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Payment(StrEnum):
    """What is known about the money for a place."""

    NOTHING_DUE = "nothing_due"
    DUE = "due"
    PAID = "paid"
    REFUNDED = "refunded"
    WAIVED = "waived"


class Source(StrEnum):
    """How a registration came about."""

    BY_HAND = "by_hand"
    FILE = "file"
    ZOOM = "zoom"
    STRIPE = "stripe"


S = RegistrationStatus
HOLDS_A_PLACE = frozenset({S.PENDING, S.CONFIRMED, S.NO_SHOW})
SETTLED = frozenset({Payment.PAID, Payment.WAIVED})

STATUS_WORDS = {
    S.PENDING: Sentence("registration", "pending"),
    S.CONFIRMED: Sentence("registration", "confirmed"),
    S.WAITLISTED: Sentence("registration", "in the waiting line"),
    S.CANCELLED: Sentence("registration", "cancelled"),
    S.NO_SHOW: Sentence("registration", "noted as not having come"),
}

# A cancelled person comes back by registering again, so that room is looked for then.
STEPS: dict[RegistrationStatus, frozenset[RegistrationStatus]] = {
    S.PENDING: frozenset({S.CONFIRMED, S.CANCELLED}),
    S.CONFIRMED: frozenset({S.PENDING, S.CANCELLED, S.NO_SHOW}),
    S.WAITLISTED: frozenset({S.CONFIRMED, S.PENDING, S.CANCELLED}),
    S.CANCELLED: frozenset(),
    S.NO_SHOW: frozenset({S.CONFIRMED, S.CANCELLED}),
}


class Standing(NamedTuple):
    """How a place stands, which says what can be done with it."""

    status: RegistrationStatus
    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A person's place on an event."""

    id: int
    event_id: int
    person_id: int
    number: str
    own_reference: str | None
    name: str
    email: str
    organisation: str = ""
    status: RegistrationStatus
    registered_at: datetime
    source: Source = Source.BY_HAND
    queue: int | None = None
    offered_until: datetime | None = None
    price: Money | None = None
    price_fixed_at: datetime  # when they registered, came back, or were offered the place
    payment: Payment = Payment.NOTHING_DUE
    code: str | None = None
    party: str | None = None
    note: str = ""
    answers: Mapping[int, str] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """Return what the place is called by: the trainer's own reference, else the number."""
        return self.own_reference or self.number


class Newcomer(NamedTuple):
    """Somebody to be registered, or registered already and told of again.

    ``person_id`` is there if somebody pointed out who it is.
    """

    person: PersonDraft
    person_id: int | None = None
    reference: str | None = None
    status: RegistrationStatus | None = None
    payment: Payment | None = None
    note: str = ""
    answers: Mapping[int, str] = MappingProxyType({})
    source: Source = Source.BY_HAND
    party: str = ""
    code: str = ""
    registered_at: datetime | None = None


class Entered(StrEnum):
    """What became of a newcomer."""

    ADDED = "added"
    WAITLISTED = "waitlisted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Places:
    """How many places an event has, how many are held, and how many people wait in line.

    Of those who wait some have an open offer; the first of these runs out at ``offered_until``.
    """

    capacity: int | None
    held: int
    offered: int = 0
    waiting: int = 0
    waitlist: bool = True
    waitlist_limit: int | None = None
    offered_until: datetime | None = None

    @property
    def free(self) -> int | None:
        """Return how many places nobody holds and nobody was offered; ``None`` without limit."""
        return None if self.capacity is None else max(0, self.capacity - self.held - self.offered)

    def standing(self, wanted: RegistrationStatus = S.CONFIRMED) -> RegistrationStatus:
        """Return how a newcomer stands, behind those who wait; raises ``Conflict`` if full."""
        if self.free is None or self.free > self.waiting - self.offered:
            return wanted
        if not self.waitlist:
            taken = FULL.filled(held=self.held, capacity=self.capacity)
            raise Conflict(taken, FULL_ADVICE)
        if self.waitlist_limit is not None and self.waiting >= self.waitlist_limit:
            raise Conflict(LINE_FULL.filled(limit=self.waitlist_limit), FULL_ADVICE)
        return S.WAITLISTED

    def after(self, status: RegistrationStatus, before: RegistrationStatus | None = None) -> Places:
        """Return how it is when one more person stands so, or one who stood otherwise before."""
        held = self.held + (status in HOLDS_A_PLACE) - (before in HOLDS_A_PLACE)
        waiting = self.waiting + (status is S.WAITLISTED) - (before is S.WAITLISTED)
        return replace(self, held=held, waiting=waiting)

    def require_room(self, *, offered: bool) -> None:
        """Raise ``Conflict`` unless somebody who waits can be given a place.

        A place that was ``offered`` to them is theirs, unless there are fewer places by now.
        """
        taken = self.held if offered else self.held + self.offered
        if self.capacity is not None and taken >= self.capacity:
            raise Conflict(NO_ROOM.filled(held=taken, capacity=self.capacity))

    def require_turn(self, name: str, ahead: int) -> None:
        """Raise ``OutOfTurn`` if those ahead in the line would take all places that are free."""
        if self.free is not None and self.free <= ahead:
            says = SOMEBODY_FIRST.filled(n=ahead, name=name)
            raise OutOfTurn(says, TURN_ADVICE.filled(name=name))


def require_step(name: str, status: RegistrationStatus, wanted: RegistrationStatus) -> None:
    """Raise ``NotAllowed`` unless a place may change from one status to the other."""
    if wanted not in STEPS[status]:
        says = CANNOT.filled(name=name, status=STATUS_WORDS[status], wanted=STATUS_WORDS[wanted])
        raise NotAllowed(says)

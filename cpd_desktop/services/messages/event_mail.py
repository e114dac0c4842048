"""What an event's people were written, and what is due to be written to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import or_, select

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.reminders import Task
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.messages.occasions import document_of_certificate
from cpd_desktop.services.messages.preparing import document_of
from cpd_desktop.store.tables import event as events
from cpd_desktop.store.tables import journal, message

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.reminders import Due
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.occasions import Occasions
    from cpd_desktop.services.messages.reminding import Reminding
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

P, S = Purpose, State
# Those that ask for money are sent where it is asked for.
OFFERED: Final = (
    *(P.CONFIRMATION, P.JOINING, P.REMINDER, P.WAITLIST_OFFER),
    *(P.CHANGED, P.POSTPONED, P.CANCELLATION),
    *(P.CERTIFICATE, P.CERTIFICATE_REPLACED, P.CERTIFICATE_REVOKED),
    *(P.THANKS, P.EVALUATION, P.MISSED, P.MESSAGE),
)
WAITS: Final = frozenset({State.DRAFT, State.QUEUED, State.SENDING})
ASKS: Final = frozenset({State.FAILED, State.UNCERTAIN, State.HELD})
_TOLD_TIME: Final = (P.CONFIRMATION, P.JOINING, P.REMINDER, P.CHANGED, P.POSTPONED)
_MOVING: Final = ("event.change", "event.postpone", "meeting.settle")
_PLANNED: Final = (EventStatus.PUBLISHED, EventStatus.RUNNING)
_TAKES_PLACE: Final = (*_PLANNED, EventStatus.COMPLETED)
_AFTER: Final = (P.THANKS, P.EVALUATION, P.MISSED)
_BEFORE: Final = frozenset({P.CONFIRMATION, P.JOINING})
_UNTIL_THE_END: Final = _BEFORE | {P.REMINDER, P.WAITLIST_OFFER}


ABOUT_CERTIFICATES: Final = tuple(each for each in OFFERED if each.is_about_certificate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of mail for an event: to how many it goes, and what became of those made.

    ``left`` are the registrations that have none yet and can be written to, ``without`` names those
    who have no address. With ``document`` it is made of exactly that occasion.
    """

    purpose: Purpose
    to: int = 0
    sent: int = 0
    waiting: int = 0
    asking: int = 0
    left: tuple[int, ...] = ()
    without: tuple[str, ...] = ()
    is_due: bool = False
    is_late: bool = False
    document: str = ""


@dataclass(frozen=True, slots=True)
class EventMail:
    """All mail of one event, and through which account it goes."""

    event: Event
    kinds: tuple[Kind, ...]
    accounts: tuple[MailAccount, ...] = ()
    account: MailAccount | None = None
    drafts: tuple[int, ...] = ()
    to_myself: bool = False
    paused: bool = False
    is_over: bool = False

    def of(self, purpose: Purpose) -> Kind:
        """Return one kind."""
        return next(each for each in self.kinds if each.purpose is purpose)

    @property
    def due(self) -> int:
        """Return how many mails should be made now."""
        return sum(len(each.left) for each in self.kinds if each.is_due)

    @property
    def waiting(self) -> int:
        """Return how many were made and did not go yet."""
        return sum(each.waiting for each in self.kinds)


@dataclass(frozen=True, slots=True)
class EventMails:
    """Finds out how the mail of an event stands; it makes and sends nothing."""

    db: Database
    clock: Clock
    settings: Settings
    accounts: MailAccounts
    occasions: Occasions
    reminding: Reminding

    def of(self, event_id: int, purposes: Sequence[Purpose] = OFFERED) -> EventMail:
        """Return how the mail of an event for these purposes stands; raises ``NotFound``."""
        event = self.occasions.events.get(event_id)
        over = bool(event.sessions) and event.ends <= self.clock.now()
        untimely = _UNTIL_THE_END if over else _AFTER
        known = self.occasions.audience(event_id, [e for e in purposes if e not in untimely])
        with self.db.reading() as connection:
            had = _had(connection, event_id)
            moved_at, was_postponed = _moved(connection, event)
            last = _last_account(connection, event_id)
        drafts = tuple(e.id for each in had.values() for e in each if e.state is S.DRAFT)
        reminder = self._reminder(event_id)
        kinds = []
        for purpose in purposes:
            counted = _Counted(event, purpose, known.get(purpose, []), had.get(purpose, []))
            if purpose is P.REMINDER and reminder is not None:
                kinds.append(counted.kind(document=reminder.document, is_late=reminder.is_late,
                                          due=event.status in _PLANNED))  # fmt: skip
            elif purpose in (P.CHANGED, P.POSTPONED):
                told = _told_before(had, moved_at)
                due = was_postponed is (purpose is P.POSTPONED) and event.status in _PLANNED
                kinds.append(counted.kind(only=told, due=due and not over))
            else:
                kinds.append(counted.kind(due=_is_due(purpose, event, over=over)))
        accounts = tuple(self.accounts.listed())
        usual = sorted(accounts, key=lambda each: (each.id != last, not each.is_default))
        mail = self.settings.get(Mail)
        return EventMail(
            event,
            tuple(kinds),
            accounts,
            next(iter(usual), None),
            drafts,
            mail.to_myself,
            mail.paused,
            over,
        )

    def _reminder(self, event_id: int) -> Due | None:
        due = self.reminding.due()
        return next((e for e in due if e.task is Task.REMIND and e.event == event_id), None)


class _Had(NamedTuple):
    id: int
    person: int | None
    document: str
    state: State
    made_at: datetime


@dataclass(frozen=True, slots=True)
class _Counted:
    """One kind of mail, those it goes to, and those that were made of it."""

    event: Event
    purpose: Purpose
    audience: Sequence[tuple[Registration, Certificate | None]]
    had: Sequence[_Had]

    def kind(
        self,
        *,
        document: str = "",
        only: Collection[int] | None = None,
        due: bool = False,
        is_late: bool = False,
    ) -> Kind:
        """Count it; ``only`` are the people who need it."""
        usual = document or document_of(self.purpose, self.event)
        there = {(each.person, each.document) for each in self.had if each.state != S.CANCELLED}
        left: list[Registration] = []
        without: list[Registration] = []
        for place, issued in self.audience:
            about = document_of_certificate(issued) if issued is not None else usual
            if (place.person_id, about) in there or (
                only is not None and place.person_id not in only
            ):
                continue
            (left if place.email else without).append(place)
        states = Counter(each.state for each in self.had)
        return Kind(
            purpose=self.purpose,
            to=len(self.audience),
            sent=states[S.SENT],
            waiting=sum(states[each] for each in WAITS),
            asking=sum(states[each] for each in ASKS),
            left=tuple(each.id for each in left) if self.purpose is not P.MESSAGE else (),
            without=tuple(each.name for each in without) if self.purpose is not P.MESSAGE else (),
            is_due=due and bool(left),
            is_late=is_late and bool(left),
            document=document,
        )


def _is_due(purpose: Purpose, event: Event, *, over: bool) -> bool:
    if purpose is P.CANCELLATION:
        return event.status is EventStatus.CANCELLED
    if purpose in _BEFORE:
        return event.status in _PLANNED and not over
    if purpose is P.WAITLIST_OFFER:
        return event.status in _PLANNED
    return (purpose in _AFTER and event.status in _TAKES_PLACE) or purpose.is_about_certificate


def _told_before(had: Mapping[Purpose, Sequence[_Had]], at: datetime | None) -> frozenset[int]:
    """Return the people who were last told of a time before it was changed."""
    if at is None:
        return frozenset()
    told: dict[int, datetime] = {}
    for purpose in _TOLD_TIME:
        for each in had.get(purpose, ()):
            if each.person is not None and each.state not in (S.CANCELLED, S.FAILED):
                told[each.person] = max(each.made_at, told.get(each.person, each.made_at))
    return frozenset(person for person, made_at in told.items() if made_at < at)


def _had(connection: Connection, event_id: int) -> dict[Purpose, list[_Had]]:
    of = message.c
    found: dict[Purpose, list[_Had]] = defaultdict(list)
    wanted = select(of.id, of.purpose, of.person_id, of.document, of.state, of.made_at)
    for row in connection.execute(wanted.where(of.event_id == event_id)):
        had = _Had(row.id, row.person_id, row.document, State(row.state), row.made_at)
        found[Purpose(row.purpose)].append(had)
    return found


def _moved(connection: Connection, event: Event) -> tuple[datetime | None, bool]:
    """Return when its times were changed last, if they were, and whether it was postponed then."""
    if not any(each.sequence for each in event.sessions):
        return None, False
    of, mine = journal.c, [event.id]
    if event.series_id is not None:  # what is changed for all is noted at one of them
        mine += connection.execute(
            select(events.c.id).where(events.c.series_id == event.series_id)
        ).scalars()
    deeds = select(of.at, of.deed).where(
        of.kind == "event",
        or_(
            (of.subject == event.id) & of.deed.in_(_MOVING),
            of.subject.in_(mine) & (of.deed == "series.change"),
        ),
    )
    last = connection.execute(deeds.order_by(of.id.desc()).limit(1)).first()
    return (
        (datetime.fromisoformat(last.at), last.deed == "event.postpone") if last else (None, False)
    )


def _last_account(connection: Connection, event_id: int) -> int | None:
    """Return through which account the event's people were written to last."""
    of = message.c
    newest = select(of.mail_account_id).where(of.event_id == event_id).order_by(of.id.desc())
    found: int | None = connection.execute(newest.limit(1)).scalar()
    return found

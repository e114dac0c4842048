"""The outbox: every message with its fate, and what a person may decide about it."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Damaged, NotAllowed, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.messages.mime import message_id_of, whole
from cpd_desktop.domain.messages.pacing import DAY, pace
from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.domain.messages.states import (
    Outcome,
    State,
    cancelled,
    may_cancel,
    may_queue,
    may_resend,
    refusal,
)
from cpd_desktop.domain.settings import Mail
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.rows import (
    attempts_of,
    messages_from,
    read_message,
    sentence_kept,
)
from cpd_desktop.store.database import among, ids_of
from cpd_desktop.store.tables import event, mail_attempt, mail_return, message, suppression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Attempt, Message
    from cpd_desktop.domain.messages.pacing import Pace
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

ALTERED = Sentence("messages", "The message to {to} is not what it was when it was made.")
ALTERED_ADVICE = Sentence("messages", "It was not sent. Cancel it and make it anew.")
GONE = Sentence("messages", "A file that belongs to this message is not kept here any more.")
ERASED = Sentence("messages", "What this message said was erased.")
ARRIVED = Sentence("messages", "{who} said that it arrived.")
LATELY = timedelta(0)
_ORDERS: Final = {
    "at": (message.c.id,),
    "to": (message.c.sought, message.c.id),  # name, address, subject
    "subject": (message.c.subject, message.c.id),
    "purpose": (message.c.purpose, message.c.id),
    "state": (message.c.state, message.c.id),
}
_TELLING: Final = tuple(ReturnKind)
_TAKEN = (Outcome.SENT, Outcome.UNCERTAIN, Outcome.TESTED)


class Line(NamedTuple):
    """A message as a list tells it: about which event, and when something was done with it last.

    ``back`` is what came back for it first of all that tells most, a bounce before an answer.
    """

    message: Message
    event: str
    at: datetime
    back: ReturnKind | None = None


class EventNamed(NamedTuple):
    """An event that people were written to about."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Outbox:
    """All messages, and what becomes of them by a person's word."""

    db: Database
    clock: Clock
    files: ContentStore
    settings: Settings

    def ids(
        self,
        search: str = "",
        *,
        states: Iterable[State] = (),
        event_id: int | None = None,
        person_id: int | None = None,
        account_id: int | None = None,
        came_back: bool = False,
        sort: str = "at",
        descending: bool = True,
    ) -> Sequence[int]:
        """Return which messages a search finds, the newest first unless told.

        Words are sought in names, addresses and subjects; ``came_back`` finds only those for which
        something came back, such as a bounce.
        """
        order = _ORDERS.get(sort, _ORDERS["at"])
        statement = select(message.c.id).order_by(
            *(each.desc() if descending else each for each in order)
        )
        if wanted := sorted(states):
            statement = statement.where(message.c.state.in_(wanted))
        if event_id is not None:
            statement = statement.where(message.c.event_id == event_id)
        if person_id is not None:
            statement = statement.where(message.c.person_id == person_id)
        if account_id is not None:
            statement = statement.where(message.c.mail_account_id == account_id)
        for word in folded(search).split():
            statement = statement.where(func.instr(message.c.sought, word) > 0)
        if came_back:
            statement = statement.where(message.c.id.in_(select(mail_return.c.message_id)))
        with self.db.reading() as connection:
            if statement.whereclause is None and order == _ORDERS["at"]:
                every = _all_ids(connection)
                return every[::-1] if descending else every
            return ids_of(connection, statement)

    def listed(self, ids: Iterable[int]) -> dict[int, Message]:
        """Return the messages of these ids; missing ones are left out."""
        statement = select(message).where(among(message.c.id, ids))
        with self.db.reading() as connection:
            return {each.id: each for each in messages_from(connection, statement)}

    def lines(self, ids: Iterable[int]) -> dict[int, Line]:
        """Return messages with what a list tells beside them; missing ones are left out."""
        of = mail_attempt.c
        found = self.listed(ids)
        about = {each.event for each in found.values() if each.event is not None}
        named = select(event.c.id, event.c.title).where(among(event.c.id, about))
        tried = select(of.message_id, func.max(of.at)).where(among(of.message_id, found))
        came = select(mail_return.c.message_id, mail_return.c.kind).where(
            among(mail_return.c.message_id, found)
        )
        with self.db.reading() as connection:
            titles = {row.id: row.title for row in connection.execute(named)}
            last = {row[0]: row[1] for row in connection.execute(tried.group_by(of.message_id))}
            kinds = sorted(connection.execute(came), key=lambda row: -_TELLING.index(row.kind))
        back = {row.message_id: ReturnKind(row.kind) for row in kinds}
        return {
            key: Line(
                *(each, titles.get(each.event, ""), last.get(key) or each.made_at),
                back.get(key),
            )
            for key, each in found.items()
        }

    def events(self) -> list[EventNamed]:
        """Return the events that people were written to about, the newest first."""
        about = select(message.c.event_id).distinct()
        named = select(event.c.id, event.c.title).where(event.c.id.in_(about))
        with self.db.reading() as connection:
            return [
                EventNamed(*row) for row in connection.execute(named.order_by(event.c.id.desc()))
            ]

    def held_back(self) -> tuple[Sequence[int], datetime | None]:
        """Return which messages wait for the first time to be let go, and when the first goes."""
        of = message.c
        held = (of.state == State.QUEUED) & (of.due_at > self.clock.now()) & (of.tries == 0)
        statement = select(of.id).where(held).order_by(of.id)
        with self.db.reading() as connection:
            first: datetime | None = connection.execute(
                select(func.min(of.due_at)).where(held)
            ).scalar()
            return (ids_of(connection, statement), first) if first else ((), None)

    def get(self, key: int) -> Message:
        """Return one message; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_message(connection, key)

    def attempts(self, key: int) -> list[Attempt]:
        """Return every time it was handed over, and what came of it."""
        with self.db.reading() as connection:
            return attempts_of(connection, key)

    def counts(self, event_id: int | None = None) -> Mapping[State, int]:
        """Return how many messages are in which state."""
        statement = select(message.c.state, func.count()).group_by(message.c.state)
        if event_id is not None:
            statement = statement.where(message.c.event_id == event_id)
        with self.db.reading() as connection:
            return Counter({State(state): n for state, n in connection.execute(statement)})

    def count_back(self) -> int:
        """Return for how many messages something came back."""
        with self.db.reading() as connection:
            statement = select(func.count(mail_return.c.message_id.distinct()))
            return int(connection.execute(statement).scalar_one())

    def content(self, found: Message) -> bytes:
        """Return the exact mail, as it went or will go.

        Raises ``NotFound`` or ``Damaged`` if a file of it is gone or was changed.
        """
        if not found.frame:
            raise NotAllowed(ERASED)
        altered = Damaged(ALTERED.filled(to=found.to), ALTERED_ADVICE)
        try:
            frame = self.files.get(found.frame)
            mail = whole(frame, self.files.get)
        except Damaged as error:
            raise altered from error
        except (NotFound, OSError) as error:
            raise NotFound(GONE, ALTERED_ADVICE) from error
        if message_id_of(frame) != found.message_id or len(mail) != found.size:
            raise altered  # whole, but another one
        return mail

    def pace(self, account: MailAccount, more: int = 0) -> Pace:
        """Return how what waits for an account, and so many more, will go."""
        with self.db.reading() as connection:
            waiting = select(func.count()).where(
                message.c.state == State.QUEUED, message.c.mail_account_id == account.id
            )
            count = connection.execute(waiting).scalar_one()
            lately = sent_lately(connection, account.id, self.clock.now())
        return pace(count + more, lately, account.limits)

    def queue(self, ids: Iterable[int], *, hold: timedelta = LATELY) -> Changes:
        """Let drafts go, all of them or none, not before ``hold`` is over.

        Raises ``NotFound``, and ``NotAllowed`` for one that went before.
        """
        due = self.clock.now() + hold
        with self.db.writing("message.queue") as tx:
            for found in _all(tx, ids):
                if not may_queue(found.state):
                    raise refusal(found.state, found.to)
                tx.update(message, found.id, state=State.QUEUED, due_at=due, says={})
        return tx.changes

    def hasten(self, ids: Iterable[int]) -> Changes:
        """Let messages that wait for their time go now, all of them or none.

        Raises ``NotFound``, and ``NotAllowed`` for one that does not wait.
        """
        now = self.clock.now()
        with self.db.writing("message.hasten") as tx:
            for found in _all(tx, ids):
                if found.state is not State.QUEUED:
                    raise refusal(found.state, found.to)
                tx.update(message, found.id, due_at=now)
        return tx.changes

    def cancel(self, ids: Iterable[int]) -> Changes:
        """Keep messages from going, all of them or none; what went once stays so.

        Raises ``NotFound``, and ``NotAllowed`` for one that is being sent or was.
        """
        with self.db.writing("message.cancel") as tx:
            for found in _all(tx, ids):
                if not may_cancel(found.state):
                    raise refusal(found.state, found.to)
                tx.update(
                    message, found.id, state=cancelled(_last(tx, found.id)), due_at=None, tries=0
                )
        return tx.changes

    def resend(self, ids: Iterable[int]) -> Changes:
        """Let messages go again exactly as they are, because a person said so.

        Raises ``NotFound``, ``NotAllowed`` for one that waits or is being sent, and ``Conflict``
        for a cancelled one that was made anew since.
        """
        now = self.clock.now()
        with self.db.writing("message.resend") as tx:
            for found in _all(tx, ids):
                if not may_resend(found.state):
                    raise refusal(found.state, found.to)
                tx.update(message, found.id, state=State.QUEUED, due_at=now, tries=0, says={})
        return tx.changes

    def note_arrived(self, key: int) -> Changes:
        """Keep that an uncertain message did arrive; raises ``NotFound`` or ``NotAllowed``."""
        now = self.clock.now()
        with self.db.writing("message.arrived") as tx:
            found = read_message(tx, key)
            if found.state is not State.UNCERTAIN:
                raise refusal(found.state, found.to)
            tx.insert(
                mail_attempt,
                message_id=key,
                number=1 + len(attempts_of(tx, key)),
                mail_account_id=found.account,
                recipient=found.to,
                at=now,
                ended_at=now,
                outcome=Outcome.SENT,
                says=sentence_kept(ARRIVED.filled(who=self.db.who)),
            )
            tx.update(message, key, state=State.SENT, says={})
        return tx.changes

    def is_paused(self) -> bool:
        """Say whether nothing goes."""
        return self.settings.get(Mail).paused

    def paused_why(self) -> Sentence | None:
        """Return why nothing goes, if that was not a person's wish."""
        kept = self.settings.get(Mail).paused_why
        return Sentence.of_kept(json.loads(kept)) if kept else None

    def pause(self, why: Sentence | None = None) -> Changes:
        """Let nothing go from now on; a message on its way is finished."""
        told = json.dumps(why.kept()) if why is not None else ""
        now = self.settings.get(Mail)
        return self.settings.put(replace(now, paused=True, paused_why=told))

    def resume(self) -> Changes:
        """Let messages go again."""
        now = self.settings.get(Mail)
        return self.settings.put(replace(now, paused=False, paused_why=""))

    def silence(self, address: str, why: str = "") -> Changes:
        """Send no news to this address any more."""
        wanted = address.strip().lower()
        with self.db.writing("suppression.add") as tx:
            known = select(suppression.c.id).where(suppression.c.address == wanted)
            if tx.execute(known).first() is None:
                tx.insert(suppression, address=wanted, why=why, at=self.clock.now())
        return tx.changes

    def unsilence(self, address: str) -> Changes:
        """Send news to this address again."""
        with self.db.writing("suppression.remove") as tx:
            known = select(suppression.c.id).where(suppression.c.address == address.lower())
            for (key,) in tx.execute(known).all():
                tx.delete(suppression, key)
        return tx.changes

    def silent(self) -> list[str]:
        """Return the addresses that want no news, in order."""
        statement = select(suppression.c.address).order_by(suppression.c.address)
        with self.db.reading() as connection:
            return list(connection.execute(statement).scalars())


def sent_lately(reader: Connection | Transaction, account: int, now: datetime) -> int:
    """Return how many messages an account took in the last 24 hours."""
    of = mail_attempt.c
    statement = select(func.count()).where(
        of.mail_account_id == account, of.at > now - DAY, of.outcome.in_(_TAKEN)
    )
    return int(reader.execute(statement).scalar_one())


def _all_ids(connection: Connection) -> array[int]:
    """Return the ids of all messages, in order.

    A message is never deleted, so they follow each other; to count them in an index and to look at
    both ends takes a tenth of the time of reading all of them.
    """
    ends = select(
        select(func.count()).select_from(message).scalar_subquery(),
        select(func.min(message.c.id)).scalar_subquery(),
        select(func.max(message.c.id)).scalar_subquery(),
    )
    count, first, last = connection.execute(ends).one()
    if count and last - first + 1 == count:
        return array("q", range(first, last + 1))
    return ids_of(connection, select(message.c.id).order_by(message.c.id))


def _all(tx: Transaction, ids: Iterable[int]) -> list[Message]:
    return [read_message(tx, key) for key in ids]


def _last(tx: Transaction, key: int) -> Outcome | None:
    """Return what came of the last attempt from which something may have arrived."""
    of = mail_attempt.c
    kinds = (Outcome.SENT, Outcome.UNCERTAIN, Outcome.REFUSED)
    statement = select(of.outcome).where(of.message_id == key, of.outcome.in_(kinds))
    found = tx.execute(statement.order_by(of.number.desc()).limit(1)).scalar()
    return Outcome(found) if found else None

"""Sends what waits: one message after the other, each claimed before and settled after.

A message is claimed in a transaction of its own before anybody outside sees it, and only by a
program that holds the lock. So whoever is killed leaves at most one message of which nobody knows
whether it went, and that one is asked about, never sent again by itself.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.messages.pacing import room
from cpd_desktop.domain.messages.states import TESTED, Outcome, State, after_attempt
from cpd_desktop.domain.settings import Mail
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.outbox import Outbox, sent_lately
from cpd_desktop.services.messages.ports import Delivery, Parcel
from cpd_desktop.services.messages.rows import message_from, read_account, sentence_kept
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.tables import mail_attempt, message

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter, ColumnElement, Select

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.ports import Postman, Postmen
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

LOCK = "mail-sending.lock"
SENDING = "Sending mail"

BUSY = Sentence("messages", "Another window or command is sending mail at this moment.")
PAUSED = Sentence("messages", "Sending is paused.")
CUT_OFF = Sentence(
    "messages",
    "CPD Desktop was cut off while this message went out. Nobody can say whether it arrived: ask, "
    "or look in Sent, then decide.",
)
REST_LATER = Sentence("messages", "“{name}” takes no more in these 24 hours; the rest goes later.")
_TAKEN = (Outcome.SENT, Outcome.UNCERTAIN, Outcome.TESTED)


@dataclass(frozen=True, slots=True)
class SendReport:
    """What a sending did: how many messages came to which end, and how many wait still.

    ``stopped`` says what kept the rest from going; ``waits`` that a person must sign in first.
    """

    ends: Counter[Outcome] = field(default_factory=Counter)
    left: int = 0
    stopped: Sentence | None = None
    waits: bool = False
    changes: Changes = field(default_factory=Changes)

    @property
    def sent(self) -> int:
        """Return how many were taken."""
        return self.ends[Outcome.SENT]

    @property
    def failed(self) -> int:
        """Return how many were refused for good."""
        return self.ends[Outcome.REFUSED]

    @property
    def uncertain(self) -> int:
        """Return of how many nobody knows."""
        return self.ends[Outcome.UNCERTAIN]


@dataclass(frozen=True, slots=True)
class Sending:
    """Sends messages, one program at a time; it can be killed anywhere."""

    db: Database
    clock: Clock
    outbox: Outbox
    postmen: Postmen

    def send(self, work: Work, limit: int | None = None) -> SendReport:
        """Send what is due, at most so many; what cannot go now waits and is told.

        Raises ``Cancelled``: the message on its way is finished and kept then.
        """
        with FolderLock(self.db.path.with_name(LOCK)) as alone:
            if not alone.hold():
                return SendReport(left=self.due(), stopped=BUSY)
            run = _Run(self.db, self.clock, self.outbox, self.postmen, work, limit)
            run.note_cut_off()
            try:
                run.go()
            finally:
                run.close()
        touched = Changes(None, {"message": frozenset(run.touched)} if run.touched else {})
        return SendReport(run.ends, self.due(), run.stopped, run.waits, touched)

    def due(self) -> int:
        """Return how many messages wait for their turn now."""
        statement = select(func.count()).where(_is_due(self.clock.now()))
        with self.db.reading() as connection:
            return int(connection.execute(statement).scalar_one())

    def next_due(self) -> datetime | None:
        """Return when the next message may go; nothing if none waits."""
        statement = select(func.min(message.c.due_at)).where(message.c.state == State.QUEUED)
        with self.db.reading() as connection:
            found: datetime | None = connection.execute(statement).scalar()
        return found


@dataclass(slots=True)
class _Claimed:
    """A message that only this program sends, and where it goes."""

    found: Message
    account: MailAccount
    recipient: str
    content: Future[bytes]


@dataclass(slots=True)
class _Run:
    """One sending, over one connection for each account.

    What became of a message is written with the claim of the next: that waits for the disk once.
    """

    db: Database
    clock: Clock
    outbox: Outbox
    postmen: Postmen
    work: Work
    limit: int | None
    ends: Counter[Outcome] = field(default_factory=Counter)
    touched: set[int] = field(default_factory=set)
    stopped: Sentence | None = None
    waits: bool = False
    _over: bool = False
    _done: int = 0
    _open: dict[int, Postman] = field(default_factory=dict)
    _room: dict[int, int] = field(default_factory=dict)
    _blocked: set[int] = field(default_factory=set)
    _pending: tuple[_Claimed, Delivery] | None = None
    _aside: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _ahead: dict[int, Future[bytes]] = field(default_factory=dict)

    def note_cut_off(self) -> None:
        """Ask about what whoever held the lock before left on its way."""
        with self.db.writing("message.cut_off") as tx:
            left = select(message.c.id).where(message.c.state == State.SENDING)
            ids = tx.execute(left).scalars().all()
            for key in ids:
                self._end(tx, key, Outcome.UNCERTAIN, CUT_OFF)
                _move(tx, key, State.UNCERTAIN, says=CUT_OFF)
        self.touched.update(ids)

    def go(self) -> None:
        """Send until nothing is due, nothing more may go, or somebody stops it."""
        total = self._waiting()
        account: MailAccount | None = None
        while not self._over and (self.limit is None or self._done < self.limit):
            account = account or self._next_account()
            if account is None:
                break
            postman = self._ready(account)
            if postman is None:
                account = None
                continue
            self.work.report(self._done, total, SENDING)
            if self._done:
                self._keep_pace(account)
            claimed = self._claim(account)
            if claimed is None:
                account = None
                continue
            self._pending = claimed, self._hand_over(postman, claimed)
            self._done += 1
            if not self._goes_on(*self._pending):
                account = None

    def close(self) -> None:
        """Write down what is not written yet, and let go of the connections."""
        self._aside.shutdown(cancel_futures=True)
        self._settle_now()
        for each in self._open.values():
            with suppress(CpdError):
                each.close()

    def _waiting(self) -> int:
        statement = select(func.count()).where(_is_due(self.clock.now()))
        with self.db.reading() as connection:
            count = int(connection.execute(statement).scalar_one())
        return count if self.limit is None else min(count, self.limit)

    def _next_account(self) -> MailAccount | None:
        """Return whose message is due first, of those that can send."""
        statement = select(message.c.mail_account_id).where(
            _is_due(self.clock.now()), message.c.mail_account_id.not_in(self._blocked)
        )
        self._settle_now()
        with self.db.reading() as connection:
            key = connection.execute(_in_turn(statement).limit(1)).scalar()
            if key is None:
                return None
            account = read_account(connection, key)
            if key not in self._room:
                lately = sent_lately(connection, key, self.clock.now())
                self._room[key] = room(lately, account.limits)
        if self._room[key] <= 0:
            self._block(account, REST_LATER.filled(name=account.name))
            return self._next_account()
        return account

    def _ready(self, account: MailAccount) -> Postman | None:
        """Return who carries its mail, connected before anything is claimed; else tell why not."""
        try:
            if account.id not in self._open:
                self._open[account.id] = self.postmen.of(account)
            postman = self._open[account.id]
            if not postman.is_ready:
                self._settle_now()
                postman.connect()
        except NeedsSignIn as error:
            self._stop_all(error.says)
            self.waits = True
        except CpdError as error:
            self._block(account, error.says)
        else:
            return postman
        return None

    def _keep_pace(self, account: MailAccount) -> None:
        if account.limits.seconds:
            self._settle_now()
            self.work.pause(account.limits.seconds)

    def _claim(self, account: MailAccount) -> _Claimed | None:
        """Write down what became of the last message, and take the next, in one transaction."""
        now = self.clock.now()
        with self.db.writing("message.send") as tx:
            self._settle(tx)
            wanted, _ = self.outbox.settings.read(tx, Mail)
            if wanted.paused:
                self._over, self.stopped = True, self.stopped or PAUSED
                return None
            rows = tx.execute(_NEXT, {"now": now, "account": account.id}).all()
            if not rows:
                return None
            found, *after = map(message_from, rows)
            recipient = account.sender if wanted.to_myself else found.to
            number = tx.execute(_LAST_NUMBER, {"key": found.id}).scalar_one() + 1
            opened = {"message_id": found.id, "number": number, "mail_account_id": account.id,
                      "recipient": recipient, "at": now}  # fmt: skip
            tx.execute(_OPEN, opened)
            _move(tx, found.id, State.SENDING, tries=found.attempts + 1)
        self.touched.add(found.id)
        ready = self._ahead.pop(found.id, None) or self._aside.submit(self.outbox.content, found)
        # While this one is on its way the next is put together.
        self._ahead = {each.id: self._aside.submit(self.outbox.content, each) for each in after}
        return _Claimed(found, account, recipient, ready)

    def _hand_over(self, postman: Postman, claimed: _Claimed) -> Delivery:
        found, account = claimed.found, claimed.account
        try:
            content = claimed.content.result()
        except CpdError as error:  # a file of it is gone or was changed
            return Delivery(Outcome.HELD, error.says)
        parcel = Parcel(found.message_id, account.sender, claimed.recipient, content)
        came = postman.hand_over(parcel)
        if came.outcome is Outcome.SENT and claimed.recipient != found.to:
            return came._replace(outcome=Outcome.TESTED, says=TESTED.filled(to=found.to))
        return came

    def _goes_on(self, claimed: _Claimed, came: Delivery) -> bool:
        """Count it; say whether the account takes more."""
        account = claimed.account
        self.ends[came.outcome] += 1
        if came.outcome in _TAKEN:
            self._room[account.id] -= 1
        if came.ends and came.outcome is Outcome.REFUSED:
            # It is the account that is refused: every other message would be, too.
            self._stop_all(came.says)
        elif came.ends:
            self._block(account, came.says)
        return not came.ends and self._room[account.id] > 0

    def _settle_now(self) -> None:
        if self._pending is not None:
            with self.db.writing("message.settle") as tx:
                self._settle(tx)

    def _settle(self, tx: Transaction) -> None:
        if self._pending is None:
            return
        claimed, came = self._pending
        found = claimed.found
        step = after_attempt(came.outcome, found.attempts + 1, self.clock.now(), came.says)
        self._end(tx, found.id, came.outcome, came.says)
        _move(tx, found.id, step.state, step.due, step.says)
        self._pending = None

    def _end(self, tx: Transaction, key: int, outcome: Outcome, says: Sentence | None) -> None:
        ended = {"end": self.clock.now(), "came": outcome, "told": sentence_kept(says)}
        tx.execute(_END, {"key": key, **ended})

    def _block(self, account: MailAccount, says: Sentence | None) -> None:
        self._blocked.add(account.id)
        self.stopped = self.stopped or says

    def _stop_all(self, says: Sentence | None) -> None:
        """Let nothing more go until a person put it right."""
        self._settle_now()
        self._over, self.stopped = True, says
        self.outbox.pause(says)


def _is_due(now: datetime) -> ColumnElement[bool]:
    return (message.c.state == State.QUEUED) & (message.c.due_at <= now)


def _in_turn(statement: Select[Any]) -> Select[Any]:
    return statement.order_by(message.c.due_at, message.c.id)


# Made once: to write them anew for each message takes longer than to carry them out. What they
# write is not noted in the journal: the attempts are the record, and no undo may touch what went.
_KEY: BindParameter[int] = bindparam("key")
_NEXT = _in_turn(
    select(message).where(
        message.c.state == State.QUEUED,
        message.c.due_at <= bindparam("now"),
        message.c.mail_account_id == bindparam("account"),
    )
).limit(2)
_LAST_NUMBER = select(func.coalesce(func.max(mail_attempt.c.number), 0)).where(
    mail_attempt.c.message_id == _KEY
)
_OPEN = insert(mail_attempt).values(
    {
        name: bindparam(name)
        for name in ("message_id", "number", "mail_account_id", "recipient", "at")
    }
)
_END = (
    update(mail_attempt)
    .where(mail_attempt.c.message_id == _KEY, mail_attempt.c.outcome == "")
    .values(ended_at=bindparam("end"), outcome=bindparam("came"), says=bindparam("told"))
)
_MOVE = (
    update(message)
    .where(message.c.id == _KEY)
    .values(
        state=bindparam("to"), due_at=bindparam("due"), says=bindparam("told"),
        tries=func.coalesce(bindparam("count"), message.c.tries),
    )
)  # fmt: skip


def _move(
    tx: Transaction,
    key: int,
    state: State,
    due: datetime | None = None,
    says: Sentence | None = None,
    *,
    tries: int | None = None,
) -> None:
    told = {"to": state, "due": due, "told": sentence_kept(says), "count": tries}
    tx.execute(_MOVE, {"key": key, **told})

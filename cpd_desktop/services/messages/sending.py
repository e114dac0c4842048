"""Sends what waits: one message after the other, each claimed before and settled after.

A message is claimed in a transaction of its own before anybody outside has it, and only by a
program that holds the lock. So whoever is killed leaves at most one message of which nobody knows
whether it went, and that one is asked about, never sent again by itself. Before it is claimed it is
brought as far as it can be taken back, so that the server reads while the disk writes.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.messages.pacing import room
from cpd_desktop.domain.messages.states import TESTED, Outcome, State, Step, after_attempt
from cpd_desktop.domain.settings import Mail
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.attempts import claim, settle
from cpd_desktop.services.messages.outbox import Outbox, sent_lately
from cpd_desktop.services.messages.ports import Delivery, Parcel
from cpd_desktop.services.messages.rows import read_account
from cpd_desktop.services.messages.waiting_line import WaitingLine, in_turn, is_due
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.tables import message

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.ports import Postman, Postmen
    from cpd_desktop.services.messages.refused import RefusedAccounts
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
    refused: RefusedAccounts

    def send(self, work: Work, limit: int | None = None) -> SendReport:
        """Send what is due, at most so many; what cannot go now waits and is told.

        Raises ``Cancelled``: the message on its way is finished and kept then.
        """
        with FolderLock(self.db.path.with_name(LOCK)) as alone:
            if not alone.hold():
                return SendReport(left=self.due(), stopped=BUSY)
            run = _Run(*(self.db, self.clock, self.outbox, self.postmen, self.refused, work, limit))
            run.note_cut_off()
            try:
                run.go()
            finally:
                run.close()
        touched = Changes(None, {"message": frozenset(run.touched)} if run.touched else {})
        changes = touched.merged(run.noted)
        return SendReport(run.ends, self.due(), run.stopped, run.waits, changes)

    def due(self) -> int:
        """Return how many messages wait for their turn now."""
        statement = select(func.count()).where(is_due(self.clock.now()))
        with self.db.reading() as connection:
            return int(connection.execute(statement).scalar_one())

    def next_due(self) -> datetime | None:
        """Return when the next message may go; nothing if none waits."""
        statement = select(func.min(message.c.due_at)).where(message.c.state == State.QUEUED)
        with self.db.reading() as connection:
            found: datetime | None = connection.execute(statement).scalar()
        return found


class _Turn(NamedTuple):
    """A message whose turn it is, and where it goes."""

    found: Message
    account: MailAccount
    recipient: str


@dataclass(slots=True)
class _Run:
    """One sending, over one connection for each account.

    What became of a message is written with the claim of the next: that waits for the disk once.
    """

    db: Database
    clock: Clock
    outbox: Outbox
    postmen: Postmen
    refused: RefusedAccounts
    work: Work
    limit: int | None
    ends: Counter[Outcome] = field(default_factory=Counter)
    touched: set[int] = field(default_factory=set)
    noted: Changes = field(default_factory=Changes)
    stopped: Sentence | None = None
    waits: bool = False
    _over: bool = False
    _done: int = 0
    _open: dict[int, Postman] = field(default_factory=dict)
    _room: dict[int, int] = field(default_factory=dict)
    _blocked: set[int] = field(default_factory=set)
    _pending: tuple[_Turn, Delivery] | None = None
    _to_myself: bool = False
    _line: WaitingLine = field(init=False)

    def __post_init__(self) -> None:
        self._line = WaitingLine(self.clock, self.outbox)

    def note_cut_off(self) -> None:
        """Ask about what whoever held the lock before left on its way."""
        came, asked = Delivery(Outcome.UNCERTAIN, CUT_OFF), Step(State.UNCERTAIN, None, CUT_OFF)
        with self.db.writing("message.cut_off") as tx:
            left = select(message.c.id).where(message.c.state == State.SENDING)
            ids = tx.execute(left).scalars().all()
            for key in ids:
                settle(tx, key, came, asked, self.clock.now())
        self.touched.update(ids)

    def go(self) -> None:
        """Send until nothing is due, nothing more may go, or somebody stops it."""
        total = self._waiting()
        self._to_myself = self.outbox.settings.get(Mail).to_myself
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
            found = self._line.next(account)
            if found is None or not self._send(postman, account, found):
                account = None

    def close(self) -> None:
        """Write down what is not written yet, and let go of the connections."""
        self._line.close()
        try:
            self._settle_now()
        finally:
            for each in self._open.values():
                _let_go(each)

    def _waiting(self) -> int:
        statement = select(func.count()).where(is_due(self.clock.now()))
        with self.db.reading() as connection:
            count = int(connection.execute(statement).scalar_one())
        return count if self.limit is None else min(count, self.limit)

    def _next_account(self) -> MailAccount | None:
        """Return whose message is due first, of those that can send."""
        statement = select(message.c.mail_account_id).where(
            is_due(self.clock.now()), message.c.mail_account_id.not_in(self._blocked)
        )
        self._settle_now()
        with self.db.reading() as connection:
            key = connection.execute(in_turn(statement).limit(1)).scalar()
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
                self._note(account, None)
        except NeedsSignIn as error:
            self._stop_all(error.says)
            self._note(account, error.says)
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

    def _send(self, postman: Postman, account: MailAccount, found: Message) -> bool:
        """Send one message, if it still may go; say whether the account takes more."""
        turn = _Turn(found, account, account.sender if self._to_myself else found.to)
        brought = self._announced(postman, turn)
        if not self._claim(turn):
            _let_go(postman)  # and so takes back what was announced
            self._line.forget()
            return False
        came = brought if isinstance(brought, Delivery) else postman.hand_over(brought)
        if came.outcome is Outcome.SENT and turn.recipient != found.to:
            came = came._replace(outcome=Outcome.TESTED, says=TESTED.filled(to=found.to))
        self._pending = turn, came
        self._done += 1
        return self._goes_on(turn, came)

    def _announced(self, postman: Postman, turn: _Turn) -> Parcel | Delivery:
        """Bring it as far as it can be taken back; or return why it cannot go."""
        found, account = turn.found, turn.account
        try:
            content = self._line.content(found)
        except CpdError as error:  # a file of it is gone or was changed
            return Delivery(Outcome.HELD, error.says)
        parcel = Parcel(found.message_id, account.sender, turn.recipient, content)
        postman.announce(parcel)
        return parcel

    def _claim(self, turn: _Turn) -> bool:
        """Write down what became of the last message and that this one goes now, if it may."""
        with self.db.writing("message.send") as tx:
            self._settle(tx)
            claimed = self._may_go(tx) and claim(tx, turn.found, turn.recipient, self.clock.now())
        self._pending = None
        if claimed:
            self.touched.add(turn.found.id)
        return claimed

    def _may_go(self, tx: Transaction) -> bool:
        """Say whether mail goes at this moment, and to whom it was told to go."""
        wanted, _ = self.outbox.settings.read(tx, Mail)
        if wanted.paused:
            self._over, self.stopped = True, self.stopped or PAUSED
        same, self._to_myself = wanted.to_myself == self._to_myself, wanted.to_myself
        return same and not wanted.paused

    def _goes_on(self, turn: _Turn, came: Delivery) -> bool:
        """Count it; say whether the account takes more."""
        account = turn.account
        self.ends[came.outcome] += 1
        if came.outcome in _TAKEN:
            self._room[account.id] -= 1
        if came.ends and came.outcome is Outcome.REFUSED:
            # It is the account that is refused: every other message would be, too.
            self._stop_all(came.says)
            self._note(account, came.says)
        elif came.ends:
            self._block(account, came.says)
        return not came.ends and self._room[account.id] > 0

    def _settle_now(self) -> None:
        if self._pending is not None:
            with self.db.writing("message.settle") as tx:
                self._settle(tx)
            self._pending = None

    def _settle(self, tx: Transaction) -> None:
        if self._pending is None:
            return
        (found, *_), came = self._pending
        now = self.clock.now()
        step = after_attempt(came.outcome, found.attempts + 1, now, came.says)
        settle(tx, found.id, came, step, now)

    def _note(self, account: MailAccount, why: Sentence | None) -> None:
        self.noted = self.noted.merged(self.refused.note(account.id, why))

    def _block(self, account: MailAccount, says: Sentence | None) -> None:
        self._blocked.add(account.id)
        self.stopped = self.stopped or says

    def _stop_all(self, says: Sentence | None) -> None:
        """Let nothing more go until a person put it right."""
        self._settle_now()
        self._over, self.stopped = True, says
        self.outbox.pause(says)


def _let_go(postman: Postman) -> None:
    with suppress(CpdError):
        postman.close()

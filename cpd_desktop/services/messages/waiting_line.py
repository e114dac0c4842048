"""Whose turn it is: what waits is read some at a time, and put together before it is needed."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from cpd_desktop.domain.messages.states import State
from cpd_desktop.services.messages.rows import message_from
from cpd_desktop.store.tables import message

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter, ColumnElement, Select

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.outbox import Outbox

AT_ONCE: Final = 50  # to find the first ones, all that wait are looked through


@dataclass(slots=True)
class WaitingLine:
    """The messages that wait for an account; while one is on its way the next is put together.

    What is in the line may change after it was read, so whoever takes a message must claim it.
    """

    clock: Clock
    outbox: Outbox
    _account: int = 0
    _line: deque[Message] = field(default_factory=deque)
    _content: dict[int, Future[bytes]] = field(default_factory=dict)
    _aside: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    def next(self, account: MailAccount) -> Message | None:
        """Return whose turn it is; nothing if nobody waits."""
        if len(self._line) < 2 or self._account != account.id:  # noqa: PLR2004 - this and the next
            self._read(account)
        if not self._line:
            return None
        soon = [self._line.popleft(), *list(self._line)[:1]]
        self._content = {each.id: self._begun(each) for each in soon}
        return soon[0]

    def content(self, found: Message) -> bytes:
        """Return the mail whose turn it is; raises as ``Outbox.content`` does."""
        return self._content[found.id].result()

    def forget(self) -> None:
        """Look anew who waits: something changed."""
        self._line.clear()

    def close(self) -> None:
        """Put nothing more together."""
        self._aside.shutdown(cancel_futures=True)

    def _read(self, account: MailAccount) -> None:
        wanted = {"now": self.clock.now(), "account": account.id}
        with self.outbox.db.reading() as connection:
            self._line = deque(map(message_from, connection.execute(_NEXT, wanted)))
        self._account = account.id

    def _begun(self, found: Message) -> Future[bytes]:
        return self._content.get(found.id) or self._aside.submit(self.outbox.content, found)


def is_due(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Return that a message waits for its turn."""
    return (message.c.state == State.QUEUED) & (message.c.due_at <= now)


def in_turn(statement: Select[Any]) -> Select[Any]:
    """Return messages in the order in which they go."""
    return statement.order_by(message.c.due_at, message.c.id)


_NEXT = in_turn(
    select(message).where(
        is_due(bindparam("now", type_=message.c.due_at.type)),
        message.c.mail_account_id == bindparam("account"),
    )
).limit(AT_ONCE)

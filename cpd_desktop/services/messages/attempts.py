"""Attempts in the books: opened before anybody outside can have a message, ended once it is known.

They are not noted in the journal: the attempts are the record, and no undo may touch what went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from cpd_desktop.domain.messages.states import State
from cpd_desktop.services.messages.rows import sentence_kept
from cpd_desktop.services.messages.waiting_line import is_due
from cpd_desktop.store.tables import mail_attempt, message

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import BindParameter

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.domain.messages.states import Step
    from cpd_desktop.services.messages.ports import Delivery
    from cpd_desktop.store.database import Transaction


def claim(tx: Transaction, found: Message, recipient: str, now: datetime) -> bool:
    """Open an attempt, if the message still waits as it did when it was read; say whether."""
    opened = {"key": found.id, "tried": found.attempts, "frame": found.frame,
              "to": recipient, "now": now}  # fmt: skip
    if tx.execute(_OPEN, opened).first() is None:
        return False
    tx.execute(_SENDING, {"key": found.id})
    return True


def settle(tx: Transaction, key: int, came: Delivery, step: Step, now: datetime) -> None:
    """End the attempt that is open, and let the message go on from there."""
    ended = {"end": now, "came": came.outcome, "told": sentence_kept(came.says)}
    tx.execute(_END, {"key": key, **ended})
    told = {"to": step.state, "due": step.due, "told": sentence_kept(step.says)}
    tx.execute(_MOVE, {"key": key, **told})


# Made once: to write them anew for each message takes longer than to carry them out.
_KEY: BindParameter[int] = bindparam("key")
_NOW: BindParameter[datetime] = bindparam("now", type_=mail_attempt.c.at.type)
_TRIED = select(func.coalesce(func.max(mail_attempt.c.number), 0)).where(
    mail_attempt.c.message_id == _KEY
)
_OPEN = (
    insert(mail_attempt)
    .from_select(
        ["message_id", "number", "mail_account_id", "recipient", "at"],
        select(
            message.c.id,
            _TRIED.scalar_subquery() + 1,
            message.c.mail_account_id,
            bindparam("to", type_=mail_attempt.c.recipient.type),
            _NOW,
        ).where(
            message.c.id == _KEY,
            is_due(_NOW),
            message.c.tries == bindparam("tried"),
            message.c.frame == bindparam("frame"),
        ),
    )
    .returning(mail_attempt.c.id)
)
_SENDING = (
    update(message)
    .where(message.c.id == _KEY)
    .values(state=State.SENDING, due_at=None, says={}, tries=message.c.tries + 1)
)
_END = (
    update(mail_attempt)
    .where(mail_attempt.c.message_id == _KEY, mail_attempt.c.outcome == "")
    .values(ended_at=bindparam("end"), outcome=bindparam("came"), says=bindparam("told"))
)
_MOVE = (
    update(message)
    .where(message.c.id == _KEY)
    .values(state=bindparam("to"), due_at=bindparam("due"), says=bindparam("told"))
)

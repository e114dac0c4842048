"""Messages of people who become one person, and of those who are erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.states import Outcome, State, cancelled, may_cancel
from cpd_desktop.services.messages.rows import attempts_of, messages_from
from cpd_desktop.store.tables import mail_attempt, mail_return, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.store.database import Transaction

# What such a mail says about time and place is wrong once the event was moved or called off.
_ABOUT_TIME = (
    *(Purpose.CONFIRMATION, Purpose.JOINING, Purpose.REMINDER),
    *(Purpose.CHANGED, Purpose.POSTPONED, Purpose.WAITLIST_OFFER),
)
_LASTING = (Outcome.SENT, Outcome.UNCERTAIN, Outcome.REFUSED)


def messages_of(reader: Connection | Transaction, person_id: int) -> Sequence[Message]:
    """Return everything that was written to a person, the first one first."""
    theirs = select(message).where(message.c.person_id == person_id)
    return messages_from(reader, theirs.order_by(message.c.id))


def move_messages(tx: Transaction, keep: int, other: int) -> None:
    """Give a person the messages of another; what both would get goes once."""
    had = {
        (each.purpose, each.document)
        for each in messages_of(tx, keep)
        if each.state is not State.CANCELLED
    }
    for each in messages_of(tx, other):
        if (each.purpose, each.document) not in had or each.state is State.CANCELLED:
            tx.update(message, each.id, person_id=keep)
        elif may_cancel(each.state):
            tx.update(message, each.id, person_id=keep, state=State.CANCELLED, due_at=None)


def erase_messages(tx: Transaction, person_id: int) -> None:
    """Keep what waits from going, and empty what was written; that it went stays."""
    for each in messages_of(tx, person_id):
        if each.state is State.SENDING:
            continue  # it is on its way at this moment: erasing again takes it
        ended = {"state": State.CANCELLED, "due_at": None} if may_cancel(each.state) else {}
        empty = dict.fromkeys(("recipient", "recipient_name", "subject", "sought", "frame"), "")
        tx.update(message, each.id, **empty, **ended, attachments=[], says={})
        of = mail_attempt.c
        for key in tx.execute(select(of.id).where(of.message_id == each.id)).scalars().all():
            tx.update(mail_attempt, key, recipient="", says={})
        came = mail_return.c
        for key in tx.execute(select(came.id).where(came.message_id == each.id)).scalars().all():
            tx.update(mail_return, key, words="")


def keep_back(tx: Transaction, event_id: int) -> int:
    """Keep what waits and tells when an event takes place from going; return how many."""
    of = message.c
    waiting = select(message).where(
        of.event_id == event_id,
        of.purpose.in_(_ABOUT_TIME),
        of.state.in_((State.DRAFT, State.QUEUED, State.HELD)),
    )
    found = messages_from(tx, waiting)
    for each in found:
        ended = [past.outcome for past in attempts_of(tx, each.id) if past.outcome in _LASTING]
        state = cancelled(ended[-1] if ended else None)
        tx.update(message, each.id, state=state, due_at=None, tries=0)
    return len(found)

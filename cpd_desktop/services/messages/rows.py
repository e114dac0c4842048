"""Messages and accounts read from their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.messages.accounts import AccountKind, MailAccount, Tls
from cpd_desktop.domain.messages.message import Attached, Attempt, Message
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.states import Outcome, State
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import mail_account, mail_attempt, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.messages.accounts import AccountDraft
    from cpd_desktop.store.database import Transaction

    Reader = Connection | Transaction

NO_MESSAGE = Sentence("messages", "There is no message {message}.")
NO_ACCOUNT = Sentence("mail account", "There is no mail account “{account}”.")


def read_message(reader: Reader, key: int) -> Message:
    """Return one message; raises ``NotFound``."""
    row = reader.execute(select(message).where(message.c.id == key)).first()
    if row is None:
        raise NotFound(NO_MESSAGE.filled(message=key))
    return message_from(row)


def messages_from(reader: Reader, statement: Select[Any]) -> list[Message]:
    """Return the messages that a statement finds."""
    return [message_from(row) for row in reader.execute(statement)]


def message_from(row: Row[Any]) -> Message:
    """Return a message from its row."""
    return Message(
        id=row.id,
        purpose=Purpose(row.purpose),
        document=row.document,
        account=row.mail_account_id,
        message_id=row.message_id,
        to=row.recipient,
        to_name=row.recipient_name,
        subject=row.subject,
        frame=row.frame,
        size=row.size,
        attachments=tuple(Attached(*each) for each in row.attachments),
        state=State(row.state),
        attempts=row.tries,
        due=row.due_at,
        says=kept_sentence(row.says),
        made_at=row.made_at,
        person=row.person_id,
        event=row.event_id,
        registration=row.registration_id,
    )


def attempts_of(reader: Reader, key: int) -> list[Attempt]:
    """Return every time a message was handed over, the first one first."""
    of = mail_attempt.c
    rows = reader.execute(select(mail_attempt).where(of.message_id == key).order_by(of.number))
    return [
        Attempt(
            row.number, row.at, row.recipient, Outcome(row.outcome) if row.outcome else None,
            row.ended_at, kept_sentence(row.says),
        )
        for row in rows
    ]  # fmt: skip


def read_account(reader: Reader, key: int) -> MailAccount:
    """Return one account, also one that was removed; raises ``NotFound``."""
    row = reader.execute(select(mail_account).where(mail_account.c.id == key)).first()
    if row is None:
        raise NotFound(NO_ACCOUNT.filled(account=key))
    return account_from(row)


def account_from(row: Row[Any]) -> MailAccount:
    """Return an account from its row."""
    settings = dict(row.settings)
    return MailAccount(
        id=row.id,
        name=row.name,
        sender=row.sender,
        sender_name=row.sender_name,
        kind=AccountKind(row.kind),
        host=settings.pop("host", ""),
        port=int(settings.pop("port", 0)),
        tls=Tls(settings.pop("tls", Tls.STARTTLS)),
        user=settings.pop("user", ""),
        reply_to=row.reply_to,
        limits=Limits(row.per_day, row.pause_ms / 1000),
        settings=settings,
        is_default=bool(row.is_default),
    )


def account_columns(draft: AccountDraft) -> dict[str, Any]:
    """Return what an account is written down as."""
    server = {"host": draft.host, "port": draft.port, "tls": draft.tls.value, "user": draft.user}
    return {
        "name": draft.name.strip(),
        "kind": draft.kind,
        "sender": draft.sender,
        "sender_name": draft.sender_name,
        "reply_to": draft.reply_to,
        "settings": dict(draft.settings) | server,
        "per_day": draft.limits.per_day,
        "pause_ms": round(draft.limits.seconds * 1000),
    }


def kept_sentence(kept: Mapping[str, Any]) -> Sentence | None:
    """Return a sentence that may have been written down."""
    return Sentence.of_kept(dict(kept)) if kept else None


def sentence_kept(says: Sentence | None) -> dict[str, Any]:
    """Return what it is written down as."""
    return says.kept() if says is not None else {}

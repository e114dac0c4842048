"""Mail accounts, what is written in mails, messages with their fate, and who wants no news."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.domain.messages.states import Outcome, State
from cpd_desktop.store.tables.columns import (
    Moment,
    index,
    listed,
    may_name,
    one_of,
    part_of,
    table,
    words,
    yes_or_no,
)

# Passwords and sign-ins are in the keychain, never here.
mail_account = table(
    "mail_account",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("sender", Text, CheckConstraint("sender <> ''"), nullable=False),
    words("sender_name"),
    words("reply_to"),
    listed("settings", "{}"),
    Column("per_day", Integer, CheckConstraint("per_day > 0"), nullable=False),
    Column("pause_ms", Integer, CheckConstraint("pause_ms >= 0"), nullable=False),
    yes_or_no("is_default"),
    Column("removed_at", Moment),
    one_of("kind", AccountKind),
)
Index(
    "one_mail_account_called_so",
    mail_account.c.name,
    unique=True,
    sqlite_where=mail_account.c.removed_at.is_(None),
)
Index(
    "one_default_mail_account",
    mail_account.c.is_default,
    unique=True,
    sqlite_where=mail_account.c.is_default == 1,
)

# Only ever added to; the last of each kind counts, and an empty one stands for the built-in text.
mail_template = table(
    "mail_template",
    may_name("event", goes_along=True),
    Column("purpose", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    words("subject"),
    words("body"),
    Column("added_at", Moment, nullable=False),
    one_of("purpose", Purpose),
    CheckConstraint("(subject = '') = (body = '')", name="whole_or_built_in"),
)
Index(
    "one_mail_template_each",
    mail_template.c.purpose,
    mail_template.c.language,
    mail_template.c.event_id,
    mail_template.c.number,
    unique=True,
)

# What a message is cannot be changed any more, only what becomes of it; triggers see to that.
# ``frame`` and ``attachments`` name all its parts by their hashes, and with them every byte.
message = table(
    "message",
    Column("purpose", Text, nullable=False),
    Column("document", Text, nullable=False),
    part_of("mail_account"),
    may_name("person"),
    may_name("event"),
    may_name("registration"),
    Column("message_id", Text, nullable=False, unique=True),
    Column("recipient", Text, nullable=False),
    words("recipient_name"),
    words("subject"),
    Column("sought", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("size", Integer, CheckConstraint("size > 0"), nullable=False),
    listed("attachments"),
    Column("made_at", Moment, nullable=False),
    Column("state", Text, nullable=False, server_default=State.DRAFT),
    Column("tries", Integer, nullable=False, server_default="0"),  # since it was queued
    Column("due_at", Moment),
    listed("says", "{}"),
    one_of("purpose", Purpose),
    one_of("state", State),
    CheckConstraint("(state = 'queued') = (due_at IS NOT NULL)", name="queued_for_some_time"),
)
# Nobody gets the same thing twice; what was cancelled may be made anew.
Index(
    "one_message_each",
    message.c.purpose,
    message.c.person_id,
    message.c.document,
    unique=True,
    sqlite_where=message.c.state != "cancelled",
)
Index(
    "message_due",
    message.c.due_at,
    message.c.mail_account_id,
    sqlite_where=message.c.state == "queued",
)
index(message, "state")
index(message, "person_id")
index(message, "event_id")

# Only ever added to, and ended once. Without an outcome it goes on, or was cut off.
mail_attempt = table(
    "mail_attempt",
    part_of("message"),
    Column("number", Integer, CheckConstraint("number > 0"), nullable=False),
    Column("mail_account_id", Integer, ForeignKey("mail_account.id"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("ended_at", Moment),
    words("outcome"),
    listed("says", "{}"),
    UniqueConstraint("message_id", "number", name="one_attempt_each"),
    CheckConstraint(
        " OR ".join(f"outcome = '{each}'" for each in ("", *Outcome)), name="outcome_known"
    ),
    CheckConstraint("(outcome = '') = (ended_at IS NULL)", name="ended_some_time"),
)
Index(
    "one_open_attempt_each",
    mail_attempt.c.message_id,
    unique=True,
    sqlite_where=mail_attempt.c.outcome == "",
)
Index("mail_attempt_lately", mail_attempt.c.mail_account_id, mail_attempt.c.at)

# What came back for a message: a fact of its own, whatever the state of the message.
mail_return = table(
    "mail_return",
    part_of("message"),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    words("status"),
    words("words"),
    Column("at", Moment, nullable=False),
    UniqueConstraint("message_id", "source", name="one_return_each"),
    one_of("kind", ReturnKind),
)

# Who wants no news any more; mails about one's own place, certificate or payment go all the same.
suppression = table(
    "suppression",
    Column("address", Text, CheckConstraint("address <> ''"), nullable=False, unique=True),
    words("why"),
    Column("at", Moment, nullable=False),
)

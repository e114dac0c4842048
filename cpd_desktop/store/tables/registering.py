"""People, and their places on events."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, Text, UniqueConstraint

from cpd_desktop.domain.people import Consent
from cpd_desktop.domain.registrations import Payment, RegistrationStatus, Source
from cpd_desktop.store.tables.columns import (
    Day,
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

person = table(
    "person",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    words("email"),
    Column("sought", Text, nullable=False),  # all that finds somebody, the name first
    Column("added_at", Moment, nullable=False),
    words("organisation"),
    words("job_title"),
    words("phone"),
    words("notes"),
    listed("tags"),
    Column("consent", Text, nullable=False, server_default=Consent.UNKNOWN),
    Column("consent_on", Day),
    yes_or_no("do_not_mail"),
    Column("erased_at", Moment),
    one_of("consent", Consent),
)
index(person, "email")
index(person, "sought")

# Addresses and spellings beside the first ones, which are the person's own columns.
person_address = table(
    "person_address",
    part_of("person"),
    Column("email", Text, CheckConstraint("email <> ''"), nullable=False),
    UniqueConstraint("person_id", "email", name="each_address_once"),
)
index(person_address, "email")

person_spelling = table(
    "person_spelling",
    part_of("person"),
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    UniqueConstraint("person_id", "name", name="each_spelling_once"),
)

licence = table(
    "licence",
    part_of("person"),
    words("body"),
    Column("number", Text, CheckConstraint("trim(number) <> ''"), nullable=False),
    UniqueConstraint("person_id", "body", "number", name="each_licence_once"),
)

# Pairs that somebody looked at and said: these are two people.
told_apart = table(
    "told_apart",
    Column("lower_id", Integer, nullable=False),
    Column("higher_id", Integer, CheckConstraint("higher_id > lower_id"), nullable=False),
    UniqueConstraint("lower_id", "higher_id", name="told_apart_once"),
)

discount_code = table(
    "discount_code",
    Column("code", Text, CheckConstraint("trim(code) <> ''"), nullable=False),
    Column("sought", Text, nullable=False),  # codes are read without their case
    may_name("event", goes_along=True),
    Column("percent", Integer, CheckConstraint("percent BETWEEN 1 AND 100")),
    Column("minor", Integer, CheckConstraint("minor > 0")),
    Column("currency", Text),
    Column("opens_at", Moment),
    Column("closes_at", Moment),
    Column("uses", Integer, CheckConstraint("uses > 0")),
    Column("uses_each", Integer, CheckConstraint("uses_each > 0")),
    yes_or_no("active", default=True),
    UniqueConstraint("sought", "event_id", name="one_code_each"),
    CheckConstraint("(percent IS NULL) <> (minor IS NULL)", name="percent_or_amount"),
    CheckConstraint("(minor IS NULL) = (currency IS NULL)", name="amount_has_a_currency"),
)

# Registrations that are paid together.
party = table(
    "party",
    part_of("event"),
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    words("payer"),
    words("email"),
    UniqueConstraint("event_id", "name", name="one_party_each"),
)

registration = table(
    "registration",
    part_of("event"),
    part_of("person"),
    Column("number", Text, nullable=False, unique=True),
    Column("reference", Text),  # the trainer's own
    Column("status", Text, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("source", Text, nullable=False, server_default=Source.BY_HAND),
    Column("queue", Integer),  # the place in the waiting line
    Column("offered_until", Moment),
    Column(
        "price_minor",
        Integer,
        CheckConstraint("price_minor >= 0"),
        nullable=False,
        server_default="0",
    ),
    words("currency"),
    Column("priced_at", Moment),  # where it is not when they registered
    Column("payment", Text, nullable=False, server_default=Payment.NOTHING_DUE),
    may_name("discount_code"),
    may_name("party"),
    words("note"),
    UniqueConstraint("person_id", "event_id", name="one_place_each"),
    one_of("status", RegistrationStatus),
    one_of("source", Source),
    one_of("payment", Payment),
    CheckConstraint("(status = 'waitlisted') = (queue IS NOT NULL)", name="waits_in_line"),
    CheckConstraint("offered_until IS NULL OR status = 'waitlisted'", name="offered_to_waiting"),
    CheckConstraint("price_minor = 0 OR currency <> ''", name="price_has_a_currency"),
)
Index("registration_event_status", registration.c.event_id, registration.c.status)
# Most places have none of these, and cost nothing here.
Index(
    "registration_waiting",
    registration.c.event_id,
    registration.c.offered_until,
    sqlite_where=registration.c.status == "waitlisted",
)
Index(
    "registration_due",
    registration.c.event_id,
    sqlite_where=registration.c.payment == "due",
)
Index(
    "one_reference_each",
    registration.c.reference,
    registration.c.event_id,
    unique=True,
    sqlite_where=registration.c.reference.is_not(None),
)
Index(
    "registration_discount_code",
    registration.c.discount_code_id,
    sqlite_where=registration.c.discount_code_id.is_not(None),
)

answer = table(
    "answer",
    part_of("registration"),
    part_of("custom_field"),
    Column("value", Text, CheckConstraint("value <> ''"), nullable=False),
    UniqueConstraint("registration_id", "custom_field_id", name="one_answer_each"),
)
index(answer, "custom_field_id")

check_in = table(
    "check_in",
    part_of("registration"),
    part_of("session"),
    Column("at", Moment, nullable=False),
    Column("how", Text, CheckConstraint("how IN ('hand', 'scan')", name="how_known"),
           nullable=False),
    UniqueConstraint("registration_id", "session_id", name="checked_in_once"),
)  # fmt: skip
index(check_in, "session_id")

# A file that was imported, and what became of it.
source_file = table(
    "source_file",
    may_name("event"),
    Column("purpose", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    listed("result", "{}"),
)
index(source_file, "event_id")

# How the columns of files with these headers were read the last time.
column_map = table(
    "column_map",
    Column("purpose", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    listed("columns", "{}"),
    UniqueConstraint("purpose", "fingerprint", name="one_map_each"),
)

"""The tables. Constraints say what must never be; the migrations make them so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.people import RegistrationStatus

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy import Dialect

metadata = MetaData()


def moment_text(value: datetime) -> str:
    """Return the one written form of a moment, which also sorts."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, whole seconds; a time without a zone is a mistake of ours."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write it down."""
        _ = dialect
        if value is None:
            return None
        if value.tzinfo is None:
            msg = "a moment needs a zone"
            raise ValueError(msg)
        return moment_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read it back."""
        _ = dialect
        return None if value is None else datetime.fromisoformat(value)


def _one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def _table(name: str, *items: Column[Any] | CheckConstraint | UniqueConstraint) -> Table:
    """Return a table with the one kind of key there is: small, stable, never used again."""
    key = Column("id", Integer, primary_key=True)
    return Table(name, metadata, key, *items, sqlite_autoincrement=True, sqlite_strict=True)


event = _table(
    "event",
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
    Column("zone", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("capacity", Integer, CheckConstraint("capacity BETWEEN 1 AND 100000")),
    Column("sought", Text, nullable=False),  # the title as it is searched and sorted
    Column("added_at", Moment, nullable=False),
    Column("trashed_at", Moment),
    _one_of("status", EventStatus),
)

session = _table(
    "session",
    Column("event_id", Integer, ForeignKey("event.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
)
Index("session_event", session.c.event_id, session.c.starts_at, session.c.ends_at)
Index("session_ends", session.c.ends_at)

person = _table(
    "person",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    Column("email", Text, nullable=False, server_default=""),
    Column("sought", Text, nullable=False),  # name and address as they are searched and sorted
    Column("added_at", Moment, nullable=False),
)
Index("person_email", person.c.email)
Index("person_sought", person.c.sought)

registration = _table(
    "registration",
    Column("event_id", Integer, ForeignKey("event.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("reference", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("registered_at", Moment, nullable=False),
    UniqueConstraint("event_id", "person_id", name="one_place_each"),
    UniqueConstraint("event_id", "reference", name="one_reference_each"),
    _one_of("status", RegistrationStatus),
)
Index("registration_person", registration.c.person_id)
Index("registration_event_status", registration.c.event_id, registration.c.status)

setting = _table(
    "setting",
    Column("section", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("kind", Text),
    Column("subject", Integer),
    Column("undoes", Integer, ForeignKey("journal.id")),
    Column("details", Text),
    Column("salt", Text),
    Column("details_hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("(details IS NULL) = (salt IS NULL)", name="erased_with_its_salt"),
    sqlite_strict=True,
)
Index("journal_subject", journal.c.kind, journal.c.subject)

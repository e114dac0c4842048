"""What all tables are made of."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Constraint,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from enum import StrEnum

    from sqlalchemy import Dialect

metadata = MetaData()

# These have a column ``sought``, which a search table of their own follows.
SEARCHED = ("event", "person")


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


class Day(TypeDecorator[date]):
    """A day of the calendar, without a time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write it down."""
        _ = dialect
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read it back."""
        _ = dialect
        return None if value is None else date.fromisoformat(value)


class Listed(TypeDecorator[Any]):
    """A short list or mapping that is only ever read and written whole."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write it down."""
        _ = dialect
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read it back."""
        _ = dialect
        return None if value is None else json.loads(value)


def table(name: str, *items: Column[Any] | Constraint) -> Table:
    """Return a table with the one kind of key there is: small, stable, never used again."""
    key = Column("id", Integer, primary_key=True)
    return Table(name, metadata, key, *items, sqlite_autoincrement=True, sqlite_strict=True)


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """Return the rule that a column holds one of the known words."""
    # For a list of more than two SQLite makes a table of its own, anew for each row it checks.
    known = " OR ".join(f"{column} = '{value}'" for value in values)
    return CheckConstraint(known, name=f"{column}_known")


def words(name: str) -> Column[str]:
    """Return a column for text that may be empty."""
    return Column(name, Text, nullable=False, server_default="")


def yes_or_no(name: str, *, default: bool = False) -> Column[int]:
    """Return a column that is 0 or 1."""
    check = CheckConstraint(f"{name} IN (0, 1)")
    return Column(name, Integer, check, nullable=False, server_default="1" if default else "0")


def listed(name: str, empty: str = "[]") -> Column[Any]:
    """Return a column for a short list."""
    return Column(name, Listed, nullable=False, server_default=empty)


def part_of(name: str) -> Column[int]:
    """Return the column that says to which row of another table this one belongs."""
    return Column(f"{name}_id", Integer, ForeignKey(f"{name}.id"), nullable=False)


def may_name(name: str, *, goes_along: bool = False) -> Column[int]:
    """Return a column that may refer to a row of another table.

    When that row is removed this one forgets it, unless it ``goes_along``.
    """
    key = ForeignKey(f"{name}.id")
    return Column(f"{name}_id", Integer, key, info={"goes_along": goes_along})


def position() -> Column[int]:
    """Return the column that keeps rows in the order somebody gave them."""
    return Column("position", Integer, nullable=False, server_default="0")


def index(of: Table, *columns: str) -> None:
    """Make these columns quick to find."""
    Index("_".join((of.name, *(name.removesuffix("_id") for name in columns))),
          *(of.c[name] for name in columns))  # fmt: skip

"""What SQLAlchemy made of each statement, kept for all databases that a test program opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine

from cpd_desktop.store import database

if TYPE_CHECKING:
    from sqlalchemy import Engine

STATEMENTS = 5000


def compile_statements_once() -> None:
    """Let every database that is opened from now on take them from here.

    A window or command opens one database and compiles each statement once. Tests open one each.
    """
    first = create_engine("sqlite://", query_cache_size=STATEMENTS)
    first.connect().close()  # learns which SQLite this is

    def another(*arguments: Any, **options: Any) -> Engine:
        made = create_engine(*arguments, **options)
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    database.create_engine = another  # type: ignore[attr-defined]  # not meant to be replaced elsewhere

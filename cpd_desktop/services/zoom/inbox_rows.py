"""Messages from outside as they lie in their table, each with its fate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Text, cast, literal, select

from cpd_desktop.domain.happenings import Fate, News
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import errand, happening

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from cpd_desktop.store.database import Transaction

_ABOUT = "happening "


@dataclass(frozen=True, slots=True)
class Told:
    """One message with its fate; a failed one is tried again at ``next_at``, or by a person."""

    id: int
    source: str
    news: News
    heard_at: datetime
    fate: Fate
    tries: int
    says: Sentence | None
    next_at: datetime | None = None


def errand_of_told(told_id: int) -> str:
    """Return what the errand is called that tries a message again."""
    return f"{_ABOUT}{told_id}"


def read_told(
    connection: Connection, *wanted: ColumnElement[bool], latest: int | None = None
) -> list[Told]:
    """Return these messages in the order they were heard, or the latest ones, newest first."""
    about = literal(_ABOUT) + cast(happening.c.id, Text)
    statement = (
        select(happening, errand.c.next_at)
        .outerjoin(errand, errand.c.about == about)
        .where(*wanted)
        .order_by(happening.c.id if latest is None else happening.c.id.desc())
        .limit(latest)
    )
    return [_told(row) for row in connection.execute(statement)]


def note_fate(tx: Transaction, told_id: int, fate: Fate, tries: int, says: Sentence | None) -> None:
    """Note what became of a message; that is no deed, and there is nothing to undo."""
    kept = says.kept() if says else {}
    mine = happening.update().where(happening.c.id == told_id)
    tx.execute(mine.values(fate=fate.value, tries=tries, says=kept))


def _told(row: Row[Any]) -> Told:
    return Told(
        row.id,
        row.source,
        News(row.kind, row.at, row.content),
        row.heard_at,
        Fate(row.fate),
        row.tries,
        Sentence.of_kept(row.says) if row.says else None,
        row.next_at,
    )

"""What the first paint shows, read without anything heavier than the standard library.

The window reads this page's data here at every refresh too, so that there is one truth.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.today import SAMPLE, SOON_DAYS, Need, NextEvent, Today, needs_of

if TYPE_CHECKING:
    import sqlite3

UPCOMING = """
SELECT e.id, e.title, e.zone, e.status, e.capacity,
    (SELECT count(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'confirmed'),
    min(s.starts_at), max(s.ends_at)
FROM event e JOIN session s ON s.event_id = e.id
WHERE e.id IN (SELECT event_id FROM session WHERE ends_at > :now AND starts_at < :soon)
    AND e.trashed_at IS NULL AND e.status NOT IN ('cancelled', 'archived')
GROUP BY e.id ORDER BY min(CASE WHEN s.ends_at > :now THEN s.starts_at END), e.id LIMIT 50
"""

COUNTS = """
SELECT (SELECT count(*) FROM event WHERE trashed_at IS NULL),
    (SELECT count(*) FROM person),
    (SELECT count(*) FROM registration),
    (SELECT count(*) FROM event WHERE trashed_at IS NOT NULL)
"""

SAMPLE_EVENT = """
SELECT e.id, e.title FROM setting s JOIN event e
    ON e.id = CASE WHEN json_valid(s.content) THEN json_extract(s.content, '$.sample_event') END
WHERE s.section = 'start' AND e.trashed_at IS NULL
"""


def today(connection: sqlite3.Connection, now: datetime) -> Today:
    """Return what the first page shows at this moment."""
    text = "%Y-%m-%dT%H:%M:%SZ"
    until = {"now": now.strftime(text), "soon": (now + timedelta(days=SOON_DAYS)).strftime(text)}
    rows = connection.execute(UPCOMING, until).fetchall()
    soon = [_event(row) for row in rows]
    later = [] if rows else connection.execute(UPCOMING, until | {"soon": "9999"}).fetchmany(1)
    coming = soon or [_event(row) for row in later]
    needs = needs_of(soon, now)
    for number, title in connection.execute(SAMPLE_EVENT):
        needs.append(Need("sample", title, SAMPLE, number))
    return Today(
        coming[0] if coming else None, tuple(needs), *connection.execute(COUNTS).fetchone()
    )


def section(connection: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """Return a settings section as it is kept, its version and content."""
    found: tuple[int, str] | None = connection.execute(
        "SELECT version, content FROM setting WHERE section = ?", (name,)
    ).fetchone()
    return found


def _event(row: tuple[int, str, str, str, int | None, int, str, str]) -> NextEvent:
    number, title, zone, status, capacity, registered, starts, ends = row
    moments = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return NextEvent(number, title, zone, status, capacity, registered, *moments)

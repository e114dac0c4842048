"""What the first paint shows, read without anything heavier than the standard library.

The window reads this page's data here at every refresh too, so that there is one truth.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.fetching import ZOOM_KEEPS
from cpd_desktop.domain.today import (
    KEYS_NOT_BACKED_UP,
    LOOK_AHEAD_DAYS,
    PAYMENTS_DUE,
    REMIND_AFTER,
    SAMPLE,
    TO_MARK,
    Need,
    NextEvent,
    Today,
    WaitingLine,
    needs_of,
    needs_of_ended,
    needs_of_lines,
    needs_of_unfetched,
)

if TYPE_CHECKING:
    import sqlite3

    from cpd_desktop.domain.words import Sentence

MOST = 20  # so many needs of one kind are told one by one
MOST_ENDED = 3
TEXT = "%Y-%m-%dT%H:%M:%SZ"

UPCOMING = """
SELECT e.id, e.title, e.zone, e.status, e.capacity,
    (SELECT count(*) FROM registration r
     WHERE r.event_id = e.id AND r.status IN ('pending', 'confirmed', 'no_show')),
    min(s.starts_at), max(s.ends_at),
    (SELECT count(*) FROM event_speaker p JOIN speaker k ON k.id = p.speaker_id
     WHERE p.event_id = e.id AND k.disclosed_on IS NULL)
FROM event e JOIN session s ON s.event_id = e.id
WHERE e.id IN (SELECT event_id FROM session WHERE ends_at > :now AND starts_at < :soon)
    AND e.trashed_at IS NULL AND e.status NOT IN ('cancelled', 'archived')
GROUP BY e.id ORDER BY min(CASE WHEN s.ends_at > :now THEN s.starts_at END), e.id LIMIT 50
"""

WAITING = """
SELECT e.id, e.title, e.capacity,
    (SELECT count(*) FROM registration r
     WHERE r.event_id = e.id AND r.status IN ('pending', 'confirmed', 'no_show')),
    w.waiting, w.offered, w.ran_out
FROM (SELECT event_id, count(*) - count(offered_until) AS waiting,
        count(CASE WHEN offered_until > :now THEN 1 END) AS offered,
        count(CASE WHEN offered_until <= :now THEN 1 END) AS ran_out
    FROM registration WHERE status = 'waitlisted' GROUP BY event_id) w
JOIN event e ON e.id = w.event_id
WHERE e.trashed_at IS NULL AND e.status NOT IN ('completed', 'cancelled', 'archived')
    AND EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id AND s.ends_at > :now)
ORDER BY (SELECT min(starts_at) FROM session s WHERE s.event_id = e.id), e.id LIMIT :most
"""

DUE = """
SELECT e.id, e.title, count(*) FROM registration r JOIN event e ON e.id = r.event_id
WHERE r.payment = 'due' AND r.status IN ('pending', 'confirmed', 'no_show')
    AND e.trashed_at IS NULL AND e.status NOT IN ('cancelled', 'archived')
    AND EXISTS (SELECT 1 FROM session s WHERE s.event_id = e.id AND s.starts_at <= :now)
GROUP BY e.id ORDER BY e.id DESC LIMIT :most
"""

TO_BE_MARKED = """
SELECT e.id, e.title, count(*) FROM submission s JOIN assignment a ON a.id = s.assignment_id
    JOIN event e ON e.id = a.event_id
WHERE s.status = 'submitted' AND a.required = 1
    AND e.trashed_at IS NULL AND e.status NOT IN ('cancelled', 'archived')
GROUP BY e.id ORDER BY e.id DESC LIMIT :most
"""

ENDED = """
WITH over AS MATERIALIZED (SELECT o.id, o.ends FROM (SELECT e.id,
        (SELECT max(s.ends_at) FROM session s WHERE s.event_id = e.id) AS ends
    FROM event e WHERE e.status IN ('published', 'running') AND e.trashed_at IS NULL) o
    WHERE o.ends <= :now)
SELECT e.id, e.title, latest.ends, e.zone, (SELECT count(*) FROM over)
FROM (SELECT id, ends FROM over ORDER BY ends DESC, id LIMIT :most) latest
    JOIN event e ON e.id = latest.id
ORDER BY latest.ends DESC, e.id
"""

UNFETCHED = """
SELECT e.id, e.title, min(s.ends_at) FROM meeting m
CROSS JOIN session s ON s.event_id = m.event_id AND s.id = coalesce(m.session_id, s.id)
CROSS JOIN event e ON e.id = m.event_id
WHERE m.number IS NOT NULL AND s.ends_at > :forgotten AND s.ends_at <= :late
    AND e.trashed_at IS NULL AND e.status NOT IN ('cancelled', 'archived')
    AND NOT EXISTS (SELECT 1 FROM instance i WHERE i.meeting_id = m.id AND i.settled = 1
        AND i.starts_at <= s.ends_at AND coalesce(i.ends_at, i.starts_at) >= s.starts_at)
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.event_id = e.id AND r.ready = 1
        AND r.replaced_by IS NULL AND (r.session_id = s.id OR r.session_id IS NULL AND EXISTS (
            SELECT 1 FROM presence p WHERE p.report_id = r.id
                AND p.joined < s.ends_at AND p."left" > s.starts_at)))
GROUP BY e.id ORDER BY min(s.ends_at), e.id LIMIT :most
"""

KEYS_AT_RISK = """
SELECT 1 FROM issuer WHERE is_own = 1 AND backed_up_at IS NULL
    AND EXISTS (SELECT 1 FROM certificate)
"""

OWN_ISSUER = "SELECT 1 FROM issuer WHERE is_own = 1"

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
    soon = now + timedelta(days=LOOK_AHEAD_DAYS)
    until = {"now": now.strftime(TEXT), "soon": soon.strftime(TEXT)}
    coming = [_event(row) for row in connection.execute(UPCOMING, until)]
    needs = [*needs_of(coming, now), *_waiting_needs(connection, until["now"], now)]
    if connection.execute(KEYS_AT_RISK).fetchone():
        needs.append(Need("keys", "", KEYS_NOT_BACKED_UP))
    for number, title in connection.execute(SAMPLE_EVENT):
        needs.append(Need("sample", title, SAMPLE, number))
    if not coming:
        later = connection.execute(UPCOMING, until | {"soon": "9999"}).fetchmany(1)
        coming = [_event(row) for row in later]
    return Today(
        coming[0] if coming else None, tuple(needs), *connection.execute(COUNTS).fetchone()
    )


def _waiting_needs(connection: sqlite3.Connection, at: str, now: datetime) -> list[Need]:
    """Return what waits on events whenever they are, the most urgent kind first."""
    among = {"now": at, "most": MOST}
    unfetched = connection.execute(
        UNFETCHED,
        among
        | {
            "late": (now - REMIND_AFTER).strftime(TEXT),
            "forgotten": (now - ZOOM_KEEPS).strftime(TEXT),
        },
    )
    lines = [WaitingLine(*row) for row in connection.execute(WAITING, among)]
    ended = connection.execute(ENDED, {"now": at, "most": MOST_ENDED}).fetchall()
    more = ended[0][4] - len(ended) if ended else 0
    told = [(*_ended(*row[:3]), row[3]) for row in ended]
    return [
        *needs_of_unfetched([_ended(*row) for row in unfetched], now),
        *needs_of_lines(lines),
        *_counted(connection.execute(DUE, among), PAYMENTS_DUE, "register"),
        *_counted(connection.execute(TO_BE_MARKED, among), TO_MARK, "plan"),
        *needs_of_ended(told, more, now),
    ]


def _ended(event: int, title: str, ends: str) -> tuple[int, str, datetime]:
    return event, title, datetime.fromisoformat(ends)


def _counted(rows: sqlite3.Cursor, says: Sentence, part: str) -> list[Need]:
    return [
        Need("event", title, says.filled(n=number), event, part) for event, title, number in rows
    ]


def has_signing_keys(connection: sqlite3.Connection) -> bool:
    """Say whether there ever were signing keys, wherever they lie."""
    return connection.execute(OWN_ISSUER).fetchone() is not None


def section(connection: sqlite3.Connection, name: str) -> tuple[int, str] | None:
    """Return a settings section as it is kept, its version and content."""
    found: tuple[int, str] | None = connection.execute(
        "SELECT version, content FROM setting WHERE section = ?", (name,)
    ).fetchone()
    return found


def _event(row: tuple[Any, ...]) -> NextEvent:
    number, title, zone, status, capacity, registered, starts, ends, undisclosed = row
    moments = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return NextEvent(number, title, zone, status, capacity, registered, *moments, undisclosed)

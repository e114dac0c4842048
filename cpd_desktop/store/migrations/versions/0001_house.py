"""Events with sessions, people with registrations, settings, the journal."""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = """
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    zone TEXT NOT NULL,
    status TEXT NOT NULL,
    capacity INTEGER CHECK (capacity BETWEEN 1 AND 100000),
    sought TEXT NOT NULL,
    added_at TEXT NOT NULL,
    trashed_at TEXT,
    CONSTRAINT status_known CHECK
        (status IN ('draft', 'published', 'running', 'completed', 'archived', 'cancelled'))
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    CONSTRAINT ends_after_start CHECK (ends_at > starts_at)
) STRICT;
CREATE INDEX session_event ON session (event_id, starts_at, ends_at);
CREATE INDEX session_ends ON session (ends_at);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    email TEXT NOT NULL DEFAULT '',
    sought TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_email ON person (email);
CREATE INDEX person_sought ON person (sought);

CREATE TABLE registration (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    reference TEXT NOT NULL,
    status TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    CONSTRAINT one_place_each UNIQUE (event_id, person_id),
    CONSTRAINT one_reference_each UNIQUE (event_id, reference),
    CONSTRAINT status_known CHECK (status IN ('confirmed', 'waitlisted', 'cancelled'))
) STRICT;
CREATE INDEX registration_person ON registration (person_id);
CREATE INDEX registration_event_status ON registration (event_id, status);

CREATE TABLE setting (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    section TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    kind TEXT,
    subject INTEGER,
    undoes INTEGER REFERENCES journal (id),
    details TEXT,
    salt TEXT,
    details_hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    CONSTRAINT erased_with_its_salt CHECK ((details IS NULL) = (salt IS NULL))
) STRICT;
CREATE INDEX journal_subject ON journal (kind, subject);
"""

# The journal is only ever added to. Details may be erased, together with their salt, and no more.
TRIGGERS = (
    """CREATE TRIGGER journal_is_not_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    """CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
    WHEN new.details IS NOT NULL
        OR (old.id, old.at, old.who, old.deed, old.kind, old.subject, old.undoes,
            old.details_hash, old.previous, old.hash)
        IS NOT (new.id, new.at, new.who, new.deed, new.kind, new.subject, new.undoes,
            new.details_hash, new.previous, new.hash)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
)


def upgrade() -> None:
    for statement in filter(str.strip, STATEMENTS.split(";")):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(trigger)

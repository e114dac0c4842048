"""What people decided about attendance, what that taught, what they saw and noted, and holds."""

from alembic import op

revision = "0004"
down_revision = "0003"

ATTENDANCE = """
CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    verdict TEXT NOT NULL,
    participant TEXT NOT NULL DEFAULT '',
    other TEXT NOT NULL DEFAULT '',
    registrations TEXT NOT NULL DEFAULT '[]',
    undoes INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    CONSTRAINT verdict_known CHECK
        (verdict = 'is' OR verdict = 'guest' OR verdict = 'split' OR verdict = 'merge' OR
        verdict = 'undo' OR verdict = 'met' OR verdict = 'not met' OR verdict = 'clear'),
    CONSTRAINT undo_says_what CHECK ((verdict = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decision_event ON decision (event_id);
CREATE TABLE alias (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    decision_id INTEGER NOT NULL REFERENCES decision (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT kind_known CHECK (kind = 'address' OR kind = 'name' OR kind = 'device'),
    CONSTRAINT learnt_once UNIQUE (decision_id, kind, text, person_id)
) STRICT;
CREATE INDEX alias_person ON alias (person_id);
CREATE INDEX alias_text_kind ON alias (text, kind);
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    kind TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 0 AND 10000),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    CONSTRAINT kind_known CHECK
        (kind = 'interactions' OR kind = 'evaluation' OR kind = 'quiz' OR kind = 'assignment'),
    CONSTRAINT one_mark_each UNIQUE (registration_id, kind)
) STRICT;
CREATE TABLE sighting (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    came TEXT,
    left TEXT,
    absent INTEGER NOT NULL DEFAULT 0 CHECK (absent IN (0, 1)),
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT came_before_left CHECK (came < left),
    CONSTRAINT absent_all_of_it CHECK (absent = 0 OR (came IS NULL AND left IS NULL)),
    CONSTRAINT one_sighting_each UNIQUE (registration_id, session_id)
) STRICT;
CREATE INDEX sighting_session ON sighting (session_id);
ALTER TABLE credit_line ADD COLUMN rule TEXT NOT NULL DEFAULT '{}';
ALTER TABLE event ADD COLUMN hold_why TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD COLUMN hold_until TEXT
    CONSTRAINT hold_has_a_reason CHECK (hold_until IS NULL OR hold_why <> '');
"""


def upgrade() -> None:
    for statement in filter(str.strip, ATTENDANCE.split(";")):
        op.execute(statement)

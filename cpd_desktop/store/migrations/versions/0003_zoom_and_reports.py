"""Meetings at Zoom, reports of who was there, and what outside services told."""

from alembic import op

revision = "0003"
down_revision = "0002"

ZOOM = """
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    session_id INTEGER REFERENCES session (id),
    kind TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}',
    own TEXT NOT NULL DEFAULT '{}',
    number INTEGER UNIQUE,
    uuid TEXT NOT NULL DEFAULT '',
    host TEXT NOT NULL DEFAULT '',
    join_link TEXT NOT NULL DEFAULT '',
    registration_link TEXT NOT NULL DEFAULT '',
    occurrences TEXT NOT NULL DEFAULT '[]',
    seen TEXT NOT NULL DEFAULT '{}',
    theirs TEXT NOT NULL DEFAULT '{}',
    leaving INTEGER NOT NULL DEFAULT 0 CHECK (leaving IN (0, 1)),
    asked_at TEXT,
    CONSTRAINT kind_known CHECK (kind IN ('meeting', 'webinar')),
    CONSTRAINT rhythm_known CHECK
        (rhythm = 'once' OR rhythm = 'no fixed time' OR rhythm = 'series'),
    CONSTRAINT one_meeting_each UNIQUE (session_id)
) STRICT;
CREATE INDEX meeting_event ON meeting (event_id);
CREATE TABLE seat (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    registrant TEXT NOT NULL,
    join_link TEXT NOT NULL DEFAULT '',
    standing TEXT NOT NULL DEFAULT 'approved',
    CONSTRAINT standing_known CHECK
        (standing = 'pending' OR standing = 'approved' OR standing = 'denied'),
    CONSTRAINT one_seat_each UNIQUE (meeting_id, registration_id),
    CONSTRAINT one_registrant_each UNIQUE (meeting_id, registrant)
) STRICT;
CREATE INDEX seat_registration ON seat (registration_id);
CREATE TABLE instance (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    uuid TEXT NOT NULL UNIQUE,
    starts_at TEXT,
    ends_at TEXT,
    reads INTEGER NOT NULL DEFAULT 0,
    last_read TEXT NOT NULL DEFAULT '',
    settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    recording TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX instance_meeting ON instance (meeting_id);
CREATE TABLE interaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    instance_id INTEGER NOT NULL REFERENCES instance (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    at TEXT,
    CONSTRAINT kind_known CHECK (kind IN ('poll', 'question'))
) STRICT;
CREATE INDEX interaction_instance ON interaction (instance_id);
CREATE TABLE errand (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    about TEXT NOT NULL UNIQUE,
    tries INTEGER NOT NULL DEFAULT 0,
    next_at TEXT,
    says TEXT NOT NULL DEFAULT '{}',
    at TEXT NOT NULL
) STRICT;
CREATE TABLE happening (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    heard_at TEXT NOT NULL,
    content TEXT NOT NULL DEFAULT '{}',
    fate TEXT NOT NULL DEFAULT 'waiting',
    tries INTEGER NOT NULL DEFAULT 0,
    says TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT fate_known CHECK
        (fate = 'waiting' OR fate = 'done' OR fate = 'ignored' OR fate = 'failed')
) STRICT;
CREATE INDEX happening_fate ON happening (fate);
"""

REPORTS = """
CREATE TABLE report(
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    session_id INTEGER REFERENCES session (id),
    origin TEXT NOT NULL,
    meeting TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    totals_only INTEGER NOT NULL DEFAULT 0 CHECK (totals_only IN (0, 1)),
    ready INTEGER NOT NULL DEFAULT 1 CHECK (ready IN (0, 1)),
    rows INTEGER NOT NULL,
    details TEXT NOT NULL DEFAULT '{}',
    replaced_by INTEGER REFERENCES report (id),
    CONSTRAINT origin_known CHECK
        (origin = 'zoom-meeting' OR origin = 'zoom-webinar' OR origin = 'zoom-answer' OR
        origin = 'teams' OR origin = 'meet' OR origin = 'webex' OR origin = 'names' OR
        origin = 'sign-in-sheet')
) STRICT;
CREATE INDEX report_event ON report (event_id);
CREATE TABLE presence (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    report_id INTEGER NOT NULL REFERENCES report (id),
    row INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    renamed_from TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    joined TEXT,
    "left" TEXT,
    seconds INTEGER NOT NULL DEFAULT 0,
    role TEXT NOT NULL DEFAULT '',
    guest INTEGER,
    waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)),
    absent INTEGER NOT NULL DEFAULT 0 CHECK (absent IN (0, 1)),
    registrant TEXT NOT NULL DEFAULT '',
    account TEXT NOT NULL DEFAULT '',
    connection TEXT NOT NULL DEFAULT '',
    device TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    instance TEXT NOT NULL DEFAULT '',
    room TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    CONSTRAINT role_known CHECK
        (role = '' OR role = 'attendee' OR role = 'panelist' OR role = 'cohost' OR
        role = 'host')
) STRICT;
CREATE INDEX presence_report ON presence (report_id);
"""


def upgrade() -> None:
    for area in (ZOOM, REPORTS):
        for statement in filter(str.strip, area.split(";")):
            op.execute(statement)

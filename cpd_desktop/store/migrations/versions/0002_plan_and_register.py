"""All fields of events and people, content, the waiting line, codes, imports, search."""

from alembic import op

revision = "0002"
down_revision = "0001"

EVENT = """
ALTER TABLE event ADD status_why TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD summary TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD description TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD kind TEXT NOT NULL DEFAULT 'webinar';
ALTER TABLE event ADD format TEXT NOT NULL DEFAULT 'online'
    CONSTRAINT format_known CHECK
        (format = 'online' OR format = 'in_person' OR format = 'hybrid');
ALTER TABLE event ADD place TEXT NOT NULL DEFAULT '';
ALTER TABLE event ADD image TEXT;
ALTER TABLE event ADD objectives TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event ADD tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE event ADD opens_at TEXT;
ALTER TABLE event ADD closes_at TEXT;
ALTER TABLE event ADD waitlist INTEGER NOT NULL DEFAULT 0 CHECK (waitlist IN (0, 1));
ALTER TABLE event ADD waitlist_limit INTEGER CHECK (waitlist_limit > 0);
ALTER TABLE event ADD offer_hours INTEGER NOT NULL DEFAULT 48
    CHECK (offer_hours BETWEEN 1 AND 720);
ALTER TABLE event ADD price_minor INTEGER CHECK (price_minor > 0);
ALTER TABLE event ADD currency TEXT
    CONSTRAINT price_has_a_currency CHECK ((price_minor IS NULL) = (currency IS NULL));
ALTER TABLE event ADD rule TEXT NOT NULL DEFAULT '{}';
ALTER TABLE event ADD preset TEXT NOT NULL DEFAULT '';
CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    rule TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts TEXT NOT NULL,
    left_out TEXT NOT NULL DEFAULT '[]'
) STRICT;
ALTER TABLE event ADD series_id INTEGER REFERENCES series (id);
ALTER TABLE event ADD series_at TEXT
    CONSTRAINT series_has_a_date CHECK ((series_id IS NULL) = (series_at IS NULL));
CREATE UNIQUE INDEX one_event_each_date ON event (series_id, series_at);
CREATE INDEX event_status_trashed_at ON event (status, trashed_at);

ALTER TABLE session ADD uid TEXT NOT NULL DEFAULT '';
UPDATE session SET uid = lower(hex(randomblob(16)));
ALTER TABLE session ADD sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD description TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD track TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD room TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD place TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD host TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD link TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD mandatory INTEGER NOT NULL DEFAULT 0 CHECK (mandatory IN (0, 1));
ALTER TABLE session ADD breaks TEXT NOT NULL DEFAULT '[]';
"""

PARTS_OF_EVENTS = """
CREATE TABLE speaker (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    email TEXT NOT NULL DEFAULT '',
    qualifications TEXT NOT NULL DEFAULT '',
    biography TEXT NOT NULL DEFAULT '',
    licence TEXT NOT NULL DEFAULT '',
    disclosed_on TEXT,
    disclosure TEXT NOT NULL DEFAULT '',
    sought TEXT NOT NULL
) STRICT;
CREATE TABLE event_speaker (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    speaker_id INTEGER NOT NULL REFERENCES speaker (id),
    role TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT speaks_once UNIQUE (event_id, speaker_id)
) STRICT;
CREATE INDEX event_speaker_speaker ON event_speaker (speaker_id);
CREATE TABLE session_speaker (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    session_id INTEGER NOT NULL REFERENCES session (id),
    speaker_id INTEGER NOT NULL REFERENCES speaker (id),
    CONSTRAINT speaks_once_there UNIQUE (session_id, speaker_id)
) STRICT;
CREATE INDEX session_speaker_speaker ON session_speaker (speaker_id);
CREATE TABLE credit_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL DEFAULT 0,
    type TEXT NOT NULL CHECK (trim(type) <> ''),
    hundredths INTEGER NOT NULL CHECK (hundredths > 0),
    accreditor TEXT NOT NULL DEFAULT '',
    activity_number TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX credit_line_event ON credit_line (event_id);
CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    label TEXT NOT NULL CHECK (trim(label) <> ''),
    help TEXT NOT NULL DEFAULT '',
    required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
    options TEXT NOT NULL DEFAULT '[]',
    lowest INTEGER,
    highest INTEGER,
    CONSTRAINT kind_known CHECK
        (kind = 'text' OR kind = 'paragraph' OR kind = 'number' OR kind = 'date' OR
        kind = 'yes_no' OR kind = 'choice' OR kind = 'buttons' OR kind = 'choices')
) STRICT;
CREATE INDEX custom_field_event ON custom_field (event_id);
CREATE TABLE material (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL CHECK (trim(title) <> '')
) STRICT;
CREATE INDEX material_event ON material (event_id);
CREATE TABLE material_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    material_id INTEGER NOT NULL REFERENCES material (id),
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    CONSTRAINT one_version_each UNIQUE (material_id, number)
) STRICT;
"""

LEARNING = """
CREATE TABLE module (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    description TEXT NOT NULL DEFAULT '',
    release TEXT NOT NULL DEFAULT 'at_once',
    release_at TEXT,
    release_days INTEGER CHECK (release_days BETWEEN 0 AND 3650),
    after_id INTEGER REFERENCES module (id) CHECK (after_id <> id),
    CONSTRAINT release_known CHECK
        (release = 'at_once' OR release = 'on_date' OR release = 'after_days' OR
        release = 'after_module'),
    CONSTRAINT release_says_when CHECK (
        (release = 'on_date') = (release_at IS NOT NULL)
        AND (release = 'after_days') = (release_days IS NOT NULL)
        AND (release = 'after_module') = (after_id IS NOT NULL))
) STRICT;
CREATE INDEX module_event ON module (event_id);
CREATE TABLE content (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    module_id INTEGER NOT NULL REFERENCES module (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    body TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    sha256 TEXT,
    file_name TEXT NOT NULL DEFAULT '',
    CONSTRAINT kind_known CHECK
        (kind = 'document' OR kind = 'video' OR kind = 'text' OR kind = 'quiz')
) STRICT;
CREATE INDEX content_module ON content (module_id);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    module_id INTEGER REFERENCES module (id),
    position INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    instructions TEXT NOT NULL DEFAULT '',
    due_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 3 CHECK (attempts BETWEEN 1 AND 100),
    points INTEGER NOT NULL DEFAULT 100 CHECK (points > 0),
    pass_mark INTEGER NOT NULL DEFAULT 70,
    rubric TEXT NOT NULL DEFAULT '[]',
    required INTEGER NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
    CONSTRAINT pass_mark_can_be_reached CHECK (pass_mark BETWEEN 0 AND points)
) STRICT;
CREATE INDEX assignment_event ON assignment (event_id);
"""

PEOPLE = """
ALTER TABLE person ADD organisation TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD job_title TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD phone TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD notes TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE person ADD consent TEXT NOT NULL DEFAULT 'unknown'
    CONSTRAINT consent_known CHECK
        (consent = 'unknown' OR consent = 'given' OR consent = 'withdrawn');
ALTER TABLE person ADD consent_on TEXT;
ALTER TABLE person ADD do_not_mail INTEGER NOT NULL DEFAULT 0 CHECK (do_not_mail IN (0, 1));
ALTER TABLE person ADD erased_at TEXT;
CREATE TABLE person_address (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    email TEXT NOT NULL CHECK (email <> ''),
    CONSTRAINT each_address_once UNIQUE (person_id, email)
) STRICT;
CREATE INDEX person_address_email ON person_address (email);
CREATE TABLE person_spelling (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    CONSTRAINT each_spelling_once UNIQUE (person_id, name)
) STRICT;
CREATE TABLE licence (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    body TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL CHECK (trim(number) <> ''),
    CONSTRAINT each_licence_once UNIQUE (person_id, body, number)
) STRICT;
CREATE TABLE told_apart (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    lower_id INTEGER NOT NULL,
    higher_id INTEGER NOT NULL CHECK (higher_id > lower_id),
    CONSTRAINT told_apart_once UNIQUE (lower_id, higher_id)
) STRICT;
CREATE TABLE discount_code (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL CHECK (trim(code) <> ''),
    sought TEXT NOT NULL,
    event_id INTEGER REFERENCES event (id),
    percent INTEGER CHECK (percent BETWEEN 1 AND 100),
    minor INTEGER CHECK (minor > 0),
    currency TEXT,
    opens_at TEXT,
    closes_at TEXT,
    uses INTEGER CHECK (uses > 0),
    uses_each INTEGER CHECK (uses_each > 0),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    CONSTRAINT one_code_each UNIQUE (sought, event_id),
    CONSTRAINT percent_or_amount CHECK ((percent IS NULL) <> (minor IS NULL)),
    CONSTRAINT amount_has_a_currency CHECK ((minor IS NULL) = (currency IS NULL))
) STRICT;
CREATE TABLE party (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    payer TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    CONSTRAINT one_party_each UNIQUE (event_id, name)
) STRICT;
"""

# A column's own CHECK cannot be changed: the table is made anew, and everybody gets a number.
REGISTRATIONS = """
CREATE TABLE registration_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER NOT NULL REFERENCES event (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    number TEXT NOT NULL UNIQUE,
    reference TEXT,
    status TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT 'by_hand',
    queue INTEGER,
    offered_until TEXT,
    price_minor INTEGER NOT NULL DEFAULT 0 CHECK (price_minor >= 0),
    currency TEXT NOT NULL DEFAULT '',
    payment TEXT NOT NULL DEFAULT 'nothing_due',
    discount_code_id INTEGER REFERENCES discount_code (id),
    party_id INTEGER REFERENCES party (id),
    note TEXT NOT NULL DEFAULT '',
    CONSTRAINT one_place_each UNIQUE (person_id, event_id),
    CONSTRAINT status_known CHECK
        (status = 'pending' OR status = 'confirmed' OR status = 'waitlisted' OR
        status = 'cancelled' OR status = 'no_show'),
    CONSTRAINT source_known CHECK
        (source = 'by_hand' OR source = 'file' OR source = 'zoom' OR source = 'stripe'),
    CONSTRAINT payment_known CHECK
        (payment = 'nothing_due' OR payment = 'due' OR payment = 'paid' OR
        payment = 'refunded' OR payment = 'waived'),
    CONSTRAINT waits_in_line CHECK ((status = 'waitlisted') = (queue IS NOT NULL)),
    CONSTRAINT offered_to_waiting CHECK (offered_until IS NULL OR status = 'waitlisted'),
    CONSTRAINT price_has_a_currency CHECK (price_minor = 0 OR currency <> '')
) STRICT;
INSERT INTO registration_new
    (id, event_id, person_id, number, reference, status, registered_at, queue)
SELECT id, event_id, person_id, number, reference, status, registered_at,
    CASE status WHEN 'waitlisted' THEN id END
FROM (SELECT *, printf('REG-%s-%04d', substr(registered_at, 1, 4), row_number() OVER
        (PARTITION BY substr(registered_at, 1, 4) ORDER BY registered_at, id)) AS number
    FROM registration);
UPDATE sqlite_sequence
SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'registration')
WHERE name = 'registration_new'
    AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'registration');
DROP TABLE registration;
ALTER TABLE registration_new RENAME TO registration;
CREATE INDEX registration_event_status ON registration (event_id, status);
CREATE INDEX registration_waiting ON registration (event_id, offered_until)
    WHERE status = 'waitlisted';
CREATE INDEX registration_due ON registration (event_id) WHERE payment = 'due';
CREATE INDEX registration_discount_code ON registration (discount_code_id)
    WHERE discount_code_id IS NOT NULL;
CREATE UNIQUE INDEX one_reference_each ON registration (reference, event_id)
    WHERE reference IS NOT NULL;
CREATE TABLE numbering (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    run TEXT NOT NULL UNIQUE,
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;
INSERT INTO numbering (run, last)
SELECT 'REG-' || substr(registered_at, 1, 4), count(*) FROM registration GROUP BY 1;
"""

PARTS_OF_REGISTRATIONS = """
CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    custom_field_id INTEGER NOT NULL REFERENCES custom_field (id),
    value TEXT NOT NULL CHECK (value <> ''),
    CONSTRAINT one_answer_each UNIQUE (registration_id, custom_field_id)
) STRICT;
CREATE INDEX answer_custom_field ON answer (custom_field_id);
CREATE TABLE check_in (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    session_id INTEGER NOT NULL REFERENCES session (id),
    at TEXT NOT NULL,
    how TEXT NOT NULL CONSTRAINT how_known CHECK (how IN ('hand', 'scan')),
    CONSTRAINT checked_in_once UNIQUE (registration_id, session_id)
) STRICT;
CREATE INDEX check_in_session ON check_in (session_id);
CREATE TABLE submission (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    assignment_id INTEGER NOT NULL REFERENCES assignment (id),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    status TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '',
    sha256 TEXT,
    file_name TEXT NOT NULL DEFAULT '',
    marks TEXT NOT NULL DEFAULT '[]',
    mark INTEGER CHECK (mark >= 0),
    feedback TEXT NOT NULL DEFAULT '',
    submitted_at TEXT,
    graded_at TEXT,
    CONSTRAINT status_known CHECK
        (status = 'draft' OR status = 'submitted' OR status = 'graded' OR
        status = 'needs_revision' OR status = 'approved'),
    CONSTRAINT one_attempt_each UNIQUE (assignment_id, registration_id, attempt)
) STRICT;
CREATE INDEX submission_registration ON submission (registration_id);
CREATE INDEX submission_to_mark ON submission (assignment_id) WHERE status = 'submitted';
"""

KEEPING = """
CREATE TABLE source_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER REFERENCES event (id),
    purpose TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    result TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX source_file_event ON source_file (event_id);
CREATE TABLE column_map (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    purpose TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    columns TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT one_map_each UNIQUE (purpose, fingerprint)
) STRICT;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    editor TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL DEFAULT '{}',
    at TEXT NOT NULL
) STRICT;
CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    page TEXT NOT NULL,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    filter TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT one_view_each UNIQUE (page, name)
) STRICT;
CREATE TABLE journal_part (
    entry INTEGER NOT NULL,
    number INTEGER NOT NULL,
    details TEXT,
    salt TEXT,
    PRIMARY KEY (entry, number),
    FOREIGN KEY (entry) REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT erased_with_its_salt CHECK ((details IS NULL) = (salt IS NULL))
) STRICT, WITHOUT ROWID;
"""

JOURNAL_PARTS = (
    """CREATE TRIGGER journal_part_is_not_deleted BEFORE DELETE ON journal_part
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    """CREATE TRIGGER journal_part_is_not_changed BEFORE UPDATE ON journal_part
    WHEN new.details IS NOT NULL OR (old.entry, old.number) IS NOT (new.entry, new.number)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
)

# Filled by the application: SQLite holds triggers that write to such tables for unsafe.
SEARCH = (
    """CREATE VIRTUAL TABLE {of}_search USING fts5
    (sought, content = '{of}', content_rowid = 'id', columnsize = 0,
     tokenize = 'unicode61 remove_diacritics 0')""",
    "INSERT INTO {of}_search ({of}_search) VALUES ('rebuild')",
)


def upgrade() -> None:
    for area in (
        *(EVENT, PARTS_OF_EVENTS, LEARNING, PEOPLE),
        *(REGISTRATIONS, PARTS_OF_REGISTRATIONS, KEEPING),
    ):
        for statement in filter(str.strip, area.split(";")):
            op.execute(statement)
    for trigger in JOURNAL_PARTS:
        op.execute(trigger)
    for table in ("event", "person"):
        for statement in SEARCH:
            op.execute(statement.format(of=table))

"""Mail accounts, texts of mails, messages with their attempts, and who wants no news."""

from alembic import op

revision = "0006"
down_revision = "0005"

MESSAGES = """
CREATE TABLE mail_account (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    kind TEXT NOT NULL,
    sender TEXT NOT NULL CHECK (sender <> ''),
    sender_name TEXT NOT NULL DEFAULT '',
    reply_to TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL DEFAULT '{}',
    per_day INTEGER NOT NULL CHECK (per_day > 0),
    pause_ms INTEGER NOT NULL CHECK (pause_ms >= 0),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    removed_at TEXT,
    CONSTRAINT kind_known CHECK (kind = 'smtp' OR kind = 'microsoft' OR kind = 'gmail'
        OR kind = 'brevo' OR kind = 'folder')
) STRICT;
CREATE UNIQUE INDEX one_mail_account_called_so ON mail_account (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX one_default_mail_account ON mail_account (is_default) WHERE is_default = 1;
CREATE TABLE mail_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    event_id INTEGER REFERENCES event (id),
    purpose TEXT NOT NULL,
    language TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL,
    CONSTRAINT purpose_known CHECK (PURPOSES),
    CONSTRAINT whole_or_built_in CHECK ((subject = '') = (body = ''))
) STRICT;
CREATE UNIQUE INDEX one_mail_template_each
    ON mail_template (purpose, language, event_id, number);
CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    purpose TEXT NOT NULL,
    document TEXT NOT NULL,
    mail_account_id INTEGER NOT NULL REFERENCES mail_account (id),
    person_id INTEGER REFERENCES person (id),
    event_id INTEGER REFERENCES event (id),
    registration_id INTEGER REFERENCES registration (id),
    message_id TEXT NOT NULL UNIQUE,
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    sought TEXT NOT NULL,
    frame TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    attachments TEXT NOT NULL DEFAULT '[]',
    made_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft',
    tries INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,
    says TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT purpose_known CHECK (PURPOSES),
    CONSTRAINT state_known CHECK (state = 'draft' OR state = 'queued' OR state = 'sending'
        OR state = 'sent' OR state = 'failed' OR state = 'uncertain' OR state = 'held'
        OR state = 'cancelled'),
    CONSTRAINT queued_for_some_time CHECK ((state = 'queued') = (due_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_message_each ON message (purpose, person_id, document)
    WHERE state <> 'cancelled';
CREATE INDEX message_due ON message (due_at, mail_account_id) WHERE state = 'queued';
CREATE INDEX message_state ON message (state);
CREATE INDEX message_person ON message (person_id);
CREATE INDEX message_event ON message (event_id);
CREATE TABLE mail_attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    number INTEGER NOT NULL CHECK (number > 0),
    mail_account_id INTEGER NOT NULL REFERENCES mail_account (id),
    recipient TEXT NOT NULL,
    at TEXT NOT NULL,
    ended_at TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    says TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT one_attempt_each UNIQUE (message_id, number),
    CONSTRAINT outcome_known CHECK (outcome = '' OR outcome = 'sent' OR outcome = 'later'
        OR outcome = 'refused' OR outcome = 'uncertain' OR outcome = 'tested'
        OR outcome = 'held'),
    CONSTRAINT ended_some_time CHECK ((outcome = '') = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_attempt_each ON mail_attempt (message_id) WHERE outcome = '';
CREATE INDEX mail_attempt_lately ON mail_attempt (mail_account_id, at);
CREATE TABLE mail_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    CONSTRAINT one_return_each UNIQUE (message_id, source),
    CONSTRAINT kind_known CHECK (kind = 'bounced' OR kind = 'delayed' OR kind = 'answered'
        OR kind = 'automatic' OR kind = 'unsubscribed')
) STRICT;
CREATE TABLE suppression (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    address TEXT NOT NULL UNIQUE CHECK (address <> ''),
    why TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT
"""

PURPOSES = " OR ".join(
    f"purpose = '{each}'"
    for each in (
        *("confirmation", "joining", "reminder", "changed", "cancellation", "postponed"),
        *("waitlist-offer", "certificate", "certificate-replaced", "certificate-revoked"),
        *("payment", "receipt", "refund", "evaluation", "thanks", "missed", "message"),
    )
)

TRIGGERS = (
    # What a message is stays so; only to erase a person it is emptied, once it cannot go any more.
    """CREATE TRIGGER message_is_frozen BEFORE UPDATE ON message
    WHEN (old.id, old.purpose, old.document, old.mail_account_id, old.message_id, old.size,
            old.made_at)
        IS NOT (new.id, new.purpose, new.document, new.mail_account_id, new.message_id, new.size,
            new.made_at)
        OR (new.frame <> '' AND (old.recipient, old.recipient_name, old.subject, old.sought,
            old.frame, old.attachments)
        IS NOT (new.recipient, new.recipient_name, new.subject, new.sought,
            new.frame, new.attachments))
        OR (new.frame = '' AND new.state IN ('draft', 'queued', 'sending', 'held'))
    BEGIN SELECT RAISE(ABORT, 'a message is not changed'); END""",
    """CREATE TRIGGER message_begins_at_the_beginning BEFORE INSERT ON message
    WHEN new.state NOT IN ('draft', 'queued') OR length(new.frame) <> 64
    BEGIN SELECT RAISE(ABORT, 'a message begins as a draft, or queued'); END""",
    """CREATE TRIGGER message_stays_once_it_was_handed_over BEFORE DELETE ON message
    WHEN EXISTS (SELECT 1 FROM mail_attempt WHERE message_id = old.id)
    BEGIN SELECT RAISE(ABORT, 'a message that was handed over stays'); END""",
    # Whoever sends one has it for themselves, and what became of it is always written down.
    """CREATE TRIGGER message_is_claimed_once BEFORE UPDATE OF state ON message
    WHEN new.state = 'sending' AND (old.state <> 'queued' OR NOT EXISTS
        (SELECT 1 FROM mail_attempt WHERE message_id = old.id AND outcome = ''))
    BEGIN SELECT RAISE(ABORT, 'a message is claimed once'); END""",
    """CREATE TRIGGER message_is_settled BEFORE UPDATE OF state ON message
    WHEN old.state = 'sending' AND new.state <> 'sending' AND EXISTS
        (SELECT 1 FROM mail_attempt WHERE message_id = old.id AND outcome = '')
    BEGIN SELECT RAISE(ABORT, 'an attempt is still open'); END""",
    """CREATE TRIGGER message_was_really_sent BEFORE UPDATE OF state ON message
    WHEN new.state = 'sent' AND NOT EXISTS
        (SELECT 1 FROM mail_attempt WHERE message_id = old.id AND outcome = 'sent')
    BEGIN SELECT RAISE(ABORT, 'only what was sent is sent'); END""",
    """CREATE TRIGGER attempt_is_not_deleted BEFORE DELETE ON mail_attempt
    BEGIN SELECT RAISE(ABORT, 'attempts are only added'); END""",
    """CREATE TRIGGER attempt_ends_once BEFORE UPDATE ON mail_attempt
    WHEN old.outcome <> '' AND new.recipient <> ''
    BEGIN SELECT RAISE(ABORT, 'an attempt ends once'); END""",
    """CREATE TRIGGER mail_template_is_not_changed BEFORE UPDATE ON mail_template
    WHEN new.event_id IS old.event_id
    BEGIN SELECT RAISE(ABORT, 'versions of a text are only added'); END""",
)


def upgrade() -> None:
    for statement in filter(str.strip, MESSAGES.replace("PURPOSES", PURPOSES).split(";")):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(trigger)

"""Templates, the register of certificates, issuers, and what accreditors want told."""

from alembic import op

revision = "0005"
down_revision = "0004"

CERTIFICATES = """
CREATE TABLE certificate_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    built_in TEXT NOT NULL DEFAULT '',
    hidden_at TEXT
) STRICT;
CREATE UNIQUE INDEX one_template_of_each_built_in ON certificate_template (built_in)
    WHERE built_in <> '';
CREATE TABLE template_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    certificate_template_id INTEGER NOT NULL REFERENCES certificate_template (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    added_at TEXT NOT NULL,
    CONSTRAINT one_template_version_each UNIQUE (certificate_template_id, number)
) STRICT;
CREATE TABLE certificate (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    certificate_template_id INTEGER NOT NULL,
    template_version INTEGER NOT NULL,
    number TEXT NOT NULL UNIQUE CHECK (trim(number) <> ''),
    code TEXT NOT NULL UNIQUE CHECK (trim(code) <> ''),
    status TEXT NOT NULL DEFAULT 'issued',
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size > 0),
    sought TEXT NOT NULL,
    ended_at TEXT,
    why TEXT NOT NULL DEFAULT '',
    replaced_by TEXT UNIQUE,
    FOREIGN KEY (replaced_by) REFERENCES certificate (number) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (certificate_template_id, template_version)
        REFERENCES template_version (certificate_template_id, number),
    CONSTRAINT status_known CHECK
        (status = 'issued' OR status = 'revoked' OR status = 'replaced'),
    CONSTRAINT ended_at_some_time CHECK ((status = 'issued') = (ended_at IS NULL)),
    CONSTRAINT ended_with_a_reason CHECK ((status = 'issued') = (trim(why) = '')),
    CONSTRAINT replaced_by_one CHECK ((status = 'replaced') = (replaced_by IS NOT NULL)),
    CONSTRAINT not_replaced_by_itself CHECK (replaced_by <> number)
) STRICT;
CREATE INDEX certificate_registration ON certificate (registration_id);
CREATE UNIQUE INDEX one_valid_certificate_each
    ON certificate (registration_id, certificate_template_id) WHERE status = 'issued';
CREATE TABLE issuer (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    card TEXT NOT NULL,
    status_list TEXT NOT NULL DEFAULT '',
    is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    backed_up_at TEXT,
    added_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_own_issuer ON issuer (is_own) WHERE is_own = 1;
CREATE TABLE time_stamp (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    certificate_id INTEGER NOT NULL UNIQUE REFERENCES certificate (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    authority TEXT NOT NULL,
    stamped_at TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
CREATE TABLE erased_certificate (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    code_hash TEXT NOT NULL CHECK (length(code_hash) = 64),
    status TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    ended_at TEXT,
    replaced_by TEXT,
    erased_at TEXT NOT NULL,
    CONSTRAINT status_known CHECK
        (status = 'issued' OR status = 'revoked' OR status = 'replaced')
) STRICT;
ALTER TABLE credit_line ADD COLUMN category TEXT NOT NULL DEFAULT '';
ALTER TABLE credit_line ADD COLUMN statement TEXT NOT NULL DEFAULT '';
ALTER TABLE credit_line ADD COLUMN provider_number TEXT NOT NULL DEFAULT '';
ALTER TABLE credit_line ADD COLUMN approved_from TEXT;
ALTER TABLE credit_line ADD COLUMN approved_until TEXT
    CONSTRAINT approved_in_order CHECK (approved_until >= approved_from);
"""

# A certificate is for good: all that can come is its end, once. When it need not be kept any more,
# it goes only after its number and status were written down for good.
TRIGGERS = (
    """CREATE TRIGGER certificate_is_not_deleted BEFORE DELETE ON certificate
    WHEN NOT EXISTS (SELECT 1 FROM erased_certificate AS erased
        WHERE (erased.number, erased.status, erased.issued_at)
            = (old.number, old.status, old.issued_at))
    BEGIN SELECT RAISE(ABORT, 'certificates are only added'); END""",
    """CREATE TRIGGER erased_number_is_not_given_again BEFORE INSERT ON certificate
    WHEN EXISTS (SELECT 1 FROM erased_certificate WHERE number = new.number)
    BEGIN SELECT RAISE(ABORT, 'this number was given before'); END""",
    """CREATE TRIGGER erased_certificate_is_not_deleted BEFORE DELETE ON erased_certificate
    BEGIN SELECT RAISE(ABORT, 'what is left of a certificate stays'); END""",
    """CREATE TRIGGER erased_certificate_is_not_changed BEFORE UPDATE ON erased_certificate
    BEGIN SELECT RAISE(ABORT, 'what is left of a certificate stays'); END""",
    """CREATE TRIGGER certificate_is_not_changed BEFORE UPDATE ON certificate
    WHEN old.status <> 'issued'
        OR (old.id, old.registration_id, old.certificate_template_id, old.template_version,
            old.number, old.code, old.issued_at, old.issued_by, old.snapshot, old.sha256,
            old.size, old.sought)
        IS NOT (new.id, new.registration_id, new.certificate_template_id, new.template_version,
            new.number, new.code, new.issued_at, new.issued_by, new.snapshot, new.sha256,
            new.size, new.sought)
    BEGIN SELECT RAISE(ABORT, 'a certificate can only end, and only once'); END""",
    """CREATE TRIGGER time_stamp_is_not_changed BEFORE UPDATE ON time_stamp
    BEGIN SELECT RAISE(ABORT, 'time stamps are only added'); END""",
    """CREATE TRIGGER template_version_is_not_changed BEFORE UPDATE ON template_version
    BEGIN SELECT RAISE(ABORT, 'versions of a template are only added'); END""",
)


def upgrade() -> None:
    for statement in filter(str.strip, CERTIFICATES.split(";")):
        op.execute(statement)
    for trigger in TRIGGERS:
        op.execute(trigger)

"""Issuers."""

from alembic import op

revision = "0005"
down_revision = "0004"

CERTIFICATES = """
CREATE TABLE issuer (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    card TEXT NOT NULL,
    status_list TEXT NOT NULL DEFAULT '',
    is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    backed_up_at TEXT,
    added_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_own_issuer ON issuer (is_own) WHERE is_own = 1;
"""


def upgrade() -> None:
    for statement in filter(str.strip, CERTIFICATES.split(";")):
        op.execute(statement)

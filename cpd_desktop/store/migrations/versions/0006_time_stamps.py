"""Time stamps of issued certificates."""

from alembic import op

revision = "0006"
down_revision = "0005"

TIME_STAMPS = """
CREATE TABLE time_stamp (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    certificate_id INTEGER NOT NULL UNIQUE REFERENCES certificate (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    authority TEXT NOT NULL,
    stamped_at TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT
"""

UNCHANGED = """CREATE TRIGGER time_stamp_is_not_changed BEFORE UPDATE ON time_stamp
    BEGIN SELECT RAISE(ABORT, 'time stamps are only added'); END"""


def upgrade() -> None:
    op.execute(TIME_STAMPS)
    op.execute(UNCHANGED)

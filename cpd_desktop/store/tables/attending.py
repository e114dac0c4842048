"""Who was there as reports tell it: kept as it was read, replaced as a whole, never edited."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text

from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.store.tables.columns import (
    Moment,
    index,
    listed,
    may_name,
    one_of,
    part_of,
    table,
    words,
    yes_or_no,
)

# ``details`` holds what the report says of the meeting as a whole, and its rejected rows.
report = table(
    "report",
    part_of("event"),
    may_name("session", goes_along=True),
    Column("origin", Text, nullable=False),
    words("meeting"),
    Column("sha256", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("added_at", Moment, nullable=False),
    yes_or_no("totals_only"),
    yes_or_no("ready", default=True),
    Column("rows", Integer, nullable=False),
    listed("details", "{}"),
    Column("replaced_by", Integer, ForeignKey("report.id")),
    one_of("origin", Origin),
)
index(report, "event_id")

presence = table(
    "presence",
    part_of("report"),
    Column("row", Integer, nullable=False),
    words("name"),
    words("renamed_from"),
    words("email"),
    Column("joined", Moment),
    Column("left", Moment),
    Column("seconds", Integer, nullable=False, server_default="0"),
    words("role"),
    Column("guest", Integer),
    yes_or_no("waiting"),
    yes_or_no("absent"),
    words("registrant"),
    words("account"),
    words("connection"),
    words("device"),
    words("phone"),
    words("instance"),
    words("room"),
    words("reference"),
    one_of("role", Role),
)
index(presence, "report_id")

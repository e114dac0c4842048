"""Who was there as reports tell it, never edited; and what people decided about it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, Text, UniqueConstraint

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.marks import MOST, MarkKind
from cpd_desktop.domain.attendance.memory import AliasKind
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

# Only ever added to; it names participants by a key that newer reports have, too. Registrations
# are numbers, not references: what was decided stays when one of them goes.
decision = table(
    "decision",
    part_of("event"),
    Column("verdict", Text, nullable=False),
    words("participant"),
    words("other"),
    listed("registrations"),
    Column("undoes", Integer, ForeignKey("decision.id"), info={"goes_along": True}),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    words("why"),
    one_of("verdict", Verdict),
    CheckConstraint("(verdict = 'undo') = (undoes IS NOT NULL)", name="undo_says_what"),
)
index(decision, "event_id")

# What a decision taught: that a person is behind a name, an address or a device.
alias = table(
    "alias",
    part_of("decision"),
    part_of("person"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    one_of("kind", AliasKind),
    UniqueConstraint("decision_id", "kind", "text", "person_id", name="learnt_once"),
)
index(alias, "person_id")
index(alias, "text", "kind")

# What somebody did besides being there, noted by hand: that outranks what was found out.
mark = table(
    "mark",
    part_of("registration"),
    Column("kind", Text, nullable=False),
    Column("number", Integer, CheckConstraint(f"number BETWEEN 0 AND {MOST}"), nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    words("why"),
    one_of("kind", MarkKind),
    UniqueConstraint("registration_id", "kind", name="one_mark_each"),
)

# What somebody says by hand of a person in a session: without moments and not absent, all of it.
sighting = table(
    "sighting",
    part_of("registration"),
    part_of("session"),
    Column("came", Moment),
    Column("left", Moment),
    yes_or_no("absent"),
    Column("who", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("why", Text, nullable=False),
    CheckConstraint("came < left", name="came_before_left"),
    CheckConstraint("absent = 0 OR (came IS NULL AND left IS NULL)", name="absent_all_of_it"),
    UniqueConstraint("registration_id", "session_id", name="one_sighting_each"),
)
index(sighting, "session_id")

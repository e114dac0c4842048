"""What is offered: events, their sessions, speakers, materials, modules and assignments."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Text, UniqueConstraint

from cpd_desktop.domain.content import ContentKind, Release, SubmissionStatus
from cpd_desktop.domain.custom_fields import FieldKind
from cpd_desktop.domain.events import EventFormat, EventKind, EventStatus
from cpd_desktop.store.tables.columns import (
    Day,
    Moment,
    index,
    listed,
    may_name,
    one_of,
    part_of,
    position,
    table,
    words,
    yes_or_no,
)

series = table(
    "series",
    Column("rule", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("starts", Text, nullable=False),  # as the clock on the wall shows it
    listed("left_out"),
)

event = table(
    "event",
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
    Column("zone", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("capacity", Integer, CheckConstraint("capacity BETWEEN 1 AND 100000")),
    Column("sought", Text, nullable=False),  # as it is searched and sorted, the title first
    Column("added_at", Moment, nullable=False),
    Column("trashed_at", Moment),
    words("status_why"),
    words("summary"),
    words("description"),
    Column("kind", Text, nullable=False, server_default=EventKind.WEBINAR),
    Column("format", Text, nullable=False, server_default=EventFormat.ONLINE),
    words("place"),
    Column("image", Text),
    listed("objectives"),
    listed("tags"),
    Column("opens_at", Moment),
    Column("closes_at", Moment),
    yes_or_no("waitlist"),
    Column("waitlist_limit", Integer, CheckConstraint("waitlist_limit > 0")),
    Column(
        "offer_hours",
        Integer,
        CheckConstraint("offer_hours BETWEEN 1 AND 720"),
        nullable=False,
        server_default="48",
    ),
    Column("price_minor", Integer, CheckConstraint("price_minor > 0")),
    Column("currency", Text),
    Column("early_minor", Integer, CheckConstraint("early_minor >= 0")),
    Column("early_until", Day),  # through the end of it, where the event is
    listed("rule", "{}"),
    words("preset"),
    may_name("series"),
    Column("series_at", Text),
    words("hold_why"),  # why it must be kept, whatever its rules say
    Column("hold_until", Day),
    one_of("status", EventStatus),
    CheckConstraint("(price_minor IS NULL) = (currency IS NULL)", name="price_has_a_currency"),
    CheckConstraint(
        "CASE WHEN early_minor IS NULL THEN early_until IS NULL"
        " ELSE early_until IS NOT NULL AND coalesce(early_minor < price_minor, 0) END",
        name="early_price_is_lower_and_ends",
    ),
    CheckConstraint("(series_id IS NULL) = (series_at IS NULL)", name="series_has_a_date"),
    CheckConstraint("hold_until IS NULL OR hold_why <> ''", name="hold_has_a_reason"),
)
Index("one_event_each_date", event.c.series_id, event.c.series_at, unique=True)

index(event, "status", "trashed_at")

session = table(
    "session",
    part_of("event"),
    Column("title", Text, nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    words("uid"),
    Column("sequence", Integer, nullable=False, server_default="0"),
    words("description"),
    words("track"),
    words("room"),
    words("place"),
    words("host"),
    words("link"),
    yes_or_no("mandatory"),
    listed("breaks"),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
)
Index("session_event", session.c.event_id, session.c.starts_at, session.c.ends_at)
Index("session_ends", session.c.ends_at)

speaker = table(
    "speaker",
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    words("email"),
    words("qualifications"),
    words("biography"),
    words("licence"),
    Column("disclosed_on", Day),
    words("disclosure"),
    Column("sought", Text, nullable=False),
)

event_speaker = table(
    "event_speaker",
    part_of("event"),
    part_of("speaker"),
    words("role"),
    position(),
    UniqueConstraint("event_id", "speaker_id", name="speaks_once"),
)
index(event_speaker, "speaker_id")

session_speaker = table(
    "session_speaker",
    part_of("session"),
    part_of("speaker"),
    UniqueConstraint("session_id", "speaker_id", name="speaks_once_there"),
)
index(session_speaker, "speaker_id")

credit_line = table(
    "credit_line",
    part_of("event"),
    position(),
    Column("type", Text, CheckConstraint("trim(type) <> ''"), nullable=False),
    Column("hundredths", Integer, CheckConstraint("hundredths > 0"), nullable=False),
    words("accreditor"),
    words("activity_number"),
    listed("rule", "{}"),  # nothing: as the event asks
    words("category"),
    words("statement"),
    words("provider_number"),
    Column("approved_from", Day),
    Column("approved_until", Day),
    CheckConstraint("approved_until >= approved_from", name="approved_in_order"),
)
index(credit_line, "event_id")

custom_field = table(
    "custom_field",
    part_of("event"),
    position(),
    Column("kind", Text, nullable=False),
    Column("label", Text, CheckConstraint("trim(label) <> ''"), nullable=False),
    words("help"),
    yes_or_no("required"),
    listed("options"),
    Column("lowest", Integer),
    Column("highest", Integer),
    one_of("kind", FieldKind),
)
index(custom_field, "event_id")

material = table(
    "material",
    part_of("event"),
    position(),
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
)
index(material, "event_id")

material_version = table(
    "material_version",
    part_of("material"),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("material_id", "number", name="one_version_each"),
)

module = table(
    "module",
    part_of("event"),
    position(),
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
    words("description"),
    Column("release", Text, nullable=False, server_default=Release.AT_ONCE),
    Column("release_at", Moment),
    Column("release_days", Integer, CheckConstraint("release_days BETWEEN 0 AND 3650")),
    Column(
        "after_id",
        Integer,
        ForeignKey("module.id"),
        CheckConstraint("after_id <> id"),
        info={"goes_along": True},
    ),
    one_of("release", Release),
    CheckConstraint(
        "(release = 'on_date') = (release_at IS NOT NULL)"
        " AND (release = 'after_days') = (release_days IS NOT NULL)"
        " AND (release = 'after_module') = (after_id IS NOT NULL)",
        name="release_says_when",
    ),
)
index(module, "event_id")

content = table(
    "content",
    part_of("module"),
    position(),
    Column("kind", Text, nullable=False),
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
    words("body"),
    words("link"),
    Column("sha256", Text),
    words("file_name"),
    one_of("kind", ContentKind),
)
index(content, "module_id")

assignment = table(
    "assignment",
    part_of("event"),
    may_name("module"),
    position(),
    Column("title", Text, CheckConstraint("trim(title) <> ''"), nullable=False),
    words("instructions"),
    Column("due_at", Moment),
    Column(
        "attempts",
        Integer,
        CheckConstraint("attempts BETWEEN 1 AND 100"),
        nullable=False,
        server_default="3",
    ),
    Column("points", Integer, CheckConstraint("points > 0"), nullable=False, server_default="100"),
    Column("pass_mark", Integer, nullable=False, server_default="70"),
    listed("rubric"),
    yes_or_no("required"),
    CheckConstraint("pass_mark BETWEEN 0 AND points", name="pass_mark_can_be_reached"),
)
index(assignment, "event_id")

submission = table(
    "submission",
    part_of("assignment"),
    part_of("registration"),
    Column("attempt", Integer, CheckConstraint("attempt > 0"), nullable=False),
    Column("status", Text, nullable=False),
    words("body"),
    Column("sha256", Text),
    words("file_name"),
    listed("marks"),
    Column("mark", Integer, CheckConstraint("mark >= 0")),
    words("feedback"),
    Column("submitted_at", Moment),
    Column("graded_at", Moment),
    one_of("status", SubmissionStatus),
    UniqueConstraint("assignment_id", "registration_id", "attempt", name="one_attempt_each"),
)
index(submission, "registration_id")
Index(
    "submission_to_mark",
    submission.c.assignment_id,
    sqlite_where=submission.c.status == "submitted",
)

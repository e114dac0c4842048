"""What is known of Zoom: meetings, seats, instances, and what it told of its own accord."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Text, UniqueConstraint

from cpd_desktop.domain.happenings import Fate
from cpd_desktop.domain.meetings import Kind, Rhythm
from cpd_desktop.domain.registrants import Standing
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

# A meeting belongs to one session, or to all of its event's. What it should be at Zoom follows
# from the event and ``settings``; ``seen`` is how Zoom had it when both last agreed, and
# ``theirs`` what Zoom has instead. Without a number it is still to be made there.
meeting = table(
    "meeting",
    part_of("event"),
    may_name("session", goes_along=True),
    Column("kind", Text, nullable=False),
    Column("rhythm", Text, nullable=False),
    listed("settings", "{}"),
    listed("own", "{}"),  # what it is called and described as, where that is not as the event
    Column("number", Integer, unique=True),
    words("uuid"),
    words("host"),
    words("join_link"),
    words("registration_link"),
    listed("occurrences"),
    listed("seen", "{}"),
    listed("theirs", "{}"),
    yes_or_no("leaving"),  # to be deleted at Zoom
    Column("asked_at", Moment),  # set before Zoom is asked to make it, until it answered
    one_of("kind", Kind),
    one_of("rhythm", Rhythm),
    UniqueConstraint("session_id", name="one_meeting_each"),
)
index(meeting, "event_id")

# Somebody's place at Zoom, with the join link that nobody else has.
seat = table(
    "seat",
    part_of("meeting"),
    part_of("registration"),
    Column("registrant", Text, nullable=False),
    words("join_link"),
    Column("standing", Text, nullable=False, server_default=Standing.APPROVED),
    one_of("standing", Standing),
    UniqueConstraint("meeting_id", "registration_id", name="one_seat_each"),
    UniqueConstraint("meeting_id", "registrant", name="one_registrant_each"),
)
index(seat, "registration_id")

# One time that a meeting was really held; ``settled`` once its report will not change any more.
instance = table(
    "instance",
    part_of("meeting"),
    Column("uuid", Text, nullable=False, unique=True),
    Column("starts_at", Moment),
    Column("ends_at", Moment),
    Column("reads", Integer, nullable=False, server_default="0"),
    words("last_read"),  # the hash of what was read last, to be compared with the next
    yes_or_no("settled"),
    listed("recording", "{}"),
)
index(instance, "meeting_id")

# Signs that somebody was awake: answers to polls, questions asked.
interaction = table(
    "interaction",
    part_of("instance"),
    Column("kind", Text, nullable=False),
    words("name"),
    words("email"),
    words("question"),
    words("answer"),
    Column("at", Moment),
    CheckConstraint("kind IN ('poll', 'question')", name="kind_known"),
)
index(interaction, "instance_id")

# What could not be done at Zoom yet and when it is tried again: of a meeting, a seat, an instance.
errand = table(
    "errand",
    Column("about", Text, nullable=False, unique=True),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("next_at", Moment),  # nothing: it waits for a person
    listed("says", "{}"),
    Column("at", Moment, nullable=False),
)

# What somebody outside told, once each whatever way it came, and what became of it.
happening = table(
    "happening",
    Column("key", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("heard_at", Moment, nullable=False),
    listed("content", "{}"),
    Column("fate", Text, nullable=False, server_default=Fate.WAITING),
    Column("tries", Integer, nullable=False, server_default="0"),
    listed("says", "{}"),
    one_of("fate", Fate),
)
index(happening, "fate")

"""What the world tells of its own accord, and what became of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

PAUSES: Final = tuple(timedelta(minutes=each) for each in (1, 5, 20, 60, 240, 1440))

_SECRET = re.compile(r"(?i)token|secret|passw|passcode|pwd|zak|start_url|authorization")


class Fate(StrEnum):
    """What became of something that was told."""

    WAITING = "waiting"
    DONE = "done"
    IGNORED = "ignored"
    FAILED = "failed"


class Topic(StrEnum):
    """What something that was told is about; Zoom tells it of meetings and webinars alike."""

    STARTED = "started"
    ENDED = "ended"
    JOINED = "participant_joined"
    LEFT = "participant_left"
    REGISTERED = "registration_created"
    APPROVED = "registration_approved"
    CANCELLED = "registration_cancelled"
    DENIED = "registration_denied"
    RECORDED = "completed"


REGISTRATIONS: Final = {Topic.REGISTERED, Topic.APPROVED, Topic.CANCELLED, Topic.DENIED}
_TOPICS: Final = {
    f"{room}.{topic}": topic
    for room in ("meeting", "webinar")
    for topic in Topic
    if topic is not Topic.RECORDED
} | {"recording.completed": Topic.RECORDED}


def topic_of(kind: str) -> Topic | None:
    """Return what a kind is about, if it is one that means anything here."""
    return _TOPICS.get(kind)


@dataclass(frozen=True, slots=True)
class News:
    """Something that was told, without secrets; ``content`` names meeting, instance and person."""

    kind: str
    at: datetime
    content: dict[str, Any]

    @property
    def key(self) -> str:
        """Return what is equal when the same is told again, whichever way."""
        topic, uuid = topic_of(self.kind), self.content.get("uuid")
        if topic in (Topic.STARTED, Topic.ENDED) and uuid:  # each instance does that once
            return f"{self.kind} {uuid}"
        told = json.dumps([self.kind, self.at.isoformat(), self.content], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()


def without_secrets(told: Any) -> Any:
    """Return the same without what is named like a secret, at any depth."""
    if isinstance(told, dict):
        return {
            name: without_secrets(value)
            for name, value in told.items()
            if not _SECRET.search(str(name))
        }
    return [without_secrets(each) for each in told] if isinstance(told, list) else told


def pause_after(tries: int) -> timedelta | None:
    """Return how long to wait after so many failures; nothing once a person must look."""
    return PAUSES[tries - 1] if tries <= len(PAUSES) else None


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is in the meeting now."""

    name: str
    email: str
    since: datetime


def who_is_in(told: Iterable[News]) -> list[Present]:
    """Return who joined more often than they left, in whatever order that was told.

    Someone may be there with two devices: one of them leaving is not the person leaving.
    """
    balance: Counter[str] = Counter()
    latest: dict[str, Present] = {}
    for each in told:
        person = each.content.get("person") or {}
        who = str(person.get("key", ""))
        joined = topic_of(each.kind) is Topic.JOINED
        balance[who] += 1 if joined else -1
        if joined and (who not in latest or latest[who].since < each.at):
            latest[who] = Present(person.get("name", ""), person.get("email", ""), each.at)
    there = [latest[who] for who, count in balance.items() if count > 0]
    return sorted(there, key=lambda each: (each.since, each.name))

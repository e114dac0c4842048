"""What we want, what Zoom had when we last looked, and what it has now: side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.meetings import Kind, MeetingDraft
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Container

CONTENT = {
    "topic": Sentence("meeting", "Topic"),
    "agenda": Sentence("meeting", "Description"),
    "starts": Sentence("meeting", "Start"),
    "minutes": Sentence("meeting", "Minutes"),
    "zone": Sentence("meeting", "Time zone"),
    "series": Sentence("meeting", "Repeats"),
}
ENTRANCE = {
    "approval": Sentence("meeting", "Registration"),
    "emails_in_report": Sentence("meeting", "E-mail addresses in the report"),
    "waiting_room": Sentence("meeting", "Waiting room"),
    "join_before_host": Sentence("meeting", "Join before the host"),
    "passcode": Sentence("meeting", "Passcode"),
    "alternative_hosts": Sentence("meeting", "Alternative hosts"),
    "recorded": Sentence("meeting", "Recording"),
}
LABELS = CONTENT | ENTRANCE
MEETINGS_ONLY = frozenset({"waiting_room", "join_before_host"})


class ChangedBy(StrEnum):
    """Who changed a field since we last looked; a conflict is both, and differently."""

    US = "us"
    ZOOM = "zoom"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which ours and theirs are not the same."""

    field: str
    ours: Any
    seen: Any
    theirs: Any

    @property
    def label(self) -> Sentence:
        """Return what the field is called."""
        return LABELS[self.field]

    @property
    def changed_by(self) -> ChangedBy:
        """Return whose change it is."""
        if self.theirs == self.seen:
            return ChangedBy.US
        return ChangedBy.ZOOM if self.ours == self.seen else ChangedBy.CONFLICT


def fields(draft: MeetingDraft) -> dict[str, Any]:
    """Return the comparable values, one for each label that applies."""
    found = {name: getattr(draft, name) for name in CONTENT}
    found |= {name: getattr(draft.settings, name) for name in ENTRANCE}
    found["agenda"] = draft.agenda.replace("\r\n", "\n").strip()
    found["topic"] = draft.topic.strip()
    found["alternative_hosts"] = frozenset(map(str.casefold, draft.settings.alternative_hosts))
    if draft.starts is None:
        del found["minutes"]
    if draft.kind is Kind.WEBINAR:
        found = {name: value for name, value in found.items() if name not in MEETINGS_ONLY}
    return found


def differences(ours: MeetingDraft, seen: MeetingDraft, theirs: MeetingDraft) -> list[Difference]:
    """Return every field in which Zoom now has something else than we want."""
    mine, before, now = fields(ours), fields(seen), fields(theirs)
    if not ours.settings.passcode:  # left to Zoom, so whatever it chose is right
        mine["passcode"] = now["passcode"]
    return [
        Difference(name, mine.get(name), before.get(name), now.get(name))
        for name in LABELS
        if mine.get(name) != now.get(name)
    ]


def settled(ours: MeetingDraft, theirs: MeetingDraft, take: Container[str]) -> MeetingDraft:
    """Return ours, with these fields as Zoom has them."""
    content = {name: getattr(theirs, name) for name in CONTENT if name in take}
    entrance = {name: getattr(theirs.settings, name) for name in ENTRANCE if name in take}
    return replace(ours, **content, settings=replace(ours.settings, **entrance))

"""Where a meeting stands between us and Zoom, which follows from what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.meeting_changes import ChangedBy, Difference, differences
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.kept_meetings import Bound
    from cpd_desktop.domain.meetings import (
        Kind,
        MeetingDraft,
        MeetingNumber,
        MeetingSettings,
        Rhythm,
    )

GONE = Sentence(
    "meeting", "Zoom does not have this meeting any more. Make it again, or forget it here."
)
UNCLEAR = Sentence(
    "meeting", "Zoom was asked to make this meeting, and whether it did is not known yet."
)
CHANGED_THERE = Sentence("meeting", "The meeting was changed at Zoom. Choose what holds.")


class MeetingState(StrEnum):
    """Where a meeting stands."""

    TO_MAKE = "to make"
    TO_CHANGE = "to change"
    THERE = "there"
    CONFLICT = "conflict"
    LEAVING = "leaving"
    GONE = "gone"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """A meeting as it should be, as Zoom has it, and what lies between.

    Without ``session_id`` it is for all sessions of its event. ``wanted`` is missing where Zoom
    cannot hold the sessions so; ``says`` tells why, or what else keeps it waiting until
    ``next_try``, or until somebody does something. ``to_push`` counts people who are to be
    registered, approved or cancelled there.
    """

    id: int
    event_id: int
    session_id: int | None
    kind: Kind
    rhythm: Rhythm
    settings: MeetingSettings
    wanted: MeetingDraft | None
    seen: MeetingDraft | None
    state: MeetingState
    at: MeetingNumber | None = None
    uuid: str = ""
    host: str = ""
    join_link: str = ""
    registration_link: str = ""
    dates: tuple[Bound, ...] = ()
    differences: tuple[Difference, ...] = ()
    says: Sentence | None = None
    next_try: datetime | None = None
    seats: int = 0
    to_push: int = 0

    @property
    def number(self) -> int | None:
        """Return the number at Zoom."""
        return self.at.number if self.at else None

    @property
    def passcode(self) -> str:
        """Return the passcode, ours or the one that Zoom chose."""
        chosen = self.seen.settings.passcode if self.at and self.seen else ""
        return self.settings.passcode or chosen


def foreign(
    ours: MeetingDraft, seen: MeetingDraft | None, theirs: MeetingDraft
) -> tuple[Difference, ...]:
    """Return what differs at Zoom without our having changed it, or though we have too."""
    found = differences(ours, seen or ours, theirs)
    return tuple(each for each in found if each.changed_by is not ChangedBy.US)

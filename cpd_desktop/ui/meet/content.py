"""What the Meet stage shows of an event, read in one go; nothing here asks Zoom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.meeting_state import MeetingState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.zoom_account import Account
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.inbox import Live
    from cpd_desktop.services.zoom.outcome_rows import Due
    from cpd_desktop.services.zoom.overview import HeldOnce, Overview
    from cpd_desktop.services.zoom.run import Waiting

EARLY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class MeetContent:
    """The meetings of an event, what was held, what waits, and who is in now."""

    event: Event
    cards: Sequence[MeetingCard]
    held: Mapping[int, Sequence[HeldOnce]]
    due: Sequence[Due]
    waiting: Sequence[Waiting]
    live: Live

    def span_at(self, card: MeetingCard, now: datetime) -> tuple[datetime, datetime]:
        """Return the session of a meeting that is on or comes next, else the last."""
        theirs = sorted(self._sessions(card)) or [(self.event.starts, self.event.ends)]
        return next((each for each in theirs if each[1] > now), theirs[-1])

    def is_near(self, card: MeetingCard, now: datetime) -> bool:
        """Say whether it is time to start a meeting."""
        starts, ends = self.span_at(card, now)
        return starts - EARLY <= now < ends

    def has_ended(self, card: MeetingCard, now: datetime) -> bool:
        """Say whether at least one of its sessions is over."""
        return any(ends <= now for _, ends in self._sessions(card))

    def is_over(self, card: MeetingCard, now: datetime) -> bool:
        """Say whether a meeting was held for good; it may run over for a while."""
        return self.span_at(card, now)[1] + EARLY <= now

    def sessions_left(self, now: datetime) -> int:
        """Return how many sessions are to come and have no meeting."""
        those = [each for each in self.cards if each.state is not MeetingState.LEAVING]
        if any(each.session_id is None for each in those):
            return 0
        taken = {each.session_id for each in those}
        return sum(each.ends > now and each.id not in taken for each in self.event.sessions)

    def next_fetch(self, card: MeetingCard) -> Due | None:
        """Return the session of a meeting whose report is read next."""
        return next((each for each in self.due if each.meeting_id == card.id), None)

    def _sessions(self, card: MeetingCard) -> list[tuple[datetime, datetime]]:
        return [
            (each.starts, each.ends)
            for each in self.event.sessions
            if card.session_id in (None, each.id)
        ]


@dataclass(frozen=True, slots=True)
class Connected:
    """How the connection to Zoom stands."""

    account: Account
    offline: bool = False


def overview(services: Services) -> Overview:
    """Return what reads what is kept of meetings."""
    from cpd_desktop.services.zoom.overview import Overview

    return Overview(services.db, services.clock)


def meet_content(services: Services, event: Event) -> MeetContent:
    """Read what the stage shows of an event."""
    return MeetContent(
        event,
        services.meetings.of(event.id),
        overview(services).held(event.id),
        overview(services).due(event.id),
        services.sync.waiting(event.id),
        services.inbox.live(event.id),
    )


def needs_meetings(event: Event) -> bool:
    """Say whether people take part from elsewhere."""
    return event.format is not EventFormat.IN_PERSON


def connected(services: Services) -> Connected:
    """Look how the connection stands; the keychain may keep one waiting, Zoom is not asked."""
    account = services.zoom_account.status()
    return Connected(account, account.is_connected and services.zoom.offline)

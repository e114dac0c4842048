"""Short ways to look at what is here and at Zoom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.zones import moment

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.zoom.meetings import Meetings
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


def only(meetings: Meetings, event: Event) -> MeetingCard:
    (card,) = meetings.of(event.id)
    return card


def at_zoom(server: FakeZoom) -> list[Meeting]:
    return [each for each in server.site.book.meetings.values() if not each.deleted]


def rename(events: Events, event: Event, title: str, **more: Any) -> None:
    events.change(event.id, replace(events.get(event.id).draft(), title=title, **more))


def weekly(count: int) -> list[datetime]:
    first = datetime(2027, 3, 16, 14)  # noqa: DTZ001 - a time on the wall, before summer time
    return [moment(first + timedelta(weeks=each), "Europe/London") for each in range(count)]

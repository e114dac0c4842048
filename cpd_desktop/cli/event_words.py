"""An event as the command answers it, in JSON and in lines."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.rules import rule_content
from cpd_desktop.domain.zones import zone_called

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session


def event_content(event: Event) -> dict[str, Any]:
    """Return an event as JSON."""
    return {
        "id": event.id,
        "title": event.title,
        "status": str(event.status),
        "zone": event.zone,
        "capacity": event.capacity,
        "trashed": event.trashed_at is not None,
        "kind": str(event.kind),
        "format": str(event.format),
        "place": event.place,
        "summary": event.summary,
        "tags": list(event.tags),
        "credit": [str(each) for each in event.credits],
        "minimum": str(event.minimum),
        "preset": event.preset,
        "rule": rule_content(event),
        "price": None if event.price is None else str(event.price),
        "early_price": None if event.early is None else str(event.early.price),
        "early_until": None if event.early is None else str(event.early.until),
        "status_why": event.status_why,
        "sessions": [session_content(each, event.zone) for each in event.sessions],
    }


def local(at: datetime, zone: str) -> str:
    """Return a moment as its zone's clock shows it, with the offset that makes it exact."""
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(zone_called(zone)).isoformat()


def session_content(session: Session, zone: str) -> dict[str, Any]:
    """Return a session as JSON."""
    return {
        "id": session.id,
        "title": session.title,
        "start": local(session.starts, zone),
        "end": local(session.ends, zone),
        "breaks": [[local(at, zone) for at in each] for each in session.breaks],
        "room": session.room,
        "track": session.track,
        "mandatory": session.mandatory,
    }


def event_lines(event: Event) -> list[str]:
    """Return an event as lines for people."""
    trash = ", in the trash" if event.trashed_at else ""
    places = f", {event.capacity} places" if event.capacity else ""
    lines = [f"{event.id}  {event.title} ({event.status}{places}{trash})"]
    for each in event.sessions:
        starts, ends = (at.astimezone(zone_called(event.zone)) for at in (each.starts, each.ends))
        when = f"{starts:%a %d %b %Y %H:%M}-{ends:%H:%M} {event.zone}"
        lines.append(f"    session {each.id}: {when}  {each.title}")
    return lines

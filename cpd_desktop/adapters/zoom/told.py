"""What Zoom tells by itself, in the words of the trade, and nothing that is secret."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.zoom.reading import moment, number, record, text
from cpd_desktop.domain.happenings import News

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.reading import Record


def news_in(body: bytes, now: datetime) -> News | None:
    """Return what a message tells, if it is one; without a time of its own it is of now."""
    try:
        told = record(json.loads(body))
    except ValueError:
        return None
    kind = text(told.get("event"))
    if not kind:
        return None
    about = record(record(told.get("payload")).get("object"))
    content: dict[str, Any] = {
        "number": number(about.get("id")),
        "uuid": text(about.get("uuid")),
    }
    for name, theirs in (("starts", "start_time"), ("ends", "end_time")):
        if found := moment(about.get(theirs)):
            content[name] = found.isoformat()
    at = _stamped(told) or now
    if participant := record(about.get("participant")):
        content["person"] = _participant(participant)
        moments = [moment(participant.get(name)) for name in ("leave_time", "join_time")]
        at = next(filter(None, moments), at)
    if registrant := record(about.get("registrant")):
        content["person"] = _registrant(registrant)
    return News(kind, at, content)


def _stamped(told: Record) -> datetime | None:
    stamp = number(told.get("event_ts"))
    try:
        return datetime.fromtimestamp(stamp / 1000, UTC) if stamp > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _participant(told: Record) -> dict[str, str]:
    """Return who joined or left; Zoom changes ``user_id`` in between, so that it comes last."""
    names = ("participant_uuid", "participant_user_id", "id", "email", "user_name", "user_id")
    return {
        "key": next((text(told.get(name)) for name in names if told.get(name)), ""),
        "name": text(told.get("user_name")),
        "email": text(told.get("email")),
        "registrant": text(told.get("registrant_id")),
    }


def _registrant(told: Record) -> dict[str, str]:
    return {
        "key": text(told.get("id")),
        "name": f"{text(told.get('first_name'))} {text(told.get('last_name'))}".strip(),
        "email": text(told.get("email")),
    }

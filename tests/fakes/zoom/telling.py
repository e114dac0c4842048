"""How Zoom tells of a meeting: in full, in a list, as an invitation."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom.wire import utc

if TYPE_CHECKING:
    from datetime import datetime

    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json


def join_url(meeting: Meeting, site: Site) -> str:
    return f"{site.address}/j/{meeting.id}?pwd={meeting.password}.1"


def brief(meeting: Meeting, site: Site) -> Json:
    """Tell what lists tell: neither settings nor registration."""
    told: Json = {
        "uuid": meeting.uuid,
        "id": meeting.id,
        "host_id": meeting.host.id,
        "topic": meeting.topic,
        "type": meeting.type,
        "duration": meeting.duration,
        "timezone": meeting.timezone,
        "created_at": utc(meeting.created),
        "join_url": join_url(meeting, site),
    }
    if meeting.agenda:
        told["agenda"] = meeting.agenda
    if meeting.start is not None:
        told["start_time"] = utc(meeting.start)
    return told


def upcoming(meeting: Meeting, site: Site, now: datetime) -> list[Json]:
    """Tell every coming occurrence on its own; a meeting at any time is always coming."""
    if meeting.occurrences:
        return [
            brief(meeting, site) | {"start_time": utc(each.start), "duration": each.duration}
            for each in meeting.occurrences
            if each.status == "available" and each.start >= now
        ]
    if meeting.start is not None and meeting.start < now:
        return []
    return [brief(meeting, site)]


def soon(meeting: Meeting, site: Site, now: datetime) -> list[Json]:
    """Tell what comes within a day, in a shape of its own."""
    until = utc(now + timedelta(hours=24))
    shown = ("id", "topic", "type", "start_time", "duration", "timezone", "created_at", "join_url")
    return [
        {key: each[key] for key in shown}
        | {"passcode": meeting.password, "use_pmi": False, "is_host": True, "is_all_day": False}
        for each in upcoming(meeting, site, now)
        if each.get("start_time", "9") <= until
    ]


def previous(meeting: Meeting, site: Site, now: datetime) -> list[Json]:
    return [
        brief(meeting, site) | {"uuid": each.uuid, "start_time": utc(each.start)}
        for each in meeting.instances
        if each.over(now)
    ]


def in_full(meeting: Meeting, site: Site, now: datetime, *, with_previous: bool = False) -> Json:
    running = meeting.running(now)
    told = brief(meeting, site) | {
        "uuid": running.uuid if running else meeting.uuid,
        "host_email": meeting.host.email,
        "agenda": meeting.agenda,
        # A start link holds a key of the host; it is another one every time.
        "start_url": f"{site.address}/s/{meeting.id}?zak={secrets.token_urlsafe(24)}",
        "password": meeting.password,
        "settings": dict(meeting.settings),
        **meeting.more,
    }
    if meeting.webinar:
        told["encrypted_passcode"] = f"{meeting.password}.1"
    else:
        told["encrypted_password"] = f"{meeting.password}.1"
        told["status"] = "started" if running else "waiting"
    if meeting.takes_registrations:
        told["registration_url"] = f"{site.address}/meeting/register/{meeting.id}"
    if meeting.recurrence:
        told["recurrence"] = dict(meeting.recurrence)
    if meeting.occurrences:
        told["occurrences"] = [
            each.shown() for each in meeting.occurrences if with_previous or each.start >= now
        ]
    return told


def invitation(meeting: Meeting, site: Site) -> Json:
    when = utc(meeting.start) if meeting.start else "any time"
    lines = (
        f"{meeting.host.display_name} is inviting you to a scheduled Zoom meeting.",
        "",
        f"Topic: {meeting.topic}",
        f"Time: {when} {meeting.timezone}",
        "",
        "Join Zoom Meeting",
        join_url(meeting, site),
        "",
        f"Meeting ID: {meeting.id}",
        f"Passcode: {meeting.password}",
    )
    return {"invitation": "\r\n".join(lines), "sip_links": [f"{meeting.id}@zoomcrc.com"]}

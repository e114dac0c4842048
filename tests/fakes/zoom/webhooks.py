"""Tells an address of the app what happened, signed as Zoom signs it."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.fakes.zoom.wire import utc

if TYPE_CHECKING:
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

# Zoom counts what has not been answered by then as not delivered.
PATIENCE = 3.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the address answered."""

    status: int
    body: bytes

    @property
    def arrived(self) -> bool:
        return self.status in {200, 204}


@dataclass(frozen=True, slots=True)
class Hook:
    """One subscription: an address, and the secret that both sides know."""

    site: Site
    address: str
    secret: str

    def validate(self) -> bool:
        """Ask the address to prove that it knows the secret, as Zoom does before it sends."""
        plain = secrets.token_urlsafe(16)
        delivery = self.post(self._body("endpoint.url_validation", {"plainToken": plain}))
        try:
            answer = json.loads(delivery.body)
        except ValueError:
            return False
        return bool(
            delivery.arrived
            and answer == {"plainToken": plain, "encryptedToken": _hex(self.secret, plain.encode())}
        )

    def tell(self, event: str, meeting_id: int, **about: Any) -> Delivery:
        """Send an event about a meeting; `about` is `participant=`, `registrant=` and the like."""
        return self.post(self.event(event, meeting_id, **about))

    def event(self, event: str, meeting_id: int, **about: Any) -> bytes:
        """Write the body of an event; the same bytes may be posted again."""
        meeting = self.site.book.meetings[meeting_id]
        told = _object(event, meeting, self.site) | about
        payload: Json = {"account_id": meeting.host.account_id, "object": told}
        more = {"download_token": secrets.token_urlsafe(24)} if "recording" in event else {}
        return self._body(event, payload, **more)

    def headers(self, body: bytes) -> dict[str, str]:
        stamp = str(int(self.site.clock().timestamp()))
        signed = _hex(self.secret, b"v0:" + stamp.encode() + b":" + body)
        return {
            "Content-Type": "application/json; charset=utf-8",
            "x-zm-request-timestamp": stamp,
            "x-zm-signature": f"v0={signed}",
        }

    def post(self, body: bytes, headers: dict[str, str] | None = None) -> Delivery:
        """Post bytes, signed now unless other headers are given."""
        place = urlsplit(self.address)
        connection = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
        try:
            connection.request("POST", place.path or "/", body, headers or self.headers(body))
            answer = connection.getresponse()
            return Delivery(answer.status, answer.read())
        finally:
            connection.close()

    def _body(self, event: str, payload: Json, **more: Any) -> bytes:
        stamp = int(self.site.clock().timestamp() * 1000)
        return json.dumps({"event": event, "event_ts": stamp, "payload": payload, **more}).encode()


def _object(event: str, meeting: Meeting, site: Site) -> Json:
    now = site.clock()
    running = meeting.running(now)
    held = running or (meeting.instances[-1] if meeting.instances else None)
    # Meetings are numbered in words, recordings and registrations in figures.
    in_figures = "recording" in event or "registration" in event
    told: Json = {
        "id": meeting.id if in_figures else str(meeting.id),
        "uuid": held.uuid if held else meeting.uuid,
        "host_id": meeting.host.id,
        "topic": meeting.topic,
        "type": meeting.type,
        "duration": meeting.duration,
        "timezone": meeting.timezone,
    }
    begun = held.start if held else meeting.start
    if begun is not None:
        told["start_time"] = utc(begun)
    if event.endswith(".ended") and held is not None and held.end is not None:
        told["end_time"] = utc(held.end)
    if event == "recording.completed" and held is not None:
        told["recording_files"] = held.recordings
    return told


def _hex(secret: str, content: bytes) -> str:
    return hmac.new(secret.encode(), content, hashlib.sha256).hexdigest()

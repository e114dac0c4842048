"""Events as Stripe signs them for an address of the app."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from datetime import datetime

    from tests.fakes.stripe.wire import Json
    from tests.fakes.zoom.wire import Now

PATIENCE = 5.0
SECRET = "whsec_0123456789abcdef0123456789abcdef"


def body_of(event: Json) -> bytes:
    return json.dumps(event, indent=2).encode()


def signature(body: bytes, at: datetime, secret: str = SECRET) -> str:
    stamp = str(int(at.timestamp()))
    signed = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={signed},v0={'0' * 64}"


@dataclass(frozen=True, slots=True)
class Hook:
    """One destination of events: an address, and the secret that both sides know."""

    address: str
    now: Now
    secret: str = SECRET

    def tell(self, event: Json) -> int:
        """Post an event, signed now; returns the status that was answered."""
        body = body_of(event)
        place = urlsplit(self.address)
        connection = HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": signature(body, self.now(), self.secret),
        }
        try:
            connection.request("POST", place.path or "/", body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

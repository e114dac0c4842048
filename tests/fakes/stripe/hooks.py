"""Events as Stripe signs them for an address of the app."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from tests.fakes.stripe.wire import Json

SECRET = "whsec_0123456789abcdef0123456789abcdef"


def body_of(event: Json) -> bytes:
    return json.dumps(event, indent=2).encode()


def signature(body: bytes, at: datetime, secret: str = SECRET) -> str:
    stamp = str(int(at.timestamp()))
    signed = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={stamp},v1={signed},v0={'0' * 64}"

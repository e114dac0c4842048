"""Whether a message that claims to be from Stripe is, judged on its bytes as they came."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.zoom.reading import record
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.stripe.objects import Happening

WINDOW: Final = timedelta(minutes=5)

NO_SECRET = Sentence("stripe", "There is no signing secret yet to check messages from Stripe with.")
NOT_SIGNED = Sentence("stripe", "A message was not signed by Stripe and was left unread.")
TOO_OLD = Sentence(
    "stripe",
    "A message from Stripe bears another time than this computer's clock and was left unread.",
)
NO_EVENT = Sentence("stripe", "A message from Stripe tells of no event and was left unread.")


def event_in(
    payload: bytes, header: str, secret: Secret, now: datetime, *, window: timedelta = WINDOW
) -> Happening:
    """Return what a signed message tells of; raises ``NotAllowed`` for any other.

    While a secret is renewed, Stripe signs with the old and the new one: either is enough.
    """
    if not secret.reveal():
        raise NotAllowed(NO_SECRET)
    parts = [part.partition("=")[::2] for part in header.split(",")]
    stamps = [value for name, value in parts if name.strip() == "t"]
    stamp = stamps[0] if len(stamps) == 1 else ""
    expected = hmac.new(
        secret.reveal().encode(), stamp.encode() + b"." + payload, hashlib.sha256
    ).hexdigest()
    signatures = [value for name, value in parts if name.strip() == "v1"]
    if not any(hmac.compare_digest(expected.encode(), each.encode()) for each in signatures):
        raise NotAllowed(NOT_SIGNED)
    if not (stamp.isascii() and stamp.isdecimal()) or (
        abs(now.timestamp() - int(stamp)) > window.total_seconds()
    ):
        raise NotAllowed(TOO_OLD)
    return _event(payload)


def _event(payload: bytes) -> Happening:
    try:
        found = record(json.loads(payload))
    except (ValueError, RecursionError):
        found = {}
    if found.get("object") != "event":
        raise NotAllowed(NO_EVENT)
    return told.happening(found)

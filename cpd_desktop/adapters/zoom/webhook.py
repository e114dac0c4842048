"""Whether a message that claims to be from Zoom is, judged on its bytes as they came."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.reading import record, text
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.secret import Secret

WINDOW: Final = timedelta(minutes=5)
VALIDATION: Final = "endpoint.url_validation"

NO_SECRET = Sentence("zoom", "There is no secret token yet to check messages from Zoom with.")
NOT_SIGNED = Sentence("zoom", "A message was not signed by Zoom and was left unread.")
TOO_OLD = Sentence(
    "zoom", "A message from Zoom bears another time than this computer's clock and was left unread."
)


def require_genuine(
    secret: Secret, *, signature: str, timestamp: str, body: bytes, now: datetime
) -> None:
    """Raise ``NotAllowed`` unless Zoom signed these very bytes, within minutes of now."""
    if not secret.reveal():
        raise NotAllowed(NO_SECRET)
    expected = "v0=" + _signed(secret, b"v0:" + timestamp.encode() + b":" + body)
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise NotAllowed(NOT_SIGNED)
    if not timestamp.isdecimal() or abs(now.timestamp() - int(timestamp)) > WINDOW.total_seconds():
        raise NotAllowed(TOO_OLD)


def validation_answer(secret: Secret, body: bytes) -> bytes | None:
    """Return what to answer when Zoom asks whether the address is ours; nothing for other mail."""
    try:
        told = record(json.loads(body))
    except ValueError:
        return None
    if told.get("event") != VALIDATION:
        return None
    plain = text(record(told.get("payload")).get("plainToken"))
    answer = {"plainToken": plain, "encryptedToken": _signed(secret, plain.encode())}
    return json.dumps(answer).encode()


def _signed(secret: Secret, content: bytes) -> str:
    return hmac.new(secret.reveal().encode(), content, hashlib.sha256).hexdigest()

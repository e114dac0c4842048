"""Asks for the release note over the network and believes it only if our key signed it."""

from __future__ import annotations

import base64
import binascii
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import NotAllowed, Unavailable
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.release_notes import LARGEST, ReleaseNote, read_note
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from requests import Response

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.network_log import NetworkLog

PATIENCE: Final = (5.0, 10.0)  # seconds to connect, and between two bytes
OK: Final = 200
FIRST_LINE: Final = b"cpd-desktop-release-note 1\n"
_SIGNATURE: Final = 88  # letters

NO_ANSWER = Sentence("updates", "The release note cannot be fetched: {reason}.")
NO_ANSWER_ADVICE = Sentence(
    "updates", "Try again when this computer is online, or look at the address in the settings."
)
NOT_OURS = Sentence("updates", "What came is not a release note of CPD Desktop; it was ignored.")
NOT_OURS_ADVICE = Sentence(
    "updates",
    "Somebody may have altered it on its way, or the address is another one. Nothing was changed.",
)


@dataclass(frozen=True, slots=True)
class SignedReleaseNotes:
    """Reads notes that carry a signature (Ed25519) by the key that came with the application."""

    public_key: Path
    log: NetworkLog
    clock: Clock

    def latest(self, address: str) -> ReleaseNote:
        """Return the note at this address; raises ``Unavailable`` or ``NotAllowed``."""
        content = self._fetched(address)
        try:
            return read_signed(content, self.public_key.read_bytes())
        except ValueError:
            raise NotAllowed(NOT_OURS, NOT_OURS_ADVICE) from None

    def _fetched(self, address: str) -> bytes:
        import requests

        began, at, status, outcome = time.monotonic(), self.clock.now(), None, ""
        try:
            # Nothing is told of who asks, not even the version.
            with requests.get(
                address,
                headers={"User-Agent": "CPD-Desktop", "Accept": "text/plain"},
                timeout=PATIENCE,
                allow_redirects=False,
                stream=True,
            ) as answer:
                status = answer.status_code
                return _body(answer)
        except requests.RequestException as error:
            outcome = type(error).__name__
            raise Unavailable(NO_ANSWER.filled(reason=outcome), NO_ANSWER_ADVICE) from None
        finally:
            took = time.monotonic() - began
            self.log.note(NetworkCall(at, "Updates", "GET", address, status, took, outcome))


def signed(note: bytes, key: Ed25519PrivateKey) -> bytes:
    """Return a note with its signature; raises ``ValueError`` if it is none."""
    read_note(note)
    return FIRST_LINE + base64.b64encode(key.sign(FIRST_LINE + note)) + b"\n" + note


def read_signed(content: bytes, public_key: bytes) -> ReleaseNote:
    """Return a note that this key signed; raises ``ValueError`` for any other."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = load_pem_public_key(public_key)
    head, note = content[: len(FIRST_LINE)], content[len(FIRST_LINE) + _SIGNATURE + 1 :]
    try:
        signature = base64.b64decode(content[len(head) :][:_SIGNATURE], validate=True)
        if not isinstance(key, Ed25519PublicKey) or head != FIRST_LINE:
            msg = "not signed as ours are"
            raise ValueError(msg)
        key.verify(signature, head + note)
    except (binascii.Error, InvalidSignature) as error:
        msg = "not signed by this key"
        raise ValueError(msg) from error
    return read_note(note)


def _body(answer: Response) -> bytes:
    if answer.status_code != OK:
        reason = f"HTTP {answer.status_code}"
        raise Unavailable(NO_ANSWER.filled(reason=reason), NO_ANSWER_ADVICE)
    body = b""
    for piece in answer.iter_content(LARGEST):
        body += piece
        if len(body) > 2 * LARGEST:
            raise NotAllowed(NOT_OURS, NOT_OURS_ADVICE)
    return body

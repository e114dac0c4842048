"""Asks a time stamp service (RFC 3161) for a stamp; it is told a hash and nothing else."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.trust.stamped_pdf import Room, room_for_stamp
from cpd_desktop.adapters.trust.time_token import NotGranted, question, read_time_token, token_in
from cpd_desktop.domain.errors import Damaged, NotAllowed, Unavailable
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from requests import Response

    from cpd_desktop.domain.certificates.time_stamp import TimeStamp
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.network_log import NetworkLog

PATIENCE: Final = (10.0, 30.0)  # seconds to connect, and between two bytes
LARGEST: Final = 64_000
OK: Final = 200
_KIND = "application/timestamp-query"

NO_ANSWER = Sentence("certificates", "The time stamp service cannot be reached: {reason}.")
NO_ANSWER_ADVICE = Sentence(
    "certificates",
    "The certificates are issued and count as they are. Time stamps that came are kept; add the "
    "others when this computer is online.",
)
REFUSED = Sentence("certificates", "The time stamp service refused: {reason}.")
REFUSED_ADVICE = Sentence(
    "certificates",
    "The certificates count as they are. Look at the address of the service in the settings.",
)
NOT_SOUND = Sentence("certificates", "What the time stamp service sent is no stamp of this file.")
NOT_OURS = Sentence("certificates", "The file or its time stamp is not as it was made.")


@dataclass(frozen=True, slots=True)
class TimeStamper:
    """Gets stamps over the network, and puts them behind files."""

    log: NetworkLog
    clock: Clock

    def stamp(self, issued: bytes, address: str) -> bytes:
        """Return a token for a copy of the file; raises ``Unavailable`` or ``NotAllowed``."""
        room, nonce = _room(issued), secrets.randbits(63)
        reply = self._reply(address, question(room.digest, nonce))
        try:
            return token_in(reply, room.digest, nonce)
        except NotGranted as refused:
            raise NotAllowed(REFUSED.filled(reason=str(refused)[:200]), REFUSED_ADVICE) from None
        except ValueError:
            raise Unavailable(NOT_SOUND, REFUSED_ADVICE) from None

    def read(self, issued: bytes, token: bytes) -> TimeStamp:
        """Return what a token says of the file; raises ``Damaged`` if it is not of it."""
        try:
            return read_time_token(token, _room(issued).digest)
        except ValueError:
            raise Damaged(NOT_OURS) from None

    def stamped(self, issued: bytes, token: bytes) -> bytes:
        """Return a copy of the file with the token after it."""
        return _room(issued).filled(token)

    def _reply(self, address: str, asked: bytes) -> bytes:
        import requests

        began, at, status, outcome = time.monotonic(), self.clock.now(), None, ""
        try:
            # Its own connection each time: stamps are rare, and nobody is to be recognised by one.
            with requests.post(
                address,
                data=asked,
                headers={"Content-Type": _KIND},
                timeout=PATIENCE,
                allow_redirects=False,
                stream=True,
            ) as answer:
                status = answer.status_code
                return _body(answer)
        except requests.RequestException as error:
            outcome = type(error).__name__
            says = NO_ANSWER.filled(reason=outcome)
            raise Unavailable(says, NO_ANSWER_ADVICE) from None
        finally:
            took = time.monotonic() - began
            call = NetworkCall(at, "Time stamps", "POST", address, status, took, outcome)
            self.log.note(call)


def _room(issued: bytes) -> Room:
    try:
        return room_for_stamp(issued)
    except ValueError:
        raise Damaged(NOT_OURS) from None


def _body(answer: Response) -> bytes:
    if answer.status_code != OK:
        says = NO_ANSWER.filled(reason=f"HTTP {answer.status_code}")
        raise Unavailable(says, REFUSED_ADVICE)
    body = b""
    for piece in answer.iter_content(LARGEST):
        body += piece
        if len(body) > LARGEST:
            raise Unavailable(NOT_SOUND, REFUSED_ADVICE)
    return body

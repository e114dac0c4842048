"""Carries what the library asks to Stripe: with patience, a few more tries, and a line in the log.

The library has a carrier of its own, but that waits without end, tells Stripe about this computer
and cannot be stopped.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.web_calls import Sessions, never_sent
from cpd_desktop.adapters.zoom.limits import Backoff
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.stripe.errors import StripeSilent, StripeUnclear
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import PreparedRequest, Response

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.network_log import NetworkLog

PATIENCE: Final = (10.0, 60.0)  # seconds to connect, and between two bytes
BACKOFF: Final = Backoff(first=0.5, longest=8.0, tries=4)
LONGEST_WAIT: Final = timedelta(seconds=60)
MOVED, REFUSED, IN_USE, TOO_MANY, BROKEN, PORTAL = 300, 400, 409, 429, 500, 511
# The library adds what computer this is; Stripe needs no more than these.
SENT: Final = frozenset({"Authorization", "Content-Type", "Idempotency-Key", "Stripe-Version"})

NO_WAY = Sentence("stripe", "Stripe cannot be reached.")
NOT_PRIVATE = Sentence(
    "stripe",
    "The connection to Stripe is not private: somebody in between shows a certificate of their "
    "own. Nothing was sent.",
)
ELSEWHERE = Sentence(
    "stripe",
    "Something else than Stripe answered: the network here wants you to sign in or to agree first.",
)
LOST = Sentence("stripe", "The connection was lost before Stripe said whether it did this.")

Answer = tuple[bytes, int, "Mapping[str, str]"]


@dataclass(frozen=True, slots=True)
class Timing:
    """Where time, chance and patience come from."""

    now: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    patience: tuple[float, float] = PATIENCE
    backoff: Backoff = BACKOFF


@dataclass(frozen=True, slots=True)
class Wire:
    """What the library calls to send a request; it may be called from any thread."""

    log: NetworkLog
    clock: Clock
    pause: Callable[[float], None]
    timing: Timing = field(default_factory=Timing)
    sessions: Sessions = field(default_factory=Sessions)
    name: str = "cpd"

    def request_with_retries(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        post_data: Any = None,
        **_more: object,
    ) -> Answer:
        """Ask until Stripe says yes or no; raises ``StripeSilent`` or ``StripeUnclear``.

        Asking again is safe: whatever changes something bears the key of its operation.
        """
        kept = {name: value for name, value in headers.items() if name in SENT}
        attempt, reached = 0, False
        while True:
            last = attempt + 1 >= self.timing.backoff.tries
            wait = self.timing.backoff.wait(attempt, self.timing.chance())
            try:
                answer = self._sent(method, url, kept, post_data)
            except StripeSilent:
                if reached and method != "get":
                    raise StripeUnclear(LOST) from None
                raise
            except OSError as error:  # every failure of the library underneath is one
                reached = reached or not never_sent(error)
                if last or _not_private(error):
                    raise _lost(error, unclear=reached and method != "get") from None
            else:
                reached = True
                if last or not _again(answer):
                    return answer
                wait = max(wait, _told_wait(answer[2]))
                if wait > LONGEST_WAIT.total_seconds():
                    return answer
            self.pause(wait)
            attempt += 1

    def _sent(self, method: str, url: str, headers: Mapping[str, str], body: Any) -> Answer:
        began, at, status, outcome = self.timing.now(), self.clock.now(), None, ""
        try:
            with self.sessions.lent() as session:
                answer = session.request(
                    method,
                    url,
                    headers=headers,
                    data=body,
                    auth=_as_it_is,
                    timeout=self.timing.patience,
                    allow_redirects=False,
                )
            status = answer.status_code
        except OSError as error:
            outcome = type(error).__name__
            raise
        else:
            if not _from_elsewhere(answer):
                return answer.content, status, answer.headers
            outcome = "not Stripe"
            raise StripeSilent(ELSEWHERE)
        finally:
            took = self.timing.now() - began
            self.log.note(NetworkCall(at, "Stripe", method.upper(), url, status, took, outcome))


def _as_it_is(request: PreparedRequest) -> PreparedRequest:
    """Leave the signature alone; without this, a ``.netrc`` of the user would take its place."""
    return request


def _from_elsewhere(answer: Response) -> bool:
    """Say whether a captive portal or a filter answered: Stripe tells nothing but objects."""
    status = answer.status_code
    if status == PORTAL:
        return True
    if status >= BROKEN or status == TOO_MANY:
        return False
    if MOVED <= status < REFUSED:
        return True
    return answer.content.lstrip()[:1] != b"{"


def _again(answer: Answer) -> bool:
    """Say whether asking again may help; Stripe sometimes says so itself."""
    _, status, headers = answer
    told = headers.get("Stripe-Should-Retry", "")
    if told in {"true", "false"}:
        return told == "true"
    return status in {IN_USE, TOO_MANY} or status >= BROKEN


def _told_wait(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After", "")
    return float(told) if told.isascii() and told.isdecimal() else 0.0


def _not_private(error: OSError) -> bool:
    from requests.exceptions import SSLError

    return isinstance(error, SSLError)


def _lost(error: OSError, *, unclear: bool) -> StripeSilent | StripeUnclear:
    if unclear:
        return StripeUnclear(LOST)
    return StripeSilent(NOT_PRIVATE if _not_private(error) else NO_WAY)

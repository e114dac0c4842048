"""One call to Zoom: paced, signed, tried again where that is safe, logged, and put into words."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.web_calls import Sessions, never_sent
from cpd_desktop.adapters.zoom.errors import GARBLED, meant, portal, refused_token
from cpd_desktop.adapters.zoom.limits import Backoff, Circuit, Label, Pace, told_wait
from cpd_desktop.adapters.zoom.reading import text
from cpd_desktop.adapters.zoom.reply import MOVED, SERVER_ERROR, TOO_MANY, Reply, from_elsewhere
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import Offline, Unclear

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import PreparedRequest
    from requests.exceptions import RequestException

    from cpd_desktop.adapters.zoom.access import Access
    from cpd_desktop.adapters.zoom.day_counts import Allowance, DayCounts
    from cpd_desktop.adapters.zoom.limits import Pause
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.network_log import NetworkLog

PATIENCE: Final = (10.0, 60.0)  # seconds to connect, and between two bytes
BACKOFF: Final = Backoff()
LONGEST_WAIT: Final = timedelta(seconds=90)

NO_WAY = Sentence("zoom", "Zoom cannot be reached.")
NOT_PRIVATE = Sentence(
    "zoom", "The connection to Zoom is not private: somebody in between shows a certificate of "
    "their own.",
)  # fmt: skip
NOT_PRIVATE_ADVICE = Sentence(
    "zoom",
    "Nothing was sent. See that this computer's clock is right, and in the browser whether the "
    "network wants you to sign in; or use another network.",
)
LOST = Sentence("zoom", "The connection was lost before Zoom said whether it did this.")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to ask of Zoom; ``path`` is encoded already."""

    method: str
    path: str
    label: Label
    query: Mapping[str, str | int] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    uses: tuple[Allowance, ...] = ()

    @property
    def repeatable(self) -> bool:
        """Say whether asking twice does no more than asking once."""
        return self.method != "POST"


@dataclass(frozen=True, slots=True)
class Timing:
    """Where a client gets time, chance and patience from."""

    now: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    backoff: Backoff = BACKOFF
    patience: tuple[float, float] = PATIENCE


class Client:
    """Asks Zoom, from any thread. Raises the errors of ``services.zoom.ports.Zoom``."""

    def __init__(
        self,
        access: Access,
        *,
        pace: Pace,
        counts: DayCounts,
        log: NetworkLog,
        clock: Clock,
        timing: Timing | None = None,
    ) -> None:
        self.access = access
        self.pace = pace
        self.counts = counts
        self._timing = timing or Timing()
        self.circuit = Circuit(self._timing.now)
        self._log = log
        self._clock = clock
        self._sessions = Sessions()

    def close(self) -> None:
        """Close all connections."""
        self._sessions.close()

    def ask(self, call: Call, pause: Pause) -> Reply:
        """Return the answer; waits through ``pause``, which may raise to stop it."""
        self.counts.require(*call.uses)
        try:
            reply = self._answer(call, pause)
        except Unclear:
            self.counts.add(*call.uses)
            raise
        self.counts.add(*call.uses)
        if reply.status >= MOVED:
            raise meant(reply)
        return reply

    def _answer(self, call: Call, pause: Pause) -> Reply:
        """Ask until Zoom says yes or no, as often as that is safe and worth it."""
        token, renewed, attempt = self.access.token(), False, 0
        while True:
            self.circuit.enter()
            pause(self.pace.take(call.label))
            reply = self._tried(call, token, last=attempt + 1 >= self._timing.backoff.tries)
            if reply is None:
                pause(self._wait(attempt))
            elif reply.status == TOO_MANY:
                self._wait_as_told(reply, attempt, pause)
            elif refused_token(reply) and not renewed:
                token, renewed = self.access.refused(token), True
                continue
            else:
                return reply
            attempt += 1

    def _tried(self, call: Call, token: Secret, *, last: bool) -> Reply | None:
        """Return what Zoom says, or nothing if it is to be asked again."""
        from requests.exceptions import RequestException, SSLError

        try:
            reply = self._sent(call, token)
        except RequestException as error:
            self.circuit.failed()
            safe = call.repeatable or never_sent(error)
            if last or not safe or isinstance(error, SSLError):
                raise (_no_answer(error) if safe else Unclear(LOST)) from None
            return None
        if reply.status < SERVER_ERROR and not reply.garbled and not from_elsewhere(reply):
            self.circuit.answered()
            return reply
        self.circuit.failed()
        if from_elsewhere(reply):
            raise portal()
        if not call.repeatable:
            raise Unclear(LOST)
        if last:
            raise meant(reply)
        return None

    def _wait(self, attempt: int) -> float:
        return self._timing.backoff.wait(attempt, self._timing.chance())

    def _wait_as_told(self, reply: Reply, attempt: int, pause: Pause) -> None:
        """Wait out a short limit; raises ``TooOften`` for a long one, or if it never ends."""
        now = self._clock.now()
        told = told_wait(reply.headers, text(reply.told.get("message")), now)
        wait = timedelta(seconds=self._wait(attempt)) if told is None else told
        if wait > LONGEST_WAIT or attempt + 1 >= self._timing.backoff.tries:
            raise meant(reply, None if told is None else now + told)
        # Not all of us at the same moment, and not a moment too early.
        pause(wait.total_seconds() + self._timing.chance())

    def _sent(self, call: Call, token: Secret) -> Reply:
        address = f"{self.access.api}{call.path}"
        began, at, status, outcome = self._timing.now(), self._clock.now(), None, ""
        try:
            with self._sessions.lent() as session:
                answer = session.request(
                    call.method,
                    address,
                    params=dict(call.query),
                    json=call.body,
                    auth=_Bearer(token),
                    timeout=self._timing.patience,
                    allow_redirects=False,
                )
            status = answer.status_code
            return Reply(status, answer.headers, answer.content, address)
        except Exception as error:
            outcome = type(error).__name__
            raise
        finally:
            asked = "&".join(f"{name}=" for name in call.query)
            shown = f"{address}?{asked}" if asked else address
            took = self._timing.now() - began
            self._log.note(NetworkCall(at, "Zoom", call.method, shown, status, took, outcome))


class _Bearer:
    """Signs a request. As a header alone, a ``.netrc`` of the user would take its place."""

    def __init__(self, token: Secret) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token.reveal()}"
        return request


def _no_answer(error: RequestException) -> Offline:
    from requests.exceptions import ChunkedEncodingError, ContentDecodingError, SSLError

    if isinstance(error, SSLError):
        return Offline(NOT_PRIVATE, NOT_PRIVATE_ADVICE)
    broken = isinstance(error, (ChunkedEncodingError, ContentDecodingError))
    return Offline(GARBLED if broken else NO_WAY)

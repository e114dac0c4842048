"""Carries mail to a provider over the web, and says what became of each."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from cpd_desktop.domain.errors import CpdError, NeedsSignIn, Unavailable
from cpd_desktop.domain.messages import refusals
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.ports import Delivery

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from requests import Response, Session

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.messages.ports import Parcel

PATIENCE: Final = (10.0, 60.0)  # seconds to connect, and between two bytes
NOT_YET = Sentence("mail refusal", "Nothing was sent. What waits goes once this is put right.")
TAKEN = Sentence("mail refusal", "{server} took it: {words}")

OK, REDIRECTS, BAD, UNSIGNED, FORBIDDEN, TOO_LARGE, TOO_MANY, BROKEN, CLOSED = (
    200, 300, 400, 401, 403, 413, 429, 500, 503,
)  # fmt: skip
_MEGABYTE: Final = 1_000_000
_LONGEST_WAIT: Final = 24 * 3600
_USUAL_WAIT: Final = 60


class Access(Protocol):
    """Gives out what a provider lets a call pass by."""

    def token(self) -> Secret:
        """Return one that is good for a while; raises ``NeedsSignIn`` or ``Unavailable``."""

    def refused(self, token: Secret) -> Secret:
        """Return another than this one; raises ``NeedsSignIn`` or ``Unavailable``."""


class Call(NamedTuple):
    """A question to a provider."""

    method: str
    address: str
    headers: dict[str, str]
    body: bytes = b""


class Said(NamedTuple):
    """What a provider answered: the name of its refusal, if it has one, and its words."""

    name: str
    words: str


class Dialect(Protocol):
    """How one provider is spoken to."""

    @property
    def server(self) -> str:
        """Return who it is, for people."""

    def greeting(self, token: Secret) -> Call | None:
        """Return what is asked to see whether it lets us in, if anything is."""

    def letter(self, parcel: Parcel, token: Secret) -> Call:
        """Return what hands a mail over."""

    def said(self, content: Any) -> Said:
        """Return what its answer says, from JSON of whatever form."""

    def ends(self, said: Said) -> bool:
        """Say whether a refusal is meant for the account, so that all others would get it too."""


@dataclass(slots=True)
class WebPostman:
    """Carries messages of one account; ``waits`` knows until when which account has to wait."""

    account: MailAccount
    access: Access
    dialect: Dialect
    noted: Callable[[str, str, int | None, float, str], None]
    waits: MutableMapping[int, float] = field(default_factory=dict)
    now: Callable[[], float] = time.monotonic
    patience: tuple[float, float] = PATIENCE
    _session: Session | None = field(default=None, init=False, repr=False)
    _token: Secret | None = field(default=None, init=False, repr=False)

    @property
    def is_ready(self) -> bool:
        """Say whether the next message can be handed over at once."""
        return self._session is not None and self._token is not None

    def connect(self) -> None:
        """Get ready, signed in; see the port."""
        self.close()
        left = self.waits.get(self.account.id, 0.0) - self.now()
        if left > 0:
            raise Unavailable(self._says(refusals.WAIT, seconds=round(left) + 1), NOT_YET)
        self._token = self.access.token()
        self._session = _session()
        greeting = self.dialect.greeting(self._token)
        if greeting is not None:
            self._greet(self._session, greeting)

    def announce(self, parcel: Parcel) -> None:
        """Do nothing: one call hands a message over, and cannot be taken back."""

    def hand_over(self, parcel: Parcel) -> Delivery:
        """Hand one message over; see the port."""
        largest, size = self.account.largest, len(parcel.content)
        if size > largest > 0:
            told = {"size": f"{size / _MEGABYTE:.1f}", "most": f"{largest / _MEGABYTE:g}"}
            return Delivery(Outcome.REFUSED, self._says(refusals.LARGEST, **told))
        if self._session is None or self._token is None:
            return Delivery(Outcome.LATER, self._says(refusals.LOST))
        came = self._handed_over(self._session, parcel, self._token)
        if came is None:  # refused before it was looked at: it is asked once more, signed in anew
            try:
                self._token = self.access.refused(self._token)
            except CpdError as error:
                self._token = None
                return Delivery(Outcome.LATER, error.says, ends=True)
            came = self._handed_over(self._session, parcel, self._token)
        if came is None:
            self._token = None
            return Delivery(Outcome.LATER, self._says(refusals.SIGN_IN_OVER), ends=True)
        return came

    def close(self) -> None:
        """Let go of the connection; see the port."""
        if self._session is not None:
            self._session.close()
        self._session = self._token = None

    def _greet(self, session: Session, greeting: Call) -> None:
        from requests import RequestException

        try:
            answer = self._asked(session, greeting)
        except RequestException as error:
            self.close()
            raise Unavailable(self._unreachable(error), NOT_YET) from error
        if answer.status_code in (UNSIGNED, FORBIDDEN):
            self.close()
            says = self._says(refusals.KEY, words=refusals.server_words(self._said(answer).words))
            raise NeedsSignIn(says, NOT_YET)
        if answer.status_code != OK:
            self.close()
            raise Unavailable(self._refusal(answer), NOT_YET)

    def _handed_over(self, session: Session, parcel: Parcel, token: Secret) -> Delivery | None:
        """Return what came of it, or nothing where the token was refused."""
        from requests import RequestException

        try:
            answer = self._asked(session, self.dialect.letter(parcel, token))
        except RequestException as error:
            if _never_sent(error):
                return Delivery(Outcome.LATER, self._unreachable(error))
            return Delivery(Outcome.UNCERTAIN, self._says(refusals.UNKNOWN_FATE))
        return None if answer.status_code == UNSIGNED else self._delivery(answer)

    def _delivery(self, answer: Response) -> Delivery:
        status = answer.status_code
        if status < REDIRECTS:
            words = self._said(answer).words or str(status)
            return Delivery(Outcome.SENT, self._says(TAKEN, words=refusals.server_words(words)))
        if status == TOO_MANY:
            return self._must_wait(answer)
        if status >= BROKEN:
            return self._broken(answer)
        if status < BAD:  # moved elsewhere, where no mail of ours belongs
            return Delivery(Outcome.LATER, self._says(refusals.NOT_THEM), ends=True)
        said, says = self._said(answer), self._refusal(answer)
        if says.template == refusals.TOO_MANY.template:
            return Delivery(Outcome.LATER, says, ends=True)
        return Delivery(Outcome.REFUSED, says, self.dialect.ends(said))

    def _broken(self, answer: Response) -> Delivery:
        if answer.status_code == CLOSED:
            return Delivery(Outcome.LATER, self._refusal(answer))
        # It may have been sent before it broke.
        return Delivery(Outcome.UNCERTAIN, self._says(refusals.UNKNOWN_FATE))

    def _must_wait(self, answer: Response) -> Delivery:
        told = answer.headers.get("Retry-After", "")
        seconds = min(int(told), _LONGEST_WAIT) if told.isdecimal() else _USUAL_WAIT
        self.waits[self.account.id] = self.now() + seconds
        return Delivery(Outcome.LATER, self._says(refusals.WAIT, seconds=seconds), ends=True)

    def _refusal(self, answer: Response) -> Sentence:
        said, status = self._said(answer), answer.status_code
        words = f"{said.name} {said.words}".strip()
        if status == TOO_LARGE:
            return self._says(refusals.TOO_LARGE, words=refusals.server_words(words))
        if status == FORBIDDEN and re.search(r"scope|AccessDenied|permission", words):
            return self._says(refusals.NOT_GRANTED, words=refusals.server_words(words))
        return refusals.of_answer(self.dialect.server, status, words, self.account.sender)

    def _said(self, answer: Response) -> Said:
        try:
            return self.dialect.said(answer.json())
        except (ValueError, AttributeError, TypeError):
            return Said("", "")

    def _asked(self, session: Session, call: Call) -> Response:
        from requests import RequestException

        began, status, trouble = time.monotonic(), None, ""
        try:
            answer = session.request(
                call.method,
                call.address,
                data=call.body or None,
                headers=call.headers,
                timeout=self.patience,
                allow_redirects=False,
            )
            status = answer.status_code
        except RequestException as error:
            trouble = type(error).__name__
            raise
        finally:
            self.noted(call.method, call.address, status, time.monotonic() - began, trouble)
        return answer

    def _unreachable(self, error: Exception) -> Sentence:
        return self._says(refusals.UNREACHABLE, words=type(error).__name__)

    def _says(self, says: Sentence, **values: object) -> Sentence:
        return says.filled(server=self.dialect.server, **values)


def _session() -> Session:
    from requests import Session
    from requests.adapters import HTTPAdapter

    made = Session()
    made.mount("https://", HTTPAdapter(max_retries=0))
    return made


def _never_sent(error: Exception) -> bool:
    """Say whether no connection came about, so that nothing can have arrived."""
    from requests.exceptions import ConnectTimeout, SSLError
    from urllib3.exceptions import NewConnectionError

    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(error, (ConnectTimeout, SSLError)) or isinstance(cause, NewConnectionError)

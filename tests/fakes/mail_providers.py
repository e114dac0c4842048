"""Microsoft, Google and Brevo on loopback: they take mails, or fail as a test wants."""

from __future__ import annotations

import base64
import binascii
import json
import threading
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.mail_letters import checked_mail
from tests.fakes.mail_oauth import SignInDesk
from tests.fakes.mail_web import Answer, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.mail_web import Asked

SENDER = "ada@northern.example"
CLIENT_ID = "an-app-of-ours"
CLIENT_SECRET = "not-so-secret"
API_KEY = "xkeysib-of-ada"
FORBIDDEN_FILES = (".exe", ".js", ".bat")


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail that was taken, and to whom it goes."""

    recipient: str
    content: bytes
    parts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class MailProvider:
    """What they have in common. ``faults`` come true one by one, for each mail handed over:

    a status, ``cut`` before it is looked at, or ``lost`` after it was taken. ``unknown`` addresses
    are refused, and ``senders`` are those that may send.
    """

    desk: SignInDesk | None = None
    address: str = ""
    taken: list[Taken] = field(default_factory=list)
    faults: deque[str] = field(default_factory=deque)
    unknown: set[str] = field(default_factory=set)
    senders: set[str] = field(default_factory=lambda: {SENDER})
    wait: int = 30
    asked: list[str] = field(default_factory=list)
    _one: threading.Lock = field(default_factory=threading.Lock)

    def told(self) -> list[str]:
        """Return to whom mail went, in order."""
        return [each.recipient for each in self.taken]

    def answer(self, asked: Asked) -> Answer:
        with self._one:
            self.asked.append(f"{asked.method} {asked.path}")
            try:
                return self.routed(asked)
            except AssertionError as error:
                return Answer(400, self.error("BadRequest", f"not as it should be: {error}"))

    def routed(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def error(self, code: str, words: str) -> dict[str, Any]:
        return {"error": {"code": code, "message": words}}

    def _handed_over(self, asked: Asked, good: Answer) -> Answer:
        fault = self.faults.popleft() if self.faults else ""
        if fault == "cut":
            return Answer(0, cut=True)
        if fault.isdecimal():
            headers = {"Retry-After": str(self.wait)} if fault == "429" else {}
            if fault == "302":
                headers = {"Location": f"{self.address}/elsewhere"}
            return Answer(int(fault), self.error("Fault", "told to fail"), headers)
        refused = self._refused(asked)
        if refused is not None:
            return refused
        return Answer(0, cut=True) if fault == "lost" else good

    def _refused(self, asked: Asked) -> Answer | None:
        raise NotImplementedError


@dataclass(slots=True)
class Microsoft(MailProvider):
    """Signing in, and ``/me/sendMail``."""

    def routed(self, asked: Asked) -> Answer:
        assert self.desk
        match asked.method, asked.path:
            case "GET", "/common/oauth2/v2.0/authorize":
                return self.desk.page(asked)
            case "POST", "/common/oauth2/v2.0/token":
                return self.desk.tokens(asked)
            case "POST", "/v1.0/me/sendMail":
                if not self.desk.allows(asked):
                    return Answer(401, self.error("InvalidAuthenticationToken", "expired"))
                return self._handed_over(asked, Answer(202))
        return Answer(404, self.error("NotFound", asked.path))

    def _refused(self, asked: Asked) -> Answer | None:
        assert asked.headers["content-type"] == "text/plain"
        if len(asked.body) > 4 * 1024 * 1024:
            return Answer(413, self.error("RequestEntityTooLarge", "over 4 MB"))
        try:
            content = base64.b64decode(asked.body, validate=True)
            mail = checked_mail(content)
        except (binascii.Error, ValueError) as error:
            return Answer(400, self.error("ErrorMimeContentInvalidBase64String", str(error)))
        if mail["From"].addresses[0].addr_spec not in self.senders:
            words = "The user account which was used to submit this request does not have the "
            return Answer(403, self.error("ErrorSendAsDenied", f"{words}right to send"))
        recipient = mail["To"].addresses[0].addr_spec
        if recipient in self.unknown:
            return Answer(400, self.error("ErrorInvalidRecipients", "no such recipient"))
        self.taken.append(Taken(recipient, content))
        return None


@dataclass(slots=True)
class Google(MailProvider):
    """Signing in, and ``messages/send``."""

    def routed(self, asked: Asked) -> Answer:
        assert self.desk
        match asked.method, asked.path:
            case "GET", "/o/oauth2/v2/auth":
                return self.desk.page(asked)
            case "POST", "/token":
                return self.desk.tokens(asked)
            case "POST", "/revoke":
                return self.desk.forget(asked)
            case "POST", "/upload/gmail/v1/users/me/messages/send":
                assert asked.query == {"uploadType": "media"}
                if not self.desk.allows(asked):
                    return Answer(401, self.error("UNAUTHENTICATED", "invalid credentials"))
                good = {"id": f"g{len(self.taken)}", "labelIds": ["SENT"]}
                return self._handed_over(asked, Answer(200, good))
        return Answer(404, self.error("NOT_FOUND", asked.path))

    def error(self, code: str, words: str) -> dict[str, Any]:
        return {"error": {"code": 400, "message": words, "status": code,
                          "errors": [{"reason": code}]}}  # fmt: skip

    def _refused(self, asked: Asked) -> Answer | None:
        assert asked.headers["content-type"] == "message/rfc822"
        if len(asked.body) > 35 * 1024 * 1024:
            return Answer(413, self.error("uploadTooLarge", "over 35 MB"))
        try:
            mail = checked_mail(asked.body)
        except ValueError as error:
            return Answer(400, self.error("invalidArgument", str(error)))
        recipient = mail["To"].addresses[0].addr_spec
        if recipient in self.unknown:
            return Answer(400, self.error("invalidArgument", "Invalid recipient: no such user"))
        if mail["From"].addresses[0].addr_spec not in self.senders:
            return Answer(400, self.error("failedPrecondition", "Sender address rejected"))
        self.taken.append(Taken(recipient, asked.body))
        return None


@dataclass(slots=True)
class BrevoHere(MailProvider):
    """``/v3/smtp/email`` with a key; the same key of a mail is taken once."""

    seen: dict[str, str] = field(default_factory=dict)

    def routed(self, asked: Asked) -> Answer:
        if asked.headers.get("api-key") != API_KEY:
            return Answer(401, self.error("unauthorized", "Key not found"))
        match asked.method, asked.path:
            case "GET", "/v3/account":
                return Answer(200, {"email": SENDER, "plan": []})
            case "POST", "/v3/smtp/email":
                return self._handed_over(asked, Answer(201, {"messageId": "<1@relay.brevo>"}))
        return Answer(404, self.error("not_found", asked.path))

    def error(self, code: str, words: str) -> dict[str, Any]:
        return {"code": code, "message": words}

    def _refused(self, asked: Asked) -> Answer | None:
        assert asked.headers["content-type"] == "application/json"
        told = json.loads(asked.body)
        known = {"sender", "to", "subject", "headers", "replyTo", "attachment", "textContent",
                 "htmlContent"}  # fmt: skip
        assert told.keys() <= known, f"unknown: {told.keys() - known}"
        assert told["sender"].keys() <= {"email", "name"}
        (to,) = told["to"]
        assert told["subject"]
        assert told.get("textContent") or told.get("htmlContent")
        for each in told.get("attachment", []):
            assert each.keys() == {"name", "content"}
            assert not each["name"].endswith(FORBIDDEN_FILES)
            base64.b64decode(each["content"], validate=True)
        if len(asked.body) > 20 * 1024 * 1024:
            return Answer(413, self.error("invalid_parameter", "over 20 MB"))
        if told["sender"]["email"] not in self.senders:
            words = "Sending has been rejected because the sender you used is not valid"
            return Answer(400, self.error("invalid_parameter", words))
        if to["email"] in self.unknown:
            return Answer(400, self.error("invalid_parameter", "invalid recipient"))
        key = told["headers"].pop("idempotencyKey")
        if key not in self.seen:
            self.seen[key] = to["email"]
            self.taken.append(Taken(to["email"], asked.body, told))
        return None


def microsoft_desk() -> SignInDesk:
    scopes = {"https://graph.microsoft.com/Mail.Send", "offline_access", "openid", "email"}
    return SignInDesk(CLIENT_ID, frozenset(scopes), "localhost", SENDER, rotates=True)


def google_desk() -> SignInDesk:
    scopes = {"https://www.googleapis.com/auth/gmail.send", "openid", "email"}
    asked = {"access_type": "offline", "prompt": "consent"}
    return SignInDesk(
        CLIENT_ID, frozenset(scopes), "127.0.0.1", SENDER, CLIENT_SECRET, asked_for=asked
    )


@contextmanager
def microsoft_here() -> Iterator[Microsoft]:
    made = Microsoft(microsoft_desk())
    with serving(made):
        yield made


@contextmanager
def google_here() -> Iterator[Google]:
    made = Google(google_desk())
    with serving(made):
        yield made


@contextmanager
def brevo_here() -> Iterator[BrevoHere]:
    made = BrevoHere()
    with serving(made):
        yield made

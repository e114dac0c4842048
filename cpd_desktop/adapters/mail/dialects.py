"""How Microsoft, Google and Brevo are handed a mail."""

from __future__ import annotations

import base64
import email
import json
import re
import uuid
from dataclasses import dataclass
from email import policy
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.mail.web_postman import Call, Said
from cpd_desktop.adapters.sign_in.safe_addresses import moved

if TYPE_CHECKING:
    from email.message import EmailMessage

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.messages.ports import Parcel

_TO: Final = re.compile(rb"^To:[^\r\n]*(?:\r\n[ \t][^\r\n]*)*\r\n", re.IGNORECASE | re.MULTILINE)
# Of one mail itself, and not of the account that sends it.
_OF_THE_MAIL: Final = ("recipient", "size", "mime")


def only_to(parcel: Parcel) -> bytes:
    """Return the mail as it is, addressed to nobody but the recipient of the parcel.

    These providers send to whom the mail itself names, also when it is a test to oneself.
    """
    head, gap, body = parcel.content.partition(b"\r\n\r\n")
    head += b"\r\n"
    found = _TO.search(head)
    named = email.message_from_bytes(found[0], policy=policy.default)["To"] if found else None
    if named is not None and [each.addr_spec for each in named.addresses] == [parcel.recipient]:
        return parcel.content
    mine = f"To: {parcel.recipient}\r\n".encode()
    head = _TO.sub(b"", head)
    return mine + head.removesuffix(b"\r\n") + gap + body


def _ends(said: Said) -> bool:
    told = f"{said.name} {said.words}".lower()
    return not any(each in told for each in _OF_THE_MAIL)


@dataclass(frozen=True, slots=True)
class Graph:
    """Microsoft 365 and Outlook.com."""

    api: str
    server: str = "Microsoft"

    def greeting(self, token: Secret) -> None:
        """Ask nothing: the sign-in alone says whether we may."""

    def letter(self, parcel: Parcel, token: Secret) -> Call:
        """Return what hands a mail over, as MIME."""
        headers = {
            "Authorization": f"Bearer {token.reveal()}",
            "Content-Type": "text/plain",
            "client-request-id": str(uuid.uuid5(uuid.NAMESPACE_URL, parcel.message_id)),
        }
        return Call("POST", f"{self.api}/me/sendMail", headers, base64.b64encode(only_to(parcel)))

    def said(self, content: Any) -> Said:
        """Return its error."""
        error = content.get("error", {})
        return Said(str(error.get("code", "")), str(error.get("message", "")))

    def ends(self, said: Said) -> bool:
        """Say whether it is the account that is refused."""
        return _ends(said)


@dataclass(frozen=True, slots=True)
class Gmail:
    """Gmail and Google Workspace."""

    api: str
    server: str = "Gmail"

    def greeting(self, token: Secret) -> None:
        """Ask nothing: the right to send is no right to ask who we are."""

    def letter(self, parcel: Parcel, token: Secret) -> Call:
        """Return what hands a mail over: as it is, which the other form takes only to 5 MB."""
        address = f"{self.api}/upload/gmail/v1/users/me/messages/send?uploadType=media"
        headers = {
            "Authorization": f"Bearer {token.reveal()}",
            "Content-Type": "message/rfc822",
        }
        return Call("POST", address, headers, only_to(parcel))

    def said(self, content: Any) -> Said:
        """Return its error, or the name it gave the mail."""
        if "error" not in content:
            return Said("", str(content.get("id", "")))
        error = content["error"]
        reasons = [str(each.get("reason", "")) for each in error.get("errors", [])]
        return Said(" ".join((*reasons, str(error.get("status", "")))), str(error["message"]))

    def ends(self, said: Said) -> bool:
        """Say whether it is the account that is refused."""
        return _ends(said)


@dataclass(frozen=True, slots=True)
class Brevo:
    """Brevo, which takes the parts of a mail rather than the mail."""

    api: str
    server: str = "Brevo"

    @classmethod
    def here(cls) -> Brevo:
        """Return Brevo, or where the environment moves it; raises ``Invalid`` if that is unsafe."""
        return cls(f"{moved('CPD_BREVO_URL') or 'https://api.brevo.com'}/v3")

    def greeting(self, token: Secret) -> Call:
        """Return what is asked to see whether the key is good."""
        return Call("GET", f"{self.api}/account", self._headers(token))

    def letter(self, parcel: Parcel, token: Secret) -> Call:
        """Return what hands a mail over; the same mail twice within half an hour goes once."""
        body = json.dumps(brevo_letter(parcel)).encode()
        return Call("POST", f"{self.api}/smtp/email", self._headers(token), body)

    def said(self, content: Any) -> Said:
        """Return its error, or the name it gave the mail."""
        return Said(
            str(content.get("code", "")),
            str(content.get("message") or content.get("messageId", "")),
        )

    def ends(self, said: Said) -> bool:
        """Say whether it is the account that is refused."""
        return said.name in {"permission_denied", "not_enough_credits", "unauthorized"} or (
            "sender" in said.words.lower()
        )

    def _headers(self, token: Secret) -> dict[str, str]:
        return {
            "api-key": token.reveal(),
            "Content-Type": "application/json",
            "Accept": "application/json",
        }


_KEPT_HEADERS: Final = ("Message-ID", "List-Unsubscribe", "Auto-Submitted")


def brevo_letter(parcel: Parcel) -> dict[str, Any]:
    """Return the parts of a mail as Brevo takes them; an invitation becomes a file."""
    mail: EmailMessage = email.message_from_bytes(parcel.content, policy=policy.default)
    (sender,) = mail["From"].addresses
    (named,) = mail["To"].addresses
    headers = {name: str(mail[name]) for name in _KEPT_HEADERS if mail[name]}
    twice = uuid.uuid5(uuid.NAMESPACE_URL, f"{parcel.message_id} {parcel.recipient}")
    to = {"email": parcel.recipient}
    if named.addr_spec == parcel.recipient and named.display_name:
        to["name"] = named.display_name
    made: dict[str, Any] = {
        "sender": _party(sender.addr_spec, sender.display_name),
        "to": [to],
        "subject": str(mail["Subject"]),
        "headers": headers | {"idempotencyKey": str(twice)},
    }
    if mail["Reply-To"]:
        made["replyTo"] = _party(mail["Reply-To"].addresses[0].addr_spec, "")
    files = []
    for part in mail.walk():
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if part.get_filename() or kind == "text/calendar":
            content = part.get_content()
            content = content.encode() if isinstance(content, str) else content
            files.append((part.get_filename() or "invite.ics", content))
        elif kind in ("text/plain", "text/html"):
            made["textContent" if kind == "text/plain" else "htmlContent"] = part.get_content()
    if files:
        made["attachment"] = [
            {"name": name, "content": base64.b64encode(content).decode()} for name, content in files
        ]
    return made


def _party(mail: str, name: str) -> dict[str, str]:
    return {"email": mail, "name": name} if name else {"email": mail}

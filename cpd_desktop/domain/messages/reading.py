"""A mail taken apart again, to show what went out exactly as a receiver gets it."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


class Part(NamedTuple):
    """A file that came with a mail."""

    name: str
    kind: str
    content: bytes


class ReadMail(NamedTuple):
    """What a mail holds: its headers as written, both wordings, and the files."""

    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    files: tuple[Part, ...]
    source: str


def read_mail(content: bytes) -> ReadMail:
    """Return what these bytes say."""
    mail: EmailMessage = message_from_bytes(content, policy=policy.default)
    return ReadMail(
        tuple((name, str(value)) for name, value in mail.items()),
        _wording(mail, "plain"),
        _wording(mail, "html"),
        tuple(_files(mail)),
        content.decode("utf-8", "replace").replace("\r\n", "\n"),
    )


def _wording(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    return str(body.get_content()) if body is not None else ""


def _files(mail: EmailMessage) -> Iterator[Part]:
    for part in mail.walk():
        if part.is_multipart() or part.get_content_type() in ("text/plain", "text/html"):
            continue
        loaded = part.get_payload(decode=True)
        name = part.get_filename() or (
            "invitation.ics" if "calendar" in part.get_content_type() else ""
        )
        if isinstance(loaded, bytes):
            yield Part(name, part.get_content_type(), loaded)

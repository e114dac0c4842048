"""What a provider of mail checks in every mail it is handed, more strictly than they do."""

from __future__ import annotations

import email
import re
from email import policy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import EmailMessage

ONCE = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version")


def checked_mail(content: bytes) -> EmailMessage:
    """Return a mail that is in order; raises ``ValueError``."""
    head, gap, _ = content.partition(b"\r\n\r\n")
    if not gap:
        raise ValueError("no end of the headers")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        raise ValueError("a bare line ending")
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        raise ValueError("a line is too long")
    if not head.isascii():
        raise ValueError("raw text in a header")
    return _addressed(email.message_from_bytes(content, policy=policy.default))


def _addressed(mail: EmailMessage) -> EmailMessage:
    for name in ONCE:
        if len(mail.get_all(name, [])) != 1:
            raise ValueError(f"{name} is not there once")
    if mail.get_all("Cc") or mail.get_all("Bcc") or len(mail["To"].addresses) != 1:
        raise ValueError("not one recipient")
    if not re.fullmatch(r"<[^<>@\s]+@[^<>@\s]+>", str(mail["Message-ID"])):
        raise ValueError("Message-ID")
    for part in mail.walk():
        if part.defects:
            raise ValueError(f"malformed: {part.defects}")
    return mail

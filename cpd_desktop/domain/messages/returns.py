"""Mails that come back: what a stranger's mail says became of one of ours (RFC 3464).

Anybody can write to a mailbox, so nothing here trusts what it reads.
"""

from __future__ import annotations

import hashlib
import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.messages.addresses import header_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message as Mail

LARGEST: Final = 1_000_000
_DEEPEST: Final = 50
_MOST_IDS: Final = 50
_LONGEST: Final = 300
_ID: Final = re.compile(r"<[!-;=?-~]{1,200}@[!-;=?-~]{1,200}>")
_BOUNDARY: Final = re.compile(rb"boundary\s*=", re.IGNORECASE)
_STATUS: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
_UNSUBSCRIBE: Final = re.compile(r"\s*unsubscribe ([0-9a-f]{32})\s*", re.IGNORECASE)
_DAEMON: Final = re.compile(r"(mailer-daemon|postmaster|mail delivery)", re.IGNORECASE)


class ReturnKind(StrEnum):
    """What came back."""

    BOUNCED = "bounced"
    DELAYED = "delayed"
    ANSWERED = "answered"
    AUTOMATIC = "automatic"
    UNSUBSCRIBED = "unsubscribed"


class Returned(NamedTuple):
    """What a mail says of ours: which ones it may mean, by Message-ID, and its own words.

    ``source`` tells it from any other; ``token`` is what only the reader of our mail can know.
    """

    kind: ReturnKind
    source: str
    about: tuple[str, ...] = ()
    status: str = ""
    words: str = ""
    token: str = ""


def read_return(content: bytes) -> Returned | None:
    """Return what a mail says of ours; nothing if it says nothing, or cannot be understood."""
    if len(content) > LARGEST or len(_BOUNDARY.findall(content)) > _DEEPEST:
        return None
    try:
        return _read(message_from_bytes(content), content)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None  # the library falls over mails that are made to be malformed


def _read(mail: Mail, content: bytes) -> Returned | None:
    source = _one_id(mail, "Message-ID") or f"<{hashlib.sha256(content).hexdigest()}@unnamed>"
    wish = _UNSUBSCRIBE.fullmatch(_text(mail, "Subject"))
    if wish:
        return Returned(ReturnKind.UNSUBSCRIBED, source, _answered(mail), token=wish[1].lower())
    if mail.get_content_type() == "multipart/report":
        return _report(mail, source)
    answered = _answered(mail)
    sender = _text(mail, "From")
    if _DAEMON.search(sender):
        return Returned(ReturnKind.BOUNCED, source, (*answered, *_ids_within(content)))
    if not answered:
        return None
    by_itself = _text(mail, "Auto-Submitted").lower() not in ("", "no")
    kind = ReturnKind.AUTOMATIC if by_itself else ReturnKind.ANSWERED
    return Returned(kind, source, answered, words=header_line(parseaddr(sender)[1], _LONGEST))


def _report(mail: Mail, source: str) -> Returned | None:
    """Return what a report says of the first recipient that failed; others are not ours."""
    about = list(_answered(mail))
    fields: list[Mail] = []
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            fields += [each for each in part.get_payload() if not isinstance(each, str)]
        elif kind == "message/rfc822":
            inner = [each for each in part.get_payload() if not isinstance(each, str)]
            about += [_one_id(each, "Message-ID") for each in inner]
        elif kind == "text/rfc822-headers":
            headers = part.get_payload(decode=True)
            if isinstance(headers, bytes):
                about.append(_one_id(message_from_bytes(headers), "Message-ID"))
    told = [each for each in fields if each.get("Action")]
    if not told and fields:
        return None
    ended = [each for each in told if _text(each, "Action").lower() == "failed"]
    if told and not ended and not any(_text(x, "Action").lower() == "delayed" for x in told):
        return None  # it says that all is well
    one = (ended or told or [mail])[0]
    status = _STATUS.search(_text(one, "Status"))
    words = _text(one, "Diagnostic-Code").partition(";")[2] or _text(one, "Diagnostic-Code")
    return Returned(
        ReturnKind.DELAYED if told and not ended else ReturnKind.BOUNCED,
        source,
        _unique(about),
        status[0] if status else "",
        header_line(words, _LONGEST),
    )


def _answered(mail: Mail) -> tuple[str, ...]:
    told = f"{_text(mail, 'In-Reply-To')} {_text(mail, 'References')}"
    return _unique(_ID.findall(told))


def _ids_within(content: bytes) -> Iterator[str]:
    found = _ID.findall(content.decode("ascii", "replace"))
    yield from found[:_MOST_IDS]


def _unique(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, ids)))[:_MOST_IDS]


def _one_id(mail: Mail, name: str) -> str:
    found = _ID.search(_text(mail, name))
    return found[0] if found else ""


def _text(mail: Mail, name: str) -> str:
    return header_line(str(make_header(decode_header(str(mail.get(name, ""))))), 20_000)

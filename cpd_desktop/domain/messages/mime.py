"""Mails as bytes: made once, the same ever after.

What is kept is a frame: the mail without its attached files, each of which lies among the kept
files already and is named in its place by its hash. The hash of the frame thus tells every byte of
the mail, which is put together from both whenever it is wanted.
"""

from __future__ import annotations

import binascii
import hashlib
import re
import struct
from email.header import Header
from email.utils import encode_rfc2231, format_datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.messages.addresses import domain_of, header_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from cpd_desktop.domain.invitations import Method
    from cpd_desktop.domain.messages.addresses import Address
    from cpd_desktop.domain.messages.message import Attached

_PLACE: Final = re.compile(rb"\0([0-9a-f]{64})\0")
_MESSAGE_ID: Final = re.compile(rb"^Message-ID: (.+)\r$", re.MULTILINE)
_LINE: Final = 76
_LONGEST_FILE_NAME: Final = 200
_END: Final = "\r\n"


class Invite(NamedTuple):
    """A calendar entry that comes with a mail."""

    content: bytes
    method: Method


class Letter(NamedTuple):
    """Everything a mail says, before it is made."""

    message_id: str
    sender: Address
    to: Address
    subject: str
    text: str
    html: str
    at: datetime
    reply_to: str = ""
    unsubscribe: str = ""
    attachments: Sequence[Attached] = ()
    invites: Sequence[Invite] = ()


def new_message_id(random: str, sender: str) -> str:
    """Return the name that a mail has for ever, wherever it goes."""
    return f"<{random}@{domain_of(sender)}>"


def frame_of(letter: Letter) -> bytes:
    """Return the mail with a place for each attached file.

    The parts are put together here, because the library takes three times as long for it.
    """
    head = [
        _header("From", _written(letter.sender)),
        _header("To", _written(letter.to)),
        _header("Subject", _encoded("Subject", header_line(letter.subject))),
        _header("Date", format_datetime(letter.at)),
        _header("Message-ID", letter.message_id),
    ]
    if letter.reply_to:
        head.append(_header("Reply-To", letter.reply_to))
    if letter.unsubscribe:
        # Only who has the mail knows its name, so nobody else can unsubscribe its reader.
        token = letter.message_id[1:].partition("@")[0]
        wanted = f"<mailto:{letter.unsubscribe}?subject=unsubscribe%20{token}>"
        head.append(_header("List-Unsubscribe", wanted))
    else:
        head.append(_header("Auto-Submitted", "auto-generated"))
    head.append(_header("MIME-Version", "1.0"))
    parts = [_words(letter), *_calendars(letter), *map(_attached, letter.attachments)]
    body = parts[0] if len(parts) == 1 else _group("mixed", parts, letter.message_id)
    return ("".join(head) + body).encode("ascii")


def whole(frame: bytes, content: Callable[[str], bytes]) -> bytes:
    """Return the exact mail, with each attached file in its place as ``content`` gives it out."""
    parts = _PLACE.split(frame)
    # Every other part is the name of a file.
    parts[1::2] = (_lines(content(name.decode())) for name in parts[1::2])
    return b"".join(parts)


def message_id_of(frame: bytes) -> str:
    """Return the name of the mail that a frame is of."""
    found = _MESSAGE_ID.search(frame)
    return found[1].decode("ascii", "replace") if found else ""


def size_of(frame: bytes, attachments: Iterable[Attached]) -> int:
    """Return how long the exact mail is, without putting it together."""
    return len(frame) + sum(_length(each.size) - len(_place(each)) for each in attachments)


def _header(name: str, value: str) -> str:
    return f"{name}: {value}{_END}"


@lru_cache(maxsize=64)
def _written(address: Address) -> str:
    """Return an address as headers have it: the name quoted, or encoded."""
    name = header_line(address.name)
    if not name:
        return address.mail
    if _is_simple(name):
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"{_fold(len(name))}<{address.mail}>'
    coded = _encoded("From", name)
    return f"{coded}{_fold(len(coded))}<{address.mail}>"


def _fold(length: int) -> str:
    return " " if length < _LINE // 3 else f"{_END} "


def _encoded(name: str, text: str) -> str:
    if _is_simple(text) and len(text) + len(name) < _LINE:
        return text
    charset = "us-ascii" if _is_simple(text) else "utf-8"
    return Header(text, charset, maxlinelen=_LINE, header_name=name).encode(linesep=_END)


def _is_simple(text: str) -> bool:
    """Say whether it can stand in a header as it is; what looks encoded would be decoded."""
    return text.isascii() and "=?" not in text


def _words(letter: Letter) -> str:
    """Return plain text and HTML, the later the better, with the one invitation if there is one."""
    ways = [_text("plain", letter.text), _text("html", letter.html)]
    if len(letter.invites) == 1:
        ways.append(_invitation(letter.invites[0]))
    return _group("alternative", ways, f"{letter.message_id} words")


def _calendars(letter: Letter) -> Iterator[str]:
    """Yield invitations as files where there are several: programs read only one as such."""
    if len(letter.invites) > 1:
        for number, each in enumerate(letter.invites, 1):
            name = _header("Content-Disposition", f'attachment; filename="session-{number}.ics"')
            yield name + _invitation(each)


def _text(kind: str, text: str) -> str:
    lines = text.replace(_END, "\n").replace("\r", "\n").rstrip() + "\n"
    coded = binascii.b2a_qp(lines.encode(errors="replace"), istext=True).decode("ascii")
    return _part(f'text/{kind}; charset="utf-8"', "quoted-printable", coded.replace("\n", _END))


def _invitation(invite: Invite) -> str:
    kind = f'text/calendar; charset="utf-8"; method={invite.method}'
    return _part(kind, "base64", _lines(invite.content).decode("ascii") + _END)


def _attached(each: Attached) -> str:
    name = header_line(each.name, _LONGEST_FILE_NAME).replace('"', "'").replace("\\", "_")
    named = (
        f'filename="{name}"' if name.isascii() else (f"filename*={encode_rfc2231(name, 'utf-8')}")
    )
    said = f"attachment;{_END} {named}"
    place = _part(each.kind, "base64", _place(each) + _END)
    return _header("Content-Disposition", said) + place


def _place(each: Attached) -> str:
    return f"\0{each.sha256}\0"


def _part(kind: str, coding: str, content: str) -> str:
    heads = _header("Content-Type", kind) + _header("Content-Transfer-Encoding", coding)
    return f"{heads}{_END}{content}"


def _group(kind: str, parts: Sequence[str], named: str) -> str:
    # The same mail gives the same bytes, so its borders are not left to chance. No line of a part
    # begins so: in quoted text "=" is always followed by two digits.
    border = f"=_{hashlib.sha256(f'{named} {kind}'.encode()).hexdigest()[:32]}"
    head = _header("Content-Type", f'multipart/{kind};{_END} boundary="{border}"')
    inner = "".join(f"--{border}{_END}{each}{_END}" for each in parts)
    return f"{head}{_END}{inner}--{border}--{_END}"


def _length(size: int) -> int:
    """Return how long the lines of so many bytes are."""
    coded = -(-size // 3) * 4
    return coded + len(_END) * (max(coded - 1, 0) // _LINE)


def _lines(content: bytes) -> bytes:
    coded = binascii.b2a_base64(content, newline=False)
    count, rest = divmod(len(coded), _LINE)
    # Taking lines out this way needs a third of the time of slices.
    return b"\r\n".join(struct.unpack(f"{_LINE}s" * count + (f"{rest}s" if rest else ""), coded))

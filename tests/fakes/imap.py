"""A small mailbox on loopback (IMAP4rev1) that takes only what a careful reader asks for."""

from __future__ import annotations

import re
import socketserver
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "open-sesame"
_HEAD = re.compile(
    r"FETCH (\d+) \(UID RFC822\.SIZE BODY\.PEEK\[HEADER\.FIELDS \([A-Z -]+\)\]\)", re.IGNORECASE
)
_WHOLE = re.compile(r"FETCH (\d+) \(BODY\.PEEK\[\]\)")


@dataclass(slots=True)
class Imap:
    """Mails by UID; ``fetched`` are those that were read as a whole."""

    port: int = 0
    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    fetched: list[int] = field(default_factory=list)

    def answer(self, words: str) -> list[bytes] | None:
        """Return what is said before OK; nothing if that is not done here."""
        told = f"* OK [UIDVALIDITY {self.validity}] stays"
        plain = {
            "CAPABILITY": [b"* CAPABILITY IMAP4rev1"],
            "EXAMINE INBOX": [f"* {len(self.mails)} EXISTS".encode(), told.encode()],
            "LOGOUT": [b"* BYE"],
        }
        if words in plain:
            return plain[words]
        if words.startswith("LOGIN "):
            return [] if words.endswith(f'"{PASSWORD}"') else None
        if words.startswith("UID SEARCH "):
            return [self._search(words.removeprefix("UID SEARCH "))]
        if words.startswith("UID FETCH "):
            return self._fetch(words.removeprefix("UID "))
        return None

    def _search(self, what: str) -> bytes:
        first = re.fullmatch(r"UID (\d+):\*", what)
        assert first or re.fullmatch(r"SINCE \d\d-[A-Z][a-z]{2}-\d{4}", what)
        found = [uid for uid in self.mails if first is None or uid >= int(first[1])]
        # A range to "*" always has the last one in it.
        found = found or [max(self.mails)]
        return f"* SEARCH {' '.join(map(str, found))}".encode()

    def _fetch(self, what: str) -> list[bytes] | None:
        head, whole = _HEAD.fullmatch(what), _WHOLE.fullmatch(what)
        found = head or whole
        if found is None:
            return None
        uid = int(found[1])
        mail = self.mails[uid]
        if whole:
            self.fetched.append(uid)
        told = mail if whole else mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        name = b"BODY[]" if whole else b"BODY[HEADER.FIELDS (FROM)]"
        size = b"" if whole else b"RFC822.SIZE %d " % len(mail)
        # The UID comes last, as some servers have it.
        return [b"* 1 FETCH (%s%s {%d}\r\n%s UID %d)" % (size, name, len(told), told, uid)]


@contextmanager
def imap_here() -> Iterator[Imap]:
    """Run it on a free port."""
    kept = Imap()

    class Answering(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK here\r\n")
            for line in self.rfile:
                tag, _, words = line.decode().strip().partition(" ")
                lines = kept.answer(words)
                end = b"OK done" if lines is not None else b"NO not here"
                told = [*(lines or []), tag.encode() + b" " + end]
                self.wfile.write(b"\r\n".join(told) + b"\r\n")
                if words == "LOGOUT":
                    return

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answering)
    kept.port = server.server_address[1]
    with running(server):
        yield kept

"""A small reader of PDFs with a plain cross-reference table, to look into what was written."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from typing import Any, NamedTuple

TOKEN = re.compile(
    rb"\s*(?:(<<|>>|\[|\])|(/[^\s/<>\[\]()]*)|(<[0-9A-Fa-f\s]*>)|(\((?:\\.|[^\\()])*\))"
    rb"|(\d+ \d+ R\b)|([^\s/<>\[\]()]+))"
)


class Reference(NamedTuple):
    number: int


class Name(str):
    __slots__ = ()


@dataclass
class Stream:
    entries: dict[str, Any]
    raw: bytes

    @property
    def data(self) -> bytes:
        packed = self.entries.get("Filter") == "FlateDecode"
        return zlib.decompress(self.raw) if packed else self.raw


@dataclass
class Pdf:
    data: bytes
    objects: dict[int, Any] = field(default_factory=dict)
    trailer: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        start = int(self.data[self.data.rindex(b"startxref") + 9 :].split()[0])
        table, _, rest = self.data[start:].partition(b"trailer")
        lines = table.split(b"\n")[2:-1]
        assert lines[0] == b"0000000000 65535 f "
        for number, line in enumerate(lines[1:], 1):
            assert len(line) == 19
            self.objects[number] = self._object(number, int(line[:10]))
        self.trailer = read(rest)[0]

    def _object(self, number: int, at: int) -> Any:
        begin = b"%d 0 obj\n" % number
        assert self.data[at : at + len(begin)] == begin
        found, end = read(self.data, at + len(begin))
        if isinstance(found, dict) and self.data[end : end + 8] == b"\nstream\n":
            first, length = end + 8, found["Length"]
            assert self.data[first + length :].startswith(b"\nendstream\nendobj\n")
            return Stream(found, self.data[first : first + length])
        assert self.data[end:].startswith(b"\nendobj\n")
        return found

    def get(self, found: Any, *path: str | int) -> Any:
        """Follow references and keys."""
        for key in (*path, None):
            while isinstance(found, Reference):
                found = self.objects[found.number]
            if key is not None:
                inside: Any = found.entries if isinstance(found, Stream) else found
                found = inside[key]
        return found

    @property
    def catalog(self) -> dict[str, Any]:
        found: dict[str, Any] = self.get(self.trailer["Root"])
        return found

    @property
    def pages(self) -> list[dict[str, Any]]:
        return [self.get(each) for each in self.get(self.catalog, "Pages", "Kids")]

    def content(self, page: dict[str, Any]) -> bytes:
        return b"\n".join(self.get(each).data for each in page["Contents"])


def read(data: bytes, at: int = 0) -> tuple[Any, int]:
    """Return the value that begins here and where it ends."""
    token = TOKEN.match(data, at)
    assert token, data[at : at + 40]
    at = token.end()
    mark, name, coded, words, reference, other = token.groups()
    if mark == b"<<":
        entries: dict[str, Any] = {}
        while not re.match(rb"\s*>>", data[at : at + 9]):
            key, at = read(data, at)
            entries[str(key)], at = read(data, at)
        return entries, data.index(b">>", at) + 2
    if mark == b"[":
        row = []
        while not re.match(rb"\s*\]", data[at : at + 9]):
            value, at = read(data, at)
            row.append(value)
        return row, data.index(b"]", at) + 1
    if name:
        return Name(name[1:].decode()), at
    return _word(coded or words or reference or other), at


def _word(word: bytes) -> Any:
    if word.startswith(b"<"):
        return bytes.fromhex(word[1:-1].decode())
    if word.startswith(b"("):
        return word[1:-1].decode("latin-1")
    if word.endswith(b" R"):
        return Reference(int(word.split()[0]))
    known = {b"true": True, b"false": False, b"null": None}
    if word in known:
        return known[word]
    return float(word) if b"." in word else int(word)


class Shown(NamedTuple):
    """A drawing command, in which marks it stands, and the font in use."""

    operator: bytes
    operands: list[bytes]
    marks: tuple[bytes, ...]
    font: str


COMMAND = re.compile(
    rb"(<<(?:[^<>]|<[0-9A-Fa-f]*>)*>>|<[0-9A-Fa-f]*>|\[[^\]]*\]|/[^\s<>\[\]]+|[^\s<>\[\]/]+)"
)


def commands(content: bytes) -> list[Shown]:
    """Return the commands of a page."""
    content = re.sub(rb"BI/W .*?\nEI", b"BI", content, flags=re.DOTALL)
    found: list[Shown] = []
    waiting: list[bytes] = []
    marks: list[bytes] = []
    font = ""
    for token in COMMAND.findall(content):
        if not re.fullmatch(rb"[A-Za-z]+\*?", token):
            waiting.append(token)
            continue
        if token in {b"BDC", b"BMC"}:
            marks.append(b" ".join(waiting))
        elif token == b"EMC":
            marks.pop()
        elif token == b"Tf":
            font = waiting[0][1:].decode()
        found.append(Shown(token, waiting, tuple(marks), font))
        waiting = []
    assert not marks
    return found

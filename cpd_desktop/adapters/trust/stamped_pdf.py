"""A copy of a signed file with a time stamp after it (PAdES B-T); the file itself stays as it was.

All that is added follows from the file and the token alone. So a copy is split, built again and
compared, and nothing else can hide behind a stamp.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from cpd_desktop.adapters.trust import der
from cpd_desktop.adapters.trust.time_token import LONGEST

_TRAILER = re.compile(
    rb"trailer\n<</Size (\d{1,7})(/Root (\d{1,7}) 0 R[^\n]{0,300})>>\n"
    rb"startxref\n(\d{1,10})\n%%EOF\n\Z"
)
_FORM = re.compile(rb"/AcroForm<</Fields\[(\d{1,7} 0 R)\]/SigFlags 3>>")
_STAMP = b"/Type/DocTimeStamp/"
_ENDING = b"%%EOF\n"
_HEAD, _ROW = len(b"xref\n0 \n"), 20


@dataclass(frozen=True, slots=True)
class Room:
    """A copy with room for a time stamp: what comes before the room and after it."""

    before: bytes
    after: bytes

    @property
    def digest(self) -> bytes:
        """Return the SHA-256 of all but the room."""
        hashed = hashlib.sha256(self.before)
        hashed.update(self.after)
        return hashed.digest()

    def filled(self, token: bytes) -> bytes:
        """Return the copy with the token in it; raises ``ValueError`` if it is too long."""
        if len(token) > LONGEST:
            raise ValueError
        coded = token.hex().encode().ljust(2 * LONGEST, b"0")
        return b"".join((self.before, b"<", coded, b">", self.after))


def room_for_stamp(issued: bytes) -> Room:
    """Return the copy of a file of ours; raises ``ValueError`` for a file of another form."""
    found = _TRAILER.search(issued)
    if found is None:
        raise ValueError
    size, rest, root, table = int(found[1]), found[2], int(found[3]), int(found[4])
    own = _Tail(issued, size)
    own.add(root, _with_field(_object(issued, table, size, root), size))
    own.add(
        size,
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Time stamp)/TU(Time stamp)/Rect[0 0 0 0]/F 132"
        b"/V %d 0 R>>" % (size + 1),
    )
    return own.closed(root, rest, table)


def split(pdf: bytes) -> tuple[bytes, bytes | None]:
    """Return the file as it was issued, and the token of the stamp after it, if there is one.

    Raises ``ValueError`` if there is more after it, or a stamp of another form.
    """
    place = pdf.rfind(_STAMP)
    if place < 0:
        return pdf, None
    issued = pdf[: pdf.rfind(_ENDING, 0, place) + len(_ENDING)]
    room = room_for_stamp(issued)
    opening = len(room.before)
    digits = pdf[opening + 1 : opening + 1 + 2 * LONGEST]
    token = der.leading(bytes.fromhex(digits.decode("ascii")))[0].whole
    if room.filled(token) != pdf:
        raise ValueError
    return issued, token


class _Tail:
    """What is added to a file: objects, and where each begins."""

    def __init__(self, issued: bytes, size: int) -> None:
        self._written = bytearray(issued)
        self._size = size
        self._places: list[tuple[int, int]] = []

    def add(self, number: int, body: bytes) -> None:
        self._places.append((number, len(self._written)))
        self._written += b"%d 0 obj\n%s\nendobj\n" % (number, body)

    def closed(self, root: int, rest: bytes, table: int) -> Room:
        """Return all with the stamp's object and the table of places."""
        stamp = self._size + 1
        self._places.append((stamp, len(self._written)))
        head = (
            b"%d 0 obj\n<<" + _STAMP + b"Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/ByteRange"
        ) % stamp
        ranges, contents = b"[%010d %010d %010d %010d]", b"/Contents"
        opening = len(self._written) + len(head) + len(ranges % (0, 0, 0, 0)) + len(contents)
        closing = opening + 2 * LONGEST + 2
        after = b">>\nendobj\n"
        placed = b"".join(b"%010d 00000 n \n" % at for _, at in self._places[1:])
        after += (
            b"xref\n%d 1\n%010d 00000 n \n%d 2\n%strailer\n<</Size %d%s/Prev %d>>\n"
            b"startxref\n%d\n%%%%EOF\n"
        ) % (
            root, self._places[0][1], self._size, placed, self._size + 2, rest, table,
            closing + len(after),
        )  # fmt: skip
        before = bytes(self._written) + head + ranges % (0, opening, closing, len(after)) + contents
        return Room(before, after)


def _object(pdf: bytes, table: int, size: int, number: int) -> bytes:
    """Return an object by the table of places."""
    row = table + _HEAD + len(str(size)) + _ROW * number
    opened = b"%d 0 obj\n" % number
    start = int(pdf[row : row + 10])
    end = pdf.find(b"\nendobj\n", start)
    if number >= size or end < 0 or not pdf.startswith(opened, start):
        raise ValueError
    return pdf[start + len(opened) : end]


def _with_field(catalog: bytes, number: int) -> bytes:
    """Return the catalog with one more field in its form."""
    if len(_FORM.findall(catalog)) != 1:
        raise ValueError
    field = rb"/AcroForm<</Fields[\1 %d 0 R]/SigFlags 3>>" % number
    return _FORM.sub(field, catalog)

"""The small parts that a PDF is made of: numbers, texts, streams, objects and their places."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def number(value: float) -> str:
    """Return a number as short as can be, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def numbers(values: Iterable[float]) -> str:
    """Return numbers with spaces between."""
    return " ".join(map(number, values))


def text_string(text: str) -> bytes:
    """Return any text as a string of a PDF."""
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def name(text: str) -> bytes:
    """Return a name of a PDF, with what such names may not have written in another way."""
    return b"/" + b"".join(
        bytes([each]) if 33 <= each <= 126 and each not in b"#/()<>[]{}%" else b"#%02X" % each  # noqa: PLR2004 - printable
        for each in text.encode()
    )


@lru_cache(maxsize=64)
def date(moment: datetime) -> bytes:
    """Return a moment with its zone as a PDF writes it."""
    offset = f"{moment:%z}" or "+0000"
    return f"(D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')".encode()


def stream(data: bytes, entries: bytes = b"", *, level: int = 6) -> bytes:
    """Return a compressed stream."""
    packed = zlib.compress(data, level)
    return raw_stream(packed, entries + b"/Filter/FlateDecode")


def raw_stream(data: bytes, entries: bytes) -> bytes:
    """Return a stream of bytes as they are."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


class ObjectRow:
    """Objects one after the other, numbered without a gap, and where each begins."""

    def __init__(self, first: int, start: int) -> None:
        self.first, self.end = first, start
        self.parts: list[bytes] = []
        self.places: list[int] = []

    @property
    def next(self) -> int:
        """Return the number that the next object gets."""
        return self.first + len(self.places)

    def add(self, body: bytes) -> int:
        """Put an object at the end and return its number."""
        made = self.next
        whole = b"%d 0 obj\n%s\nendobj\n" % (made, body)
        self.places.append(self.end)
        self.parts.append(whole)
        self.end += len(whole)
        return made

    def cross_references(self) -> bytes:
        """Return the lines of the cross-reference table for these objects."""
        return b"".join([b"%010d 00000 n \n" % place for place in self.places])

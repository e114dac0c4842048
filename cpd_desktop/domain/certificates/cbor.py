"""As much CBOR (RFC 8949) as a token needs, in its one deterministic form.

Anything that ``encode`` would not write is refused, so that no two tokens mean the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Item: TypeAlias = "int | bytes | str | list[Item] | dict[int, Item] | Tagged"

DEEPEST = 6
MOST_ITEMS = 500
_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _LIST, _MAP, _TAG = range(7)
_SMALL = 24
_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}


@dataclass(frozen=True, slots=True)
class Tagged:
    """An item with a number that says what it is."""

    tag: int
    item: Item


def encode(item: Item) -> bytes:
    """Return the bytes of the item; the keys of maps are integers."""
    if isinstance(item, int):
        return _head(_UNSIGNED, item) if item >= 0 else _head(_NEGATIVE, -1 - item)
    if isinstance(item, bytes):
        return _head(_BYTES, len(item)) + item
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    if isinstance(item, list):
        return _head(_LIST, len(item)) + b"".join(map(encode, item))
    if isinstance(item, dict):
        pairs = sorted((encode(key), encode(value)) for key, value in item.items())
        return _head(_MAP, len(pairs)) + b"".join(key + value for key, value in pairs)
    return _head(_TAG, item.tag) + encode(item.item)


def decode(content: bytes) -> Item:
    """Return the one item that the bytes are; raises ``ValueError`` if they are anything else."""
    reader = _Reader(content)
    item = reader.item(DEEPEST)
    if reader.at != len(content):
        raise ValueError
    return item


def _head(kind: int, number: int) -> bytes:
    if number < _SMALL:
        return bytes((kind << 5 | number,))
    for code, width in _WIDTHS.items():
        if number < 1 << 8 * width:
            return bytes((kind << 5 | code,)) + number.to_bytes(width, "big")
    raise ValueError


class _Reader:
    """Reads items one after the other, no more and no deeper than a token has."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._items = 0
        self.at = 0

    def item(self, depth: int) -> Item:
        self._items += 1
        if not depth or self._items > MOST_ITEMS:
            raise ValueError
        kind, number = self._head()
        if kind in {_UNSIGNED, _NEGATIVE}:
            return number if kind == _UNSIGNED else -1 - number
        if kind in {_BYTES, _TEXT}:
            content = self._take(number)
            return content if kind == _BYTES else content.decode()
        if kind == _TAG:
            return Tagged(number, self.item(depth - 1))
        if kind > _TAG or number > MOST_ITEMS:
            raise ValueError
        if kind == _MAP:
            return self._map(number, depth - 1)
        return [self.item(depth - 1) for _ in range(number)]

    def _map(self, count: int, depth: int) -> dict[int, Item]:
        found: dict[int, Item] = {}
        before = b""
        for _ in range(count):
            start = self.at
            key = self.item(depth)
            written = self._content[start : self.at]
            if not isinstance(key, int) or written <= before:
                raise ValueError
            before = written
            found[key] = self.item(depth)
        return found

    def _head(self) -> tuple[int, int]:
        kind, number = divmod(self._take(1)[0], 32)
        if number < _SMALL:
            return kind, number
        if number not in _WIDTHS:
            raise ValueError
        written = self._take(_WIDTHS[number])
        value = int.from_bytes(written, "big")
        if _head(kind, value)[1:] != written:  # a longer form than needed
            raise ValueError
        return kind, value

    def _take(self, count: int) -> bytes:
        taken = self._content[self.at : self.at + count]
        if len(taken) != count:
            raise ValueError
        self.at += count
        return taken

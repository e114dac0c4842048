"""As much DER as a signature in a PDF needs, written and read in its one allowed form."""

from __future__ import annotations

from typing import NamedTuple

INTEGER, OCTETS, NULL, OID, SEQUENCE, SET = 0x02, 0x04, 0x05, 0x06, 0x30, 0x31
TAGGED_0 = 0xA0
_SHORT, _LONGEST_LENGTH = 0x80, 4
_LONG_TAG = 0x1F


class Node(NamedTuple):
    """One value as it lies in the bytes: its tag, what is in it, and all of it."""

    tag: int
    content: bytes
    whole: bytes

    def parts(self, *tags: int) -> list[Node]:
        """Return what is in it; raises ``ValueError`` if tags are given and are not these."""
        found = []
        rest = self.content
        while rest:
            node, rest = leading(rest)
            found.append(node)
        if tags and [node.tag for node in found] != list(tags):
            raise ValueError
        return found


def read(content: bytes, tag: int = SEQUENCE) -> Node:
    """Return the one value that the bytes are; raises ``ValueError`` if they are not."""
    node, rest = leading(content)
    if rest or node.tag != tag:
        raise ValueError
    return node


def value(tag: int, *parts: bytes) -> bytes:
    """Return the bytes of a value."""
    content = b"".join(parts)
    length = len(content)
    if length < _SHORT:
        return bytes((tag, length)) + content
    digits = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((tag, _SHORT | len(digits))) + digits + content


def oid(dotted: str) -> bytes:
    """Return the bytes of an object identifier."""
    first, second, *rest = map(int, dotted.split("."))
    content = bytearray()
    for number in (40 * first + second, *rest):
        groups = [number & 0x7F]
        while number := number >> 7:
            groups.append(number & 0x7F | _SHORT)
        content += bytes(reversed(groups))
    return value(OID, bytes(content))


def leading(content: bytes) -> tuple[Node, bytes]:
    """Return the first value and the bytes after it; raises ``ValueError`` if there is none."""
    if len(content) < 2 or content[0] & _LONG_TAG == _LONG_TAG:  # noqa: PLR2004 - tag and length
        raise ValueError
    length, start = content[1], 2
    if length >= _SHORT:
        count = length - _SHORT
        digits = content[2 : 2 + count]
        length, start = int.from_bytes(digits, "big"), 2 + count
        needless = not digits or not digits[0] or length < _SHORT
        if needless or count > _LONGEST_LENGTH or len(digits) != count:
            raise ValueError
    end = start + length
    if end > len(content):
        raise ValueError
    return Node(content[0], content[start:end], content[:end]), content[end:]

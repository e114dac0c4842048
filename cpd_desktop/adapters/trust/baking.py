"""A badge baked into a PNG picture, where badge wallets look for it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust.badges import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 10_000
# Keyword, not compressed, no language, no translated keyword.
_ENTRY = b"openbadgecredential\0\0\0\0\0"
_AROUND = 12  # length, kind and checksum of a chunk


def bake(picture: bytes, badge: str) -> bytes:
    """Return the PNG with the badge in it, instead of an older one; raises ``ValueError``."""
    parts = [MAGIC]
    for kind, content, whole in _chunks(picture):
        if not (kind == b"iTXt" and content.startswith(b"openbadgecredential\0")):
            parts.append(whole)
        if kind == b"IHDR":
            parts.append(_chunk(b"iTXt", _ENTRY + badge.encode("ascii")))
    return b"".join(parts)


def baked(picture: bytes) -> str | None:
    """Return the badge in the PNG, if it has one; raises ``ValueError`` if it is damaged."""
    found = [
        content.removeprefix(_ENTRY)
        for kind, content, _ in _chunks(picture)
        if kind == b"iTXt" and content.startswith(_ENTRY)
    ]
    if len(found) > 1 or any(len(each) > LONGEST for each in found):
        raise ValueError
    return found[0].decode("ascii") if found else None


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    at, kind = len(MAGIC), b""
    if not picture.startswith(MAGIC):
        raise ValueError
    for _ in range(MOST_CHUNKS):
        length = int.from_bytes(picture[at : at + 4], "big")
        whole = picture[at : at + length + _AROUND]
        kind, content = whole[4:8], whole[8:-4]
        if len(whole) != length + _AROUND or _chunk(kind, content) != whole:
            raise ValueError
        yield kind, content, whole
        at += len(whole)
        if kind == b"IEND":
            break
    if kind != b"IEND" or at != len(picture):
        raise ValueError


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return len(content).to_bytes(4, "big") + kind + content + checksum.to_bytes(4, "big")

"""A picture of one dot, whole down to its checksums."""

from __future__ import annotations

import zlib


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + checksum


SMALL_PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"),
        chunk(b"IDAT", zlib.compress(b"\0\xff")),
        chunk(b"IEND", b""),
    )
)

"""Base45 (RFC 9285): bytes in the letters that a QR code packs most densely."""

from __future__ import annotations

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(LETTERS)}
_PAIRS = [LETTERS[number % 45] + LETTERS[number // 45] for number in range(45 * 45)]
_ONE_BYTE, _TWO_BYTES = 0x100, 0x10000


def encode(content: bytes) -> str:
    """Return the letters for these bytes."""
    parts = []
    for at in range(0, len(content) - 1, 2):
        high, low = divmod(content[at] << 8 | content[at + 1], 45 * 45)
        parts.append(_PAIRS[low] + LETTERS[high])
    if len(content) % 2:
        parts.append(_PAIRS[content[-1]])
    return "".join(parts)


def decode(text: str) -> bytes:
    """Return the bytes; raises ``ValueError`` for text that ``encode`` never writes."""
    try:
        values = [_VALUES[letter] for letter in text]
    except KeyError:
        raise ValueError from None
    whole = bytearray()
    for at in range(0, len(values) - 2, 3):
        number = values[at] + 45 * values[at + 1] + 2025 * values[at + 2]
        if number >= _TWO_BYTES:
            raise ValueError
        whole += number.to_bytes(2, "big")
    rest = values[len(values) // 3 * 3 :]
    if rest:
        if len(rest) == 1 or rest[0] + 45 * rest[1] >= _ONE_BYTE:
            raise ValueError
        whole.append(rest[0] + 45 * rest[1])
    return bytes(whole)

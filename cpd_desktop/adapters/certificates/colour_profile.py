"""The sRGB colour profile that says what the colours of an archived PDF mean."""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

# From the standard IEC 61966-2-1, adapted to the white of print as profiles want it.
_WHITE: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_STEPS: Final = 1024
_NAME: Final = b"sRGB IEC61966-2.1"


@cache
def srgb_profile() -> bytes:
    """Return the profile, always of the same bytes."""
    curve = b"curv" + struct.pack(">II", 0, _STEPS)
    curve += b"".join(struct.pack(">H", round(65535 * _light(at))) for at in range(_STEPS))
    described = b"desc" + struct.pack(">II", 0, len(_NAME) + 1) + _NAME + bytes(1 + 4 + 4 + 3 + 67)
    tags = {
        b"desc": described,
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _point(_WHITE),
        **{tag: _point(each) for tag, each in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += tag + struct.pack(">II", places[data], len(data))
    header = struct.pack(
        ">I4xI4s4s4s6H4s28x3I48x",
        start + len(body), 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2026, 1, 1, 0, 0, 0, b"acsp",
        0xF6D6, 0x10000, 0xD32D,
    )  # fmt: skip
    return header + struct.pack(">I", len(tags)) + table + body


def _light(step: int) -> float:
    part = step / (_STEPS - 1)
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB


def _point(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(each * 65536)) for each in values)

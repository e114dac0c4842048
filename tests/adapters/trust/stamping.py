"""Signed files with a time stamp after them."""

from __future__ import annotations

from cpd_desktop.adapters.trust.stamped_pdf import room_for_stamp
from tests.adapters.trust.issuing import NOW
from tests.fakes.time_stamps import Authority

STAMPER = Authority()


def stamped(issued: bytes, by: Authority = STAMPER, digest: bytes | None = None) -> bytes:
    """Return a copy with a stamp, of its own digest unless another is given."""
    room = room_for_stamp(issued)
    return room.filled(bytes(by.token(digest or room.digest, 5, NOW).dump()))


def other_page(copy: bytes) -> bytes:
    """Return a copy whose added part shows another page than the one that was signed."""
    place = copy.rindex(b"/Type/Catalog/Pages 2 0 R")
    return copy[:place] + copy[place:].replace(b"/Pages 2 0 R", b"/Pages 3 0 R", 1)

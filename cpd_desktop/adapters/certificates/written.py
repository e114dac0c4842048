"""A certificate as bytes: how its parts are joined, and where a signature goes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.certificates.pdf_parts import ObjectRow
from cpd_desktop.adapters.certificates.plan import CATALOG, INFO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.adapters.certificates.plan import Plan

_ZEROS: Final = b"0000000000"
BLANK_RANGES: Final = b"[%s %s %s %s]" % (_ZEROS, _ZEROS, _ZEROS, _ZEROS)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the certificate, such as its badge."""

    name: str
    media: str
    data: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A certificate as bytes; ``gap`` is where the signature goes, its brackets included."""

    prefix: bytes = field(repr=False)
    tail: bytes = field(repr=False)
    gap: tuple[int, int] | None = None
    _started: hashlib._Hash | None = field(default=None, repr=False, compare=False)

    @property
    def data(self) -> bytes:
        """Return the whole file."""
        return self.prefix + self.tail

    @property
    def byte_range(self) -> tuple[int, int, int, int]:
        """Return what the signature covers: start and length of the part on each side of it."""
        start, end = self._sides()
        return 0, start, end, len(self.prefix) + len(self.tail) - end

    def digest(self) -> bytes:
        """Return the SHA-256 of what the signature covers."""
        start, end = self._sides()
        own = len(self.prefix)
        hashed = self._started.copy() if self._started else hashlib.sha256(self.prefix)
        hashed.update(self.tail[: start - own])
        hashed.update(self.tail[end - own :])
        return hashed.digest()

    def signed(self, signature: bytes) -> bytes:
        """Return the whole file with the signature in its place."""
        start, end = self._sides()
        own, room = len(self.prefix), end - start - 2
        coded = signature.hex().encode()
        if len(coded) > room:
            raise ValueError(f"the signature needs {len(coded) // 2} bytes, not {room // 2}")
        before, after = self.tail[: start - own + 1], self.tail[end - own - 1 :]
        return b"".join((self.prefix, before, coded, b"0" * (room - len(coded)), after))

    def _sides(self) -> tuple[int, int]:
        if self.gap is None:
            raise ValueError("this certificate has no room for a signature")
        return self.gap


class Signing(NamedTuple):
    """A signature's object up to its place, how many bytes to keep free, and the hash begun."""

    opened: bytes
    reserve: int
    started: hashlib._Hash


def joined(
    plan: Plan, bodies: Mapping[int, bytes], more: ObjectRow, signing: Signing, identity: bytes
) -> Written:
    """Put the parts one after the other, the signature's object last."""
    own = ObjectRow(1, more.end)
    for number in range(1, plan.fixed + 1 - plan.signed):
        own.add(bodies[number])
    opened, reserve = signing.opened, signing.reserve
    inside = own.end + len(b"%d 0 obj\n" % own.next) + len(opened)
    if plan.signed:
        own.add(opened + b"<" + b"0" * (2 * reserve) + b">>>")
    count = plan.fixed + len(plan.row.places) + len(more.places) + 1
    trailer = (
        b"xref\n0 %d\n0000000000 65535 f \n%s%s%strailer\n"
        b"<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
    ) % (
        count, own.cross_references(), plan.references, more.cross_references(),
        count, CATALOG, INFO, identity, identity, own.end,
    )  # fmt: skip
    tail = b"".join((*more.parts, *own.parts, trailer))
    if not plan.signed:
        return Written(plan.prefix, tail)
    end = inside + 2 * reserve + 2
    ranges = b"[%s %010d %010d %010d]" % (
        _ZEROS, inside, end, len(plan.prefix) + len(tail) - end,
    )  # fmt: skip
    first, last = inside - len(opened) - len(plan.prefix), inside - len(plan.prefix)
    tail = tail[:first] + opened.replace(BLANK_RANGES, ranges) + tail[last:]
    return Written(plan.prefix, tail, (inside, end), signing.started)

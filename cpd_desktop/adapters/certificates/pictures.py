"""Pictures as objects of a PDF: JPEG as it is, PNG with its transparency apart."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.pdf_parts import raw_stream

if TYPE_CHECKING:
    from PIL.Image import Image

    from cpd_desktop.domain.certificates.template import Box

_SIGNATURE: Final = 8  # bytes before the first chunk of a PNG


@dataclass(frozen=True, slots=True)
class Encoded:
    """A picture's size in dots, and its objects; the mask of transparency is the second."""

    width: int
    height: int
    picture: tuple[bytes, bytes]
    mask: tuple[bytes, bytes] | None = None

    def objects(self, first: int) -> list[bytes]:
        """Return the objects, to be numbered from here on; the picture itself is the first."""
        entries, data = self.picture
        if self.mask is None:
            return [raw_stream(data, entries)]
        entries += b"/SMask %d 0 R" % (first + 1)
        return [raw_stream(data, entries), raw_stream(self.mask[1], self.mask[0])]

    def within(self, box: Box) -> tuple[float, float, float, float]:
        """Return where it lies in a box, as large as it can be: x, y, width, height."""
        scale = min(box.width / self.width, box.height / self.height)
        width, height = self.width * scale, self.height * scale
        return (
            box.x + (box.width - width) / 2,
            box.y + (box.height - height) / 2,
            width,
            height,
        )


def encoded(data: bytes) -> Encoded:
    """Return a JPEG or PNG, which was looked at when it was taken in, ready for a PDF."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        width, height = opened.size
        if opened.format == "JPEG" and opened.mode in {"RGB", "L"}:
            space = b"/DeviceGray" if opened.mode == "L" else b"/DeviceRGB"
            entries = _entries(width, height, space) + b"/Filter/DCTDecode"
            return Encoded(width, height, (entries, data))
        clear = opened.convert("RGBA")
    picture = _packed(clear.convert("RGB"), b"/DeviceRGB", 3)
    alpha = clear.getchannel("A")
    opaque = alpha.getextrema() == (255, 255)
    mask = None if opaque else _packed(alpha, b"/DeviceGray", 1)
    return Encoded(width, height, picture, mask)


def _entries(width: int, height: int, space: bytes) -> bytes:
    return (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace"
        % (width, height)
        + space
    )


def _packed(picture: Image, space: bytes, colours: int) -> tuple[bytes, bytes]:
    """Return the picture as a PNG packs it, which a PDF can read as well."""
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    entries = _entries(*picture.size, space) + (
        b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent 8/Columns %d>>"
        % (colours, picture.width)
    )
    return entries, _image_data(written.getvalue())


def _image_data(png: bytes) -> bytes:
    at, found = _SIGNATURE, []
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + length])
        at += length + 12
    return b"".join(found)

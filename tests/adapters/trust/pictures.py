"""Pictures in grey, and QR codes on them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from zxingcpp import BarcodeFormat, create_barcode


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


@dataclass(frozen=True, slots=True)
class Grey:
    """Dots from black to white, line by line."""

    width: int
    height: int
    dots: bytes

    def as_png(self) -> bytes:
        lines = (
            b"\0" + self.dots[at : at + self.width] for at in range(0, len(self.dots), self.width)
        )
        size = self.width.to_bytes(4, "big") + self.height.to_bytes(4, "big")
        return b"".join(
            (
                b"\x89PNG\r\n\x1a\n",
                chunk(b"IHDR", size + b"\x08\0\0\0\0"),
                chunk(b"IDAT", zlib.compress(b"".join(lines))),
                chunk(b"IEND", b""),
            )
        )

    def as_film(self) -> bytes:
        """Return a film (YUV4MPEG2) that shows nothing else."""
        head = b"YUV4MPEG2 W%d H%d F10:1 Ip C420jpeg\n" % (self.width, self.height)
        colours = b"\x80" * (self.width * self.height // 2)
        return head + (b"FRAME\n" + self.dots + colours) * 2

    def on(self, width: int, height: int, left: int, top: int) -> Grey:
        """Return a larger light grey picture with this one in it."""
        page = bytearray(b"\xe6" * (width * height))
        for line in range(self.height):
            at = (top + line) * width + left
            page[at : at + self.width] = self.dots[line * self.width : (line + 1) * self.width]
        return Grey(width, height, bytes(page))

    def turned(self) -> Grey:
        """Return it turned by a quarter."""
        columns = (self.dots[at :: self.width][::-1] for at in range(self.width))
        return Grey(self.height, self.width, b"".join(columns))

    def receding(self, by: float) -> Grey:
        """Return it as a camera sees it that looks at it from the side."""
        width, height = int(self.width * 1.5), int(self.height * 1.5)
        found = bytearray(b"\xff" * (width * height))
        for y in range(height):
            for x in range(width):
                nearer = 1 + by * x / self.width + by / 2 * y / self.height
                left, top = int(x / nearer), int(y / nearer)
                if left < self.width and top < self.height:
                    found[y * width + x] = self.dots[top * self.width + left]
        return Grey(width, height, bytes(found))

    def leaning(self, by: float) -> Grey:
        """Return it with every line pushed further aside than the one above."""
        more = int(by * self.height) + 1
        lines = []
        for line in range(self.height):
            aside = int(by * line)
            dots = self.dots[line * self.width : (line + 1) * self.width]
            lines.append(b"\xff" * aside + dots + b"\xff" * (more - aside))
        return Grey(self.width + more, self.height, b"".join(lines))


def code_of(text: str, scale: int = 3, level: str = "M") -> Grey:
    """Return a QR code, as another program draws it."""
    made = create_barcode(text, BarcodeFormat.QRCode, ec_level=level).to_image(scale=scale)
    dots = memoryview(made)  # type: ignore[arg-type] # the stubs do not say that it has the buffer protocol
    height, width = dots.shape or (0, 0)
    return Grey(width, height, bytes(dots))

"""The dots of a QR code, as certificates draw them."""

from __future__ import annotations

from cpd_desktop.adapters.certificates.drawing import BitMatrix

_AS_BITS = bytes(48 if dot else 49 for dot in range(256))


def qr_dots(text: str) -> BitMatrix:
    """Return the code that says the text."""
    from zxingcpp import BarcodeFormat, create_barcode

    made = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    # nanobind's Image has the buffer protocol, which its stubs do not say.
    dots = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    (side, _columns), bits = dots.shape or (0, 0), dots.tobytes().translate(_AS_BITS)
    width = (side + 7) // 8
    rows = (bits[at * side : (at + 1) * side].ljust(width * 8, b"0") for at in range(side))
    return BitMatrix(side, b"".join(int(row, 2).to_bytes(width, "big") for row in rows))

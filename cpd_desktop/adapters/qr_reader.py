"""Finds QR codes in pictures, by zxing-cpp."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.services.code_reader import GreyPicture


def codes_in(picture: GreyPicture) -> tuple[str, ...]:
    """Return the text of every QR code in the picture, each once."""
    from zxingcpp import BarcodeFormat, BarcodeFormats, ImageFormat, ImageView, read_barcodes

    if picture.width <= 0 or picture.height <= 0:
        return ()
    view = ImageView(picture.dots, picture.width, picture.height, ImageFormat.Lum, picture.stride)
    found = read_barcodes(view, formats=BarcodeFormats([BarcodeFormat.QRCode]))
    return tuple(dict.fromkeys(each.text for each in found))

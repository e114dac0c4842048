from __future__ import annotations

import pytest
from zxingcpp import BarcodeFormat, create_barcode

from cpd_desktop.adapters.qr_reader import codes_in
from cpd_desktop.services.code_reader import GreyPicture


def picture(text: str, *, spare: int = 0) -> GreyPicture:
    """Return a code in grey, with unused bytes at the end of each line."""
    dots = memoryview(create_barcode(text, BarcodeFormat.QRCode).to_image(scale=3))  # type: ignore[arg-type] # the stubs do not say that it has the buffer protocol
    height, width = dots.shape or (0, 0)
    whole = bytes(dots)
    lines = (whole[row * width : (row + 1) * width] + b"\0" * spare for row in range(height))
    return GreyPicture(width, height, width + spare, b"".join(lines))


@pytest.mark.parametrize("spare", [0, 3])
def test_a_code_is_read_whatever_the_length_of_a_line_in_memory(spare: int) -> None:
    assert codes_in(picture("CPD one", spare=spare)) == ("CPD one",)


def test_a_picture_without_a_code_has_none() -> None:
    assert codes_in(GreyPicture(40, 40, 40, b"\x80" * 1600)) == ()


def test_a_picture_without_dots_has_none() -> None:
    assert codes_in(GreyPicture(0, 0, 0, b"")) == ()

from __future__ import annotations

import io
import random
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from cpd_desktop.adapters.certificates.pictures import encoded
from cpd_desktop.adapters.certificates.taking_in import PictureIntake
from cpd_desktop.domain.certificates.template import Asset, Box, Page, Picture, Template
from cpd_desktop.domain.errors import Invalid, Unavailable

A4 = (841.89, 595.28)
INTAKE = PictureIntake()


def picture(size: tuple[int, int], kind: str, mode: str = "RGB", **how: Any) -> bytes:
    chance = random.Random(7)  # noqa: S311 - noise for a picture
    small = Image.frombytes("RGB", (40, 30), chance.randbytes(3_600)).convert(mode)
    written = io.BytesIO()
    fast = {"compress_level": 1} if kind == "PNG" else {}
    small.resize(size).save(written, kind, **fast, **how)
    return written.getvalue()


def opened(asset: Asset) -> Image.Image:
    return Image.open(io.BytesIO(asset.data))


def bomb(side: int) -> bytes:
    """Return a PNG of a few bytes that claims to be as large as this."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("JPEG", "CMYK")])
def test_a_background_becomes_a_jpeg_no_finer_than_print_needs(kind: str, mode: str) -> None:
    asset = INTAKE.background(picture((2600, 1838), kind, mode), "sky", *A4)
    found = opened(asset)
    assert (found.format, found.mode) == ("JPEG", "RGB")
    assert found.width <= 841.89 / 72 * 200 + 1
    assert len(asset.data) <= 200_000


def test_a_logo_shrinks_to_its_printed_size_and_stays_clear() -> None:
    asset = INTAKE.picture(picture((800, 600), "PNG", "RGBA"), "logo", 72, 72)
    assert opened(asset).size == (300, 225)
    opaque = Image.new("RGBA", (60, 60), (200, 0, 0, 0))
    written = io.BytesIO()
    opaque.save(written, "PNG")
    clear = INTAKE.picture(written.getvalue(), "logo", 72, 72)
    assert encoded(clear.data).mask is not None
    assert encoded(asset.data).mask is None


def test_a_small_picture_is_not_blown_up() -> None:
    assert opened(INTAKE.picture(picture((40, 30), "PNG"), "logo", 720, 720)).size == (40, 30)


def test_a_photo_taken_sideways_stands_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    asset = INTAKE.picture(picture((400, 300), "JPEG", exif=turned), "photo", 720, 720)
    assert opened(asset).size == (300, 400)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (bomb(10_000), "million dots"),
        (bomb(60_000), "million dots"),
        (b"GIF89a" + bytes(50), "not a JPEG"),
        (b"", "not a JPEG"),
        (picture((300, 200), "JPEG")[:900], "damaged"),
        (bomb(100), "damaged"),
    ],
)
def test_a_picture_that_is_none_or_too_large_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        INTAKE.picture(data, "Logo.png", 100, 100)


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
NESTED = '<g id="a0"><path/></g>' + "".join(
    f'<g id="a{at}">' + f'<use href="#a{at - 1}"/>' * 10 + "</g>" for at in range(1, 9)
)


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<rect onclick="x()"/>', "onclick"),
        ('<image href="https://example.org/a.png"/>', "elsewhere"),
        ('<image xlink:href="file:///etc/passwd"/>', "elsewhere"),
        ('<image href="data:image/svg+xml;base64,AA=="/>', "elsewhere"),
        ("<style>@import 'a.css';</style>", "elsewhere"),
        ('<rect style="fill:url(http://example.org/#a)"/>', "elsewhere"),
        ("<foreignObject/>", "foreignObject"),
        ('<a href="javascript:x()"/>', "elsewhere"),
        (NESTED, "too deeply"),
        ('<g id="b"><use href="#b"/></g>', "too deeply"),
        ("<g>" * 80 + "</g>" * 80, "too deeply"),
        ("<rect", "not an SVG"),
    ],
)
def test_a_drawing_that_runs_or_calls_out_is_refused_in_words(inside: str, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        INTAKE.background(SVG.format("", inside).encode(), "drawing.svg", *A4)


@pytest.mark.parametrize(
    "head", ['<!DOCTYPE svg [<!ENTITY a "b">]>', '<?xml-stylesheet href="https://example.org"?>']
)
def test_a_drawing_with_entities_or_a_style_from_elsewhere_is_refused(head: str) -> None:
    with pytest.raises(Invalid):
        INTAKE.background((head + SVG.format("", "")).encode(), "drawing.svg", *A4)


def test_a_harmless_drawing_is_drawn_as_large_as_it_is_printed() -> None:
    asked: list[tuple[int, int]] = []

    def draw(data: bytes, width: int, height: int) -> bytes:
        assert b"linearGradient" in data
        asked.append((width, height))
        return picture((width, height), "PNG", "RGBA")

    inside = '<linearGradient id="g"/><rect fill="url(#g)"/><use xlink:href="#g"/>'
    asset = PictureIntake(draw).picture(SVG.format("", inside).encode(), "logo.svg", 72, 36)
    assert asked == [(300, 150)]
    assert opened(asset).size == (300, 150)
    with pytest.raises(Unavailable):
        INTAKE.picture(SVG.format("", "").encode(), "logo.svg", 72, 36)


def test_the_first_page_of_a_pdf_becomes_a_background() -> None:
    from reportlab.pdfgen.canvas import Canvas

    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, *A4, fill=1)
    canvas.save()
    found = opened(INTAKE.background(written.getvalue(), "sky.pdf", *A4)).convert("RGB")
    assert found.getpixel((100, 100)) == pytest.approx((254, 0, 0), abs=3)
    assert found.width == pytest.approx(841.89 / 72 * 200, abs=2)
    with pytest.raises(Invalid, match="damaged"):
        INTAKE.background(written.getvalue()[:200], "sky.pdf", *A4)


def of_stranger(sky: bytes, logo: bytes) -> Template:
    mark = Picture(name="Logo", box=Box(0, 0, 72, 72), asset="logo", alt="Logo")
    page = Page(*A4, elements=(mark,), background="sky")
    assets = (Asset("sky", "image/jpeg", sky), Asset("logo", "image/png", logo))
    return Template("Strange", (page,), assets=assets)


def test_a_strangers_template_gets_pictures_as_small_as_ones_own() -> None:
    strange = of_stranger(picture((3200, 2300), "JPEG"), picture((700, 600), "PNG"))
    template = INTAKE.imported(strange)
    sky, logo = map(opened, template.assets)
    assert sky.width <= 841.89 / 72 * 200 + 1
    assert max(logo.size) <= 300
    assert INTAKE.imported(template) == template


@pytest.mark.parametrize("data", [bomb(10_000), b"not a picture"])
def test_a_strangers_template_with_a_bad_picture_is_refused_naming_it(data: bytes) -> None:
    with pytest.raises(Invalid, match="logo"):
        INTAKE.imported(of_stranger(picture((40, 30), "JPEG"), data))

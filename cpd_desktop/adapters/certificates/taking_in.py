"""Takes pictures into a template once, so that writing a certificate never decodes one again."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.svg_safety import require_harmless
from cpd_desktop.domain.certificates.template import Asset, Picture
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

    from cpd_desktop.domain.certificates.template import Page, Template

    DrawSvg = Callable[[bytes, int, int], bytes]

UNKNOWN = Sentence("picture", "{name} is not a JPEG, PNG, SVG or PDF file.")
BROKEN = Sentence("picture", "{name} is damaged: its picture cannot be read.")
TOO_LARGE = Sentence("picture", "{name} is larger than {limit} MB.")
TOO_MANY_DOTS = Sentence("picture", "{name} has more than {limit} million dots.")
NO_SVG = Sentence("picture", "SVG drawings can be taken in by the window only.")
SAVE_AS_PNG = Sentence("picture", "Save it as a PNG and take that in. Nothing was changed.")

BACKGROUND_DPI: Final = 200
PICTURE_DPI: Final = 300
_MOST_MEGABYTES: Final = 60
_MOST_MILLIONS: Final = 50
_MILLION: Final = 1_000_000
_INCH: Final = 72  # in points
# A certificate may have 300 KB; its letters take about a third.
_ROOM: Final = 170_000
_TRIES: Final = ((1.0, 85), (1.0, 75), (1.0, 65), (0.75, 70), (0.6, 65), (0.5, 55))


@dataclass(frozen=True, slots=True)
class PictureIntake:
    """Makes what people choose into pictures that certificates can hold.

    ``draw_svg`` draws a drawing that was looked through, as PNG of a width and height in dots.
    """

    draw_svg: DrawSvg | None = None

    def background(self, data: bytes, name: str, width: float, height: float) -> Asset:
        """Return the background of a page of this size; raises ``Invalid`` or ``Unavailable``."""
        picture = self._opened(data, name, width, height, BACKGROUND_DPI)
        return Asset(name, "image/jpeg", _jpeg(_on_white(picture)))

    def picture(self, data: bytes, name: str, width: float, height: float) -> Asset:
        """Return a logo or signature as large as it is printed; raises as a background does."""
        picture = self._opened(data, name, width, height, PICTURE_DPI)
        if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255):
            picture = picture.convert("RGB")
        written = io.BytesIO()
        picture.save(written, "PNG", optimize=True)
        png = written.getvalue()
        if picture.mode == "RGBA":
            return Asset(name, "image/png", png)
        jpeg = _jpeg(picture)
        small = len(png) <= len(jpeg)
        return Asset(name, *(("image/png", png) if small else ("image/jpeg", jpeg)))

    def imported(self, template: Template) -> Template:
        """Return a template from a stranger with its pictures looked at, and made small enough.

        Raises ``Invalid`` naming the picture that is damaged or too large.
        """
        backgrounds: dict[str, Page] = {}
        boxes: dict[str, tuple[float, float]] = {}
        for page in template.pages:
            backgrounds.setdefault(page.background, page)
            for element in page.elements:
                if isinstance(element, Picture):
                    width, height = boxes.get(element.asset, (0.0, 0.0))
                    box = element.box
                    boxes[element.asset] = (max(width, box.width), max(height, box.height))
        return replace(
            template,
            assets=tuple(
                self._imported(
                    each, backgrounds.get(each.name), boxes.get(each.name, (_INCH, _INCH))
                )
                for each in template.assets
            ),
        )

    def _imported(self, asset: Asset, page: Page | None, box: tuple[float, float]) -> Asset:
        name, found = asset.name, _read(asset.data, asset.name)
        width, height = (page.width, page.height) if page else box
        dpi = BACKGROUND_DPI if page else PICTURE_DPI
        within = found.width <= width * dpi / _INCH + 1 and found.height <= height * dpi / _INCH + 1
        if within and len(asset.data) <= _ROOM:
            return asset
        if page:
            return self.background(asset.data, name, width, height)
        return self.picture(asset.data, name, width, height)

    def _opened(self, data: bytes, name: str, width: float, height: float, dpi: int) -> Image:
        """Return the picture in colours, no finer than it can be printed."""
        if len(data) > _MOST_MEGABYTES * _MILLION:
            raise _refused(TOO_LARGE.filled(name=name, limit=_MOST_MEGABYTES))
        across, down = (max(1, round(each * dpi / _INCH)) for each in (width, height))
        if data[:5] == b"%PDF-":
            picture = _drawn_pdf(data, name, across, down)
        elif b"<svg" in data[:4096]:
            picture = self._drawn_svg(data, name, across, down)
        elif data[:3] == b"\xff\xd8\xff" or data[:8] == b"\x89PNG\r\n\x1a\n":
            picture = _read(data, name)
        else:
            raise _refused(UNKNOWN.filled(name=name))
        picture.thumbnail((across, down))
        return picture

    def _drawn_svg(self, data: bytes, name: str, across: int, down: int) -> Image:
        require_harmless(data)
        if self.draw_svg is None:
            raise Unavailable(NO_SVG, SAVE_AS_PNG)
        return _read(self.draw_svg(data, across, down), name)


def _read(data: bytes, name: str) -> Image:
    """Return a JPEG or PNG; its size is looked at before its dots are."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
            if opened.width * opened.height > _MOST_MILLIONS * _MILLION:
                raise _refused(TOO_MANY_DOTS.filled(name=name, limit=_MOST_MILLIONS))
            upright = ImageOps.exif_transpose(opened)
            clear = "A" in opened.getbands() or "transparency" in opened.info
            return upright.convert("RGBA" if clear else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        raise _refused(TOO_MANY_DOTS.filled(name=name, limit=_MOST_MILLIONS)) from problem
    except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError, Warning) as problem:
        raise _refused(BROKEN.filled(name=name)) from problem


def _drawn_pdf(data: bytes, name: str, across: int, down: int) -> Image:
    """Return the first page, drawn as large as it is printed."""
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    try:
        document = pdfium.PdfDocument(data)
        page = document[0]
        width, height = page.get_size()
        scale = min(across / width, down / height)
        picture: Image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        document.close()
    except (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError) as problem:
        raise _refused(BROKEN.filled(name=name)) from problem
    return picture


def _on_white(picture: Image) -> Image:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _jpeg(picture: Image) -> bytes:
    """Return it as JPEG, as good as there is room for."""
    data = b""
    for scale, quality in _TRIES:
        smaller = picture
        if scale < 1:
            size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
            smaller = picture.resize(size)
        written = io.BytesIO()
        smaller.save(written, "JPEG", quality=quality, optimize=True)
        data = written.getvalue()
        if len(data) <= _ROOM:
            break
    return data


def _refused(says: Sentence) -> Invalid:
    return Invalid({"picture": says})

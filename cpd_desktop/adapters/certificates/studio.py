"""Draws pages of certificates for the screen, one at a time: pdfium allows no more."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.pdfium_turn import pdfium_turn
from cpd_desktop.adapters.certificates.qr_dots import qr_dots
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.certificates.sketch import Sketcher
from cpd_desktop.adapters.certificates.taking_in import PictureIntake
from cpd_desktop.domain.errors import Damaged
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.ports import Raster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Asset, Box, Page, Template
    from cpd_desktop.services.certificates.ports import DrawSvg

NOT_SHOWN = Sentence("certificates", "The page cannot be shown: the file is damaged.")
LOOK = Sentence("certificates", "Let CPD Desktop examine the data folder in Settings, Help.")
_MOST_DOTS: Final = 12_000_000
_CODE_LENGTH: Final = 303  # as long as what is signed, so that its dots are as fine
_NO_CERTIFICATE: Final = "THIS IS A PREVIEW AND NO CERTIFICATE"


@dataclass(slots=True)
class CertificateStudio:
    """Draws with the fonts of a shelf."""

    shelf: FontShelf
    _sketchers: list[Sketcher] = field(default_factory=list, init=False, repr=False)

    def picture(
        self,
        template: Template,
        at: int,
        snapshot: Snapshot,
        signatures: Mapping[str, bytes],
        scale: float,
    ) -> Raster:
        """Return a page as its certificate will look; see the port."""
        with pdfium_turn:
            sketcher = self._sketcher()
            pdf = sketcher.page(template, at, snapshot, signatures)
            return _drawn(pdf, 0, scale)._replace(unprintable=sketcher.unprintable)

    def page(self, pdf: bytes, at: int, scale: float) -> Raster:
        """Return a page of a file; see the port."""
        with pdfium_turn:
            return _drawn(pdf, at, scale)

    def background(self, data: bytes, name: str, page: Page, draw_svg: DrawSvg) -> Asset:
        """Return the background of a page; raises ``Invalid`` or ``Unavailable``."""
        with pdfium_turn:
            return PictureIntake(draw_svg).background(data, name, page.width, page.height)

    def logo(self, data: bytes, name: str, box: Box, draw_svg: DrawSvg) -> Asset:
        """Return a picture as large as it is printed; raises as a background does."""
        with pdfium_turn:
            return PictureIntake(draw_svg).picture(data, name, box.width, box.height)

    def shape_of(self, asset: Asset) -> tuple[int, int]:
        """Return how many dots wide and high a picture is."""
        from PIL import Image

        with Image.open(io.BytesIO(asset.data)) as opened:
            return opened.size

    def imported(self, template: Template) -> Template:
        """Return a stranger's template with its pictures looked at; raises ``Invalid``."""
        return PictureIntake().imported(template)

    def _sketcher(self) -> Sketcher:
        if not self._sketchers:
            self._sketchers.append(Sketcher(Setter(Faces(self.shelf)), _code))
        return self._sketchers[0]


_BGRX: Final = 3  # pdfium's name for what Qt calls RGB32


def _drawn(pdf: bytes, at: int, scale: float) -> Raster:
    import pypdfium2 as pdfium  # type: ignore[import-untyped] # it has no types

    try:
        document = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as error:
        raise Damaged(NOT_SHOWN, LOOK) from error
    try:
        page = document[min(at, len(document) - 1)]
        width, height = page.get_size()
        drawn = page.render(
            scale=min(scale, (_MOST_DOTS / (width * height)) ** 0.5),
            may_draw_forms=False,
            draw_annots=False,
            force_bitmap_format=_BGRX,
        )
        return Raster(drawn.width, drawn.height, bytes(drawn.buffer))
    finally:
        document.close()


def _code(_snapshot: Snapshot) -> BitMatrix:
    return qr_dots(_NO_CERTIFICATE.ljust(_CODE_LENGTH, "7"))

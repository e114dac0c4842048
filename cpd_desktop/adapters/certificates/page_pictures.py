"""Makes pictures of pages: drafts are written by the writer that issues, then drawn by pdfium."""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.pdfium_turn import pdfium_turn
from cpd_desktop.adapters.certificates.qr_dots import qr_dots
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.domain.errors import Damaged
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template

NOT_SHOWN = Sentence("certificates", "The page cannot be shown: the file is damaged.")
LOOK = Sentence("certificates", "Let CPD Desktop examine the data folder in Settings, Help.")
MOST_DOTS: Final = 12_000_000
_WRITERS: Final = 8
_CODE_LENGTH: Final = 303  # as long as what is signed, so that its dots are as fine
_NO_CERTIFICATE: Final = "THIS IS A PREVIEW AND NO CERTIFICATE"


@dataclass(slots=True)
class PdfPagePictures:
    """Draws with the fonts of a shelf; what templates have in common is written once."""

    shelf: FontShelf
    _writing: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _setters: list[Setter] = field(default_factory=list, init=False, repr=False)
    _writers: dict[tuple[Template, str], CertificateWriter] = field(
        default_factory=dict, init=False, repr=False
    )

    def of_draft(
        self,
        template: Template,
        snapshot: Snapshot,
        signatures: Mapping[str, bytes],
        at: int,
        scale: float,
    ) -> bytes:
        """Return a page as it would be issued; see the port."""
        with self._writing:
            written = self._writer(template, snapshot.signature, signatures).write(snapshot)
        return self.of_file(written.data, at, scale)

    def of_file(self, pdf: bytes, at: int, scale: float) -> bytes:
        """Return a page of a file; see the port."""
        import pypdfium2 as pdfium  # type: ignore[import-untyped] # it has no types

        with pdfium_turn:
            try:
                document = pdfium.PdfDocument(pdf)
            except pdfium.PdfiumError as error:
                raise Damaged(NOT_SHOWN, LOOK) from error
            try:
                page = document[min(at, len(document) - 1)]
                width, height = page.get_size()
                scale = min(scale, (MOST_DOTS / (width * height)) ** 0.5)
                drawn = page.render(scale=scale, may_draw_forms=False).to_pil()
            finally:
                document.close()
        packed = io.BytesIO()
        drawn.save(packed, "PNG", compress_level=1)
        return packed.getvalue()

    def _writer(
        self, template: Template, signature: str, signatures: Mapping[str, bytes]
    ) -> CertificateWriter:
        key = template, signature
        if key not in self._writers:
            if len(self._writers) >= _WRITERS:
                self._writers.clear()
            if not self._setters:
                self._setters.append(Setter(Faces(self.shelf)))
            self._writers[key] = CertificateWriter(
                template, self._setters[0], dict(signatures), qr_modules=_code
            )
        return self._writers[key]


def _code(_snapshot: Snapshot) -> BitMatrix:
    return qr_dots(_NO_CERTIFICATE.ljust(_CODE_LENGTH, "7"))

"""Reads what others signed, for the services: cards, lists, certificates, pictures of codes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Damaged, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.domain.certificates.known import Known
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.certificates.verdicts import Verification

MOST_DOTS = 50_000_000

BADGE_SCALE = 1.5  # dots to a point, so that a title can be read

NO_BADGE = Sentence("certificates", "There is no badge in this file.")
NOT_DRAWN = Sentence("certificates", "The certificate could not be drawn as a picture.")
NOT_WRITTEN = Sentence("files", "The file {name} could not be written: {reason}.")
NOT_WRITTEN_ADVICE = Sentence("files", "Choose another folder. Nothing was left half-written.")


@dataclass(frozen=True, slots=True)
class CertificateJudge:
    """Knows nothing by itself: whoever asks says which issuers are known."""

    page_parts: Path

    def card(self, content: bytes) -> IssuerCard:
        """Read a card; raises ``Invalid`` if it is none or was changed."""
        from cpd_desktop.adapters.trust.documents import read_card

        return read_card(content)

    def status_list(self, content: bytes, card: IssuerCard) -> StatusList:
        """Read a list; raises ``Invalid`` if it is none, or not of this issuer."""
        from cpd_desktop.adapters.trust.documents import read_status_list

        return read_status_list(content, card)

    def verify(self, shown: bytes, known: Known, *, second: bool = True) -> Verification:
        """Say what is proven, after pyHanko was heard if a ``second`` opinion is wished."""
        from cpd_desktop.adapters.trust.second_opinion import second_opinion
        from cpd_desktop.adapters.trust.verify import verify

        return verify(shown, known, second_opinion if second else None)

    def codes_in(self, picture: bytes) -> tuple[str, ...]:
        """Return the text of every code in a picture; nothing if it is none, or a huge one."""
        from PIL import Image

        from cpd_desktop.adapters.qr_reader import codes_in
        from cpd_desktop.services.code_reader import GreyPicture

        try:
            opened = Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "GIF", "WEBP"))
            if opened.width * opened.height > MOST_DOTS:
                return ()
            grey = opened.convert("L")
        except (OSError, ValueError, SyntaxError, ArithmeticError, LookupError):
            return ()
        return codes_in(GreyPicture(grey.width, grey.height, grey.width, grey.tobytes()))

    def badge(self, pdf: bytes) -> bytes:
        """Return the first page as a PNG with the badge of the file in it; see the port."""
        import pypdfium2  # type: ignore[import-untyped] # it has no types

        from cpd_desktop.adapters.certificates.pdfium_turn import pdfium_turn
        from cpd_desktop.adapters.trust.baking import bake
        from cpd_desktop.adapters.trust.signed_pdf import badges_in

        badges = badges_in(pdf)
        if len(badges) != 1:
            raise NotFound(NO_BADGE)
        drawn = io.BytesIO()
        with pdfium_turn:
            try:
                document = pypdfium2.PdfDocument(pdf)
                try:
                    document[0].render(scale=BADGE_SCALE).to_pil().save(drawn, "PNG")
                finally:
                    document.close()
            except pypdfium2.PdfiumError as error:
                raise Damaged(NOT_DRAWN) from error
        return bake(drawn.getvalue(), badges[0])

    def page(self, cards: Sequence[bytes], lists: Sequence[bytes]) -> str:
        """Return verify.html, which knows these cards and lists."""
        from cpd_desktop.adapters.trust.verify_page import verify_page

        return verify_page(self.page_parts, cards, lists)

    def write(self, path: Path, content: bytes) -> None:
        """Write a file, whole or not at all; raises ``Unavailable``."""
        from cpd_desktop.adapters.safe_file import replace_file

        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            says = NOT_WRITTEN.filled(name=path.name, reason=reason)
            raise Unavailable(says, NOT_WRITTEN_ADVICE) from error

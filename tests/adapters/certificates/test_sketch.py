from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium  # type: ignore[import-untyped] # it has no types
import pytest
from PIL import Image

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.certificates.sketch import Sketcher
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.domain.certificates.editing import added, placed
from cpd_desktop.domain.certificates.editing_pages import empty_template, with_background
from cpd_desktop.domain.certificates.template import (
    Asset,
    Box,
    CreditTable,
    Picture,
    Signature,
    Span,
    Template,
    Text,
)
from tests.adapters.certificates.samples import BUILT_IN, NAMES, SNAPSHOT, built_in, code_of

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.snapshot import Snapshot

SHELF = FontShelf(Path(), system_folders())
BOX = Box(60, 80, 400, 60)


@pytest.fixture(scope="module")
def setter() -> Setter:
    return Setter(Faces(SHELF))


@pytest.fixture(scope="module")
def sketcher(setter: Setter) -> Sketcher:
    return Sketcher(setter, code_of)


def dots(pdf: bytes, page: int = 0) -> bytes:
    document = pdfium.PdfDocument(pdf)
    try:
        return bytes(document[page].render(scale=1, may_draw_forms=False).buffer)
    finally:
        document.close()


def issued(template: Template, snapshot: Snapshot, setter: Setter, **signatures: bytes) -> bytes:
    writer = CertificateWriter(template, setter, signatures, qr_modules=code_of)
    return writer.write(snapshot).data


def png(colour: tuple[int, int, int, int] = (20, 60, 110, 200)) -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (60, 40), colour).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_editor_shows_dot_for_dot_what_will_be_issued(
    name: str, sketcher: Sketcher, setter: Setter
) -> None:
    template = built_in(name)
    assert dots(sketcher.page(template, 0, SNAPSHOT, {})) == dots(
        issued(template, SNAPSHOT, setter)
    )


@pytest.mark.parametrize("script", ["arabic", "devanagari", "thai", "cjk", "mixed"])
def test_names_of_every_script_look_as_they_will_be_issued(
    script: str, sketcher: Sketcher, setter: Setter
) -> None:
    template, snapshot = built_in("attendance"), replace(SNAPSHOT, person_name=NAMES[script])
    assert dots(sketcher.page(template, 0, snapshot, {})) == dots(
        issued(template, snapshot, setter)
    )


def test_pictures_signature_background_and_table_look_as_they_will_be_issued(
    sketcher: Sketcher, setter: Setter
) -> None:
    template, _ = added(
        replace(empty_template("Mine", "en-GB"), assets=(Asset("logo", "image/png", png()),)),
        0,
        [
            Picture(name="Logo", box=BOX, asset="logo", alt="Logo"),
            Signature(name="Signature", box=Box(60, 300, 100, 50), alt="Signature"),
            CreditTable(name="Credits", box=Box(300, 300, 300, 90)),
            Picture(name="Not theirs", box=BOX, asset="logo", alt="Logo", only="ANCC"),
        ],
    )
    template = with_background(template, 0, Asset("sky", "image/png", png((240, 244, 250, 255))))
    snapshot = replace(SNAPSHOT, signature="ink")
    ink = png((0, 0, 60, 255))
    assert dots(sketcher.page(template, 0, snapshot, {"ink": ink})) == dots(
        issued(template, snapshot, setter, ink=ink)
    )


def test_a_page_drawn_after_many_changes_looks_as_if_it_were_the_first(setter: Setter) -> None:
    kept, template = Sketcher(setter, code_of), built_in("speaker")
    name = next(each.name for each in template.pages[0].elements if isinstance(each, Text))
    for step, script in enumerate(NAMES):
        template = placed(template, 0, {name: Box(60 + step, 90, 500, 40)})
        snapshot = replace(SNAPSHOT, person_name=NAMES[script])
        fresh = Sketcher(setter, code_of)
        pages = [each.page(template, 0, snapshot, {}) for each in (kept, fresh)]
        assert dots(pages[0]) == dots(pages[1])


def test_a_letter_without_a_font_leaves_the_rest_of_the_page(sketcher: Sketcher) -> None:
    words = Text(name="Words", box=BOX, spans=(Span("Here \U000f0000"),))
    other = replace(words, name="Other", box=Box(60, 200, 400, 60), spans=(Span("There"),))
    both, alone = (
        added(empty_template("M", "en"), 0, each)[0] for each in ([words, other], [other])
    )
    shown = dots(sketcher.page(both, 0, SNAPSHOT, {}))
    assert shown == dots(sketcher.page(alone, 0, SNAPSHOT, {}))
    assert shown != dots(sketcher.page(empty_template("M", "en"), 0, SNAPSHOT, {}))

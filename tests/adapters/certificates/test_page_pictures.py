"""Pages as pictures: what is seen is what will be printed, and a broken file is said to be one."""

from __future__ import annotations

import io
import threading
from dataclasses import replace

import pytest
from PIL import Image

from cpd_desktop.adapters.certificates.page_pictures import MOST_DOTS, PdfPagePictures
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.errors import Damaged, Invalid
from tests.adapters.certificates.samples import SNAPSHOT, built_in


@pytest.fixture(scope="module")
def pictures() -> PdfPagePictures:
    return PdfPagePictures(FontShelf(resources() / "fonts", system_folders()))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_a_page_is_as_large_as_asked_for_and_shows_the_name(pictures: PdfPagePictures) -> None:
    template = built_in("attendance")
    page = template.pages[0]
    drawn = pictures.of_draft(template, SNAPSHOT, {}, 0, 0.5)
    assert opened(drawn).size == pytest.approx((page.width / 2, page.height / 2), abs=1)
    other = replace(SNAPSHOT, person_name="Somebody Else")
    assert pictures.of_draft(template, other, {}, 0, 0.5) != drawn
    assert pictures.of_draft(template, SNAPSHOT, {}, 0, 0.5) == drawn


def test_no_zoom_asks_for_more_memory_than_there_is(pictures: PdfPagePictures) -> None:
    width, height = opened(pictures.of_draft(built_in("cme"), SNAPSHOT, {}, 0, 500)).size
    assert width * height <= MOST_DOTS * 1.01


def test_a_page_beyond_the_last_is_the_last(pictures: PdfPagePictures) -> None:
    template = built_in("attendance")
    last = pictures.of_draft(template, SNAPSHOT, {}, len(template.pages) - 1, 0.2)
    assert pictures.of_draft(template, SNAPSHOT, {}, 99, 0.2) == last


def test_a_letter_that_no_font_has_is_named(pictures: PdfPagePictures) -> None:
    strange = replace(SNAPSHOT, person_name="Zo\U0010fffd")
    with pytest.raises(Invalid, match="\U0010fffd"):
        pictures.of_draft(built_in("attendance"), strange, {}, 0, 0.2)


def test_a_file_that_is_no_certificate_is_called_damaged(pictures: PdfPagePictures) -> None:
    with pytest.raises(Damaged):
        pictures.of_file(b"%PDF-1.7 and nothing more", 0, 1.0)


def test_many_can_ask_at_once(pictures: PdfPagePictures) -> None:
    template, drawn = built_in("attendance"), set[bytes]()

    def draw() -> None:
        drawn.add(pictures.of_draft(template, SNAPSHOT, {}, 0, 0.3))

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(drawn) == 1

"""Pages for the screen: what is seen is what is printed, and a broken file is said to be one."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PIL import Image

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.certificates.studio import CertificateStudio
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.adapters.qr_reader import codes_in
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.errors import Damaged
from cpd_desktop.services.code_reader import GreyPicture
from tests.adapters.certificates.samples import SNAPSHOT, built_in

SHELF = FontShelf(resources() / "fonts", system_folders())


@pytest.fixture(scope="module")
def studio() -> CertificateStudio:
    return CertificateStudio(SHELF)


@pytest.fixture(scope="module")
def issued() -> bytes:
    return CertificateWriter(built_in("attendance"), Setter(Faces(SHELF))).write(SNAPSHOT).data


def test_it_draws_in_the_size_that_was_asked_for_and_no_code_that_verifies(
    studio: CertificateStudio,
) -> None:
    drawn = studio.picture(built_in("attendance"), 0, SNAPSHOT, {}, 2)
    assert (drawn.width, drawn.height) == (1684, 1191)
    assert len(drawn.dots) == drawn.width * drawn.height * 4
    grey = Image.frombuffer("RGB", drawn[:2], drawn.dots, "raw", "BGRX").convert("L")
    (said,) = codes_in(GreyPicture(grey.width, grey.height, grey.width, grey.tobytes()))
    assert said.startswith("THIS IS A PREVIEW AND NO CERTIFICATE")


def test_a_page_shows_the_name_and_is_the_same_each_time(studio: CertificateStudio) -> None:
    template, other = built_in("attendance"), replace(SNAPSHOT, person_name="Somebody Else")
    drawn = studio.picture(template, 0, SNAPSHOT, {}, 0.5)
    assert studio.picture(template, 0, other, {}, 0.5) != drawn
    assert studio.picture(template, 0, SNAPSHOT, {}, 0.5) == drawn


def test_a_huge_zoom_does_not_take_all_memory(studio: CertificateStudio, issued: bytes) -> None:
    for drawn in (
        studio.picture(built_in("cme"), 0, SNAPSHOT, {}, 60),
        studio.page(issued, 0, 60),
    ):
        assert drawn.width * drawn.height < 12_100_000


def test_a_page_of_a_file_beyond_the_last_is_the_last(
    studio: CertificateStudio, issued: bytes
) -> None:
    assert studio.page(issued, 99, 0.2) == studio.page(issued, 0, 0.2)


def test_a_letter_that_no_font_has_is_named_each_time(studio: CertificateStudio) -> None:
    strange = replace(SNAPSHOT, person_name="Zo\U0010fffd")
    for _ in range(2):
        drawn = studio.picture(built_in("attendance"), 0, strange, {}, 0.2)
        assert "\U0010fffd" in str(drawn.unprintable)
    assert not studio.picture(built_in("attendance"), 0, SNAPSHOT, {}, 0.2).unprintable


def test_a_file_that_is_no_certificate_is_called_damaged(studio: CertificateStudio) -> None:
    with pytest.raises(Damaged):
        studio.page(b"%PDF-1.7 and nothing more", 0, 1.0)


def test_many_can_ask_at_once(studio: CertificateStudio) -> None:
    template, drawn = built_in("attendance"), set[object]()

    def draw() -> None:
        drawn.add(studio.picture(template, 0, SNAPSHOT, {}, 0.3))

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(drawn) == 1

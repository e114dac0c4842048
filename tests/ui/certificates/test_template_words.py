from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.ui.certificates.gallery import TemplateGallery
from tests.ui.pseudo import PseudoLanguage, clipped, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from tests.desk import TestDesk
    from tests.ui.certificates.conftest import Hand


@pytest.fixture
def _pseudo(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.mark.usefixtures("_pseudo")
def test_the_editor_speaks_every_language_and_has_room_for_it(
    open_editor: Callable[..., Hand],
) -> None:
    hand = open_editor()
    hand.editor.resize(1500, 1000)
    for kind in ("", "text", "shape", "table", "code"):
        if kind:
            hand.insert(kind)
        hand.settle()
        assert "\n".join(untranslated(hand.editor)) == "", kind
        assert "\n".join(clipped(hand.editor)) == "", kind


@pytest.mark.usefixtures("_pseudo")
def test_the_gallery_speaks_every_language(
    desk: TestDesk, stage: Callable[..., QWidget], settle: Callable[[], None]
) -> None:
    gallery = TemplateGallery(desk)
    page = stage(gallery)
    page.resize(1200, 800)
    desk.services.templates.keep(empty_template("Mine", "en-GB"))
    gallery.refresh()
    settle()
    assert "\n".join(untranslated(page)) == ""
    assert "\n".join(clipped(page)) == ""

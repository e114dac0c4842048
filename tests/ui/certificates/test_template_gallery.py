from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.ui.certificates.gallery import TemplateGallery
from tests.ui.certificates.conftest import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.desk import TestDesk


@pytest.fixture
def gallery(
    desk: TestDesk, stage: Callable[..., QWidget], settle: Callable[[], None]
) -> Iterator[TemplateGallery]:
    made = TemplateGallery(desk)
    stage(made).resize(1000, 700)
    made.refresh()
    settle()
    yield made
    if made.editor is not None:
        made.editor.editing.note_kept(made.editor.editing.template)
        made.editor.close()
    settle()


def shown(gallery: TemplateGallery) -> list[str]:
    rows = range(gallery.templates.count())
    return [gallery.templates.item(at).text().partition("\n")[0] for at in rows]


def test_every_template_is_shown_with_its_picture(gallery: TemplateGallery) -> None:
    assert shown(gallery) == ["Attendance", "CME", "Completion", "CPE", "Speaker", "Workshop"]
    for at in range(gallery.templates.count()):
        icon = gallery.templates.item(at).icon().pixmap(gallery.templates.iconSize())
        colours = icon.toImage()
        middle = colours.pixelColor(colours.width() // 2, colours.height() // 2)
        assert middle.alpha() == 255


def test_a_built_in_one_is_edited_as_a_copy(
    gallery: TemplateGallery, settle: Callable[[], None]
) -> None:
    gallery.choose("cpe")
    assert gallery.edit.text() == "Edit a copy"
    assert not gallery.hide_one.isEnabled()
    QTest.mouseClick(gallery.edit, LEFT)
    settle()
    assert gallery.editor is not None
    assert gallery.editor.editing.template.name == "CPE, copy"
    QTest.mouseClick(gallery.editor.save, LEFT)
    settle()
    assert "CPE, copy" in shown(gallery)
    assert gallery.kept is not None
    assert gallery.kept.name == "CPE, copy"
    QTest.mouseClick(gallery.editor.leave, LEFT)
    settle()
    QTest.mouseClick(gallery.hide_one, LEFT)
    settle()
    assert "CPE, copy" not in shown(gallery)


def test_a_new_template_begins_with_an_empty_page(
    gallery: TemplateGallery, settle: Callable[[], None]
) -> None:
    QTest.mouseClick(gallery.new, LEFT)
    settle()
    assert gallery.editor is not None
    assert gallery.editor.editing.template == empty_template("My certificate", "en-GB")


def test_a_template_goes_to_another_computer_as_one_file(
    gallery: TemplateGallery, tmp_path: Path, settle: Callable[[], None]
) -> None:
    gallery.choose("Workshop")
    gallery.write(str(tmp_path / "w.cpdtemplate"))
    settle()
    gallery.take(str(tmp_path / "w.cpdtemplate"))
    settle()
    assert "Workshop 2" in shown(gallery)


def test_a_file_that_is_no_template_is_refused_in_words(
    gallery: TemplateGallery, tmp_path: Path, settle: Callable[[], None]
) -> None:
    (tmp_path / "no.cpdtemplate").write_text('{"what": "surprise"}', encoding="utf-8")
    gallery.take(str(tmp_path / "no.cpdtemplate"))
    settle()
    assert gallery.trouble.text() == "This file is not a certificate template."
    assert len(shown(gallery)) == 6

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from cpd_desktop.domain.certificates.editing import added
from cpd_desktop.domain.certificates.editing_new import new_text
from cpd_desktop.domain.certificates.editing_pages import empty_template, paper_of
from cpd_desktop.domain.certificates.template import Picture
from tests.certified import certified
from tests.desk import desk_on
from tests.ui.certificates.conftest import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QPushButton
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.ui.certificates.conftest import Hand

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">'
    b'<rect width="20" height="10" fill="#0f766b"/></svg>'
)
EVIL = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/x.png"/></svg>'


def with_words(words: str = "Hello") -> Template:
    template = empty_template("My certificate", "en-GB")
    return added(template, 0, [new_text(template.pages[0], "Words", words)])[0]


def answer(hand: Hand, text: str) -> None:
    asked = hand.editor.question
    assert isinstance(asked, QMessageBox)
    found: list[QPushButton] = [each for each in asked.buttons() if each.text() == text]  # type: ignore[misc] # they are
    QTest.mouseClick(found[0], LEFT)
    hand.settle()


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_a_crash_interrupted_is_there_again_and_can_be_left(
    hand: Hand, open_editor: Callable[..., Hand]
) -> None:
    hand.insert_field("person_name")
    hand.editor.draft.keep()
    hand.settle()
    again = open_editor()  # as after a crash: the first one never said goodbye
    assert [each.name for each in again.editing.page.elements] == ["Name"]
    assert again.editor.restored.text.text().startswith("Restored your unsaved template from ")
    QTest.mouseClick(again.editor.restored.second, LEFT)
    again.settle()
    assert again.editing.page.elements == ()
    assert again.desk.services.drafts.of("certificate template:My certificate") is None


def test_leaving_asks_and_every_answer_does_what_it_says(
    hand: Hand, open_editor: Callable[..., Hand]
) -> None:
    hand.insert_field("person_name")
    hand.editor.close()
    answer(hand, "Keep editing")
    assert hand.editor.isVisible()
    hand.editor.close()
    answer(hand, "Save")
    assert hand.editor.isHidden()
    assert "My certificate" in {e.name for e in hand.desk.services.templates.listed()}
    other = open_editor()
    other.insert_field("person_name")
    other.editor.draft.keep()
    other.editor.close()
    answer(other, "Discard changes")
    assert other.editor.isHidden()
    assert other.desk.services.drafts.of("certificate template:My certificate") is None


def test_an_editor_that_is_closed_while_it_draws_and_saves_leaves_nothing_behind(
    hand: Hand, qtbot: QtBot
) -> None:
    hand.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    hand.insert_field("person_name")
    hand.editor.keep()
    hand.editor.close()
    with qtbot.waitSignal(hand.editor.destroyed):
        pass
    hand.desk.theme.choice = "dark"
    hand.settle()
    assert len([e for e in hand.desk.services.templates.listed() if not e.built_in]) == 1
    hand.desk.theme.choice = "light"


def test_saving_again_makes_the_next_version_and_a_taken_name_is_told(hand: Hand) -> None:
    hand.insert_field("person_name")
    QTest.mouseClick(hand.editor.save, LEFT)
    hand.settle()
    hand.insert("seal")
    type_into(hand.editor.name, "Attendance")
    QTest.mouseClick(hand.editor.save, LEFT)
    hand.settle()
    assert hand.editor.trouble.text() == "Another template is called “Attendance”."
    assert hand.editing.is_changed
    type_into(hand.editor.name, "Ours")
    QTest.mouseClick(hand.editor.save, LEFT)
    hand.settle()
    assert hand.editor.trouble.isHidden()
    (kept,) = (e for e in hand.desk.services.templates.listed() if not e.built_in)
    assert (kept.name, kept.version) == ("Ours", 2)
    hand.editor.save_as.trigger()
    hand.settle()
    names = {e.name for e in hand.desk.services.templates.listed() if not e.built_in}
    assert names == {"Ours", "Ours 2"}


def test_pages_are_added_moved_and_removed(hand: Hand) -> None:
    actions = hand.editor.actions_of.all
    hand.insert_field("person_name")
    actions["add page"].trigger()
    assert hand.editor.view.tabs.count() == 2
    assert not hand.editing.page.elements
    actions["page earlier"].trigger()
    assert [len(page.elements) for page in hand.editing.template.pages] == [0, 1]
    hand.editor.view.tabs.setCurrentIndex(1)
    assert len(hand.editing.page.elements) == 1
    hand.editor.view.tabs.moveTab(1, 0)
    assert [len(page.elements) for page in hand.editing.template.pages] == [1, 0]
    hand.editor.view.tabs.moveTab(0, 1)
    actions["remove page"].trigger()
    assert hand.editor.view.tabs.count() == 1
    assert not actions["remove page"].isEnabled()
    actions["undo"].trigger()
    assert len(hand.editing.template.pages) == 2
    hand.settle()


def test_the_paper_its_direction_and_its_own_size_are_chosen(hand: Hand) -> None:
    page = hand.editor.page
    page.paper.setCurrentText("Letter")
    page.paper.activated.emit(1)
    page.lying.setCurrentIndex(1)
    page.lying.activated.emit(1)
    shown = hand.editing.page
    assert (paper_of(shown), shown.width < shown.height) == ("Letter", True)
    page.page_width.setValue(300)
    assert hand.editing.page.width == 300
    assert page.paper.currentText() == "Own size"
    type_into(page.title, "{person_name}")
    assert hand.editing.template.title == "{person_name}"
    page.language.setCurrentText("Deutsch")
    page.language.activated.emit(page.language.currentIndex())
    assert hand.editing.template.language == "de"
    assert hand.editor.view.snapshot is not None
    assert hand.editor.view.snapshot.language == "de"


def test_a_drawing_becomes_the_background_and_a_hostile_one_is_refused(
    hand: Hand, tmp_path: Path
) -> None:
    (tmp_path / "ground.svg").write_bytes(SVG)
    (tmp_path / "evil.svg").write_bytes(EVIL)
    hand.editor.pictures.take_background(str(tmp_path / "ground.svg"))
    hand.settle()
    assert hand.editing.page.background == "ground"
    before = hand.editing.template
    hand.editor.pictures.take_background(str(tmp_path / "evil.svg"))
    hand.settle()
    assert hand.editor.trouble.isVisible()
    assert hand.editing.template == before
    QTest.mouseClick(hand.editor.page.remove, LEFT)
    assert hand.editing.template.assets == ()


def test_a_picture_is_put_on_the_page_in_proportion_and_replaced(
    hand: Hand, tmp_path: Path
) -> None:
    for name, size in (("logo", (300, 100)), ("seal", (50, 50))):
        Image.new("RGB", size, "navy").save(tmp_path / f"{name}.png")
    hand.editor.pictures.take_picture(str(tmp_path / "logo.png"))
    hand.settle()
    (picture,) = hand.editing.elements
    assert isinstance(picture, Picture)
    assert picture.box.width == pytest.approx(3 * picture.box.height)
    hand.editor.pictures.take_picture(str(tmp_path / "seal.png"))
    hand.settle()
    (picture,) = hand.editing.page.elements
    assert isinstance(picture, Picture)
    assert [each.name for each in hand.editing.template.assets] == [picture.asset]
    with Image.open(io.BytesIO(hand.editing.template.assets[0].data)) as shown:
        assert shown.size == (50, 50)


def test_the_page_is_shown_as_somebody_of_the_event(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, qtbot: QtBot
) -> None:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as here:
        event = here.event
    with desk_on(folder, clock, qapp) as desk:
        box = _subjects(desk, event, qtbot)
        assert [box.itemText(at) for at in range(box.count())] == [
            "As a sample person",
            "Tom Becker",
            "Zoë Ångström",
        ]
        with qtbot.waitSignal(box.changed) as told:
            box.setCurrentIndex(2)
        assert told.args is not None
        assert told.args[0].person_name == "Zoë Ångström"
        box.deleteLater()


def _subjects(desk: TestDesk, event: int, qtbot: QtBot):  # type: ignore[no-untyped-def] # noqa: ANN202 - a box
    from cpd_desktop.ui.certificates.subjects import SubjectBox

    box = SubjectBox(desk, "en-GB", event)
    desk.settle(qtbot)
    return box


def test_an_export_is_one_file_that_holds_all_of_it(hand: Hand, tmp_path: Path) -> None:
    hand.editing.change(with_words(), "")
    hand.editor.write(str(tmp_path / "mine.cpdtemplate"))
    hand.settle()
    read = hand.desk.services.previews.read(tmp_path / "mine.cpdtemplate")
    assert read == replace(hand.editing.template)
    assert hand.editor.state.text() == "Exported as mine.cpdtemplate"

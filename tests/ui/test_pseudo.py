from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QWidget,
)

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.actions import Action, Actions
from cpd_desktop.ui.command_palette import CommandPalette
from cpd_desktop.ui.job_bar import JobRow
from cpd_desktop.ui.jobs import Job
from cpd_desktop.ui.notices import Banner, show_error
from cpd_desktop.ui.pages.shortcuts import ShortcutsPage
from cpd_desktop.ui.widgets import EmptyState, button
from cpd_desktop.ui.wording import in_words
from tests.ui.pseudo import PseudoLanguage, clipped, strange, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    QCoreApplication.installTranslator(language)
    yield
    QCoreApplication.removeTranslator(language)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("%n file(s)", "%n "),
        ("%1 of %2", "%1 "),
        ("Save {name}", "{name}"),
        ("&Save\tCtrl+S", "\tCtrl+S"),
        ("<b>Now</b>", "<b>"),
        ("Drag && drop", "&&"),
    ],
)
def test_places_and_marks_survive(text: str, kept: str) -> None:
    made = strange(text)
    assert kept in made
    assert made.startswith("[")
    assert len(made) >= len(text) * 1.2


@pytest.mark.usefixtures("pseudo")
def test_sentences_and_key_names_come_through() -> None:
    said = in_words(Sentence("test", "%n file(s) in {place}").filled(n=3, place="here"))
    assert said.startswith("[3 ")
    assert "here" in said
    keys = QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText)
    assert keys == "Ctrl+N"
    assert QKeySequence("Ctrl+N") == QKeySequence(keys)


def test_text_that_was_never_translated_is_found_wherever_it_stands(stage: Stage) -> None:
    field, table, tabs = QLineEdit(), QTableWidget(1, 1), QTabWidget()
    field.setPlaceholderText("A placeholder")
    field.setToolTip("A tip")
    field.setAccessibleName("A name")
    table.setHorizontalHeaderLabels(["A header"])
    tabs.addTab(QLabel("[ōķ ~]"), "A tab")
    with_menu = QPushButton("[ōķ ~]")
    menu = QMenu("A menu", with_menu)
    menu.addAction("An entry\tCtrl+E")
    page = stage(field, table, tabs, with_menu, QLabel("A label"), QPushButton("A button"))
    stage_group = QGroupBox("A group", page)
    stage_group.setGeometry(0, 0, 200, 50)
    stage_group.show()
    found = {line.partition(": ")[2] for line in untranslated(page) + untranslated(menu)}
    assert found == {
        "A placeholder",
        "A tip",
        "A name",
        "A header",
        "A tab",
        "A menu",
        "An entry",
        "A label",
        "A button",
        "A group",
    }


def test_names_numbers_and_marked_text_are_left_alone(stage: Stage) -> None:
    person = QLabel("Zoë Müller")
    person.setProperty("data", True)
    page = stage(person, QLabel("12 · 40 %"), QLabel("[Ōƥēń [Jane] ~~] · [ďōńē ~]"), QLabel(""))
    assert untranslated(page) == []
    person.setProperty("data", False)
    assert len(untranslated(page)) == 1


def test_text_without_room_is_found(stage: Stage) -> None:
    narrow, fine, wrapped = QLabel("A long label"), QLabel("Fine"), QLabel("word " * 40)
    wrapped.setWordWrap(True)
    squeezed, field = QPushButton("A long button"), QLineEdit()
    field.setPlaceholderText("A long placeholder that does not fit")
    page = stage(narrow, fine, wrapped, squeezed, field)
    page.resize(400, 400)
    assert clipped(page) == []
    narrow.setMaximumWidth(20)
    squeezed.setMaximumWidth(20)
    wrapped.setMaximumHeight(10)
    field.setMaximumWidth(40)
    QApplication.processEvents()
    found = {line.partition(": ")[2] for line in clipped(page)}
    assert found == {narrow.text(), squeezed.text(), wrapped.text(), field.placeholderText()}


def test_text_cut_off_by_its_parent_is_found(stage: Stage) -> None:
    box = QWidget()
    box.setFixedSize(60, 40)
    inside = QPushButton("A long button", box)
    inside.resize(inside.sizeHint())
    page = stage(box)
    assert clipped(page) == ["QPushButton: A long button"]


def nothing() -> None:
    """Stand in for a command that no test runs."""


@pytest.fixture
def actions(pseudo: None) -> Actions:
    actions = Actions()
    for number in range(4):
        action_id, text = f"action.{number}", strange(f"Command {number}")
        actions.add(Action(action_id, text, f"Ctrl+{number}", "", nothing, section=strange("Do")))
    return actions


def test_the_palette_and_the_shortcuts_are_translated_and_fit(
    actions: Actions, stage: Stage, qtbot: QtBot
) -> None:
    page = ShortcutsPage(actions)
    stage(page).resize(700, 500)
    palette = CommandPalette(actions, page)
    with qtbot.waitExposed(palette):
        palette.open()
    palette.field.setText("qqq")
    for shown in (page, palette):
        assert clipped(shown) == []
        # The place in the list is spoken with the name of keys, which stay as they are.
        assert [line for line in untranslated(shown) if "Ctrl+" not in line] == []
    palette.close()


@pytest.mark.usefixtures("pseudo")
def test_notices_errors_and_jobs_are_translated_and_fit(stage: Stage, qtbot: QtBot) -> None:
    banner = Banner()
    first = button(strange("New event"), "primary")
    empty = EmptyState(strange("No events yet"), strange("They appear here. " * 8), first)
    job = Job(1, strange("Issuing 28 certificates"), lambda _: None)
    running, failed = JobRow(job), JobRow(job)
    failed.fail(ValueError("private"))
    page = stage(banner, empty, running, failed)
    page.resize(1024, 640)
    undo, old = strange("Back up"), strange("The backup is older than a week.")
    banner.say(old, "warn", action=undo, run=nothing)
    QApplication.processEvents()
    assert clipped(page) == []
    kind = "ValueError"
    assert [line for line in untranslated(page) if kind not in line] == []
    box: QDialog = show_error(page, Conflict(Sentence("test", "Somebody else changed it.")))
    assert untranslated(box) == []
    box.close()

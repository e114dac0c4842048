"""The learning panels and their dialogs in a language that is nobody's, a third longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from cpd_desktop.domain.assignments import AssignmentDraft, Criterion
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft
from cpd_desktop.ui.learning.assignments_panel import AssignmentsPanel
from cpd_desktop.ui.learning.content_panel import ContentPanel
from cpd_desktop.ui.learning.content_tree import MODULE, Thing
from tests.drafts import a_draft, somebody
from tests.ui.pseudo import PseudoLanguage, clipped, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event
    from tests.desk import TestDesk


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.fixture
def event(desk: TestDesk) -> Event:
    made = desk.services.events.add(a_draft()).value
    learning = desk.services.learning
    module = learning.add_module(made.id, ModuleDraft("Wounds")).value.id
    learning.add_piece(module, PieceDraft(ContentKind.TEXT, "Read", body="Every page"))
    rubric = (Criterion("Plan", 100),)
    task = AssignmentDraft("Case", module_id=module, rubric=rubric)
    learning.add_assignment(made.id, task)
    anna = desk.services.registrations.add(made.id, somebody("Anna")).value.id
    desk.services.submissions.hand_in(1, anna, "Mine")
    desk.services.registrations.add(made.id, somebody("Ben"))
    return made


def faults(widget: QWidget) -> str:
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    return "\n".join([*untranslated(widget), *clipped(widget)])


def faults_of_dialog(panel: QWidget) -> str:
    dialog = panel.window().findChildren(QDialog)[-1]
    found = faults(dialog)
    dialog.close()
    return found


@pytest.mark.usefixtures("pseudo")
def test_learning_content_speaks_the_language_and_has_room_for_it(
    desk: TestDesk, event: Event, qtbot: QtBot, stage: Callable[..., QWidget]
) -> None:
    panel = ContentPanel(desk)
    stage(panel).resize(1000, 600)
    panel.show_event(event)
    desk.settle(qtbot)
    assert faults(panel) == ""
    panel.tree.select(Thing(MODULE, 1))
    for ask in (panel.add_module, panel.add_piece, panel.add_assignment, panel.edit):
        ask()
        assert faults_of_dialog(panel) == ""
    panel.show_event(desk.services.events.add(a_draft("Other")).value)
    desk.settle(qtbot)
    assert faults(panel) == ""


@pytest.mark.usefixtures("pseudo")
def test_peoples_work_speaks_the_language_and_has_room_for_it(
    desk: TestDesk, event: Event, qtbot: QtBot, stage: Callable[..., QWidget]
) -> None:
    panel = AssignmentsPanel(desk)
    stage(panel).resize(1000, 600)
    panel.show_event(event)
    desk.settle(qtbot)
    assert faults(panel) == ""
    for person, ask in ((1, panel.mark), (2, panel.hand_in)):
        panel.table.select_id(person)
        ask()
        assert faults_of_dialog(panel) == ""
    panel.show_event(desk.services.events.add(a_draft("Other")).value)
    desk.settle(qtbot)
    assert faults(panel) == ""

"""Events due for deletion, and what can be done about each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from cpd_desktop.ui.event.hold_dialog import HoldDialog
from cpd_desktop.ui.settings.records_panel import RecordsPanel
from tests.certified import held_event
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk, clock: FixedClock) -> RecordsPanel:
    events = desk.services.events
    events.add(a_draft("Wound care"))
    burns = events.add(a_draft("Burns")).value.id
    desk.services.registrations.add(burns, somebody("Ada Byron"))
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)
    return shown(qtbot, desk)


def shown(qtbot: QtBot, desk: TestDesk) -> RecordsPanel:
    panel = RecordsPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    desk.settle(qtbot)
    return panel


def titles(panel: RecordsPanel) -> list[str]:
    items = (panel.table.item(row, 0) for row in range(panel.table.rowCount()))
    return [each.text() for each in items if each]


def test_what_is_due_is_listed_with_what_would_go_and_what_stays(panel: RecordsPanel) -> None:
    assert titles(panel) == ["Wound care", "Burns"]
    assert "registration" not in panel.follows.text()
    panel.table.selectRow(1)
    said = panel.follows.text()
    assert "•  1 registration with answers, check-ins, marks and results." in said
    assert "•  People stay" in said


def test_an_event_is_deleted_by_hand_into_the_trash_and_can_be_taken_back(
    qtbot: QtBot, desk: TestDesk, panel: RecordsPanel
) -> None:
    panel.delete_button.click()
    desk.settle(qtbot)
    assert titles(panel) == ["Burns"]
    assert desk.services.events.get(1).trashed_at is not None
    desk.operations.undo()
    desk.settle(qtbot)
    assert desk.services.events.get(1).trashed_at is None


def test_an_event_that_is_kept_longer_leaves_the_list(
    qtbot: QtBot, desk: TestDesk, panel: RecordsPanel
) -> None:
    panel.hold_button.click()
    (dialog,) = panel.findChildren(HoldDialog)
    dialog.why.setText("A complaint")
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert titles(panel) == ["Burns"]


def test_an_event_that_was_held_meanwhile_is_not_deleted_and_says_why(
    qtbot: QtBot, desk: TestDesk, panel: RecordsPanel
) -> None:
    desk.services.keeping.hold(1, "A complaint")
    panel.delete_button.click()
    desk.settle(qtbot)
    assert panel.note.text() == (
        "“Wound care” is on hold: “A complaint”. Lift the hold first. Nothing was changed."
    )


def test_the_certificates_of_an_event_are_erased_only_after_it_was_asked(
    qtbot: QtBot, desk: TestDesk, clock: FixedClock
) -> None:
    held_event(desk.services, clock, "Ada Byron").issue()
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)
    panel = shown(qtbot, desk)
    assert "1 certificate with all files" in panel.follows.text()
    panel.delete_button.click()
    assert panel.question is not None
    panel.question.button(QMessageBox.StandardButton.Cancel).click()
    desk.settle(qtbot)
    assert len(desk.services.certificate_register.ids()) == 1
    panel.delete_button.click()
    (erase,) = (
        each for each in panel.question.buttons() if each.text().endswith("delete")
    )  # fmt: skip
    erase.click()
    desk.settle(qtbot)
    assert not desk.services.certificate_register.ids()
    assert panel.table.rowCount() == 0


def test_the_binder_is_offered_before(qtbot: QtBot, panel: RecordsPanel) -> None:
    panel.binder_button.click()
    (dialog,) = (
        each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog)
    )  # fmt: skip
    assert dialog.selectedFiles()[0].endswith("Wound care - Audit binder.zip")
    dialog.reject()


def test_where_nothing_is_due_nothing_can_be_pressed(qtbot: QtBot, desk: TestDesk) -> None:
    panel = shown(qtbot, desk)
    assert panel.none.isVisible()
    assert not panel.table.isVisible()
    assert not panel.follows.isVisible()
    for each in (panel.binder_button, panel.hold_button, panel.delete_button):
        assert not each.isEnabled()

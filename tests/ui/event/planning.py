"""The stage on an event, and how its lists and dialogs are worked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cpd_desktop.ui.event.entries import LineEntry
from cpd_desktop.ui.pages.event_plan import PlanStage

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event, EventDraft
    from cpd_desktop.ui.event.items import ItemView
    from tests.desk import TestDesk


class Plan:
    """The stage on an event, as somebody works with it."""

    def __init__(self, desk: TestDesk, qtbot: QtBot, draft: EventDraft) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.event = desk.services.events.add(draft).value.id
        self.stage = PlanStage(desk)
        self.stage.resize(900, 600)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
            self.stage.activateWindow()
        self.open()

    def open(self) -> None:
        self.stage.show_event(self.kept)
        self.settle()

    @property
    def kept(self) -> Event:
        return self.desk.services.events.get(self.event)

    def settle(self) -> None:
        self.desk.settle(self.qtbot)

    def line(self, name: str) -> LineEntry:
        entry = self.stage.entries[name]
        assert isinstance(entry, LineEntry)
        return entry

    def write(self, name: str, text: str) -> None:
        self.line(name).line.setText(text)
        self.line(name).typed.emit()

    def enter(self, name: str, text: str) -> None:
        self.write(name, text)
        self.line(name).line.editingFinished.emit()
        self.settle()

    def problem(self, name: str) -> str:
        return self.stage.entries[name].problem.text()

    def close(self) -> None:
        self.stage.close()
        self.settle()


def row(view: ItemView, number: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return str(view.item(number).data(role))


def fill(dialog: QDialog | None, **values: Any) -> None:
    """Fill in the fields of an open dialog and press its button."""
    from cpd_desktop.ui.event.dialog import EntryDialog

    assert isinstance(dialog, EntryDialog)
    for name, raw in values.items():
        dialog.entries[name].show_raw(raw)
    dialog.accept_button.click()


def changed_elsewhere(plan: Plan, **values: Any) -> None:
    events = plan.desk.services.events
    done = events.change(plan.event, replace(plan.kept.draft(), **values))
    plan.desk.feed.publish(done.changes, None)
    plan.settle()

"""A running window on sample data, what a person does in it, and the pictures of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QTableView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow
    from cpd_desktop.ui.page import Page
    from cpd_desktop.ui.pages.event import EventWorkspace
    from cpd_desktop.ui.pages.events import EventsPage

SIZE = (1200, 760)
COLOURS = 128  # a window has few; so a picture is a quarter as large
CALM = 150  # ms without work until a page is taken for finished


class Studio:
    """Does in a window what a person would, and keeps pictures of it."""

    def __init__(self, window: MainWindow, desk: Desk, into: Path, beside: Path) -> None:
        self.window, self.core, self.beside = window, desk.services, beside
        self._desk, self._into = desk, into
        done = self.core.sample.fill()
        self.report = beside / "report.csv"
        self.reported = self.core.sample.write_report(done.value, self.report)
        (self.over,) = self.core.events.ids("airway")
        (self.coming,) = self.core.events.ids("wound")
        desk.feed.publish(done.changes, None)
        desk.actions.run("theme-light")
        window.resize(*SIZE)
        self.settle()

    def stage(self, event: int, name: str) -> EventWorkspace:
        """Open a stage of an event."""
        self.window.go("events", event)
        self.settle()
        workspace = cast("EventsPage", self.window.shown_page()).workspace
        workspace.open_stage(name)
        self.settle()
        return workspace

    def go(self, page: str, item: int | None = None, *, part: str = "") -> QWidget:
        """Show a page, one thing on it, or a part of it."""
        self.window.go(page, item)
        if part:
            cast("Page", self.window.shown_page()).open_part(part)
        self.settle()
        return self.window.shown_page()

    def open_section(self, event: int, title: str) -> None:
        """Open a section of the plan of an event."""
        listed = self.stage(event, "plan").plan.names
        (found,) = listed.findItems(title, Qt.MatchFlag.MatchExactly)
        listed.setCurrentItem(found)
        self.settle()

    def run(self, action: str) -> None:
        """Carry out a command of the menus."""
        self._desk.actions.run(action)
        self.settle()

    def press(self, text: str, inside: QWidget | None = None) -> None:
        """Press the first button that begins with this."""
        self._button(text, inside or self.window).click()
        self.settle()

    def choose(self, text: str, entry: str) -> None:
        """Choose an entry of the menu of a button."""
        menu = cast("QPushButton", self._button(text, self.window)).menu()
        (found,) = [each for each in menu.actions() if each.text() == entry]
        found.trigger()
        self.settle()

    def select(self, row: int = 0) -> None:
        """Select a row of the table that is seen."""
        (table, *_) = [each for each in self.window.findChildren(QTableView) if each.isVisible()]
        table.selectRow(row)
        self.settle()

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        (found,) = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        return found

    def close(self) -> None:
        """Close the dialog that is open."""
        self.dialog().reject()
        self.settle()

    def tell(self, changes: Changes) -> None:
        """Let the pages know what was done without them."""
        self._desk.feed.publish(changes, None)
        self.settle()

    def take(self, name: str, what: QWidget | None = None) -> None:
        """Keep a picture of the window, or of one part of it, without news and without focus."""
        while self.window.banner.isVisible():
            self.press("Dismiss", self.window.banner)
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        path = self._into / f"{name}.png"
        (what or self.window).grab().save(str(path))
        with Image.open(path) as taken:
            taken.convert("RGB").quantize(COLOURS).save(path, optimize=True)

    def settle(self) -> None:
        """Wait until nothing is at work any more."""
        wait(CALM)
        while self._desk.jobs.live:
            wait(CALM)

    def buttons(self, inside: QWidget) -> dict[str, QAbstractButton]:
        """Return the buttons that are seen there, by their words; of the same ones the first."""
        found: list[QAbstractButton] = inside.findChildren(QAbstractButton)
        return {_words(each): each for each in reversed(found) if each.isVisible()}

    def _button(self, text: str, inside: QWidget) -> QAbstractButton:
        found = self.buttons(inside)
        return found.get(text) or next(
            each for words, each in found.items() if words.startswith(text)
        )


def wait(milliseconds: int) -> None:
    """Let the window live for so long; unlike ``QTest.qWait`` also its other threads."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _words(button: QAbstractButton) -> str:
    return button.text().replace("&", "")

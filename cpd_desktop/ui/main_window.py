"""The window: navigation, pages, job bar, banner. What crosses pages is wired here, once.

What the first paint does not need is imported after it, ``Qt`` with its enumerations too.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.navigation import Navigation
from cpd_desktop.ui.page import Page
from cpd_desktop.ui.pages.today import TodayPage
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.today import Today
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.job_bar import JobBar
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.leaving import Leaving
    from cpd_desktop.ui.notices import Banner
    from cpd_desktop.ui.theme import Theme

SMALLEST = (1024, 640)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    """Paints Today at once; everything else comes with the desk, when the services are there."""

    new_event_asked = Signal()
    event_asked = Signal(int)
    restart_asked = Signal()
    restore_asked = Signal(object)
    move_in_asked = Signal(object, object)
    painted = Signal()  # once, after the first paint
    page_made = Signal(str)
    page_shown = Signal()
    closing = Signal()
    stayed = Signal()

    banner: Banner
    job_bar: JobBar

    def __init__(self, theme: Theme, kept: QSettings) -> None:
        super().__init__()
        self._theme = theme
        self._kept = kept
        self.stays = False
        self._leaving: Leaving | None = None
        self._desk: Desk | None = None
        self._makers: dict[str, Callable[[Desk, QWidget], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._wanted: tuple[str, int | None, str] | None = None
        self._new_event_wanted = False  # asked for before the services were there
        self._painted = False

        self.setWindowTitle(self.tr("CPD Desktop"))
        self.menus = self._menus()
        self.navigation = Navigation()
        self.today = TodayPage()
        self._stack = QStackedWidget()

        self._lay_out()
        self._add_page("today", self.today)
        self.navigation.show_page("today")
        self.today.setFocus()

        self.navigation.chosen.connect(self.go)
        self.navigation.accounts_asked.connect(partial(self.go, "settings", None, "accounts"))
        self.today.event_chosen.connect(partial(self.go, "events"))
        self.today.page_chosen.connect(self.go)
        self.today.settings_asked.connect(partial(self.go, "settings", None))
        self.today.new_event_asked.connect(self._ask_new_event)
        theme.changed.connect(self.show_icons)

    @property
    def page(self) -> str:
        """Return the name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next(name for name, each in self._pages.items() if each is shown)

    def shown_page(self) -> QWidget:
        """Return the page that is shown."""
        return self._stack.currentWidget()

    def show_today(self, today: Today, now: datetime) -> None:
        """Show what is next, and how much there is of everything."""
        self.today.show_today(today, now)
        for page, number in (("events", today.events), ("people", today.people)):
            self.navigation.set_count(page, QLocale().toString(number) if number else "")

    def equip(self, jobs: JobRunner) -> None:
        """Take the job runner: from now on work and news have their place, and closing waits."""
        from PySide6.QtCore import Qt

        from cpd_desktop.ui.job_bar import JobBar
        from cpd_desktop.ui.leaving import Leaving
        from cpd_desktop.ui.notices import Banner

        self.today.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.today.let_scroll()
        self.banner = Banner(self._stack)
        self.job_bar = JobBar(jobs)
        self._beside.addWidget(self.job_bar)
        self._leaving = Leaving(self, jobs)

    def furnish(self, desk: Desk, makers: dict[str, Callable[[Desk, QWidget], QWidget]]) -> None:
        """Take the services; the other pages are made when they are first looked at."""
        self._desk = desk
        self._makers = makers
        desk.operations.failed.connect(self.show_error)
        desk.operations.told.connect(self._tell)
        self.show_icons()
        if self._wanted is not None:
            self.go(*self._wanted)
        if self._new_event_wanted:
            self.new_event_asked.emit()

    def go(self, page: str, item: int | None = None, part: str = "") -> None:
        """Show a page, the thing of that id and the part of it, as soon as it can be."""
        if page not in self._pages:
            if self._desk is None:
                self._wanted = (page, item, part)
                self.navigation.show_page(page)
                return
            made = self._makers[page](self._desk, self._stack)
            self._add_page(page, made)
            if isinstance(made, Page):  # before it is shown, so that it reads its rows once
                made.find_state(self._kept)
            self._stack.setCurrentWidget(made)
            self.page_made.emit(page)
        self._wanted = None
        shown = self._pages[page]
        self._stack.setCurrentWidget(shown)
        self.navigation.show_page(page)
        if isinstance(shown, Page):
            if item is not None:
                shown.open_item(item)
            if part:
                shown.open_part(part)
        self.page_shown.emit()

    def open_file(self, file: str) -> None:
        """Open a file of ours, as soon as it can be: a template is taken in."""
        self.go("certificates", None, f"file {file}")

    def restart(self) -> None:
        """Ask for everything to be closed and opened again."""
        self.restart_asked.emit()

    def restore_backup(self, path: Path) -> None:
        """Ask for a backup to take the place of the data."""
        self.restore_asked.emit(path)

    def move_in(self, path: Path, passphrase: Secret) -> None:
        """Ask for what was packed on another computer to take the place of the data."""
        self.move_in_asked.emit(path, passphrase)

    def wait(self) -> None:
        """Take no more clicks: the data is being replaced, and the window with it."""
        for each in (self.menuBar(), self.navigation, self._stack):
            each.setEnabled(False)

    def show_error(self, error: Exception) -> None:
        """Say what went wrong, what was kept and what to do."""
        from cpd_desktop.ui.notices import show_error

        show_error(self, error)

    def show_icons(self) -> None:
        """Draw the icons in the colours and beside the text of now."""
        self._fit_navigation()
        for page in self.navigation.pages:
            self.navigation.set_icon(page, self._theme.icon(page, "muted"))

    def find_place(self) -> None:
        """Take the place and size the window had the last time."""
        self.resize(*USUAL)
        geometry = self._kept.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the window can be seen; on some systems that is long after ``show``."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask, stop and wait for jobs; then remember the place and go.

        A window that ``stays`` is only hidden when the person closes it; quitting ends it.
        """
        if self.stays and event.spontaneous():
            event.ignore()
            self.hide()
            self.stayed.emit()
            return
        if self._leaving is not None and not self._leaving.may_go():
            event.ignore()
            return
        self._kept.setValue("window/geometry", self.saveGeometry())
        for page in self._pages.values():
            if isinstance(page, Page):
                page.keep_state(self._kept)
        self._kept.sync()
        self.closing.emit()
        super().closeEvent(event)

    def _ask_new_event(self) -> None:
        if self._desk is None:
            self._new_event_wanted = True
        else:
            self.new_event_asked.emit()

    def _tell(self, text: str, undoable: bool) -> None:  # noqa: FBT001 - a signal's value
        desk = self._desk
        if undoable and desk is not None:
            undo = desk.operations.undo
            self.banner.say(text, action=self.tr("Undo"), run=undo, fades=True)
        else:
            self.banner.say(text, fades=True)

    def _menus(self) -> dict[str, QMenu]:
        bar = self.menuBar()
        return {
            "file": bar.addMenu(self.tr("&File")),
            "edit": bar.addMenu(self.tr("&Edit")),
            "go": bar.addMenu(self.tr("&Go")),
            "help": bar.addMenu(self.tr("&Help")),
        }

    def _add_page(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self._stack.addWidget(page)

    def _fit_navigation(self) -> None:
        self.navigation.setFixedWidth(self.fontMetrics().averageCharWidth() * 15 + GRID * 14)

    def _lay_out(self) -> None:
        self._fit_navigation()
        self._beside = QVBoxLayout()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self._stack, 1)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addLayout(self._beside, 1)
        self.setCentralWidget(middle)
        self.setMinimumSize(SMALLEST[0] * 3 // 4, SMALLEST[1] * 3 // 4)

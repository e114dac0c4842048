"""Pages and stages are made where they are shown: what moves is styled anew with all in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from cpd_desktop.app.pages import PAGES
from cpd_desktop.ui.pages.event import STAGES
from tests.drafts import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder

MANY = 60  # widgets; half a millisecond for each ten of them, each time


class Movers(QObject):
    """Notes which widgets get another parent while there is much in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, int] = {}

    def eventFilter(self, of: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ParentChange and isinstance(of, QWidget):
            inside = len(of.findChildren(QWidget))
            if inside > MANY:
                self.found[type(of).__name__] = inside
        return False


def test_no_page_or_stage_moves_once_it_is_filled(
    start: Callable[[DataFolder], Desktop], welcomed: DataFolder, qtbot: QtBot
) -> None:
    desktop = start(welcomed)
    assert desktop.window is not None
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    event = desktop.furnishing.core.events.add(a_draft()).value.id
    application, movers = QApplication.instance(), Movers()
    assert application is not None
    application.installEventFilter(movers)
    for page in PAGES:
        desktop.window.go(page)
    for stage in STAGES:
        desktop.window.go("events", event, stage)
    qtbot.waitUntil(lambda: not desktop.jobs.live)
    application.removeEventFilter(movers)
    assert movers.found == {}

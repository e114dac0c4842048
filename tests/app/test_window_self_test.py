"""The window tries itself, and tells of a page that cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.pages import PAGES
from cpd_desktop.app.self_test import tried
from cpd_desktop.app.window_self_test import _window

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.desk import Desk


@pytest.mark.slow
def test_every_page_is_shown_once(qtbot: QtBot, folder: DataFolder) -> None:
    said = tried("window", _window, folder)
    assert said.ok, said.says
    assert said.says.startswith(f"{len(PAGES) + 1} pages shown on ")


@pytest.mark.slow
def test_a_page_that_breaks_is_named(
    qtbot: QtBot, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_desk: Desk, _place: QWidget) -> None:
        msg = "no icon for people"
        raise RuntimeError(msg)

    monkeypatch.setitem(PAGES, "people", broken)
    said = tried("window", _window, folder)
    assert not said.ok
    assert said.says == "no icon for people"

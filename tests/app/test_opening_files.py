"""A template that somebody double-clicks is taken in, in the window that is open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from cpd_desktop.app.desktop import Desktop
from cpd_desktop.app.resources import resources
from tests.app.conftest import is_ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder

NAME = "Sent by a colleague"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    built_in = (resources() / "certificates" / "workshop.json").read_text(encoding="utf-8")
    before = built_in.index('"name": "') + len('"name": "')
    after = built_in.index('"', before)
    path = tmp_path / "nice one.cpdtemplate"
    path.write_text(f"{built_in[:before]}{NAME}{built_in[after:]}", encoding="utf-8")
    return path


def has_it(desktop: Desktop) -> bool:
    furnishing = desktop.furnishing
    if furnishing is None or furnishing.core is None or not is_ready(desktop):
        return False
    return NAME in {each.name for each in furnishing.core.templates.listed()}


@pytest.mark.slow
def test_a_double_click_opens_the_window_and_takes_the_template_in(
    qtbot: QtBot, welcomed: DataFolder, template: Path
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desktop = Desktop(application, welcomed)
    try:
        assert desktop.show(str(template))
        qtbot.waitUntil(lambda: has_it(desktop), timeout=20_000)
        assert desktop.window is not None
        assert desktop.window.page == "certificates"
    finally:
        desktop.close()


@pytest.mark.slow
def test_a_double_click_while_the_window_is_open_is_for_that_window(
    qtbot: QtBot, welcomed: DataFolder, template: Path, start: Callable[[DataFolder], Desktop]
) -> None:
    desktop = start(welcomed)
    chosen, file = str(welcomed.path), str(template)
    second = f"from cpd_desktop.app.desktop import run; run({chosen!r}, {file!r})"
    with subprocess.Popen([sys.executable, "-c", second]) as started:
        qtbot.waitUntil(lambda: has_it(desktop), timeout=20_000)
        qtbot.waitUntil(lambda: started.poll() == 0, timeout=20_000)

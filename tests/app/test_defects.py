"""A defect in the running program: told once, logged, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder

SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cpd_desktop.app import furnishing
from cpd_desktop.app.desktop import run
from cpd_desktop.ui.crash_dialog import CrashDialog

def kept_house(self, found):
    QTimer.singleShot(0, look)
    raise RuntimeError("a defect with password=hunter2-hunter2")

def look():
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog)]
    if not shown:
        QTimer.singleShot(10, look)
        return
    print(len(shown), all(each.isVisible() for each in shown), flush=True)
    for each in shown:
        each.close()
    QApplication.closeAllWindows()

furnishing.Furnishing._kept_house = kept_house
sys.exit(run(sys.argv[1]))
"""


def test_a_defect_is_told_in_one_dialog_and_the_program_goes_on(welcomed: DataFolder) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(welcomed.path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.returncode) == ("1 True\n", 0), done.stderr
    log = (welcomed.logs / "cpd-window.log").read_text()
    assert "RuntimeError: a defect" in log
    assert "hunter2" not in log

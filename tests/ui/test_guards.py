from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

CARELESS = """
import logging, threading
from PySide6.QtCore import QTimer, qWarning

def test_qt_warns(qtbot):
    qWarning("a careless widget")

def test_a_warning_is_logged():
    logging.getLogger("cpd").warning("careless")

def test_a_thread_stays():
    threading.Thread(target=threading.Event().wait, args=(30,), daemon=True, name="left").start()

def test_a_slot_raises(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(10)

def test_all_is_well(qtbot, caplog):
    logging.getLogger("cpd").warning("expected")
    caplog.clear()
"""


def test_careless_tests_fail_and_careful_ones_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path / "conftest.py")
    (tmp_path / "test_careless.py").write_text(CARELESS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n", encoding="utf-8")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", str(tmp_path)]
    made = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    outcomes = {
        line.split("::")[1].split()[0]: line.split()[0]
        for line in made.stdout.splitlines()
        if line.startswith(("PASSED", "FAILED", "ERROR"))
    }
    assert outcomes == {
        "test_qt_warns": "FAILED",
        "test_a_warning_is_logged": "ERROR",
        "test_a_thread_stays": "ERROR",
        "test_a_slot_raises": "FAILED",
        "test_all_is_well": "PASSED",
    }, made.stdout

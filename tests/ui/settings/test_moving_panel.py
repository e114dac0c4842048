from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from cpd_desktop.ui.settings.moving_panel import MovingPanel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


WORDS = "nine sheep jump over"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = {"kdf": "argon2id", "memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr("cpd_desktop.adapters.passphrases._COST", cheap)


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> Iterator[MovingPanel]:
    panel = MovingPanel(desk)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    if panel.question is not None:
        panel.question.close()
    panel.close()
    desk.settle(qtbot)


def packed(desk: TestDesk, path: Path) -> Path:
    desk.services.moving.pack(path, Secret(WORDS), Work())
    return path


def type_passphrase(panel: MovingPanel, words: str) -> None:
    dialog: Any = panel.dialog
    dialog.passphrase.setText(words)
    if hasattr(dialog, "again"):
        dialog.again.setText(words)
    dialog.accept_button.click()


def question_of(panel: MovingPanel) -> Any:
    return panel.question


def test_everything_is_packed_where_the_person_says(
    qtbot: QtBot, desk: TestDesk, panel: MovingPanel, tmp_path: Path
) -> None:
    panel.pack_button.click()
    type_passphrase(panel, "short")
    assert panel.dialog is not None, "a short one is asked for again"
    type_passphrase(panel, WORDS)
    dialog = panel.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    desk.settle(qtbot)
    assert (tmp_path / "mine.cpdmove").exists()
    assert "no signing keys yet" in panel.note.text()
    assert panel.note.property("tone") == "good"


def test_a_wrong_passphrase_is_said_in_the_dialog_and_can_be_typed_again(
    qtbot: QtBot, desk: TestDesk, panel: MovingPanel, tmp_path: Path
) -> None:
    path = packed(desk, tmp_path / "mine.cpdmove")
    panel.ask_passphrase(str(path))
    type_passphrase(panel, "ten sheep jump over")
    desk.settle(qtbot)
    assert panel.dialog is not None, "it can be typed again"
    assert question_of(panel) is None
    type_passphrase(panel, WORDS)
    desk.settle(qtbot)
    assert question_of(panel) is not None
    assert panel.dialog is None


def test_nothing_is_replaced_before_a_clear_yes(
    qtbot: QtBot, desk: TestDesk, panel: MovingPanel, tmp_path: Path
) -> None:
    path = packed(desk, tmp_path / "mine.cpdmove")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        panel.ask_passphrase(str(path))
        type_passphrase(panel, WORDS)
        desk.settle(qtbot)
        assert panel.question is not None
        assert "kept as a backup" in panel.question.informativeText()
        QTest.keyClick(panel.question, key)
        assert desk.noted.moved_in == []
    panel.ask_passphrase(str(path))
    type_passphrase(panel, WORDS)
    desk.settle(qtbot)
    assert panel.question is not None
    yes = next(b for b in panel.question.buttons() if b.text() == "Bring everything in")
    yes.click()
    assert desk.noted.moved_in == [(path, Secret(WORDS))]


def test_a_file_of_another_kind_is_refused(
    qtbot: QtBot, desk: TestDesk, panel: MovingPanel, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    panel.ask_passphrase(str(tmp_path / "letter.txt"))
    type_passphrase(panel, WORDS)
    desk.settle(qtbot)
    assert panel.question is None
    assert panel.dialog is not None
    panel.dialog.reject()
    assert desk.failures == []

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.settings.secrets_panel import SecretsPanel
from cpd_desktop.ui.settings.vault_dialogs import MakeVaultDialog, OpenVaultDialog
from tests.desk import TestDesk, desk_on
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

    Show = Callable[[MemoryKeychains | Keychains], tuple[TestDesk, SecretsPanel]]

PASSPHRASE = "seven apples fall"


@pytest.fixture
def show(qtbot: QtBot, folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[Show]:
    from contextlib import ExitStack

    with ExitStack() as stack:

        def shown(keychains: MemoryKeychains | Keychains) -> tuple[TestDesk, SecretsPanel]:
            desk = stack.enter_context(desk_on(folder, clock, qapp, keychains=keychains))
            panel = SecretsPanel(desk)
            qtbot.addWidget(panel)
            panel.show()
            desk.settle(qtbot)
            return desk, panel

        yield shown


def seen(panel: SecretsPanel) -> list[str]:
    buttons = (panel.make_button, panel.open_button, panel.try_button)
    return [each.text().replace("&", "") for each in buttons if each.isVisible()]


def test_a_working_keychain_is_named_and_can_be_tried(qtbot: QtBot, show: Show) -> None:
    desk, panel = show(MemoryKeychains())
    assert panel.mark.text() == "Ready"
    assert panel.state.text() == "Secrets are kept in memory."
    assert seen(panel) == ["Try it"]
    panel.try_button.click()
    desk.settle(qtbot)
    assert panel.note.text().startswith("It works")
    assert desk.keychains.kept == {}


def test_a_keychain_that_forgets_is_told_in_words(qtbot: QtBot, show: Show) -> None:
    desk, panel = show(MemoryKeychains())
    desk.keychains.forgetful = True
    panel.try_button.click()
    desk.settle(qtbot)
    assert "did not give back" in panel.note.text()
    assert panel.note.property("tone") == "bad"


def test_where_there_is_no_keychain_a_vault_is_made(qtbot: QtBot, show: Show) -> None:
    desk, panel = show(MemoryKeychains(keychain=False))
    assert panel.mark.text() == "No keychain"
    assert seen(panel) == ["Make an encrypted vault…", "Try it"]
    panel.make_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, MakeVaultDialog)
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    QTest.keyClick(dialog.passphrase, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.again, PASSPHRASE)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert panel.dialog is None
    assert desk.keychains.has_vault
    assert panel.mark.text() == "Ready"
    assert seen(panel) == ["Try it"]


def test_a_passphrase_that_is_short_or_mistyped_is_refused_at_its_field(
    qtbot: QtBot, show: Show
) -> None:
    desk, panel = show(MemoryKeychains(keychain=False))
    panel.make_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, MakeVaultDialog)
    dialog.passphrase.setText("elevenchars")
    dialog.again.setText("elevenchars")
    dialog.offer()
    assert dialog._problems["passphrase"].text() == "It needs at least 12 characters."
    dialog.passphrase.setText(PASSPHRASE)
    dialog.offer()
    assert dialog._problems["again"].text() == "The two are not alike."
    assert dialog._problems["passphrase"].text() == ""
    desk.settle(qtbot)
    assert dialog.isVisible()
    assert not desk.keychains.has_vault
    dialog.reject()


def test_it_says_that_a_forgotten_passphrase_cannot_be_recovered(qtbot: QtBot, show: Show) -> None:
    from PySide6.QtWidgets import QLabel

    _desk, panel = show(MemoryKeychains(keychain=False))
    panel.make_button.click()
    assert panel.dialog is not None
    words = " ".join(each.text() for each in panel.dialog.findChildren(QLabel))
    assert "Nobody can recover a forgotten passphrase" in words
    panel.dialog.reject()


def test_what_is_typed_is_hidden_until_asked_for(qtbot: QtBot, show: Show) -> None:
    _desk, panel = show(MemoryKeychains(keychain=False))
    panel.make_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, MakeVaultDialog)
    lines = (dialog.passphrase, dialog.again)
    assert all(each.echoMode() == QLineEdit.EchoMode.Password for each in lines)
    dialog.seen.click()
    assert all(each.echoMode() == QLineEdit.EchoMode.Normal for each in lines)
    assert all(each.accessibleName() for each in lines)
    dialog.reject()


def test_a_locked_vault_opens_by_its_passphrase_only(qtbot: QtBot, show: Show) -> None:
    keychains = MemoryKeychains(keychain=False)
    keychains.make_vault(Secret(PASSPHRASE))
    keychains.lock()
    desk, panel = show(keychains)
    assert panel.mark.text() == "Locked"
    assert seen(panel) == ["Open the vault…", "Try it"]
    panel.open_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, OpenVaultDialog)
    dialog.passphrase.setText("a wrong guess")
    dialog.offer()
    desk.settle(qtbot)
    assert dialog.isVisible()
    assert dialog._problems["passphrase"].text() == "The passphrase is wrong."
    assert dialog.accept_button.isEnabled()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert panel.dialog is None
    assert panel.mark.text() == "Ready"


def test_the_dialog_closed_while_the_vault_opens_does_no_harm(qtbot: QtBot, show: Show) -> None:
    keychains = MemoryKeychains(keychain=False)
    keychains.make_vault(Secret(PASSPHRASE))
    keychains.lock()
    desk, panel = show(keychains)
    panel.open_button.click()
    dialog = panel.dialog
    assert dialog is not None
    dialog.passphrase.setText("a wrong guess")
    dialog.offer()
    dialog.reject()
    desk.settle(qtbot)
    assert "The passphrase is wrong." in panel.note.text()


def test_a_real_vault_is_made_and_tried_where_the_system_has_no_keychain(
    qtbot: QtBot, show: Show, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keychains = Keychains(folder.vault)
    desk, panel = show(keychains)
    assert panel.mark.text() == "No keychain"
    panel.make_button.click()
    dialog = panel.dialog
    assert isinstance(dialog, MakeVaultDialog)
    dialog.passphrase.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert folder.vault.exists()
    assert panel.state.text() == "Secrets are kept in an encrypted vault in the data folder."
    panel.try_button.click()
    desk.settle(qtbot)
    assert panel.note.text().startswith("It works")
    assert keychains.get("trial") is None

    _desk, later = show(Keychains(folder.vault))
    assert later.mark.text() == "Locked"
    assert later.open_button.isVisible()

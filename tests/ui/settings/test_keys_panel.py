from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Provider
from cpd_desktop.ui.certificates.keys_backup import KeysBackupDialog
from cpd_desktop.ui.passphrase_dialogs import PassphraseDialog
from cpd_desktop.ui.settings.keys_panel import KeysPanel
from tests.desk import TestDesk, desk_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

PASSPHRASE = "an old oak by the river"


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        made.services.settings.put(Provider("Acme CPD Ltd"))
        yield made


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> Iterator[KeysPanel]:
    desk.services.signing_keys.make()
    made = KeysPanel(desk)
    qtbot.addWidget(made)
    made.show()
    desk.settle(qtbot)
    yield made
    assert desk.failures == []


def test_before_the_first_certificate_there_are_none_and_a_backup_can_come_back(
    qtbot: QtBot, desk: TestDesk
) -> None:
    made = KeysPanel(desk)
    qtbot.addWidget(made)
    made.show()
    desk.settle(qtbot)
    assert made.mark.text() == "No keys yet"
    assert "first certificate" in made.state.text()
    assert not made.back_up.isEnabled()
    assert not made.page.isEnabled()
    assert made.restore.isEnabled()
    assert not made.fingerprint.isVisible()


def back_up(panel: KeysPanel, path: Path) -> KeysBackupDialog:
    """Back up into this file, as a person would."""
    panel.back_up.click()
    dialog = panel.dialog
    assert isinstance(dialog, KeysBackupDialog)
    dialog.path.setText(str(path))
    QTest.keyClicks(dialog.passphrase, PASSPHRASE)
    QTest.keyClicks(dialog.again, PASSPHRASE)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    return dialog


def test_keys_without_a_backup_are_a_warning_until_one_is_written(
    qtbot: QtBot, desk: TestDesk, panel: KeysPanel, tmp_path: Path
) -> None:
    own = desk.services.signing_keys.own()
    assert own is not None
    assert panel.name.text() == "Acme CPD Ltd"
    assert panel.fingerprint.text() == shown_fingerprint(own.card.fingerprint)
    assert panel.mark.text() == "! Not backed up"
    panel.back_up.click()
    dialog = panel.dialog
    assert isinstance(dialog, KeysBackupDialog)
    dialog.path.clear()
    dialog.passphrase.setText("elevenchars")
    dialog.offer()
    assert "at least 12" in dialog._problems["passphrase"].text()
    assert "Choose a file" in dialog._problems["path"].text()
    dialog.path.setText(str(tmp_path / "keys.cpdkeys"))
    dialog.passphrase.setText(PASSPHRASE)
    dialog.offer()
    assert dialog._problems["again"].text() == "The two are not alike."
    dialog.again.setText(PASSPHRASE)
    dialog.offer()
    desk.settle(qtbot)
    assert panel.dialog is None
    assert panel.mark.text() == "✓ Backed up"
    assert panel.state.text() == "Last backup: Sat 21 Nov 2026"
    assert (tmp_path / "keys.cpdkeys").exists()
    again = back_up(panel, tmp_path / "keys.cpdkeys")
    desk.settle(qtbot)
    assert "There is a file keys.cpdkeys already" in again._problems["path"].text()
    again.reject()


def test_the_file_of_a_backup_is_one_that_restoring_offers(
    panel: KeysPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: list[str] = []
    monkeypatch.setattr(
        "cpd_desktop.ui.settings.keys_panel.ask_for_file",
        lambda _parent, _title, kind, _then: kinds.append(kind),
    )
    panel.back_up.click()
    assert isinstance(panel.dialog, KeysBackupDialog)
    offered = panel.dialog.file.suffix
    panel.dialog.reject()
    panel.restore.click()
    assert kinds[0].startswith(f"Signing keys (*{offered});;")


def test_lost_keys_come_back_by_the_right_passphrase_only(
    qtbot: QtBot, desk: TestDesk, panel: KeysPanel, tmp_path: Path
) -> None:
    backup = tmp_path / "keys.backup"
    desk.services.signing_keys.back_up(backup, Secret(PASSPHRASE))
    desk.keychains.kept.clear()
    with pytest.raises(NotFound):
        desk.services.signing_keys.signer()
    panel.ask_passphrase(str(backup))
    dialog = panel.dialog
    assert isinstance(dialog, PassphraseDialog)
    dialog.offer()
    assert dialog._problems["passphrase"].text() == "Enter the passphrase."
    dialog.passphrase.setText("a new birch by the river")
    dialog.offer()
    desk.settle(qtbot)
    assert "passphrase is wrong" in dialog._problems["passphrase"].text()
    dialog.passphrase.setText(PASSPHRASE)
    dialog.offer()
    desk.settle(qtbot)
    assert panel.dialog is None
    assert panel.note.text() == "The signing keys are back."
    desk.services.signing_keys.signer()


def test_new_keys_are_explained_and_want_a_backup_again(
    qtbot: QtBot, desk: TestDesk, panel: KeysPanel, tmp_path: Path
) -> None:
    before = panel.fingerprint.text()
    back_up(panel, tmp_path / "keys.cpdkeys")
    desk.settle(qtbot)
    panel.renew.click()
    box = panel.asked
    assert box is not None
    assert "stays valid" in box.informativeText()
    assert box.defaultButton().text() == "Keep the keys"
    next(each for each in box.findChildren(QPushButton) if "Make" in each.text()).click()
    desk.settle(qtbot)
    assert panel.fingerprint.text() != before
    assert panel.mark.text() == "! Not backed up"


def test_a_certificate_of_ones_own_is_opened_or_refused_with_a_reason(
    qtbot: QtBot, desk: TestDesk, panel: KeysPanel, tmp_path: Path
) -> None:
    (tmp_path / "own.p12").write_bytes(b"no certificate")
    panel.ask_password(str(tmp_path / "own.p12"))
    dialog = panel.dialog
    assert isinstance(dialog, PassphraseDialog)
    dialog.offer()
    desk.settle(qtbot)
    assert dialog.isVisible()
    assert "cannot be opened" in dialog._problems["passphrase"].text()
    dialog.reject()


def test_the_card_and_the_page_are_written_and_the_page_is_opened(
    qtbot: QtBot, desk: TestDesk, panel: KeysPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(_panel: KeysPanel, path: Path) -> bool:
        opened.append(path)
        return len(opened) == 1

    monkeypatch.setattr(KeysPanel, "open_place", note)
    panel.save_card(str(tmp_path / "acme.card"))
    desk.settle(qtbot)
    assert "acme.card" in panel.note.text()
    card = desk.services.outside.trust.card((tmp_path / "acme.card").read_bytes())
    assert card.provider.name == "Acme CPD Ltd"
    panel.save_page(str(tmp_path / "web"))
    desk.settle(qtbot)
    assert opened == [tmp_path / "web" / "verify.html"]
    assert {each.name for each in (tmp_path / "web").iterdir()} == {
        "verify.html", "issuer.card", "revoked.list",
    }  # fmt: skip
    panel.save_page(str(tmp_path / "web"))
    desk.settle(qtbot)
    assert "Nothing on this computer opens it" in panel.note.text()


def test_every_button_has_a_name_for_screen_readers(panel: KeysPanel) -> None:
    assert all(each.accessibleName() for each in panel.findChildren(QPushButton))
    assert panel.fingerprint.accessibleName().startswith("Fingerprint ")

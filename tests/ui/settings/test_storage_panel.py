"""Where copies go online: connected and forgotten, on an S3 on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.settings.storage_panel import StoragePanel
from tests.fakes.s3 import BUCKET, KEY_ID, REGION, S3, SECRET, s3

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.settings.storage_dialog import StorageDialog
    from tests.desk import TestDesk

pytest.importorskip("obstore", reason="needs obstore")


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> Iterator[StoragePanel]:
    made = StoragePanel(desk)
    qtbot.addWidget(made)
    made.show()
    desk.settle(qtbot)
    yield made
    assert desk.failures == []


@pytest.fixture
def server() -> Iterator[S3]:
    with s3() as running:
        yield running


def fill_in(panel: StoragePanel, server: S3, key: str = SECRET) -> StorageDialog:
    panel.connect_storage.click()
    dialog = panel.dialog
    assert dialog is not None
    dialog.bucket.setText(BUCKET)
    dialog.region.setText(REGION)
    dialog.endpoint.setText(server.endpoint)
    dialog.key_id.setText(KEY_ID)
    dialog.key.setText(key)
    return dialog


def test_before_anything_is_connected_it_says_that_nothing_is_uploaded(
    panel: StoragePanel,
) -> None:
    assert panel.mark.text() == "Not connected"
    assert not panel.forget.isVisible()
    texts = [each.text() for each in panel.findChildren(QLabel)]
    assert any(each.startswith("Nothing is uploaded by itself.") for each in texts)


def test_a_bucket_is_connected_and_its_key_is_shown_nowhere(
    qtbot: QtBot, desk: TestDesk, panel: StoragePanel, server: S3
) -> None:
    fill_in(panel, server).offer()
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: panel.dialog is None)
    assert panel.mark.text() == "✓ Connected"
    assert BUCKET in panel.place.text()
    kept = desk.services.uploads.storage()
    assert kept is not None
    assert kept.key.reveal() == SECRET
    assert not any(SECRET in each.text() for each in panel.findChildren(QLabel))
    panel.connect_storage.click()
    again = panel.dialog
    assert again is not None
    assert again.key.text() == ""
    again.reject()


def test_a_refused_key_is_said_in_the_form_and_nothing_is_kept(
    qtbot: QtBot, desk: TestDesk, panel: StoragePanel, server: S3
) -> None:
    dialog = fill_in(panel, server, key="wrong")
    dialog.offer()
    desk.settle(qtbot)
    assert dialog._trouble.text() != ""
    assert dialog.accept_button.isEnabled()
    assert desk.services.uploads.storage() is None
    dialog.key.setText("")
    dialog.offer()
    assert dialog._problems["key"].text() == "The key of the storage is missing."
    dialog.reject()


def test_the_form_asks_only_for_what_the_kind_needs(panel: StoragePanel, server: S3) -> None:
    dialog = fill_in(panel, server)
    assert not dialog.key_file.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData("google"))
    assert dialog.key_file.isVisible()
    assert not dialog.key.isVisible()
    assert not dialog.region.isVisible()
    dialog.offer()
    assert dialog._problems["key_file"].text() == "The key of the storage is missing."
    dialog.reject()


def test_it_is_forgotten_only_after_a_question(
    qtbot: QtBot, desk: TestDesk, panel: StoragePanel, server: S3
) -> None:
    storage = Storage(StorageKind.S3, BUCKET, Secret(SECRET), KEY_ID, REGION, "", server.endpoint)
    desk.services.uploads.connect(storage)
    panel.refresh()
    desk.settle(qtbot)
    for answer, remembered in (("Stay connected", True), ("Disconnect", False)):
        panel.forget.click()
        assert panel.asked is not None
        (pressed,) = [
            each for each in panel.asked.findChildren(QPushButton) if each.text() == answer
        ]
        pressed.click()
        desk.settle(qtbot)
        assert (desk.services.uploads.storage() is not None) is remembered
    assert panel.mark.text() == "Not connected"

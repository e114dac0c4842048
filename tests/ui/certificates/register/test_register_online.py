"""Certificates put online from the register, on an S3 on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
import requests
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.certificates.online_dialogs import DaysDialog, LinksDialog
from tests.fakes.s3 import BUCKET, KEY_ID, REGION, S3, SECRET, s3

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.certificates.register_view import RegisterView
    from tests.desk import TestDesk

pytest.importorskip("obstore", reason="needs obstore")

Kind = TypeVar("Kind", bound=QDialog)


@pytest.fixture
def server() -> Iterator[S3]:
    with s3() as running:
        yield running


def connect(desk: TestDesk, server: S3) -> None:
    desk.services.uploads.connect(
        Storage(StorageKind.S3, BUCKET, Secret(SECRET), KEY_ID, REGION, "", server.endpoint)
    )


def shown(kind: type[Kind]) -> list[Kind]:
    found = QApplication.topLevelWidgets()
    return [each for each in found if isinstance(each, kind) and each.isVisible()]


def put_online(qtbot: QtBot, desk: TestDesk, view: RegisterView) -> None:
    """Choose the first two and press the entry."""
    register = desk.services.certificate_register
    view.table._select([register.called(f"CPD-2026-00000{each}").id for each in (1, 2)])
    actions = view.export.menu().actions()
    (entry,) = [each for each in actions if each.text() == "Put online…"]
    entry.trigger()
    desk.settle(qtbot)


def test_without_a_storage_the_entry_leads_to_the_settings(
    qtbot: QtBot, desk: TestDesk, view: RegisterView
) -> None:
    put_online(qtbot, desk, view)
    assert desk.noted.went == ["settings online"]
    assert shown(DaysDialog) == []


def test_the_chosen_are_put_online_and_their_links_can_be_copied(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, server: S3
) -> None:
    connect(desk, server)
    put_online(qtbot, desk, view)
    (asked,) = shown(DaysDialog)
    assert (asked.days.value(), asked.days.maximum()) == (7, 7)
    assert [name for name in server.kept if name != "connected.pdf"] == []
    asked.days.setValue(3)
    asked.offer()
    desk.settle(qtbot)
    (links,) = shown(LinksDialog)
    links.copy_all.click()
    lines = [each.split("\t") for each in QGuiApplication.clipboard().text().splitlines()]
    links.close_button.click()
    assert {name for name, _ in lines} == {"Ana Ruiz", "Tom Becker"}
    for name, link in lines:
        (issued,) = desk.services.certificate_register.ids(name)
        found = desk.services.certificate_register.listed([issued])[issued]
        pdf = desk.services.certificate_register.pdf(found)
        assert requests.get(link, timeout=5).content == pdf
    assert "Expires=259200" in lines[0][1]
    assert desk.failures == []


def test_what_the_storage_refuses_is_said_and_no_links_are_shown(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, server: S3
) -> None:
    connect(desk, server)
    put_online(qtbot, desk, view)
    (asked,) = shown(DaysDialog)
    server.read_only = True
    asked.offer()
    desk.settle(qtbot)
    assert len(desk.failures) == 1
    desk.failures.clear()
    assert shown(LinksDialog) == []


def test_revoked_ones_are_not_put_online(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, server: S3
) -> None:
    connect(desk, server)
    for number in (1, 2):
        desk.services.certificates.revoke(f"CPD-2026-00000{number}", "Issued in error")
    told: list[str] = []
    desk.operations.told.connect(lambda text, _undo: told.append(text))
    put_online(qtbot, desk, view)
    assert shown(DaysDialog) == []
    assert told == ["None of these counts any more. Nothing was uploaded."]

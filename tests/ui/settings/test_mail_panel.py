"""A mail account is added with a test, and each refusal is told in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.adapters.mail.postmen import MailPostmen
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.ui.settings.mail_panel import MailPanel
from tests.desk import desk_on
from tests.mail_here import PASSWORD, USER, MailServer, contexts, mail_here
from tests.mailing import SENDER, an_account

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QPushButton
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.settings.mail_dialog import MailDialog
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture(autouse=True)
def _quiet_server(caplog: pytest.LogCaptureFixture) -> None:
    # What the server says about its own next version is not the panel's doing.
    caplog.set_level("CRITICAL", "mail.log")


@pytest.fixture
def tls(tmp_path: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    return contexts(tmp_path)


@pytest.fixture
def server(tls: tuple[ssl.SSLContext, ssl.SSLContext]) -> Iterator[MailServer]:
    with mail_here(tls=tls[0], sign_in=True) as running:
        yield running
        running.wait_until_idle()


@pytest.fixture
def desk(
    folder: DataFolder,
    clock: FixedClock,
    qapp: QApplication,
    tls: tuple[ssl.SSLContext, ssl.SSLContext],
) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        outside = made.services.outside
        assert isinstance(outside.postmen, MailPostmen)
        postmen = replace(outside.postmen, tls=lambda: tls[1])
        outside.__dict__["postmen"] = postmen
        yield made


@pytest.fixture
def panel(desk: TestDesk, qtbot: QtBot) -> Iterator[MailPanel]:
    made = MailPanel(desk)
    made.show()
    desk.settle(qtbot)
    yield made
    made.close()
    desk.settle(qtbot)
    assert desk.failures == []


def choose(dialog: MailDialog, text: str) -> None:
    dialog.way.setCurrentText(text)
    dialog.way.activated.emit(dialog.way.currentIndex())


def press(button: QPushButton, desk: TestDesk, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle(qtbot)
    desk.settle(qtbot)


def add(panel: MailPanel, desk: TestDesk, port: int, password: str, qtbot: QtBot) -> None:
    press(panel.add_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    choose(dialog, "Own server")
    for field, text in (
        *((dialog.name, "Northern"), (dialog.from_address, SENDER), (dialog.host, "127.0.0.1")),
        *((dialog.user, USER), (dialog.password, password)),
    ):
        field.setText(text)
    dialog.port.setValue(port)
    press(dialog.accept_button, desk, qtbot)


def test_an_account_is_kept_and_a_test_message_arrives(
    panel: MailPanel, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    add(panel, desk, server.port, PASSWORD, qtbot)
    assert panel.dialog is None
    assert server.told() == [SENDER]
    assert "went to" in panel.note.text()
    (kept,) = desk.services.mail_accounts.listed()
    found = desk.services.keychains.get(kept.secret_name)
    assert found is not None
    assert found.reveal() == PASSWORD
    assert "usual" in panel.list.item(0).text()


def test_a_wrong_password_is_told_with_the_servers_words(
    panel: MailPanel, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    add(panel, desk, server.port, "wrong", qtbot)
    assert "refused user or password" in panel.note.text()
    assert "is kept" in panel.note.text()
    assert server.arrived == []


def test_a_preset_fills_in_the_server_and_what_it_allows(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    press(panel.add_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    choose(dialog, "Fastmail")
    assert dialog.host.text() == "smtp.fastmail.com"
    assert dialog.per_day.value() == 1000
    assert "app password" in dialog.hint.text()
    dialog.reject()


def test_an_address_that_receivers_would_refuse_is_stopped_with_words(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    press(panel.add_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    choose(dialog, "Brevo")
    dialog.name.setText("Post")
    dialog.from_address.setText("ada@gmail.com")
    press(dialog.accept_button, desk, qtbot)
    assert dialog.isVisible()
    assert "gmail.com" in dialog._problems["sender"].text()
    assert desk.services.mail_accounts.listed() == []
    dialog.reject()


def test_without_an_account_messages_go_to_a_folder(
    panel: MailPanel, desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    press(panel.add_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    choose(dialog, "No account: files in a folder")
    assert not dialog.host.isVisible()
    dialog.name.setText("Files")
    dialog.from_address.setText(SENDER)
    dialog.folder.setText(str(tmp_path))
    press(dialog.accept_button, desk, qtbot)
    assert len(list(tmp_path.glob("*.eml"))) == 1
    assert desk.services.mail_accounts.listed()[0].kind is AccountKind.FOLDER


def test_an_account_is_edited_without_entering_its_password_again(
    panel: MailPanel, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    add(panel, desk, server.port, PASSWORD, qtbot)
    press(panel.edit_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    assert dialog.port.value() == server.port
    dialog.sender_name.setText("Ada")
    press(dialog.accept_button, desk, qtbot)
    assert desk.services.mail_accounts.listed()[0].sender_name == "Ada"
    assert len(server.arrived) == 2


def test_another_account_becomes_the_usual_one_and_one_is_removed(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    accounts = desk.services.mail_accounts
    accounts.add(an_account(name="A"))
    accounts.add(an_account(name="B"))
    panel.refresh()
    desk.settle(qtbot)
    panel.list.setCurrentRow(1)
    press(panel.usual_button, desk, qtbot)
    assert accounts.called().name == "B"
    panel.list.setCurrentRow(0)
    press(panel.remove_button, desk, qtbot)
    assert panel.question is not None
    next(each for each in panel.question.buttons() if each.text() == "Remove").click()
    desk.settle(qtbot)
    desk.settle(qtbot)
    assert [each.name for each in accounts.listed()] == ["B"]


def test_an_account_whose_login_was_refused_says_so_in_the_list_until_a_test_works(
    panel: MailPanel, desk: TestDesk, server: MailServer, qtbot: QtBot
) -> None:
    add(panel, desk, server.port, "wrong", qtbot)
    assert "Refused the last time" in panel.list.item(0).text()
    assert "refused user or password" in panel.list.item(0).toolTip()
    press(panel.edit_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    press(dialog.accept_button, desk, qtbot)
    assert "Refused" not in panel.list.item(0).text()
    assert panel.list.item(0).toolTip() == ""

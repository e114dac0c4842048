"""Mail accounts that are signed in to, that have a key or a mailbox, in the window."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.adapters.mail.postmen import MailPostmen
from cpd_desktop.domain.messages.accounts import AccountKind, Tls
from cpd_desktop.ui.settings.mail_panel import MailPanel
from tests.autoconfig_here import PLACES, telling, told
from tests.fakes.mail_providers import (
    API_KEY,
    CLIENT_ID,
    CLIENT_SECRET,
    SENDER,
    brevo_here,
    google_here,
    microsoft_here,
)
from tests.mail_providers_here import SomebodyAtBrowser
from tests.mailing import an_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.settings.mail_dialog import MailDialog
    from tests.desk import TestDesk

MICROSOFT = "Microsoft 365, Outlook.com: sign in"
GMAIL = "Gmail, Google Workspace: sign in"


class NobodyAtBrowser:
    """Opens nothing."""

    def open(self, address: str) -> bool:
        _ = address
        return False


@pytest.fixture
def panel(desk: TestDesk, qtbot: QtBot) -> Iterator[MailPanel]:
    made = MailPanel(desk)
    made.show()
    desk.settle(qtbot)
    yield made
    made.close()
    desk.settle(qtbot)
    assert desk.failures == []


@contextmanager
def somebody_at(desk: TestDesk) -> Iterator[SomebodyAtBrowser]:
    browser = SomebodyAtBrowser()
    give_browser(desk, browser)
    try:
        yield browser
    finally:
        browser.leave()


def give_browser(desk: TestDesk, browser: SomebodyAtBrowser | NobodyAtBrowser) -> None:
    outside = desk.services.outside
    assert isinstance(outside.postmen, MailPostmen)
    outside.__dict__["postmen"] = replace(outside.postmen, browser=browser)


def press(button: QPushButton, desk: TestDesk, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for _ in range(3):  # what is kept is tested, and what was tested is listed
        desk.settle(qtbot)


def begun(panel: MailPanel, desk: TestDesk, way: str, qtbot: QtBot) -> MailDialog:
    press(panel.add_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    dialog.way.setCurrentText(way)
    assert dialog.way.currentText() == way
    dialog.way.activated.emit(dialog.way.currentIndex())
    dialog.name.setText("Work")
    dialog.from_address.setText(SENDER)
    return dialog


def test_signing_in_at_microsoft_ends_with_a_test_message(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with microsoft_here() as provider, somebody_at(desk):
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        dialog = begun(panel, desk, MICROSOFT, qtbot)
        assert not dialog.host.isVisible()
        assert not dialog.client_secret.isVisible()
        dialog.client_id.setText(CLIENT_ID)
        press(dialog.accept_button, desk, qtbot)
        assert "went to" in panel.note.text()
        assert provider.told() == [SENDER]
        (kept,) = desk.services.mail_accounts.listed()
        assert (kept.kind, kept.user) == (AccountKind.MICROSOFT, SENDER)
        assert not panel.signing_in.waiting.isVisible()
        assert "Microsoft 365" in panel.list.item(0).text()


def test_the_secret_of_an_app_at_google_is_kept_with_the_sign_in_only(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with google_here() as provider, somebody_at(desk):
        monkeypatch.setenv("CPD_GOOGLE_URL", provider.address)
        dialog = begun(panel, desk, GMAIL, qtbot)
        dialog.client_id.setText(CLIENT_ID)
        dialog.client_secret.setText(CLIENT_SECRET)
        press(dialog.accept_button, desk, qtbot)
        assert provider.told() == [SENDER]
        (kept,) = desk.services.mail_accounts.listed()
        assert CLIENT_SECRET not in str(kept)


def test_without_a_client_id_the_form_asks_for_one(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    with somebody_at(desk) as browser:
        press(begun(panel, desk, MICROSOFT, qtbot).accept_button, desk, qtbot)
        dialog = panel.dialog
        assert dialog is not None
        assert "client ID" in dialog._problems["client_id"].text()
        assert browser.seen == []
        dialog.reject()


def test_a_sign_in_that_ended_is_told_and_begun_again(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    accounts = desk.services.mail_accounts
    accounts.add(an_account(kind=AccountKind.MICROSOFT, host="", settings={"client_id": CLIENT_ID}))
    panel.refresh()
    desk.settle(qtbot)
    with microsoft_here() as provider, somebody_at(desk):
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        press(panel.test_button, desk, qtbot)
        assert "not connected" in panel.note.text()
        press(panel.sign_in_button, desk, qtbot)
        assert provider.told() == [SENDER]
        press(panel.disconnect_button, desk, qtbot)
        assert panel.question is not None
        answer = next(b for b in panel.question.buttons() if b.text() == "Disconnect")
        answer.click()
        desk.settle(qtbot)
        assert "Nothing is kept here" in panel.note.text()
        assert desk.keychains.get(accounts.listed()[0].secret_name) is None


def test_a_sign_in_that_nobody_finishes_shows_its_address_and_can_be_stopped(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with microsoft_here() as provider:
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        give_browser(desk, NobodyAtBrowser())
        dialog = begun(panel, desk, MICROSOFT, qtbot)
        dialog.client_id.setText(CLIENT_ID)
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        waiting = panel.signing_in.waiting
        qtbot.waitUntil(waiting.isVisible)
        assert waiting.address.text().startswith(provider.address)
        assert "No browser" in waiting.says.text()
        assert not panel.add_button.isEnabled()
        press(waiting.stop_button, desk, qtbot)
        assert "not signed in" in panel.note.text()
        assert panel.add_button.isEnabled()
        assert provider.told() == []


def test_who_declines_in_the_browser_is_told_that_nothing_changed(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with microsoft_here() as provider, somebody_at(desk):
        assert provider.desk is not None
        provider.desk.refuses = "access_denied"
        monkeypatch.setenv("CPD_MICROSOFT_URL", provider.address)
        dialog = begun(panel, desk, MICROSOFT, qtbot)
        dialog.client_id.setText(CLIENT_ID)
        press(dialog.accept_button, desk, qtbot)
        assert "did not allow" in panel.note.text()


def test_the_key_of_brevo_goes_into_the_keychain(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with brevo_here() as provider:
        monkeypatch.setenv("CPD_BREVO_URL", provider.address)
        dialog = begun(panel, desk, "Brevo: API key", qtbot)
        dialog.key.setText(API_KEY)
        press(dialog.accept_button, desk, qtbot)
        assert "went to" in panel.note.text()
        (kept,) = desk.services.mail_accounts.listed()
        assert kept.limits.per_day == 300
        found = desk.keychains.get(kept.secret_name)
        assert found is not None
        assert found.reveal() == API_KEY


def test_the_second_way_over_smtp_keeps_at_whom_one_signs_in(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = begun(panel, desk, "Microsoft 365, Outlook.com: sign in, over SMTP", qtbot)
    assert dialog.host.text() == "smtp.office365.com"
    assert not dialog.password.isVisible()
    draft = dialog._draft()
    assert (draft.kind, draft.signs_in) == (AccountKind.SMTP, "microsoft")
    dialog.reject()


def test_a_mailbox_is_kept_with_the_place_where_the_last_look_ended(
    panel: MailPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    settings = {"imap_host": "imap.northern.example", "imap_port": "143", "imap_tls": "starttls",
                "mailbox_seen": "7:12"}  # fmt: skip
    desk.services.mail_accounts.add(an_account(settings=settings))
    panel.refresh()
    desk.settle(qtbot)
    press(panel.edit_button, desk, qtbot)
    dialog = panel.dialog
    assert dialog is not None
    assert dialog.mailbox.isChecked()
    assert dialog.imap_port.value() == 143
    press(dialog.accept_button, desk, qtbot)
    assert "user" in dialog._problems["user"].text()
    dialog.copy_sent.setChecked(True)
    assert dialog._draft().settings == settings | {"copy_sent": "yes"}
    dialog.mailbox.setChecked(False)
    assert not dialog.imap_host.isVisible()
    assert dialog._draft().settings == {}
    dialog.reject()


def test_the_settings_of_an_address_are_asked_for_only_when_wanted(
    panel: MailPanel, desk: TestDesk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    pages = {PLACES[0]: told(socket="SSL", port="465")}
    with telling(pages, monkeypatch):
        dialog = begun(panel, desk, "Own server", qtbot)
        assert dialog.host.text() == ""
        press(dialog.find_button, desk, qtbot)
        assert (dialog.host.text(), dialog.port.value()) == ("smtp.northern.example", 465)
        assert dialog.tls.currentData() == Tls.SSL.value
        assert (dialog.user.text(), dialog.imap_host.text()) == ("ada", "imap.northern.example")
        pages.clear()
        press(dialog.find_button, desk, qtbot)
        assert "tells nothing" in dialog._problems["find"].text()
    press(dialog.find_button, desk, qtbot)
    assert "does not answer" in dialog._trouble.text()
    dialog.from_address.setText("ada")
    press(dialog.find_button, desk, qtbot)
    assert dialog._problems["sender"].text()
    dialog.reject()

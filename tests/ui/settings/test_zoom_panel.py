from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from cpd_desktop.adapters.zoom.rights import rights
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.zoom_account import AppKind
from cpd_desktop.ui.settings.zoom_details import ZoomLacks
from cpd_desktop.ui.settings.zoom_panel import ZoomPanel
from cpd_desktop.ui.settings.zoom_words import MAY_BREAK
from tests.desk import TestDesk, desk_on
from tests.fakes.zoom.apps import USER_SCOPES
from tests.keychains import MemoryKeychains
from tests.zoom_here import CLIENT_ID, NoBrowser, browsing, put_browser

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMessageBox
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.settings.zoom_app_dialog import ZoomAppDialog
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def desk(zoom: FakeZoom, desk: TestDesk) -> TestDesk:
    return desk


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> ZoomPanel:
    return shown(qtbot, desk)


def shown(qtbot: QtBot, desk: TestDesk) -> ZoomPanel:
    panel = ZoomPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    desk.settle(qtbot)
    return panel


def buttons(panel: ZoomPanel) -> list[str]:
    return [each.accessibleName() for each in panel._buttons if each.isVisible()]


def connect(qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, choice: str = "allow") -> None:
    trainer = browsing(desk.services, choice)
    panel.connect_button.click()
    desk.settle(qtbot)
    trainer.leave()


def waiting(qtbot: QtBot, desk: TestDesk, panel: ZoomPanel) -> NoBrowser:
    browser = NoBrowser()
    put_browser(desk.services, browser)
    panel.connect_button.click()
    qtbot.waitUntil(panel.waiting.isVisible)
    return browser


def the_dialog(panel: ZoomPanel) -> ZoomAppDialog:
    assert panel.dialog is not None
    return panel.dialog


def test_one_button_connects_and_the_account_is_shown(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel
) -> None:
    assert panel.mark.text() == "Not connected"
    assert buttons(panel) == ["Connect to Zoom", "Use another app…"]
    assert "password is never entered here" in panel.says.text()
    connect(qtbot, desk, panel)
    assert panel.mark.text() == "Connected"
    assert {name: each.text() for name, each in panel.details.values.items()} == {
        "name": "Anna Weber",
        "email": "anna@example.com",
        "plan": "Licensed",
        "zone": "Europe/London",
        "account": "acc-1",
        "since": "Sat 21 Nov 2026, 10:00",
        "app": "An app without a secret",
    }
    assert buttons(panel) == ["Check now", "Disconnect…"]
    assert not panel.lacks.needed.isVisible()
    another = shown(qtbot, desk)
    assert another.mark.text() == "Connected"


def test_while_waiting_the_address_can_be_copied_and_the_waiting_stopped(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, zoom: FakeZoom
) -> None:
    browser = waiting(qtbot, desk, panel)
    assert panel.mark.text() == "Connecting"
    assert buttons(panel) == []
    assert panel.waiting.says.text().startswith("No browser could be opened.")
    panel.waiting.copy_button.click()
    assert [QGuiApplication.clipboard().text()] == browser.asked
    assert browser.asked[0].startswith(f"{zoom.address}/oauth/authorize?")
    panel.waiting.stop_button.click()
    desk.settle(qtbot)
    assert panel.note.text() == "Stopped. Nothing was changed."
    assert panel.mark.text() == "Not connected"
    assert buttons(panel) == ["Connect to Zoom", "Use another app…"]


def test_declining_at_zoom_is_told_and_can_be_tried_again(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel
) -> None:
    connect(qtbot, desk, panel, "deny")
    assert "You did not allow CPD Desktop to connect." in panel.note.text()
    assert panel.mark.text() == "Not connected"
    connect(qtbot, desk, panel)
    assert panel.mark.text() == "Connected"
    assert not panel.note.isVisible()


def test_what_the_app_may_not_do_is_named_with_its_scopes(
    qtbot: QtBot,
    desk: TestDesk,
    panel: ZoomPanel,
    zoom: FakeZoom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lacking = {"meeting:read:list_past_participants", "cloud_recording:read:list_user_recordings"}
    few = zoom.add_public_app(USER_SCOPES - lacking)
    monkeypatch.setenv("CPD_ZOOM_CLIENT_ID", few.client_id)
    connect(qtbot, desk, panel)
    needed, optional = (
        each.text().replace(MAY_BREAK, "").splitlines()[1:]
        for each in (panel.lacks.needed, panel.lacks.optional)
    )
    assert needed == ["• find out who came, and for how long (meeting:read:list_past_participants)"]
    assert optional == ["• link to the recordings (cloud_recording:read:list_user_recordings)"]
    assert buttons(panel) == ["Connect again", "Use another app…", "Check now", "Disconnect…"]
    few.scopes = USER_SCOPES  # as somebody adds them at Zoom
    connect(qtbot, desk, panel)
    assert not panel.lacks.needed.isVisible()
    assert buttons(panel) == ["Check now", "Disconnect…"]


def test_what_is_lacking_needs_no_more_width_than_a_small_screen_has(
    qtbot: QtBot, qapp: QApplication
) -> None:
    lacks = ZoomLacks()
    qtbot.addWidget(lacks)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    for each in (lacks.needed, lacks.optional):
        each.setFont(font)
    lacks.show_lacks(rights(AppKind.SERVER))
    assert lacks.minimumSizeHint().width() <= 400


def test_a_sign_in_elsewhere_is_noticed_and_ended_by_connecting_again(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, zoom: FakeZoom
) -> None:
    connect(qtbot, desk, panel)
    assert zoom.oauth.browsing
    zoom.oauth.allow(zoom.oauth.apps[CLIENT_ID], zoom.oauth.browsing)
    panel.check_button.click()
    desk.settle(qtbot)
    assert panel.mark.text() == "Signed in elsewhere"
    assert "Zoom keeps only the latest sign-in" in panel.says.text()
    assert buttons(panel) == ["Connect again", "Use another app…", "Disconnect…"]
    connect(qtbot, desk, panel)
    assert panel.mark.text() == "Connected"


def answer(qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, name: str) -> QMessageBox:
    panel.disconnect_button.click()
    question = panel.question
    assert question is not None
    next(each for each in question.buttons() if each.text() == name).click()
    desk.settle(qtbot)
    return question


def test_disconnecting_asks_first_and_says_what_stays(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, zoom: FakeZoom
) -> None:
    connect(qtbot, desk, panel)
    panel.disconnect_button.click()
    assert panel.question is not None
    assert "Meetings stay at Zoom" in panel.question.informativeText()
    panel.question.reject()
    desk.settle(qtbot)
    assert panel.mark.text() == "Connected"
    answer(qtbot, desk, panel, "Disconnect")
    assert panel.mark.text() == "Not connected"
    assert panel.note.text() == "Disconnected. Zoom was told, and nothing is kept here."
    assert desk.keychains.kept == {}
    assert zoom.oauth.live_grants() == []


def test_a_locked_vault_is_told_in_words(
    qtbot: QtBot, zoom: FakeZoom, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    keychains = MemoryKeychains(keychain=False)
    keychains.make_vault(Secret("a long passphrase"))
    keychains.lock()
    with desk_on(folder, clock, qapp, keychains=keychains) as desk:
        panel = shown(qtbot, desk)
        assert panel.mark.text() == "Not known"
        assert "The vault is locked." in panel.note.text()
        assert buttons(panel) == []


def test_where_no_app_comes_along_the_page_about_apps_is_shown_first(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CPD_ZOOM_CLIENT_ID")
    panel.connect_button.click()
    dialog = the_dialog(panel)
    assert dialog.client_id.placeholderText() == ""
    dialog.offer()
    desk.settle(qtbot)
    shown_there = dialog._problems["client_id"].text()
    assert shown_there == "CPD Desktop needs the client ID of an app at Zoom."
    assert dialog.accept_button.isEnabled()
    monkeypatch.undo()
    dialog.reject()


def test_each_kind_of_app_says_what_to_click_and_asks_for_what_it_needs(
    qtbot: QtBot, panel: ZoomPanel
) -> None:
    panel.choose_button.click()
    dialog = the_dialog(panel)
    asked: dict[AppKind, list[str]] = {}
    for kind, choice in dialog.kinds.items():
        choice.click()
        fields = ("client_id", "secret", "account_id", "host", "redirect")
        asked[kind] = [name for name in fields if getattr(dialog, name).isVisibleTo(dialog)]
        assert dialog.purpose.text()
        assert "marketplace.zoom.us" in dialog.steps.text()
    assert asked == {
        AppKind.PUBLIC: ["client_id", "redirect"],
        AppKind.OWN: ["client_id", "secret", "redirect"],
        AppKind.SERVER: ["client_id", "secret", "account_id", "host"],
    }
    assert "report:read:user:admin" in dialog.scopes.toPlainText()
    dialog.copy_scopes.click()
    names = QGuiApplication.clipboard().text().splitlines()
    assert all(each.endswith(":admin") for each in names)
    dialog.kinds[AppKind.OWN].click()
    dialog.copy_scopes.click()
    assert set(QGuiApplication.clipboard().text().splitlines()) <= USER_SCOPES
    dialog.copy_redirect.click()
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1/callback"
    dialog.reject()


def test_an_own_app_connects_and_its_secret_is_in_the_keychain_alone(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, zoom: FakeZoom
) -> None:
    app = zoom.add_confidential_app()
    trainer = browsing(desk.services)
    panel.choose_button.click()
    dialog = the_dialog(panel)
    dialog.kinds[AppKind.OWN].click()
    dialog.client_id.setText(f" {app.client_id} ")
    dialog.secret.setText(app.secret)
    dialog.offer()
    desk.settle(qtbot)
    trainer.leave()
    assert panel.dialog is None
    assert panel.details.values["app"].text() == "Your own app with a secret"
    assert app.secret in desk.keychains.kept["zoom/grant"].reveal()
    for path in desk.services.folder.path.rglob("*"):
        assert not path.is_file() or app.secret.encode() not in path.read_bytes(), path


def test_an_app_of_the_account_connects_without_a_browser(
    qtbot: QtBot, desk: TestDesk, panel: ZoomPanel, zoom: FakeZoom
) -> None:
    app = zoom.add_server_app()
    panel.choose_button.click()
    dialog = the_dialog(panel)
    dialog.kinds[AppKind.SERVER].click()
    dialog.client_id.setText(app.client_id)
    dialog.offer()
    desk.settle(qtbot)
    assert dialog._problems["account_id"].isVisible()
    dialog.secret.setText(app.secret)
    dialog.account_id.setText(app.account_id)
    dialog.host.setText("anna@example.com")
    dialog.offer()
    desk.settle(qtbot)
    assert panel.dialog is None
    assert panel.mark.text() == "Connected"
    answer(qtbot, desk, panel, "Disconnect")
    panel.connect_button.click()  # its secret was forgotten, so it is asked for
    again = the_dialog(panel)
    assert (again.kind, again.account_id.text()) == (AppKind.SERVER, app.account_id)
    assert again.secret.text() == ""
    again.reject()

"""Time stamps and badges with a proof in the register, from a real service on loopback."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from cpd_desktop.adapters.trust import proven_badge
from cpd_desktop.domain import settings
from cpd_desktop.domain.errors import NotAllowed, Unavailable
from tests.fakes.time_stamps import NAME, TimeStampService, time_stamp_service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.certificates.register_view import RegisterView
    from tests.desk import TestDesk

ANA, TOM = "CPD-2026-000001", "CPD-2026-000002"
STAMPED = {"Into a folder, with time stamps…", "Into one ZIP file, with time stamps…"}


@pytest.fixture
def service(desk: TestDesk) -> Iterator[TimeStampService]:
    with time_stamp_service(desk.services.clock.now()) as running:
        desk.services.settings.put(settings.Certificates(time_stamps=running.address))
        yield running


@pytest.fixture
def told(desk: TestDesk) -> list[str]:
    heard: list[str] = []
    desk.operations.told.connect(lambda text, _undo: heard.append(text))
    return heard


def choose(view: RegisterView, *numbers: str) -> None:
    register = view._desk.services.certificate_register
    view.table._select([register.called(each).id for each in numbers])


def offered(view: RegisterView) -> set[str]:
    menu = view.export.menu()
    menu.aboutToShow.emit()
    return {each.text() for each in menu.actions() if each.isVisible() and each.text()}


def press(view: RegisterView, text: str) -> None:
    (action,) = [each for each in view.export.menu().actions() if each.text() == text]
    action.trigger()


def signature(view: RegisterView) -> str:
    QApplication.processEvents()  # new labels are shown in the next round
    labels = view.inspector.findChildren(QLabel)
    names = [each.accessibleName() for each in labels if each.isVisible()]
    (text,) = [each for each in names if each.startswith("Signature: ")]
    return text.removeprefix("Signature: ")


def test_without_an_address_no_time_stamps_are_offered(view: RegisterView) -> None:
    choose(view, ANA)
    assert offered(view).isdisjoint({"Add time stamps", *STAMPED})
    assert signature(view) == "Signed; no time stamp"


def test_the_chosen_are_stamped_and_shown_to_be_and_the_others_are_not(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, service: TimeStampService, told: list[str]
) -> None:
    choose(view, ANA)
    assert "Add time stamps" in offered(view)
    assert offered(view).isdisjoint(STAMPED)
    press(view, "Add time stamps")
    desk.settle(qtbot)
    assert told == [f"1 certificate(s) time stamped by {NAME}"]
    assert len(service.asked) == 1
    assert signature(view).startswith(f"Time stamped by {NAME} on Wed 2 Dec 2026")
    press(view, "Add time stamps")
    desk.settle(qtbot)
    assert told[1:] == ["No time stamp was missing."]
    assert len(service.asked) == 1
    choose(view, TOM)
    assert signature(view) == "Signed; no time stamp"
    assert desk.failures == []


def test_copies_with_time_stamps_are_exported_where_there_are_some(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, service: TimeStampService, tmp_path: Path
) -> None:
    choose(view, ANA)
    press(view, "Add time stamps")
    desk.settle(qtbot)
    choose(view, ANA, TOM)
    assert offered(view) >= STAMPED
    ids = view.table.selected_ids()
    view.deeds.export(ids, str(tmp_path / "plain.zip"))
    view.deeds.export(ids, str(tmp_path / "stamped.zip"), stamped=True)
    desk.settle(qtbot)
    with (
        zipfile.ZipFile(tmp_path / "plain.zip") as plain,
        zipfile.ZipFile(tmp_path / "stamped.zip") as stamped,
    ):
        longer = [
            name
            for name in plain.namelist()
            if len(stamped.read(name)) > len(plain.read(name))
        ]  # fmt: skip
    assert longer == [f"Ana Ruiz - Wound care - {ANA}.pdf"]


def test_what_the_service_refuses_is_said_and_revoked_ones_are_not_sent(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, service: TimeStampService
) -> None:
    desk.services.certificates.revoke(TOM, "Issued in error")
    service.status = 503
    choose(view, ANA, TOM)
    with qtbot.waitSignal(view.deeds.changed):
        press(view, "Add time stamps")
    desk.settle(qtbot)
    (error,) = desk.failures
    desk.failures.clear()
    assert isinstance(error, Unavailable)
    service.status = 200
    service.asked.clear()
    press(view, "Add time stamps")
    desk.settle(qtbot)
    assert len(service.asked) == 1


def test_a_badge_is_saved_as_json_ld_with_a_proof(
    qtbot: QtBot,
    desk: TestDesk,
    view: RegisterView,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    pytest.importorskip("pyld", reason="needs PyLD")
    out = tmp_path / "badge.json"
    monkeypatch.setattr(
        "cpd_desktop.ui.certificates.register_deeds.ask_where_to_save",
        lambda _parent, _title, _name, _kind, then: then(str(out)),
    )
    choose(view, ANA)
    view.inspector.proven.click()
    desk.settle(qtbot)
    assert desk.failures == []
    assert json.loads(out.read_text("utf-8"))["proof"]["cryptosuite"] == proven_badge.SUITE


def test_without_the_library_it_is_said_what_to_install(
    qtbot: QtBot,
    desk: TestDesk,
    view: RegisterView,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(proven_badge, "find_spec", lambda _name: None)
    monkeypatch.setattr(
        "cpd_desktop.ui.certificates.register_deeds.ask_where_to_save",
        lambda _parent, _title, _name, _kind, then: then(str(tmp_path / "badge.json")),
    )
    choose(view, ANA)
    view.inspector.proven.click()
    desk.settle(qtbot)
    (error,) = desk.failures
    desk.failures.clear()
    assert isinstance(error, NotAllowed)
    assert error.says == proven_badge.NOT_INSTALLED
    assert list(tmp_path.glob("*.json")) == []

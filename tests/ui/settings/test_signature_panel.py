from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from cpd_desktop.domain.settings import Signatory
from cpd_desktop.ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[SettingsPage]:
    made = SettingsPage(desk)
    made.resize(1000, 700)
    made.show_section("signatory")
    with qtbot.waitExposed(made):
        made.show()
    desk.settle(qtbot)
    yield made
    made.close()
    desk.settle(qtbot)


@pytest.fixture
def picture(tmp_path: Path) -> str:
    image = QImage(300, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 90))
    path = tmp_path / "signature.png"
    assert image.save(str(path))
    return str(path)


def test_the_signature_is_shown_once_chosen_and_gone_once_removed(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, picture: str
) -> None:
    panel = page.signature
    assert not panel.picture.isVisible()
    assert not panel.remove.isVisible()
    panel.keep(picture)
    desk.settle(qtbot)
    assert panel.picture.isVisible()
    assert not panel.picture.pixmap().isNull()
    assert desk.services.settings.get(Signatory).picture
    panel.remove.click()
    desk.settle(qtbot)
    assert not panel.picture.isVisible()
    assert desk.services.settings.get(Signatory).picture == ""


def test_a_name_entered_afterwards_keeps_the_picture(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, picture: str
) -> None:
    page.signature.keep(picture)
    desk.settle(qtbot)
    field = page.panels[Signatory].fields["person"]
    field.show_value("Ana Ruiz")
    page.panels[Signatory].commit()
    desk.settle(qtbot)
    kept = desk.services.settings.get(Signatory)
    assert (kept.person, bool(kept.picture)) == ("Ana Ruiz", True)


def test_a_file_that_is_no_picture_is_refused_in_words(
    qtbot: QtBot, desk: TestDesk, page: SettingsPage, tmp_path: Path
) -> None:
    (tmp_path / "no.png").write_bytes(b"no picture")
    page.signature.keep(str(tmp_path / "no.png"))
    desk.settle(qtbot)
    assert page.signature.note.text()
    assert page.signature.note.property("tone") == "bad"
    assert not page.signature.picture.isVisible()

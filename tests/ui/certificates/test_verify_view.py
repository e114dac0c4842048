from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from cpd_desktop.adapters.trust.documents import write_card, write_status_list
from cpd_desktop.adapters.trust.qr_token import write_token
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.ui.certificates.verify_view import VerifyView
from tests.adapters.trust.issuing import CLAIMS, NOW, PROVIDER, badge_of, issuer, signed_pdf
from tests.adapters.trust.pictures import code_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


HILL = issuer("Hill CPD")


@pytest.fixture
def view(qtbot: QtBot, desk: TestDesk) -> Iterator[VerifyView]:
    with desk.showing(qtbot, VerifyView(desk)) as made:
        made.refresh()
        desk.settle(qtbot)
        yield made


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.pdf"
    path.write_bytes(signed_pdf(HILL, badge_of(HILL)))
    return path


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "hill.card"
    provider = replace(PROVIDER, name="Hill CPD")
    path.write_bytes(write_card(HILL.card(provider, NOW), HILL))
    return path


def texts(view: VerifyView) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def drop(view: VerifyView, data: QMimeData) -> None:
    place, action = view.rect().center(), Qt.DropAction.CopyAction
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(place, action, data, button, none))


def add(qtbot: QtBot, desk: TestDesk, view: VerifyView, card: Path) -> None:
    view.issuers.look_at_card(str(card))
    desk.settle(qtbot)
    assert view.issuers.dialog is not None
    view.issuers.dialog.offer()
    desk.settle(qtbot)


def test_a_dropped_file_of_a_stranger_becomes_valid_by_their_card(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, pdf: Path, card: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pdf))])
    drop(view, data)
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "?  Unknown issuer"
    assert view.answer.add_card.isVisible()
    assert view.answer.hasFocus()
    assert "theirs.pdf" in texts(view)
    view.issuers.look_at_card(str(card))
    desk.settle(qtbot)
    asked = view.issuers.dialog
    assert asked is not None
    assert asked.letters.text().replace(" ", "").lower() == HILL.token.fingerprint[:32]
    assert desk.services.issuers.all() == ()
    asked.offer()
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "✓  Valid"
    told = texts(view)
    for text in (CLAIMS.name, CLAIMS.title, "Hill CPD", CLAIMS.number, "6.5 CPD hours"):
        assert text in told
    assert not view.answer.add_card.isVisible()
    assert any(each.startswith("✓ The PDF file is exactly") for each in view.answer.checks.texts)
    assert any("there is no list" in each for each in view.answer.unproven.texts)


def test_an_altered_file_is_told_in_words_and_by_a_sign(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, pdf: Path
) -> None:
    changed = bytearray(pdf.read_bytes())
    changed[60] ^= 1
    pdf.write_bytes(changed)
    view.verify_file(pdf)
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "✕  Altered"
    assert view.answer.checks.texts == ["✕ The PDF file is not as it was signed."]
    assert "Do not rely on it" in view.answer.accessibleName()


def test_a_list_that_is_dropped_revokes_what_is_shown(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, pdf: Path, card: Path, tmp_path: Path
) -> None:
    add(qtbot, desk, view, card)
    view.verify_file(pdf)
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "✓  Valid"
    ended = StatusList(NOW, {CLAIMS.number: Ending(Ended.REVOKED)})
    path = tmp_path / "revoked.list"
    path.write_bytes(write_status_list(ended, HILL))
    view.verify_file(path)
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "✕  Revoked"
    assert "List of revoked certificates of Sat 21 Nov 2026" in texts(view)


def test_a_token_is_typed_pasted_copied_as_a_picture_or_seen_by_the_camera(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, card: Path
) -> None:
    add(qtbot, desk, view, card)
    token = write_token(CLAIMS, HILL.token)
    view.text.setPlainText(f"  {token}\n")
    view.check.click()
    desk.settle(qtbot)
    assert view.answer.verdict.text() == "✓  Valid"
    view.answer.hide()
    view.camera.code_seen.emit(token)
    desk.settle(qtbot)
    assert view.answer.isVisible()
    copied = QMimeData(), QMimeData()
    copied[0].setText(token)
    copied[1].setImageData(QImage.fromData(code_of(token).as_png()))
    for each in copied:
        view.answer.hide()
        QGuiApplication.clipboard().setMimeData(each)
        view.paste.click()
        desk.settle(qtbot)
        assert view.answer.isVisible()
        assert view.answer.verdict.text() == "✓  Valid"


def test_what_was_copied_may_be_nothing_of_use(
    qtbot: QtBot, desk: TestDesk, view: VerifyView
) -> None:
    QGuiApplication.clipboard().clear()
    view.paste.click()
    assert "Nothing was copied" in view.note.text()
    view.verify_text("hello")
    desk.settle(qtbot)
    assert view.answer.verdict.text().endswith("Not a certificate")


def test_a_file_that_is_gone_and_a_card_that_is_none_are_told(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, tmp_path: Path
) -> None:
    view.verify_file(tmp_path / "missing.pdf")
    desk.settle(qtbot)
    assert "could not be read" in view.note.text()
    assert not view.answer.isVisible()
    (tmp_path / "no.card").write_text("{}")
    view.verify_file(tmp_path / "no.card")
    desk.settle(qtbot)
    assert "not an issuer card" in view.issuers.note.text()


def test_an_issuer_can_be_forgotten_and_the_answer_follows(
    qtbot: QtBot, desk: TestDesk, view: VerifyView, pdf: Path, card: Path
) -> None:
    assert "None: every certificate" in texts(view)
    add(qtbot, desk, view, card)
    view.verify_file(pdf)
    desk.settle(qtbot)
    (forget,) = [each for each in view.issuers.findChildren(QPushButton) if each.text() == "Forget"]
    assert forget.accessibleName() == "Forget Hill CPD"
    QTest.mouseClick(forget, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    desk.settle(qtbot)
    assert desk.services.issuers.all() == ()
    assert view.answer.verdict.text() == "?  Unknown issuer"

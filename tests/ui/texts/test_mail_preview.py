"""A mail can be looked at in a small window, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from cpd_desktop.domain.messages.texts import Rendered
from cpd_desktop.ui.texts.preview import MailPreview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_nothing_covers_anything_where_there_is_little_room(qtbot: QtBot) -> None:
    preview, around = MailPreview(), QScrollArea()
    qtbot.addWidget(around)
    around.setWidgetResizable(True)
    around.setWidget(preview)
    around.resize(max(each.sizeHint().width() for each in preview.looks.buttons()) * 2, 80)
    around.show()
    preview.show_mail(Rendered("How to join " * 5, "Hello", "<body>Hello</body>", ()))
    qtbot.waitUntil(lambda: preview.height() > around.height())
    places = [each.geometry() for each in preview.looks.buttons()]
    assert len({each.top() for each in places}) > 1
    subject, letter = preview.subject.geometry(), preview.letter.geometry()
    assert max(each.bottom() for each in places) < subject.top()
    assert subject.bottom() < letter.top()
    assert letter.bottom() <= preview.rect().bottom()

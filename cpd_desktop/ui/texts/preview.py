"""How a mail looks to whoever gets it: light, dark, on a narrow screen, and as plain text."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.texts import Rendered

NARROW: Final = 360
# As mail programs show a page that sets no colours, not as this window does.
_LIGHT: Final = ("#ffffff", "#1f1f1f", "#0b57d0")
_DARK: Final = ("#1f1f1f", "#e8e8e8", "#8ab4f8")
_BODY: Final = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
# What a mail program centres and pads itself: here the frame around it does.
_AROUND: Final = re.compile(r"margin: 0 auto;|padding: 16px;|max-width: 600px;")
_LINK: Final = re.compile(r"color:\s*#0b57d0", re.IGNORECASE)


class Look(IntEnum):
    """The ways a mail can be looked at."""

    LIGHT = 0
    DARK = 1
    NARROW = 2
    PLAIN = 3


class _Letter(QTextBrowser):
    """Shows a mail; it fetches nothing and follows no link."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setProperty("data", True)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load nothing: a mail has no pictures, and looking at it must tell nobody."""
        _ = kind, name
        return None


class MailPreview(QWidget):
    """Shows one mail."""

    def __init__(self) -> None:
        super().__init__()
        self.subject = label("", "heading", data=True)
        self.letter = _Letter()
        self.letter.setAccessibleName(self.tr("What the mail says"))
        self.looks = QButtonGroup(self)
        self._shown: Rendered | None = None
        names = (self.tr("Light"), self.tr("Dark"), self.tr("Narrow"), self.tr("Plain text"))
        row = FlowRow()
        for look, name in zip(Look, names, strict=True):
            made = view_button()
            say(made, name)
            self.looks.addButton(made, look)
            row.addWidget(made)
        self.looks.button(Look.LIGHT).setChecked(True)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.letter, 1, Qt.AlignmentFlag.AlignLeft)
        across.setStretch(0, 1)
        self._across = across
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.subject)
        layout.addLayout(across, 1)
        self._draw()

        self.looks.idClicked.connect(self._draw)

    def show_mail(self, said: Any) -> None:
        """Show what a mail says, as ``Rendered``, or nothing."""
        if said != self._shown:
            self._shown = said
            self._draw()

    def _draw(self) -> None:
        look, said = Look(self.looks.checkedId()), self._shown
        ground, text, link = _DARK if look is Look.DARK else _LIGHT
        self.letter.setStyleSheet(f"QTextBrowser {{ background: {ground}; color: {text}; }}")
        narrow = look is Look.NARROW
        self.letter.setMaximumWidth(NARROW if narrow else 16_777_215)
        self._across.setAlignment(
            self.letter, Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag(0)
        )
        self.subject.setText(said.subject if said else "")
        self.subject.setVisible(bool(said and said.subject))
        place = self.letter.verticalScrollBar().value()
        if said is None:
            self.letter.clear()
        elif look is Look.PLAIN:
            self.letter.setPlainText(said.text)
        else:
            found = _BODY.search(said.html)
            body = _AROUND.sub("", found[1] if found else said.html)
            body = _LINK.sub(f"color: {link}", body)
            self.letter.setHtml(f'<body style="color: {text}">{body}</body>')
        self.letter.verticalScrollBar().setValue(place)

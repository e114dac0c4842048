"""The small pieces every page is made of, dressed by their role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton

ButtonRole = Literal["primary", "plain", "quiet", "danger", "nav"]
LabelRole = Literal["plain", "title", "heading", "muted", "caption"]
Tone = Literal["good", "warn", "bad", "info", "neutral"]

GRID = 8
_READABLE_CHARACTERS = 60

# Qt.TextFormat.PlainText as a property. Loading the namespace Qt with all its enumerations takes
# a tenth of the time to the first paint, which needs nothing else of it.
_PLAIN = 0
_RETURN, _ENTER = 0x01000004, 0x01000005


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if Enter was, and say whether it was; holding the key presses once.

    Qt knows the space bar only, and lets Enter on “Cancel” go to the default button of a dialog.
    """
    if event.key() not in (_RETURN, _ENTER):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


class PushButton(QPushButton):
    """A button that Enter presses while it has the focus."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        # Else Enter in a line of a dialog would press the button that comes first.
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A small button that Enter presses while it has the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def button(text: str, role: ButtonRole = "plain") -> QPushButton:
    """Return a button that is never narrower than its text."""
    made = PushButton(text)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    if role == "nav":
        fit_width(made)
    return made


def fit_width(nav: QPushButton) -> None:
    """Give a button room for its text in bold, which it has while it is checked."""
    bold = nav.font()
    bold.setBold(True)
    nav.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(nav.text()) + GRID * 3)


def label(text: str, role: LabelRole = "plain", *, data: bool = False) -> QLabel:
    """Return a label that wraps; ``data`` says that the text is the person's own."""
    made = QLabel(text)
    made.setProperty("role", role)
    if data:
        made.setProperty("data", data)
    made.setProperty("textFormat", _PLAIN)
    made.setWordWrap(True)
    return made


def card() -> QFrame:
    """Return a frame that groups what belongs together; give it a layout."""
    made = QFrame()
    made.setProperty("role", "card")
    return made


def chip(text: str, tone: Tone = "neutral") -> QLabel:
    """Return a short state in a soft colour; its text tells what the colour does."""
    made = QLabel(text)
    made.setProperty("role", "chip")
    made.setProperty("tone", tone)
    made.setProperty("textFormat", _PLAIN)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def restyle(widget: QWidget, **properties: str) -> None:
    """Change what a widget is dressed by (``tone``, ``role``) and dress it again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    style = widget.style()
    for each in (widget, *widget.findChildren(QWidget)):
        style.unpolish(each)
        style.polish(each)


class EmptyState(QWidget):
    """Says what will appear here and offers the button that makes the first one."""

    def __init__(
        self,
        title: str,
        text: str,
        action_button: QPushButton | None = None,
        parent: QWidget | None = None,
        *,
        second_button: QPushButton | None = None,
    ) -> None:
        from PySide6.QtCore import Qt

        super().__init__(parent)
        self.title = label(title, "heading")
        self.text = label(text, "muted")
        for each in (self.title, self.text):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.action_button = action_button

        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        layout.addWidget(self.title)
        layout.addLayout(self._readable())
        if action_button is not None:
            layout.addSpacing(GRID)
            layout.addWidget(action_button, 0, Qt.AlignmentFlag.AlignHCenter)
        if second_button is not None:
            layout.addWidget(second_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def sizeHint(self) -> QSize:
        """Return a size that shows all of it without asking for a whole page."""
        return super().sizeHint().expandedTo(QSize(GRID * 40, GRID * 24))

    def _readable(self) -> QHBoxLayout:
        """Return the text in lines that are not too long to read."""
        characters = self.text.fontMetrics().averageCharWidth()
        self.text.setMaximumWidth(characters * _READABLE_CHARACTERS)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.text, _READABLE_CHARACTERS)
        row.addStretch(1)
        return row

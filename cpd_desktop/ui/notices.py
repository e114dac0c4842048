"""Short news above the page, and errors in words."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QWidget

from cpd_desktop.ui.widgets import GRID, Tone, button, label, restyle
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QKeyEvent

_FADE = 10_000


@dataclass(frozen=True, slots=True)
class _Notice:
    text: str
    tone: Tone
    action: str
    run: Callable[[], object] | None
    fades: bool


class Banner(QFrame):
    """Shows one notice at a time; the others wait their turn."""

    def __init__(self, parent: QWidget | None = None, *, milliseconds: int = _FADE) -> None:
        super().__init__(parent)
        self._waiting: deque[_Notice] = deque()
        self._notice: _Notice | None = None
        self._fade = QTimer(self, singleShot=True, interval=milliseconds)

        self.setProperty("role", "banner")
        self.text = label("")
        self.action = button("", "quiet")
        self.dismiss = button(self.tr("Dismiss"), "quiet")

        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.dismiss)
        self.hide()

        self._fade.timeout.connect(self.show_next)
        self.action.clicked.connect(self._run)
        self.dismiss.clicked.connect(self.show_next)

    def say(
        self,
        text: str,
        tone: Tone = "info",
        *,
        action: str = "",
        run: Callable[[], object] | None = None,
        fades: bool = False,
    ) -> None:
        """Show the text now, or after the notices that stay until they are dismissed.

        One that fades gives way to whatever comes next.
        """
        self._waiting.append(_Notice(text, tone, action, run, fades))
        if self._notice is None or self._notice.fades:
            self.show_next()

    def show_next(self) -> None:
        """Take the notice away and show the one that waits, if any."""
        self._fade.stop()
        while len(self._waiting) > 1 and self._waiting[0].fades:
            self._waiting.popleft()
        self._notice = self._waiting.popleft() if self._waiting else None
        if self._notice is None:
            self.hide()
            return
        self.text.setText(self._notice.text)
        self.setAccessibleName(self._notice.text)
        self.action.setText(self._notice.action)
        self.action.setVisible(self._notice.run is not None)
        restyle(self, tone=self._notice.tone)
        self.show()
        self._start_fading()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Keep still while the pointer is over it."""
        self._fade.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start anew when the pointer has left."""
        self._start_fading()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape dismisses the notice the keyboard is in."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_next()
        else:
            super().keyPressEvent(event)

    def _start_fading(self) -> None:
        if self._notice is not None and self._notice.fades:
            self._fade.start()

    def _run(self) -> None:
        notice = self._notice
        self.show_next()
        if notice is not None and notice.run is not None:
            notice.run()


def show_error(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Open a dialog that says what happened and what to do next, and return it."""
    words = explain(error)
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(words.title)
    box.setText(words.says)
    box.setInformativeText(words.advice)
    box.setDetailedText(_kinds(error))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def _kinds(error: BaseException) -> str:
    """Return the names of the error and its causes: enough to report, nothing private."""
    names: list[str] = []
    each: BaseException | None = error
    while each is not None and len(names) < GRID:
        names.append(f"{type(each).__module__}.{type(each).__qualname__}")
        each = each.__cause__ or each.__context__
    return "\n".join(names)

"""Short news over the page, and errors in words."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QWidget

from cpd_desktop.ui.widgets import GRID, Tone, button, label, restyle
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QKeyEvent

_FADE = 10_000
_READABLE_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class _Notice:
    text: str
    tone: Tone
    action: str
    run: Callable[[], object] | None
    fades: bool
    about: str


class Banner(QFrame):
    """Shows one notice at a time; the others wait their turn.

    It lies in a lower corner of ``over``, which does not move, and never under the pointer.
    """

    def __init__(self, over: QWidget | None = None, *, milliseconds: int = _FADE) -> None:
        super().__init__(over.parentWidget() if over is not None else None)
        self._over = over
        self._waiting: deque[_Notice] = deque()
        self._notice: _Notice | None = None
        self._fade = QTimer(self, singleShot=True, interval=milliseconds)

        self.setProperty("role", "notice")
        self.text = label("")
        self.action = button("", "quiet")
        self.dismiss = button(self.tr("Dismiss"), "quiet")

        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self.action)
        self._layout.addWidget(self.dismiss)
        self.hide()

        if over is not None:
            over.installEventFilter(self)
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
        about: str = "",
    ) -> None:
        """Show the text now, or after the notices that stay until they are dismissed.

        One that fades gives way to whatever comes next, one ``about`` something to the next about
        the same.
        """
        if about:
            self.settled(about)
        self._waiting.append(_Notice(text, tone, action, run, fades, about))
        if self._notice is None or self._notice.fades:
            self.show_next()

    def settled(self, about: str) -> None:
        """Take away what is no longer so."""
        self._waiting = deque(each for each in self._waiting if each.about != about)
        if self._notice is not None and self._notice.about == about:
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
        self._find_place()
        self.show()
        self._start_fading()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of what it lies over."""
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._find_place()
        return super().eventFilter(watched, event)

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

    def _find_place(self) -> None:
        if self._over is None or self._notice is None:
            return
        metrics = self.text.fontMetrics()
        room = self._over.geometry().adjusted(GRID * 3, GRID * 2, -GRID * 3, -GRID * 2)
        line = metrics.size(0, self._notice.text).width() + 1
        others = self.sizeHint().width() - self.text.sizeHint().width()
        readable = metrics.averageCharWidth() * _READABLE_CHARACTERS
        self.text.setFixedWidth(max(1, min(line, readable, room.width() - others)))
        self._layout.activate()
        width = min(self._layout.totalSizeHint().width(), room.width())
        place = QRect(0, 0, width, self._layout.totalHeightForWidth(width))
        place.moveBottomRight(room.bottomRight())
        if place.contains(self._over.mapFromGlobal(QCursor.pos()) + self._over.pos()):
            place.moveLeft(room.left())
        self.setGeometry(place)
        self.raise_()

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

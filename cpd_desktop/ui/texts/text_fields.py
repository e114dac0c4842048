"""Where a mail's text is written: a subject, a text in Markdown, and fields put into both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.ui.calm import TextBox
from cpd_desktop.ui.texts.words import field_words
from cpd_desktop.ui.widgets import GRID, ToolButton, label, restyle

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtCore import QEvent, QObject

PAUSE = 250  # milliseconds after the last key until the text is looked at
SHOWN = 40
_SESSIONS = (
    "{% for session in sessions %}\n"
    "- {{ session.title }}: {{ session.date }}, {{ session.time }}\n"
    "{% endfor %}\n"
)


class TextFields(QWidget):
    """Holds a text that is being written; ``edited`` comes after a pause."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.subject = QLineEdit()
        self.body = TextBox()
        self.insert = ToolButton()
        self.insert.setText(self.tr("Insert a field"))
        self.insert.setAccessibleName(self.insert.text())
        self.insert.setProperty("role", "field")
        self.insert.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.insert.setMenu(QMenu(self.insert))
        self.problem = label("", "caption", data=True)
        restyle(self.problem, tone="bad")
        self.problem.hide()
        self._last: QWidget = self.body
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)

        self._lay_out()

        self.subject.textEdited.connect(self._pause.start)
        self.body.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.edited)
        for each in (self.subject, self.body):
            each.installEventFilter(self)

    @property
    def text(self) -> MailText:
        """Return what is written now."""
        return MailText(self.subject.text(), self.body.toPlainText())

    def show_text(self, text: MailText) -> None:
        """Show a text to be edited."""
        with QSignalBlocker(self.subject), QSignalBlocker(self.body):
            self.subject.setText(text.subject)
            self.subject.setCursorPosition(0)
            self.body.setPlainText(text.body)
        self._pause.stop()

    def flush(self) -> None:
        """Tell of what was typed without waiting for the pause."""
        if self._pause.isActive():
            self._pause.stop()
            self.edited.emit()

    def offer_fields(self, names: Collection[str], values: Mapping[str, object]) -> None:
        """Offer these fields, with what they hold for somebody."""
        menu = self.insert.menu()
        menu.clear()
        for name in sorted(names, key=lambda each: field_words(each).casefold()):
            value = values.get(name, "")
            shown = str(value).replace("\n", ", ") if not isinstance(value, list) else ""
            short = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
            text = f"{field_words(name)}   {short}" if short else field_words(name)
            menu.addAction(text.replace("&", "&&"), partial(self._insert, name))

    def say_problem(self, text: str) -> None:
        """Say what is wrong with the text, or nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.body.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where a field is to be put."""
        if event.type() == event.Type.FocusIn and isinstance(watched, QWidget):
            self._last = watched
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        subject = label(self.tr("&Subject"))
        subject.setBuddy(self.subject)
        body = label(self.tr("&Text"))
        body.setBuddy(self.body)
        for each, name in (
            (self.subject, self.tr("Subject")),
            (self.body, self.tr("Text, in Markdown")),
        ):
            each.setAccessibleName(name)
        self.body.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.body.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        help_text = self.tr(
            "**bold**, *italic*, - list, [words](address). Fields stand in {{ }}; with"
            " {% if field %} … {% endif %} a part is only there if the field has something to show."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(subject)
        layout.addWidget(self.subject)
        layout.addWidget(body)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.problem)
        layout.addWidget(label(help_text, "caption"))
        layout.addWidget(self.insert)

    def _insert(self, name: str) -> None:
        if self._last is self.subject and name != "sessions":
            self.subject.insert(f"{{{{ {name} }}}}")
            self.subject.setFocus()
            self._pause.start()
        else:
            words = _SESSIONS if name == "sessions" else f"{{{{ {name} }}}}"
            self.body.insertPlainText(words)
            self.body.setFocus()

"""A fitting widget for each of the eight kinds of question that an event may ask."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from cpd_desktop.domain.custom_fields import FieldKind
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.custom_fields import CustomField

_ISO = Qt.DateFormat.ISODate


class LineAnswer(QLineEdit):
    """A short text, or a number."""

    def __init__(self, field: CustomField, kept: str) -> None:
        super().__init__(kept)
        if field.kind is FieldKind.NUMBER:
            self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            self.setPlaceholderText(self._limits(field))

    def answer(self) -> str:
        """Return what was typed."""
        return self.text()

    def _limits(self, field: CustomField) -> str:
        if field.lowest is not None and field.highest is not None:
            text = self.tr("A number from {lowest} to {highest}")
            return text.format(lowest=field.lowest, highest=field.highest)
        return self.tr("A number")


class ParagraphAnswer(QPlainTextEdit):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, _field: CustomField, kept: str) -> None:
        super().__init__(kept)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 3 * GRID)

    def answer(self) -> str:
        """Return what was typed."""
        return self.toPlainText()


class DateAnswer(QWidget):
    """A date, typed or picked from a calendar."""

    def __init__(self, _field: CustomField, kept: str) -> None:
        super().__init__()
        self.line = QLineEdit(kept)
        self.line.setPlaceholderText(self.tr("Year-month-day, such as 2026-10-14"))
        self.pick = button(self.tr("Calendar"))
        self.pick.setAccessibleName(self.tr("Pick the date from a calendar"))
        self.calendar = QCalendarWidget()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.calendar)
        menu.addAction(action)
        self.pick.setMenu(menu)
        self.setFocusProxy(self.line)

        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.pick)

        menu.aboutToShow.connect(self._show_date)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line, which is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def answer(self) -> str:
        """Return the date as it is kept, or whatever was typed instead."""
        return self.line.text()

    def _show_date(self) -> None:
        typed = QDate.fromString(self.line.text().strip(), _ISO)
        self.calendar.setSelectedDate(typed if typed.isValid() else QDate.currentDate())

    def _take(self, day: QDate) -> None:
        self.line.setText(day.toString(_ISO))
        menu = self.pick.menu()
        menu.close()


class YesNoAnswer(QCheckBox):
    """A tick for yes."""

    def __init__(self, _field: CustomField, kept: str) -> None:
        super().__init__()
        self.setText(self.tr("Yes"))
        self.setChecked(kept == "yes")

    def answer(self) -> str:
        """Return yes or no."""
        return "yes" if self.isChecked() else "no"


class ChoiceAnswer(QComboBox):
    """One of several answers, from a list."""

    def __init__(self, field: CustomField, kept: str) -> None:
        super().__init__()
        self.addItem("")
        self.addItems(list(field.options))
        self.setCurrentText(kept)

    def answer(self) -> str:
        """Return what was chosen."""
        return self.currentText()


class ButtonsAnswer(QWidget):
    """One of several answers, all seen at once; a required one cannot be left out again."""

    def __init__(self, field: CustomField, kept: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._options = field.options
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        texts = field.options if field.required else (*field.options, self.tr("No answer"))
        for number, text in enumerate(texts):
            made = QRadioButton(text)
            made.setAccessibleName(f"{field.label}: {text}")
            made.setChecked(text == kept or (number == len(field.options) and not kept))
            self._group.addButton(made, number)
            layout.addWidget(made)
        self.setFocusProxy(self._group.button(0))

    def answer(self) -> str:
        """Return what was chosen."""
        chosen = self._group.checkedId()
        return self._options[chosen] if 0 <= chosen < len(self._options) else ""


class ChoicesAnswer(QWidget):
    """Any of several answers."""

    def __init__(self, field: CustomField, kept: str) -> None:
        super().__init__()
        chosen = json.loads(kept) if kept else []
        self._boxes = [QCheckBox(text) for text in field.options]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for box in self._boxes:
            box.setAccessibleName(f"{field.label}: {box.text()}")
            box.setChecked(box.text() in chosen)
            layout.addWidget(box)
        self.setFocusProxy(self._boxes[0])

    def answer(self) -> str:
        """Return what was chosen, in the form it is kept."""
        chosen = [box.text() for box in self._boxes if box.isChecked()]
        return json.dumps(chosen, ensure_ascii=False) if chosen else ""


AnswerField: TypeAlias = (
    LineAnswer
    | ParagraphAnswer
    | DateAnswer
    | YesNoAnswer
    | ChoiceAnswer
    | ButtonsAnswer
    | ChoicesAnswer
)

_FIELDS: dict[FieldKind, Callable[[CustomField, str], AnswerField]] = {
    FieldKind.TEXT: LineAnswer,
    FieldKind.PARAGRAPH: ParagraphAnswer,
    FieldKind.NUMBER: LineAnswer,
    FieldKind.DATE: DateAnswer,
    FieldKind.YES_NO: YesNoAnswer,
    FieldKind.CHOICE: ChoiceAnswer,
    FieldKind.BUTTONS: ButtonsAnswer,
    FieldKind.CHOICES: ChoicesAnswer,
}


def answer_field(field: CustomField, kept: str) -> AnswerField:
    """Return the widget that asks a question, with the answer kept so far."""
    return _FIELDS[field.kind](field, kept)

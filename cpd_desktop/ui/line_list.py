"""A short list that is edited line by line, such as somebody's addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton


class LineList(QWidget):
    """Lines of one field or several; each can be removed, and one more added."""

    def __init__(self, fields: Sequence[str], add_text: str, remove_text: str) -> None:
        """Name the fields of a line, as screen readers say them, and the two buttons."""
        super().__init__()
        self._names = fields
        self._remove_text = remove_text
        self._lines: list[_Line] = []
        self.add: QPushButton = button(add_text, "quiet")
        self.add.setAccessibleName(add_text)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID // 2)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._rows)
        layout.addLayout(below)
        self.setFocusProxy(self.add)

        self.add.clicked.connect(self._add_empty)

    def set_lines(self, lines: Iterable[Sequence[str]]) -> None:
        """Show these lines instead of those there are."""
        for line in tuple(self._lines):
            self._drop(line)
        for texts in lines:
            self._add(texts)

    def lines(self) -> list[tuple[str, ...]]:
        """Return the lines in which anything is written."""
        found = [tuple(field.text().strip() for field in line.fields) for line in self._lines]
        return [line for line in found if any(line)]

    def _add_empty(self) -> None:
        self._add([""] * len(self._names)).fields[0].setFocus()

    def _add(self, texts: Sequence[str]) -> _Line:
        line = _Line(self._names, texts, self._remove_text)
        self._lines.append(line)
        self._rows.addWidget(line)
        line.show()  # at once, so that it can take the keyboard
        line.removed.connect(self._remove)
        return line

    def _remove(self, line: QWidget) -> None:
        self._drop(line)
        self.add.setFocus()

    def _drop(self, line: QWidget) -> None:
        self._lines = [each for each in self._lines if each is not line]
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()


class _Line(QWidget):
    removed = Signal(QWidget)

    def __init__(self, names: Sequence[str], texts: Sequence[str], remove_text: str) -> None:
        super().__init__()
        self.fields = [QLineEdit(text) for text in texts]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for name, field in zip(names, self.fields, strict=True):
            field.setAccessibleName(name)
            if len(names) > 1:
                field.setPlaceholderText(name)
            layout.addWidget(field, 1)
        remove = button(self.tr("Remove"), "quiet")
        remove.setAccessibleName(remove_text)
        layout.addWidget(remove)

        remove.clicked.connect(self._ask_to_go)

    def _ask_to_go(self) -> None:
        self.removed.emit(self)

"""A form in a dialog: labelled fields, each with room for what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLayout

    from cpd_desktop.domain.words import Sentence


class FormDialog(QDialog):
    """Asks for values; ``offer`` is called by OK and closes the dialog only if all is well."""

    def __init__(self, parent: QWidget, *, scrolls: bool = False) -> None:
        """Lay the form out; with ``scrolls`` it may be longer than the screen."""
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._problems: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}

        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(GRID * 2)
        self.rows.setVerticalSpacing(GRID // 2)
        self.rows.setColumnStretch(1, 1)
        self._trouble = label("", "caption")
        restyle(self._trouble, tone="bad")
        self._trouble.hide()
        self._buttons = QDialogButtonBox()
        self.accept_button = button("", "primary")
        self.accept_button.setDefault(True)
        cancel = button(self.tr("Cancel"))
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        if scrolls:
            layout.addWidget(self._scrolled(), 1)
        else:
            layout.addLayout(self.rows)
            layout.addStretch(1)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons)

        self._buttons.accepted.connect(self.offer)
        self._buttons.rejected.connect(self.reject)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, GRID * 2, 0)
        around.addLayout(self.rows)
        around.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def add_field(self, name: str, text: str, field: QWidget, *, top: bool = False) -> None:
        """Add a labelled field; the label's mnemonic leads to it."""
        caption = QLabel(text)
        caption.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self._fields[name] = field
        place = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        row = self.rows.rowCount()
        self.rows.addWidget(caption, row, 0, place)
        self.rows.addWidget(field, row, 1)
        self._problems[name] = self._problem_label(row + 1)

    def add_rows(self, name: str, text: str, layout: QLayout) -> None:
        """Add something larger than a field under its own caption."""
        row = self.rows.rowCount()
        self.rows.addWidget(QLabel(text), row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(layout, row, 1)
        self._problems[name] = self._problem_label(row + 1)

    def show_problems(self, problems: Mapping[str, Sentence]) -> bool:
        """Show what is wrong at its field; say whether anything is."""
        for name, shown in self._problems.items():
            shown.setText(in_words(problems[name]) if name in problems else "")
            shown.setVisible(name in problems)
        elsewhere = [in_words(s) for name, s in problems.items() if name not in self._problems]
        self._trouble.setText("\n".join(elsewhere))
        self._trouble.setVisible(bool(elsewhere))
        first = next((self._fields[name] for name in problems if name in self._fields), None)
        if first is not None:
            first.setFocus()
        return bool(problems)

    def offer(self) -> None:
        """Check what was entered and, if it is well, hand it over and accept."""
        self.accept()

    def _problem_label(self, row: int) -> QLabel:
        made = label("", "caption")
        made.setProperty("tone", "bad")
        made.hide()
        self.rows.addWidget(made, row, 1)
        return made

"""A form in a dialog: labelled fields, each with room for what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout

    from cpd_desktop.domain.words import Sentence


READABLE = 70  # characters of a line, with its caption
_FRAME = 6 * GRID  # what the system puts around a window


class FormDialog(QDialog):
    """Asks for values; ``offer`` is called by OK and closes the dialog only if all is well.

    The fields scroll where the screen has no room for all of them; the buttons always can be seen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._problems: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}

        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(GRID * 2)
        self.rows.setVerticalSpacing(GRID // 2)
        self.rows.setColumnStretch(1, 1)
        self._sheet = QWidget()
        self._inside = QVBoxLayout(self._sheet)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._trouble = label("", "caption")
        restyle(self._trouble, tone="bad")
        self._trouble.hide()
        self._buttons = QDialogButtonBox()
        self.accept_button = button("", "primary")
        self.accept_button.setDefault(True)
        cancel = button(self.tr("Cancel"))
        self._buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)

        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addLayout(self.rows)
        self._inside.addStretch(1)
        self._area.setWidget(self._sheet)
        self.foot = QVBoxLayout()
        self.foot.addWidget(self._trouble)
        self.foot.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._area, 1)
        layout.addLayout(self.foot)

        self._buttons.accepted.connect(self.offer)
        self._buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Take as much room as the fields need and the screen has."""
        super().showEvent(event)
        for each in self.findChildren(QAbstractSpinBox):
            # A stylesheet does not reach the line inside a spin box.
            each.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self.fit()
        self._sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the fields: a list may have got another line."""
        if watched is self._sheet and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Grow until all fields are seen, as far as the screen has room."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self._area.setMinimumWidth(self._sheet.minimumSizeHint().width() + bar)
        room = self.screen().availableGeometry().size() - QSize(_FRAME, _FRAME)
        around = self.sizeHint() - self._area.sizeHint()
        wide = min(self._sheet.sizeHint().width() + bar + around.width(), room.width())
        wide = max(wide, self.width(), self.minimumSizeHint().width())
        self._inside.activate()
        high = self._inside.totalHeightForWidth(wide - around.width())
        high = max(high, self._sheet.sizeHint().height()) + around.height()
        self.resize(wide, min(max(high, self.height()), room.height()))

    def add_field(self, name: str, text: str, field: QWidget, *, top: bool = False) -> None:
        """Add a labelled field; the label's mnemonic leads to it."""
        caption = QLabel(text)
        caption.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        self._fields[name] = field
        place = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        if top:  # level with the first line of what it is about
            caption.setContentsMargins(0, GRID, 0, 0)
        row = self.rows.rowCount()
        self.rows.addWidget(caption, row, 0, place)
        self.rows.addWidget(field, row, 1)
        self._problems[name] = self._problem_label(row + 1)

    def add_rows(self, name: str, text: str, layout: QLayout) -> None:
        """Add something larger than a field under its own caption."""
        row = self.rows.rowCount()
        level = isinstance(layout, QHBoxLayout)
        place = Qt.AlignmentFlag.AlignVCenter if level else Qt.AlignmentFlag.AlignTop
        self.rows.addWidget(QLabel(text), row, 0, place)
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
        if problems:
            # Once the fields have their new places, unless the dialog is gone by then.
            QTimer.singleShot(0, self, self._bring_into_view)
        return bool(problems)

    def offer(self) -> None:
        """Check what was entered and, if it is well, hand it over and accept."""
        self.accept()

    def show_field(self, field: QWidget) -> None:
        """Scroll to a field, with what is said below it."""
        self._area.ensureWidgetVisible(field, 0, _FRAME)

    def _bring_into_view(self) -> None:
        first = next((each for each in self._problems.values() if each.text()), None)
        if first is not None:
            self.show_field(first)

    def _problem_label(self, row: int) -> QLabel:
        made = label("", "caption")
        made.setProperty("tone", "bad")
        made.hide()
        self.rows.addWidget(made, row, 1)
        return made

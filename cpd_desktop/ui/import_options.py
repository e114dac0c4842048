"""How a list was read, and the choice of another way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from cpd_desktop.domain.sheets import SAMPLE_ROWS
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.domain.sheets import Source
    from cpd_desktop.ui.import_reading import ListSource

ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1250", "cp1254", "shift_jis", "gb18030", "big5")


class ReadOptions(QWidget):
    """Encoding, what stands between the columns, sheet and header row; ``changed`` by a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowRow()
        self.setLayout(self._row)
        self.encoding, self.delimiter, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.header_row = QSpinBox()
        self.header_row.setRange(0, SAMPLE_ROWS)
        self.header_row.setSpecialValueText(self.tr("None"))
        self.header_row.setKeyboardTracking(False)
        for text, mark in (
            (self.tr("Comma"), ","),
            (self.tr("Semicolon"), ";"),
            (self.tr("Tab"), "\t"),
            (self.tr("Vertical line"), "|"),
        ):
            self.delimiter.addItem(text, mark)
        for name in ENCODINGS:
            self.encoding.addItem(name.upper(), name)
        self._parts = {
            self.sheet: self._part(self.tr("Shee&t"), self.sheet),
            self.encoding: self._part(self.tr("&Encoding"), self.encoding),
            self.delimiter: self._part(self.tr("&Between columns"), self.delimiter),
            self.header_row: self._part(self.tr("&Header in row"), self.header_row),
        }

        for each in (self.encoding, self.delimiter, self.sheet):
            each.activated.connect(self.changed)
        self.header_row.valueChanged.connect(self.changed)

    def show_source(self, source: Source, *, pasted: bool) -> None:
        """Show how it was read; what does not apply is not shown."""
        self.sheet.clear()
        self.sheet.addItems(source.sheets)
        self.sheet.setCurrentText(source.sheet)
        _choose(self.encoding, source.encoding)
        _choose(self.delimiter, source.delimiter)
        self.header_row.blockSignals(True)
        self.header_row.setValue(source.header_row)
        self.header_row.blockSignals(False)
        self._parts[self.sheet].setVisible(len(source.sheets) > 1)
        for each in (self.encoding, self.delimiter):
            self._parts[each].setVisible(bool(source.encoding) and not pasted)

    def applied(self, source: ListSource) -> ListSource:
        """Return the source to be read in the way that is chosen now."""
        of_text = not self._parts[self.encoding].isHidden()
        return replace(
            source,
            sheet=self.sheet.currentText() or None,
            encoding=self.encoding.currentData() if of_text else None,
            delimiter=self.delimiter.currentData() if of_text else None,
            header_row=self.header_row.value(),
        )

    def _part(self, text: str, field: QWidget) -> QWidget:
        caption = QLabel(text)
        caption.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        part = QWidget()
        layout = QHBoxLayout(part)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.addWidget(caption)
        layout.addWidget(field)
        self._row.addWidget(part)
        return part


def _choose(combo: QComboBox, value: str) -> None:
    if value and combo.findData(value) < 0:
        combo.addItem(value.upper(), value)
    combo.setCurrentIndex(combo.findData(value))

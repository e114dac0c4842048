"""The bands of partial credit: from how much attendance which share of the credit is given."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.credit_rules import WHOLE, Band
from cpd_desktop.ui.calm import CalmComboBox, CalmSpinBox
from cpd_desktop.ui.event.entries import NARROW, Entry
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = 3


class BandsEntry(Entry):
    """Rows of a percentage and a share; a row of nothing is left out."""

    def __init__(self, name: str, words: str) -> None:
        self._rows: list[tuple[CalmSpinBox, CalmComboBox]] = []
        self._shares = _shares()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GRID // 2)
        control = QWidget()
        control.setLayout(self._lines)
        super().__init__(name, words, control, width=NARROW * 2)
        for _ in range(ROWS):
            self._add_row()
        self.setFocusProxy(self._rows[0][0])

    def raw(self) -> list[list[Any]]:
        """Return the rows that are used."""
        return [
            [percent.value(), self._shares[share.currentIndex()][0]]
            for percent, share in self._rows
            if percent.value()
        ]

    def show_raw(self, raw: Sequence[Sequence[Any]]) -> None:
        """Show the rows, and empty ones after them."""
        while len(self._rows) < len(raw):
            self._add_row()
        for at, (percent, share) in enumerate(self._rows):
            number, kept = raw[at] if at < len(raw) else (0, "1")
            percent.setValue(number)
            share.setCurrentIndex(self._place(str(kept)))

    def raw_of(self, value: Sequence[Band]) -> list[list[Any]]:
        """Return the bands as they are chosen."""
        return [[band.percent, str(band.share)] for band in value]

    def value(self) -> tuple[Band, ...]:
        """Return the bands."""
        for percent, _share in self._rows:
            percent.interpretText()
        return tuple(Band(percent, Fraction(share)) for percent, share in self.raw())

    def _place(self, kept: str) -> int:
        """Return where a share stands; an unusual one is added."""
        known = [share for share, _words in self._shares]
        if kept not in known:
            self._shares.append((kept, kept))
            for _percent, share in self._rows:
                share.addItem(kept)
            return len(known)
        return known.index(kept)

    def _add_row(self) -> None:
        percent, share = CalmSpinBox(), CalmComboBox()
        percent.setRange(0, WHOLE)
        percent.setSpecialValueText(self.tr("not used"))
        percent.setPrefix(self.tr("from "))
        percent.setSuffix(self.tr(" %"))
        share.addItems([words for _share, words in self._shares])
        number = str(len(self._rows) + 1)
        percent.setAccessibleName(self.tr("Band {number}: percent").format(number=number))
        share.setAccessibleName(self.tr("Band {number}: share").format(number=number))
        self._rows.append((percent, share))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(percent, 1)
        row.addWidget(share, 1)
        self._lines.addLayout(row)
        percent.valueChanged.connect(self.entered)
        share.activated.connect(self.entered)


def _shares() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [
        ("1", translate("BandsEntry", "all of the credit")),
        ("3/4", translate("BandsEntry", "three quarters")),
        ("2/3", translate("BandsEntry", "two thirds")),
        ("1/2", translate("BandsEntry", "half")),
        ("1/3", translate("BandsEntry", "a third")),
        ("1/4", translate("BandsEntry", "a quarter")),
    ]

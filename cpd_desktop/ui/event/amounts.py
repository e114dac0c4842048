"""Fields for amounts: money, credit, and how much must be attended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from cpd_desktop.domain.credit import (
    BAD_AMOUNT,
    DEFAULT_PERCENT,
    MOST,
    MOST_MINUTES,
    MOST_PERCENT,
    Minimum,
    read_minimum,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import read_money
from cpd_desktop.domain.prices import EarlyPrice
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.calm import CalmComboBox, CalmDateTimeEdit, CalmSpinBox
from cpd_desktop.ui.event.entries import NARROW, Entry, LineEntry
from cpd_desktop.ui.money import amount_words, currencies, plain_amount
from cpd_desktop.ui.wall_clock import python_time
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.money import Money

LARGEST = 10**12
NOT_WHOLE = Sentence("field", "“{text}” is not a whole number such as 40.")


class MoneyEntry(Entry):
    """A price with its currency; empty for none."""

    def __init__(self, name: str, words: str, currency_words: str, *, note: str = "") -> None:
        self.amount = QLineEdit()
        self.currency = CalmComboBox()
        super().__init__(
            name, words, _row(self.amount, self.currency), note=note, width=NARROW + 16
        )
        self.setFocusProxy(self.amount)
        self.amount.setAccessibleName(self.words)
        self.currency.setAccessibleName(currency_words)
        line = QLineEdit()
        self.currency.setEditable(True)
        self.currency.setLineEdit(line)
        self.currency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.currency.addItems(currencies())
        line.setAccessibleName(currency_words)
        self.amount.textEdited.connect(self.typed)
        self.amount.editingFinished.connect(self.entered)
        line.editingFinished.connect(self.entered)
        self.currency.activated.connect(self.entered)

    def raw(self) -> str:
        """Return amount and currency; without an amount, nothing."""
        amount = self.amount.text().strip()
        return f"{amount} {self.currency.currentText().strip().upper()}" if amount else ""

    def show_raw(self, raw: str) -> None:
        """Show both; the currency stays when the amount goes."""
        amount, _, currency = raw.rpartition(" ")
        self.amount.setText(amount)
        if currency:
            self.currency.setCurrentText(currency)

    def raw_of(self, value: Money | None) -> str:
        """Return the price as it is written."""
        return "" if value is None else amount_words(value)

    def value(self) -> Money | None:
        """Return the price; raises ``Invalid`` if it is none."""
        return read_money(plain_amount(self.raw())) if self.raw() else None

    def suggest(self, offered: Sequence[str]) -> None:
        """Offer these currencies; an amount would begin with the first of them."""
        kept = self.currency.currentText() if self.raw() else offered[0]
        self.currency.clear()
        self.currency.addItems(offered)
        self.currency.setCurrentText(kept)


class EarlyPriceEntry(Entry):
    """A lower price with the last day on which it holds, in the currency of the price."""

    def __init__(
        self, name: str, words: str, until: str, price: MoneyEntry, *, note: str = ""
    ) -> None:
        self._price = price
        self.amount = QLineEdit()
        self.day = CalmDateTimeEdit()
        caption = label(until)
        caption.setWordWrap(False)
        control = _row(self.amount, self.day)
        layout = control.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - as it was made
        layout.insertWidget(1, caption)
        super().__init__(name, words, control, note=note, width=NARROW * 2)
        self.setFocusProxy(self.amount)
        self.amount.setAccessibleName(self.words)
        self.day.setAccessibleName(f"{self.words} {until}")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.setEnabled(False)
        self.amount.textChanged.connect(lambda text: self.day.setEnabled(bool(text.strip())))
        self.amount.textEdited.connect(self.typed)
        self.amount.editingFinished.connect(self.entered)
        self.day.dateTimeChanged.connect(self.typed)
        self.day.editingFinished.connect(self.entered)

    def suggest(self, day: date) -> None:
        """Show a day that an amount would begin with."""
        if not self.amount.text().strip():
            self.day.setDate(QDate(day.year, day.month, day.day))

    def raw(self) -> str:
        """Return amount, currency and day; without an amount, nothing."""
        amount, day = self.amount.text().strip(), python_time(self.day.dateTime()).date()
        currency = self._price.currency.currentText().strip().upper()
        return f"{amount} {currency} {day.isoformat()}" if amount else ""

    def show_raw(self, raw: str) -> None:
        """Show amount and day; the day stays when the amount goes."""
        rest, _, day = raw.rpartition(" ")
        if day:
            self.day.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))
        self.amount.setText(rest.rpartition(" ")[0])

    def raw_of(self, value: EarlyPrice | None) -> str:
        """Return the early price as it is written."""
        return "" if value is None else f"{amount_words(value.price)} {value.until.isoformat()}"

    def value(self) -> EarlyPrice | None:
        """Return the early price; raises ``Invalid`` if it is none."""
        price, _, day = self.raw().rpartition(" ")
        return EarlyPrice(read_money(plain_amount(price)), date.fromisoformat(day)) if day else None


class MinimumEntry(Entry):
    """How much somebody must attend: percent, or minutes."""

    def __init__(self, name: str, words: str, units: tuple[str, str], *, note: str = "") -> None:
        self.number = CalmSpinBox()
        self.unit = CalmComboBox()
        super().__init__(name, words, _row(self.number, self.unit), note=note, width=NARROW * 2)
        self.setFocusProxy(self.number)
        self.number.setRange(1, MOST_PERCENT)
        self.number.setValue(DEFAULT_PERCENT)
        self.number.setAccessibleName(self.words)
        self.unit.addItems(units)
        self.unit.setAccessibleName(self.words)
        self.number.editingFinished.connect(self.entered)
        self.unit.activated.connect(self._change_unit)

    def raw(self) -> str:
        """Return such as “80%” or “96min”."""
        return f"{self.number.value()}{'min' if self.unit.currentIndex() else '%'}"

    def show_raw(self, raw: str) -> None:
        """Show number and unit."""
        self.unit.setCurrentIndex(0 if raw.endswith("%") else 1)
        self._set_range()
        self.number.setValue(int(raw.removesuffix("%").removesuffix("min")))

    def raw_of(self, value: Minimum) -> str:
        """Return the minimum as it is written."""
        return str(value)

    def value(self) -> Minimum:
        """Return the minimum."""
        self.number.interpretText()
        return read_minimum(self.raw())

    def _change_unit(self) -> None:
        self._set_range()
        self.entered.emit()

    def _set_range(self) -> None:
        self.number.setMaximum(MOST_MINUTES if self.unit.currentIndex() else MOST_PERCENT)


class AmountEntry(LineEntry):
    """An amount of credit, in hundredths at the finest."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(name, words, width=NARROW)

    def raw_of(self, value: Any) -> str:
        """Return the amount without needless zeros."""
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    def value(self) -> Any:
        """Return the amount; raises ``Invalid`` if it is no number."""
        try:
            amount = Decimal(self.raw().strip().replace(",", "."))
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite():
            raise Invalid({self.name: BAD_AMOUNT.filled(most=MOST)})
        return amount


class WholeEntry(LineEntry):
    """A whole number, also a negative one; empty for none."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(name, words, width=NARROW)

    def raw_of(self, value: Any) -> str:
        """Return the number, nothing as nothing."""
        return "" if value is None else str(value)

    def value(self) -> Any:
        """Return the number, or nothing; raises ``Invalid`` if it is none."""
        text = self.raw().strip()
        try:
            number = int(text) if text else None
        except ValueError:
            raise Invalid({self.name: NOT_WHOLE.filled(text=text)}) from None
        if number is not None and abs(number) > LARGEST:
            raise Invalid({self.name: NOT_WHOLE.filled(text=text)})
        return number


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for each in widgets:
        layout.addWidget(each, 1)
    return made

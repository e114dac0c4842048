"""The controls by which an element's values are changed: measures, colours, choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QMenu,
    QWidget,
)

from cpd_desktop.domain.certificates.template import BLACK, WHITE, Colour
from cpd_desktop.ui.widgets import GRID, ToolButton

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MILLIMETRE: Final = 72 / 25.4
_SWATCH: Final = 16


class NumberField(QDoubleSpinBox):
    """A number that is entered at once by its arrows, and by Enter or leaving when typed."""

    entered = Signal(float)

    def __init__(self, low: float, high: float, step: float = 1, digits: int = 1) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setDecimals(digits)
        self.setMinimumWidth(GRID * 10)
        self.lineEdit().setTextMargins(GRID, 0, 0, 0)
        self._showing = False
        self.valueChanged.connect(self._enter)

    def show_value(self, value: float) -> None:
        """Show a value, without having entered it."""
        self._showing = True
        self.setValue(value)
        self._showing = False

    def textFromValue(self, value: float) -> str:
        """Write no more digits than it has."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def _enter(self, value: float) -> None:
        if not self._showing:
            self.entered.emit(value)


class MeasureField(NumberField):
    """A length in points, shown in the unit that the person chose."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__(low, high, digits=2)
        self._points, self._unit, self._limits = 0.0, 1.0, (low, high)
        self.set_unit("pt")

    @property
    def points(self) -> float:
        """Return the length in points."""
        return self._points

    def set_unit(self, unit: str) -> None:
        """Show points or millimetres."""
        self._unit = MILLIMETRE if unit == "mm" else 1.0
        self.setSuffix(f" {unit}")
        self._showing = True
        self.setRange(*(each / self._unit for each in self._limits))
        self.setValue(self._points / self._unit)
        self._showing = False

    def show_value(self, value: float) -> None:
        """Show a length in points, without having entered it."""
        self._points = value
        super().show_value(value / self._unit)

    def _enter(self, value: float) -> None:
        if not self._showing:
            self._points = value * self._unit
            self.entered.emit(self._points)


class ChoiceField(QComboBox):
    """One of a few values, in words."""

    entered = Signal(object)

    def __init__(self, choices: Iterable[tuple[Any, str]]) -> None:
        super().__init__()
        self.setMinimumWidth(GRID * 10)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[Any] = []
        self.offer(choices)
        self.activated.connect(lambda at: self.entered.emit(self._values[at]))

    def offer(self, choices: Iterable[tuple[Any, str]]) -> None:
        """Offer these values."""
        self.clear()
        pairs = list(choices)
        self._values = [value for value, _ in pairs]
        self.addItems([words for _, words in pairs])

    def show_value(self, value: Any) -> None:
        """Show a value; nothing if it is none of these."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class TickField(QCheckBox):
    """Yes or no."""

    entered = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.clicked.connect(self._enter)

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - as every field does
        """Show a value, without having entered it."""
        self.setChecked(bool(value))

    def _enter(self) -> None:
        self.entered.emit(self.isChecked())


class ColourField(ToolButton):
    """A colour: one that the template has already, or any other; or none, where that can be."""

    entered = Signal(object)

    def __init__(self, used: Callable[[], list[Colour]], *, may_be_none: bool = False) -> None:
        super().__init__()
        self._used, self._may_be_none = used, may_be_none
        self._colour: Colour | None = BLACK
        self.dialog: QColorDialog | None = None
        self.setProperty("role", "field")
        self.setProperty("data", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.show_value(BLACK)

    def show_value(self, value: Colour | None) -> None:
        """Show a colour."""
        self._colour = value
        self.setIcon(swatch(value))
        self.setText(str(value) if value else self.tr("None"))

    def ask(self) -> None:
        """Ask for any colour."""
        began = QColor(str(self._colour or BLACK))
        self.dialog = QColorDialog(began, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.colorSelected.connect(self._take)
        self.dialog.open()

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        if self._may_be_none:
            menu.addAction(swatch(None), self.tr("None"), lambda: self._enter(None))
        for each in self._used():
            action = menu.addAction(swatch(each), str(each))
            action.triggered.connect(lambda _checked=False, one=each: self._enter(one))
        menu.addSeparator()
        menu.addAction(self.tr("Other colour…"), self.ask)

    def _take(self, colour: QColor) -> None:
        self._enter(Colour(colour.red(), colour.green(), colour.blue()))

    def _enter(self, colour: Colour | None) -> None:
        self.show_value(colour)
        self.entered.emit(colour)


def form(widget: QWidget | None = None) -> QFormLayout:
    """Return rows of captions and controls, level with each other."""
    made = QFormLayout(widget) if widget is not None else QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setHorizontalSpacing(GRID)
    made.setVerticalSpacing(GRID // 2)
    return made


def add_row(rows: QFormLayout, words: str, field: QWidget) -> None:
    """Add a control with its caption, which is also its name for screen readers."""
    caption = QLabel(words)
    caption.setBuddy(field)
    caption.setMinimumHeight(field.sizeHint().height())
    field.setAccessibleName(words)
    rows.addRow(caption, field)


def swatch(colour: Colour | None) -> QIcon:
    """Return a small field of a colour; of none, a line across."""
    drawn = QPixmap(_SWATCH * 2, _SWATCH * 2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor("#8a94a2"))
    painter.setBrush(QColor(str(colour or WHITE)))
    painter.drawRoundedRect(2, 2, 28, 28, 6, 6)
    if colour is None:
        painter.setPen(QColor("#c03030"))
        painter.drawLine(6, 26, 26, 6)
    painter.end()
    return QIcon(drawn)

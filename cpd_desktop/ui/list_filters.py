"""What narrows a long list down: views with their counts, words, choices, and one person only."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID, button, fit_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QPushButton

FEWEST_LETTERS, LETTERS_SEARCHED = 12, 30


class ChoiceBox(QComboBox):
    """Offers what there is to choose from; it is not as wide as the longest of it."""

    def __init__(self, name: str, letters: int = FEWEST_LETTERS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def offer(self, lines: Iterable[tuple[str, object]]) -> None:
        """Offer these, and keep what was chosen if it is among them."""
        kept = self.currentData()
        self.clear()
        for text, key in lines:
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(kept)))


class ListFilters(QWidget):
    """Says what is to be listed; ``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[QPushButton] = []
        self.search = SearchField()
        self._boxes: Sequence[ChoiceBox] = ()
        self._group = QButtonGroup(self)

    @property
    def view(self) -> int:
        """Return the number of the view that is chosen."""
        return self._group.checkedId()

    def _lay_out(
        self,
        views: Iterable[str],
        boxes: Sequence[ChoiceBox],
        *beside: QWidget,
        letters: int = LETTERS_SEARCHED,
    ) -> None:
        for number, text in enumerate(views):
            chip = button(text, "nav")
            chip.setAccessibleName(text)
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            self.chips.append(chip)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * letters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        if self.chips:
            self.chips[0].setChecked(True)
            chips = FlowRow(*self.chips)
            chips.setSpacing(GRID // 2)
            layout.addLayout(chips)
        layout.addLayout(FlowRow(self.search, *boxes, *beside))
        self._boxes = boxes
        self._group.idClicked.connect(self._tell)
        self.search.searched.connect(self._tell)
        for each in boxes:
            each.activated.connect(self._tell)

    def _name_views(self, words: Iterable[str], counts: Sequence[int] | None) -> None:
        """Write the counts behind the words, once they are known."""
        for number, (chip, text) in enumerate(zip(self.chips, words, strict=True)):
            shown = text if counts is None else self._counted(text, counts[number])
            chip.setText(shown)
            chip.setAccessibleName(shown)
            fit_width(chip)

    @staticmethod
    def _counted(text: str, count: int) -> str:
        return f"{text} {QLocale().toString(count)}"

    def _tell(self, *_: object) -> None:
        self.changed.emit()


class PersonFilters(ListFilters):
    """Filters that may also list one person only, until a button is pressed to list everybody."""

    def __init__(self) -> None:
        super().__init__()
        self.only = button("", "quiet")
        self.only.hide()
        self.only.clicked.connect(self._everybody)
        self._person: int | None = None

    @property
    @abstractmethod
    def wanted(self) -> object:
        """Return what is chosen now; equal choices are equal."""

    @abstractmethod
    def show_choices(self, found: Any) -> None:
        """Offer what there is, and keep what was chosen."""

    def clear(self) -> None:
        """List all."""
        self._person = None
        self.only.hide()
        for chip in self.chips[:1]:
            chip.setChecked(True)
        for each in self._boxes:
            each.setCurrentIndex(0)
        with QSignalBlocker(self.search):
            self.search.clear()
        self.search.searched.emit("")

    def _show_only(self, person: int, text: str, spoken: str) -> None:
        self._person = person
        self.only.setText(text)
        self.only.setAccessibleName(spoken)
        self.only.show()
        self.changed.emit()

    def _everybody(self) -> None:
        self._person = None
        self.only.hide()
        self.changed.emit()

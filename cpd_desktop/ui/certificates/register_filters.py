"""What narrows the register down: whether they count, this year, event, template, person."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.zones import wall_time, zone_called
from cpd_desktop.ui.certificates.register_rows import Wanted
from cpd_desktop.ui.certificates.register_words import plain_standing
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID, button, fit_width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.services.certificates.register import RegisterChoices

STATES: tuple[Status | None, ...] = (None, *Status)
FEWEST_LETTERS, LETTERS_SEARCHED = 12, 34


class RegisterFilters(QWidget):
    """Says what is to be listed; ``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self._now, self._zone = now, zone
        self._person: int | None = None
        self._words = [self.tr("All"), *(plain_standing(each) for each in Status)]
        self.chips = [button(text, "nav") for text in self._words]
        self._group = QButtonGroup(self)
        self.search = SearchField(self.tr("Number, code, name or title"))
        self.search.setAccessibleName(self.tr("Search certificates"))
        self.since = _box(self.tr("When issued"))
        self.of_event = _box(self.tr("Event"))
        self.template = _box(self.tr("Template"))
        self.only = button("", "quiet")
        self.only.hide()

        self._lay_out()
        self.show_choices(None)

        self._group.idClicked.connect(self._tell)
        self.search.searched.connect(self._tell)
        for each in (self.since, self.of_event, self.template):
            each.activated.connect(self._tell)
        self.only.clicked.connect(self._everybody)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        year = wall_time(self._now(), self._zone).year
        since = datetime(year, 1, 1, tzinfo=zone_called(self._zone))
        return Wanted(
            STATES[self._group.checkedId()],
            since if self.since.currentData() else None,
            self.of_event.currentData(),
            self.template.currentData(),
            self._person,
        )

    def show_person(self, person: int, name: str) -> None:
        """List the certificates of one person only."""
        self._person = person
        text = self.tr("Only {name}  ✕").format(name=name)
        self.only.setText(text)
        self.only.setAccessibleName(self.tr("Certificates of everybody, not only of {name}")
                                    .format(name=name))  # fmt: skip
        self.only.show()
        self.changed.emit()

    def clear(self) -> None:
        """List all."""
        self._person = None
        self.only.hide()
        self.chips[0].setChecked(True)
        for each in (self.since, self.of_event, self.template):
            each.setCurrentIndex(0)
        with QSignalBlocker(self.search):
            self.search.clear()
        self.search.searched.emit("")

    def show_choices(self, found: RegisterChoices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        counts = found.counts if found else {}
        total = sum(counts.values())
        for chip, words, status in zip(self.chips, self._words, STATES, strict=True):
            count = total if status is None else counts.get(status, 0)
            chip.setText(f"{words} {QLocale().toString(count)}" if found else words)
            chip.setAccessibleName(chip.text())
            fit_width(chip)
        _fill(self.since, [(self.tr("Any year"), None), (self.tr("This year"), 1)])
        events = [(each.title, each.id) for each in found.events] if found else []
        _fill(self.of_event, [(self.tr("All events"), None), *events])
        templates = [(name, key) for key, name in found.templates] if found else []
        _fill(self.template, [(self.tr("All templates"), None), *templates])

    def _lay_out(self) -> None:
        for number, chip in enumerate(self.chips):
            chip.setCheckable(True)
            self._group.addButton(chip, number)
        self.chips[0].setChecked(True)
        chips = FlowRow(*self.chips)
        chips.setSpacing(GRID // 2)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS_SEARCHED)
        row = FlowRow(self.search, self.since, self.of_event, self.template, self.only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(chips)
        layout.addLayout(row)

    def _everybody(self) -> None:
        self._person = None
        self.only.hide()
        self.changed.emit()

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(FEWEST_LETTERS)
    return made


def _fill(box: QComboBox, lines: Sequence[tuple[str, int | None]]) -> None:
    kept = box.currentData()
    box.clear()
    for text, key in lines:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(kept)))

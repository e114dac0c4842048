"""What narrows the list of events: states with their counts, words, format, tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.states import status_words
from cpd_desktop.ui.widgets import GRID, button, fit_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.services.event_lists import EventCounts

STATES: tuple[EventStatus | None, ...] = (
    *(None, EventStatus.DRAFT, EventStatus.PUBLISHED, EventStatus.RUNNING),
    *(EventStatus.COMPLETED, EventStatus.CANCELLED, EventStatus.ARCHIVED),
)
TRASH = len(STATES)
FEWEST_LETTERS, LETTERS_SEARCHED = 10, 36


class EventFilters(QWidget):
    """Says what is to be listed; ``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self, *beside: QWidget) -> None:
        super().__init__()
        self._words = [self.tr("All"), *(status_words(each) for each in STATES if each)]
        self._words.append(self.tr("Trash"))
        self._chips = [button(text, "nav") for text in self._words]
        self._group = QButtonGroup(self)
        self.search = SearchField(self.tr("Title, place, tag or session"))
        self.search.setAccessibleName(self.tr("Search events"))
        self._format = QComboBox()
        self._format.setAccessibleName(self.tr("Format"))
        self._tag = QComboBox()
        self._tag.setAccessibleName(self.tr("Tag"))

        self._lay_out(beside)

        self._group.idClicked.connect(self._tell)
        self.search.searched.connect(self._tell)
        self._format.activated.connect(self._tell)
        self._tag.activated.connect(self._tell)

    @property
    def trashed(self) -> bool:
        """Say whether it is the trash that is looked at."""
        return self._group.checkedId() == TRASH

    def chosen(self) -> EventFilter:
        """Return what is chosen now."""
        number = self._group.checkedId()
        return EventFilter(
            self.search.text().strip(),
            None if self.trashed else STATES[number],
            self._format.currentData(),
            self._tag.currentData() or "",
            self.trashed,
        )

    def show_filter(self, kept: EventFilter) -> None:
        """Choose what a filter says."""
        number = TRASH if kept.trashed else STATES.index(kept.status)
        self._chips[number].setChecked(True)
        if kept.tag and self._tag.findData(kept.tag) < 0:
            self._tag.addItem(kept.tag, kept.tag)
        self._format.setCurrentIndex(max(0, self._format.findData(kept.format)))
        self._tag.setCurrentIndex(max(0, self._tag.findData(kept.tag or None)))
        with QSignalBlocker(self.search):
            self.search.setText(kept.search)
        self.changed.emit()

    def show_counts(self, counts: EventCounts) -> None:
        """Show how many events each state has, and which tags there are."""
        numbers = [counts.by_status.get(each, 0) if each else counts.all for each in STATES]
        numbers.append(counts.trashed)
        for made, text, number in zip(self._chips, self._words, numbers, strict=True):
            shown = f"{text} ({QLocale().toString(number)})" if number else text
            made.setText(shown)
            fit_width(made)
            made.setAccessibleName(shown)
        self._show_tags(counts.tags)

    def _show_tags(self, tags: Iterable[str]) -> None:
        current = self._tag.currentData()
        known = list(dict.fromkeys((*tags, *filter(None, (current,)))))
        with QSignalBlocker(self._tag):
            self._tag.clear()
            self._tag.addItem(self.tr("Any tag"), None)
            for each in known:
                self._tag.addItem(each, each)
            self._tag.setCurrentIndex(max(0, self._tag.findData(current)))
        self._tag.setVisible(bool(known))

    def _lay_out(self, beside: tuple[QWidget, ...]) -> None:
        for number, made in enumerate(self._chips):
            made.setCheckable(True)
            made.setAccessibleName(made.text())
            self._group.addButton(made, number)
        self._chips[0].setChecked(True)
        self._format.addItem(self.tr("Any format"), None)
        for known in EventFormat:
            self._format.addItem(format_words(known), known)
        self._tag.addItem(self.tr("Any tag"), None)
        self._tag.setProperty("data", True)
        for box in (self._format, self._tag):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(FEWEST_LETTERS)
        self._tag.hide()
        chips = FlowRow(*self._chips)
        chips.setSpacing(GRID // 2)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS_SEARCHED)
        row = FlowRow(self.search, self._format, self._tag, *beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(chips)
        layout.addLayout(row)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def format_words(chosen: EventFormat) -> str:
    """Return a format as people say it."""
    translate = QCoreApplication.translate
    return {
        EventFormat.ONLINE: translate("states", "Online"),
        EventFormat.IN_PERSON: translate("states", "In person"),
        EventFormat.HYBRID: translate("states", "Hybrid"),
    }[chosen]

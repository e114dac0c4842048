"""What narrows the list of events: states with their counts, words, format, tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.domain.events import EventFormat, EventStatus
from cpd_desktop.ui.list_filters import ChoiceBox, ListFilters
from cpd_desktop.ui.states import status_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.event_lists import EventCounts

STATES: tuple[EventStatus | None, ...] = (
    *(None, EventStatus.DRAFT, EventStatus.PUBLISHED, EventStatus.RUNNING),
    *(EventStatus.COMPLETED, EventStatus.CANCELLED, EventStatus.ARCHIVED),
)
TRASH = len(STATES)
FEWEST_LETTERS, LETTERS_SEARCHED = 10, 36


class EventFilters(ListFilters):
    """The states with their counts, the trash, format and tag."""

    def __init__(self, *beside: QWidget) -> None:
        super().__init__()
        self._words = [self.tr("All"), *(status_words(each) for each in STATES if each)]
        self._words.append(self.tr("Trash"))
        self.search.setPlaceholderText(self.tr("Title, place, tag or session"))
        self.search.setAccessibleName(self.tr("Search events"))
        self._format = ChoiceBox(self.tr("Format"), FEWEST_LETTERS)
        self._format.addItem(self.tr("Any format"), None)
        for known in EventFormat:
            self._format.addItem(format_words(known), known)
        self._tag = ChoiceBox(self.tr("Tag"), FEWEST_LETTERS)
        self._tag.setProperty("data", True)
        self._show_tags(())
        boxes = (self._format, self._tag)
        self._lay_out(self._words, boxes, *beside, letters=LETTERS_SEARCHED)

    @property
    def trashed(self) -> bool:
        """Say whether it is the trash that is looked at."""
        return self.view == TRASH

    def chosen(self) -> EventFilter:
        """Return what is chosen now."""
        number = self.view
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
        self.chips[number].setChecked(True)
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
        self._name_views(self._words, numbers)
        self._show_tags(counts.tags)

    def _show_tags(self, tags: Iterable[str]) -> None:
        known = dict.fromkeys((*tags, *filter(None, (self._tag.currentData(),))))
        self._tag.offer([(self.tr("Any tag"), None), *zip(known, known, strict=True)])
        self._tag.setVisible(bool(known))

    @staticmethod
    def _counted(text: str, count: int) -> str:
        return f"{text} ({QLocale().toString(count)})" if count else text


def format_words(chosen: EventFormat) -> str:
    """Return a format as people say it."""
    translate = QCoreApplication.translate
    return {
        EventFormat.ONLINE: translate("states", "Online"),
        EventFormat.IN_PERSON: translate("states", "In person"),
        EventFormat.HYBRID: translate("states", "Hybrid"),
    }[chosen]

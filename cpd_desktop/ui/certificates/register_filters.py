"""What narrows the register down: whether they count, this year, event, template, person."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.zones import wall_time, zone_called
from cpd_desktop.ui.certificates.register_rows import Wanted
from cpd_desktop.ui.certificates.register_words import plain_standing
from cpd_desktop.ui.list_filters import ChoiceBox, PersonFilters

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.certificates.register import RegisterChoices

STATES: tuple[Status | None, ...] = (None, *Status)
LETTERS_SEARCHED = 34


class RegisterFilters(PersonFilters):
    """Whether they count, with the numbers of each; year, event, template, perhaps one person."""

    def __init__(self, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self._now, self._zone = now, zone
        self._words = [self.tr("All"), *(plain_standing(each) for each in Status)]
        self.search.setPlaceholderText(self.tr("Number, code, name or title"))
        self.search.setAccessibleName(self.tr("Search certificates"))
        self.since = ChoiceBox(self.tr("When issued"))
        self.of_event = ChoiceBox(self.tr("Event"))
        self.template = ChoiceBox(self.tr("Template"))
        boxes = (self.since, self.of_event, self.template)
        self._lay_out(self._words, boxes, self.only, letters=LETTERS_SEARCHED)
        self.show_choices(None)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        year = wall_time(self._now(), self._zone).year
        since = datetime(year, 1, 1, tzinfo=zone_called(self._zone))
        return Wanted(
            STATES[self.view],
            since if self.since.currentData() else None,
            self.of_event.currentData(),
            self.template.currentData(),
            self._person,
        )

    def show_person(self, person: int, name: str) -> None:
        """List the certificates of one person only."""
        only = self.tr("Only {name}  ✕").format(name=name)
        spoken = self.tr("Certificates of everybody, not only of {name}").format(name=name)
        self._show_only(person, only, spoken)

    def show_choices(self, found: RegisterChoices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        counts = found.counts if found else {}
        numbers = [sum(counts.values()), *(counts.get(each, 0) for each in Status)]
        self._name_views(self._words, numbers if found else None)
        self.since.offer([(self.tr("Any year"), None), (self.tr("This year"), 1)])
        events = [(each.title, each.id) for each in found.events] if found else []
        self.of_event.offer([(self.tr("All events"), None), *events])
        templates = [(name, key) for key, name in found.templates] if found else []
        self.template.offer([(self.tr("All templates"), None), *templates])

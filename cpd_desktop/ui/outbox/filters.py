"""What of the outbox is listed: by state, event, account, person and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.messages.states import State
from cpd_desktop.ui.list_filters import ChoiceBox, PersonFilters
from cpd_desktop.ui.outbox.rows import Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.services.messages.outbox import EventNamed

S = State
VIEWS: tuple[frozenset[State], ...] = (
    frozenset(),
    frozenset({S.QUEUED, S.SENDING}),
    frozenset({S.SENT}),
    frozenset({S.FAILED}),
    frozenset({S.UNCERTAIN, S.HELD}),
    frozenset({S.DRAFT}),
    frozenset({S.CANCELLED}),
    frozenset(),
)
ALL, WAITING, SENT, FAILED, ASKED, DRAFTS, CANCELLED, BACK = range(len(VIEWS))


class Choices(NamedTuple):
    """What there is to choose from."""

    counts: Mapping[State, int]
    events: Sequence[EventNamed]
    accounts: Sequence[MailAccount]
    back: int = 0


class OutboxFilters(PersonFilters):
    """The states with their counts, what came back, event, account, and perhaps one person."""

    def __init__(self) -> None:
        super().__init__()
        self._words = (
            *(self.tr("All"), self.tr("Waiting"), self.tr("Sent"), self.tr("Failed")),
            *(self.tr("To decide"), self.tr("Drafts"), self.tr("Cancelled")),
            self.tr("Came back"),
        )
        self.search.setPlaceholderText(self.tr("Name, address or subject"))
        self.search.setAccessibleName(self.tr("Search messages"))
        self.of_event = ChoiceBox(self.tr("Event"))
        self.of_account = ChoiceBox(self.tr("Account"))
        self._lay_out(self._words, (self.of_event, self.of_account), self.only)
        self.show_choices(None)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        return Wanted(
            VIEWS[self.view],
            self.of_event.currentData(),
            self._person,
            self.of_account.currentData(),
            self.view == BACK,
        )

    def show_view(self, number: int) -> None:
        """List one kind of messages."""
        self.chips[number].setChecked(True)
        self.changed.emit()

    def show_person(self, person: int, name: str) -> None:
        """List the messages to one person only."""
        only = self.tr("Only {name}  ✕").format(name=name)
        spoken = self.tr("Messages to everybody, not only to {name}").format(name=name)
        self._show_only(person, only, spoken)

    def show_choices(self, found: Choices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        counts = found.counts if found else {}
        back = found.back if found else 0
        numbers = [sum(counts.get(state, 0) for state in each or counts) for each in VIEWS]
        numbers[BACK] = back
        self.chips[BACK].setVisible(bool(back) or self.chips[BACK].isChecked())
        self._name_views(self._words, numbers if found else None)
        events = [(each.title, each.id) for each in found.events] if found else []
        self.of_event.offer([(self.tr("All events"), None), *events])
        accounts = [(each.name, each.id) for each in found.accounts] if found else []
        self.of_account.offer([(self.tr("All accounts"), None), *accounts])
        self.of_account.setVisible(len(accounts) > 1)

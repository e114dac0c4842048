"""What of the outbox is listed: by state, event, account, person and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.states import State
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.outbox.rows import Wanted
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID, button, fit_width

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
)
ALL, WAITING, SENT, FAILED, ASKED, DRAFTS, CANCELLED = range(len(VIEWS))
FEWEST_LETTERS, LETTERS_SEARCHED = 12, 30


class Choices(NamedTuple):
    """What there is to choose from."""

    counts: Mapping[State, int]
    events: Sequence[EventNamed]
    accounts: Sequence[MailAccount]


class OutboxFilters(QWidget):
    """Says what is to be listed; ``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._person: int | None = None
        self._words = (
            *(self.tr("All"), self.tr("Waiting"), self.tr("Sent"), self.tr("Failed")),
            *(self.tr("To decide"), self.tr("Drafts"), self.tr("Cancelled")),
        )
        self.chips = [button(text, "nav") for text in self._words]
        self._group = QButtonGroup(self)
        self.search = SearchField(self.tr("Name, address or subject"))
        self.search.setAccessibleName(self.tr("Search messages"))
        self.of_event = _box(self.tr("Event"))
        self.of_account = _box(self.tr("Account"))
        self.only = button("", "quiet")
        self.only.hide()

        self._lay_out()
        self.show_choices(None)

        self._group.idClicked.connect(self._tell)
        self.search.searched.connect(self._tell)
        for each in (self.of_event, self.of_account):
            each.activated.connect(self._tell)
        self.only.clicked.connect(self._everybody)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        return Wanted(
            VIEWS[self._group.checkedId()],
            self.of_event.currentData(),
            self._person,
            self.of_account.currentData(),
        )

    def show_view(self, number: int) -> None:
        """List one kind of messages."""
        self.chips[number].setChecked(True)
        self.changed.emit()

    def show_person(self, person: int, name: str) -> None:
        """List the messages to one person only."""
        self._person = person
        self.only.setText(self.tr("Only {name}  ✕").format(name=name))
        spoken = self.tr("Messages to everybody, not only to {name}").format(name=name)
        self.only.setAccessibleName(spoken)
        self.only.show()
        self.changed.emit()

    def clear(self) -> None:
        """List all."""
        self._person = None
        self.only.hide()
        self.chips[ALL].setChecked(True)
        for each in (self.of_event, self.of_account):
            each.setCurrentIndex(0)
        with QSignalBlocker(self.search):
            self.search.clear()
        self.search.searched.emit("")

    def show_choices(self, found: Choices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        for chip, words, states in zip(self.chips, self._words, VIEWS, strict=True):
            counts = found.counts if found else {}
            count = sum(n for state, n in counts.items() if not states or state in states)
            chip.setText(f"{words} {QLocale().toString(count)}" if found else words)
            chip.setAccessibleName(chip.text())
            fit_width(chip)
        events = [(each.title, each.id) for each in found.events] if found else []
        _fill(self.of_event, [(self.tr("All events"), None), *events])
        accounts = [(each.name, each.id) for each in found.accounts] if found else []
        _fill(self.of_account, [(self.tr("All accounts"), None), *accounts])
        self.of_account.setVisible(len(accounts) > 1)

    def _lay_out(self) -> None:
        for number, chip in enumerate(self.chips):
            chip.setCheckable(True)
            self._group.addButton(chip, number)
        self.chips[ALL].setChecked(True)
        chips = FlowRow(*self.chips)
        chips.setSpacing(GRID // 2)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS_SEARCHED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(chips)
        layout.addLayout(FlowRow(self.search, self.of_event, self.of_account, self.only))

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

"""The money: who owes, what was paid and what goes back, and the ledger that it adds up to."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.billing.bank_dialog import BankDialog
from cpd_desktop.ui.billing.booked import LedgerList, OrdersList, PaymentsList
from cpd_desktop.ui.billing.card_payment import CardPayment
from cpd_desktop.ui.billing.deeds import BillingDeeds
from cpd_desktop.ui.billing.filters import BillingFilters
from cpd_desktop.ui.billing.members import MembersList
from cpd_desktop.ui.billing.overview import Overview, look
from cpd_desktop.ui.billing.owing import DoubtsOpen, Owing, RefundsDue
from cpd_desktop.ui.billing.papers import Papers
from cpd_desktop.ui.flow import FlowRow, Upright
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.widgets import GRID, EmptyState, button, card, fit_width

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from cpd_desktop.services.billing.lists import Choices
    from cpd_desktop.services.stripe.sync import Synced
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.billing.overview import Standing
    from cpd_desktop.ui.billing.section import Section
    from cpd_desktop.ui.desk import Desk

FILLED, NONE = 0, 1
OF_PERSON, OF_EVENT, OF_MEMBER = "person ", "event ", "members "
# Lists that have no single event, and those that show what is open whenever it came.
_OF_ALL = frozenset({"members", "doubts"})
_AS_IT_IS = frozenset({"owing", "refunds", "members"})


class BillingPage(Page):
    """An overview, and a list for each thing that is done with money."""

    kinds: ClassVar[frozenset[str]] = frozenset({
        *("sales_order", "payment", "refund", "ledger_entry", "document", "money_doubt"),
        *("membership", "operation", "registration", "event", "person", "setting"),
    })  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.deeds = BillingDeeds(desk, self)
        self.papers = Papers(desk, self)
        self.card = CardPayment(desk)
        self.overview = Overview()
        self.filters = BillingFilters(desk.services.clock.now)
        self.bank: BankDialog | None = None
        self.fetch = button(self.tr("Fetch from Stripe"))
        self.import_list = button(self.tr("Import bank list…"))
        self._to_events = button(self.tr("Open Events"))
        self._to_accounts = button(self.tr("Connect Stripe…"), "quiet")
        for each in (self.fetch, self.import_list, self._to_events, self._to_accounts):
            each.setAccessibleName(each.text().replace("…", ""))
        self._words = self._titles()
        self.chips = {name: button(text, "nav") for name, text in self._words.items()}
        self._group = QButtonGroup(self)
        self._names = tuple(self.chips)

        self._lay_out()
        self._listen()

    def refresh(self) -> None:
        """Read how it stands, and the list that is shown."""
        services = self.desk.services

        def find(work: Work) -> tuple[Choices, Standing]:
            return services.billing_lists.choices(), look(services, work)

        self.desk.operations.look_up(find, self._show_standing)
        if section := self.sections.get(self.shown):
            section.narrow(self.filters.search.text().strip(), self.filters.wanted)

    def open_part(self, part: str) -> None:
        """Show a list by its name, or what concerns “person 5”, “members 5” or “event 5”."""
        if part.startswith(OF_PERSON):
            self._show_person("ledger", int(part.removeprefix(OF_PERSON)))
        elif part.startswith(OF_MEMBER):
            self._show_person("members", int(part.removeprefix(OF_MEMBER)))
        elif part.startswith(OF_EVENT):
            self.show_list("refunds")
            self.filters.show_event(int(part.removeprefix(OF_EVENT)))
        elif part in self.chips:
            self.show_list(part)

    def _show_person(self, name: str, person: int) -> None:
        people = self.desk.services.people
        self.show_list(name)
        self.desk.operations.look_up(
            lambda _work: people.get(person).name, partial(self.filters.show_person, person)
        )

    def show_list(self, name: str) -> None:
        """Show the overview or a list."""
        self.stack.setCurrentIndex(FILLED)
        self.chips[name].setChecked(True)
        self._show_chosen()

    @property
    def shown(self) -> str:
        """Return the name of what is shown."""
        return self._names[self._group.checkedId()]

    def focus_search(self) -> None:
        """Go to the search field."""
        self.filters.search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the widths of the columns."""
        for name, each in self.sections.items():
            kept.setValue(f"billing/{name}", json.dumps(each.table.state()))

    def find_state(self, kept: QSettings) -> None:
        """Find the widths of the columns."""
        for name, each in self.sections.items():
            each.table.restore_state(json.loads(str(kept.value(f"billing/{name}", "{}"))))

    def _titles(self) -> dict[str, str]:
        return {
            "overview": self.tr("Overview"),
            "owing": self.tr("Who owes"),
            "refunds": self.tr("To refund"),
            "payments": self.tr("Payments"),
            "orders": self.tr("Orders"),
            "members": self.tr("Memberships"),
            "ledger": self.tr("Ledger"),
            "doubts": self.tr("To look at"),
        }

    def _lay_out(self) -> None:
        for number, chip in enumerate(self.chips.values()):
            chip.setCheckable(True)
            chip.setAccessibleName(chip.text())
            self._group.addButton(chip, number)
        self.chips["overview"].setChecked(True)
        layout = page_layout(self)
        layout.setSpacing(GRID)
        layout.addLayout(header(self.tr("Billing"), "", self.fetch, self.import_list))
        layout.addWidget(self.card)
        self.stack = QStackedWidget()
        layout.addWidget(self.stack, 1)
        full = Upright()
        self.stack.addWidget(_scrolled(full))
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        chips = FlowRow(*self.chips.values())
        chips.setSpacing(GRID // 2)
        inside.addLayout(chips)
        self._view = QStackedWidget()
        inside.addWidget(self._view, 1)
        self._view.addWidget(self.overview)
        lists = card()
        self._view.addWidget(lists)
        around = QVBoxLayout(lists)
        around.setSpacing(GRID)
        around.addWidget(self.filters)
        self._list = QStackedWidget()
        around.addWidget(self._list, 1)
        self.sections = self._make_sections()
        for each in self.sections.values():
            self._list.addWidget(each)
        self.stack.addWidget(
            EmptyState(
                self.tr("No payments"),
                self.tr(
                    "Once an event has a price, what people owe and pay for their places stands"
                    " here: by card through Stripe, by bank, in cash. The price is set at the Plan"
                    " stage of an event."
                ),
                self._to_events,
                second_button=self._to_accounts,
            )
        )
        self.fetch.hide()

    def _make_sections(self) -> dict[str, Section]:
        desk, deeds, papers, place = self.desk, self.deeds, self.papers, self._list
        return {
            "owing": Owing(desk, deeds, self.card, place),
            "refunds": RefundsDue(desk, deeds, place),
            "payments": PaymentsList(desk, deeds, papers, place),
            "orders": OrdersList(desk, deeds, papers, place),
            "members": MembersList(desk, deeds, place),
            "ledger": LedgerList(desk, deeds, place),
            "doubts": DoubtsOpen(desk, deeds, place),
        }

    def _listen(self) -> None:
        self._group.idClicked.connect(self._show_chosen)
        self.filters.changed.connect(self._narrow)
        self.overview.wanted.connect(self._lead)
        self.card.ended.connect(self.refresh)
        self.fetch.clicked.connect(self._fetch)
        self.import_list.clicked.connect(self._ask_for_list)
        self._to_events.clicked.connect(partial(self.desk.places.go, "events", None, ""))
        self._to_accounts.clicked.connect(partial(self._lead, "accounts"))

    def _lead(self, name: str) -> None:
        if name == "accounts":
            self.desk.places.go("settings", None, "accounts")
        else:
            self.show_list(name)

    def _show_chosen(self, *_: object) -> None:
        section = self.sections.get(self.shown)
        self._view.setCurrentIndex(0 if section is None else 1)
        if section is not None:
            self._list.setCurrentWidget(section)
            self.filters.offer(event=self.shown not in _OF_ALL, since=self.shown not in _AS_IT_IS)
            self._narrow()

    def _narrow(self) -> None:
        if section := self.sections.get(self.shown):
            section.narrow(self.filters.search.text().strip(), self.filters.wanted)

    def _show_standing(self, found: tuple[Choices, Standing]) -> None:
        choices, standing = found
        before = self.filters.wanted
        self.filters.show_choices(choices)
        if self.filters.wanted._replace(since=None) != before._replace(since=None):
            self._narrow()
        self.overview.show_standing(standing)
        counts = {
            "owing": standing.owing,
            "refunds": standing.refunds,
            "doubts": standing.doubts,
        }
        for name, count in counts.items():
            words = self._words[name]
            chip = self.chips[name]
            chip.setText(f"{words} {QLocale().toString(count)}" if count else words)
            chip.setAccessibleName(chip.text())
            fit_width(chip)
        connected = bool(standing.stripe.account)
        self.fetch.setVisible(connected)
        self._to_accounts.setVisible(not connected)
        empty = standing.is_empty and self.shown == "overview" and not connected
        self.stack.setCurrentIndex(NONE if empty else FILLED)

    def _fetch(self) -> None:
        sync = self.desk.services.stripe_sync
        self.fetch.setEnabled(False)
        self.desk.operations.carry_out(
            sync.sync,
            origin=self.deeds,
            title=self.tr("Asking Stripe what happened"),
            then=self._fetched,
            otherwise=self._not_fetched,
            lane=Lane.NETWORK,
        ).cancelled.connect(self._allow_fetch)

    def _fetched(self, found: Synced) -> None:
        self._allow_fetch()
        self.desk.feed.publish(found.changes, self.deeds)
        text = self.tr("%n event(s) at Stripe since the last look", "", found.heard)
        self.desk.operations.told.emit(text, False)

    def _not_fetched(self, error: Exception) -> None:
        self._allow_fetch()
        self.desk.operations.failed.emit(error)

    def _allow_fetch(self) -> None:
        self.fetch.setEnabled(True)

    def _ask_for_list(self) -> None:
        self.bank = BankDialog(self.window(), self.desk, self.filters.currencies)
        self.bank.finished.connect(self._forget_bank)
        self.bank.open()

    def _forget_bank(self) -> None:
        self.bank = None


def _scrolled(inside: QWidget) -> QScrollArea:
    """Let what is higher than the window be scrolled; at twice the text size it is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area

"""The cards that somebody left with Stripe: which one pays, and which one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.billing.deeds import BillingDeeds
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.stripe.objects import Card
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

LINES, LETTERS = 6, 60


class CardsDialog(QDialog):
    """Asks Stripe which cards there are; new ones are left on Stripe's own pages."""

    def __init__(self, parent: QWidget, desk: Desk, person: int, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Payment methods"))
        self._desk, self._person, self._name = desk, person, name
        self.deeds = BillingDeeds(desk, self)
        self.note = Note()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Payment methods of {name}").format(name=name))
        self.prefer = button(self.tr("Pay memberships by this one"), "primary")
        self.detach = button(self.tr("Remove…"), "danger")
        for each in (self.prefer, self.detach):
            each.setAccessibleName(each.text().replace("…", ""))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_buttons)
        self.prefer.clicked.connect(self._prefer)
        self.detach.clicked.connect(self._ask_to_detach)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Ask Stripe again."""
        self.note.say(self.tr("Asking Stripe…"))
        self._show_buttons()
        call = partial(_read, self._desk.services, self._person)
        # By its own connections: they end with the dialog, whatever Stripe still answers.
        job = self._desk.jobs.run(call, lane=Lane.NETWORK)
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)
        self.finished.connect(job.cancel)

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        self.list.setMinimumHeight(metrics.lineSpacing() * LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        says = self.tr(
            "What {name} left with Stripe to pay by. Another one is left on the member's page or"
            " when paying; no number of a card comes to this computer."
        )
        layout.addWidget(label(says.format(name=self._name), "muted"))
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addLayout(FlowRow(self.prefer, self.detach))
        buttons = QDialogButtonBox()
        buttons.addButton(button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(metrics.averageCharWidth() * LETTERS)

    def _show(self, found: Any) -> None:
        cards: list[Card]
        cards, preferred = found
        self.list.clear()
        for each in cards:
            text = self._words(each)
            if each.id == preferred:
                text = self.tr("{card} · pays memberships").format(card=text)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, (each.id, each.id == preferred))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if cards else -1)
        self.note.say("" if cards else self.tr("No payment method was left."))
        self._show_buttons()

    def _words(self, each: Card) -> str:
        if not each.last4:
            return each.kind
        until = f"{each.month:02}/{each.year}"
        return self.tr("{brand} ending in {digits}, until {until}").format(
            brand=each.brand.title(), digits=each.last4, until=until
        )

    @property
    def _chosen(self) -> tuple[str, bool] | None:
        """Return the id of the card that is selected, and whether memberships are paid by it."""
        row = self.list.currentRow()
        return self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None

    def _show_buttons(self, *_: object) -> None:
        chosen = self._chosen
        self.detach.setEnabled(chosen is not None)
        self.prefer.setEnabled(chosen is not None and not chosen[1])

    def _prefer(self) -> None:
        if chosen := self._chosen:
            card = chosen[0]
            self._change(
                lambda: self._desk.services.customers.prefer(self._person, card),
                self.tr("Memberships are paid by it from the next time on"),
            )

    def _ask_to_detach(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        card = chosen[0]
        customers, person = self._desk.services.customers, self._person
        text = self.tr("Remove this payment method of {name}?").format(name=self._name)
        says = self.tr(
            "Stripe forgets it and it cannot be brought back. Without another one, the next"
            " payment of a membership fails."
        )
        self.deeds.ask(
            text, says, self.tr("Remove"),
            lambda: self._change(lambda: customers.detach(person, card), self.tr("Removed")),
        )  # fmt: skip

    def _change(self, call: Callable[[], Done[None]], text: str) -> None:
        operations = self._desk.operations
        job = operations.carry_out(
            lambda _work: call(),
            origin=operations,  # this may be gone by then
            title=self.tr("Asking Stripe"),
            then=lambda _none: operations.told.emit(text, False),
            otherwise=self._refuse,
            lane=Lane.NETWORK,
        )
        job.succeeded.connect(self.refresh)
        # What failed is said by the window once nobody sees this any more.
        self.finished.connect(lambda _code: job.failed.connect(operations.failed))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            self._desk.operations.failed.emit(error)


def _read(services: Services, person: int, work: Work) -> tuple[list[Card], str]:
    cards = services.customers.cards(person, work)
    return cards, services.customers.preferred(person, work) if cards else ""

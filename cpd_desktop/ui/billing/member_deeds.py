"""Offers and memberships as people put them up and begin them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from cpd_desktop.domain.changes import Done
from cpd_desktop.ui.billing.cards_dialog import CardsDialog
from cpd_desktop.ui.billing.member_forms import BROWSER, COPY, MAIL, BeginForm, OfferForm
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.offers import OfferWanted
    from cpd_desktop.services.stripe.rows import KeptOffer
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.billing.deeds import BillingDeeds
    from cpd_desktop.ui.desk import Desk


class _Page(NamedTuple):
    """Where somebody goes to begin, and whether a browser seems to have gone there."""

    address: str
    opened: bool


class MemberDeeds(QObject):
    """Asks for what a membership needs, carries it out, and says so."""

    def __init__(self, desk: Desk, deeds: BillingDeeds, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._deeds = deeds
        self._widget = parent
        self.cards_shown: CardsDialog | None = None

    def add_offer(self) -> None:
        """Ask what is put on offer."""
        dialog = OfferForm(self._widget.window())
        dialog.offered.connect(partial(self._add, dialog))
        self._deeds.open_form(dialog)

    def stop_offering(self, offer: KeptOffer) -> None:
        """Ask whether something is not offered any more."""
        text = self.tr("Stop offering “{offer}”?").format(offer=offer.name)
        says = self.tr(
            "Nobody can begin it any more, and links to it end. Who has it keeps it and goes on"
            " paying. To offer it again, make a new offer."
        )
        offers = self._desk.services.offers

        def stop() -> None:
            self._deeds.carry_out(
                lambda _work: offers.withdraw(offer.id),
                self.tr("Not offered any more"),
                title=self.tr("Asking Stripe"),
                lane=Lane.NETWORK,
            )

        self._deeds.ask(text, says, self.tr("Stop offering"), stop)

    def begin(self, offers: Sequence[KeptOffer], has: Mapping[int, str]) -> None:
        """Ask who begins which membership, and how they come to the page."""
        dialog = BeginForm(self._widget.window(), self._desk, offers, has)
        dialog.offered.connect(partial(self._begin, dialog))
        self._deeds.open_form(dialog)

    def cards(self, person: int, name: str) -> None:
        """Show the cards that somebody left with Stripe."""
        self.cards_shown = CardsDialog(self._widget.window(), self._desk, person, name)
        self.cards_shown.finished.connect(self._forget_cards)
        self.cards_shown.open()

    def send_portal(self, person: int, name: str) -> None:
        """Send somebody the page on which they look after their membership."""
        letters = self._desk.services.member_letters
        self._deeds.carry_out(
            lambda _work: letters.portal(person),
            "",
            title=self.tr("Asking Stripe for a page"),
            lane=Lane.NETWORK,
            then=partial(self._tell_sent, name),
        )

    def _add(self, dialog: OfferForm, wanted: OfferWanted) -> None:
        offers = self._desk.services.offers
        self._deeds.carry_out(
            lambda _work: offers.add(wanted),
            self.tr("“{name}” is on offer").format(name=wanted.name),
            title=self.tr("Making the offer at Stripe"),
            lane=Lane.NETWORK,
            dialog=dialog,
        )

    def _begin(self, dialog: BeginForm, person: int, name: str, offer: KeptOffer, way: str) -> None:
        services, title = self._desk.services, self.tr("Asking Stripe for a page")
        calls: dict[str, tuple[Callable[[Work], Any], Callable[[Any], None]]] = {
            BROWSER: (partial(_open, services, person, offer), self._tell_opened),
            COPY: (partial(_address, services, person, offer), self._tell_copied),
            MAIL: (partial(_send, services, person, offer), partial(self._tell_sent, name)),
        }
        call, then = calls[way]
        self._deeds.carry_out(call, "", title=title, lane=Lane.NETWORK, dialog=dialog, then=then)

    def _tell_opened(self, page: _Page) -> None:
        if page.opened:
            text = self.tr("The page is open in the browser. Nothing begins before Stripe says so.")
        else:
            QGuiApplication.clipboard().setText(page.address)
            text = self.tr("No browser opened: the address was copied, open it yourself.")
        self._desk.operations.told.emit(text, False)

    def _tell_copied(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        text = self.tr("Copied. The page is open for one day, and for this person only.")
        self._desk.operations.told.emit(text, False)

    def _tell_sent(self, name: str, _mail: Message) -> None:
        text = self.tr("The link for {name} is in the outbox").format(name=name)
        self._desk.operations.told.emit(text, False)

    def _forget_cards(self) -> None:
        self.cards_shown = None


def _open(services: Services, person: int, offer: KeptOffer, _work: Work) -> Done[_Page]:
    doors = services.outside.doorstep.doors()
    made = services.memberships.page(person, offer.id, doors)
    address = made.value.url
    return Done(_Page(address, services.outside.browser.open(address)), made.changes)


def _address(services: Services, person: int, offer: KeptOffer, _work: Work) -> Done[str]:
    made = services.memberships.page(person, offer.id)
    return Done(made.value.url, made.changes)


def _send(services: Services, person: int, offer: KeptOffer, _work: Work) -> Done[Message]:
    return services.member_letters.begin(person, offer.id)

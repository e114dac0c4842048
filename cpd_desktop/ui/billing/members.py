"""Memberships that Stripe collects for: their own page, ended, let go on, put on another offer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from cpd_desktop.domain.stripe.objects import MembershipState
from cpd_desktop.ui.billing.member_deeds import MemberDeeds
from cpd_desktop.ui.billing.member_forms import price_words
from cpd_desktop.ui.billing.rows import ListRows
from cpd_desktop.ui.billing.section import Section
from cpd_desktop.ui.billing.words import membership_words
from cpd_desktop.ui.dates import day
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.billing.lists import MemberLine
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.rows import KeptOffer
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.billing.deeds import BillingDeeds
    from cpd_desktop.ui.desk import Desk

OVER = frozenset({MembershipState.CANCELED, MembershipState.INCOMPLETE_EXPIRED})


class Told(NamedTuple):
    """What is on offer, who has what, and whether Stripe can be asked for more, and how."""

    offers: Sequence[KeptOffer]
    has: Mapping[int, str]
    connected: bool
    live: bool = False


class MembersList(Section):
    """Every membership, as Stripe told it last."""

    def __init__(self, desk: Desk, deeds: BillingDeeds, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("name", translate("billing", "Name"), width=150),
            Column("offer", translate("billing", "Membership"), width=150),
            Column("state", translate("billing", "State"), width=190),
            Column("price", translate("billing", "Price"), "right", width=150),
            Column("until", translate("billing", "Paid until"), width=130),
            Column("began", translate("billing", "Began"), width=130),
        )
        lists = desk.services.billing_lists
        self._rows = ListRows(columns, lists.members, lists.member_lines, self._cells)
        self._told = Told((), {}, connected=False)
        empty = translate("billing", "No membership. They are sold and collected by Stripe.")
        super().__init__(
            desk, deeds, self._rows, translate("billing", "Memberships"), empty, parent=parent
        )
        self.asking = MemberDeeds(desk, deeds, self)
        self.add = button(self.tr("New offer…"))
        self.begin = button(self.tr("Start a membership…"), "primary")
        self.stop = button(self.tr("Stop offering"))
        self._stop_menu = QMenu(self)
        self.stop.setMenu(self._stop_menu)
        self.reason = label("", "muted")
        for each in (self.begin, self.add, self.stop):
            each.setAccessibleName(each.text().replace("…", ""))
        self.add_above(self.begin, self.add, self.stop)
        self._layout.insertWidget(0, self.reason)
        self.portal = button(self.tr("Open member's page"))
        self.copy = button(self.tr("Copy its address"))
        self.send = button(self.tr("Send its link"))
        self.change = button(self.tr("Change to"))
        self.cards = button(self.tr("Payment methods…"))
        self.resume = button(self.tr("Let it go on"))
        self.end_later = button(self.tr("End with the period…"))
        self.end_now = button(self.tr("End now…"), "danger")
        self._menu = QMenu(self)
        self.change.setMenu(self._menu)
        self.add_buttons(
            *(self.portal, self.copy, self.send, self.cards, self.change),
            *(self.resume, self.end_later, self.end_now),
        )
        self.begin.clicked.connect(self._begin)
        self.add.clicked.connect(self.asking.add_offer)
        self.cards.clicked.connect(self._show_cards)
        self._stop_menu.aboutToShow.connect(self._list_offered)
        self.portal.clicked.connect(self._open_portal)
        self.copy.clicked.connect(self._copy_portal)
        self.send.clicked.connect(self._send_portal)
        self.resume.clicked.connect(self._resume)
        self.end_later.clicked.connect(partial(self._ask_to_end, True))
        self.end_now.clicked.connect(partial(self._ask_to_end, False))
        self._menu.aboutToShow.connect(self._list_offers)

    def refresh(self) -> None:
        """Read the memberships as they are kept; Stripe is not asked."""
        super().refresh()
        call = partial(_read, self.desk.services)
        self.desk.operations.carry_out(call, origin=self, then=self._show, lane=Lane.NETWORK)

    def show_buttons(self) -> None:
        """Offer what fits how the membership stands."""
        connected, offered = self._told.connected, bool(self._on_sale)
        for each, can in (
            (self.add, connected),
            (self.begin, connected and offered),
            (self.stop, connected and offered),
        ):
            each.setEnabled(can)
        self._say_why_not(connected, offered)
        one = self._one if connected else None
        if one is not None and one.kept.live is not self._told.live:
            one = None  # that is of the other mode: this key cannot change it
        runs = one is not None and one.kept.state not in OVER
        ends = one is not None and one.kept.ends_then
        for each, offered in (
            (self.portal, one is not None),
            (self.copy, one is not None),
            (self.send, one is not None),
            (self.cards, one is not None),
            (self.change, runs),
            (self.end_later, runs and not ends),
            (self.end_now, runs),
        ):
            each.setEnabled(offered)
        self.resume.setVisible(runs and ends)

    @property
    def _on_sale(self) -> list[KeptOffer]:
        return [each for each in self._told.offers if each.active and each.rhythm]

    @property
    def _one(self) -> MemberLine | None:
        return self._rows.line(self.chosen[0]) if len(self.chosen) == 1 else None

    def _cells(self, each: MemberLine) -> Sequence[object]:
        kept, zone = each.kept, self.desk.local_zone
        state = membership_words(kept.state)
        if kept.ends_then and kept.state not in OVER:
            state = self.tr("{state}, ends with the period").format(state=state)
        if not kept.live:
            state = self.tr("{state} (test)").format(state=state)
        return (
            each.name,
            each.offer.name if each.offer else kept.subscription,
            state,
            price_words(kept),
            day(kept.until, zone) if kept.until else "",
            day(kept.began_at, zone),
        )

    def _show(self, found: Told) -> None:
        self._told = found
        self.show_buttons()

    def _say_why_not(self, connected: bool, offered: bool) -> None:  # noqa: FBT001 - two facts
        text = ""
        if not connected:
            text = self.tr("Stripe collects for memberships. Connect it under Settings, Accounts.")
        elif not offered:
            text = self.tr("Make an offer first; then memberships can be started.")
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def _begin(self) -> None:
        self.asking.begin(self._on_sale, self._told.has)

    def _list_offered(self) -> None:
        self._stop_menu.clear()
        for each in self._on_sale:
            text = f"{each.name} · {price_words(each)}…"
            self._stop_menu.addAction(text, partial(self.asking.stop_offering, each))

    def _show_cards(self) -> None:
        if one := self._one:
            self.asking.cards(one.kept.person, one.name)

    def _open_portal(self) -> None:
        if one := self._one:
            call = partial(_open_portal, self.desk.services, one.kept.person)
            self.deeds.carry_out(call, self.tr("The page opens in the browser"), lane=Lane.NETWORK)

    def _copy_portal(self) -> None:
        if one := self._one:
            call = partial(_portal, self.desk.services, one.kept.person)
            self.deeds.carry_out(call, "", lane=Lane.NETWORK, then=self._to_clipboard)

    def _send_portal(self) -> None:
        if one := self._one:
            self.asking.send_portal(one.kept.person, one.name)

    def _to_clipboard(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        text = self.tr("Copied. The address works for a few minutes and for this member only.")
        self.desk.operations.told.emit(text, False)

    def _resume(self) -> None:
        if one := self._one:
            memberships, key = self.desk.services.memberships, one.kept.id
            self.deeds.carry_out(
                lambda _work: memberships.reactivate(key),
                self.tr("The membership goes on"),
                lane=Lane.NETWORK,
            )

    def _ask_to_end(self, later: bool, *_: object) -> None:  # noqa: FBT001 - which button it was
        one = self._one
        if one is None:
            return
        text = self.tr("End the membership of {name}?").format(name=one.name)
        says = (
            self.tr("It stays until what is paid for is over, and can be let go on until then.")
            if later
            else self.tr("It ends at once and cannot be let go on. Nothing is paid back by this.")
        )
        yes = self.tr("End with the period") if later else self.tr("End now")
        self.deeds.ask(text, says, yes, partial(self._end, one.kept.id, later))

    def _end(self, key: int, later: bool) -> None:  # noqa: FBT001 - as it was asked
        memberships = self.desk.services.memberships
        text = self.tr("The membership ends with the period") if later else self.tr("Ended")
        self.deeds.carry_out(
            lambda _work: memberships.cancel(key, at_period_end=later), text, lane=Lane.NETWORK
        )

    def _list_offers(self) -> None:
        self._menu.clear()
        one = self._one
        for each in self._on_sale:
            if one is not None and each.id != one.kept.offer:
                text = f"{each.name} · {price_words(each)}"
                self._menu.addAction(text, partial(self._ask_to_change, one, each))
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("There is no other offer")).setEnabled(False)

    def _ask_to_change(self, one: MemberLine, offer: KeptOffer) -> None:
        text = self.tr("Put {name} on “{offer}”?").format(name=one.name, offer=offer.name)
        says = self.tr("Stripe charges or credits the difference for the rest of the period now.")
        memberships = self.desk.services.memberships

        def change() -> None:
            self.deeds.carry_out(
                lambda _work: memberships.change(one.kept.id, offer.id),
                self.tr("The membership was changed"),
                lane=Lane.NETWORK,
            )

        self.deeds.ask(text, says, self.tr("Change"), change, "plain")


def _read(services: Services, _work: Work) -> Told:
    standing = services.stripe_account.status()
    offers = services.offers.listed(withdrawn=True)
    names = {each.id: each.name for each in offers}
    has = {
        each.person: names.get(each.offer or 0, each.subscription)
        for each in services.memberships.listed()
        if each.state not in OVER and each.live is standing.live
    }
    return Told(offers, has, standing.connected, standing.live)


def _portal(services: Services, person: int, _work: Work) -> str:
    return services.memberships.portal(person).value.reveal()


def _open_portal(services: Services, person: int, work: Work) -> bool:
    return services.outside.browser.open(_portal(services, person, work))

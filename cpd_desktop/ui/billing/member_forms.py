"""The forms by which something is put on offer, and by which a membership begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem

from cpd_desktop.domain.billing.amounts import read_amount
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.stripe.objects import Period, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.billing.dialogs import MoneyForm
from cpd_desktop.ui.calm import CalmSpinBox
from cpd_desktop.ui.money import amount_words, plain_amount
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.people import PersonSummary
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.stripe.rows import KeptMembership, KeptOffer
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

RHYTHMS = (
    Rhythm(Period.WEEK), Rhythm(Period.MONTH), Rhythm(Period.MONTH, 3), Rhythm(Period.MONTH, 6),
    Rhythm(Period.YEAR),
)  # fmt: skip
USUAL = Rhythm(Period.MONTH)
LONGEST_TRIAL = 730  # days
SHOWN = 50  # people; more are found by typing
LINES = 8
BROWSER, MAIL, COPY = "browser", "mail", "copy"
NO_PRICE = Sentence("billing", "Write the price, such as 9.00 GBP.")
NOBODY = Sentence("billing", "Choose who begins a membership.")
EVERY = {
    Period.DAY: Sentence("billing", "every %n day(s)"),
    Period.WEEK: Sentence("billing", "every %n week(s)"),
    Period.MONTH: Sentence("billing", "every %n month(s)"),
    Period.YEAR: Sentence("billing", "every %n year(s)"),
}


def rhythm_words(rhythm: Rhythm) -> str:
    """Return how often something is paid."""
    translate = QCoreApplication.translate
    if rhythm.every > 1:
        return in_words(EVERY[rhythm.period].filled(n=rhythm.every))
    return {
        Period.DAY: translate("billing", "each day"),
        Period.WEEK: translate("billing", "each week"),
        Period.MONTH: translate("billing", "each month"),
        Period.YEAR: translate("billing", "each year"),
    }[rhythm.period]


def price_words(one: KeptOffer | KeptMembership) -> str:
    """Return what an offer or a membership costs, and how often, as far as Stripe tells it."""
    price = amount_words(one.price) if one.price else ""
    return f"{price} {rhythm_words(one.rhythm)}".strip() if one.rhythm else price


class OfferForm(MoneyForm):
    """Asks what is put on offer; ``offered`` carries it."""

    offered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.say(
            self.tr("New offer"),
            self.tr(
                "The offer is made at Stripe. Nobody is charged by this: a membership begins when"
                " somebody agrees to it on Stripe's page. Its rhythm stays as it is."
            ),
            self.tr("Put on offer"),
        )
        self.name = QLineEdit()
        self.price = QLineEdit()
        self.price.setPlaceholderText(self.tr("Such as 9.00 GBP"))
        self.rhythm = QComboBox()
        for each in RHYTHMS:
            self.rhythm.addItem(rhythm_words(each), each)
        self.rhythm.setCurrentIndex(RHYTHMS.index(USUAL))
        self.trial = CalmSpinBox()
        self.trial.setRange(0, LONGEST_TRIAL)
        self.trial.setSpecialValueText(self.tr("None"))
        self.trial.setSuffix(self.tr(" days"))
        self.add_field("name", self.tr("&Name"), self.name)
        self.add_field("price", self.tr("&Price"), self.price)
        self.add_field("rhythm", self.tr("Pai&d"), self.rhythm)
        self.add_field("trial_days", self.tr("&Free trial"), self.trial)

    def offer(self) -> None:
        """Hand over what was entered, if it can be sold."""
        from cpd_desktop.services.stripe.offers import OfferWanted

        if not self.price.text().strip():
            self.show_problems({"price": NO_PRICE})
            return
        try:
            wanted = OfferWanted(
                name=self.name.text().strip(),
                price=read_amount(plain_amount(self.price.text())),
                rhythm=self.rhythm.currentData(),
                trial_days=self.trial.value(),
            )
            wanted.require_valid()
        except Invalid as error:
            self._show(error)
            return
        self.show_problems({})
        self.accept_button.setEnabled(False)
        self.offered.emit(wanted)

    def _show(self, error: Invalid) -> None:
        at = {"amount": "price"}
        self.show_problems({at.get(name, name): says for name, says in error.problems.items()})


class BeginForm(MoneyForm):
    """Asks who begins which membership, and how they come to Stripe's page."""

    offered = Signal(int, str, object, str)

    def __init__(
        self, parent: QWidget, desk: Desk, offers: Sequence[KeptOffer], has: Mapping[int, str]
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has = has
        self.say(
            self.tr("Start a membership"),
            self.tr(
                "A page at Stripe asks for the card. Nothing is charged and nothing begins before"
                " the person agrees there; the page is open for one day."
            ),
            self.tr("Start"),
        )
        self.search = SearchField(self.tr("Name or e-mail"))
        self.people = QListWidget()
        self.people.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)
        self.what = QComboBox()
        for each in offers:
            self.what.addItem(f"{each.name} · {price_words(each)}", each)
        self.way = QComboBox()
        for text, way in (
            (self.tr("Open it in the browser here"), BROWSER),
            (self.tr("Send its link by mail"), MAIL),
            (self.tr("Copy its address"), COPY),
        ):
            self.way.addItem(text, way)
        self.told = label("", "muted")
        self.add_field("search", self.tr("&Search"), self.search)
        self.add_field("person", self.tr("&Person"), self.people, top=True)
        self.add_field("offer", self.tr("&Membership"), self.what)
        self.add_field("way", self.tr("Stripe's p&age"), self.way)
        self.rows.addWidget(self.told, self.rows.rowCount(), 1)
        self.search.searched.connect(self._look)
        self.people.currentItemChanged.connect(self._tell)
        self.what.currentIndexChanged.connect(self._tell)
        self._look("")
        self._tell()

    def offer(self) -> None:
        """Hand over who was chosen."""
        who = self._who
        if self.show_problems({} if who else {"person": NOBODY}) or who is None:
            return
        self.accept_button.setEnabled(False)
        self.offered.emit(who.id, who.name, self.what.currentData(), self.way.currentData())

    @property
    def _who(self) -> PersonSummary | None:
        row = self.people.currentRow()
        return self.people.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None

    def _look(self, text: str) -> None:
        call = partial(_found, self._desk.services, text)
        self._desk.operations.look_up(call, partial(self._show, text))

    def _show(self, text: str, found: Sequence[PersonSummary]) -> None:
        if text != self.search.text() and self.search.text():
            return  # typed on meanwhile
        self.people.clear()
        for each in found:
            words = " · ".join(filter(None, (each.name, each.email, self._has.get(each.id, ""))))
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.people.addItem(item)
        self.people.setCurrentRow(0 if found and text.strip() else -1)

    def _tell(self, *_: object) -> None:
        who, offer = self._who, self.what.currentData()
        if who is None or offer is None:
            self.told.setText("")
            return
        text = self.tr("{name} will pay {price}.").format(name=who.name, price=price_words(offer))
        if offer.trial_days:
            free = self.tr("Free for the first %n day(s).", "", offer.trial_days)
            text = f"{text} {free}"
        if has := self._has.get(who.id):
            already = self.tr("They have a membership already: {offer}.").format(offer=has)
            text = f"{text} {already}"
        self.told.setText(text)


def _found(services: Services, text: str, _work: Work) -> list[PersonSummary]:
    ids = services.people.ids(text)[:SHOWN]
    named = services.people.listed(ids)
    return [named[key] for key in ids if key in named]

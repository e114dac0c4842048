"""Those who owe, money that has to go back, and money in doubt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.settings import StripeAccount
from cpd_desktop.ui.billing.card_note import CardNote, offer
from cpd_desktop.ui.billing.deeds import BillingDeeds, places_of
from cpd_desktop.ui.billing.rows import HeldRows, ListRows, due_cells, owed_cells
from cpd_desktop.ui.billing.section import Section
from cpd_desktop.ui.billing.words import doubt_words, tested
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.money import kept_words
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.widgets import button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.billing.reports import OwedRow
    from cpd_desktop.services.billing.doubts import OpenDoubt
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.ui.billing.card_payment import CardPayment
    from cpd_desktop.ui.desk import Desk


class Owing(Section):
    """Open orders, and places that were not ordered yet."""

    def __init__(
        self, desk: Desk, deeds: BillingDeeds, card: CardPayment, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("name", translate("billing", "Name"), width=180),
            Column("open", translate("billing", "Open"), "right", width=120),
            Column("event", translate("billing", "Event"), width=220),
            Column("order", translate("billing", "Order"), width=150),
            Column("day", translate("billing", "Ordered"), width=130),
            Column("email", translate("billing", "E-mail"), width=220),
        )
        lists = desk.services.billing_lists
        self._rows = ListRows(columns, lists.owing, lists.owing_lines, owed_cells)
        name = translate("billing", "People who owe")
        super().__init__(
            desk, deeds, self._rows, name, translate("billing", "Nobody owes."), parent=parent
        )
        self._card = card
        self._account: StripeAccount | None = None
        self.stripe = CardNote(desk)
        self.note = button(self.tr("Note a payment…"), "primary")
        self.card = button(self.tr("Pay by card here"))
        self.link = button(self.tr("Send a payment link"))
        self.remind = button(self.tr("Remind by mail…"))
        self._layout.addWidget(self.stripe)
        self.add_buttons(self.note, self.card, self.link, self.remind)
        self.table.sort_by("name")
        self.note.clicked.connect(self._note)
        self.card.clicked.connect(partial(self._with_place, card.begin))
        self.link.clicked.connect(partial(self._with_place, deeds.send_link))
        self.remind.clicked.connect(self._remind)
        self.table.chosen.connect(self._note)
        card.began.connect(self.show_buttons)
        card.ended.connect(self.show_buttons)

    def refresh(self) -> None:
        """Read who owes again."""
        settings = self.desk.services.settings
        self.desk.operations.look_up(lambda _work: settings.get(StripeAccount), self._show)
        super().refresh()

    def show_buttons(self) -> None:
        """Offer what can be done with one, or with several."""
        one = self._one
        free = one is not None and one.event is not None and not self._card.waits
        self.note.setEnabled(one is not None)
        offer(self.card, self._account, wanted=free)
        offer(self.link, self._account, wanted=free, has_email=bool(one and one.email))
        self.remind.setEnabled(bool(self.chosen))

    def _show(self, account: StripeAccount) -> None:
        self._account = account
        self.stripe.show_account(account)
        self.show_buttons()

    @property
    def _one(self) -> OwedRow | None:
        return self._rows.line(self.chosen[0]) if len(self.chosen) == 1 else None

    def _note(self, *_: object) -> None:
        if one := self._one:
            self.deeds.note_payment(one)

    def _remind(self) -> None:
        lists, ids = self.desk.services.billing_lists, self.chosen

        def ask(found: Mapping[int, OwedRow]) -> None:
            self.deeds.remind([each for each in found.values() if each.event is not None])

        self.desk.operations.look_up(lambda _work: lists.owing_lines(ids), ask)

    def _with_place(self, then: Any, *_: object) -> None:
        services, one = self.desk.services, self._one
        if one is not None:
            self.desk.operations.look_up(
                lambda _work: places_of(services, one),
                lambda places: then(places[0]) if places else None,
            )


class RefundsDue(Section):
    """What may have to go back: of cancelled events, of places given up, of what was too much."""

    def __init__(self, desk: Desk, deeds: BillingDeeds, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("name", translate("billing", "Name"), width=180),
            Column("amount", translate("billing", "To refund"), "right", width=110),
            Column("why", translate("billing", "Reason"), width=210, sortable=False),
            Column("method", translate("billing", "Paid by"), width=170),
            Column("order", translate("billing", "Order"), width=130),
        )
        lists = desk.services.billing_lists
        source = ListRows(columns, lists.refunds, lists.refund_lines, due_cells)
        empty = translate("billing", "Nothing has to go back.")
        super().__init__(
            desk, deeds, source, translate("billing", "Refunds due"), empty, parent=parent
        )
        self.approve = button(self.tr("Refund…"), "primary")
        self.all = button(self.tr("Refund all…"))
        self.add_buttons(self.approve, self.all)
        self.table.sort_by("name")
        self.approve.clicked.connect(self._approve)
        self.all.clicked.connect(self._approve_all)

    def show_buttons(self) -> None:
        """Offer to refund what is selected, or all that is listed."""
        self.approve.setEnabled(bool(self.chosen))
        self.all.setEnabled(bool(self.table.rows.rowCount()))

    def _approve(self) -> None:
        self._ask(self.chosen)

    def _approve_all(self) -> None:
        self._ask(self.table.rows.ids)

    def _ask(self, ids: Sequence[int]) -> None:
        lists = self.desk.services.billing_lists

        def ask(found: Mapping[int, RefundDue]) -> None:
            self.deeds.approve([found[key] for key in ids if key in found])

        self.desk.operations.look_up(lambda _work: lists.refund_lines(ids), ask)


class DoubtsOpen(Section):
    """Money that came twice, for no place, or of another amount, until somebody settles it."""

    def __init__(self, desk: Desk, deeds: BillingDeeds, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("kind", translate("billing", "Kind"), width=170),
            Column("says", translate("billing", "What is in doubt"), width=430),
            Column("order", translate("billing", "Order"), width=130),
            Column("at", translate("billing", "Since"), width=150),
        )
        self._rows = HeldRows(columns, self._cells)
        empty = translate("billing", "No money is in doubt.")
        super().__init__(
            desk, deeds, self._rows, translate("billing", "Money in doubt"), empty, parent=parent
        )
        self.settle = button(self.tr("Settle…"), "primary")
        self.add_buttons(self.settle)
        self.settle.clicked.connect(self._settle)
        self.table.chosen.connect(self._settle)

    def refresh(self) -> None:
        """Look again what is in doubt."""
        doubts = self.desk.services.doubts
        self.desk.operations.look_up(lambda _work: doubts.listed(), self._show)

    def show_buttons(self) -> None:
        """Offer to settle one."""
        self.settle.setEnabled(len(self.chosen) == 1)

    def _cells(self, each: OpenDoubt) -> Sequence[object]:
        at = day_and_time(each.raised_at, self.desk.local_zone)
        kind = doubt_words(each.kind)
        return (kind if each.live else tested(kind), _doubt_says(each), each.order, at)

    def _show(self, found: list[OpenDoubt]) -> None:
        self._rows.hold({
            each.id: each for each in found if self.wanted.person in (None, each.person)
        })  # fmt: skip
        self.show_lines()

    def _settle(self, *_: object) -> None:
        if self.chosen:
            found: OpenDoubt = self._rows.items[self.chosen[0]]
            self.deeds.settle(found.id, _doubt_says(found))


def _doubt_says(each: OpenDoubt) -> str:
    values = {name: kept_words(str(value)) for name, value in each.says.values.items()}
    return in_words(each.says.filled(**values))

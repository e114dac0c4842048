"""Payments, orders and the ledger: as long as the years, so that they are read page by page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QMenu

from cpd_desktop.domain.billing.documents import DocumentKind
from cpd_desktop.ui.billing.rows import EntryRows, ListRows, order_cells, payment_cells
from cpd_desktop.ui.billing.section import Section
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.widgets import button
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFileDialog, QWidget

    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.billing.lists import PaymentLine, Steps
    from cpd_desktop.services.billing.rows import Order
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.billing.deeds import BillingDeeds
    from cpd_desktop.ui.billing.papers import Papers
    from cpd_desktop.ui.desk import Desk


class PaymentsList(Section):
    """Every payment, the newest first."""

    def __init__(
        self, desk: Desk, deeds: BillingDeeds, papers: Papers, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("day", translate("billing", "Day"), width=130),
            Column("name", translate("billing", "Name"), width=170),
            Column("amount", translate("billing", "Amount"), "right", width=110),
            Column("back", translate("billing", "Refunded"), "right", width=110, sortable=False),
            Column("method", translate("billing", "Paid by"), width=170),
            Column("order", translate("billing", "Order"), width=130),
            Column("event", translate("billing", "Event"), width=200, sortable=False),
            Column("note", translate("billing", "Note"), width=200, sortable=False),
        )
        lists = desk.services.billing_lists
        source = ListRows(columns, lists.payments, lists.payment_lines, payment_cells)
        empty = translate("billing", "No payment fits.")
        super().__init__(
            desk, deeds, source, translate("billing", "Payments"), empty, parent=parent
        )
        self._papers = papers
        self.refund = button(self.tr("Refund…"))
        self.receipt = button(self.tr("Open receipt"))
        self.save = button(self.tr("Save receipt…"))
        self.add_buttons(self.refund, self.receipt, self.save)
        self.table.sort_by("day", descending=True)
        self.refund.clicked.connect(partial(self._with_line, self._refund))
        self.receipt.clicked.connect(partial(self._with_line, self._open))
        self.save.clicked.connect(partial(self._with_line, self._save))

    def show_buttons(self) -> None:
        """Offer what can be done with one payment."""
        one = len(self.chosen) == 1
        for each in (self.refund, self.receipt, self.save):
            each.setEnabled(one)

    def _with_line(self, then: Any, *_: object) -> None:
        lists, ids = self.desk.services.billing_lists, self.chosen
        if ids:
            found = partial(lists.payment_lines, ids[:1])
            self.desk.operations.look_up(lambda _work: found().get(ids[0]), then)

    def _refund(self, line: PaymentLine) -> None:
        if line.payment.left.minor:
            self.deeds.refund(line.payment, line.name)
        else:
            self.desk.operations.told.emit(self.tr("All of it went back already"), False)

    def _open(self, line: PaymentLine) -> None:
        self._papers.receipt(line.payment.id, self._papers.open)

    def _save(self, line: PaymentLine) -> None:
        self._papers.receipt(line.payment.id, self._papers.save)


class OrdersList(Section):
    """Every order, with its documents."""

    def __init__(
        self, desk: Desk, deeds: BillingDeeds, papers: Papers, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("number", translate("billing", "Order"), width=150),
            Column("name", translate("billing", "Buyer"), width=170),
            Column("total", translate("billing", "Ordered for"), "right", width=120,
                   sortable=False),
            Column("open", translate("billing", "Open"), "right", width=120, sortable=False),
            Column("event", translate("billing", "Event"), width=200),
            Column("day", translate("billing", "Ordered"), width=140),
        )  # fmt: skip
        lists, cells = desk.services.billing_lists, partial(order_cells, desk.local_zone)
        source = ListRows(columns, lists.orders, lists.order_lines, cells)
        empty = translate("billing", "No order fits.")
        super().__init__(desk, deeds, source, translate("billing", "Orders"), empty, parent=parent)
        self._papers = papers
        self.invoice = button(self.tr("Open invoice"))
        self.documents = button(self.tr("Save documents"))
        self.take_back = button(self.tr("Take back…"), "danger")
        self._menu = QMenu(self)
        self.documents.setMenu(self._menu)
        self.add_buttons(self.invoice, self.documents, self.take_back)
        self.table.sort_by("number", descending=True)
        self._menu.aboutToShow.connect(self._list_documents)
        self.invoice.clicked.connect(self._open_invoice)
        self.take_back.clicked.connect(self._take_back)

    def show_buttons(self) -> None:
        """Offer what can be done with one order."""
        one = len(self.chosen) == 1
        for each in (self.invoice, self.documents, self.take_back):
            each.setEnabled(one)

    def _open_invoice(self) -> None:
        if self.chosen:
            self._papers.invoice(self.chosen[0], self._papers.open)

    def _list_documents(self) -> None:
        self._menu.clear()
        if not self.chosen:
            return
        found = self.desk.services.bills.of_order(self.chosen[0])
        for each in found:
            self._menu.addAction(f"{each.number}…", partial(self._papers.save, each))
        if not any(each.document.kind is DocumentKind.INVOICE for each in found):
            self._menu.addAction(self.tr("Issue the invoice…"), self._issue)

    def _issue(self) -> None:
        def save(bill: Bill) -> None:
            self._papers.save(bill)

        self._papers.invoice(self.chosen[0], save)

    def _take_back(self) -> None:
        orders, key = self.desk.services.orders, self.chosen[0]

        def ask(order: Order) -> None:
            self.deeds.take_back(order)

        self.desk.operations.look_up(lambda _work: orders.get(key), ask)


class LedgerList(Section):
    """Every entry, with what is owed after it; and the reports."""

    def __init__(self, desk: Desk, deeds: BillingDeeds, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("at", translate("billing", "Booked"), width=170),
            Column("name", translate("billing", "Name"), width=150, sortable=False),
            Column("kind", translate("billing", "Kind"), width=155, sortable=False),
            Column("amount", translate("billing", "Amount"), "right", width=110, sortable=False),
            Column("balance", translate("billing", "Owed then"), "right", width=120,
                   sortable=False),
            Column("event", translate("billing", "Event"), width=200, sortable=False),
            Column("order", translate("billing", "Order"), width=130, sortable=False),
            Column("why", translate("billing", "Reason"), width=180, sortable=False),
        )  # fmt: skip
        self._rows = EntryRows(desk.services.billing_lists, columns, desk.local_zone)
        empty = translate("billing", "No entry fits.")
        super().__init__(
            desk, deeds, self._rows, translate("billing", "Ledger"), empty, parent=parent
        )
        self.question: QFileDialog | None = None
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("Report by"))
        for text, each in (
            (self.tr("Report: in all"), "all"),
            (self.tr("Report: by year"), "year"),
            (self.tr("Report: by month"), "month"),
            (self.tr("Report: by day"), "day"),
        ):
            self.period.addItem(text, each)
        self.revenue = button(self.tr("Save revenue report…"))
        self.owed = button(self.tr("Save who owes…"))
        self.add_buttons(self.period, self.revenue, self.owed)
        self.table.sort_by("at", descending=True)
        self.revenue.clicked.connect(partial(self._ask, self.tr("Revenue"), self.write_revenue))
        self.owed.clicked.connect(partial(self._ask, self.tr("Who owes"), self.write_owed))

    def refresh(self) -> None:
        """Read the list again; that takes long, as all entries are added up."""
        lists, wanted, search = (
            self.desk.services.billing_lists,
            self.wanted,
            self.table.rows.search,
        )
        self.desk.operations.look_up(
            lambda _work: (lists.entries(search, wanted), lists.steps(wanted)), self._show
        )

    def write_revenue(self, path: str) -> None:
        """Write what came in, as PDF, XLSX or CSV by the name."""
        ledger, wanted, period = self.desk.services.ledger, self.wanted, self.period.currentData()
        since = wanted.since.date() if wanted.since else None

        def write(work: Work) -> int:
            rows = ledger.revenue(since, event_id=wanted.event, period=period)
            kept = [each for each in rows if wanted.currency in ("", each.currency)]
            return ledger.write(Path(path), kept, work, in_words)

        self._write(write, path)

    def write_owed(self, path: str) -> None:
        """Write who owes, as PDF, XLSX or CSV by the name."""
        ledger, wanted = self.desk.services.ledger, self.wanted

        def write(work: Work) -> int:
            rows = ledger.owing(wanted.event)
            kept = [each for each in rows if wanted.currency in ("", each.open.currency)]
            return ledger.write(Path(path), kept, work, in_words)

        self._write(write, path)

    def _show(self, found: tuple[Sequence[int], Steps]) -> None:
        self._rows.hold(*found)
        self.show_lines()

    def _ask(self, name: str, then: Any, *_: object) -> None:
        kinds = "PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)"
        title = self.tr("Save a report")
        self.question = ask_where_to_save(self, title, f"{name}.pdf", kinds, then)

    def _write(self, call: Any, path: str) -> None:
        text = self.tr("Saved: {name}").format(name=Path(path).name)
        title = self.tr("Writing a report")
        self.deeds.carry_out(call, text, title=title, lane=Lane.NETWORK)

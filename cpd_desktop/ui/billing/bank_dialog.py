"""A list of payments from a bank or PayPal: what each row may pay is proposed, a person accepts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.dates import day_of
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.money import amount_words, currencies
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.billing.bank_lines import Proposal
    from cpd_desktop.services.billing.bank_import import BankBooked, BankList
    from cpd_desktop.ui.desk import Desk

BOOK, DAY, AMOUNT, NAME, ORDER, WHY, TEXT = range(7)


class BankDialog(QDialog):
    """Reads a list, shows what it may pay, and books the rows that are ticked."""

    def __init__(self, parent: QWidget, desk: Desk, used: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Import a list of payments"))
        self._desk = desk
        self._path: Path | None = None
        self._told: BankList | None = None
        self.choose = button(self.tr("Choose file…"), "primary")
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Where the list comes from"))
        self.kind.addItem(self.tr("Bank"), "bank")
        self.kind.addItem(self.tr("PayPal"), "paypal")
        self.currency = QComboBox()
        self.currency.setEditable(True)
        self.currency.addItems(currencies(used, desk.local_zone))
        self.currency.setAccessibleName(self.tr("Currency where the list names none"))
        self.note = Note()
        self.lines = QTreeWidget()
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setAccessibleName(self.tr("Payments in the list"))
        self.lines.setHeaderLabels([
            self.tr("Book"), self.tr("Day"), self.tr("Amount"), self.tr("From"),
            self.tr("Order"), self.tr("Why"), self.tr("Text"),
        ])  # fmt: skip
        self.book = button(self.tr("Book"), "primary")
        self._lay_out()
        self._show_count()
        self.choose.setFocus()

        self.choose.clicked.connect(self._ask_for_file)
        for each in (self.kind, self.currency):
            each.activated.connect(self._read)
        self.lines.itemChanged.connect(self._show_count)
        self.book.clicked.connect(self._book)

    def read(self, path: str) -> None:
        """Read a list and show what its rows may pay; nothing is booked."""
        self._path = Path(path)
        self._read()

    @property
    def accepted_rows(self) -> dict[int, str | int]:
        """Return the rows that are ticked and name an order."""
        return {
            each.data(BOOK, Qt.ItemDataRole.UserRole): each.text(ORDER).strip()
            for each in self._items()
            if each.checkState(BOOK) is Qt.CheckState.Checked and each.text(ORDER).strip()
        }

    def _lay_out(self) -> None:
        for each in (self.choose, self.book):
            each.setAccessibleName(each.text().replace("…", ""))
        header = self.lines.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        characters = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((9, 19, 17, 20, 19, 38, 26)):
            self.lines.setColumnWidth(column, letters * characters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        says = self.tr(
            "Each payment that came in is held against what is open. What names its order and has"
            " its amount is ticked. Tick others after looking, or write the number of their order."
        )
        layout.addWidget(label(says, "muted"))
        layout.addLayout(FlowRow(self.choose, self.kind, self.currency))
        layout.addWidget(self.note)
        layout.addWidget(self.lines, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self.book, QDialogButtonBox.ButtonRole.ActionRole)
        close = button(self.tr("Close"))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(
            min(characters * 156, room.width()),
            min(self.fontMetrics().lineSpacing() * 32, room.height()),
        )

    def _ask_for_file(self) -> None:
        kinds = self.tr("Lists (*.csv *.txt *.xlsx *.ods)")
        ask_for_file(self, self.tr("List of payments"), kinds, self.read)

    def _read(self, *_: object) -> None:
        if self._path is None:
            return
        bank, path = self._desk.services.bank_import, self._path
        kind, currency = self.kind.currentData(), self.currency.currentText().strip()
        self._desk.operations.carry_out(
            lambda work: bank.propose(path, kind, currency, work),
            origin=self,
            title=self.tr("Reading the list"),
            then=self._show,
            otherwise=self._refuse,
        )

    def _show(self, told: BankList) -> None:
        from cpd_desktop.services.billing.bank_import import sure_ones

        self._told = told
        sure = sure_ones(told)
        self.lines.clear()
        self.lines.addTopLevelItems([self._line(each, sure) for each in told.proposals])
        parts = [self.tr("%n new payment(s)", "", len(told.proposals))]
        if told.already:
            parts.append(self.tr("%n decided about before", "", told.already))
        if told.others:
            parts.append(self.tr("%n that did not come in", "", told.others))
        text = ", ".join(parts)
        problems = "\n".join(in_words(each) for each in told.problems[:5])
        self.note.say(f"{text}\n{problems}".strip(), "warn" if problems else "neutral")
        self._show_count()

    def _line(self, each: Proposal, sure: dict[int, str | int]) -> QTreeWidgetItem:
        line, order = each.line, each.order
        why = " ".join(map(in_words, each.reasons))
        made = QTreeWidgetItem([
            "", day_of(line.day), amount_words(line.amount), line.name,
            order.number if order else "", why, line.text,
        ])  # fmt: skip
        made.setData(BOOK, Qt.ItemDataRole.UserRole, line.row)
        ticked = line.row in sure
        made.setCheckState(BOOK, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        made.setFlags(made.flags() | Qt.ItemFlag.ItemIsEditable)
        for column in (NAME, WHY, TEXT):
            made.setToolTip(column, made.text(column))
        made.setTextAlignment(AMOUNT, Qt.AlignmentFlag.AlignRight)
        return made

    def _show_count(self, *_: object) -> None:
        count = len(self.accepted_rows)
        self.book.setText(self.tr("Book %n payment(s)", "", count) if count else self.tr("Book"))
        self.book.setAccessibleName(self.book.text())
        self.book.setEnabled(bool(count))

    def _book(self) -> None:
        bank, path, told = self._desk.services.bank_import, self._path, self._told
        if path is None or told is None:
            return
        self.book.setEnabled(False)
        accepted = self.accepted_rows
        self._desk.operations.carry_out(
            lambda _work: bank.book(path, told, accepted),
            origin=self,
            title=self.tr("Booking payments"),
            then=partial(self._booked, len(accepted)),
            otherwise=self._refuse,
        )

    def _booked(self, count: int, _booked: BankBooked) -> None:
        self._desk.operations.told.emit(self.tr("%n payment(s) booked", "", count), False)
        self._read()

    def _refuse(self, error: Exception) -> None:
        self._show_count()
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            self._desk.operations.failed.emit(error)

    def _items(self) -> list[QTreeWidgetItem]:
        count = self.lines.topLevelItemCount()
        found = (self.lines.topLevelItem(row) for row in range(count))
        return [each for each in found if each is not None]

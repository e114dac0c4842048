"""Invoices, receipts and credit notes: issued, opened in the system's program, or saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog, QWidget

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class Papers(QObject):
    """Issues what is not there yet, then shows or saves the file as it was issued."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._folder: QTemporaryDir | None = None
        self.question: QFileDialog | None = None

    def invoice(self, order: int, then: Callable[[Bill], None]) -> None:
        """Find or issue the invoice of an order."""
        bills = self._desk.services.bills
        self._find(lambda: bills.invoice(order), then)

    def receipt(self, payment: int, then: Callable[[Bill], None]) -> None:
        """Find or issue the receipt of a payment."""
        bills = self._desk.services.bills
        self._find(lambda: bills.receipt(payment), then)

    def open(self, bill: Bill) -> None:
        """Show a document in the program that the system has for it."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / bill.file_name
        self._write(bill, path, self._show)

    def save(self, bill: Bill) -> None:
        """Ask where a document is to be saved."""
        title = self.tr("Save {number}").format(number=bill.number)
        self.question = ask_where_to_save(
            self._widget, title, bill.file_name, "PDF (*.pdf)", partial(self.save_as, bill)
        )

    def save_as(self, bill: Bill, path: str) -> None:
        """Save a document there."""
        self._write(bill, Path(path), self._tell_saved)

    def _find(self, call: Callable[[], Done[Bill]], then: Callable[[Bill], None]) -> None:
        self._desk.operations.carry_out(lambda _work: call(), origin=self, then=then)

    def _write(self, bill: Bill, path: Path, then: Callable[[Path], None]) -> None:
        bills = self._desk.services.bills

        def write(_work: Work) -> Path:
            from cpd_desktop.store.files import write_whole

            write_whole(path, bills.pdf(bill))
            return path

        self._desk.operations.carry_out(write, origin=self, then=then, lane=Lane.NETWORK)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program here opens PDF files. Save the document instead.")
            self._desk.operations.told.emit(text, False)

    def _tell_saved(self, path: Path) -> None:
        self._desk.operations.told.emit(self.tr("Saved: {name}").format(name=path.name), False)

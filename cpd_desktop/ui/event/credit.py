"""What the event is worth, and how much of it must be attended for that."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from cpd_desktop.domain.credit import BAD_AMOUNT, CreditLine
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.event.amounts import AmountEntry, MinimumEntry
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.edits import keep_in, move_in, remove_from
from cpd_desktop.ui.event.entries import NARROW, Entry, LineEntry
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.ui.desk import Desk

# Names by which accreditors know them; they are not translated.
USUAL_TYPES = (
    "CPD hours",
    "CPE",
    "AMA PRA Category 1",
    "Contact hours",
    "CME",
    "CE",
    "CEU",
    "ACE",
)


class TypeEntry(Entry):
    """A type of credit: a usual one, or any other."""

    def __init__(self, name: str, words: str) -> None:
        self.types = CalmComboBox()
        super().__init__(name, words, self.types, width=NARROW * 2)
        line = QLineEdit()
        line.setAccessibleName(self.words)
        self.types.setEditable(True)
        self.types.setLineEdit(line)
        self.types.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.types.addItems(USUAL_TYPES)

    def raw(self) -> str:
        """Return the type."""
        return self.types.currentText()

    def show_raw(self, raw: str) -> None:
        """Show the type."""
        self.types.setCurrentText(raw)

    def raw_of(self, value: str) -> str:
        """Return the type itself."""
        return value


class CreditDialog(EntryDialog):
    """Edits a ``CreditLine``."""

    offered = Signal(CreditLine)

    def __init__(self, parent: QWidget, line: CreditLine, *, new: bool) -> None:
        translate = QCoreApplication.translate
        rows: list[list[Entry]] = [
            [AmountEntry("amount", translate("CreditDialog", "&Amount"))],
            [TypeEntry("type", translate("CreditDialog", "&Type of credit"))],
            [LineEntry("accreditor", translate("CreditDialog", "A&ccreditor"))],
            [LineEntry("activity_number", translate("CreditDialog", "Activity &number"))],
        ]
        super().__init__(parent, line, rows, _problems)
        self.setWindowTitle(self.tr("New credit") if new else self.tr("Edit credit"))
        self.accept_button.setText(self.tr("Add credit") if new else self.tr("Keep credit"))


class CreditSection(Section):
    """Lists the credit and asks for the minimum."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.dialog: CreditDialog | None = None
        self.list = ItemList(
            self.tr("Credit"),
            desk.theme,
            add=self.tr("Add credit…"),
            edit=self.tr("Edit…"),
            nothing=self.tr("This event gives no credit yet."),
            moves=True,
        )
        self.column.addWidget(self.list, 1)
        units = (self.tr("percent of the event"), self.tr("minutes"))
        note = self.tr("Whoever attends less gets no credit.")
        self.add_entries(MinimumEntry("minimum", self.tr("&Minimum to attend"), units, note=note))

        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)

    def show_event(self, event: Event) -> None:
        """Show each line of credit."""
        super().show_event(event)
        number = self.tr("activity number {number}")
        self.list.show_items(
            [
                Item(
                    str(each),
                    " · ".join(
                        filter(
                            None,
                            (
                                each.accreditor,
                                each.activity_number and number.format(number=each.activity_number),
                            ),
                        )
                    ),
                )
                for each in event.credits
            ]
        )

    def _add(self) -> None:
        self._open(CreditLine(USUAL_TYPES[0], Decimal(1)), new=True)

    def _edit(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - a row is there
        self._open(self.kept.credits[row], new=False)

    def _open(self, line: CreditLine, *, new: bool) -> None:
        self.dialog = CreditDialog(self.window(), line, new=new)
        self.dialog.offered.connect(partial(self._keep, line))
        self.open_dialog(self.dialog, f"credit:{line.id or 'new'}")

    def _keep(self, was: CreditLine, line: CreditLine) -> None:
        self.edited.emit(keep_in("credits", line, was), str(line))

    def _remove(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        gone = self.kept.credits[row]
        words = self.tr("{credit} removed").format(credit=gone)
        self.edited.emit(remove_from("credits", gone.id), words)

    def _move(self, row: int, to: int) -> None:
        self.edited.emit(move_in("credits", row, to), self.tr("Order of the credit"))


def _problems(line: CreditLine) -> Mapping[str, Sentence]:
    problem = line.problem()
    if problem is None:
        return {}
    return {"amount" if problem.template == BAD_AMOUNT.template else "type": problem}

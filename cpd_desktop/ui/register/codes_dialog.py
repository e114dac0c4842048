"""Discount codes: the list of those that hold for an event, and the form for one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from cpd_desktop.domain.codes import CODE_LIMIT, Code, CodeDraft
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import read_money
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import parsed, wall_time
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.money import amount_words, plain_amount
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

NOT_A_DISCOUNT = Sentence("code", "“{text}” is neither a share such as 20% nor an amount.")


class CodeRows:
    """The codes that hold for one event, for a table; they are few enough to be held."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.codes: dict[int, Code] = {}
        self.words: Callable[[Code], tuple[str, str, str]] = _no_words

    def ids(self, _search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the codes, in order."""
        keys: dict[str, Callable[[Code], Any]] = {
            "code": lambda each: folded(each.code),
            "used": lambda each: each.used,
        }
        found = sorted(self.codes.values(), key=keys[sort], reverse=descending)
        return [each.id for each in found]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = {key: self.codes[key] for key in ids if key in self.codes}
        return {key: self._cells(each) for key, each in found.items()}

    def _cells(self, each: Code) -> Sequence[object]:
        used = QLocale().toString(each.used)
        if each.uses is not None:
            used = f"{used} / {QLocale().toString(each.uses)}"
        state, where, when = self.words(each)
        return (each.code, discount_words(each), used, state, where, when)


class CodesDialog(QDialog):
    """Lists the codes that hold for an event and changes them; each change can be undone."""

    def __init__(self, parent: QWidget, desk: Desk, event: Event, origin: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event = event
        self._origin = origin
        self._codes = desk.services.codes
        self.setWindowTitle(self.tr("Discount codes"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = CodeRows(
            (
                Column("code", self.tr("Code"), width=130),
                Column("off", self.tr("Takes off"), width=110, sortable=False),
                Column("used", self.tr("Used"), "right", width=90),
                Column("state", self.tr("State"), width=120, sortable=False),
                Column("where", self.tr("Holds for"), width=120, sortable=False),
                Column("when", self.tr("When"), width=220, sortable=False),
            )
        )
        self._rows.words = self._words
        self.table = RowTable(self._rows)
        self.table.setAccessibleName(self.tr("Discount codes"))
        self.table.set_empty_text(
            self.tr("No codes yet. A code takes a share or an amount off the price.")
        )
        self.new = button(self.tr("New code…"), "primary")
        self.edit = button(self.tr("Edit…"))
        self.switch = button(self.tr("Switch off"))
        self.remove = button(self.tr("Remove"))
        self.shut = button(self.tr("Close"))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("What was taken off before stays taken off."), "muted"))
        layout.addWidget(self.table, 1)
        layout.addLayout(FlowRow(self.new, self.edit, self.switch, self.remove, self.shut))
        room = self.screen().availableGeometry()
        width = self.fontMetrics().averageCharWidth() * 110
        self.resize(min(width, room.width()), min(GRID * 50, room.height() - GRID * 6))

        self.table.selection_changed.connect(self._show_buttons)
        self.table.chosen.connect(self._edit)
        self.new.clicked.connect(self._ask_for_new)
        self.edit.clicked.connect(self._edit_selected)
        self.switch.clicked.connect(self._switch)
        self.remove.clicked.connect(self._remove)
        self.shut.clicked.connect(self.close)
        desk.feed.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Read the codes again."""
        self._rows.codes = {each.id: each for each in self._codes.listed(self._event.id)}
        self.table.reload()
        self._show_buttons()

    def _heard(self, changes: Any, _origin: object) -> None:
        if changes.touches("discount_code") or changes.touches("registration"):
            self.refresh()

    def _words(self, each: Code) -> tuple[str, str, str]:
        state = self.tr("✓ On") if each.active else self.tr("✕ Switched off")
        where = self.tr("This event") if each.event_id else self.tr("Every event")
        opens, closes = (
            day_and_time(at, self._event.zone) if at else "…"
            for at in (each.opens_at, each.closes_at)
        )
        limited = each.opens_at or each.closes_at
        return state, where, f"{opens} – {closes}" if limited else self.tr("Always")  # noqa: RUF001 - the dash of a span

    def _selected(self) -> list[Code]:
        return [self._rows.codes[key] for key in self.table.selected_ids()]

    def _show_buttons(self) -> None:
        selected = self._selected()
        one = selected[0] if len(selected) == 1 else None
        for each in (self.edit, self.switch):
            each.setEnabled(one is not None)
        self.switch.setText(
            self.tr("Switch on") if one and not one.active else self.tr("Switch off")
        )
        self.remove.setEnabled(one is not None and not one.used)
        for each in (self.new, self.edit, self.switch, self.remove, self.shut):
            each.setAccessibleName(each.text())

    def _ask_for_new(self) -> None:
        dialog = CodeDialog(self, self._event)
        dialog.offered.connect(self._add)
        dialog.open()

    def _edit_selected(self) -> None:
        self._edit(self._selected()[0].id)

    def _edit(self, code_id: int) -> None:
        dialog = CodeDialog(self, self._event, self._rows.codes[code_id])
        dialog.offered.connect(partial(self._change, code_id))
        dialog.open()

    def _add(self, draft: CodeDraft) -> None:
        text = self.tr("Code {code} added").format(code=draft.code)
        self._carry_out(lambda _work: self._codes.add(draft), text)

    def _change(self, code_id: int, draft: CodeDraft) -> None:
        text = self.tr("Code {code} changed").format(code=draft.code)
        self._carry_out(lambda _work: self._codes.change(code_id, draft), text)

    def _switch(self) -> None:
        code = self._selected()[0]
        draft = _draft(code, active=not code.active)
        text = self.tr("Code {code} switched off") if code.active else self.tr("Code {code} is on")
        self._carry_out(
            lambda _work: self._codes.change(code.id, draft), text.format(code=code.code)
        )

    def _remove(self) -> None:
        code = self._selected()[0]
        text = self.tr("Code {code} removed").format(code=code.code)
        self._carry_out(lambda _work: self._codes.remove(code.id), text)

    def _carry_out(self, call: Callable[[Work], Any], text: str) -> None:
        self._desk.operations.carry_out(call, origin=self._origin, text=text)


class CodeDialog(FormDialog):
    """Edits a code; ``offered`` carries a draft that keeps every rule."""

    offered = Signal(CodeDraft)

    def __init__(self, parent: QWidget, event: Event, code: Code | None = None) -> None:
        super().__init__(parent)
        self._event = event
        self._kept = code
        self.setWindowTitle(self.tr("Edit code") if code else self.tr("New code"))
        self.accept_button.setText(self.tr("Save changes") if code else self.tr("Add code"))
        self._code = QLineEdit(code.code if code else "")
        self._code.setMaxLength(CODE_LIMIT)
        self._off = QLineEdit(discount_words(code) if code else "")
        self._off.setPlaceholderText(self.tr("20% or 10.00"))
        self._here = QCheckBox(self.tr("Only for this event"))
        self._here.setChecked(code is None or code.event_id is not None)
        self._opens = QLineEdit(self._moment(code.opens_at if code else None))
        self._closes = QLineEdit(self._moment(code.closes_at if code else None))
        for each in (self._opens, self._closes):
            each.setPlaceholderText(self.tr("Always, or such as 2026-10-14 18:00"))
        self._uses = _limit_box(code.uses if code else None, self.tr("No limit"))
        self._each = _limit_box(code.uses_each if code else 1, self.tr("No limit"))
        self.add_field("code", self.tr("&Code"), self._code)
        self.add_field("percent", self.tr("&Takes off"), self._off)
        self.add_field("event", self.tr("Holds"), self._here)
        self.add_field("opens_at", self.tr("&From"), self._opens)
        self.add_field("closes_at", self.tr("&Until"), self._closes)
        self.add_field("uses", self.tr("Uses &in all"), self._uses)
        self.add_field("uses_each", self.tr("Uses by each &person"), self._each)
        self._code.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self._code.setFocus()

    def offer(self) -> None:
        """Hand over the code if it keeps every rule, else show what is wrong."""
        problems: dict[str, Sentence] = {}
        percent, amount = self._discount(problems)
        draft = CodeDraft(
            self._code.text().strip(),
            percent,
            amount,
            self._event.id if self._here.isChecked() else None,
            self._read("opens_at", self._opens, problems),
            self._read("closes_at", self._closes, problems),
            self._uses.value() or None,
            self._each.value() or None,
            active=self._kept.active if self._kept else True,
        )
        if not self.show_problems(draft.problems() | problems):
            self.offered.emit(draft)
            self.accept()

    def _discount(self, problems: dict[str, Sentence]) -> tuple[int | None, Money | None]:
        text = self._off.text().strip()
        share = text.removesuffix("%").strip()
        if text.endswith("%") and share.isascii() and share.isdigit():
            return int(share), None
        try:
            currency = self._event.price.currency if self._event.price else ""
            return None, read_money(plain_amount(text), currency)
        except Invalid:
            problems["percent"] = NOT_A_DISCOUNT.filled(text=text)
            return None, None

    def _moment(self, at: datetime | None) -> str:
        return f"{wall_time(at, self._event.zone):%Y-%m-%d %H:%M}" if at else ""

    def _read(self, name: str, line: QLineEdit, problems: dict[str, Sentence]) -> datetime | None:
        text = line.text().strip()
        if not text:
            return None
        try:
            return parsed(text.replace(" ", "T"), self._event.zone)
        except Invalid as error:
            problems[name] = error.says
            return None


def discount_words(code: CodeDraft) -> str:
    """Return what a code takes off."""
    return f"{code.percent}%" if code.amount is None else amount_words(code.amount)


def _limit_box(limit: int | None, none: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, 100_000)
    made.setSpecialValueText(none)
    made.setValue(limit or 0)
    # The stylesheet's padding does not reach the line inside.
    made.lineEdit().setTextMargins(GRID, 0, GRID, 0)
    return made


def _draft(code: Code, *, active: bool) -> CodeDraft:
    return CodeDraft(
        code.code,
        code.percent,
        code.amount,
        code.event_id,
        code.opens_at,
        code.closes_at,
        code.uses,
        code.uses_each,
        active=active,
    )


def _no_words(_code: Code) -> tuple[str, str, str]:
    return "", "", ""

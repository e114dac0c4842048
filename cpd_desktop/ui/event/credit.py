"""What the event is worth, and what must be done for that."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from cpd_desktop.domain.attendance.rule_summary import rule_summary
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.presets import PRESETS, preset_of, rule_of_event, with_rule
from cpd_desktop.ui.dates import day_and_time, day_of
from cpd_desktop.ui.event.amounts import MinimumEntry
from cpd_desktop.ui.event.credit_dialog import (
    USUAL_TYPES,
    CreditDialog,
    EventRule,
    EventRuleDialog,
)
from cpd_desktop.ui.event.edits import keep_in, move_in, remove_from
from cpd_desktop.ui.event.items import Item, ItemList
from cpd_desktop.ui.event.rule_changes import WHOLE_EVENT, RuleChange, rule_changes
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.widgets import button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.presets import Preset
    from cpd_desktop.ui.desk import Desk

LOOKED_AT = 200  # of the latest entries of the audit trail


class CreditSection(Section):
    """Lists the credit and asks for the minimum."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dialog: CreditDialog | EventRuleDialog | None = None
        self._changes: dict[int, RuleChange] = {}
        self.list = ItemList(
            self.tr("Credit"),
            desk.theme,
            self,
            add=self.tr("Add credit…"),
            edit=self.tr("Edit…"),
            nothing=self.tr("This event gives no credit yet."),
            moves=True,
        )
        self.column.addWidget(self.list, 1)
        units = (self.tr("percent of the event"), self.tr("minutes"))
        note = self.tr("Whoever attends less gets no credit.")
        self.add_entries(MinimumEntry("minimum", self.tr("&Minimum to attend"), units, note=note))

        self.event_rule = label("")
        self.event_rule_changed = label("", "caption")
        self.ask_event_rule = button(self.tr("Rule for the whole event…"))
        self.ask_event_rule.setAccessibleName(self.tr("Rule for the whole event"))
        self.column.addWidget(self.event_rule)
        self.column.addWidget(self.event_rule_changed)
        self.column.addWidget(self.ask_event_rule, 0, Qt.AlignmentFlag.AlignLeft)

        self.list.add_asked.connect(self._add)
        self.list.edit_asked.connect(self._edit)
        self.list.remove_asked.connect(self._remove)
        self.list.move_asked.connect(self._move)
        self.ask_event_rule.clicked.connect(self._edit_event_rule)

    def show_event(self, event: Event) -> None:
        """Show each line of credit with its rule, and when that was changed."""
        if self.kept is None or self.kept.id != event.id:
            self._changes = {}
        super().show_event(event)
        self._show()
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read when rules were changed, when somebody looks."""
        super().showEvent(event)
        self._read()

    def _show(self) -> None:
        assert self.kept is not None  # noqa: S101 - it was shown
        self.list.show_items([self._item(each) for each in self.kept.credits])
        rule, preset = rule_of_event(self.kept), PRESETS.get(self.kept.preset)
        words = self.tr("Asked for the credit: {rule}")
        alike = preset if preset and preset.rule == rule else None
        self.event_rule.setText(words.format(rule=self._said(rule, alike)))
        changed = self._changed(WHOLE_EVENT)
        self.event_rule_changed.setText(changed)
        self.event_rule_changed.setVisible(bool(changed))

    def _item(self, line: CreditLine) -> Item:
        number = self.tr("activity number {number}").format(number=line.activity_number)
        approved = _approved(line)
        facts = (line.category, line.accreditor, line.activity_number and number, approved)
        about = " · ".join(filter(None, facts))
        said = "" if line.rule is None else self._said(line.rule, preset_of(line.rule, line.type))
        said = said or self.tr("As the whole event asks.")
        changed = self._changed(line.id) if line.id else ""
        return Item(str(line), "\n".join(filter(None, (about, said, changed))))

    def _said(self, rule: CreditRule, preset: Preset | None) -> str:
        """Return a rule in words, with the name of the preset that it is."""
        assert self.kept is not None  # noqa: S101 - it was shown
        mandatory = any(each.mandatory for each in self.kept.sessions)
        words = " ".join(map(in_words, rule_summary(rule, mandatory=mandatory)))
        named = self.tr("{rule} ({preset})")
        return named.format(rule=words, preset=preset.name) if preset else words

    def _changed(self, key: int) -> str:
        change = self._changes.get(key)
        if change is None:
            return ""
        words = self.tr("Rule changed on {day} by {who}; before: {rule}")
        when = day_and_time(change.at, self.desk.local_zone)
        return words.format(day=when, who=change.who, rule=change.before)

    def _read(self) -> None:
        if self.kept is not None:
            history, key = self.desk.services.history, self.kept.id
            self.desk.operations.look_up(
                lambda _work: rule_changes(history.entries(about=("event", key), limit=LOOKED_AT)),
                partial(self._show_changes, key),
            )

    def _show_changes(self, key: int, changes: dict[int, RuleChange]) -> None:
        if self.kept is not None and self.kept.id == key and changes != self._changes:
            self._changes = changes
            self._show()

    def _add(self) -> None:
        self._open(CreditLine(USUAL_TYPES[0], Decimal(1)), new=True)

    def _edit(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - a row is there
        self._open(self.kept.credits[row], new=False)

    def _open(self, line: CreditLine, *, new: bool) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        self.dialog = CreditDialog(self.window(), self.desk, self.kept, line, new=new)
        self.dialog.offered.connect(partial(self._keep, line))
        self.open_dialog(self.dialog, f"credit:{line.id or 'new'}")

    def _edit_event_rule(self) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        self.dialog = EventRuleDialog(self.window(), self.desk, self.kept)
        self.dialog.offered.connect(self._keep_event_rule)
        self.open_dialog(self.dialog, "rule")

    def _keep_event_rule(self, made: EventRule) -> None:
        self.edited.emit(
            lambda draft: with_rule(draft, made.rule, made.preset), self.tr("Rule for the credit")
        )

    def _keep(self, was: CreditLine, line: CreditLine) -> None:
        self.edited.emit(keep_in("credits", line, was), str(line))

    def _remove(self, row: int) -> None:
        assert self.kept is not None  # noqa: S101 - the same
        gone = self.kept.credits[row]
        words = self.tr("{credit} removed").format(credit=gone)
        self.edited.emit(remove_from("credits", gone.id), words)

    def _move(self, row: int, to: int) -> None:
        self.edited.emit(move_in("credits", row, to), self.tr("Order of the credit"))


def _approved(line: CreditLine) -> str:
    first, last = (each and day_of(each) for each in (line.approved_from, line.approved_until))
    if first and last:
        words = QCoreApplication.translate("CreditSection", "approved from {first} to {last}")
        return words.format(first=first, last=last)
    if last:
        words = QCoreApplication.translate("CreditSection", "approved until {last}")
        return words.format(last=last)
    if first:
        words = QCoreApplication.translate("CreditSection", "approved from {first}")
        return words.format(first=first)
    return ""

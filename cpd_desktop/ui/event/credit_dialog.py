"""The dialogs that edit a line of credit, and the rule of the whole event."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from cpd_desktop.domain.credit import BAD_AMOUNT, CreditLine
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.presets import rule_of_event
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.event.amounts import AmountEntry
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.entries import NARROW, Entry, LineEntry
from cpd_desktop.ui.event.rule_entry import RuleEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.presets import Preset
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
    """Edits a ``CreditLine`` with its rule."""

    offered = Signal(CreditLine)

    def __init__(
        self, parent: QWidget, desk: Desk, event: Event, line: CreditLine, *, new: bool
    ) -> None:
        translate = QCoreApplication.translate
        self._line = line
        self._new = new
        self._amount = AmountEntry("amount", translate("CreditDialog", "&Amount"))
        self._type = TypeEntry("type", translate("CreditDialog", "&Type of credit"))
        follows = translate("CreditDialog", "As the whole event asks")
        self.rule = RuleEntry(desk, event, rule_of_event(event), self._now, follows=follows)
        rows: list[list[Entry]] = [
            [self._amount, self._type],
            [
                LineEntry("accreditor", translate("CreditDialog", "A&ccreditor")),
                LineEntry("activity_number", translate("CreditDialog", "Activity &number")),
            ],
            [self.rule],
        ]
        super().__init__(parent, line, rows, _problems)
        self.setWindowTitle(self.tr("New credit") if new else self.tr("Edit credit"))
        self.accept_button.setText(self.tr("Add credit") if new else self.tr("Keep credit"))

        self._amount.typed.connect(self.rule.refresh)
        self._type.types.editTextChanged.connect(self.rule.refresh)
        self.rule.presets.chosen.connect(self._suggest_type)

    def _now(self) -> CreditLine:
        """Return the line as it is typed, as far as it is well."""
        try:
            return CreditLine(self._type.raw().strip(), self._amount.value())
        except Invalid:
            return CreditLine(self._type.raw().strip(), self._line.amount)

    def _suggest_type(self) -> None:
        preset = self.rule.presets.preset()
        if self._new and preset is not None and not self._type.touched:
            self._type.show_value(preset.credit_type)


@dataclass(frozen=True, slots=True)
class EventRule:
    """What an event asks for where a line of credit has no rule of its own."""

    rule: CreditRule
    preset: Preset | None = None  # that it began from


class EventRuleDialog(EntryDialog):
    """Edits the rule of the whole event."""

    offered = Signal(EventRule)

    def __init__(self, parent: QWidget, desk: Desk, event: Event) -> None:
        line = next(iter(event.credits), CreditLine(USUAL_TYPES[0], Decimal(1)))
        rule = rule_of_event(event)
        self.rule = RuleEntry(desk, event, rule, lambda: line)
        super().__init__(parent, EventRule(rule), [[self.rule]], lambda _item: {})
        self.setWindowTitle(self.tr("Rule for the whole event"))
        self.accept_button.setText(self.tr("Keep rule"))

    def values(self) -> tuple[dict[str, Any], dict[str, Sentence]]:
        """Add the preset that the rule is."""
        values, problems = super().values()
        return values | {"preset": self.rule.presets.preset()}, problems


def _problems(line: CreditLine) -> Mapping[str, Sentence]:
    problem = line.problem()
    if problem is None:
        return {}
    return {"amount" if problem.template == BAD_AMOUNT.template else "type": problem}

"""The dialogs that edit a line of credit, and the rule of the whole event."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.requirements import requirement_of
from cpd_desktop.domain.credit import (
    BAD_AMOUNT,
    ENDS_FIRST,
    LONG_CATEGORY,
    LONG_NUMBER,
    LONG_STATEMENT,
    CreditLine,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.presets import rule_of_event
from cpd_desktop.domain.settings import Provider
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.calm import CalmComboBox, TextBox
from cpd_desktop.ui.event.amounts import AmountEntry
from cpd_desktop.ui.event.dialog import EntryDialog
from cpd_desktop.ui.event.entries import NARROW, Entry, LineEntry, TextEntry
from cpd_desktop.ui.event.rule_entry import RuleEntry
from cpd_desktop.ui.event.times import DayEntry
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.certificates.requirements import Requirement
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


_BESIDE = {
    BAD_AMOUNT.template: "amount",
    LONG_CATEGORY.template: "category",
    LONG_STATEMENT.template: "statement",
    LONG_NUMBER.template: "provider_number",
    ENDS_FIRST.template: "approved_until",
}


class WordEntry(Entry):
    """A word or a few: those that are usual, or any others."""

    def __init__(self, name: str, words: str, usual: Sequence[str], *, note: str = "") -> None:
        self.choices = CalmComboBox()
        super().__init__(name, words, self.choices, note=note, width=NARROW * 2)
        self.line = QLineEdit()
        self.line.setAccessibleName(self.words)
        self.choices.setEditable(True)
        self.choices.setLineEdit(self.line)
        self.choices.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.choices.addItems(usual)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.entered)
        self.choices.activated.connect(self.entered)

    def raw(self) -> str:
        """Return the words."""
        return self.choices.currentText()

    def show_raw(self, raw: str) -> None:
        """Show the words."""
        self.choices.setCurrentText(raw)

    def raw_of(self, value: str) -> str:
        """Return the words themselves."""
        return value

    def value(self) -> str:
        """Return the words without stray spaces."""
        return " ".join(self.raw().split())

    def say(self, problem: Sentence | None) -> None:
        """Show what is wrong, also to somebody who hears the field."""
        super().say(problem)
        self.line.setAccessibleDescription(self.control.accessibleDescription())


class StatementEntry(TextEntry):
    """What an accreditor wants printed; the usual words are a start where there are some."""

    def __init__(self, name: str, words: str, *, note: str) -> None:
        box, both = TextBox(), QWidget()
        text = QCoreApplication.translate("StatementEntry", "Begin with the usual statement")
        self.usual = button(text, "quiet")
        self.usual.setAccessibleName(text)
        inside = QVBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        inside.addWidget(box)
        inside.addLayout(FlowRow(self.usual))
        super().__init__(name, words, lines=3, note=note, control=both, box=box)

    def say(self, problem: Sentence | None) -> None:
        """Show what is wrong, also to somebody who hears the field."""
        super().say(problem)
        self.box.setAccessibleDescription(self.control.accessibleDescription())


class CreditDialog(EntryDialog):
    """Edits a ``CreditLine`` with its rule."""

    offered = Signal(CreditLine)

    def __init__(
        self, parent: QWidget, desk: Desk, event: Event, line: CreditLine, *, new: bool
    ) -> None:
        translate = QCoreApplication.translate
        self._line = line
        self._new = new
        self._desk, self._of_event = desk, event.preset
        self._amount = AmountEntry("amount", translate("CreditDialog", "&Amount"))
        self._type = WordEntry("type", translate("CreditDialog", "&Type of credit"), USUAL_TYPES)
        follows = translate("CreditDialog", "As the whole event asks")
        self.rule = RuleEntry(desk, event, rule_of_event(event), self._now, follows=follows)
        rows: list[list[Entry]] = [
            [self._amount, self._type],
            [self.rule],
            *self._accredited(event),
        ]
        super().__init__(parent, line, rows, _problems)
        self.setWindowTitle(self.tr("New credit") if new else self.tr("Edit credit"))
        self.accept_button.setText(self.tr("Add credit") if new else self.tr("Keep credit"))

        self._amount.typed.connect(self.rule.refresh)
        self._type.choices.editTextChanged.connect(self.rule.refresh)
        self.rule.presets.chosen.connect(self._suggest)
        self._statement.usual.clicked.connect(self._ask_provider)
        self._show_usual()

    def _accredited(self, event: Event) -> list[list[Entry]]:
        """Return the fields of what an accreditor wants told."""
        translate = QCoreApplication.translate
        asked, today = requirement_of(event.preset), wall_time(event.starts, event.zone).date()
        self._statement = StatementEntry(
            "statement",
            translate("CreditDialog", "Accreditor's &statement"),
            note=translate("CreditDialog", "Printed word for word on the certificate."),
        )
        return [
            [
                LineEntry("accreditor", translate("CreditDialog", "A&ccreditor")),
                LineEntry("activity_number", translate("CreditDialog", "Activity &number")),
            ],
            [
                WordEntry(
                    "category",
                    translate("CreditDialog", "Cate&gory"),
                    ("", *asked.categories),
                    note=translate("CreditDialog", "Such as the field of study."),
                ),
                LineEntry(
                    "provider_number",
                    translate("CreditDialog", "Pro&vider number"),
                    note=translate("CreditDialog", "If it is not the one of the settings."),
                ),
            ],
            [self._statement],
            [
                DayEntry("approved_from", translate("CreditDialog", "Approved &from"), today),
                DayEntry("approved_until", translate("CreditDialog", "Approved &until"), today),
            ],
        ]

    def _now(self) -> CreditLine:
        """Return the line as it is typed, as far as it is well."""
        try:
            return CreditLine(self._type.raw().strip(), self._amount.value())
        except Invalid:
            return CreditLine(self._type.raw().strip(), self._line.amount)

    def _asked(self) -> Requirement:
        """Return what the body wants whose rule was chosen, else that of the whole event."""
        preset = self.rule.presets.preset()
        return requirement_of(preset.key if preset else self._of_event)

    def _show_usual(self) -> None:
        self._statement.usual.setVisible(bool(self._asked().wording))

    def _ask_provider(self) -> None:
        settings = self._desk.services.settings
        self._desk.operations.look_up(lambda _work: settings.get(Provider), self._begin_statement)

    def _begin_statement(self, provider: Provider) -> None:
        """Show the usual statement, to be edited."""
        told = self._asked().statement(provider.provider or "…", self._now().amount)
        self._statement.show_raw(told)
        self._statement.typed.emit()
        self._statement.setFocus()

    def _suggest(self) -> None:
        self._show_usual()
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
    return {_BESIDE.get(problem.template, "type"): problem}

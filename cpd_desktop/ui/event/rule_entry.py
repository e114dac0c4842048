"""The rule of a line of credit or of an event: where it starts from, its parts, what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.rule_summary import (
    minutes_taught,
    rule_summary,
    sittings_of,
    tried,
)
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.presets import preset_of
from cpd_desktop.ui.calm import CalmSpinBox
from cpd_desktop.ui.event.entries import WIDE, Entry
from cpd_desktop.ui.event.preset_box import FOLLOWS, OTHER, PresetBox
from cpd_desktop.ui.event.rule_form import RuleForm
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.ui.desk import Desk

MOSTLY = 80  # percent of the event, to begin an example with


class RuleTrial(QFrame):
    """Says in words what a rule asks, and what it gives to somebody who attends so long."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._zone = event.zone
        self._sittings = sittings_of(event.sessions)
        self._mandatory = any(each.mandatory for each in event.sessions)
        self._shown: tuple[CreditRule, CreditLine] | None = None
        self.says = label("")
        self.minutes = CalmSpinBox()
        self.minutes.setRange(0, minutes_taught(self._sittings))
        self.minutes.setValue(self.minutes.maximum() * MOSTLY // 100)
        words = QLabel(self.tr("Example: minutes attended"))
        words.setBuddy(self.minutes)
        self.minutes.setAccessibleName(words.text())
        self.earned = label("")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(words)
        row.addWidget(self.minutes)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.says)
        layout.addLayout(row)
        layout.addWidget(self.earned)
        self.minutes.valueChanged.connect(self._try)

    def show_rule(self, rule: CreditRule, line: CreditLine) -> None:
        """Show what a rule does for a line of credit."""
        self._shown = (rule, line)
        told = rule_summary(rule, mandatory=self._mandatory)
        self.says.setText(" ".join(map(in_words, told)))
        self._try()

    def _try(self) -> None:
        if self._shown is None:
            return
        rule, line = self._shown
        minutes, most = self.minutes.value(), self.minutes.maximum()
        found = tried(rule, line, self._sittings, minutes, self._zone)
        earns = str(CreditLine(line.type, found.credit)) if found.eligible else self.tr("no credit")
        words = self.tr("With {minutes} of {most} minutes: {earns}.")
        told = [words.format(minutes=minutes, most=most, earns=earns)]
        told += [in_words(each) for each in found.reasons]
        self.earned.setText(" ".join(told))


class RuleEntry(Entry):
    """A rule as a field; without one of its own, what it ``follows`` holds.

    ``line`` gives the line of credit as it is typed now, for the example.
    """

    def __init__(
        self,
        desk: Desk,
        event: Event,
        usual: CreditRule,
        line: Callable[[], CreditLine],
        *,
        follows: str = "",
    ) -> None:
        self._usual = usual
        self._line = line
        self.presets = PresetBox(desk, follows=follows)
        self.form = RuleForm(several=len(event.sessions) > 1)
        self.trial = RuleTrial(event)
        control = QWidget()
        inside = QVBoxLayout(control)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        for each in (self.presets, self.trial, self.form):
            inside.addWidget(each)
        words = QCoreApplication.translate("RuleEntry", "&Rule for the credit")
        super().__init__("rule", words, control, width=WIDE + GRID)
        self.setMaximumWidth(control.maximumWidth())
        self.setFocusProxy(self.presets)
        self.presets.box.setAccessibleName(self.words)
        self.presets.offers(self._to_save)

        self.presets.chosen.connect(self._begin)
        self.presets.own_read.connect(self._recognise)
        self.form.changed.connect(self._changed)

    def raw(self) -> dict[str, Any]:
        """Return what is chosen and entered."""
        return {"preset": self.presets.key(), **self.form.raw()}

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Show what was chosen and entered once."""
        self.presets.show_key(str(raw["preset"]))
        self.form.show_raw(raw)
        self.refresh()

    def raw_of(self, value: CreditRule | None) -> dict[str, Any]:
        """Return how a rule is entered: as its preset, if it is one's."""
        if value is None:
            return {"preset": FOLLOWS, **self.form.raw_of(self._usual)}
        found = preset_of(value, self._line().type, self.presets.own)
        return {"preset": found.key if found else OTHER, **self.form.raw_of(value)}

    def value(self) -> CreditRule | None:
        """Return the rule, or nothing to follow; raises ``Invalid`` with its fields."""
        return None if self.presets.key() == FOLLOWS else self.form.rule()

    def say(self, problem: Sentence | None) -> None:
        """Show what is wrong beside the field that it is about."""
        try:
            self.value()
        except Invalid as error:
            self.form.say(error.problems)
            self.setFocusProxy(self.form)
            problem = None
        else:
            self.form.say({})
            self.setFocusProxy(self.presets)
        super().say(problem)

    def refresh(self) -> None:
        """Show what is entered in words."""
        self.form.setVisible(self.presets.key() != FOLLOWS)
        try:
            rule = self.value() or self._usual
        except Invalid:
            return
        self.trial.show_rule(rule, self._line())

    def _begin(self, key: str) -> None:
        """Take over what the chosen preset asks."""
        preset = self.presets.preset()
        if preset is not None:
            self.form.show_raw(self.form.raw_of(preset.rule))
        elif key == FOLLOWS:
            self.form.show_raw(self.form.raw_of(self._usual))
        self.refresh()
        self.typed.emit()

    def _changed(self) -> None:
        """Say whether it still is what was chosen."""
        preset = self.presets.preset()
        try:
            if preset is None or self.form.rule() != preset.rule:
                self._recognise()
        except Invalid:
            pass
        self.refresh()
        self.typed.emit()

    def _recognise(self) -> None:
        """Choose the preset that asks for just this; there may be none."""
        if self.presets.key() == FOLLOWS:
            return
        try:
            found = preset_of(self.form.rule(), self._line().type, self.presets.own)
        except Invalid:
            return
        self.presets.show_key(found.key if found else OTHER)

    def _to_save(self) -> tuple[str, CreditRule] | None:
        try:
            return self._line().type, self.value() or self._usual
        except Invalid:
            return None

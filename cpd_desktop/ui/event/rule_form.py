"""Every part of a credit rule as fields, of which only those are shown that matter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.credit_rules import (
    LONGEST,
    MOST_UNIT,
    STEPS,
    WHOLE,
    Award,
    CreditRule,
    Scope,
)
from cpd_desktop.domain.credit import DEFAULT_PERCENT
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.event.amounts import WholeEntry
from cpd_desktop.ui.event.entries import ChoiceEntry, Entry, NumberEntry, TickEntry
from cpd_desktop.ui.event.rule_bands import BandsEntry
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.words import Sentence

MOST_SESSIONS, MOST_INTERACTIONS = 1000, 100
LIMITS = ("longest_gap_minutes", "early_join_minutes", "late_arrival_minutes",
          "early_leave_minutes")  # fmt: skip
MORE = (*LIMITS, "breaks_excluded")
PERCENT, MINUTES, ANY = "percent", "minutes", "any"
TOGETHER, EACH, SOME = "together", "each", "some"


class RuleForm(QWidget):
    """Holds a rule as it is entered; ``changed`` tells of every change."""

    changed = Signal()

    def __init__(self, *, several: bool) -> None:
        super().__init__()
        self._several = several
        self._base = CreditRule()
        self.entries = {each.name: each for each in _entries()}
        self.more = button(self.tr("More about coming and leaving"), "quiet")
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.more.text())
        self._lay_out()
        self.more.toggled.connect(self._show_what_matters)
        for each in self.entries.values():
            each.typed.connect(self._tell)
            each.entered.connect(self._tell)
        self.show_raw(self.raw_of(self._base))

    def raw(self) -> dict[str, Any]:
        """Return what is entered, in a form that a draft can hold."""
        return {name: each.raw() for name, each in self.entries.items()}

    def show_raw(self, raw: Mapping[str, Any]) -> None:
        """Show what was entered once."""
        self.blockSignals(True)  # halfway it is no rule that anybody entered
        for name, each in self.entries.items():
            if name in raw:
                each.show_raw(raw[name])
        self.blockSignals(False)
        self.more.setChecked(self._has_limits())
        self._show_what_matters()

    def raw_of(self, rule: CreditRule) -> dict[str, Any]:
        """Return how a rule is entered; what has no field of its own stays as the rule has it."""
        self._base = rule
        measure = ANY if rule.minimum_percent is None else PERCENT
        measure = MINUTES if rule.minimum_minutes is not None else measure
        counted = EACH if rule.scope is Scope.PER_SESSION else TOGETHER
        counted = SOME if rule.sessions_needed is not None else counted
        values = {
            "measure": measure,
            "counted": counted,
            "minimum_percent": rule.minimum_percent or DEFAULT_PERCENT,
            "minimum_minutes": rule.minimum_minutes or 1,
            "sessions_needed": rule.sessions_needed or 1,
        }
        return {
            name: each.raw_of(values[name] if name in values else getattr(rule, name))
            for name, each in self.entries.items()
        }

    def rule(self) -> CreditRule:
        """Return the rule; raises ``Invalid`` with what is wrong at which field."""
        values: dict[str, Any] = {}
        problems: dict[str, Sentence] = {}
        for name, each in self.entries.items():
            try:
                values[name] = each.value()
            except Invalid as error:
                problems[name] = error.says
        problems = {name: says for name, says in problems.items() if self._matters(name)}
        if problems:
            raise Invalid(problems)
        made = replace(self._base, **self._meant(values))
        if found := made.problems():
            raise Invalid(found)
        return made

    def say(self, problems: Mapping[str, Sentence]) -> None:
        """Show what is wrong beside its field; the focus comes to the first of them."""
        if any(name in MORE for name in problems):
            self.more.setChecked(True)
        for name, each in self.entries.items():
            each.say(problems.get(name))
        first = next((self.entries[name] for name in problems if name in self.entries), None)
        self.setFocusProxy(first or self.entries["measure"])

    def _meant(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what the fields mean together; what does not matter is nothing."""
        measure, counted = values.pop("measure"), values.pop("counted")
        in_bands = values["award"] is Award.BY_BANDS
        if measure != PERCENT or in_bands:
            values["minimum_percent"] = None
        if measure != MINUTES:
            values["minimum_minutes"] = None
        if not in_bands:
            values["bands"] = ()
        values["scope"] = Scope.WHOLE_EVENT if counted == TOGETHER else Scope.PER_SESSION
        if counted != SOME:
            values["sessions_needed"] = None
        elif self._base.sessions_needed is not None:
            values["scope"] = self._base.scope
        for name in ("early_join_minutes", "interactions_per_credit"):
            values[name] = values[name] or 0
        return values

    def _matters(self, name: str) -> bool:
        """Say whether a field means anything beside what is chosen in the others."""
        measure, counted = self.entries["measure"].value(), self.entries["counted"].value()
        award = self.entries["award"].value()
        shared = counted == EACH and award is Award.ADVERTISED
        asked = {
            "measure": award is not Award.BY_BANDS or measure == MINUTES,
            "minimum_percent": measure == PERCENT and award is not Award.BY_BANDS,
            "minimum_minutes": measure == MINUTES,
            "counted": self._several or counted != TOGETHER,
            "sessions_needed": counted == SOME,
            "mandatory_sessions": self._several or not self.entries["mandatory_sessions"].raw(),
            "unit_minutes": award is Award.BY_MINUTES,
            "step": award is not Award.ADVERTISED or shared,
            "bands": award is Award.BY_BANDS,
        }
        return bool(asked.get(name, True))

    def _has_limits(self) -> bool:
        told = (self.entries[name].raw() not in {"", "0"} for name in LIMITS)
        return any(told) or not self.entries["breaks_excluded"].raw()

    def _show_what_matters(self, *_: object) -> None:
        for name, each in self.entries.items():
            each.setVisible(self._matters(name) and (name not in MORE or self.more.isChecked()))

    def _tell(self) -> None:
        self._show_what_matters()
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._add(self.tr("Attendance"), ("measure", "minimum_percent", "minimum_minutes"),
                  ("counted", "sessions_needed"), ("mandatory_sessions",))  # fmt: skip
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add("", LIMITS[:2], LIMITS[2:], MORE[-1:])
        self._add(self.tr("Credit"), ("award",), ("unit_minutes", "step"), ("bands",))
        self._add(self.tr("Also asked"), ("evaluation", "quiz"), ("assignment", "fee"),
                  ("interactions_per_credit",))  # fmt: skip

    def _add(self, title: str, *rows: tuple[str, ...]) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - it was laid out as one
        if title:
            column.addWidget(label(title, "heading"))
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(GRID * 2)
            for name in names:
                row.addWidget(self.entries[name], 1, Qt.AlignmentFlag.AlignTop)
            row.addStretch(0)
            column.addLayout(row)


def _entries() -> list[Entry]:
    return [*_time(), *_limits(), *_credit(), *_besides()]


def _time() -> list[Entry]:
    translate = QCoreApplication.translate
    measures = [
        (PERCENT, translate("RuleForm", "a share of the time")),
        (MINUTES, translate("RuleForm", "a number of minutes")),
        (ANY, translate("RuleForm", "no least time")),
    ]
    counts = [
        (TOGETHER, translate("RuleForm", "the whole event")),
        (EACH, translate("RuleForm", "each session by itself")),
        (SOME, translate("RuleForm", "some of the sessions")),
    ]
    return [
        ChoiceEntry("measure", translate("RuleForm", "Must be attended"), measures),
        NumberEntry("minimum_percent", translate("RuleForm", "At least, in percent"), WHOLE),
        NumberEntry("minimum_minutes", translate("RuleForm", "At least, in minutes"), LONGEST),
        ChoiceEntry("counted", translate("RuleForm", "Counted for"), counts),
        NumberEntry(
            "sessions_needed", translate("RuleForm", "At least so many sessions"), MOST_SESSIONS
        ),
        TickEntry(
            "mandatory_sessions", translate("RuleForm", "Sessions marked mandatory must count")
        ),
    ]


def _limits() -> list[Entry]:
    translate = QCoreApplication.translate
    return [
        WholeEntry("longest_gap_minutes", translate("RuleForm", "Minutes away on end, at most")),
        WholeEntry("early_join_minutes", translate("RuleForm", "Minutes before the start count")),
        WholeEntry("late_arrival_minutes", translate("RuleForm", "Minutes late, at most")),
        WholeEntry("early_leave_minutes", translate("RuleForm", "Minutes left early, at most")),
        TickEntry("breaks_excluded", translate("RuleForm", "Breaks do not count")),
    ]


def _credit() -> list[Entry]:
    translate = QCoreApplication.translate
    awards = [
        (Award.ADVERTISED, translate("RuleForm", "as advertised")),
        (Award.BY_MINUTES, translate("RuleForm", "by the minutes attended")),
        (Award.BY_BANDS, translate("RuleForm", "in bands, such as half of it")),
    ]
    most = translate("RuleForm", "Never more than is advertised.")
    unit = translate("RuleForm", "60; some accreditors take 50.")
    steps = [(step, f"{step:f}") for step in STEPS]
    return [
        ChoiceEntry("award", translate("RuleForm", "Credit is given"), awards, note=most),
        NumberEntry(
            "unit_minutes", translate("RuleForm", "Minutes for 1 credit"), MOST_UNIT, note=unit
        ),
        ChoiceEntry("step", translate("RuleForm", "Rounded down to"), steps),
        BandsEntry("bands", translate("RuleForm", "Partial credit")),
    ]


def _besides() -> list[Entry]:
    translate = QCoreApplication.translate
    return [
        TickEntry("evaluation", translate("RuleForm", "Evaluation done")),
        TickEntry("quiz", translate("RuleForm", "Quiz passed")),
        TickEntry("assignment", translate("RuleForm", "Assignments done")),
        TickEntry("fee", translate("RuleForm", "Fee paid")),
        NumberEntry(
            "interactions_per_credit",
            translate("RuleForm", "Interactions for each credit"),
            MOST_INTERACTIONS,
            none=translate("RuleForm", "none"),
            note=translate("RuleForm", "Answers to polls, codes called out, checks by hand."),
        ),
    ]

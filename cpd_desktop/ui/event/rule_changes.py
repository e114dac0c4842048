"""When a rule for credit was changed, by whom and from what, as the audit trail tells."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.attendance.credit_rules import rule_of
from cpd_desktop.domain.attendance.rule_summary import rule_summary
from cpd_desktop.domain.credit import minimum_of
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.journal import Entry, RowChange

WHOLE_EVENT = 0


class RuleChange(NamedTuple):
    """The latest change of a rule."""

    at: datetime
    who: str
    before: str


def rule_changes(entries: Iterable[Entry]) -> dict[int, RuleChange]:
    """Return the latest change of each line's rule by the line, the event's by ``WHOLE_EVENT``.

    The entries are of one event, the newest first.
    """
    found: dict[int, RuleChange] = {}
    for entry in entries:
        for change in entry.changes():
            key = change.id if change.kind == "credit_line" else WHOLE_EVENT
            if key not in found and _is_of_a_rule(change):
                at = datetime.fromisoformat(entry.at)
                found[key] = RuleChange(at, entry.who, rule_said((change.before or {})["rule"]))
    return found


def rule_said(kept: str | None) -> str:
    """Return the rule of an event or of a line, as it is kept, in words."""
    told: dict[str, Any] = json.loads(kept or "{}")
    if not told:
        return QCoreApplication.translate("deeds", "as the whole event asks")
    if "unit_minutes" in told:
        return " ".join(map(in_words, rule_summary(rule_of(told))))
    if asks := told.get("asks"):
        rule = rule_of(asks).with_minimum(minimum_of(told))
        return " ".join(map(in_words, rule_summary(rule)))
    return str(minimum_of(told))


def _is_of_a_rule(change: RowChange) -> bool:
    told = change.kind in {"credit_line", "event"} and change.before and change.after
    return bool(told) and "rule" in (change.after or {}) and "rule" in (change.before or {})

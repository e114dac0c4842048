"""What is asked for the credit, as JSON and as lines on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.rule_summary import rule_summary
from cpd_desktop.domain.presets import rule_for, rule_of_event

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.events import Event

Content = dict[str, Any]


def rule_content(event: Event) -> Content:
    """Return what an event asks for, and each line of credit."""
    return {
        **_content(event, rule_of_event(event)),
        "preset": event.preset,
        "lines": [
            {
                "credit": str(each),
                "own": each.rule is not None,
                **_content(event, rule_for(event, each)),
            }
            for each in event.credits
        ],
    }


def rule_lines(content: Content) -> list[str]:
    """Return the same in words."""
    lines = [f"version {content['version']}: {' '.join(content['says'])}"]
    lines += [
        f"{each['credit']}: {' '.join(each['says'])}" for each in content["lines"] if each["own"]
    ]
    return lines


def _content(event: Event, rule: CreditRule) -> Content:
    mandatory = any(each.mandatory for each in event.sessions)
    says = [str(each) for each in rule_summary(rule, mandatory=mandatory)]
    return {**rule.kept(), "version": rule.version, "says": says}

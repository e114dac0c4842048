"""`cpd event credit E`: what accreditors want told of a line of credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.credit import CreditLine
    from cpd_desktop.services.services import Services

NO_LINE = Sentence("credit", "The event has no line of credit “{line}”.")
NOT_A_PERIOD = Sentence("credit", "“{text}” is not a period such as 2026-01-01:2026-12-31.")
_TEXTS = ("accreditor", "activity_number", "category", "statement", "provider_number")


def add_credit(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to those of events."""
    told = area.add_parser("credit", help="what accreditors want told", parents=[common])
    told.add_argument("event", type=int, metavar="E")
    told.add_argument("--line", metavar='"CPD hours"', help="else every line of credit")
    told.add_argument("--accreditor", metavar="NAME")
    told.add_argument("--activity-number", metavar="N")
    told.add_argument("--category", metavar="FIELD_OF_STUDY")
    told.add_argument("--statement", metavar="TEXT", help="printed word for word")
    told.add_argument("--provider-number", metavar="N", help="if not that of the settings")
    told.add_argument("--approved", metavar="2026-01-01:2026-12-31|none")
    told.set_defaults(on_core=_credit)


def _credit(core: Services, options: argparse.Namespace) -> Answer:
    event = core.events.get(options.event)
    if options.line and all(each.type != options.line for each in event.credits):
        raise NotFound(NO_LINE.filled(line=options.line))
    changed: dict[str, Any] = {
        name: getattr(options, name) for name in _TEXTS if getattr(options, name) is not None
    }
    if options.approved is not None:
        changed["approved_from"], changed["approved_until"] = _period(options.approved)
    if changed:
        lines = tuple(
            replace(each, **changed) if options.line in (None, each.type) else each
            for each in event.credits
        )
        event = core.events.change(event.id, replace(event.draft(), credits=lines)).value
    content = [_content(each) for each in event.credits]
    return Answer(content, [_line(each) for each in event.credits] or ["No credit."])


def _period(text: str) -> tuple[date | None, date | None]:
    if text == "none":
        return None, None
    first, _, last = text.partition(":")
    try:
        return (date.fromisoformat(first) if first else None,
                date.fromisoformat(last) if last else None)  # fmt: skip
    except ValueError:
        raise Invalid({"approved": NOT_A_PERIOD.filled(text=text)}) from None


def _content(line: CreditLine) -> dict[str, Any]:
    days = (line.approved_from, line.approved_until)
    first, last = (each and each.isoformat() for each in days)
    texts = {name: getattr(line, name) for name in _TEXTS}
    return {"credit": str(line), **texts, "approved_from": first, "approved_until": last}


def _line(line: CreditLine) -> str:
    days = (line.approved_from, line.approved_until)
    period = " to ".join(str(each or "…") for each in days) if any(days) else ""
    texts = (line.category, line.accreditor, line.provider_number, line.activity_number)
    return "  ".join(filter(None, (str(line), *texts, period, line.statement)))

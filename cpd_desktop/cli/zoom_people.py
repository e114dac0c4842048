"""`cpd zoom registrants …`: people registered at Zoom, sent there and brought here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.zoom_words import IN_PART, SYNC_KEYS, add_action, sync_answer
from cpd_desktop.domain.registrants import Verdict

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.registrants import PullReport

COUNTS = ("read", "known", "added", "waitlisted", "updated", "unchanged")
PULL_KEYS = (
    "JSON: {" + ", ".join(COUNTS) + ", cancelled_there: [name], skipped: [{name, email, says}]}."
)


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those of Zoom."""
    people = area.add_parser("registrants", help="people registered at Zoom").add_subparsers(
        metavar="ACTION", required=True
    )
    for name, text, run, keys in (
        ("push", "register people at Zoom as they are here", _push, SYNC_KEYS),
        ("pull", "bring in who registered at Zoom", _pull, PULL_KEYS),
        ("approve", "let people in who registered at Zoom", _decide, SYNC_KEYS),
        ("deny", "refuse people who registered at Zoom", _decide, SYNC_KEYS),
    ):
        each = add_action(people, common, name, text, run, keys=keys)
        each.add_argument("event", type=int, metavar="E")
        if run is _decide:
            each.add_argument("people", nargs="+", metavar="R", help="references, numbers or ids")
            each.set_defaults(verdict=name)


def _push(core: Services, options: argparse.Namespace) -> Answer:
    core.events.get(options.event)
    report = core.sync.run(shown_work(), event_id=options.event, insist=True)
    return sync_answer(core, report, options.event)


def _pull(core: Services, options: argparse.Namespace) -> Answer:
    core.events.get(options.event)
    told = core.registrants.pull(options.event, shown_work()).value
    return Answer(_content(told), _lines(told), IN_PART if told.skipped else 0)


def _decide(core: Services, options: argparse.Namespace) -> Answer:
    ids = [core.registrations.called(options.event, each).id for each in options.people]
    core.registrants.decide(ids, Verdict(options.verdict))
    return _push(core, options)


def _content(told: PullReport) -> dict[str, Any]:
    return {name: getattr(told, name) for name in COUNTS} | {
        "cancelled_there": list(told.cancelled_there),
        "skipped": [
            {"name": each.name, "email": each.email, "says": str(each.says)}
            for each in told.skipped
        ],
    }


def _lines(told: PullReport) -> list[str]:
    counts = ", ".join(f"{getattr(told, name)} {name}" for name in COUNTS)
    lines = [f"From Zoom: {counts}."]
    lines += [f"    cancelled at Zoom, has a place here: {name}" for name in told.cancelled_there]
    lines += [f"    {each.name} {each.email}: {each.says}" for each in told.skipped]
    return lines

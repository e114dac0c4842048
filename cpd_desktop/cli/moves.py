"""`cpd event publish|start|complete|cancel|archive|reopen|postpone|duplicate|repeat …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.cli.event_words import event_content, event_lines
from cpd_desktop.domain.copying import ALL, Copied
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.recurrence import Recurrence
from cpd_desktop.domain.zones import parsed, wall_time

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.services import Services

MOVES = {
    Move.PUBLISH: "open a draft for registration",
    Move.START: "say that it runs now",
    Move.COMPLETE: "say that it is over",
    Move.CANCEL: "call it off",
    Move.ARCHIVE: "put a completed event away",
    Move.REOPEN: "take it out of the archive",
}


def add_actions(actions: Any, common: argparse.ArgumentParser) -> None:
    """Add these actions to those of ``cpd event``."""

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=text, parents=[common])
        parser.add_argument("event", type=int, metavar="E")
        parser.set_defaults(on_core=run)
        return parser

    for move, text in MOVES.items():
        parser = action(str(move), text, _move)
        parser.set_defaults(move=move)
        parser.add_argument("--why", default="", metavar="T")
    action("consequences", "what follows from cancelling or postponing", _consequences)
    postpone = action("postpone", "move all its sessions", _postpone)
    postpone.add_argument("--start", required=True, metavar="2026-11-14T14:00")
    postpone.add_argument("--why", default="", metavar="T")
    duplicate = action("duplicate", "make a draft like it", _duplicate)
    duplicate.add_argument("--start", required=True, metavar="2026-11-14T14:00")
    duplicate.add_argument(
        "--without", action="append", default=[], choices=[str(part) for part in Copied]
    )
    repeat = action("repeat", "make it a series", _repeat)
    repeat.add_argument("--rule", required=True, metavar='"FREQ=WEEKLY;COUNT=6"')


def _answer(event: Event) -> Answer:
    return Answer(event_content(event), event_lines(event))


def _move(core: Services, options: argparse.Namespace) -> Answer:
    return _answer(core.lifecycle.move(options.event, options.move, options.why).value)


def _consequences(core: Services, options: argparse.Namespace) -> Answer:
    listed = [str(each) for each in core.lifecycle.consequences(options.event)]
    return Answer(listed, listed)


def _postpone(core: Services, options: argparse.Namespace) -> Answer:
    starts = parsed(options.start, core.events.get(options.event).zone)
    return _answer(core.lifecycle.postpone(options.event, starts, options.why).value)


def _duplicate(core: Services, options: argparse.Namespace) -> Answer:
    starts = parsed(options.start, core.events.get(options.event).zone)
    parts = ALL - {Copied(part) for part in options.without}
    return _answer(core.copies.duplicate(options.event, starts, parts).value)


def _repeat(core: Services, options: argparse.Namespace) -> Answer:
    event = core.events.get(options.event)
    starts = wall_time(event.starts, event.zone)
    made = core.copies.repeat(event.id, Recurrence(starts, event.zone, options.rule)).value
    events = [core.events.get(each) for each in made]
    lines = [line for each in events for line in event_lines(each)]
    return Answer([event_content(each) for each in events], lines)

"""`cpd calendar …`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("calendar", help="files for calendar programs").add_subparsers(
        metavar="ACTION", required=True
    )
    export = area.add_parser("export", help="write the sessions of an event", parents=[common])
    export.add_argument("event", type=int, metavar="E")
    export.add_argument("--person", metavar="R", help="of this registration alone")
    export.set_defaults(on_core=_export)
    feed = area.add_parser("feed", help="write what can be subscribed to", parents=[common])
    feed.set_defaults(on_core=_feed)
    for each in (export, feed):
        each.add_argument("--out", required=True, type=Path, metavar="F")


def _export(core: Services, options: argparse.Namespace) -> Answer:
    person = None
    if options.person is not None:
        person = core.registrations.called(options.event, options.person).person_id
    count = core.agenda.write_calendar(options.out, event_id=options.event, person_id=person)
    return _written(options.out, count)


def _feed(core: Services, options: argparse.Namespace) -> Answer:
    return _written(options.out, core.agenda.write_feed(options.out))


def _written(path: Path, count: int) -> Answer:
    return Answer({"file": str(path), "sessions": count}, [f"{path}: {count} sessions"])

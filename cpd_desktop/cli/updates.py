"""`cpd updates`: whether there is a new version; nothing is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop import __version__
from cpd_desktop.cli.answer import Answer

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command of this page to the parser."""
    updates = commands.add_parser(
        "updates", help="ask the address in the settings for a new version", parents=[common]
    )
    updates.add_argument("--address", metavar="URL", help="keep this address first")
    updates.set_defaults(on_core=_updates)


def _updates(core: Services, options: argparse.Namespace) -> Answer:
    from dataclasses import replace

    from cpd_desktop.domain.settings import Updates

    if options.address is not None:
        core.settings.put(replace(core.settings.get(Updates), address=options.address))
    note = core.updates.look()
    content: dict[str, Any] = {"version": __version__, "new": None}
    if note is None:
        return Answer(content, [f"There is no version newer than {__version__}."])
    content["new"] = {
        "version": note.version,
        "published": note.published.isoformat(),
        "changes": list(note.changes),
        "page": note.page,
    }
    changes = [f"- {each}" for each in note.changes]
    lines = [f"CPD Desktop {note.version} is there:", *changes, f"Download: {note.page}"]
    return Answer(content, lines)

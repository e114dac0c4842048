"""`cpd backup …` and `cpd undo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli import moving
from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.services.history import NO_ENTRY

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services
    from cpd_desktop.store.backup import Backup
    from cpd_desktop.store.folder import DataFolder


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("backup", help="make, check and restore backups").add_subparsers(
        metavar="ACTION", required=True
    )
    create = area.add_parser("create", help="make and check a backup", parents=[common])
    create.add_argument("--out", type=Path, metavar="F", help="a file or folder of your choice")
    create.set_defaults(on_folder=_create)
    area.add_parser("list", help="list the dated backups", parents=[common]).set_defaults(
        on_folder=_list
    )
    for name, text, run in (
        ("verify", "check every byte of a backup", _verify),
        ("restore", "put a backup in place of the data", _restore),
    ):
        parser = area.add_parser(name, help=text, parents=[common])
        parser.add_argument("file", type=Path, metavar="F")
        parser.set_defaults(on_folder=run)

    moving.add_commands(area, common)

    undo = commands.add_parser("undo", help="take back an entry of the trail", parents=[common])
    undo.add_argument("entry", type=int, nargs="?", metavar="N", help="else the latest one")
    undo.set_defaults(on_core=_undo)


def _content(backup: Backup) -> dict[str, Any]:
    manifest = backup.manifest
    return {
        "file": str(backup.path),
        "made": manifest.made_at,
        "reason": manifest.reason,
        "size": backup.size,
        "format": manifest.format,
        "entries": manifest.journal_entries,
        "files": len(manifest.files),
    }


def _line(backup: Backup) -> str:
    manifest = backup.manifest
    return (
        f"{manifest.made:%Y-%m-%d %H:%M}  {manifest.reason:<14} {backup.size // 1024:>7} kB"
        f"  {backup.path}"
    )


def _create(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.app.core import backups_of, opened

    with opened(folder, face="cpd"):
        made = backups_of(folder).create(options.out)
    return Answer(_content(made), [_line(made), "Checked after writing."])


def _list(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.app.core import backups_of

    _ = options
    listed = backups_of(folder).list()
    lines = [_line(each) for each in listed] or ["No backups yet."]
    return Answer([_content(each) for each in listed], lines)


def _verify(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.app.core import backups_of

    folder.make()
    checked = backups_of(folder).verify(options.file)
    entries = checked.manifest.journal_entries
    lines = [f"Whole: every byte fits. {entries} entries in its audit trail."]
    return Answer(_content(checked) | {"ok": True}, lines)


def _restore(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.app.core import backups_of

    folder.make()
    saved = backups_of(folder).restore(options.file)
    kept = f"How it was before is kept in {saved.path}" if saved else "There was nothing to keep."
    content = {"restored": str(options.file), "before": str(saved.path) if saved else None}
    return Answer(content, [f"Restored {options.file}", kept])


def _undo(core: Services, options: argparse.Namespace) -> Answer:
    number = options.entry if options.entry is not None else core.history.latest()
    if number < 1:
        raise NotFound(NO_ENTRY.filled(entry=number))
    changes = core.history.undo(number)
    touched = {kind: sorted(ids) for kind, ids in changes.touched.items()}
    return Answer({"undone": number, "changed": touched}, [f"Undone: entry {number}."])

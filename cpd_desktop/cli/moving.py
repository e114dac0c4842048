"""`cpd backup move-out` and `cpd backup move-in`: everything, to another computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.secrets import secret_from_stdin

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.moving import Told
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those about backups."""
    out = area.add_parser(
        "move-out",
        help="pack everything for another computer; the passphrase comes on stdin",
        parents=[common],
    )
    out.add_argument("file", type=Path, metavar="F")
    out.set_defaults(on_core=_move_out)
    into = area.add_parser(
        "move-in",
        help="put what was packed in place of the data; the passphrase comes on stdin",
        parents=[common],
    )
    into.add_argument("file", type=Path, metavar="F")
    into.add_argument("--check", action="store_true", help="only check every byte of it")
    into.set_defaults(on_folder=_move_in)


def _content(path: Path, told: Told) -> dict[str, Any]:
    return {
        "file": str(path),
        "made": told.made_at,
        "computer": told.computer,
        "size": path.stat().st_size,
        "signing_keys": told.has_keys,
    }


def _lines(told: Told) -> list[str]:
    keys = "Your signing keys are in it." if told.has_keys else "There are no signing keys in it."
    return [keys, "Sign-ins to Zoom, e-mail and Stripe are not: sign in again over there."]


def _move_out(core: Services, options: argparse.Namespace) -> Answer:
    passphrase = secret_from_stdin("Passphrase for the file: ")
    told = core.moving.pack(options.file, passphrase, shown_work())
    lines = [f"Packed and checked: {options.file}", *_lines(told)]
    return Answer(_content(options.file, told), lines)


def _move_in(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import moving_of

    vault_file: str | None = getattr(options, "vault_file", None)
    keychains = Keychains(folder.vault, passphrase_file=vault_file, is_portable=folder.is_portable)
    moving = moving_of(folder, keychains)
    passphrase = secret_from_stdin("Passphrase of the file: ")
    told = moving.look(options.file, passphrase, shown_work())
    content = _content(options.file, told)
    if options.check:
        return Answer(content | {"ok": True}, ["Whole: every byte fits.", *_lines(told)])
    saved = moving.unpack(options.file, passphrase, shown_work())
    kept = f"How it was before is kept in {saved.path}" if saved else "There was nothing to keep."
    before = {"before": str(saved.path) if saved else None}
    lines = [f"Moved in what was packed on {told.computer}.", kept, *_lines(told)]
    return Answer(content | before, lines)

"""The commands there are, and what their failures mean to a script."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from cpd_desktop import __version__
from cpd_desktop.cli import (
    attendance,
    audit,
    billing,
    calendar,
    certificates,
    data,
    events,
    keeping,
    learning,
    mail,
    outbox,
    papers,
    people,
    provider,
    registrations,
    search,
    stripe,
    updates,
    zoom,
)
from cpd_desktop.cli.answer import COULD_NOT, SIGN_IN, say_any_letter
from cpd_desktop.domain.errors import CpdError, Invalid, NeedsSignIn
from cpd_desktop.services.work import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.cli.answer import Answer
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    options = command_parser().parse_args(arguments)
    as_json: bool = getattr(options, "json", False)
    say_any_letter()
    try:
        answer = _answer(options)
        answer.say(sys.stdout, as_json=as_json)
        sys.stdout.flush()
    except CpdError as error:
        return _failed(error, as_json=as_json)
    except (KeyboardInterrupt, Cancelled):
        print("Stopped. Nothing was left half-done.", file=sys.stderr)
        return COULD_NOT
    except BrokenPipeError:
        # The reader, `head` perhaps, has enough; nothing is left to say to it.
        sys.stdout = None
        return 0
    return answer.code


def _answer(options: argparse.Namespace) -> Answer:
    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.adapters.log_file import start_log, stop_log
    from cpd_desktop.app.core import opened
    from cpd_desktop.store.folder import data_folder

    folder = data_folder(getattr(options, "data", None))
    if getattr(options, "on_folder", None):
        on_folder: Callable[[DataFolder, argparse.Namespace], Answer] = options.on_folder
        return on_folder(folder, options)
    vault_file: str | None = getattr(options, "vault_file", None)
    keychains = Keychains(folder.vault, passphrase_file=vault_file, is_portable=folder.is_portable)
    folder.make()
    start_log(folder.logs, "command")
    try:
        with opened(folder, face="cpd", keychains=keychains) as core:
            on_core: Callable[[Services, argparse.Namespace], Answer] = options.on_core
            return on_core(core, options)
    finally:
        stop_log()


def _failed(error: CpdError, *, as_json: bool) -> int:
    from cpd_desktop.adapters.keychains import LOCKED

    code = SIGN_IN if isinstance(error, NeedsSignIn) else COULD_NOT
    print(str(error), file=sys.stderr)
    if error.says == LOCKED:
        print("Or name a file with --vault-passphrase-file.", file=sys.stderr)
    if as_json:
        content: dict[str, object] = {"error": type(error).__name__, "message": str(error)}
        if isinstance(error, Invalid):
            content["problems"] = {name: str(says) for name, says in error.problems.items()}
        print(json.dumps(content, ensure_ascii=False, indent=1))
    return code


def command_parser() -> argparse.ArgumentParser:
    """Return what knows every command, its options and its help."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help="the data folder (else CPD_DATA)")
    common.add_argument("--json", action="store_true", help="answer with one JSON document")
    common.add_argument(
        "--vault-passphrase-file",
        dest="vault_file",
        metavar="F",
        help="opens the encrypted vault where there is no keychain",
    )
    parser = argparse.ArgumentParser(
        prog="cpd",
        description="CPD Desktop without its window.",
        parents=[common],
        epilog="Exit: 0 done, 1 could not, 2 wrong usage, 3 needs sign-in, 4 done in part.",
    )
    parser.add_argument("--version", action="version", version=f"cpd {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    areas = (
        *(data, provider, events, learning, registrations, attendance, certificates, people),
        *(papers, mail, outbox, billing, stripe, zoom, search, calendar, keeping, audit),
        updates,
    )
    for area in areas:
        area.add_commands(commands, common)
    return parser

"""`cpd audit …`: the audit trail, binders for auditors, and how long records are kept."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import COULD_NOT, Answer, shown_work
from cpd_desktop.domain.retention import plain_day

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.journal import Entry
    from cpd_desktop.domain.retention import Retention
    from cpd_desktop.services.retention import DueEvent
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder

IN_PART = 4


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("audit", help="the audit trail and binders").add_subparsers(
        metavar="ACTION", required=True
    )
    export = area.add_parser("export", help="write the audit binder of an event", parents=[common])
    export.add_argument("event", type=int, metavar="E")
    export.add_argument("--out", type=Path, required=True, metavar="ZIP")
    export.set_defaults(on_core=_export)
    verify = area.add_parser(
        "verify", help="check that nothing was altered: the trail, or a binder", parents=[common]
    )
    verify.add_argument("file", type=Path, nargs="?", metavar="ZIP", help="else the audit trail")
    verify.set_defaults(on_folder=_verify)
    lists = area.add_parser("list", help="list the latest entries", parents=[common])
    lists.add_argument("--limit", type=int, default=20, metavar="N")
    lists.set_defaults(on_core=_list)
    due = area.add_parser("due", help="list events that no rule asks to keep", parents=[common])
    due.set_defaults(on_core=_due)
    hold = area.add_parser("hold", help="keep an event longer than its rules", parents=[common])
    hold.add_argument("event", type=int, metavar="E")
    hold.add_argument("--why", required=True, metavar="T")
    hold.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="else until lifted")
    hold.set_defaults(on_core=_hold)
    lift = area.add_parser("lift", help="lift a hold", parents=[common])
    lift.add_argument("event", type=int, metavar="E")
    lift.set_defaults(on_core=_lift)


def _export(core: Services, options: argparse.Namespace) -> Answer:
    written = core.binders.write(options.event, options.out, shown_work())
    faults = [str(each) for each in written.faults]
    content = {
        "file": str(options.out),
        "files": written.files,
        "size": written.size,
        "manifest": written.sha256,
        "faults": faults,
    }
    lines = [f"Written: {options.out}, {written.files} files.", _fingerprint(written.sha256)]
    return Answer(content, [*lines, *faults], IN_PART if faults else 0)


def _fingerprint(sha256: str) -> str:
    return f"SHA-256 of its manifest: {sha256}"


def _verify(folder: DataFolder, options: argparse.Namespace) -> Answer:
    if options.file is not None:
        return _verify_binder(options.file)
    from cpd_desktop.app.core import opened

    with opened(folder, face="cpd") as core:
        entries = core.history.verify(shown_work())
    return Answer({"entries": entries, "ok": True}, [f"{entries} entries, nothing was altered."])


def _verify_binder(file: Path) -> Answer:
    from cpd_desktop.adapters.binder.checking import check_binder

    checked = check_binder(file, shown_work())
    problems = [str(each) for each in checked.problems]
    content = {
        "file": str(file),
        "ok": not problems,
        "files": checked.files,
        "manifest": checked.sha256,
        "problems": problems,
    }
    if problems:
        print(f"The binder is not as it was made: {problems[0]}", file=sys.stderr)
        return Answer(content, problems, COULD_NOT)
    lines = [
        f"Whole: {checked.files} files, and every byte fits the manifest.",
        _fingerprint(checked.sha256),
        "Compare that with what whoever made the binder tells you, to know that it is theirs.",
    ]
    return Answer(content, lines)


def _list(core: Services, options: argparse.Namespace) -> Answer:
    listed = core.history.entries(limit=options.limit)
    lines = [
        f"{each.id:>6}  {each.at}  {each.deed:<18} {each.kind} {each.subject}  {each.who}"
        for each in listed
    ]
    return Answer([_entry_content(each) for each in listed], lines or ["Nothing was done yet."])


def _entry_content(entry: Entry) -> dict[str, Any]:
    return {
        "entry": entry.id,
        "at": entry.at,
        "who": entry.who,
        "deed": entry.deed,
        "kind": entry.kind,
        "id": entry.subject,
        "undoes": entry.undoes,
    }


def _due(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    due = core.keeping.due()
    lines = [line for each in due for line in _due_lines(each)]
    content = [
        {"id": each.id, "title": each.title, "ended": each.ended.isoformat()}
        | _kept_content(each.retention)
        | {"certificates": each.certificates}
        | {"goes": [str(says) for says in each.goes], "stays": [str(says) for says in each.stays]}
        for each in due
    ]
    return Answer(content, lines or ["No event is due for deletion."])


def _due_lines(each: DueEvent) -> list[str]:
    until = plain_day(each.retention.until)
    return [
        f"{each.id:>6}  {each.title}, ended {plain_day(each.ended)}, to be kept until {until}",
        *(f"        goes:  {says}" for says in each.goes),
        *(f"        stays: {says}" for says in each.stays),
    ]


def _kept_content(kept: Retention) -> dict[str, Any]:
    hold = kept.hold
    return {
        "keep_until": kept.until.isoformat(),
        "rule": kept.asks.key if kept.asks else None,
        "hold": None if hold is None else {
            "why": hold.why, "until": hold.until.isoformat() if hold.until else None,
        },
        "says": " ".join(str(each) for each in (kept.says(), kept.hold_says()) if each),
    }  # fmt: skip


def _hold(core: Services, options: argparse.Namespace) -> Answer:
    core.keeping.hold(options.event, options.why, options.until)
    return _kept(core, options.event)


def _lift(core: Services, options: argparse.Namespace) -> Answer:
    core.keeping.lift(options.event)
    return _kept(core, options.event)


def _kept(core: Services, event_id: int) -> Answer:
    content = {"id": event_id} | _kept_content(core.keeping.of(event_id))
    return Answer(content, [str(content["says"])])

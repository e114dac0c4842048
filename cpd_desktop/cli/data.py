"""`cpd demo`, `cpd doctor`, `cpd self-test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, checked, shown_work

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder

SAMPLE_REPORT = "sample-zoom-report.csv"


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    demo = commands.add_parser("demo", help="fill the folder with sample data", parents=[common])
    demo.set_defaults(on_core=_demo)
    doctor = commands.add_parser("doctor", help="look at everything", parents=[common])
    doctor.add_argument("--out", type=Path, metavar="F", help="save the report too")
    doctor.add_argument("--all", action="store_true", help="look at every certificate's file")
    doctor.set_defaults(on_core=_doctor)
    test = commands.add_parser(
        "self-test", help="try every part of the program in a throw-away folder", parents=[common]
    )
    test.set_defaults(on_folder=_self_test)


def _demo(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    events = core.sample.fill().value
    file = core.folder.path / SAMPLE_REPORT
    event = core.sample.write_report(events, file)
    over = core.sample.over(events)
    lines = [
        f"{len(events)} sample events in {core.folder.path}",
        f"A report of Zoom: cpd attendance import {event} {file}",
        f"Over, and everybody signed in: cpd certificate issue {over}",
    ]
    report = {"event": event, "file": str(file)}
    return Answer({"events": events, "report": report, "over": over}, lines)


def _doctor(core: Services, options: argparse.Namespace) -> Answer:
    answer = checked(core.doctor.checks(shown_work(), whole=options.all))
    if options.out is None:
        return Answer(answer.content, answer.lines)
    from cpd_desktop.store.files import write_whole

    write_whole(options.out, core.doctor.report(whole=options.all).encode())
    saved = f"Saved in {options.out}. Read it before you send it to anybody."
    return Answer(answer.content | {"file": str(options.out)}, [*answer.lines, saved])


def _self_test(folder: DataFolder, options: argparse.Namespace) -> Answer:
    from cpd_desktop.app.self_test import self_test

    _ = folder, options
    return checked(self_test(shown_work()))

"""`cpd registration import` and `export`: whole lists of people, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.domain.registrations import Entered

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.lists import Told
    from cpd_desktop.services.services import Services

IN_PART = 4


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands to those about registrations."""
    bring = area.add_parser("import", help="register the people on a list", parents=[common])
    bring.add_argument("event", type=int, metavar="E")
    bring.add_argument("file", type=Path, metavar="FILE", help="CSV, TSV or XLSX")
    bring.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column tells a field (name, email, …) or question; empty: none does",
    )
    bring.add_argument("--sheet", metavar="S", help="which sheet of a workbook")
    bring.add_argument("--dry-run", action="store_true", help="only say what would be done")
    bring.set_defaults(on_core=_import)
    export = area.add_parser("export", help="write the places to a file", parents=[common])
    export.add_argument("event", type=int, metavar="E")
    export.add_argument("file", type=Path, metavar="FILE", help="ends with .csv or .xlsx")
    export.set_defaults(on_core=_export)


def _import(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.domain.lists import map_with

    lists, event = core.registration_import, options.event
    questions = lists.questions(event)
    with core.sheets.open_sheet(options.file, sheet=options.sheet) as sheet:
        found = lists.map_for(event, sheet)
        columns = map_with(found, options.map, sheet.source.headers, questions)
        if options.dry_run:
            told = lists.rehearse(event, sheet, columns, shown_work())
        else:
            done = lists.bring_in(event, sheet, columns, shown_work(), path=options.file)
            told = done.value
    return Answer(_content(told), _lines(told), IN_PART if told.refused else 0)


def _export(core: Services, options: argparse.Namespace) -> Answer:
    count = core.registration_export.write(options.event, options.file, shown_work())
    content = {"file": str(options.file), "written": count}
    return Answer(content, [f"{count} written to {options.file}"])


def _content(told: Told) -> dict[str, Any]:
    return {
        "read": told.read,
        **{str(entered): told.count(entered) for entered in Entered},
        "errors": [
            {"row": each.row, "column": each.column, "message": str(each.message)}
            for each in told.errors
        ],
    }


def _lines(told: Told) -> list[str]:
    counts = ", ".join(f"{told.count(entered)} {entered}" for entered in Entered)
    lines = [f"{told.read} rows: {counts}, {told.refused} left out"]
    for each in told.errors:
        column = f", {each.column}" if each.column else ""
        lines.append(f"Row {each.row}{column}: {each.message}")
    return lines

"""`cpd certificate issue|list|export|time-stamp|revoke|replace|statement …`, and their proof."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.certificate_proof import add_proof_commands
from cpd_desktop.cli.certificate_storage import add_storage_commands
from cpd_desktop.cli.certificate_words import (
    certificate_content,
    certificate_line,
    issue_content,
    issue_lines,
    plan_content,
    plan_lines,
    stamp_content,
    stamp_line,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.services import Services

IN_PART = 4
NOT_A_DAY = Sentence("certificates", "“{text}” is not a day such as 2026-10-14.")


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("certificate", help="issue and look after certificates")
    actions = area.add_subparsers(metavar="ACTION", required=True)

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    issue = action("issue", "issue to all who earned one, or to some", _issue)
    issue.add_argument("event", type=int, metavar="E")
    issue.add_argument("--template", default="", metavar="T", help="its name, file name or id")
    issue.add_argument("--to", metavar="R,R…", help="references, numbers or ids")
    issue.add_argument("--dry-run", action="store_true", help="only tell what would be done")
    lists = action("list", "list certificates", _list)
    lists.add_argument("event", type=int, nargs="?", metavar="E")
    lists.add_argument("--person", type=int, metavar="P")
    lists.add_argument("--search", default="", metavar="WORDS")
    export = action("export", "write the PDF files into a folder or a ZIP file", _export)
    export.add_argument("event", type=int, metavar="E")
    export.add_argument("--out", type=Path, required=True, metavar="DIR_OR_ZIP")
    export.add_argument("--all", action="store_true", help="also those that no longer count")
    export.add_argument(
        "--time-stamped", action="store_true", help="copies with their time stamps, where they are"
    )
    stamp = action("time-stamp", "ask the service in the settings for time stamps", _time_stamp)
    stamp.add_argument("event", type=int, metavar="E")
    badge = action("badge", "write a badge as JSON-LD with a proof", _badge)
    badge.add_argument("number", metavar="N")
    badge.add_argument("--out", type=Path, required=True, metavar="F")
    for name, text, run in (
        ("revoke", "end a certificate for good", _revoke),
        ("replace", "issue a corrected certificate and end the old one", _replace),
    ):
        ended = action(name, text, run)
        ended.add_argument("number", metavar="N")
        ended.add_argument("--why", required=True, metavar="T")
    statement = action("statement", "all credits of a person in a period, as PDF", _statement)
    statement.add_argument("person", type=int, metavar="PERSON")
    statement.add_argument("--from", dest="first", required=True, metavar="2026-01-01")
    statement.add_argument("--to", dest="last", required=True, metavar="2026-12-31")
    statement.add_argument("--out", type=Path, required=True, metavar="F")
    templates = action("templates", "list the templates", _templates)
    templates.set_defaults(on_core=_templates)
    add_proof_commands(actions, common)
    add_storage_commands(actions, common)


def _issue(core: Services, options: argparse.Namespace) -> Answer:
    to = None
    if options.to is not None:
        texts = filter(None, map(str.strip, options.to.split(",")))
        to = [core.registrations.called(options.event, each).id for each in texts]
    if options.dry_run:
        plan = core.certificates.plan(options.event, options.template, to, shown_work())
        return Answer(plan_content(plan), plan_lines(plan))
    done = core.certificates.issue(shown_work(), options.event, options.template, to).value
    content = issue_content(done, core.certificate_register.place)
    held = bool(done.plan.missing or done.failed or done.stopped)
    return Answer(content, issue_lines(done), IN_PART if held else 0)


def _content(core: Services, issued: Certificate, file: Path | None = None) -> dict[str, Any]:
    return certificate_content(issued, file or core.certificate_register.place(issued))


def _list(core: Services, options: argparse.Namespace) -> Answer:
    register = core.certificate_register
    if options.event is not None:
        core.events.get(options.event)
    ids = register.ids(options.search, event_id=options.event, person_id=options.person)
    found = sorted(register.listed(ids).values(), key=lambda each: each.id)
    lines = [certificate_line(each) for each in found] or ["No certificates."]
    stamps = core.time_stamps.of(each.id for each in found)
    content = [_content(core, each) | stamp_content(stamps.get(each.id)) for each in found]
    return Answer(content, lines)


def _time_stamp(core: Services, options: argparse.Namespace) -> Answer:
    chosen = _valid(core, options.event)
    made = core.time_stamps.add(shown_work(), chosen).value
    stamps = core.time_stamps.of(each.id for each in chosen)
    content = [
        {"number": each.number, "new": each.id in made} | stamp_content(stamps.get(each.id))
        for each in chosen
    ]
    lines = [f"{len(made)} time stamps added"]
    lines += [f"{each.number}  {stamp_line(stamps.get(each.id))}" for each in chosen]
    return Answer(content, lines)


def _valid(core: Services, event: int) -> list[Certificate]:
    core.events.get(event)
    return [each for each in core.certificate_register.of_event(event) if not each.ended_at]


def _export(core: Services, options: argparse.Namespace) -> Answer:
    core.events.get(options.event)
    register = core.certificate_register
    found = register.of_event(options.event)
    chosen = [each for each in found if options.all or not each.ended_at]
    pdf = core.time_stamps.pdf if options.time_stamped else None
    paths = register.export(chosen, options.out, shown_work(), pdf)
    pairs = list(zip(chosen, paths, strict=True))
    lines = [f"{len(paths)} certificates in {options.out}"]
    return Answer([_content(core, each, path) for each, path in pairs], lines)


def _badge(core: Services, options: argparse.Namespace) -> Answer:
    issued = core.certificate_register.called(options.number)
    core.badges.write_proven(issued, options.out)
    return Answer(_content(core, issued, options.out), [f"Written: {options.out}"])


def _revoke(core: Services, options: argparse.Namespace) -> Answer:
    ended = core.certificates.revoke(options.number, options.why).value
    return Answer(_content(core, ended), [certificate_line(ended)])


def _replace(core: Services, options: argparse.Namespace) -> Answer:
    made = core.certificates.replace(options.number, options.why).value
    return Answer(_content(core, made), [certificate_line(made)])


def _statement(core: Services, options: argparse.Namespace) -> Answer:
    core.statements.write(options.person, _day(options.first), _day(options.last), options.out)
    told = {"file": str(options.out), "size": options.out.stat().st_size}
    return Answer(told, [f"Written: {options.out}"])


def _templates(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found = core.templates.listed()
    content = [
        {
            "id": each.id,
            "name": each.name,
            "built_in": each.built_in,
            "version": each.version,
            "issued": each.issued,
        }
        for each in found
    ]
    return Answer(content, [f"{each.built_in or each.id!s:<12} {each.name}" for each in found])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid({"day": NOT_A_DAY.filled(text=text)}) from None

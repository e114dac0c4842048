"""`cpd registration …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli import registration_import
from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("registration", help="people's places on events").add_subparsers(
        metavar="ACTION", required=True
    )
    add = area.add_parser("add", help="give a person a place", parents=[common])
    add.add_argument("event", type=int, metavar="E")
    add.add_argument("--name", required=True)
    add.add_argument("--email", default="")
    add.add_argument("--reference")
    add.set_defaults(on_core=_add)
    lists = area.add_parser("list", help="list the places on an event", parents=[common])
    lists.add_argument("event", type=int, metavar="E")
    lists.set_defaults(on_core=_list)
    registration_import.add_commands(area, common)


def _content(each: Registration) -> dict[str, Any]:
    return {
        "id": each.id,
        "reference": each.reference,
        "name": each.name,
        "email": each.email,
        "status": str(each.status),
    }


def _line(each: Registration) -> str:
    return f"{each.reference:>8}  {each.name}  {each.email}  ({each.status})"


def _add(core: Services, options: argparse.Namespace) -> Answer:
    given = PersonDraft(options.name, options.email)
    made = core.registrations.add(
        options.event, Newcomer(person=given, reference=options.reference)
    ).value
    return Answer(_content(made), [_line(made)])


def _list(core: Services, options: argparse.Namespace) -> Answer:
    listed = core.registrations.on(options.event)
    lines = [_line(each) for each in listed] or ["Nobody is registered."]
    return Answer([_content(each) for each in listed], lines)

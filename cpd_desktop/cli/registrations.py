"""`cpd registration …`, `cpd checkin …` and `cpd code …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli import registration_import
from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.money import read_money
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer, Payment, RegistrationStatus

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.codes import Code
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.services import Services

S = RegistrationStatus


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    _add_registrations(commands, common)
    _add_codes(commands, common)
    here = commands.add_parser("checkin", help="note that somebody came", parents=[common])
    here.add_argument("event", type=int, metavar="E")
    here.add_argument("registration", metavar="R")
    here.add_argument("--session", type=int, metavar="S", help="else the one on now or next")
    here.set_defaults(on_core=_check_in)


def _add_registrations(commands: Any, common: argparse.ArgumentParser) -> None:
    area = commands.add_parser("registration", help="people's places on events").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.add_argument("event", type=int, metavar="E")
        parser.set_defaults(on_core=run)
        return parser

    add = action("add", "give a person a place", _add)
    add.add_argument("--name", required=True)
    add.add_argument("--email", default="")
    add.add_argument("--reference")
    add.add_argument("--code", default="", help="a discount code")
    add.add_argument("--group", default="", help="who this is paid together with")
    action("list", "list the places on an event", _list)
    registration_import.add_commands(area, common)
    action("offer", "offer the free places to the first in the waiting line", _offer)
    cancel = action("cancel", "cancel somebody's place", _cancel)
    confirm = action("confirm", "confirm somebody's place, or give it again", _confirm)
    confirm.add_argument("--out-of-turn", action="store_true", help="past those who wait longer")
    pay = action("pay", "note what is known about the money", _pay)
    pay.add_argument(
        "--as",
        dest="payment",
        choices=[str(each) for each in Payment],
        default=str(Payment.PAID),
    )
    for each in (cancel, confirm, pay):
        each.add_argument("registration", metavar="R", help="a reference, a number or an id")


def _add_codes(commands: Any, common: argparse.ArgumentParser) -> None:
    area = commands.add_parser("code", help="discount codes").add_subparsers(
        metavar="ACTION", required=True
    )
    add = area.add_parser("add", help="add a discount code", parents=[common])
    add.add_argument("code", metavar="CODE")
    off = add.add_mutually_exclusive_group(required=True)
    off.add_argument("--percent", type=int, metavar="N")
    off.add_argument("--amount", metavar='"10.00 GBP"')
    add.add_argument("--event", type=int, metavar="E", help="else it holds for every event")
    add.add_argument("--uses", type=int, metavar="N", help="how often at most")
    add.set_defaults(on_core=_add_code)
    lists = area.add_parser("list", help="list discount codes", parents=[common])
    lists.add_argument("--event", type=int, metavar="E", help="those that hold for this event")
    lists.set_defaults(on_core=_list_codes)


def _content(each: Registration) -> dict[str, Any]:
    return {
        "id": each.id,
        "reference": each.reference,
        "name": each.name,
        "email": each.email,
        "status": str(each.status),
        "payment": str(each.payment),
    }


def _line(each: Registration) -> str:
    return f"{each.reference:>8}  {each.name}  {each.email}  ({each.status}, {each.payment})"


def _answer(each: Registration) -> Answer:
    return Answer(_content(each), [_line(each)])


def _add(core: Services, options: argparse.Namespace) -> Answer:
    newcomer = Newcomer(
        person=PersonDraft(options.name, options.email),
        reference=options.reference,
        code=options.code,
        party=options.group,
    )
    return _answer(core.registrations.add(options.event, newcomer).value)


def _list(core: Services, options: argparse.Namespace) -> Answer:
    listed = core.registrations.on(options.event)
    lines = [_line(each) for each in listed] or ["Nobody is registered."]
    return Answer([_content(each) for each in listed], lines)


def _offer(core: Services, options: argparse.Namespace) -> Answer:
    offered = core.registrations.offer(options.event).value
    found = core.registrations.listed(offered)
    listed = [found[key] for key in offered]
    return Answer([_content(each) for each in listed], [_line(each) for each in listed])


def _named(core: Services, options: argparse.Namespace) -> Registration:
    return core.registrations.called(options.event, options.registration)


def _cancel(core: Services, options: argparse.Namespace) -> Answer:
    core.registrations.change_status([_named(core, options).id], S.CANCELLED)
    return _answer(_named(core, options))


def _confirm(core: Services, options: argparse.Namespace) -> Answer:
    ids = [_named(core, options).id]
    return _answer(core.registrations.confirm(ids, out_of_turn=options.out_of_turn).value[0])


def _pay(core: Services, options: argparse.Namespace) -> Answer:
    core.registrations.note_payment([_named(core, options).id], Payment(options.payment))
    return _answer(_named(core, options))


def _check_in(core: Services, options: argparse.Namespace) -> Answer:
    found = _named(core, options)
    session = options.session or core.check_ins.session_now(options.event)
    came = core.check_ins.check_in(session, found.id, How.HAND).value
    here, expected = core.check_ins.counts(options.event)[session]
    content = _content(found) | {
        "session": session,
        "at": came.at.isoformat(),
        "again": came.again,
        "here": here,
        "expected": expected,
    }
    was = " was here already" if came.again else ""
    return Answer(content, [f"{came.name}{was}. {here} of {expected} are here."])


def _code_content(each: Code) -> dict[str, Any]:
    return {
        "id": each.id,
        "code": each.code,
        "percent": each.percent,
        "amount": str(each.amount) if each.amount else None,
        "event": each.event_id,
        "uses": each.uses,
        "used": each.used,
        "active": each.active,
    }


def _code_line(each: Code) -> str:
    off = each.amount if each.percent is None else f"{each.percent}%"
    where = f"event {each.event_id}" if each.event_id else "every event"
    at_most = f" of {each.uses}" if each.uses else ""
    switched = "" if each.active else ", switched off"
    return f"{each.code:>12}  {off} off  {where}, used {each.used}{at_most}{switched}"


def _add_code(core: Services, options: argparse.Namespace) -> Answer:
    amount = None if options.amount is None else read_money(options.amount)
    if options.event is not None:
        core.events.get(options.event)
    draft = CodeDraft(options.code, options.percent, amount, options.event, uses=options.uses)
    made = core.codes.add(draft).value
    return Answer(_code_content(made), [_code_line(made)])


def _list_codes(core: Services, options: argparse.Namespace) -> Answer:
    listed = core.codes.listed(options.event)
    lines = [_code_line(each) for each in listed] or ["No discount codes."]
    return Answer([_code_content(each) for each in listed], lines)

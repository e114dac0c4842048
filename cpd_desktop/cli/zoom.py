"""`cpd zoom connect|status|disconnect` and `cpd network`; the rest of Zoom has its own pages."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli import zoom_meetings, zoom_news, zoom_outcome, zoom_people
from cpd_desktop.cli.answer import SIGN_IN, Answer, shown_work
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.zoom_account import AppKind, ChosenApp

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.network import NetworkCall
    from cpd_desktop.domain.settings import ZoomApp
    from cpd_desktop.domain.zoom_account import Account, Right
    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("zoom", help="meetings at Zoom, and the account").add_subparsers(
        metavar="ACTION", required=True
    )
    connect = area.add_parser("connect", help="sign in through the browser", parents=[common])
    connect.add_argument("--client-id", metavar="ID", help="of an app of your own at Zoom")
    connect.add_argument(
        "--secret", action="store_true", help="that app has a secret, which is read from stdin"
    )
    connect.add_argument(
        "--account", metavar="ID", help="a Server-to-Server app of this account; needs no browser"
    )
    connect.add_argument("--host", metavar="EMAIL", help="whose meetings, with --account")
    connect.set_defaults(on_core=_connect)
    for name, text, run in (
        ("status", "whether it is connected, and as whom", _status),
        ("disconnect", "tell Zoom that it is over, and forget the sign-in", _disconnect),
    ):
        area.add_parser(name, help=text, parents=[common]).set_defaults(on_core=run)
    for page in (zoom_meetings, zoom_people, zoom_outcome, zoom_news):
        page.add_commands(area, common)
    log = commands.add_parser("network", help="the calls over the network", parents=[common])
    log.add_argument("--limit", type=int, default=50, metavar="N")
    log.set_defaults(on_core=_network)


def _connect(core: Services, options: argparse.Namespace) -> Answer:
    account = core.zoom_account
    secret = secret_from_stdin("Client secret: ") if options.secret else None
    chosen = ChosenApp(_chosen(account.app(), options), secret)
    done = account.connect(chosen, shown_work(), show=_show)
    return _answer(done.value)


def _chosen(kept: ZoomApp, options: argparse.Namespace) -> ZoomApp:
    """Return the app that the options name, else the one chosen before."""
    if options.account:
        kind = AppKind.SERVER
    elif options.secret:
        kind = AppKind.OWN
    elif options.client_id:
        kind = AppKind.PUBLIC
    else:
        return kept
    return replace(
        kept,
        kind=kind.value,
        client_id=options.client_id or kept.client_id,
        account_id=options.account or "",
        host=(options.host or kept.host) if options.account else "",
    )


def _show(address: str, opened: bool) -> None:  # noqa: FBT001 - as the port says it
    first = "Sign in on the page in your browser. If there is none, open this address:"
    alone = "No browser could be opened. Open this address yourself, on this computer:"
    print(f"{first if opened else alone}\n{address}", file=sys.stderr, flush=True)


def _status(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    try:
        return _answer(core.zoom_account.look(shown_work()).value)
    except Unavailable as error:
        answer = _answer(core.zoom_account.status())
        content = answer.content | {"message": str(error)}
        return replace(answer, content=content, lines=[*answer.lines, str(error)])


def _disconnect(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    told = core.zoom_account.disconnect().value
    says = (
        "Disconnected: Zoom was told, and nothing is kept here."
        if told
        else "Nothing is kept here. Zoom was not told: look there, under Added Apps, whether"
        " CPD Desktop is still listed."
    )
    return Answer({"state": "not connected", "zoom_told": told}, [says])


def _network(core: Services, options: argparse.Namespace) -> Answer:
    calls = core.network_log.latest(options.limit)
    lines = [_line(each) for each in calls]
    return Answer([_call(each) for each in calls], lines or ["Nothing was contacted yet."])


def _answer(account: Account) -> Answer:
    needed, optional = _split(account.lacks)
    profile = account.profile
    content = {
        "state": account.standing.value,
        "app": account.app.kind,
        "client_id": account.app.client_id,
        "name": profile.name if profile else None,
        "email": profile.email if profile else None,
        "plan": profile.plan.value if profile else None,
        "zone": profile.zone if profile else None,
        "account": profile.account if profile else None,
        "since": account.since.isoformat() if account.since else None,
        "message": " ".join(map(str, account.why)) if account.why else None,
        "missing": needed,
        "optional": optional,
    }
    return Answer(content, _lines(account), 0 if account.is_connected else SIGN_IN)


def _lines(account: Account) -> list[str]:
    if not account.is_connected:
        why = map(str, account.why) if account.why else ["Connect with: cpd zoom connect"]
        return [f"Zoom: {account.standing}.", *why]
    profile = account.profile
    lines = ["Zoom: connected."]
    if profile:
        lines += [
            f"    {profile.name} <{profile.email}>",
            f"    plan {profile.plan or 'not told'}, {profile.zone}, account {profile.account}",
        ]
    if account.since:
        lines.append(f"    since {account.since:%Y-%m-%d %H:%M} UTC")
    for right in account.lacks:
        lacks = "Optional, not allowed" if right.optional else "The app at Zoom may not"
        lines.append(f"    {lacks}: {right.purpose} ({', '.join(right.scopes)})")
    return lines


def _split(lacks: tuple[Right, ...]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    told = [(each.optional, _right(each)) for each in lacks]
    return [right for more, right in told if not more], [right for more, right in told if more]


def _right(right: Right) -> dict[str, Any]:
    return {"for": str(right.purpose), "scopes": list(right.scopes)}


def _call(call: NetworkCall) -> dict[str, Any]:
    return {
        "at": call.at.isoformat(),
        "service": call.service,
        "method": call.method,
        "address": call.address,
        "status": call.status,
        "seconds": call.seconds,
        "outcome": call.outcome,
    }


def _line(call: NetworkCall) -> str:
    came = call.status if call.status is not None else call.outcome or "no answer"
    return (
        f"{call.at:%Y-%m-%d %H:%M:%S}  {call.service:<12}  {call.method:<6} {came}"
        f"  {call.seconds:.2f} s  {call.address}"
    )

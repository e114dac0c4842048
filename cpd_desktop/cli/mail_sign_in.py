"""`cpd mail connect|disconnect`: accounts that one signs in to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.account_words import account_content, account_line
from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.secrets import secret_from_stdin

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    connect = area.add_parser("connect", help="sign in through the browser", parents=[common])
    connect.add_argument("name", metavar="NAME")
    connect.add_argument(
        "--secret", action="store_true", help="its app has a secret, which is read from stdin"
    )
    connect.set_defaults(on_core=_connect)
    leave = area.add_parser("disconnect", help="forget the sign-in", parents=[common])
    leave.add_argument("name", metavar="NAME")
    leave.set_defaults(on_core=_disconnect)


def _connect(core: Services, options: argparse.Namespace) -> Answer:
    account = core.mail_accounts.called(options.name)
    secret = secret_from_stdin("Client secret: ") if options.secret else None
    done = core.mail_sign_ins.connect(account.id, shown_work(), show=_show, client_secret=secret)
    note = str(done.note or "")
    lines = [f"Connected: {account_line(done.account)}", *filter(None, [note])]
    return Answer(account_content(done.account) | {"note": note}, lines)


def _disconnect(core: Services, options: argparse.Namespace) -> Answer:
    account = core.mail_accounts.called(options.name)
    told = core.mail_sign_ins.disconnect(account.id)
    says = "Nothing is kept here any more, and the provider was told." if told else (
        "Nothing is kept here any more. The provider was not told: look there, under the apps "
        "that may use your account."
    )  # fmt: skip
    return Answer(account_content(account) | {"told": told}, [says])


def _show(address: str, opened: bool) -> None:  # noqa: FBT001 - as the port says it
    first = "Sign in on the page in your browser. If there is none, open this address:"
    alone = "No browser could be opened. Open this address yourself, on this computer:"
    print(f"{first if opened else alone}\n{address}", file=sys.stderr, flush=True)

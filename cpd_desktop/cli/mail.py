"""`cpd mail account|test|prepare|texts …`."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli import mail_returns, mail_sign_in
from cpd_desktop.cli.account_words import account_answer, account_content, account_line
from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.message_words import message_content, message_line
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.accounts import (
    PACES,
    PRESETS,
    AccountDraft,
    AccountKind,
    Tls,
)
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.messages.texts import MailText, read_text_file
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.faults import disk_in_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from cpd_desktop.services.messages.preparing import Lacking, Prepared
    from cpd_desktop.services.services import Services

COULD_NOT, IN_PART = 1, 4
NOT_A_SERVER = Sentence("mail account", "“{text}” is not a server such as smtp.example.org:587.")
NO_WAY_OUT = Sentence("mail account", "Say where mail goes: --smtp HOST:PORT or --folder DIR.")
_BY_WEB = {
    "microsoft": "Microsoft 365 and Outlook.com; `mail connect` signs in",
    "gmail": "Gmail and Google Workspace; `mail connect` signs in",
    "brevo": "Brevo; its API key is read from stdin",
}
_PORTS = {Tls.NONE: 25, Tls.STARTTLS: 587, Tls.SSL: 465}

_MAILBOX_PORTS = {Tls.NONE: 143, Tls.STARTTLS: 143, Tls.SSL: 993}


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("mail", help="accounts, and making messages").add_subparsers(
        metavar="ACTION", required=True
    )
    _add_accounts(area.add_parser("account", help="through what mail goes out"), common)
    test = area.add_parser("test", help="send a message to oneself now", parents=[common])
    test.add_argument("name", metavar="NAME")
    test.add_argument("--to", default="", metavar="ADDRESS", help="to another address instead")
    test.set_defaults(on_core=_test)
    mail_sign_in.add_commands(area, common)
    mail_returns.add_commands(area, common)
    prepare = area.add_parser(
        "prepare", help="make messages; `outbox send` sends them", parents=[common]
    )
    prepare.add_argument("event", type=int, metavar="E")
    prepare.add_argument("--purpose", choices=[each.value for each in Purpose], required=True)
    prepare.add_argument("--to", metavar="R,R…", help="references, numbers or ids")
    prepare.add_argument("--account", default="", metavar="NAME")
    prepare.add_argument("--language", default="", metavar="en")
    prepare.add_argument("--document", default="", metavar="T", help="what it is about, once each")
    prepare.add_argument("--subject", metavar="T", help="with --text, instead of the kept text")
    prepare.add_argument("--text", metavar="FILE", help="a text with fields in it; - is stdin")
    prepare.add_argument("--link", action="store_true", help="certificates as links, not files")
    prepare.add_argument("--dry-run", action="store_true", help="only tell what would be made")
    prepare.set_defaults(on_core=_prepare)


def _add_accounts(parser: Any, common: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    add = actions.add_parser("add", help="the password is read from stdin", parents=[common])
    add.add_argument("name", metavar="NAME")
    add.add_argument("--smtp", metavar="HOST:PORT")
    add.add_argument("--preset", choices=[each.key for each in PRESETS])
    for kind, text in _BY_WEB.items():
        add.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind, help=text)
    add.add_argument("--folder", metavar="DIR", help="no server: files in a folder")
    add.add_argument("--sign-in", choices=["microsoft", "google"], help="with --smtp: no password")
    add.add_argument("--imap", metavar="HOST:PORT", help="the mailbox that bounces come back to")
    add.add_argument("--imap-tls", choices=[each.value for each in Tls])
    add.add_argument("--copy-sent", action="store_true", help="with --imap: keep copies in Sent")
    add.add_argument("--client-id", default="", metavar="ID", help="of an app of your own")
    add.add_argument("--tls", choices=[each.value for each in Tls])
    add.add_argument("--user", default="", metavar="U")
    add.add_argument("--from", dest="sender", required=True, metavar="F")
    add.add_argument("--from-name", default="", metavar="T")
    add.add_argument("--reply-to", default="", metavar="ADDRESS")
    add.add_argument("--per-day", type=int, metavar="N")
    add.add_argument("--pause", type=float, metavar="SECONDS", help="between two messages")
    add.set_defaults(on_core=_add)
    actions.add_parser("list", help="list accounts", parents=[common]).set_defaults(on_core=_list)
    for name, text, run in (
        ("choose", "make it the usual one", _choose),
        ("remove", "use it no more, and forget its password", _remove),
    ):
        one = actions.add_parser(name, help=text, parents=[common])
        one.add_argument("name", metavar="NAME")
        one.set_defaults(on_core=run)


def _add(core: Services, options: argparse.Namespace) -> Answer:
    draft = _draft(options)
    secret = None
    if draft.kind is AccountKind.BREVO:
        secret = secret_from_stdin("API key: ")
    elif draft.user and not draft.signs_in:
        secret = secret_from_stdin("Password: ")
    return account_answer(core.mail_accounts.add(draft, secret).value)


def _draft(options: argparse.Namespace) -> AccountDraft:
    preset = next((each for each in PRESETS if each.key == options.preset), None)
    tls = Tls(options.tls) if options.tls else preset.tls if preset else Tls.STARTTLS
    host, port = (preset.host, preset.port) if preset else ("", 0)
    if options.smtp:
        host, port = _server(options.smtp, _PORTS[tls])
    if not host and not options.folder and not options.kind:
        raise Invalid({"smtp": NO_WAY_OUT})
    limits = preset.limits if preset else PACES.get(options.kind, Limits())
    if options.per_day is not None:
        limits = limits._replace(per_day=options.per_day)
    if options.pause is not None:
        limits = limits._replace(seconds=options.pause)
    return AccountDraft(
        name=options.name,
        sender=options.sender,
        sender_name=options.from_name,
        kind=_kind(options),
        host=host,
        port=port,
        tls=tls,
        user=options.user,
        reply_to=options.reply_to,
        limits=limits,
        settings=_settings(options),
    )


def _kind(options: argparse.Namespace) -> AccountKind:
    if options.kind:
        return AccountKind(options.kind)
    return AccountKind.FOLDER if options.folder else AccountKind.SMTP


def _settings(options: argparse.Namespace) -> dict[str, str]:
    told = {
        "folder": options.folder,
        "client_id": options.client_id,
        "sign_in": options.sign_in,
    }
    if options.imap:
        tls = Tls(options.imap_tls) if options.imap_tls else Tls.SSL
        host, port = _server(options.imap, _MAILBOX_PORTS[tls])
        told |= {"imap_host": host, "imap_port": str(port), "imap_tls": tls.value}
        told |= {"copy_sent": "yes" if options.copy_sent else ""}
    return {name: value for name, value in told.items() if value}


def _server(text: str, usual: int) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon:
        return text, usual
    if not port.isdecimal():
        raise Invalid({"smtp": NOT_A_SERVER.filled(text=text)})
    return host.strip("[]"), int(port)


def _list(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    found, refused = core.mail_accounts.listed(), core.mail_accounts.refused.all()
    content, lines = [], []
    for each in found:
        why = str(refused.get(each.id, ""))
        content.append(account_content(each) | {"refused": why or None})
        lines.append(f"{account_line(each)}  refused: {why}" if why else account_line(each))
    return Answer(content, lines or ["No mail accounts."])


def _choose(core: Services, options: argparse.Namespace) -> Answer:
    accounts = core.mail_accounts
    accounts.choose(accounts.called(options.name).id)
    return account_answer(accounts.called(options.name))


def _remove(core: Services, options: argparse.Namespace) -> Answer:
    found = core.mail_accounts.called(options.name)
    core.mail_accounts.remove(found.id)
    return Answer(account_content(found), [f"Removed: {found.name}"])


def _test(core: Services, options: argparse.Namespace) -> Answer:
    account = core.mail_accounts.called(options.name)
    came = core.mail_accounts.test(account.id, options.to)
    sent, says = came.outcome is Outcome.SENT, str(came.says or "")
    content = account_content(account) | {"sent": sent, "says": says}
    return Answer(content, [says], 0 if sent else COULD_NOT)


def _prepare(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.services.messages.preparing import Wanted

    to = None
    if options.to is not None:
        texts = filter(None, map(str.strip, options.to.split(",")))
        to = [core.registrations.called(options.event, each).id for each in texts]
    wanted = Wanted(
        event=options.event,
        purpose=Purpose(options.purpose),
        to=to,
        account=options.account,
        language=options.language,
        text=_text(options),
        document=options.document,
        as_link=options.link,
    )
    if options.dry_run:
        plan = core.preparing.plan(wanted, shown_work())
        would = [{"id": None, "to": to, "subject": said.subject} for _, to, said in plan.ready]
        lines = [f"{len(would)} messages would be made, nothing was done."]
        lacks = [_lacking(each) for each in plan.lacking]
        return Answer({"made": would, "lacking": lacks}, [*lines, *_lacking_lines(plan.lacking)])
    done = core.preparing.prepare(shown_work(), wanted, hold=timedelta(0)).value
    return _prepared(done)


def _text(options: argparse.Namespace) -> MailText | None:
    """Return the text that is given with the command, its subject in front if not named."""
    if options.text is None:
        return None
    content = sys.stdin.read() if options.text == "-" else _words_of(Path(options.text))
    if options.subject is None:
        return read_text_file(content)
    return MailText(options.subject, content)


def _words_of(path: Path) -> str:
    with disk_in_words():
        return path.read_text(encoding="utf-8", errors="replace")


def _prepared(done: Prepared) -> Answer:
    content = {
        "messages": [message_content(each) for each in done.made],
        "already": [message_content(each) for each in done.plan.already],
        "lacking": [_lacking(each) for each in done.lacking],
    }
    lines = [f"{len(done.made)} messages wait in the outbox."]
    lines += [message_line(each) for each in done.made]
    lines += [f"Has it already: {message_line(each)}" for each in done.plan.already]
    return Answer(content, [*lines, *_lacking_lines(done.lacking)], IN_PART if done.lacking else 0)


def _lacking(each: Lacking) -> dict[str, Any]:
    return {"registration": each.registration, "name": each.name, "message": str(each.says)}


def _lacking_lines(lacking: Iterable[Lacking]) -> list[str]:
    return [f"No mail for {each.name}: {each.says}" for each in lacking]

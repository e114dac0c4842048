"""`cpd mail returns|find-server`: what came back, and where a domain takes mail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.message_words import return_content, return_line
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.returns import LARGEST
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.faults import disk_in_words

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services

TOO_LARGE = Sentence("mail account", "{file} is no mail: it is larger than 1 MB.")
NOTHING_KNOWN = "Nothing is told about this domain. Look at the help pages of the provider."


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    returns = area.add_parser(
        "returns", help="look for bounces, answers and who wants no news", parents=[common]
    )
    returns.add_argument("--file", metavar="F", help="a saved mail instead of the mailboxes")
    returns.add_argument("--person", type=int, metavar="P", help="only list what came back so far")
    returns.set_defaults(on_core=_returns)
    server = area.add_parser(
        "find-server", help="ask a domain where it takes mail", parents=[common]
    )
    server.add_argument("address", metavar="ADDRESS")
    server.set_defaults(on_core=_find_server)


def _returns(core: Services, options: argparse.Namespace) -> Answer:
    if options.person is not None:
        return _listed(core, options.person)
    if options.file:
        report = core.returns.note(_mail(Path(options.file)))
    else:
        report = core.returns.look(shown_work())
    content = {
        "mailboxes": report.looked,
        "kinds": {kind.value: count for kind, count in report.kinds.items()},
        "messages": report.messages,
    }
    lines = [f"{count} {kind}" for kind, count in report.kinds.items()] or ["Nothing came back."]
    if not report.looked and not options.file:
        lines = ["No account has a mailbox: add one with --imap."]
    return Answer(content, lines)


def _listed(core: Services, person: int) -> Answer:
    found = core.returns.of_person(person)
    content = [return_content(each) for each in found]
    lines = [f"{each.message:>5}{return_line(each)}" for each in found]
    return Answer(content, lines or ["Nothing came back."])


def _mail(path: Path) -> bytes:
    with disk_in_words():
        if path.stat().st_size > LARGEST:
            raise Invalid({"file": TOO_LARGE.filled(file=path.name)})
        return path.read_bytes()


def _find_server(core: Services, options: argparse.Namespace) -> Answer:
    found = core.mail_servers.find(options.address)
    if found is None:
        return Answer({"smtp": None, "imap": None}, [NOTHING_KNOWN])
    content = {
        "smtp": {"host": found.host, "port": found.port, "tls": found.tls.value},
        "user": found.user,
        "imap": {"host": found.imap_host, "port": found.imap_port, "tls": found.imap_tls.value}
        if found.imap_host
        else None,
    }
    lines = [f"Sends through {found.host}:{found.port} {found.tls} as {found.user}"]
    if found.imap_host:
        lines.append(f"Receives at {found.imap_host}:{found.imap_port} {found.imap_tls}")
    return Answer(content, lines)

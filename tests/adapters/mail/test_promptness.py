"""A last line is not held back by the system until a server owns to what came before."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.mail.imap import ImapMailbox
from cpd_desktop.adapters.mail.smtp import SmtpPostman
from cpd_desktop.domain.messages.accounts import MailAccount, Tls
from cpd_desktop.domain.secret import Secret
from tests.fakes.imap import PASSWORD, imap_here
from tests.mail_here import contexts, mail_here

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import FixedClock


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[socket.socket]:
    """Every connection that is made, by a second handle, as TLS takes the first for itself."""
    made: list[socket.socket] = []
    create = socket.create_connection

    def noted(*args: Any, **more: Any) -> socket.socket:
        connection = create(*args, **more)
        made.append(connection.dup())
        return connection

    monkeypatch.setattr(socket, "create_connection", noted)
    return made


def are_prompt(connections: list[socket.socket]) -> bool:
    """Close them all; say whether there was one, and each was told not to wait."""
    told = []
    for each in connections:
        with closing(each):
            told.append(each.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0)
    return bool(told) and all(told)


@pytest.mark.parametrize("tls", Tls)
def test_mails_end_at_once(tmp_path: Path, tls: Tls, connections: list[socket.socket]) -> None:
    theirs, ours = contexts(tmp_path)
    with mail_here(tls=None if tls is Tls.NONE else theirs, wrapped=tls is Tls.SSL) as server:
        account = MailAccount(
            "N", "ada@northern.example", host="127.0.0.1", port=server.port, tls=tls
        )
        with closing(SmtpPostman(account, tls=lambda: ours)) as postman:
            postman.connect()
            assert are_prompt(connections)


def test_copies_end_at_once(clock: FixedClock, connections: list[socket.socket]) -> None:
    with imap_here() as server:
        settings = {"imap_host": "127.0.0.1", "imap_port": str(server.port), "imap_tls": "none"}
        account = MailAccount("N", "ada@northern.example", settings=settings)
        with closing(ImapMailbox(account, Secret(PASSWORD), clock.now)) as box:
            box.connect()
            assert are_prompt(connections)

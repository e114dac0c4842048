"""The mailbox that mail comes back to: looked at, and left as it is."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.mail.imap import ImapMailbox
from cpd_desktop.domain.errors import NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.messages.accounts import MailAccount
from cpd_desktop.domain.messages.returns import LARGEST
from cpd_desktop.domain.secret import Secret
from tests.fakes.imap import PASSWORD, Imap, imap_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.clock import FixedClock

OURS = b"From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\n\r\nSorry\r\n"
THEIRS = b"From: shop@example.org\r\nSubject: Sale\r\n\r\nBuy\r\n"


@pytest.fixture
def server() -> Iterator[Imap]:
    with imap_here() as made:
        made.mails = {3: THEIRS, 5: OURS}
        yield made


@contextmanager
def opened(server: Imap, clock: FixedClock) -> Iterator[ImapMailbox]:
    with closing(mailbox(server, clock)) as made:
        made.connect()
        yield made


def mailbox(server: Imap, clock: FixedClock, password: str = PASSWORD) -> ImapMailbox:
    settings = {"imap_host": "127.0.0.1", "imap_port": str(server.port), "imap_tls": "none"}
    account = MailAccount("N", "ada@northern.example", settings=settings)
    return ImapMailbox(account, Secret(password), clock.now)


def daemon(head: bytes) -> bool:
    return b"MAILER-DAEMON" in head


def test_only_mails_that_concern_us_are_read_as_a_whole(server: Imap, clock: FixedClock) -> None:
    with opened(server, clock) as box:
        assert list(box.arrived("", daemon)) == [("7:3", b""), ("7:5", OURS)]
    assert server.fetched == [5]


def test_a_look_goes_on_where_the_last_one_ended(server: Imap, clock: FixedClock) -> None:
    with opened(server, clock) as box:
        assert list(box.arrived("7:3", daemon)) == [("7:5", OURS)]
        assert list(box.arrived("7:5", daemon)) == []


def test_a_mailbox_that_was_made_anew_is_looked_through_again(
    server: Imap, clock: FixedClock
) -> None:
    server.validity = 8
    with opened(server, clock) as box:
        assert [mark for mark, _ in box.arrived("7:5", daemon)] == ["8:3", "8:5"]


def test_a_mail_that_is_too_large_to_be_a_report_is_not_read(
    server: Imap, clock: FixedClock
) -> None:
    server.mails[5] = OURS + b"x" * LARGEST
    with opened(server, clock) as box:
        assert list(box.arrived("7:3", daemon)) == [("7:5", b"")]
    assert server.fetched == []


def test_a_wrong_password_is_told(server: Imap, clock: FixedClock) -> None:
    with closing(mailbox(server, clock, "wrong")) as box, pytest.raises(NeedsSignIn):
        box.connect()


def test_a_server_that_does_not_keep_copies_says_so(server: Imap, clock: FixedClock) -> None:
    with opened(server, clock) as box, pytest.raises(Unavailable, match="as a mailbox does"):
        box.keep_sent(THEIRS)


def test_no_password_goes_in_the_open_to_another_computer(clock: FixedClock) -> None:
    settings = {"imap_host": "imap.northern.example", "imap_tls": "none"}
    account = MailAccount("N", "ada@northern.example", settings=settings)
    with pytest.raises(NotAllowed):
        ImapMailbox(account, Secret(PASSWORD), clock.now).connect()

"""A real Postfix and a real Dovecot, once: what goes out, what arrives, and what comes back."""

from __future__ import annotations

import imaplib
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from cpd_desktop.adapters.mail.imap import ImapMailbox
from cpd_desktop.domain.errors import NeedsSignIn, Unavailable
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import whole
from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from tests.mail_providers_here import a_letter
from tests.mailing import SENDER, an_account, mailing
from tests.post_here import PASSWORD, PostOffice, post_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.messages.accounts import AccountDraft
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

pytestmark = pytest.mark.slow

NOW = timedelta(0)
# All who are ever written to here, but for one.
NOBODY = "person1@clinic.example"
KNOWN = (SENDER, *(f"person{n}@clinic.example" for n in range(101) if n != 1))


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    with post_here(*KNOWN) as made:
        yield made


def with_mailbox(office: PostOffice, **more: str) -> AccountDraft:
    settings = {"imap_host": "127.0.0.1", "imap_port": str(office.imap), "imap_tls": "none"}
    return an_account(office.smtp, settings=settings | more)


def test_a_bounce_that_a_real_server_wrote_is_attached_and_a_copy_is_kept(
    office: PostOffice, folder: DataFolder, clock: FixedClock
) -> None:
    draft = with_mailbox(office, copy_sent="yes")
    with mailing(folder, clock, "Anna Nowak", "Nobody Here", account=draft) as post:
        core = post.core
        core.mail_accounts.change(post.account.id, draft, Secret(PASSWORD))
        made = post.prepare(hold=NOW).made
        assert core.sending.send(Work()).sent == 2
        by_name = {each.to_name: each for each in made}
        anna, nobody = by_name["Anna Nowak"], by_name["Nobody Here"]
        (arrived,) = office.wait_for(anna.to, 1)
        assert arrived.endswith(core.outbox.content(anna))
        office.wait_for(SENDER, 1)
        report = core.returns.look(Work())
        assert report.kinds == {ReturnKind.BOUNCED: 1}
        (kept,) = core.returns.of_message(nobody.id)
        assert kept.status == "5.1.1"
        assert "unknown user" in kept.words.lower()
        assert core.returns.look(Work()).kinds == {}
        # Dovecot writes lines down as this system ends them, and hands them out as they came.
        sent = [
            path.read_bytes().replace(b"\n", b"\r\n")
            for path in office.maildir(SENDER).glob(".Sent Mail/cur/*")
        ]
        assert sorted(sent) == sorted(core.outbox.content(each) for each in made)


def test_a_hundred_mails_arrive_once_each_as_they_were_made(
    office: PostOffice, folder: DataFolder, clock: FixedClock
) -> None:
    people = [f"Person {number}" for number in range(101)]
    with mailing(folder, clock, *people, account=an_account(office.smtp)) as post:
        core = post.core
        made = [each for each in post.prepare(hold=NOW).made if each.to != NOBODY]
        assert core.sending.send(Work()).sent == 101
        for each in made:
            mails = office.wait_for(each.to, 1)
            # What the server puts on top is its own.
            mine = [mail for mail in mails if each.message_id.encode() in mail]
            (arrived,) = mine
            assert arrived.endswith(core.outbox.content(each))
        assert len(made) == 100


def test_a_wrong_password_at_the_mailbox_is_told(office: PostOffice, clock: FixedClock) -> None:
    account = with_mailbox(office)
    box = ImapMailbox(account, Secret("wrong"), clock.now)  # type: ignore[arg-type] # a draft will do
    with closing(box), pytest.raises(NeedsSignIn, match="refused user or password"):
        box.connect()


def test_a_mailbox_that_is_not_there_is_told(office: PostOffice, clock: FixedClock) -> None:
    account = with_mailbox(office, imap_port="1")
    box = ImapMailbox(account, Secret(PASSWORD), clock.now)  # type: ignore[arg-type] # a draft will do
    with closing(box), pytest.raises(Unavailable, match="cannot be reached"):
        box.connect()


def test_another_reader_of_mails_finds_in_ours_what_was_put_in(office: PostOffice) -> None:
    """Dovecot reads mails by a parser of its own, in another language."""
    name = "Zoë Ångström · certificate no. 7.pdf"
    letter = a_letter(
        to="zoe@clinic.example",
        subject="Ваш сертификат 日本語 " * 6,
        text="First line.\n.\nFrom here on\n" + "x" * 1200,
        attachments=[Attached(name, "a" * 64, 4)],
        reply_to="office@northern.example",
    )
    content = whole(letter.content, lambda _: b"%PDF\x00\xff")
    with imaplib.IMAP4("127.0.0.1", office.imap) as reader:
        reader.login("golden@northern.example", PASSWORD)
        reader.append("INBOX", "", "", content)
        reader.select("INBOX", readonly=True)
        told = str(reader.fetch("1", "(ENVELOPE BODYSTRUCTURE)")[1])
        pdf, text = (_part(reader, number) for number in ("2", "1.1"))
    assert pdf == b"%PDF\x00\xff"
    assert text.decode().splitlines()[:3] == ["First line.", ".", "From here on"]
    assert "x" * 1200 in text.decode()
    for wanted in ('"office" "northern.example"', '"zoe" "clinic.example"', "<1@northern.example>",
                   '"alternative"', '"mixed"', '"application" "pdf"', '"attachment"'):  # fmt: skip
        assert wanted in told
    assert quote(name, safe="") in told


def _part(reader: imaplib.IMAP4, number: str) -> bytes:
    first = reader.fetch("1", f"(BINARY.PEEK[{number}])")[1][0]
    assert isinstance(first, tuple)
    return bytes(first[1])

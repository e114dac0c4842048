"""The postman of SMTP against a real server: protected, signed in, and clear about refusals."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.mail.smtp import SmtpPostman
from cpd_desktop.domain.errors import NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.messages.accounts import MailAccount, Tls
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.messages.ports import Parcel
from tests.mail_here import PASSWORD, TOKEN, USER, contexts, mail_here

if TYPE_CHECKING:
    from pathlib import Path

    from tests.mail_here import MailServer


def account(server: MailServer, tls: Tls = Tls.NONE, user: str = "") -> MailAccount:
    return MailAccount(
        "Northern", "ada@northern.example", host="127.0.0.1", port=server.port, tls=tls, user=user
    )


def a_parcel(
    to: str = "anna@clinic.example", content: bytes = b"Subject: x\r\n\r\n.\r\n"
) -> Parcel:
    return Parcel("<1@northern.example>", "ada@northern.example", to, content)


@pytest.mark.parametrize("tls", [Tls.STARTTLS, Tls.SSL])
def test_mail_goes_over_a_protected_connection_after_signing_in(tmp_path: Path, tls: Tls) -> None:
    theirs, ours = contexts(tmp_path)
    signs_in = tls is Tls.STARTTLS
    with mail_here(tls=theirs, sign_in=signs_in, wrapped=tls is Tls.SSL) as server:
        made = SmtpPostman(
            account(server, tls, USER if signs_in else ""), Secret(PASSWORD), tls=lambda: ours
        )
        with closing(made) as postman:
            postman.connect()
            assert postman.hand_over(a_parcel()).outcome is Outcome.SENT
            assert postman.is_ready
    assert server.told() == ["anna@clinic.example"]


@pytest.mark.parametrize(
    "content",
    [
        b".first\r\nSubject: x\r\n\r\n.\r\n..\r\n.end of it\r\n",
        b"..\r\n\r\n...\r\n. .\r\na.\r\n.",
        b"Subject: no dots\r\n\r\nx",
    ],
)
def test_lines_that_begin_with_a_dot_arrive_as_they_are(content: bytes) -> None:
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        postman.connect()
        postman.hand_over(a_parcel(content=content))
        assert server.arrived[0].content.removesuffix(b"\r\n") == content.removesuffix(b"\r\n")


def test_no_password_is_told_to_a_server_that_cannot_prove_who_it_is(tmp_path: Path) -> None:
    theirs, ours = contexts(tmp_path, "mail.elsewhere.example")
    with mail_here(tls=theirs, sign_in=True) as server:
        postman = SmtpPostman(
            account(server, Tls.STARTTLS, USER), Secret(PASSWORD), tls=lambda: ours
        )
        with closing(postman), pytest.raises(NotAllowed, match="does not prove"):
            postman.connect()


def test_a_server_without_starttls_is_not_sent_to_in_the_open() -> None:
    with mail_here() as server:
        postman = SmtpPostman(account(server, Tls.STARTTLS))
        with closing(postman), pytest.raises(NotAllowed, match="offers no STARTTLS"):
            postman.connect()


def test_a_wrong_password_is_told_with_the_words_of_the_server(tmp_path: Path) -> None:
    theirs, ours = contexts(tmp_path)
    with mail_here(tls=theirs, sign_in=True) as server:
        postman = SmtpPostman(
            account(server, Tls.STARTTLS, USER), Secret("wrong"), tls=lambda: ours
        )
        with closing(postman), pytest.raises(NeedsSignIn, match="refused user or password"):
            postman.connect()


def test_without_a_kept_password_a_sign_in_is_asked_for() -> None:
    with mail_here() as server:
        postman = SmtpPostman(account(server, user=USER))
        with closing(postman), pytest.raises(NeedsSignIn, match="has no password for"):
            postman.connect()


def test_a_server_that_is_not_there_is_named() -> None:
    with mail_here() as server:
        gone = account(server)
    with (
        closing(SmtpPostman(gone)) as postman,
        pytest.raises(Unavailable, match="cannot be reached"),
    ):
        postman.connect()


def test_a_mail_that_is_too_large_says_so() -> None:
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        postman.connect()
        came = postman.hand_over(a_parcel(content=b"Subject: x\r\n\r\n" + b"x\r\n" * 12_000_000))
        assert came.outcome is Outcome.REFUSED
        assert "too large" in str(came.says)
        assert not came.ends
        assert postman.hand_over(a_parcel()).outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("answer", "outcome", "words"),
    [
        ("550 5.7.1 Relaying denied", Outcome.REFUSED, "does not pass on mail"),
        ("450 4.2.1 Mailbox busy", Outcome.LATER, "cannot take it now"),
        ("554 5.7.1 Message rejected as spam", Outcome.REFUSED, "unwanted mail"),
        ("421 4.7.28 Too many messages", Outcome.LATER, "takes no more for now"),
    ],
)
def test_refusals_are_put_into_words(answer: str, outcome: Outcome, words: str) -> None:
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        server.answers["anna@clinic.example"] = [answer]
        postman.connect()
        came = postman.hand_over(a_parcel())
        assert came.outcome is outcome
        assert words in str(came.says)
        assert answer[4:] in str(came.says)


@pytest.mark.parametrize(
    ("point", "outcome"),
    [("before", Outcome.LATER), ("after", Outcome.UNCERTAIN), ("unkept", Outcome.UNCERTAIN)],
)
def test_only_what_may_have_arrived_is_uncertain(point: str, outcome: Outcome) -> None:
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        server.dies = [point]
        postman.connect()
        assert postman.hand_over(a_parcel()).outcome is outcome
        assert not postman.is_ready
        postman.connect()
        assert postman.hand_over(a_parcel("ben@clinic.example")).outcome is Outcome.SENT


def test_a_mail_is_not_there_before_its_last_line(tmp_path: Path) -> None:
    theirs, ours = contexts(tmp_path)
    long = a_parcel(content=b"Subject: x\r\n\r\n" + b"x\r\n" * 100_000)
    with (
        mail_here(tls=theirs, wrapped=True) as server,
        closing(SmtpPostman(account(server, Tls.SSL), tls=lambda: ours)) as postman,
    ):
        postman.connect()
        postman.announce(long)
        postman.close()
        server.wait_until_idle()
        assert (server.arrived, postman.is_ready) == ([], False)
        postman.connect()
        postman.announce(long)
        assert postman.hand_over(long).outcome is Outcome.SENT
    assert server.told() == ["anna@clinic.example"]


def test_a_connection_cut_within_a_mail_is_tried_again_as_nobody_can_have_it() -> None:
    parcel = a_parcel(content=b"Subject: x\r\n\r\n" + b"x\r\n" * 100_000)
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        server.dies = ["during"]
        postman.connect()
        postman.announce(parcel)
        server.wait_until_idle()
        assert postman.hand_over(parcel).outcome is Outcome.LATER
        assert (server.arrived, postman.is_ready) == ([], False)
        postman.connect()
        assert postman.hand_over(parcel).outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("says", "outcome", "words"),
    [
        ("552 5.3.4 Message too big", Outcome.REFUSED, "too large"),
        ("421 4.4.2 Timed out", Outcome.LATER, "Timed out"),
    ],
)
def test_what_a_server_says_before_all_of_a_mail_is_there_is_told(
    says: str, outcome: Outcome, words: str
) -> None:
    parcel = a_parcel(content=b"Subject: x\r\n\r\n" + b"x" * 2000 + b"\r\n")
    with mail_here() as server, closing(SmtpPostman(account(server))) as postman:
        server.breaks_in = [says]
        postman.connect()
        postman.announce(parcel)
        server.wait_until_idle()
        came = postman.hand_over(parcel)
        assert (came.outcome, server.arrived) == (outcome, [])
        assert words in str(came.says)
        assert not postman.is_ready


def test_a_token_signs_in_where_passwords_do_not_count_any_more(tmp_path: Path) -> None:
    theirs, ours = contexts(tmp_path)
    noted: list[tuple[str, str]] = []
    with mail_here(tls=theirs, sign_in=True) as server:
        postman = SmtpPostman(
            account(server, Tls.STARTTLS, USER), tls=lambda: ours, token=lambda: Secret(TOKEN),
            noted=lambda address, _, outcome: noted.append((address, outcome)),
        )  # fmt: skip
        postman.connect()
        assert postman.hand_over(a_parcel()).outcome is Outcome.SENT
        postman.close()
        assert noted == [(f"smtp://127.0.0.1:{server.port}", "1 handed over")]


def test_a_token_that_is_refused_asks_for_a_new_sign_in(tmp_path: Path) -> None:
    theirs, ours = contexts(tmp_path)
    noted: list[str] = []
    with mail_here(tls=theirs, sign_in=True) as server:
        postman = SmtpPostman(
            account(server, Tls.STARTTLS, USER), tls=lambda: ours, token=lambda: Secret("old"),
            noted=lambda _, __, outcome: noted.append(outcome),
        )  # fmt: skip
        with closing(postman), pytest.raises(NeedsSignIn):
            postman.connect()
        assert noted == ["SMTPAuthenticationError"]

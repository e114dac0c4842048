"""Mail over the web: signed in, renewed, refused and delayed as providers do it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.mail.dialects import brevo_letter
from cpd_desktop.adapters.mail.grants import MailGrant
from cpd_desktop.domain.errors import CpdError, Invalid, NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.invitations import Method
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import Invite, whole
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Work
from tests.fakes.mail_providers import CLIENT_ID, CLIENT_SECRET, SENDER
from tests.mail_providers_here import a_letter, at_provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.clock import FixedClock
    from tests.mail_providers_here import AtProvider

    At = Callable[[AccountKind], AbstractContextManager[AtProvider]]

BOTH = [AccountKind.MICROSOFT, AccountKind.GMAIL]
ALL = [*BOTH, AccountKind.BREVO]


@pytest.fixture
def at(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> At:
    @contextmanager
    def made(kind: AccountKind) -> Iterator[AtProvider]:
        with at_provider(kind, tmp_path, clock, monkeypatch) as here:
            yield here

    return made


@pytest.mark.parametrize("kind", BOTH)
def test_signing_in_says_who_it_was_and_keeps_no_token_outside_of_the_keychain(
    at: At, kind: AccountKind, tmp_path: Path
) -> None:
    with at(kind) as here:
        assert here.connect() == SENDER
        kept = MailGrant.from_secret(here.postmen.keychain.get("mail-account-7"))
        assert kept is not None
        assert kept.refresh is not None
        assert kept.app.client_id == CLIENT_ID
        secrets = [kept.refresh.reveal(), *here.provider.desk.access]
        written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert not any(each.encode() in written for each in secrets)


@pytest.mark.parametrize("kind", BOTH)
def test_who_declines_stays_unconnected(at: At, kind: AccountKind) -> None:
    with at(kind) as here:
        before = here.postmen.keychain.get("mail-account-7")
        here.provider.desk.refuses = "access_denied"
        with pytest.raises(NotAllowed, match="did not allow"):
            here.connect()
        assert here.postmen.keychain.get("mail-account-7") == before


@pytest.mark.parametrize("kind", BOTH)
def test_without_a_client_id_one_is_asked_for(at: At, kind: AccountKind) -> None:
    with at(kind) as here:
        here.account = replace(here.account, settings={})
        with pytest.raises(Invalid, match="no client ID"):
            here.connect()


@pytest.mark.parametrize("kind", BOTH)
def test_a_token_that_runs_out_between_two_mails_is_renewed_once(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        assert postman.hand_over(a_letter(1)).outcome is Outcome.SENT
        here.provider.desk.expire()
        assert postman.hand_over(a_letter(2)).outcome is Outcome.SENT
        assert postman.hand_over(a_letter(3)).outcome is Outcome.SENT
        assert here.provider.desk.renewals == 1
        assert len(here.provider.taken) == 3


def test_a_new_token_to_renew_with_is_kept_for_the_next_program(at: At) -> None:
    with at(AccountKind.MICROSOFT) as here:
        grants = here.postmen._grants_of(here.account)
        first = grants.token()
        assert grants.refused(first) != first
        here.postmen._grants.clear()
        with closing(here.postmen.of(here.account)) as postman:
            postman.connect()
            assert postman.hand_over(a_letter()).outcome is Outcome.SENT


@pytest.mark.parametrize("kind", BOTH)
def test_a_sign_in_that_was_taken_back_is_told_and_nothing_is_lost(
    at: At, kind: AccountKind
) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        here.provider.desk.revoke()
        came = postman.hand_over(a_letter())
        assert (came.outcome, came.ends) == (Outcome.LATER, True)
        assert "no longer" in str(came.says)
        assert not postman.is_ready
        with pytest.raises(NeedsSignIn, match="7 days"):
            postman.connect()


@pytest.mark.parametrize(
    ("error", "words", "told"),
    [
        ("invalid_grant", "AADSTS65001: has not consented", "organisation does not let"),
        ("invalid_client", "AADSTS700016: not found", "does not know the app"),
        ("invalid_grant", "Token has been expired or revoked.", "no longer"),
        ("temporarily_unavailable", "try later", "refused the sign-in"),
    ],
)
def test_refusals_of_the_sign_in_say_what_to_do(at: At, error: str, words: str, told: str) -> None:
    with at(AccountKind.MICROSOFT) as here:
        here.provider.desk.token_error = (error, words)
        here.postmen._grants.clear()
        with closing(here.postmen.of(here.account)) as postman, pytest.raises(CpdError, match=told):
            postman.connect()


@pytest.mark.parametrize("kind", ALL)
def test_who_is_told_to_wait_waits(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        here.provider.faults.append("429")
        postman.connect()
        came = postman.hand_over(a_letter())
        assert (came.outcome, came.ends) == (Outcome.LATER, True)
        assert "wait 30 seconds" in str(came.says)
        with (
            closing(here.postmen.of(here.account)) as again,
            pytest.raises(Unavailable, match="asks to wait"),
        ):
            again.connect()
        assert here.provider.taken == []


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("fault", ["500", "502", "504", "cut"])
def test_a_server_that_breaks_may_have_sent_it(at: At, kind: AccountKind, fault: str) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        here.provider.faults.append(fault)
        postman.connect()
        assert postman.hand_over(a_letter()).outcome is Outcome.UNCERTAIN


@pytest.mark.parametrize("kind", ALL)
def test_nobody_is_followed_elsewhere(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        here.provider.faults.append("302")
        postman.connect()
        came = postman.hand_over(a_letter())
        assert (came.outcome, came.ends) == (Outcome.LATER, True)
        assert not any("elsewhere" in each for each in here.provider.asked)


@pytest.mark.parametrize("kind", ALL)
def test_a_sender_that_may_not_send_stops_the_queue(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        here.provider.senders.clear()
        postman.connect()
        came = postman.hand_over(a_letter())
        assert (came.outcome, came.ends) == (Outcome.REFUSED, True)
        assert f"send as {SENDER}" in str(came.says)


def test_a_mail_that_microsoft_does_not_take_is_refused_before_it_is_sent(at: At) -> None:
    with at(AccountKind.MICROSOFT) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        before = len(here.provider.asked)
        came = postman.hand_over(a_letter(text="x" * 3_000_000))
        assert (came.outcome, came.ends) == (Outcome.REFUSED, False)
        assert "online storage" in str(came.says)
        assert len(here.provider.asked) == before


def test_the_largest_mail_that_is_tried_is_one_that_microsoft_takes(at: At) -> None:
    with at(AccountKind.MICROSOFT) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        letter = a_letter(text="x" * 2_800_000)
        assert 2_800_000 < len(letter.content) < here.account.largest
        assert postman.hand_over(letter).outcome is Outcome.SENT


@pytest.mark.parametrize("kind", BOTH)
def test_what_arrives_is_byte_for_byte_what_was_made(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        letter = a_letter()
        postman.hand_over(letter)
        assert here.provider.taken[0].content == letter.content


@pytest.mark.parametrize("kind", BOTH)
def test_a_test_to_oneself_changes_nothing_but_the_address(at: At, kind: AccountKind) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        letter = a_letter()
        postman.hand_over(letter._replace(recipient=SENDER))
        arrived = here.provider.taken[0].content
        lines, made = arrived.split(b"\r\n"), letter.content.split(b"\r\n")
        assert [each for each in made if each not in lines and not each.startswith(b"To:")
                and b"anna@" not in each] == []  # fmt: skip
        mail = message_from_bytes(arrived, policy=policy.default)
        assert [each.addr_spec for each in mail["To"].addresses] == [SENDER]


def test_brevo_gets_every_part_of_a_mail(at: At) -> None:
    letter = a_letter(
        attachments=[Attached("Anna Nowák · certificate.pdf", "a" * 64, 4)],
        invites=[Invite(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", Method.REQUEST)],
        reply_to="office@northern.example",
        unsubscribe="office@northern.example",
    )
    letter = letter._replace(content=whole(letter.content, lambda _: b"%PDF"))
    with at(AccountKind.BREVO) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        assert postman.hand_over(letter).outcome is Outcome.SENT
        parts = here.provider.taken[0].parts
    assert parts["sender"] == {"email": SENDER, "name": "Ada Whitfield"}
    assert parts["to"] == [{"email": "anna@clinic.example", "name": "Anna Nowák"}]
    assert parts["subject"] == "Your certificate · wound care"
    assert "here it is." in parts["textContent"]
    assert parts["htmlContent"].startswith("<p>Hello")
    assert parts["replyTo"] == {"email": "office@northern.example"}
    assert parts["headers"]["Message-ID"] == "<1@northern.example>"
    assert "mailto:" in parts["headers"]["List-Unsubscribe"]
    assert [each["name"] for each in parts["attachment"]] == [
        "invite.ics", "Anna Nowák · certificate.pdf",
    ]  # fmt: skip


def test_brevo_takes_the_same_mail_once(at: At) -> None:
    with at(AccountKind.BREVO) as here, closing(here.postmen.of(here.account)) as postman:
        here.provider.faults.append("lost")
        postman.connect()
        assert postman.hand_over(a_letter()).outcome is Outcome.UNCERTAIN
        assert postman.hand_over(a_letter()).outcome is Outcome.SENT
        assert len(here.provider.taken) == 1
    key = brevo_letter(a_letter())["headers"]["idempotencyKey"]
    assert key != brevo_letter(a_letter()._replace(recipient=SENDER))["headers"]["idempotencyKey"]


def test_a_wrong_key_is_told_before_anybody_is_mailed(at: At) -> None:
    with at(AccountKind.BREVO) as here:
        here.postmen.keychain.put(here.account.secret_name, Secret("wrong"))
        with (
            closing(here.postmen.of(here.account)) as postman,
            pytest.raises(NeedsSignIn, match="refused the API key"),
        ):
            postman.connect()


@pytest.mark.parametrize("kind", ALL)
def test_the_network_log_names_servers_but_no_people(
    at: At, kind: AccountKind, tmp_path: Path
) -> None:
    with at(kind) as here, closing(here.postmen.of(here.account)) as postman:
        postman.connect()
        postman.hand_over(a_letter())
        calls = here.postmen.log.latest(10)
        assert {each.service for each in calls} == {"Mail"}
        assert here.provider.address in calls[0].address
    written = (tmp_path / "network.jsonl").read_text()
    assert "clinic" not in written
    assert SENDER not in written


def test_google_is_told_when_the_sign_in_is_forgotten(at: At) -> None:
    with at(AccountKind.GMAIL) as here:
        assert here.postmen.disconnect(here.account)
        assert here.postmen.keychain.get("mail-account-7") is None
        assert not here.provider.desk.refresh
        with (
            closing(here.postmen.of(here.account)) as postman,
            pytest.raises(NeedsSignIn, match="not connected"),
        ):
            postman.connect()


def test_the_secret_of_an_own_app_is_given_once(at: At) -> None:
    with at(AccountKind.GMAIL) as here:
        again = here.postmen.connect(
            here.account, Work(), show=lambda *_: None, say=str, language="en"
        )
        assert again == SENDER
        kept = MailGrant.from_secret(here.postmen.keychain.get("mail-account-7"))
        assert kept is not None
        assert kept.app.secret == Secret(CLIENT_SECRET)


@pytest.mark.parametrize("name", ["MICROSOFT", "GOOGLE", "BREVO"])
def test_no_secret_goes_to_an_address_that_is_not_safe(
    at: At, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = {"GOOGLE": AccountKind.GMAIL}.get(name) or AccountKind(name.lower())
    with at(kind) as here:
        monkeypatch.setenv(f"CPD_{name}_URL", "http://mail.example")
        with pytest.raises(Invalid, match="not safe"):
            here.postmen.of(here.account)


def test_programs_that_renew_at_once_do_not_lose_the_sign_in(at: At) -> None:
    # Each answer makes the older token to renew with worthless.
    with at(AccountKind.MICROSOFT) as here, ThreadPoolExecutor(4) as pool:
        programs = [replace(here.postmen) for _ in range(4)]
        renewing = [each._grants_of(here.account).token for each in programs]
        tokens = [each.result(30) for each in [pool.submit(ask) for ask in renewing]]
        assert len({each.reveal() for each in tokens}) == 4
        assert here.provider.desk.renewals == 4

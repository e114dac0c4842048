"""What every postman keeps to, whatever way mail goes out."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.mail.folder import FolderPostman
from cpd_desktop.adapters.mail.smtp import SmtpPostman
from cpd_desktop.domain.messages.accounts import AccountKind, MailAccount, Tls
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.safe_names import safe_name
from tests.fakes.mail_providers import SENDER
from tests.mail_here import mail_here
from tests.mail_providers_here import a_letter, at_provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cpd_desktop.services.messages.ports import Postman
    from tests.clock import FixedClock

UNKNOWN = "nobody@clinic.example"
EVERYBODY = ("anna@clinic.example", "ben@clinic.example", SENDER)


@dataclass
class Office:
    """A way out, and what a test does behind its back."""

    postman: Postman
    told: Callable[[], list[str]]
    refuse: Callable[[str], object]
    fail: Callable[[str], object]


@contextmanager
def _by_smtp(folder: Path, *_: Any) -> Iterator[Office]:
    with mail_here() as server:
        account = MailAccount("N", SENDER, host="127.0.0.1", port=server.port, tls=Tls.NONE)
        dies = {"lost": "after"}

        def fail(how: str) -> None:
            if how in dies:
                server.dies.append(dies[how])
            else:
                server.answers["anna@clinic.example"] = ["450 4.2.1 busy"]

        def refuse(to: str) -> None:
            server.answers[to] = ["550 5.1.1 no such user"]

        yield Office(SmtpPostman(account), server.told, refuse, fail)


@contextmanager
def _by_folder(folder: Path, *_: Any) -> Iterator[Office]:
    def told() -> list[str]:
        names = {path.name.rpartition("-")[0] for path in folder.glob("*.eml")}
        return [each for each in EVERYBODY if safe_name(each) in names]

    def cannot(_: str) -> None:
        pytest.skip("a folder refuses nobody, and is never far away")

    yield Office(FolderPostman(folder), told, cannot, cannot)


@contextmanager
def _by_web(
    kind: AccountKind, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    with at_provider(kind, folder, clock, monkeypatch) as here:
        provider = here.provider
        faults = {"busy": "503", "lost": "lost"}
        yield Office(
            here.postmen.of(here.account), provider.told, provider.unknown.add,
            lambda how: provider.faults.append(faults[how]),
        )  # fmt: skip


@pytest.fixture(params=list(AccountKind))
def office(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Office]:
    kind: AccountKind = request.param
    if kind is AccountKind.SMTP:
        way = _by_smtp(tmp_path)
    elif kind is AccountKind.FOLDER:
        way = _by_folder(tmp_path)
    else:
        way = _by_web(kind, tmp_path, clock, monkeypatch)
    with way as made, closing(made.postman):
        yield made


def test_nothing_goes_before_somebody_connects(office: Office) -> None:
    if isinstance(office.postman, FolderPostman):
        pytest.skip("a folder is always connected")
    assert not office.postman.is_ready
    came = office.postman.hand_over(a_letter())
    assert came.outcome is Outcome.LATER
    assert office.told() == []


def test_every_mail_arrives_once_in_order_over_one_connection(office: Office) -> None:
    office.postman.connect()
    for number, to in enumerate(("anna@clinic.example", "ben@clinic.example")):
        assert office.postman.is_ready
        came = office.postman.hand_over(a_letter(number, to))
        assert came.outcome is Outcome.SENT
        assert came.says is not None
        assert not came.ends
    assert office.told() == ["anna@clinic.example", "ben@clinic.example"]


def test_an_address_that_is_refused_stops_nobody_else(office: Office) -> None:
    office.refuse(UNKNOWN)
    office.postman.connect()
    came = office.postman.hand_over(a_letter(1, UNKNOWN))
    assert (came.outcome, came.ends) == (Outcome.REFUSED, False)
    assert came.says is not None
    assert office.postman.hand_over(a_letter(2)).outcome is Outcome.SENT
    assert office.told() == ["anna@clinic.example"]


def test_what_may_have_arrived_is_uncertain_and_what_did_not_goes_later(office: Office) -> None:
    office.fail("busy")
    office.postman.connect()
    assert office.postman.hand_over(a_letter(1)).outcome is Outcome.LATER
    assert office.told() == []
    office.fail("lost")
    assert office.postman.hand_over(a_letter(2)).outcome is Outcome.UNCERTAIN
    assert office.told() == ["anna@clinic.example"]


def test_a_test_to_oneself_reaches_nobody_else(office: Office) -> None:
    office.postman.connect()
    test = a_letter()._replace(recipient=SENDER)
    assert office.postman.hand_over(test).outcome is Outcome.SENT
    assert office.told() == [SENDER]


def test_who_connects_again_can_go_on(office: Office) -> None:
    office.postman.connect()
    office.postman.close()
    office.postman.close()
    office.postman.connect()
    assert office.postman.hand_over(a_letter()).outcome is Outcome.SENT


def test_what_was_only_announced_reaches_nobody_and_can_still_go_once(office: Office) -> None:
    office.postman.connect()
    office.postman.announce(a_letter())
    office.postman.close()
    assert office.told() == []
    office.postman.connect()
    office.postman.announce(a_letter())
    assert office.postman.hand_over(a_letter()).outcome is Outcome.SENT
    assert office.told() == ["anna@clinic.example"]


def test_a_mail_that_was_announced_never_goes_in_the_place_of_another(office: Office) -> None:
    office.postman.connect()
    office.postman.announce(a_letter(1))
    other = a_letter(2, "ben@clinic.example")
    came = office.postman.hand_over(other)
    if came.outcome is not Outcome.SENT:
        assert came.outcome is Outcome.LATER
        assert office.told() == []
        office.postman.connect()
        assert office.postman.hand_over(other).outcome is Outcome.SENT
    assert office.told() == ["ben@clinic.example"]


def test_what_was_refused_when_it_was_announced_is_told_when_it_is_handed_over(
    office: Office,
) -> None:
    office.refuse(UNKNOWN)
    office.postman.connect()
    office.postman.announce(a_letter(1, UNKNOWN))
    assert office.postman.hand_over(a_letter(1, UNKNOWN)).outcome is Outcome.REFUSED
    assert office.postman.is_ready
    assert office.postman.hand_over(a_letter(2)).outcome is Outcome.SENT


def test_nothing_can_be_announced_before_somebody_connects(office: Office) -> None:
    if isinstance(office.postman, FolderPostman):
        pytest.skip("a folder is always connected")
    office.postman.announce(a_letter())
    assert office.postman.hand_over(a_letter()).outcome is Outcome.LATER
    assert office.told() == []

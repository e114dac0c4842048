from __future__ import annotations

import pytest

from cpd_desktop.domain.attendance.roster import (
    Registrant,
    address_of,
    mailbox_of,
    phone_of,
    roster_of,
)
from tests.attendance.drawing import drawn, find, registered, row


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (" Tom@X.Example ", "tom@x.example"),
        ("tom\uff20x.example", "tom@x.example"),
        ("mailto:tom@x.example", "tom@x.example"),
        ("tom@x.exa\u200bmple", "tom@x.example"),
        ("tom @ x.example", "tom@x.example"),
        ("n/a", ""),
        ("", ""),
    ],
)
def test_an_address_is_the_same_however_it_is_written(written: str, address: str) -> None:
    assert address_of(written) == address


def test_a_mailbox_is_known_by_what_its_provider_ignores() -> None:
    assert mailbox_of("t.o.m+cpd@googlemail.com") == mailbox_of("tom@gmail.com")
    assert mailbox_of("tom+cpd@outlook.com") == "tom@outlook.com"
    assert mailbox_of("t.om+cpd@clinic.example") == "t.om+cpd@clinic.example"


def test_two_who_share_a_mailbox_by_tags_are_told_apart_by_their_own_addresses() -> None:
    people = registered("Tom Becker <us+tom@gmail.com>", "Lisa Klein <us+lisa@gmail.com>")
    assert drawn(find(people, [row("", "us+lisa@gmail.com")])) == [" → 2 by address"]
    assert drawn(find(people, [row("", "us@gmail.com")])) == [" → review: 1, 2"]


def test_telephones_are_compared_with_or_without_the_country() -> None:
    assert phone_of("+44 20 7946 0018") == phone_of("(0)20 7946 0018")
    assert phone_of("1234") == ""


def test_every_known_name_and_address_finds_the_person() -> None:
    people = [
        Registrant(
            id=1, person=1, name="Lisa Klein", email="l@x.example",
            addresses=("lisa@old.example",), spellings=("Lisa Gross",), organisation="Acme",
        )
    ]  # fmt: skip
    for told in (
        row("", "lisa@old.example"), row("Lisa Gross"), row("Klein, Lisa"), row("Lisa Klein, Acme"),
        row("Acme - Lisa Klein"),
    ):  # fmt: skip
        assert roster_of(people).registrants
        assert drawn(find(people, [told]))[0].split(" → ")[1].startswith("1 by")
    assert drawn(find(people, [row("Lisa Klein, Other")])) == ["Lisa Klein, Other → review: 1"]

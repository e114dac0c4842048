from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import PersonDraft, looks_like_email, normal_email


@pytest.mark.parametrize("email", ["a@b.co", "Zoë.Müller+cpd@clinic.example", "o'neil@x.nhs.uk"])
def test_real_addresses_are_taken(email: str) -> None:
    assert looks_like_email(email)


@pytest.mark.parametrize(
    "email",
    ["a@b", "@b.co", "a@", "a b@c.de", "a@@b.co", "a@b..co", "a@.co", "A <a@b.co>", "a@b.co\n",
     "a@b.co,c@d.ef", "x" * 250 + "@b.co", ".a@b.co", "a..b@c.de", "a\x00@b.co"],
)  # fmt: skip
def test_what_cannot_be_mailed_is_refused(email: str) -> None:
    assert not looks_like_email(email)
    assert "email" in PersonDraft("A", email).problems()


def test_a_name_is_required_and_has_a_limit() -> None:
    assert "name" in PersonDraft(" ").problems()
    assert "name" in PersonDraft("x" * 201).problems()
    assert PersonDraft("x" * 200).problems() == {}


def test_stray_spaces_and_capitals_do_not_make_another_person() -> None:
    assert PersonDraft("  Zoë   Müller ", " ZOE@X.Example ").tidied() == PersonDraft(
        "Zoë Müller", "zoe@x.example"
    )


@given(st.text())
def test_a_normal_address_stays_as_it_is(text: str) -> None:
    assert normal_email(normal_email(text)) == normal_email(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoë MÜLLER", "zoe muller"), ("Łukasz", "lukasz"), ("Straße", "STRASSE"),
     ("Nguyễn", "nguyen"),
     ("Søren", "soren"), ("İpek", "ipek"), ("\uff21\uff22", "ab")],
)  # fmt: skip
def test_a_search_finds_a_name_without_its_accents(one: str, other: str) -> None:
    assert folded(one) == folded(other)

"""Numbers follow a pattern that somebody chose, and codes cannot be guessed or misread."""

from __future__ import annotations

import secrets

import pytest

from cpd_desktop.domain.certificates.numbers import LETTERS, read_pattern, verification_code
from cpd_desktop.domain.settings import Certificates


@pytest.mark.parametrize(
    ("text", "run", "number"),
    [
        ("CPD-{year}-{number:06}", "CPD-2026-", "CPD-2026-001413"),
        ("{number}", "", "1413"),
        ("{year}.{number:02}", "2026.", "2026.1413"),
        ("A_{number:05}", "A_", "A_01413"),
    ],
)
def test_a_pattern_says_how_numbers_look(text: str, run: str, number: str) -> None:
    pattern = read_pattern(text)
    assert pattern is not None
    assert (pattern.run(2026), pattern.number(2026, 1413)) == (run, number)


@pytest.mark.parametrize(
    "text", ["", "CPD-{year}", "{number}-{year}", "CPD/{number}", "{number}{number}", "{x}{number}"]
)
def test_what_cannot_number_is_refused_as_a_setting(text: str) -> None:
    assert read_pattern(text) is None
    assert "pattern" in Certificates(pattern=text).problems()


def test_a_code_has_no_letters_that_are_taken_for_others() -> None:
    code = verification_code(secrets.randbelow)
    assert len(code) == 9
    assert set(code.replace("-", "")) <= set(LETTERS)
    assert not set(LETTERS) & set("01OILU")


def test_every_number_drawn_gives_a_code_of_its_own() -> None:
    drawn = iter(range(1000))
    assert len({verification_code(lambda _: next(drawn)) for _ in range(1000)}) == 1000
    assert verification_code(lambda limit: limit - 1) == "ZZZZ-ZZZZ"


def test_the_page_for_verifying_is_reached_safely_or_not_at_all() -> None:
    assert Certificates(verify_address="https://acme.example/verify").problems() == {}
    for wrong in ("http://acme.example", "https://acme.example/#x", "acme.example"):
        assert "verify_address" in Certificates(verify_address=wrong).problems()

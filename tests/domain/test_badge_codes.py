from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.badge_codes import FOREIGN, GARBLED, LATER, NO_CODE, code_for, read_code
from cpd_desktop.domain.errors import Invalid

STEADY = "BCDEFGHJKNPRSTVX"  # the letters no keyboard layout of Europe moves
NUMBERS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


def problem(text: str) -> object:
    with pytest.raises(Invalid) as raised:
        read_code(text)
    return raised.value.says


@given(NUMBERS)
def test_a_badge_gives_back_its_number(number: str) -> None:
    assert read_code(code_for(number)) == number


@given(NUMBERS)
def test_a_code_has_only_letters_that_no_keyboard_moves(number: str) -> None:
    assert set(code_for(number)) <= set(STEADY)


@given(NUMBERS, st.data())
def test_no_single_wrong_letter_goes_unnoticed(number: str, data: st.DataObject) -> None:
    code = code_for(number)
    at = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(st.sampled_from(STEADY + "AZ059?").filter(lambda letter: letter != code[at]))
    assert problem(code[:at] + wrong + code[at + 1 :]) in (FOREIGN, GARBLED, LATER)


@given(NUMBERS, st.data())
def test_two_letters_typed_in_the_wrong_order_are_noticed(number: str, data: st.DataObject) -> None:
    code = code_for(number)
    at = data.draw(st.integers(0, len(code) - 2))
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    if swapped != code:
        assert problem(swapped) in (FOREIGN, GARBLED, LATER)


@given(NUMBERS, st.data())
def test_a_lost_letter_is_noticed(number: str, data: st.DataObject) -> None:
    code = code_for(number)
    at = data.draw(st.integers(0, len(code) - 1))
    assert problem(code[:at] + code[at + 1 :]) in (FOREIGN, GARBLED, LATER)


@given(NUMBERS, st.lists(st.booleans()), st.sampled_from(["", "\n", "\r\n", "\t", " \r"]))
def test_case_and_a_trailing_enter_make_no_difference(
    number: str, lower: list[bool], end: str
) -> None:
    code = code_for(number)
    typed = "".join(
        letter.lower() if at < len(lower) and lower[at] else letter
        for at, letter in enumerate(code)
    )
    assert read_code(typed + end) == number


@given(NUMBERS, st.integers(1, 12))
def test_a_code_read_aloud_in_groups_is_understood(number: str, size: int) -> None:
    code = code_for(number)
    groups = [code[at : at + size] for at in range(0, len(code), size)]
    assert read_code("-".join(groups)) == number
    assert read_code("  ".join(groups)) == number


@pytest.mark.parametrize(
    "text", ["https://example.org/ticket/7", "4006381333931", "ANNA-2026-0007"]
)
def test_a_foreign_code_is_called_foreign(text: str) -> None:
    assert problem(text) == FOREIGN


def test_an_empty_scan_says_that_nothing_was_scanned() -> None:
    assert problem(" \r\n") == NO_CODE


@pytest.mark.parametrize("text", ["CPD", "CPDB", "CPDBBB", "CPDBBBBB", "CPDBBBB", "CPD 1"])
def test_the_beginning_of_a_code_is_not_taken_for_one(text: str) -> None:
    assert problem(text) == GARBLED


def test_a_badge_of_a_later_version_says_so() -> None:
    assert problem("CPDCBBBBBBBB") == LATER


def test_a_code_stays_readable_from_badges_already_printed() -> None:
    assert code_for("CPD-2026-0007") == "CPDBFEGBFFDTEDEBEDEHDTEBEBEBEJSESX"

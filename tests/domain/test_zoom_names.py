from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.registrants import NAME_LIMIT, Applicant
from cpd_desktop.domain.zoom_names import first_and_last


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Tom Becker", "Tom", "Becker"),
        ("Becker, Tom", "Tom", "Becker"),
        ("  Becker ,  Anna Maria ", "Anna Maria", "Becker"),
        ("Anna Maria Novák", "Anna Maria", "Novák"),
        ("Sukarno", "Sukarno", ""),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Van Morrison", "Van", "Morrison"),
        ("van der Berg, Jan", "Jan", "van der Berg"),
        ("Tom Becker, RN, PhD", "Tom", "Becker"),
        ("Becker, Tom, RN", "Tom", "Becker"),
        (", Tom", "Tom", ""),
        (", RN", "RN", ""),
    ],
)
def test_zoom_gets_the_two_parts_of_a_name(name: str, first: str, last: str) -> None:
    assert first_and_last(name) == (first, last)


@given(st.text(min_size=1).filter(lambda text: text.replace(",", "").strip()))
def test_whoever_has_a_name_here_has_a_first_name_that_zoom_takes(name: str) -> None:
    first, last = first_and_last(name)
    assert max(len(first), len(last)) <= NAME_LIMIT
    Applicant("ann@clinic.example", first, last).require_valid()

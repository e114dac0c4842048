from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.lettering.direction import stretches

# In these pictures small letters run to the right; capitals stand for Hebrew ones, which do not.
HEBREW = {chr(ord("A") + at): chr(0x5D0 + at) for at in range(26)}
LATIN = {hebrew: capital for capital, hebrew in HEBREW.items()}


def seen(picture: str) -> str:
    """Return the line as the eye meets it from left to right."""
    typed = "".join(HEBREW.get(char, char) for char in picture)
    line = "".join(stretch.as_seen() for stretch in stretches(typed))
    return "".join(LATIN.get(char, char) for char in line)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("abc def", "abc def"),
        ("ABC DEF", "FED CBA"),
        ("abc DEF GHI", "abc IHG FED"),
        ("abc DEF jkl", "abc FED jkl"),
        ("ABC def GHI", "IHG def CBA"),
        ("ABC 2026", "2026 CBA"),
        ("ABC 20.26 DEF", "FED 20.26 CBA"),
        ("2026 ABC", "CBA 2026"),
        ("ABC (DEF)", "(FED) CBA"),
        ("ABC def (gh)", "def (gh) CBA"),
        ("abc (DEF)", "abc (FED)"),
        ("abc [DEF] ghi", "abc [FED] ghi"),
        ("ABC, DEF", "FED ,CBA"),
        ("(ABC", "CBA)"),
        ("", ""),
    ],
)
def test_a_line_reads_in_the_order_its_writer_expects(typed: str, line: str) -> None:
    assert seen(typed) == line


@given(st.text(max_size=40))
def test_no_letter_is_lost_or_added(text: str) -> None:
    assert sorted("".join(stretch.text for stretch in stretches(text))) == sorted(text)

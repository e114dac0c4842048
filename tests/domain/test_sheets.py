from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.sheets import Place, header_among, place_in

ANN = ["Ann Lee", "ann@lee.example"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(12), "row 12"),
        (Place(12, 2), "row 12, column C"),
        (Place(12, 2, "E-mail"), "row 12, column C (E-mail)"),
        (Place(12, 2, "C"), "row 12, column C"),
        (place_in(["Name", "E-mail"], 3, 1), "row 3, column B (E-mail)"),
        (place_in(["Name"], 3, 27), "row 3, column AB"),
        (place_in(["Name"], 3), "row 3"),
    ],
)
def test_a_place_is_named_as_the_spreadsheet_shows_it(place: Place, words: str) -> None:
    assert str(place.sentence()) == words


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["Name", "E-mail"], ANN], 0),
        ([["List of 14 October"], [], ["Name", "E-mail"], ANN], 2),
        ([["Topic", "ID", "User Email", "Duration"], ["x", "1", "", "60"], [],
          ["Name (Original Name)", "User Email", "Join time", "Leave time", "Guest"], ANN], 3),
        ([["Navn", "E-post"], ANN], 0),
        ([["Kurs i dag"], ["Navn", "E-post"], ANN], 1),
        ([ANN, ANN], None),
        ([["Ann Lee"], ["Bo Kim"]], None),
        ([["Ann Lee", "ann@lee.example", "Guest"], ANN], None),
        ([ANN, ANN, ["Bo Kim", "Guest", "Group"]], None),
        ([["Host Details"], ANN, ["Attendee Details"], ["Name", "Email", "Join Time"], ANN], 3),
        ([[], [""]], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_header_is_found_and_no_person_taken_for_it(
    rows: list[list[str]], header: int | None
) -> None:
    assert header_among(rows) == header


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=8))
def test_a_header_is_one_of_the_rows_or_none(rows: list[list[str]]) -> None:
    header = header_among(rows)
    assert header is None or any(rows[header])

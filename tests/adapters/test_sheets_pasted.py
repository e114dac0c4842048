"""What people paste into the window."""

from __future__ import annotations

import pytest

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.errors import Invalid

ANN, BO = ["Ann Lee", "ann@x.example"], ["Bo Kim", "bo@x.example"]


def pasted(text: str) -> tuple[tuple[str, ...], list[list[str]]]:
    sheet = SheetFiles().pasted(text)
    return sheet.source.headers, [cells for _, cells in sheet.rows()]


@pytest.mark.parametrize(
    "text",
    [
        "Name\tE-mail\r\nAnn Lee\tann@x.example\r\nBo Kim\tbo@x.example\r\n",
        "Name,E-mail\nAnn Lee,ann@x.example\nBo Kim,bo@x.example",
        "Name;E-mail\nAnn Lee;ann@x.example\nBo Kim;bo@x.example",
        "Ann Lee <ann@x.example>\n\n  Bo Kim <bo@x.example>\n",
        '"Ann Lee" <ann@x.example>; Bo Kim <bo@x.example>',
        "Ann Lee <ann@x.example>, Bo Kim <bo@x.example>,",
    ],
)
def test_people_are_found_in_cells_and_in_lines(text: str) -> None:
    assert pasted(text) == (("Name", "E-mail"), [ANN, BO])


def test_cells_copied_without_their_header_are_all_people() -> None:
    text = "Ann Lee\tann@x.example\nBo Kim\tbo@x.example"
    assert pasted(text) == (("A", "B"), [ANN, BO])


def test_a_copied_cell_may_have_lines_and_quotes() -> None:
    text = 'Name\tNotes\nAnn\t"two\nlines, ""quoted"""\n'
    assert pasted(text)[1] == [["Ann", 'two\nlines, "quoted"']]


def test_one_name_or_address_in_each_line() -> None:
    assert pasted("Ann Lee\nLee, Bo\nZoë 王 🙂\nann@x.example")[1] == [
        ["Ann Lee", ""],
        ["Lee, Bo", ""],
        ["Zoë 王 🙂", ""],
        ["", "ann@x.example"],
    ]


def test_a_row_is_numbered_by_its_line() -> None:
    sheet = SheetFiles().pasted("Ann Lee\n\nBo Kim")
    assert [row for row, _ in sheet.rows()] == [1, 3]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\n"])
def test_pasting_nothing_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="is empty"):
        pasted(text)

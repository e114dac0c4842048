"""Exports that others open: nothing runs, nothing is lost, nothing is half there."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.errors import Invalid, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRICKY = [
    "=cmd|' /C calc'!A0", "@SUM(A1)", "+1-2", "-A1", "\tx", "\rx", "\uff1dcmd", "'=1", "+44 20 79",
    "-5", "#N/A", "_x0041_", "a\x01b", "two\nlines", "a\r\nb", '"', "TRUE", "007", " spaced ",
]  # fmt: skip
CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), max_size=15
) | st.sampled_from(TRICKY)


@pytest.fixture(params=["csv", "xlsx"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"export.{request.param}"


def as_others_read(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    book = load_workbook(path)
    return [[str(cell.value or "") for cell in row] for row in book.worksheets[0].iter_rows()]


@given(rows=st.lists(st.tuples(CELL, CELL), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_export_is_read_back_as_it_was(path: Path, rows: list[tuple[str, str]]) -> None:
    SheetFiles().write(path, ["Name", "Notes"], rows)
    with SheetFiles().open_sheet(path) as sheet:
        found = [tuple(cells) for _, cells in sheet.rows()]
    assert found == [row for row in rows if "".join(row).strip() and row != ("Name", "Notes")]


def test_what_no_file_can_hold_does_not_cost_the_rest(path: Path) -> None:
    SheetFiles().write(path, ["Name", "Notes"], [["Ann\0", "\ud83d!"], ["Bo", "\uffff"]])
    with SheetFiles().open_sheet(path) as sheet:
        (_, ann), (_, bo) = sheet.rows()
    assert ann[0].startswith("Ann")
    assert ann[1].endswith("!")
    assert bo[0] == "Bo"


@pytest.mark.parametrize("cell", TRICKY)
def test_no_cell_begins_a_formula_for_those_who_open_it(path: Path, cell: str) -> None:
    SheetFiles().write(path, ["Name", cell], [[cell, "x"]])
    for row in as_others_read(path):
        for text in row:
            assert not text.startswith(("=", "@", "\t", "\r", "\uff1d"))
            assert not text.startswith(("+", "-")) or text in {"+44 20 79", "-5"}


def test_a_workbook_has_texts_only(tmp_path: Path) -> None:
    SheetFiles().write(tmp_path / "x.xlsx", ["Name"], [[cell] for cell in TRICKY])
    cells = [cell for row in load_workbook(tmp_path / "x.xlsx").worksheets[0] for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_csv_file_opens_in_excel_with_its_letters(tmp_path: Path) -> None:
    SheetFiles().write(tmp_path / "x.csv", ["Name"], [["Zoë 王 🙂"]])
    assert (tmp_path / "x.csv").read_bytes() == b"\xef\xbb\xbfName\r\n" + "Zoë 王 🙂\r\n".encode()


def test_an_export_that_fails_leaves_the_older_file(path: Path) -> None:
    SheetFiles().write(path, ["Name"], [["Ann"]])
    before = path.read_bytes()

    def rows() -> Iterator[list[str]]:
        yield ["Bo"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        SheetFiles().write(path, ["Name"], rows())
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match="could not be kept"):
        SheetFiles().write(tmp_path / "file" / "x.csv", ["Name"], [])


def test_a_cell_too_long_for_excel_is_named_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="row 3, column B has more"):
        SheetFiles().write(tmp_path / "x.xlsx", ["A", "B"], [["", ""], ["", "x" * 32_768]])
    assert list(tmp_path.iterdir()) == []

"""What every table promises, wherever it comes from."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cpd_desktop.services.sheets import Sheet, Sheets

    Opening = Callable[..., AbstractContextManager[Sheet]]

HEADERS = ["Name", "E-mail", "Notes"]
PEOPLE = [
    ["Zoë Müller", "zoe@x.example", "=1+1"],
    ["", "", ""],
    HEADERS,
    ["王芳 🙂", "wang@x.example", "שלום, עולם"],
    ["Ann “Al” Lee", "", "two\nlines; \"quoted\" | 'so'"],
    ["x" * 10_000, "+44 20 7946 0018", "'=1"],
]
KEPT = [(2, PEOPLE[0]), (5, PEOPLE[3]), (6, PEOPLE[4]), (7, PEOPLE[5])]


@pytest.fixture
def sheets() -> Sheets:
    return SheetFiles()


@pytest.fixture(params=["csv", "xlsx", "pasted"])
def opening(request: pytest.FixtureRequest, tmp_path: Path, sheets: Sheets) -> Opening:
    path = tmp_path / f"people.{request.param}"

    @contextmanager
    def opened(rows: list[list[str]], header_row: int | None = None) -> Iterator[Sheet]:
        sheets.write(path, rows[0], rows[1:])
        if request.param == "pasted":
            yield sheets.pasted(path.read_bytes().decode("utf-8-sig"), header_row=header_row)
            return
        with sheets.open_sheet(path, header_row=header_row) as sheet:
            yield sheet

    return opened


class TestReadingATable:
    def test_what_was_exported_is_read_back(self, opening: Opening) -> None:
        with opening([HEADERS, *PEOPLE]) as sheet:
            assert sheet.source.headers == tuple(HEADERS)
            assert sheet.source.header_row == 1
            assert list(sheet.rows()) == KEPT

    def test_each_reading_begins_at_the_first_row(self, opening: Opening) -> None:
        with opening([HEADERS, *PEOPLE]) as sheet:
            next(sheet.rows())
            assert list(sheet.rows()) == list(sheet.rows())

    def test_samples_do_not_disturb_the_reading(self, opening: Opening) -> None:
        with opening([HEADERS, *PEOPLE]) as sheet:
            reading = sheet.rows()
            first = next(reading)
            assert sheet.samples(2) == KEPT[:2]
            assert [first, *reading] == KEPT

    def test_progress_ends_at_the_size(self, opening: Opening) -> None:
        rows = [[f"Ann {n}", f"ann{n}@x.example", ""] for n in range(5000)]
        with opening([HEADERS, *rows]) as sheet:
            assert sheet.position == 0
            seen = [sheet.position for _ in sheet.rows()]
            assert seen == sorted(seen)
            assert 0 < seen[0] < sheet.size
            assert sheet.position == sheet.size

    def test_a_preamble_is_kept_apart(self, opening: Opening) -> None:
        with opening([["Attendee report"], ["", ""], ["Made", "14 Oct"], HEADERS, PEOPLE[0]]) as s:
            assert s.source.header_row == 4
            assert s.source.preamble[0][0] == "Attendee report"
            assert s.source.preamble[1][:2] == ("Made", "14 Oct")
            assert list(s.rows()) == [(5, PEOPLE[0])]

    def test_equal_headers_are_told_apart(self, opening: Opening) -> None:
        with opening([["Name", "E-mail", "E-mail"], ["Ann", "a@x.example", "b@x.example"]]) as s:
            assert s.source.headers == ("Name", "E-mail", "E-mail (2)")

    def test_a_row_has_a_cell_for_each_header(self, opening: Opening) -> None:
        with opening([HEADERS, ["Ann"], ["Bo", "b@x.example", "", "", ""]]) as sheet:
            assert [cells for _, cells in sheet.rows()] == [
                ["Ann", "", ""],
                ["Bo", "b@x.example", ""],
            ]

    def test_a_table_without_headers_loses_nobody(self, opening: Opening) -> None:
        with opening([["Ann Lee", "ann@x.example"], ["Bo Kim", "bo@x.example"]]) as sheet:
            assert sheet.source.header_row == 0
            assert sheet.source.headers == ("A", "B")
            assert [row for row, _ in sheet.rows()] == [1, 2]

    def test_a_person_can_say_which_row_is_the_header(self, opening: Opening) -> None:
        rows = [["Kurs", "x"], ["Navn", "Sted"], ["Ann", "Oslo"], ["Bo", "Bergen"]]
        with opening(rows, header_row=2) as sheet:
            assert sheet.source.headers == ("Navn", "Sted")
            assert list(sheet.rows()) == [(3, rows[2]), (4, rows[3])]
        with opening([HEADERS, PEOPLE[0]], header_row=0) as sheet:
            assert [cells for _, cells in sheet.rows()] == [HEADERS, PEOPLE[0]]

    @pytest.mark.parametrize("row", [-1, 3])
    def test_a_header_beyond_the_table_is_refused(self, opening: Opening, row: int) -> None:
        with pytest.raises(Invalid, match="not one of the first 2 rows"):  # noqa: SIM117 - clearer
            with opening([HEADERS, PEOPLE[0]], header_row=row):
                pass

"""Strangers' workbooks: what a cell says as text, and files that are traps."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cpd_desktop.domain.sheets import Row, Source

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.xlsx"


def saved(path: Path, **sheets: Sequence[Sequence[Any]]) -> None:
    book = Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book["Sheet"])
    book.save(path)


def changed(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)


def sheet_xml(path: Path, rows: str, before: str = "", dimension: str = "") -> None:
    saved(path, People=[["Name"]])
    text = (
        f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}">{dimension}'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    changed(path, lambda parts: parts.__setitem__(SHEET, text.encode()))


def inline(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


def read(path: Path, **wishes: Any) -> tuple[Source, list[Row]]:
    with SheetFiles().open_sheet(path, **wishes) as sheet:
        return sheet.source, list(sheet.rows())


def refusal(path: Path, **wishes: Any) -> str:
    with pytest.raises(Invalid) as caught:
        read(path, **wishes)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234, "1234"), (1234.0, "1234"), (0.1 + 0.2, "0.3"), (1e20, "1e+20"), (-1.5, "-1.5"),
        (442079460018, "442079460018"), (True, "TRUE"), ("  Ann ", "  Ann "), ("007", "007"),
        (date(2026, 10, 14), "2026-10-14"),
        (datetime(2026, 10, 14, 14, 30), "2026-10-14 14:30:00"),  # noqa: DTZ001 - a workbook's
        (time(14, 30), "14:30:00"), (timedelta(hours=25, minutes=5), "25:05:00"),
        ("Zoë 王 🙂 שלום", "Zoë 王 🙂 שלום"), ("x" * 10_000, "x" * 10_000),
    ],
)  # fmt: skip
def test_a_cell_says_what_the_person_sees(path: Path, value: object, text: str) -> None:
    saved(path, People=[["Name", "Notes"], ["Ann", value]])
    assert read(path)[1] == [(2, ["Ann", text])]


def test_a_formula_says_what_it_last_came_to(path: Path) -> None:
    sheet_xml(path, f"<row>{inline('Name', 'Amount')}</row>"
              f"<row>{inline('Ann')}<c><f>1+1</f><v>2</v></c></row>")  # fmt: skip
    assert read(path)[1] == [(2, ["Ann", "2"])]


def test_the_first_sheet_with_people_is_taken_and_the_others_named(path: Path) -> None:
    saved(path, Cover=[], People=[["Name"], ["Ann"]], More=[["Name"], ["Bo"]])
    source, rows = read(path)
    assert source.sheets == ("Cover", "People", "More")
    assert (source.sheet, rows) == ("People", [(2, ["Ann"])])
    assert read(path, sheet="More")[1] == [(2, ["Bo"])]
    assert "no sheet called “Less”" in refusal(path, sheet="Less")


def test_a_hidden_sheet_is_not_taken_by_itself(path: Path) -> None:
    saved(path, Old=[["Name"], ["Ann"]], New=[["Name"], ["Bo"]])
    changed(path, lambda parts: parts.__setitem__(
        "xl/workbook.xml",
        parts["xl/workbook.xml"].replace(b'state="visible"', b'state="hidden"', 1)))  # fmt: skip
    assert read(path)[0].sheet == "New"


def test_gaps_and_blank_edges_keep_the_row_numbers(path: Path) -> None:
    sheet_xml(
        path,
        f'<row r="3">{inline("Name", "E-mail", "", "")}</row>'
        '<row r="7"><c r="B7" t="inlineStr"><is><t>ann@x.example</t></is></c><c r="F7"/></row>',
        dimension='<dimension ref="A1:A1"/>',
    )
    source, rows = read(path)
    assert source.headers == ("Name", "E-mail")
    assert source.header_row == 3
    assert rows == [(7, ["", "ann@x.example"])]


def test_an_empty_workbook_is_refused(path: Path) -> None:
    saved(path, People=[])
    assert "is empty" in refusal(path)


@pytest.mark.parametrize("cut", [100, 2000, -30])
def test_a_damaged_workbook_is_refused(path: Path, cut: int) -> None:
    saved(path, People=[["Name"], ["Ann"]])
    path.write_bytes(path.read_bytes()[:cut])
    assert "damaged, or no Excel workbook" in refusal(path)


def test_a_workbook_whose_packing_is_broken_is_refused(path: Path) -> None:
    saved(path, People=[["Name"], *([f"Person {at}"] for at in range(50))])
    with zipfile.ZipFile(path) as packed:
        part = packed.getinfo("xl/worksheets/sheet1.xml")
    content = bytearray(path.read_bytes())
    begins = part.header_offset + 30 + len(part.filename)
    content[begins : begins + 8] = b"\xff" * 8
    path.write_bytes(content)
    assert "damaged, or no Excel workbook" in refusal(path)


def test_a_workbook_whose_parts_have_no_names_is_refused(path: Path) -> None:
    saved(path, People=[["Name"], ["Ann"]])
    changed(path, lambda parts: parts.__setitem__("Übersicht.xml", b"x"))
    path.write_bytes(path.read_bytes().replace("Übersicht".encode(), b"\xd9bersicht "))
    assert "damaged, or no Excel workbook" in refusal(path)


def test_a_sheet_that_breaks_off_names_the_last_good_row(path: Path) -> None:
    rows = f"<row>{inline('Name')}</row>" + f"<row>{inline('Ann')}</row>" * 9000 + "<row>"
    sheet_xml(path, rows, dimension='<dimension ref="A1:A9001"/>')
    got: list[int] = []
    with pytest.raises(Invalid, match="nothing can be read after row"):  # noqa: SIM117 - reads better
        with SheetFiles().open_sheet(path) as sheet:
            got.extend(row for row, _ in sheet.rows())
    assert 100 < got[-1] <= 9001


def test_another_packed_file_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "save it as .xlsx or CSV" in refusal(path)


def test_a_workbook_with_macros_is_refused(path: Path) -> None:
    saved(path, People=[["Name"], ["Ann"]])
    changed(path, lambda parts: parts.__setitem__("xl/vbaProject.bin", b"x"))
    assert "contains macros" in refusal(path)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_unread(path: Path) -> None:
    saved(path, People=[["Name"], ["Ann"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("xl/media/bomb.bin", b"\0" * (64 << 20))
    tracemalloc.start()
    assert "packed as no spreadsheet program does it" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_entities_that_multiply_are_refused(path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    sheet_xml(path, f"<row>{inline('Name', '&b;')}</row>", before=bomb)
    assert "damaged" in refusal(path)


def test_a_million_columns_are_refused_before_they_fill_the_memory(path: Path) -> None:
    sheet_xml(path, f"<row>{inline('Name')}</row><row>" + "<c/>" * 1_000_000 + "</row>")
    tracemalloc.start()
    assert "more than 16384 cells" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_more_columns_than_a_table_has_are_refused_with_the_row(path: Path) -> None:
    saved(path, People=[["Name"], ["Ann"], ["x"] * 300])
    assert "more than 256 columns, in row 3, column IW" in refusal(path)


def test_a_row_number_beyond_every_sheet_ends_the_reading(path: Path) -> None:
    sheet_xml(path, f'<row r="1">{inline("Name")}</row><row r="999999999999">{inline("A")}</row>')
    assert "more than 1048576 rows" in refusal(path)


@pytest.mark.slow
def test_memory_stays_flat_over_many_rows(path: Path) -> None:
    rows = ((f"Ann {n}", f"ann{n}@x.example") for n in range(10_000))
    SheetFiles().write(path, ["Name", "E-mail"], rows)
    read_until(path, 100)  # loads the library
    _, few = read_until(path, 1000)
    count, many = read_until(path, 10_001)
    assert count == 10_000
    assert many < few + 3_000_000


def read_until(path: Path, row: int) -> tuple[int, int]:
    tracemalloc.start()
    count = 0
    with SheetFiles().open_sheet(path) as sheet:
        for number, _ in sheet.rows():
            count += 1
            if number == row:
                break
        else:
            assert sheet.position == sheet.size
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return count, peak


def test_the_file_is_free_again_after_a_refusal(path: Path) -> None:
    saved(path, People=[])
    refusal(path)
    path.write_bytes(b"")
    with zipfile.ZipFile(io.BytesIO(), "w"):
        path.unlink()

"""Strangers' text files: every encoding and delimiter, and every way to be none."""

from __future__ import annotations

import csv
import os
import random
import tracemalloc
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.adapters.sheets import text
from cpd_desktop.adapters.sheets.delimiters import DELIMITERS
from cpd_desktop.adapters.sheets.files import TEXT_LIMIT, SheetFiles
from cpd_desktop.domain.columns import told_apart
from cpd_desktop.domain.errors import Invalid, NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.sheets import Row, Source

ENCODINGS = {
    "utf-8": "Zoë 王 🙂 שלום",
    "utf-8-sig": "Zoë 王 🙂 שלום",
    "utf-16": "Zoë 王 🙂 שלום",
    "utf-16-le": "Zoë 王 🙂 שלום",
    "utf-16-be": "Zoë 王 🙂 שלום",
    "utf-32": "Zoë 王 🙂 שלום",
    "cp1252": "Jürgen Müller André Façade O\u2019Neill",
    "iso8859-2": "Łukasz Wiśniewski Małgorzata Dąbrowska",
    "cp1250": "Łukasz Wiśniewski Małgorzata Dąbrowska",
    "cp1254": "\u0130pek Y\u0131ld\u0131z Gülşen Çağlar",
    "cp1251": "Иван Петров Светлана Кузнецова",
    "shift_jis": "山田太郎 ソフトウェア メールアドレス",
    "gb18030": "张伟 电子邮件 有限公司",
    "big5": "張偉 電子郵件 有限公司",
    "cp949": "김철수 이메일 주식회사",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def read(path: Path, **wishes: Any) -> tuple[Source, list[Row]]:
    with SheetFiles().open_sheet(path, **wishes) as sheet:
        return sheet.source, list(sheet.rows())


def refusal(path: Path, **wishes: Any) -> str:
    with pytest.raises(Invalid) as caught:
        read(path, **wishes)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_encoding_and_delimiter_are_found(path: Path, encoding: str, delimiter: str) -> None:
    name = ENCODINGS[encoding]
    rows = [[name, f"p{n}@x.example", "12"] for n in range(20)]
    made = StringIO()
    csv.writer(made, delimiter=delimiter).writerows([["Name", "E-mail", "Amount"], *rows])
    path.write_bytes(made.getvalue().encode(encoding))
    source, found = read(path)
    assert source.delimiter == delimiter
    assert [cells for _, cells in found] == rows


@given(
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "cp1252"]),
    delimiter=st.sampled_from(DELIMITERS),
    end=st.sampled_from(["\r\n", "\n", "\r"]),
    data=st.data(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_cells_are_read_as_they_were_written(
    path: Path, encoding: str, delimiter: str, end: str, data: st.DataObject
) -> None:
    letters = "aZ9äß€" if encoding == "cp1252" else "aZ9äß€王🙂ש\u0301\u2028\x85"
    cell = st.text(st.sampled_from(letters + ',;\t|" \n\r'), max_size=12)
    rows = data.draw(st.lists(st.tuples(cell, cell, cell).map(list), max_size=12))
    headers = ["Name", "E-mail", "Organisation"]
    made = StringIO()
    # The library leaves a line end that is not its own without quotes.
    if end == "\r\n":
        writer = csv.writer(made, delimiter=delimiter)
    else:
        writer = csv.writer(made, csv.unix_dialect, delimiter=delimiter, lineterminator=end)
    writer.writerows([headers, *rows])
    path.write_bytes(made.getvalue().encode(encoding))
    _, found = read(path, encoding=encoding.removesuffix("-sig"), delimiter=delimiter)
    expected = [(n, r) for n, r in enumerate(rows, 2) if "".join(r).strip() and r != headers]
    assert found == expected


def test_a_cell_of_blanks_stays_as_it_is_beside_one_that_ends_in_the_delimiter(path: Path) -> None:
    path.write_text('Name;E-mail;Organisation\n; ;"; "\n', "utf-8")
    _, found = read(path)
    assert found == [(2, ["", " ", "; "])]


def test_a_file_of_no_bytes_is_refused(path: Path) -> None:
    path.touch()
    assert "is empty: it has no rows" in refusal(path)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\n\n \n", b",,,\n,,,\n", b"\xff\xfe"])
def test_a_file_of_blanks_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is empty" in refusal(path)


@pytest.mark.parametrize("seed", range(5))
def test_binary_junk_is_refused(path: Path, seed: int) -> None:
    path.write_bytes(random.Random(seed).randbytes(5000))  # noqa: S311 - junk, not a secret
    assert "not a table" in refusal(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%abc", "a document or a picture"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a document or a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Save it as an Excel workbook (.xlsx)"),
        (b"PK\x03\x04" + b"junk" * 99, "damaged, or no Excel workbook"),
    ],
)
def test_another_kind_of_file_is_refused_with_advice(
    path: Path, content: bytes, words: str
) -> None:
    path.write_bytes(content)
    assert words in refusal(path)


def test_a_file_of_a_gigabyte_is_refused_at_once(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 30)
    tracemalloc.start()
    assert f"larger than {TEXT_LIMIT >> 20} MB" in refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no file “gone\.csv”"):
        read(tmp_path / "gone.csv")
    assert "is no file that can be read" in refusal(tmp_path)


@pytest.mark.parametrize("row", [3, 90, 20_000])
def test_a_byte_that_is_no_text_names_its_row_and_column(path: Path, row: int) -> None:
    lines = [b"Name,E-mail\n"] + [f"Zoë,z{n}@x.example\n".encode() for n in range(25_000)]
    lines[row - 1] = "Ann,Müller\n".encode("cp1252")
    path.write_bytes(b"".join(lines))
    says = refusal(path)
    assert f"row {row}, column B" in says
    assert "UTF-8" in says
    assert "Choose another encoding" in says


def test_rows_before_a_bad_byte_come_but_never_the_end(path: Path) -> None:
    path.write_bytes(b"Name\n" + "Zoë\n".encode() * 300 + b"M\xfcller\n" + b"Ann\n" * 300)
    got: list[int] = []
    with pytest.raises(Invalid, match="row 302"), SheetFiles().open_sheet(path) as sheet:
        got.extend(row for row, _ in sheet.rows())
    assert got == list(range(2, 302))


def test_a_chosen_encoding_is_believed(path: Path) -> None:
    path.write_bytes("Name\nMüller\n".encode("cp850"))
    assert read(path, encoding="cp850")[1] == [(2, ["Müller"])]
    for name in ("klingon", "hex", "idna", "unicode_escape", "a\0b"):
        assert f"no encoding called “{name}”" in refusal(path, encoding=name)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "ascii", "utf-7"])
def test_a_wrongly_chosen_encoding_is_refused_in_words(path: Path, encoding: str) -> None:
    path.write_bytes("Name,E-mail\nZoë,z@x.example\n".encode() * 99)
    assert "is not written in" in refusal(path, encoding=encoding)


def test_a_file_that_was_cut_off_is_not_read_in_another_encoding(path: Path) -> None:
    path.write_bytes("Name\nZoë\nMüller\nZoë".encode()[:-1])
    assert "row 4, column A" in refusal(path)


@pytest.mark.parametrize("delimiter", [";;", "\n", '"'])
def test_an_impossible_delimiter_is_refused(path: Path, delimiter: str) -> None:
    path.write_text("Name\nAnn\n")
    assert "cannot stand between cells" in refusal(path, delimiter=delimiter)


def test_spaces_before_quotes_and_an_old_end_mark_are_no_content(path: Path) -> None:
    path.write_bytes(b'Name, "E-mail"\r\nAnn, "ann@x.example"\r\n\x1a')
    source, rows = read(path)
    assert source.headers == ("Name", "E-mail")
    assert rows == [(2, ["Ann", "ann@x.example"])]


def test_a_short_turkish_list_is_not_taken_for_czech(path: Path) -> None:
    path.write_bytes("Ad;Soyad\n\u0130pek;Y\u0131ld\u0131z\n".encode("cp1254"))
    assert read(path)[1] == [(2, ["\u0130pek", "Y\u0131ld\u0131z"])]


def test_an_encoding_that_only_shows_late_is_found(path: Path) -> None:
    path.write_bytes(b"Name,E-mail\n" + b"Ann,a@x.example\n" * 100_000 + b"M\xfcller,m@x.example\n")
    source, rows = read(path)
    assert source.encoding == "cp1252"
    assert rows[-1] == (100_002, ["Müller", "m@x.example"])


@pytest.mark.parametrize("row", [2, 50, 5000])
@pytest.mark.parametrize("cells", ['Ann,"open', '"Ann" Lee,x', 'Ann,"a""b'])
def test_an_unclosed_quote_names_the_row_where_it_begins(path: Path, row: int, cells: str) -> None:
    lines = ["Name,Notes"] + ["Bo,fine"] * 6000
    lines[row - 1] = cells
    path.write_text("\n".join(lines))
    says = refusal(path)
    column = "A (Name)" if cells.startswith('"') else "B (Notes)"
    assert f"row {row}, column " in says
    if row > 100:  # before that, the headers are not known yet
        assert f"row {row}, column {column}" in says
    assert "quotation mark" in says


def test_a_quote_left_open_over_a_large_file_is_found(path: Path) -> None:
    path.write_text('Name,Notes\nAnn,"open\n' + "Bo,fine\n" * 100_000)
    assert "quotation mark in row 2, column B" in refusal(path)
    path.write_text("Name,Notes\n" + "Bo,a note of some length\n" * 300_000 + 'Ann,"open\n')
    assert "quotation mark in row 300002, column B (Notes)" in refusal(path)


def test_a_null_byte_is_refused_with_its_row(path: Path) -> None:
    path.write_bytes(b"Name,E-mail\n" + b"Ann,a@x.example\n" * 5000 + b"Bo,\0\n")
    assert "row 5002, column B (E-mail) is no text" in refusal(path)


def test_a_million_columns_are_refused_before_they_fill_the_memory(path: Path) -> None:
    path.write_text("Name,E-mail\nAnn" + "," * 1_000_000 + "x\n")
    says = refusal(path)
    assert "more than 256 columns, in row 2" in says


def test_a_line_without_end_is_refused_before_it_fills_the_memory(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"Name,E-mail\n")
        for _ in range(60):
            file.write(b"x" * (1 << 20))
    tracemalloc.start()
    says = refusal(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "The line in row 2 is longer than" in says
    assert peak < 20_000_000


def test_a_row_of_quoted_lines_without_end_is_refused(path: Path) -> None:
    path.write_text("Name,E-mail\n" + '"a\nb",' * 2_000_000)
    assert "row 2 does not end" in refusal(path)


def test_memory_stays_flat_over_a_long_file(path: Path) -> None:
    path.write_text("Name,E-mail\n" + "Zoë Müller,z@x.example\n" * 200_000)
    tracemalloc.start()
    with SheetFiles().open_sheet(path) as sheet:
        count = sum(1 for _ in sheet.rows())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 200_000
    assert peak < 6_000_000


def test_a_line_end_between_two_blocks_is_one_line_end(path: Path) -> None:
    filler = "x" * (text._BLOCK - len("Name\r\n\r"))
    path.write_bytes(f"Name\r\n{filler}\r\nBo".encode())
    assert read(path)[1] == [(2, [filler]), (3, ["Bo"])]


def test_an_escaped_cell_in_the_last_line_is_read_as_it_was_meant(path: Path) -> None:
    path.write_bytes(b"Name\r\nAnn\r\n'=1")
    assert read(path)[1] == [(2, ["Ann"]), (3, ["=1"])]


def test_a_meeting_report_is_read_from_its_table_on(path: Path) -> None:
    path.write_text(
        "Topic,ID,Start time,User Email,Duration (minutes)\n"
        "CPR,81 23,10/14/2026 02:00:00 PM,host@x.example,60\n\n"
        "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
        '"Lee, Ann",ann@x.example,10/14/2026 02:00:00 PM,10/14/2026 03:00:00 PM,60,Yes\n'
        "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
        "Bo,,10/14/2026 02:00:00 PM,10/14/2026 03:00:00 PM,60,Yes\n",
        encoding="utf-8-sig",
    )
    source, rows = read(path)
    assert source.header_row == 4
    assert len(source.preamble) == 2
    assert [(row, cells[0]) for row, cells in rows] == [(5, "Lee, Ann"), (7, "Bo")]


def test_a_line_that_declares_the_delimiter_is_no_row(path: Path) -> None:
    path.write_text("sep=;\nName;Amount\nAnn;1,5\n")
    source, rows = read(path)
    assert source.delimiter == ";"
    assert source.header_row == 1  # as the spreadsheet program counts: it hides that line
    assert rows == [(2, ["Ann", "1,5"])]


def test_decimal_commas_are_no_delimiters(path: Path) -> None:
    path.write_text("Navn;Beløb;Rabat\n" + "Ann;1,50;0,5\n" * 5)
    assert read(path)[0].delimiter == ";"


def test_a_cell_too_many_is_shown_and_not_swallowed(path: Path) -> None:
    path.write_text("Name,E-mail\nLee, Ann,ann@x.example\n")
    source, rows = read(path)
    assert source.headers == ("Name", "E-mail")
    assert rows == [(2, ["Lee", " Ann", "ann@x.example"])]


def test_a_column_without_header_is_named_by_its_letter(path: Path) -> None:
    path.write_text("Name,E-mail,,\nAnn,ann@x.example,vegan,\n")
    source, rows = read(path)
    assert source.headers == ("Name", "E-mail", "C")
    assert rows == [(2, ["Ann", "ann@x.example", "vegan"])]


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_a_table_or_refused_in_words(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        source, rows = read(path)
    except Invalid:
        return
    assert source.headers == told_apart(source.headers)
    assert all(len(cells) >= len(source.headers) for _, cells in rows)

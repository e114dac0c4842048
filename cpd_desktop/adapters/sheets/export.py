"""Tables that others will open: whole or not there, and nothing in them runs as a formula."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.table import refused
from cpd_desktop.domain.formulas import harmless
from cpd_desktop.domain.sheets import Place
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cpd_desktop.domain.sheets import Cell

ROW_LIMIT = 1_048_576  # of the XLSX format, as is the length of a cell
CELL_LIMIT = 32_767

TOO_MANY_ROWS = Sentence("sheet", "An Excel sheet holds {limit} rows, and there are more.")
TOO_LONG = Sentence("sheet", "An Excel cell holds {limit} characters, and {place} has more.")
AS_CSV = Sentence("sheet", "Save it as CSV instead. Nothing was written.")

# The format cannot hold these as they are; it has a spelling for them.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def write_table(path: Path, headers: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> None:
    """Write the rows as XLSX if the file is called so, else as CSV that Excel reads.

    Raises ``Invalid`` if they do not fit the format, ``Unavailable`` if the disk does not take it.
    """
    lines = ([harmless(cell) for cell in row] for row in _all(headers, rows))
    content = _workbook(lines) if path.suffix.lower() == ".xlsx" else _text(lines)
    write_whole(path, content)


def _all(headers: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    yield headers
    yield from rows


def _text(lines: Iterable[list[Cell]]) -> bytes:
    written = StringIO(newline="")
    # Excel takes a file for UTF-8 only if it begins with the mark, and a bare line end for a new
    # row only outside quotes: the writer puts cells with one into quotes.
    csv.writer(written).writerows(lines)
    return written.getvalue().replace("\0", "\ufffd").encode("utf-8-sig", "replace")


def _workbook(lines: Iterable[list[Cell]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    written = BytesIO()
    try:
        for row, line in enumerate(lines, 1):
            if row > ROW_LIMIT:
                raise refused(TOO_MANY_ROWS.filled(limit=ROW_LIMIT), AS_CSV)
            cells = [WriteOnlyCell(sheet, _writable(text)) for text in line]
            for column, cell in enumerate(cells):
                if len(line[column]) > CELL_LIMIT:
                    place = Place(row, column).sentence()
                    raise refused(TOO_LONG.filled(limit=CELL_LIMIT, place=place), AS_CSV)
                cell.data_type = "s"  # else “=1” becomes a formula and “#N/A” an error
            sheet.append(cells)
    finally:  # after an error too: the library lets its temporary file go by saving alone
        book.save(written)
    return written.getvalue()


def _writable(text: str) -> str:
    tidy = _NO_CHARACTERS.sub("\ufffd", text)
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", tidy)

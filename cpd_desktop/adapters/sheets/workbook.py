"""XLSX workbooks, streamed: checked before they are unpacked, one row in memory at a time."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.sheets.table import ANOTHER_FILE, Table, refused
from cpd_desktop.domain.sheets import Place, Source
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from openpyxl import Workbook

UNPACKED_LIMIT = 500 << 20
RATIO_LIMIT = 200  # a sheet of equal rows packs 100 to 1
SUSPICIOUS_FROM = 20 << 20
PART_LIMIT = 10_000
CELL_LIMIT = 16_384  # in a row, in a spreadsheet program
ROW_LIMIT = 1_048_576

NO_WORKBOOK = Sentence("sheet", "“{name}” is damaged, or no Excel workbook (.xlsx).")
SAVE_AGAIN = Sentence(
    "sheet", "Open it in a spreadsheet program and save it as .xlsx or CSV. Nothing was imported."
)
HAS_MACROS = Sentence("sheet", "“{name}” contains macros.")
SAVE_WITHOUT = Sentence(
    "sheet", "Save it as an Excel workbook without macros (.xlsx). Nothing was imported."
)
UNPACKS_TOO_LARGE = Sentence("sheet", "“{name}” would unpack to more than {limit} MB.")
PACKED_TOO_TIGHT = Sentence("sheet", "“{name}” is packed as no spreadsheet program does it.")
NO_SUCH_SHEET = Sentence("sheet", "“{name}” has no sheet called “{sheet}”.")
CHOOSE_SHEET = Sentence("sheet", "Choose one of its sheets. Nothing was imported.")
ROW_TOO_WIDE = Sentence("sheet", "A row of “{name}” has more than {limit} cells.")
TOO_MANY_ROWS = Sentence("sheet", "“{name}” has more than {limit} rows.")
DAMAGED_AFTER = Sentence("sheet", "“{name}” is damaged: nothing can be read after {place}.")

_BROKEN = (zipfile.BadZipFile, zlib.error, UnicodeError)
_BLOCK = 1 << 20
_ROW_BEGINS = re.compile(rb"<(?:[\w.-]+:)?row[\s/>]")
_CELL_BEGINS = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_WORTH_COUNTING = 1 << 16  # so many bytes hold no more cells than a row may have
_EXACT_BELOW = 1e15  # a spreadsheet program keeps fifteen figures
_CODED = re.compile(r"_x(005F|00[01][0-9A-F])_")  # how the format writes a control character


def check_workbook(file: BinaryIO, name: str) -> int:
    """Return the rows of its longest sheet.

    Raises ``Invalid`` if the packed file is no workbook, or one that would fill the memory.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
            names = {part.filename for part in parts}
            if "xl/workbook.xml" not in names or len(parts) > PART_LIMIT:
                raise refused(NO_WORKBOOK.filled(name=name), SAVE_AGAIN)
            if any(part.lower().endswith("vbaproject.bin") for part in names):
                raise refused(HAS_MACROS.filled(name=name), SAVE_WITHOUT)
            _check_sizes(parts, name)
            sheets = [part for part in parts if "/worksheets/" in part.filename]
            return max((_counted_rows(packed, part, name) for part in sheets), default=0)
    except (*_BROKEN, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise refused(NO_WORKBOOK.filled(name=name), SAVE_AGAIN) from error


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    # A part that is larger than the directory says is cut there, and its checksum fails.
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_LIMIT:
        raise refused(UNPACKS_TOO_LARGE.filled(name=name, limit=UNPACKED_LIMIT >> 20), ANOTHER_FILE)
    for part in parts:
        if part.file_size > max(SUSPICIOUS_FROM, RATIO_LIMIT * part.compress_size):
            raise refused(PACKED_TOO_TIGHT.filled(name=name), SAVE_AGAIN)


def _counted_rows(packed: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> int:
    """Raise ``Invalid`` for a row of too many cells: the library reads a row as a whole."""
    counted = length = cells = 0
    with packed.open(part) as sheet:
        while block := sheet.read(_BLOCK):
            pieces = _ROW_BEGINS.split(block)
            counted += len(pieces) - 1
            for begun, piece in enumerate(pieces):
                if begun:
                    length = cells = 0
                length += len(piece)
                if length > _WORTH_COUNTING:
                    cells += len(_CELL_BEGINS.findall(piece))
                if cells > CELL_LIMIT:
                    raise refused(ROW_TOO_WIDE.filled(name=name, limit=CELL_LIMIT), ANOTHER_FILE)
    return counted


class WorkbookSheet(Table):
    """One sheet of a workbook; without a wish, the first visible one that is not empty."""

    def __init__(
        self,
        file: BinaryIO,
        name: str,
        *,
        sheet: str | None = None,
        header_row: int | None = None,
    ) -> None:
        super().__init__(Source(name, ()), check_workbook(file, name))
        self._maybe_escaped = True
        file.seek(0)
        self._book = self._opened(file)
        try:
            self._choose(sheet)
            self._find_header(header_row)
            self._take_samples()
        except BaseException:
            self._book.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._book.close()

    def _opened(self, file: BinaryIO) -> Workbook:
        from openpyxl import load_workbook

        # It warns of what it leaves aside: styles, drawings, checks of entries. We need none.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        try:
            return load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # a stranger's file can make it stumble in any way
            raise refused(NO_WORKBOOK.filled(name=self.source.name), SAVE_AGAIN) from error

    def _choose(self, wished: str | None) -> None:
        sheets = self._book.worksheets
        titles = tuple(sheet.title for sheet in sheets)
        if wished is not None and wished not in titles:
            says = NO_SUCH_SHEET.filled(name=self.source.name, sheet=wished)
            raise refused(says, CHOOSE_SHEET)
        visible = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
        candidates = [wished] if wished is not None else visible or list(titles)
        if not candidates:
            raise refused(NO_WORKBOOK.filled(name=self.source.name), SAVE_AGAIN)
        self.source = replace(self.source, sheets=titles)
        for title in candidates:
            self.source = replace(self.source, sheet=title)
            if title == candidates[-1] or self._has_content():
                break

    def _has_content(self) -> bool:
        return any(any(cells) for cells in self._numbered())

    def _records(self) -> Iterator[list[str]]:
        sheet = self._book[self.source.sheet]
        sheet.reset_dimensions()  # what a file declares is often wrong
        values = sheet.iter_rows(values_only=True)
        for row in range(1, ROW_LIMIT + 2):
            try:
                cells = next(values, None)
            except Exception as error:  # a stranger's file can make it stumble in any way
                place = Place(row - 1).sentence()
                says = DAMAGED_AFTER.filled(name=self.source.name, place=place)
                raise refused(says, SAVE_AGAIN) from error
            if cells is None:
                return
            self.position = row
            self.size = max(self.size, row)
            yield [_text(value) for value in cells]
        raise refused(TOO_MANY_ROWS.filled(name=self.source.name, limit=ROW_LIMIT))


def _text(value: Any) -> str:
    """Return what a cell says: dates as ISO writes them, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _CODED.sub(lambda m: chr(int(m[1], 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _EXACT_BELOW
        return str(int(value)) if whole else f"{value:.15g}"
    return _time_text(value) if isinstance(value, date | time | timedelta) else str(value)


def _time_text(value: date | time | timedelta) -> str:
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, datetime):
        whole = (value + timedelta(milliseconds=500)).replace(microsecond=0)
        at_midnight = whole.time() == time()
        return whole.date().isoformat() if at_midnight else whole.isoformat(" ")
    return value.isoformat()

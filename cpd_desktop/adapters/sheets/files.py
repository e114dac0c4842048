"""Opens a stranger's file as the table it is, and says in words why it cannot be one."""

from __future__ import annotations

import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.export import write_table
from cpd_desktop.adapters.sheets.pasted import pasted_sheet
from cpd_desktop.adapters.sheets.table import ANOTHER_FILE, gone, refused
from cpd_desktop.adapters.sheets.text import TextSheet
from cpd_desktop.adapters.sheets.workbook import SAVE_AGAIN, WorkbookSheet
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from cpd_desktop.domain.sheets import Cell
    from cpd_desktop.services.sheets import Sheet

# Two million rows of registrations. A file beyond it is a mistake, so nobody waits for its reading.
TEXT_LIMIT = 200 << 20
WORKBOOK_LIMIT = 100 << 20

NOT_THERE = Sentence("sheet", "There is no file “{name}”.")
LOOK_AGAIN = Sentence("sheet", "It may have been moved or renamed. Nothing was imported.")
NO_FILE = Sentence("sheet", "“{name}” is no file that can be read.")
TOO_LARGE = Sentence("sheet", "“{name}” is larger than {limit} MB.")
IN_PARTS = Sentence("sheet", "Divide it into smaller files. Nothing was imported.")
OLD_OR_LOCKED = Sentence(
    "sheet", "“{name}” is an old Excel file (.xls), or protected by a password."
)
SAVE_OPEN = Sentence(
    "sheet", "Save it as an Excel workbook (.xlsx) without a password. Nothing was imported."
)
A_DOCUMENT = Sentence("sheet", "“{name}” is a document or a picture, not a table.")

_PACKED = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
A_PAGE = Sentence("sheet", "“{name}” is a web page, not a table: perhaps one that asks to sign in.")
DOWNLOAD_AGAIN = Sentence(
    "sheet", "Sign in there and download the file again. Nothing was imported."
)

_HEAD = 1024
_PAGES = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_DOCUMENTS = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF")


class SheetFiles:
    """Table files on this computer."""

    @contextmanager
    def open_sheet(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        encoding: str | None = None,
        delimiter: str | None = None,
        header_row: int | None = None,
    ) -> Iterator[Sheet]:
        """Open a CSV, TSV or XLSX file; what is not given is found out.

        Raises ``Invalid`` if it is no table that can be read, ``NotFound`` if it is not there and
        ``Unavailable`` if the disk does not give it.
        """
        size = _size(path)
        with _opened(path) as file:
            head = file.read(_HEAD)
            _refuse_known(head, path.name)
            if not head.startswith(_PACKED):
                _refuse_large(size, TEXT_LIMIT, path.name)
                yield TextSheet(
                    file,
                    path.name,
                    size,
                    encoding=encoding,
                    delimiter=delimiter,
                    header_row=header_row,
                )
                return
            _refuse_large(size, WORKBOOK_LIMIT, path.name)
            book = WorkbookSheet(file, path.name, sheet=sheet, header_row=header_row)
            try:
                yield book
            finally:
                book.close()

    def pasted(self, text: str, *, header_row: int | None = None) -> Sheet:
        """Take copied cells, or a list of people, one in a line; raises ``Invalid`` if empty."""
        _refuse_large(len(text), TEXT_LIMIT, "—")
        return pasted_sheet(text, header_row=header_row)

    def write(self, path: Path, headers: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a CSV or XLSX file, by the ending of its name, whole or not at all.

        Raises ``Invalid`` if it does not fit the format, ``Unavailable`` if the disk has no room.
        """
        write_table(path, headers, rows)


def _size(path: Path) -> int:
    try:
        known = path.stat()
    except FileNotFoundError:
        raise NotFound(NOT_THERE.filled(name=path.name), LOOK_AGAIN) from None
    except (OSError, ValueError) as error:
        raise gone(path.name, error) from error
    if not stat.S_ISREG(known.st_mode):  # a folder has no content, and a pipe may never end
        raise refused(NO_FILE.filled(name=path.name), ANOTHER_FILE)
    return known.st_size


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise gone(path.name, error) from error


def _refuse_large(size: int, limit: int, name: str) -> None:
    if size > limit:
        raise refused(TOO_LARGE.filled(name=name, limit=limit >> 20), IN_PARTS)


def _refuse_known(head: bytes, name: str) -> None:
    if head.startswith(_OLD_OFFICE):
        raise refused(OLD_OR_LOCKED.filled(name=name), SAVE_OPEN)
    if head.startswith(_DOCUMENTS):
        raise refused(A_DOCUMENT.filled(name=name), SAVE_AGAIN)
    if _PAGES.match(head):
        raise refused(A_PAGE.filled(name=name), DOWNLOAD_AGAIN)

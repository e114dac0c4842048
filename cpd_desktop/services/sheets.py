"""The port to the table files that strangers send and that others will open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cpd_desktop.domain.sheets import Cell, Row, Source


class Sheet(Protocol):
    """One table, open for reading. Nothing of it is kept in memory but the first rows."""

    @property
    def source(self) -> Source:
        """Return where it comes from and what its columns are called."""

    @property
    def position(self) -> int:
        """Return how far reading is, on the way to ``size``."""

    @property
    def size(self) -> int:
        """Return the ``position`` at the end."""

    def samples(self, count: int) -> list[Row]:
        """Return so many of the first rows, at most a hundred; reading goes on undisturbed."""

    def rows(self) -> Iterator[Row]:
        """Yield number and cells of each row below the header, from the start at every call.

        The number is the one that the spreadsheet program shows. Blank rows and repeated headers
        are left out. A row has a cell for each header, and more only if something stands there.
        Raises ``Invalid``, naming the row, as soon as something cannot be read: what was yielded
        before is then not the whole table, and nothing of it may be kept.
        """


class Sheets(Protocol):
    """Opens and writes table files."""

    def open_sheet(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        encoding: str | None = None,
        delimiter: str | None = None,
        header_row: int | None = None,
    ) -> AbstractContextManager[Sheet]:
        """Open a CSV, TSV or XLSX file; what is not given is found out. No header is row 0.

        Raises ``Invalid`` if it is no table that can be read, ``NotFound`` if it is not there and
        ``Unavailable`` if the disk does not give it.
        """

    def pasted(self, text: str, *, header_row: int | None = None) -> Sheet:
        """Take copied cells, or a list of people, one in a line; raises ``Invalid`` if empty."""

    def write(self, path: Path, headers: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a CSV or XLSX file, by the ending of its name, whole or not at all.

        No cell is written so that it would run as a formula. Raises ``Invalid`` if it does not fit
        the format and ``Unavailable`` if the disk does not take it.
        """

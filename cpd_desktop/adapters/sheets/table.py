"""What every table has in common, wherever its rows come from: headers found, blanks left out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from cpd_desktop.domain.columns import told_apart
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.formulas import as_meant
from cpd_desktop.domain.sheets import COLUMN_LIMIT, SAMPLE_ROWS, Place, Source, header_among
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.sheets import Row

NO_ROWS = Sentence("sheet", "“{name}” is empty: it has no rows.")
TOO_WIDE = Sentence("sheet", "“{name}” has more than {limit} columns, in {place}.")
UNREADABLE = Sentence("sheet", "“{name}” cannot be read: {reason}.")
NO_HEADER_THERE = Sentence("sheet", "Row {row} is not one of the first {limit} rows.")
NOTHING_IMPORTED = Sentence("sheet", "Correct it there and import it again. Nothing was imported.")
ANOTHER_FILE = Sentence("sheet", "Choose another file. Nothing was imported.")


def refused(says: Sentence, advice: Sentence = NOTHING_IMPORTED) -> Invalid:
    """Return the error for a file that is not taken."""
    error = Invalid({"file": says})
    error.advice = advice
    return error


def gone(name: str, error: Exception) -> Unavailable:
    """Return the error for a file that the system does not give us."""
    reason = getattr(error, "strerror", None) or str(error)
    return Unavailable(UNREADABLE.filled(name=name, reason=reason), ANOTHER_FILE)


class Table(ABC):
    """A table whose records can be read from the start again and again."""

    def __init__(self, source: Source, size: int) -> None:
        self.source = source
        self.size = size
        self.position = 0
        self._row = 0  # the last row that was read whole
        self._maybe_escaped = False  # from here on, cells may have the apostrophe of an export
        self._repeated: list[str] = []  # the header as it is written
        self._samples: list[Row] = []

    @abstractmethod
    def _records(self) -> Iterator[list[str]]:
        """Yield every row from the first one, blank ones too; sets ``position`` on the way."""

    @property
    def _width_is_sure(self) -> bool:
        """Say whether a cell beyond the header is a column of its own, not a stray delimiter."""
        return True

    def samples(self, count: int) -> list[Row]:
        """Return so many of the first rows."""
        return self._samples[:count]

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header; raises ``Invalid`` where one cannot be read."""
        width, above, repeated = len(self.source.headers), self.source.header_row, self._repeated
        self._row = self.position = 0
        for row, written in enumerate(self._records(), 1):
            self._row = row
            cells = written
            if row <= above:
                continue
            if len(cells) != width:
                cells = self._fitted(cells, width)
            if self._maybe_escaped:
                cells = [as_meant(cell) for cell in cells]
            if (cells[0].strip() or "".join(cells).strip()) and written != repeated:
                yield row, cells

    def _find_header(self, wished: int | None) -> None:
        """Look at the first rows; raises ``Invalid`` if there are none or they are too wide."""
        first = list(islice(self._numbered(), SAMPLE_ROWS))
        widths = [_filled_width(cells) for cells in first]
        if not any(widths):
            raise refused(NO_ROWS.filled(name=self.source.name), ANOTHER_FILE)
        if wished is not None and not 0 <= wished <= len(first):
            raise refused(NO_HEADER_THERE.filled(row=wished, limit=len(first)))
        header = header_among(first) if wished is None else wished - 1 if wished else None
        if header is None:
            self._call_columns([""] * max(widths))
            return
        self._repeated = first[header]
        width = max(1, *widths[header:])
        if not self._width_is_sure:
            width = max(min(width, len(first[header])), widths[header])
        self._call_columns((first[header] + [""] * width)[:width], header + 1)
        preamble = tuple(tuple(cells) for cells in first[:header] if any(cells))
        self.source = replace(self.source, preamble=preamble)

    def _call_columns(self, headers: Iterable[str], row: int = 0) -> None:
        names = [as_meant(header) for header in headers]
        self.source = replace(self.source, headers=told_apart(names), header_row=row)

    def _take_samples(self) -> None:
        self._samples = list(islice(self.rows(), SAMPLE_ROWS))
        self.position = 0

    def _numbered(self) -> Iterator[list[str]]:
        self._row = 0
        for row, cells in enumerate(self._records(), 1):
            self._row = row
            if len(cells) > COLUMN_LIMIT:
                self._fitted(cells, COLUMN_LIMIT)
            yield cells

    def _fitted(self, cells: list[str], width: int) -> list[str]:
        """Return the row with a cell for each header, and more only if something stands there."""
        filled = max(_filled_width(cells), width)
        if filled > COLUMN_LIMIT:
            place = Place(self._row, COLUMN_LIMIT).sentence()
            says = TOO_WIDE.filled(name=self.source.name, limit=COLUMN_LIMIT, place=place)
            raise refused(says)
        return cells[:filled] + [""] * (filled - len(cells))


def _filled_width(cells: list[str]) -> int:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width

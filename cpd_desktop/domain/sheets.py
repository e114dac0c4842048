"""What is known about a stranger's table, and where in it something stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cpd_desktop.domain.columns import letter, named
from cpd_desktop.domain.people import looks_like_email
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

Cell: TypeAlias = str
Row: TypeAlias = tuple[int, list[Cell]]

COLUMN_LIMIT = 256
SAMPLE_ROWS = 100  # a header stands within these
_NAMES_BELOW_PEOPLE = 3  # two words of a person's row can be headers by chance

IN_ROW = Sentence("sheet", "row {row}")
IN_COLUMN = Sentence("sheet", "row {row}, column {column}")
UNDER_HEADER = Sentence("sheet", "row {row}, column {column} ({header})")
TOO_MANY_CELLS = Sentence(
    "sheet", "Row {row} has {cells} cells, but the table has only {columns} columns."
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from, and how it was read."""

    name: str
    headers: tuple[Cell, ...]  # told apart from one another; the column's letter where empty
    header_row: int = 0  # as the spreadsheet program counts, from 1; 0 if there is none
    preamble: tuple[tuple[Cell, ...], ...] = ()  # the rows before the header that say something
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A row or a cell, as a person finds it in the spreadsheet program; columns count from 0."""

    row: int
    column: int | None = None
    header: str = ""

    def sentence(self) -> Sentence:
        """Return “row 12, column C (E-mail)”, to be filled into another sentence."""
        if self.column is None:
            return IN_ROW.filled(row=self.row)
        name = letter(self.column)
        if self.header in {"", name}:
            return IN_COLUMN.filled(row=self.row, column=name)
        return UNDER_HEADER.filled(row=self.row, column=name, header=self.header)


def place_in(headers: Sequence[Cell], row: int, column: int | None = None) -> Place:
    """Return the place of a cell under these headers."""
    known = column is not None and column < len(headers)
    return Place(row, column, headers[column] if known and column is not None else "")


def header_among(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return which of the first rows of a table names its columns, or nothing if none does.

    It is the first of those that name the most fields. In a language that is not known it is the
    first row that is as wide as the table, unless it holds an address or a number already.
    """
    if not any(_width(row) for row in rows):
        return None
    people = [any(map(looks_like_email, row)) for row in rows]
    names = [0 if person else named(row) for person, row in zip(people, rows, strict=True)]
    best = names.index(max(names))
    first = first_full_row(rows)
    needed = _NAMES_BELOW_PEOPLE if any(people[:best]) else 1 if best <= first else 2
    if names[best] >= needed:
        return best
    return None if any(_is_a_value(cell) for cell in rows[first]) else _only_if_headed(rows, first)


def first_full_row(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the first row that is as wide as most rows of the table are."""
    widths = [_width(row) for row in rows]
    filled = [width for width in widths if width]
    usual = max(filled, key=filled.count, default=0)
    return next((index for index, width in enumerate(widths) if width >= usual), 0)


def _only_if_headed(rows: Sequence[Sequence[Cell]], first: int) -> int | None:
    """Take the row for a header only if what stands below it looks different."""
    below = rows[first + 1 :]
    return first if any(_is_a_value(cell) for row in below for cell in row) else None


def _width(row: Sequence[Cell]) -> int:
    return sum(1 for cell in row if cell.strip())


def _is_a_value(cell: Cell) -> bool:
    text = cell.strip()
    return looks_like_email(text) or text.replace(".", "").replace(",", "").isdigit()

"""Tables as files that programs read and spreadsheets open, with nothing in them that runs."""

from __future__ import annotations

import codecs
import csv
from io import StringIO
from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import Link
from cpd_desktop.domain.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpd_desktop.domain.binder import Cell, Table

AT_ONCE = 1000


def table_file(table: Table) -> Iterator[bytes]:
    """Yield the table as CSV, in UTF-8 with the mark by which Excel knows it; links as paths."""
    yield codecs.BOM_UTF8 + _lines([table.headers])
    for start in range(0, len(table.rows), AT_ONCE):
        yield _lines(table.rows[start : start + AT_ONCE])


def _lines(rows: Sequence[Sequence[Cell]]) -> bytes:
    written = StringIO(newline="")
    csv.writer(written).writerows([harmless(_text(cell)) for cell in row] for row in rows)
    return written.getvalue().replace("\0", "\ufffd").encode("utf-8", "replace")


def _text(cell: Cell) -> str:
    if isinstance(cell, Link):
        return cell.text if cell.to.startswith("#") else cell.to
    return cell

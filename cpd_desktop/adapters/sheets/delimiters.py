"""Finds out what stands between the cells of a text file."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from cpd_desktop.domain.columns import named
from cpd_desktop.domain.sheets import SAMPLE_ROWS, first_full_row, header_among

if TYPE_CHECKING:
    from collections.abc import Iterable

DELIMITERS = ",;\t|"
_DECLARED = re.compile(r'"?sep=(.)"?\r?\n?$')
_ENOUGH = 0.5


def declared_delimiter(first_line: str) -> str:
    """Return the delimiter of a first line such as “sep=;”, which spreadsheet programs hide."""
    found = _DECLARED.match(first_line)
    return found[1] if found else ""


def delimiter_of(lines: list[str]) -> str:
    """Return what makes the best table of these lines.

    The best names the most fields in one row, then has rows of one width; the wider of equals.
    """
    return max(DELIMITERS, key=lambda delimiter: _fit(_table(lines, delimiter)))


def _table(lines: Iterable[str], delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(lines, delimiter=delimiter, strict=True):
            if cells:
                rows.append(cells)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # what was read before it tells enough here; reading the table finds it again
    return rows


def _fit(rows: list[list[str]]) -> tuple[int, float, int]:
    if not rows:
        return (0, 0.0, 0)
    header = header_among(rows)
    start = first_full_row(rows) if header is None else header
    width = len(rows[start])
    even = sum(1 for row in rows if len(row) == width) / len(rows)
    if width == 1:  # one column is always even, so many uneven ones must not lose against it
        even *= _ENOUGH
    return (named(rows[start]), even, width)

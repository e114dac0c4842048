"""What to do with a table whose header does not speak for itself: look at it, else ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.clock import tells_time
from cpd_desktop.domain.attendance.reports.columns import layout_with, tidy_cell
from cpd_desktop.domain.attendance.reports.durations import seconds_in
from cpd_desktop.domain.attendance.reports.questions import ColumnsUnknown
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.columns import fingerprint, guessed, letter, told_apart
from cpd_desktop.domain.people import looks_like_email
from cpd_desktop.domain.sheets import header_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.reports.columns import Layout
    from cpd_desktop.domain.attendance.reports.outline import Line
    from cpd_desktop.domain.sheets import Row

_MOST = 0.9
_SAMPLES_SHOWN = 5
_LONGEST_NAME = 100
_MOST_WORDS = 8
_NO_NAME = re.compile(r"[<>{}\[\]=\\/|%^*~;]|https?:")


def layout_by_content(rows: Sequence[Row]) -> Layout | None:
    """Return the layout of a list of names, with or without addresses, that has no header.

    Anything else is asked about: nothing is returned.
    """
    width = max((len(cells) for _, cells in rows), default=0)
    columns: dict[Column, int] = {}
    for at in range(width):
        texts = [text for _, cells in rows if at < len(cells) and (text := tidy_cell(cells[at]))]
        kind = _kind(texts)
        if kind is None and texts:
            return None
        if kind in columns:
            return None
        if kind is not None:
            columns[kind] = at
    if not columns.keys() & {Column.NAME, Column.EMAIL}:
        return None
    columns.pop(Column.REFERENCE, None)
    return layout_with([letter(at) for at in range(width)], columns)


def columns_question(rows: Sequence[Row]) -> ColumnsUnknown:
    """Return what a person needs to see in order to say which column is which."""
    width = max((len(cells) for _, cells in rows), default=0)
    header = header_among([cells for _, cells in rows])
    if header is None and _stands_above_times(rows, width):
        header = 0
    names = rows[header][1] if header is not None else []
    headers = told_apart([tidy_cell(cell) for cell in names] + [""] * (width - len(names)))
    below = rows if header is None else rows[header + 1 :]
    shown = tuple(tuple(cells) for _, cells in below[:_SAMPLES_SHOWN])
    row = 0 if header is None else rows[header][0]
    found = _found([cells for _, cells in below], width)
    return ColumnsUnknown(headers, row, shown, fingerprint(headers), found)


def times_untold(lines: Sequence[Line], header_rows: Sequence[Row]) -> ColumnsUnknown | None:
    """Return a question if columns tell times that no header explains: they would be lost."""
    if not lines:
        return None
    layout = lines[-1].layout
    if layout.marks or {Column.JOINED, Column.LEFT} <= layout.columns.keys():
        return None
    own = [line.cells for line in lines if line.layout is layout]
    known = {*layout.columns.values(), *_of_registrations(layout)}
    unexplained = [
        at
        for at in range(len(layout.headers))
        if at not in known
        and 2 * sum(1 for cells in own if at < len(cells) and tells_time(cells[at])) > len(own)
    ]
    if not unexplained:
        return None
    headers = told_apart(layout.headers)
    row = max(
        (row for row, cells in header_rows if row < lines[-1].row and _is(layout, cells)), default=0
    )
    shown = tuple(tuple(cells) for cells in own[:_SAMPLES_SHOWN])
    proposed = dict(layout.columns)
    if len(unexplained) == 2 and not proposed.keys() & {Column.JOINED, Column.LEFT}:  # noqa: PLR2004 - from and to
        proposed |= zip((Column.JOINED, Column.LEFT), unexplained, strict=True)
    return ColumnsUnknown(headers, row, shown, fingerprint(headers), proposed)


def _found(rows: Sequence[Sequence[str]], width: int) -> dict[Column, int]:
    """Return what the columns look like: a proposal for a person to look at, never used unasked."""
    found: dict[Column, int] = {}
    for at in range(width):
        texts = [text for cells in rows if at < len(cells) and (text := tidy_cell(cells[at]))]
        if texts and sum(map(tells_time, texts)) >= _MOST * len(texts):
            kind: Column | None = Column.LEFT if Column.JOINED in found else Column.JOINED
        elif texts and all(seconds_in(text) is not None for text in texts):
            kind = Column.DURATION
        else:
            kind = _kind(texts)
        if kind is not None:
            found.setdefault(kind, at)
    return found


def _stands_above_times(rows: Sequence[Row], width: int) -> bool:
    """Say whether the first row tells no time or length where all others do: it heads them."""
    found = _found([cells for _, cells in rows[1:]], width)
    timed = [found[each] for each in (Column.JOINED, Column.DURATION) if each in found]
    first = [tidy_cell(rows[0][1][at]) for at in timed if at < len(rows[0][1])]
    return any(text and not tells_time(text) and seconds_in(text) is None for text in first)


def _is(layout: Layout, cells: Sequence[str]) -> bool:
    return tuple(tidy_cell(cell) for cell in cells) == layout.headers


def _of_registrations(layout: Layout) -> set[int]:
    at = guessed(layout.headers).get(Field.REGISTERED_AT)
    return set() if at is None else {at}


def _kind(texts: Sequence[str]) -> Column | None:
    """Return what a column without a header tells: addresses, numbers of rows, or names."""
    tests = (
        (Column.EMAIL, looks_like_email),
        (Column.REFERENCE, str.isdigit),
        (Column.NAME, _looks_like_a_name),
    )
    for column, test in tests:
        if texts and sum(map(test, texts)) >= _MOST * len(texts):
            return column
    return None


def _looks_like_a_name(text: str) -> bool:
    return (
        len(text) <= _LONGEST_NAME
        and len(text.split()) <= _MOST_WORDS
        and any(character.isalpha() for character in text)
        and not _NO_NAME.search(text)
        and not tells_time(text)
    )

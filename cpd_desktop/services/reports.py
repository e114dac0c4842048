"""Reports of meetings, read from a stranger's table: who was there, or what must be asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.attendance.reports.reading import read_rows
from cpd_desktop.domain.sheets import SAMPLE_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.domain.attendance.reports.questions import ReadReport
    from cpd_desktop.domain.sheets import Row
    from cpd_desktop.services.sheets import Sheet, Sheets
    from cpd_desktop.services.work import Work

_ROWS_BETWEEN_REPORTS = 200


def read_report(
    sheets: Sheets,
    path: Path,
    work: Work,
    answers: Answers | None = None,
    expected: Expected | None = None,
) -> ReadReport:
    """Read a report from a file; of a workbook, the sheet that is answered, else the fitting one.

    Raises ``Invalid`` if it is no table, ``NotFound``, ``Unavailable``, and ``Cancelled``.
    """
    # A report has several headers, or none: the reading of it finds them, so the table has none.
    sheet = answers.sheet if answers else ""
    with sheets.open_sheet(path, sheet=sheet or None, header_row=0) as opened:
        return read_sheet(opened, work, answers, expected)


def read_pasted(
    sheets: Sheets,
    text: str,
    work: Work,
    answers: Answers | None = None,
    expected: Expected | None = None,
) -> ReadReport:
    """Read copied cells, or a list of names, one in a line; raises ``Invalid``, ``Cancelled``."""
    pasted = sheets.pasted(text, header_row=0 if "\t" in text else None)
    return read_sheet(pasted, work, answers, expected)


def read_sheet(
    sheet: Sheet, work: Work, answers: Answers | None = None, expected: Expected | None = None
) -> ReadReport:
    """Read a report from an open table; raises ``Invalid`` and ``Cancelled``."""
    above = _above(sheet)

    def rows() -> Iterator[Row]:
        yield from above
        for number, row in enumerate(sheet.rows()):
            if number % _ROWS_BETWEEN_REPORTS == 0:
                work.report(sheet.position, sheet.size)
            yield row
        work.report(sheet.size, sheet.size)

    first = [*above, *sheet.samples(SAMPLE_ROWS)]
    return read_rows(first, rows, answers or Answers(), expected or Expected())


def _above(sheet: Sheet) -> list[Row]:
    """Return the header that was found in pasted text, and what stands above it."""
    source = sheet.source
    if not source.header_row:
        return []
    rows = [*source.preamble, source.headers]
    begins = source.header_row - len(rows) + 1
    return [(begins + at, list(cells)) for at, cells in enumerate(rows)]

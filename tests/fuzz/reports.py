"""Damages reports in every way and reads them: ``python -m tests.fuzz.reports --minutes 5``.

Whatever a file holds, it is read, asked about or refused in words. Anything else that happens is
shown with the number that makes it happen again: ``--only NUMBER``.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.attendance.reports.columns import ReportMap
from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.written_dates import DateOrder
from cpd_desktop.services.reports import read_pasted, read_report
from cpd_desktop.services.work import Work
from tests.report_files import (
    EVENING,
    LANGUAGES,
    PEOPLE,
    STYLES,
    Writing,
    meet,
    teams,
    text,
    webex,
    webinar,
    zoom,
    zoom_block_on_each_row,
    zoom_totals,
    zoom_with_block,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.attendance.reports.questions import ReadReport

    Rows = list[list[str]]

NASTY = (
    *("", " ", "\t", '"', '""', "'", ",", ";", "\n", "\r", "\r\n", "\0", "\x1a", "\ufeff"),
    *("\u202f", "30/02/26"),
    *("()", "(", ")", "((((", "))))", "a (b", "（）", "#", "a#b", '="', '="x"', "=1+1", "'=1"),  # noqa: RUF001 - full-width brackets
    *("0", "-1", "1e309", "9" * 400, "٣", "①", "1:05", "99:99", "24:00", "12:60 PM", "0:00 AM"),
    *("0001-01-01 00:00", "9999-12-31 23:59:59", "2026-02-30 10:00", "31/12/9999 24:00"),
    *("2026-10-25 02:30", "2026-03-29 02:30", "10/10/10 10:10", "2026-10-14T10:00+99:99"),
    *("2026-10-14T10:00-00:00", "UTC+25", "10:00 UTC+24", "(UTC)", "Z", "PT1H", "1h 1h", "1h2m3s"),
    *("1. Summary", "2. Participants", "3. In-Meeting Activities", "9. Else", "Host Details"),
    *("Name", "Topic", "Meeting ID", "Start Time", "Attended", "Join Time (Europe/Berlin)"),
    *("Join Time (No/Where)", "Join Time (../../etc/passwd)", "Duration (seconds)", "Yes", "--"),
    *("<html>", "<!doctype html>", "\U0001f642", "\ud800", "e\u0301" * 50, "x" * 5000, "王" * 300),
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030")
ZONES = ("Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "UTC", "")
SHAPES: tuple[Callable[[Writing], Rows], ...] = (
    lambda writing: zoom(PEOPLE, writing),
    lambda writing: zoom_with_block(PEOPLE, writing),
    lambda writing: zoom_block_on_each_row(PEOPLE, writing),
    lambda writing: zoom_totals(PEOPLE, writing),
    lambda writing: webinar(PEOPLE, PEOPLE[:2], PEOPLE[:1], PEOPLE[:1], writing),
    lambda writing: teams(PEOPLE, writing),
    lambda writing: meet(PEOPLE, writing),
    lambda writing: webex(PEOPLE, writing),
    lambda _writing: [[was.name] for was in PEOPLE],
    lambda _writing: [["Name", "Time in", "Signature"], ["Ola", "18:00", "x"], ["Per", "", ""]],
)


def written(chance: random.Random) -> Rows:
    """Return a report in some shape, with some of its cells and rows spoilt."""
    writing = Writing(chance.choice(sorted(LANGUAGES)), chance.choice(sorted(STYLES)))
    rows = [list(row) for row in chance.choice(SHAPES)(writing)]
    for _ in range(chance.randrange(6)):
        row = chance.choice(rows)
        at, other = chance.randrange(len(row) + 1), chance.choice(rows)
        change = chance.randrange(7)
        if change == 0:
            row[at : at + 1] = [chance.choice(NASTY)]
        elif change == 1:
            row[at:at] = [chance.choice(NASTY)]
        elif change == 2:
            del row[at : at + 1]
        elif change == 3 and row and other:
            row[at : at + 1] = [chance.choice(other)]
        elif change == 4:
            rows.insert(chance.randrange(len(rows)), list(other))
        elif change == 5:
            rows.insert(chance.randrange(len(rows)), [])
        elif row and at < len(row):
            row[at] += chance.choice(NASTY)
    return rows


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some of them changed, lost or doubled."""
    whole = bytearray(content)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 5))):
        at = chance.randrange(len(whole) + 1)
        to = min(len(whole), at + chance.choice((1, 2, 10, 100)))
        change = chance.randrange(5)
        if change == 0:
            whole[at:to] = bytes(chance.randrange(256) for _ in range(to - at))
        elif change == 1:
            del whole[at:to]
        elif change == 2:
            whole[at:at] = whole[at:to] * chance.choice((1, 2, 50))
        elif change == 3:
            whole[at:at] = chance.choice(NASTY).encode("utf-8", "replace")
        else:
            del whole[at:]
    return bytes(whole)


def answers(chance: random.Random) -> Answers:
    """Return what a person may have answered."""
    columns = {column: chance.randrange(8) for column in chance.sample(list(Column), 5)}
    return Answers(
        chance.choice(ZONES),
        chance.choice((None, None, *DateOrder)),
        chance.choice((None, date(2026, 10, 14))),
        chance.choice((None, None, None, ReportMap(columns, chance.randrange(4)))),
    )


def expected(chance: random.Random) -> Expected:
    """Return what an event may know."""
    starts = EVENING + timedelta(days=chance.choice((0, 0, 1, 200)))
    sessions = chance.choice(((), ((starts, starts + timedelta(hours=1)),)))
    return Expected(sessions, chance.choice(("", "812 3456 7890")), chance.choice((None, EVENING)))


def read(number: int, folder: Path) -> ReadReport | None:
    """Read the report of this number; nothing if it is refused in words."""
    chance = random.Random(number)  # noqa: S311 - the same damage for the same number
    rows, sheets = written(chance), SheetFiles()
    given, known = answers(chance), expected(chance)
    kind = chance.randrange(12)
    try:
        if kind == 0:
            return read_pasted(sheets, text(rows, chance.choice(",\t")), Work(), given, known)
        path = folder / ("report.xlsx" if kind == 1 else "report.csv")
        if kind == 1:
            sheets.write(path, rows[0], rows[1:])
        else:
            plain = text(rows, chance.choice(",,;\t|"))
            path.write_bytes(plain.encode(chance.choice(ENCODINGS), "replace"))
        path.write_bytes(spoilt(path.read_bytes(), chance))
        return read_report(sheets, path, Work(), given, known)
    except CpdError as error:
        error.says.in_words()
        error.advice.in_words()
        return None


def check(told: ReadReport) -> None:
    """Raise if what was read cannot be."""
    assert all(str(said) for said in told.warnings)
    assert all(str(question.sentence()) for question in told.questions)
    report = told.report
    assert (report is None) == bool(told.questions)
    if report is None:
        return
    assert report.rows == len(report.presences) + len(report.absent) + len(report.rejected)
    assert all(each.reason.in_words() for each in report.rejected)
    for presence in report.presences:
        check_stay(presence)


def check_stay(presence: Presence) -> None:
    """Raise if a stay is none."""
    joined, left = presence.joined, presence.left
    assert presence.seconds >= 0
    assert all(each.tzinfo is UTC for each in (joined, left) if each)
    if joined and left:
        assert timedelta(0) <= left - joined <= timedelta(hours=30)
        assert left == joined or presence.seconds == (left - joined).total_seconds()


def tried(number: int, folder: Path) -> bool:
    """Read the report of this number, and show what went wrong."""
    try:
        told = read(number, folder)
        if told is not None:
            check(told)
    except Exception:  # noqa: BLE001 - this is what we look for
        sys.stdout.write(f"\nnumber {number}\n{traceback.format_exc()}")
        return False
    return True


def main() -> int:
    """Read damaged reports for so long; return 1 if any did what it must not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--only", type=int)
    chosen = parser.parse_args()
    until = time.monotonic() + 60 * chosen.minutes
    number, wrong = chosen.first, 0
    with tempfile.TemporaryDirectory() as folder:
        if chosen.only is not None:
            return int(not tried(chosen.only, Path(folder)))
        while time.monotonic() < until:
            wrong += not tried(number, Path(folder))
            number += 1
    sys.stdout.write(f"\n{number - chosen.first} reports read, {wrong} went wrong\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

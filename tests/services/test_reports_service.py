from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.services.reports import read_pasted, read_report
from cpd_desktop.services.work import Cancelled, Work
from tests.report_files import (
    BERLIN,
    EVENING,
    LANGUAGES,
    PEOPLE,
    Was,
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
from tests.reports import SESSION, ZONE, stays, stays_of

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.reports.questions import ReadReport
    from cpd_desktop.services.work import Progress

LATIN = [was for was in PEOPLE if was.name.isascii() and was.original.isascii()]
ENCODINGS = {
    "utf-8": PEOPLE,
    "utf-8-sig": PEOPLE,
    "utf-16": PEOPLE,
    "utf-16-le": PEOPLE,
    "cp1252": [*LATIN, Was("Zoë Müller", "zoe@mueller.example")],
    "gb18030": [PEOPLE[0], Was("王芳"), Was("李明华"), Was("张伟")],
}
SHAPES = {
    "zoom": zoom,
    "zoom with block": zoom_with_block,
    "zoom block on each row": zoom_block_on_each_row,
    "zoom totals": zoom_totals,
    "webinar": webinar,
    "teams": teams,
    "meet": meet,
    "webex": webex,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.csv"


def told(read: ReadReport) -> Report:
    assert read.report is not None, read.questions
    return read.report


def read(path: Path, *, work: Work | None = None, answers: Answers = ZONE) -> Report:
    return told(read_report(SheetFiles(), path, work or Work(), answers, SESSION))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_however_it_is_written_it_tells_the_same(path: Path, encoding: str, delimiter: str) -> None:
    people = ENCODINGS[encoding]
    writing = Writing("zh" if encoding == "gb18030" else "en")
    path.write_bytes(text(zoom_with_block(people, writing), delimiter).encode(encoding))
    assert stays(read(path).presences) == stays_of(people)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_comes_out_of_a_file_as_of_a_workbook(tmp_path: Path, shape: str) -> None:
    rows = SHAPES[shape](PEOPLE)  # type: ignore[operator]  # a writer of rows
    as_text, as_book = tmp_path / "report.csv", tmp_path / "report.xlsx"
    as_text.write_bytes(text(rows).encode())
    SheetFiles().write(as_book, rows[0], rows[1:])
    first, second = read(as_text), read(as_book)
    assert first == second
    assert len(first.presences) == len(PEOPLE)


def test_a_workbook_tells_its_dates_as_dates(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(zoom([])[0])
    for was in PEOPLE:
        came, gone = (
            each.astimezone(BERLIN).replace(tzinfo=None) for each in (was.joined, was.left)
        )
        sheet.append([was.shown, was.email, came, gone, -(-was.seconds // 60), "Yes",
                      "Yes" if was.waiting else "No"])  # fmt: skip
    book.save(tmp_path / "report.xlsx")
    assert stays(read(tmp_path / "report.xlsx").presences) == stays_of(PEOPLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_teams_writes_utf_16_and_tabs(path: Path, language: str) -> None:
    rows = teams(PEOPLE, Writing(language, "us, two figures"))
    path.write_bytes(text(rows, "\t").encode("utf-16"))
    whole = read(path)
    assert whole.origin is Origin.TEAMS
    assert stays(whole.presences) == stays_of(PEOPLE)


class TestPasting:
    def pasted(self, written: str) -> Report:
        return told(read_pasted(SheetFiles(), written, Work(), ZONE, SESSION))

    def test_names_one_in_a_line(self) -> None:
        whole = self.pasted("Agnes Thorsen\nŁucja Wrona\n\nNowak, Anna\n")
        assert whole.origin is Origin.NAMES
        assert [each.name for each in whole.presences] == [
            "Agnes Thorsen", "Łucja Wrona", "Nowak, Anna"
        ]  # fmt: skip

    def test_mailboxes(self) -> None:
        whole = self.pasted("Agnes Thorsen <agnes@thorsen.example>; ola@x.example <ola@x.example>")
        assert [each.email for each in whole.presences] == [
            "agnes@thorsen.example", "ola@x.example"
        ]  # fmt: skip

    @pytest.mark.parametrize("shape", SHAPES)
    def test_cells_copied_from_a_spreadsheet(self, shape: str) -> None:
        rows = SHAPES[shape](PEOPLE)  # type: ignore[operator]  # a writer of rows
        assert len(self.pasted(text(rows, "\t")).presences) == len(PEOPLE)

    @pytest.mark.parametrize("writer", [zoom, zoom_with_block])
    def test_the_text_of_a_file(self, writer: object) -> None:
        whole = self.pasted(text(writer(PEOPLE)))  # type: ignore[operator]  # a writer of rows
        assert stays(whole.presences) == stays_of(PEOPLE)


class TestWhatIsNoReport:
    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            (b"", "“report.csv” is empty: it has no rows."),
            (b"\n\n,,\n", "“report.csv” is empty: it has no rows."),
            (b"\x00\x01\x02\xff" * 500, "“report.csv” is not a table: its content is no text."),
            (b"\x89PNG\r\n\x1a\n" + bytes(500),
             "“report.csv” is a document or a picture, not a table."),
            (b"<!DOCTYPE html>\n<html><head><title>Sign In, Zoom</title>",
             "“report.csv” is a web page, not a table: perhaps one that asks to sign in."),
            (b'\xef\xbb\xbf\r\n <!-- saved --> <HTML lang="en">',
             "“report.csv” is a web page, not a table: perhaps one that asks to sign in."),
        ],
    )  # fmt: skip
    def test_it_is_refused_in_one_sentence(self, path: Path, content: bytes, sentence: str) -> None:
        path.write_bytes(content)
        with pytest.raises(Invalid) as caught:
            read(path)
        assert str(caught.value.says) == sentence

    def test_the_first_row_that_cannot_be_read_is_named(self, path: Path) -> None:
        lines = text(zoom(PEOPLE * 40)).splitlines(keepends=True)
        lines[150] = 'Ola,"ola@x.example\r\n'
        path.write_text("".join(lines), encoding="utf-8", newline="")
        with pytest.raises(Invalid, match="row 151"):
            read(path)


class TestLongReports:
    def test_dates_that_turn_out_otherwise_at_the_end_are_read_anew(self, path: Path) -> None:
        early, late = EVENING.replace(month=6, day=5), EVENING.replace(month=6, day=25)
        us = Writing(style="us")
        rows = zoom(PEOPLE[:1], us)
        again = [*rows[1]]
        again[2:4] = [us.clock(early), us.clock(early + timedelta(minutes=30))]
        last = [*rows[1]]
        last[2:4] = [us.clock(late), us.clock(late + timedelta(minutes=30))]
        path.write_text(text([rows[0], *[again] * 300, last]), encoding="utf-8")
        whole = told(read_report(SheetFiles(), path, Work(), ZONE, Expected()))
        assert {each.joined for each in whole.presences} == {early, late}

    def test_it_says_how_far_it_is(self, path: Path) -> None:
        path.write_text(text(zoom(PEOPLE * 1000)), encoding="utf-8")
        heard: list[Progress] = []
        read(path, work=Work(heard.append, every=0))
        assert [each.done for each in heard] == sorted(each.done for each in heard)
        assert heard[-1].done == heard[-1].total
        assert len(heard) > 10

    @pytest.mark.parametrize("stop_at", range(4))
    def test_it_stops_wherever_it_reports(self, path: Path, stop_at: int) -> None:
        path.write_text(text(zoom(PEOPLE * 100)), encoding="utf-8")
        heard: list[Progress] = []

        def listen(progress: Progress) -> None:
            heard.append(progress)
            if len(heard) > stop_at:
                work.cancel()

        work = Work(listen, every=0)
        with pytest.raises(Cancelled):
            read(path, work=work)
            work.report(1)
        assert len(heard) == stop_at + 1

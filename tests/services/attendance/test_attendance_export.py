"""The attendance of an event written down for others."""

from __future__ import annotations

import csv
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.sightings import Seen
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.papers import Unprintable
from cpd_desktop.domain.settings import Provider
from cpd_desktop.services.attendance.attendance_export import AttendanceExport
from cpd_desktop.services.work import Cancelled, Work
from tests.attended import zoom_csv
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.settings import Settings
    from tests.attended import Scene

TOM = ("Tom Becker", "tom@x.example")
LISA = ("Lisa Klein", "lisa@x.example")
EVIL = ('=HYPERLINK("http://x")', "evil@x.example")


@pytest.fixture
def export(scene: Scene, settings: Settings, tmp_path: Path) -> AttendanceExport:
    bundled = tmp_path / "fonts"
    bundled.mkdir()
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        found = [path for folder in system_folders() for path in folder.rglob(name)]
        shutil.copy(found[0], bundled)
    settings.put(Provider(provider="Northern Training"))
    return AttendanceExport(settings, scene.clock, SheetFiles(), PdfPapers(FontShelf(bundled, ())))


@pytest.fixture
def held(scene: Scene) -> Scene:
    """Give an event of two sessions: Tom was there, Lisa left, one is seen by hand."""
    later = a_session("Afternoon", starts=STARTS + timedelta(hours=3))
    draft = a_draft("Wound care", a_session("Morning"), later)
    scene.hold(replace(draft, credits=(read_credit("2 CPD hours"), read_credit("1.5 CPE credits"))))
    scene.register(TOM, LISA, EVIL)
    scene.bring(zoom_csv(
        ("Tom Becker 🎉", TOM[1], 0, 120), ("Tom Becker", TOM[1], 180, 299),
        ("Lisa Klein", "", 0, 60), ("Jane Visitor", "", 0, 9),
    ))  # fmt: skip
    morning = scene.events.get(scene.event).sessions[0]
    scene.attendance.see(scene.event, [scene.places[EVIL[1]]], morning.id, Seen(), "at the door")
    scene.attendance.override(scene.event, [scene.places[LISA[1]]], Verdict.MET, "her line was cut")
    return scene


def table(export: AttendanceExport, scene: Scene, path: Path) -> list[list[str]]:
    assert export.write(scene.found(), path, Work()) == 3
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file))
    rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return [[str(cell) for cell in row if cell is not None] for row in rows]


def words_of(path: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(path), "-"]
    made = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return " ".join(made.split())


@pytest.mark.parametrize("name", ["who.csv", "who.xlsx"])
def test_a_spreadsheet_says_of_everybody_how_long_what_for_and_why(
    export: AttendanceExport, held: Scene, tmp_path: Path, name: str
) -> None:
    header, *rows = table(export, held, tmp_path / name)
    assert header == [
        "Name", "Reference", "E-mail", "Joined as", "Minutes in 1. Morning",
        "Minutes in 2. Afternoon", "Minutes", "Percent", "Result", "CPD hours", "CPE credits",
        "Known by", "Evidence", "Reasons",
    ]  # fmt: skip
    by_email = {row[2]: row for row in rows if len(row) > 2}
    assert by_email[TOM[1]][3:12] == [
        "Tom Becker 🎉 / Tom Becker", "120", "119", "239", "99", "Attended", "2", "1.5",
        "address",
    ]  # fmt: skip
    lisa = by_email[LISA[1]]
    assert lisa[4:11] == ["60", "0", "60", "25", "Met, by decision", "2", "1.5"]
    assert "that it is met: her line was cut · 25 % of 240 minutes; 80 % needed." in lisa[-1]
    seen = by_email[EVIL[1]]
    assert seen[0] == "'" + EVIL[0]
    assert "noted by hand" in seen
    assert any("they were in “Morning”: at the door" in cell for cell in seen)


def test_below_the_people_stands_what_it_rests_on(
    export: AttendanceExport, held: Scene, tmp_path: Path
) -> None:
    rows = table(export, held, tmp_path / "who.csv")
    facts = dict(row for row in rows if len(row) == 2)
    assert facts["Event"] == "Wound care"
    assert facts["Provider"] == "Northern Training"
    assert facts["Session 2"].startswith("Afternoon, 2026-12-01, 17:00")
    assert "At least 80 % of the time is attended." in facts["Rule"]
    told = held.found().reconciliation
    assert facts["Reports"] == (
        f"rows {told.read} = matched 3 + guests 1 + hosts 0 + ignored 0 + to review 0"
    )
    assert facts["Made"] == "2026-12-02 14:00 (Europe/London)"


def test_lines_of_credit_with_rules_of_their_own_name_them(
    export: AttendanceExport, held: Scene, tmp_path: Path
) -> None:
    draft = held.events.get(held.event).draft()
    one, other = draft.credits
    rule = CreditRule(minimum_percent=10)
    held.events.change(held.event, replace(draft, credits=(one, replace(other, rule=rule))))
    facts = dict(row for row in table(export, held, tmp_path / "who.csv") if len(row) == 2)
    assert "10 %" in facts["Rule for 1.5 CPE credits"]
    assert "80 %" in facts["Rule for 2 CPD hours"]


def test_the_pdf_says_the_same_and_prints_what_a_font_lacks_as_a_question_mark(
    export: AttendanceExport, held: Scene, tmp_path: Path
) -> None:
    paper = tmp_path / "who.pdf"
    assert export.write(held.found(), paper, Work()) == 3
    said = words_of(paper)
    for part in (
        "Attendance", "Wound care", "Northern Training", "Tom Becker ?", "99 %", "2 CPD hours",
        "Minutes by session 1: 120 · 2: 119", "Met, by decision", "her line was cut",
        "rows 4 = matched 3 + guests 1", "At least 80 %", "Page 1 of 1", EVIL[0],
    ):  # fmt: skip
        assert part in said
    first = paper.read_bytes()
    export.write(held.found(), paper, Work())
    assert paper.read_bytes() == first


def test_many_people_go_over_many_pages_and_nobody_is_left_out(
    export: AttendanceExport, scene: Scene, tmp_path: Path
) -> None:
    people = [(f"Person Number{n:03}", f"p{n}@x.example") for n in range(40)]
    scene.register(*people)
    scene.bring(zoom_csv(*((name, email, 0, 120) for name, email in people)))
    paper = tmp_path / "who.pdf"
    export.write(scene.found(), paper, Work())
    said = words_of(paper)
    assert all(name in said for name, _ in people)
    pages = int(said.rpartition(" of ")[2].split()[0])
    assert pages > 2
    assert f"Page {pages} of {pages}" in said


def test_a_registered_name_that_no_font_can_print_is_named_and_nothing_is_written(
    export: AttendanceExport, scene: Scene, tmp_path: Path
) -> None:
    scene.register(("李伟", "li@x.example"))
    paper = tmp_path / "who.pdf"
    with pytest.raises(Unprintable, match="李伟"):
        export.write(scene.found(), paper, Work())
    assert not paper.exists()


@pytest.mark.parametrize("name", ["who.csv", "who.xlsx", "who.pdf"])
def test_stopped_anywhere_nothing_is_written(
    export: AttendanceExport, held: Scene, tmp_path: Path, name: str
) -> None:
    work = Work(lambda told: work.cancel() if told.done == 2 else None, every=0)
    with pytest.raises(Cancelled):
        export.write(held.found(), tmp_path / name, work)
    assert not (tmp_path / name).exists()


def test_it_is_written_in_the_words_it_is_given(
    export: AttendanceExport, held: Scene, tmp_path: Path
) -> None:
    def loud(words: Sentence) -> str:
        return str(words).upper()

    path = tmp_path / "who.csv"
    export.write(held.found(), path, Work(), loud)
    said = path.read_text(encoding="utf-8-sig")
    assert "REFERENCE" in said
    assert "MET, BY DECISION" in said
    assert "Met, by decision" not in said

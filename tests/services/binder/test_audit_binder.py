"""What an auditor finds in the binder of an event, two years later."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.binder.checking import check_binder
from cpd_desktop.domain.assignments import AssignmentDraft
from cpd_desktop.domain.attendance.sightings import Seen
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.content import ModuleDraft
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.settings import Provider
from cpd_desktop.services.check_in import CheckIns
from cpd_desktop.services.learning import Learning
from cpd_desktop.services.settings import Settings
from cpd_desktop.services.submissions import Submissions
from cpd_desktop.services.work import Cancelled, Work
from tests.attended import statements, zoom_csv
from tests.bound import LISA, MAI, STAYS, TOM
from tests.drafts import STARTS

if TYPE_CHECKING:
    from tests.bound import Bound


def test_originals_are_inside_as_they_came(bound: Bound) -> None:
    bound.write()
    assert bound.read("originals/reports/report.csv").decode() == zoom_csv(*STAYS)
    assert bound.read("originals/materials/Slides-fur-alle.pdf") == b"%PDF slides"
    (material,) = bound.table("materials")
    assert material["File"] == "originals/materials/Slides-fur-alle.pdf"
    assert "Slides für alle.pdf" in bound.page()


def test_every_version_of_a_report_is_inside_and_says_which_counts(bound: Bound) -> None:
    bound.scene.bring(zoom_csv(*STAYS, ("Tom Becker", "tom@x.example", 131, 132)))
    bound.write()
    first, second = bound.table("reports")
    assert (first["Stands"], second["Stands"]) == ("replaced by Report 2", "counts")
    assert first["File"] != second["File"]
    assert {row["Report"] for row in bound.table("intervals")} == {"Report 1", "Report 2"}
    assert [row["Report"] for row in bound.table("reconciliation")] == [
        "Report 2",
        "All that count",
    ]


def test_the_same_state_gives_the_same_bytes_on_another_day(bound: Bound) -> None:
    bound.write()
    before = bound.path.read_bytes()
    bound.scene.clock.move(days=400)
    bound.write()
    assert bound.path.read_bytes() == before
    Settings(bound.scene.db).put(Provider("Wren Education"))
    bound.write()
    assert bound.path.read_bytes() != before


def test_everybodys_time_can_be_added_up_from_the_table(bound: Bound) -> None:
    bound.write()
    rows = bound.table("computation")
    for name, seconds in ((TOM[0], 6300), (LISA[0], 3000)):
        mine = [row for row in rows if row["Name"] == name]
        together = sum(int(row["Seconds"]) for row in mine if row["Step"] == "together")
        counts = sum(int(row["Seconds"]) for row in mine if row["Step"] == "counts")
        (told,) = (row["Seconds"] for row in mine if row["Step"] == "attended in all")
        assert together == int(told) == seconds
        assert counts >= together
    tom = [row for row in rows if row["Name"] == TOM[0]]
    spans = [(row["From (UTC)"][11:16], row["To (UTC)"][11:16]) for row in tom
             if row["Step"] == "together"]  # fmt: skip
    assert spans == [("14:00", "15:00"), ("15:15", "16:00")]


def test_each_result_leads_to_how_it_was_computed(bound: Bound) -> None:
    bound.write()
    page = bound.page()
    for key in bound.scene.places.values():
        assert f'href="#person-{key}"' in page
        assert f'<article id="person-{key}">' in page
    assert "6,300 of 6,300 seconds: 105 minutes, 100 %" in page
    assert "Power cut." in page


def test_decisions_are_inside_with_who_when_why_also_those_taken_back(bound: Bound) -> None:
    bound.write()
    taken_back, undo, stands, override = bound.table("decisions")
    assert (taken_back["Why"], stands["Why"]) == ("She rang.", "She wrote.")
    assert taken_back["Stands"].startswith("taken back by anna (test) on 2026-12-02")
    assert (undo["Decided"], stands["Stands"], override["Decided"]) == ("undo 1", "in force", "met")
    assert LISA[0] in override["Registrations"]


def test_the_rule_is_told_in_words_with_its_version_and_source(bound: Bound) -> None:
    bound.write()
    page = bound.page()
    event = bound.scene.events.get(bound.scene.event)
    person = bound.scene.person(TOM[1])
    assert event.preset == "ancc"
    assert "coloradonurses.org" in page
    assert "Found in no source: An hour of 60 minutes" in page
    assert "The evaluation is done." in page
    assert "Breaks do not count." in page
    assert person.outcome.version in page


def test_plan_people_and_consent_are_inside(bound: Bound) -> None:
    bound.write()
    (session,) = bound.table("agenda")
    assert session["Breaks"] == "2026-12-01 15:00 to 15:15"
    assert (session["Time taught"], session["Speakers"]) == ("1:45:00", "Helena Marsh")
    assert [row["Consent to mail"] for row in bound.table("registrations")] == ["unknown"] * 3
    (speaker,) = bound.table("speakers")
    assert speaker["Conflicts of interest"] == "None to declare."
    assert "Name the five moments" in bound.page()
    assert "Keep until 1 Dec 2033" in bound.page()
    assert {row["Name"] for row in bound.table("marks")} == {TOM[0], LISA[0]}


def test_whoever_was_there_in_person_is_told_by_the_door(bound: Bound) -> None:
    scene = bound.scene
    (session,) = scene.events.get(scene.event).sessions
    CheckIns(scene.db, scene.clock).check_in(session.id, scene.places[MAI[1]], How.SCAN)
    bound.write()
    (checked_in,) = bound.table("check-ins")
    assert (checked_in["Name"], checked_in["At (UTC)"]) == (MAI[0], "2026-12-02T14:00:00Z")
    mine = [row for row in bound.table("computation") if row["Name"] == MAI[0]]
    (told,) = (row for row in mine if row["Step"] == "connection")
    assert (told["Report"], told["Seconds"]) == ("check-in", "6300")


def test_what_was_noted_by_hand_of_a_session_is_told_with_who_when_and_why(bound: Bound) -> None:
    scene = bound.scene
    (session,) = scene.events.get(scene.event).sessions
    CheckIns(scene.db, scene.clock).check_in(session.id, scene.places[MAI[1]], How.SCAN)
    early = Seen(left=STARTS + timedelta(minutes=90))
    scene.attendance.see(scene.event, [scene.places[MAI[1]]], session.id, early, "Left for a train")
    bound.write()
    (seen,) = bound.table("seen")
    assert (seen["Name"], seen["There"]) == (MAI[0], "to 2026-12-01 15:30")
    assert (seen["Noted by"], seen["Why"]) == ("anna (test)", "Left for a train")
    mine = [row for row in bound.table("computation") if row["Name"] == MAI[0]]
    (told,) = (row for row in mine if row["Step"] == "connection")
    (attended,) = (row for row in mine if row["Step"] == "attended in all")
    assert (told["Report"], told["Seconds"], attended["Seconds"]) == (
        "noted by hand",
        "5400",
        "4500",
    )


def test_what_was_asked_and_handed_in_is_inside_with_its_marks(bound: Bound) -> None:
    scene = bound.scene
    learning = Learning(scene.db, scene.files)
    module = learning.add_module(scene.event, ModuleDraft("Reading")).value
    handout, essay = scene.path / "Handout.pdf", scene.path / "essay.txt"
    handout.write_bytes(b"%PDF handout")
    essay.write_bytes(b"Hands first.")
    learning.add_documents(module.id, [handout])
    task = learning.add_assignment(
        scene.event, AssignmentDraft("Case", module_id=module.id, required=True)
    ).value
    work = Submissions(scene.db, scene.files, scene.clock)
    given = work.hand_in(task.id, scene.places[TOM[1]], "See the file.", essay).value
    work.mark_and_approve(given.id, [90], "Well seen")
    bound.write()
    assert bound.read("originals/content/Handout.pdf") == b"%PDF handout"
    assert bound.read("originals/work/essay.txt") == b"Hands first."
    (asked,) = bound.table("assignments")
    assert (asked["Module"], asked["To pass"], asked["Required"]) == ("Reading", "70", "yes")
    (result,) = bound.table("assignment-results")
    assert (result["Name"], result["Status"], result["Mark"]) == (TOM[0], "approved", "90")
    assert (result["Text"], result["Feedback"]) == ("See the file.", "Well seen")
    deeds = [row["What"] for row in bound.table("audit-trail")]
    assert {"module.add", "submission.hand_in", "submission.approve"} <= set(deeds)


def test_each_entry_of_the_trail_can_be_checked_by_its_hash(bound: Bound) -> None:
    bound.write()
    rows = bound.table("audit-trail")
    assert [row["What"] for row in rows][:2] == ["event.add", "event.change"]
    for row in rows:
        fields = [
            int(row["Entry"]), row["At (UTC)"], row["By"], row["What"], row["Of"] or None,
            int(row["Number"]) if row["Number"] else None,
            int(row["Undoes"]) if row["Undoes"] else None, row["Details"], row["Previous"],
        ]  # fmt: skip
        assert hashlib.sha256(json.dumps(fields).encode()).hexdigest() == row["Hash"]
    assert "nothing was altered" in bound.page()


def test_a_trail_that_was_tampered_with_is_said(bound: Bound) -> None:
    with closing(sqlite3.connect(bound.scene.db.path)) as connection:
        (trigger,) = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
            " AND sql LIKE '%UPDATE%'"
        ).fetchone()
        connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE journal SET who = 'somebody else' WHERE id = 2")
        connection.commit()
    bound.write()
    assert "tampered with at entry 2" in bound.page()


def test_the_binder_is_checked_by_the_program_of_every_system(bound: Bound) -> None:
    written = bound.write()
    checked = check_binder(bound.path, Work())
    assert (checked.problems, checked.files, checked.sha256) == ((), written.files, written.sha256)
    if shutil.which("sha256sum"):
        place = bound.scene.path / "unpacked"
        shutil.unpack_archive(bound.path, place)
        subprocess.run(
            ["sha256sum", "--strict", "--quiet", "-c", "MANIFEST.sha256"], cwd=place, check=True
        )


def test_an_original_that_is_lost_or_altered_is_said_and_the_rest_is_bound(bound: Bound) -> None:
    files = bound.scene.files
    (report,) = bound.scene.reports.on(bound.scene.event)
    slides = files.place(hashlib.sha256(b"%PDF slides").hexdigest())
    files.place(report.original.sha256).unlink()
    slides.write_bytes(b"%PDF others")
    lost, altered = map(str, bound.write().faults)
    assert lost == "The original report.csv is not kept here any more, so it is not inside."
    assert "originals/materials/Slides-fur-alle.pdf" in altered
    page = bound.page()
    assert "report.csv (not inside)" in page
    assert "was altered since it was taken in" in page
    assert check_binder(bound.path, Work()).problems == ()


def test_what_somebody_typed_runs_nowhere(bound: Bound) -> None:
    bound.scene.register(("=HYPERLINK(1)<script>", "x@x.example"))
    bound.write()
    names = [row["Name"] for row in bound.table("registrations")]
    assert names[-1] == "'=HYPERLINK(1)<script>"
    assert "<script" not in bound.page()


def test_an_event_that_only_is_planned_has_a_binder_too(bound: Bound) -> None:
    draft = bound.scene.events.get(bound.scene.event).draft()
    bound.scene.event = bound.scene.events.add(draft).value.id
    bound.write()
    assert check_binder(bound.path, Work()).problems == ()
    assert "0 of 0 earned credit." in bound.page()


def test_stopped_before_anything_is_written_nothing_is_there(bound: Bound) -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        bound.write(work)
    assert not bound.path.exists()


def test_there_is_no_binder_of_an_event_that_is_not_there(bound: Bound) -> None:
    bound.scene.event = 99
    with pytest.raises(NotFound):
        bound.write()
    assert not bound.path.exists()


def test_ten_times_the_people_take_as_many_statements(bound: Bound) -> None:
    with statements(bound.scene.db) as few:
        bound.binders.binder(bound.scene.event, Work())
    bound.scene.register(*((f"Person {n}", f"p{n}@x.example") for n in range(30)))
    with statements(bound.scene.db) as many:
        bound.binders.binder(bound.scene.event, Work())
    assert len(many) == len(few) < 55


def test_every_link_of_the_page_leads_somewhere(bound: Bound) -> None:
    bound.write()
    page = bound.page()
    links = re.findall(r'href="([^"]*)"', page)
    places = set(re.findall(r'id="([^"]*)"', page))
    assert len(places) == len(re.findall(r'id="', page))
    for each in links:
        assert each[1:] in places if each.startswith("#") else each in bound.names()
    assert set(bound.names()) - {"index.html"} <= set(links)

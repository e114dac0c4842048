"""Report files come in as they are, once each, and what is unclear is asked once."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from cpd_desktop.domain.attendance.reports.columns import ReportMap
from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    ColumnsUnknown,
    OrderUnclear,
    ZoneUnknown,
)
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.settings import ZoomAccount
from cpd_desktop.domain.written_dates import DateOrder
from cpd_desktop.services.work import Cancelled, Work
from tests.attended import zoom_csv
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.services.attendance.report_import import LookedAt
    from cpd_desktop.services.settings import Settings
    from tests.attended import Scene

TOM = ("Tom Becker", "tom@x.example", 0, 120)


def test_the_original_is_kept_byte_for_byte(scene: Scene) -> None:
    content = zoom_csv(TOM)
    kept = scene.bring(content, "from zoom.csv").value.report
    assert kept is not None
    assert scene.reports.original(kept.id) == content.encode()
    assert kept.original.file_name == "from zoom.csv"


def test_the_same_file_again_changes_nothing(scene: Scene) -> None:
    first = scene.bring(zoom_csv(TOM))
    again = scene.bring(zoom_csv(TOM), "copy.csv")
    assert (again.value.known, again.value.report) == (True, first.value.report)
    assert not again.changes


def test_a_newer_report_of_the_same_meeting_takes_the_place_of_the_older(scene: Scene) -> None:
    scene.bring(zoom_csv(TOM, meeting="81234567890"))
    newer = scene.bring(zoom_csv(TOM, ("Lisa", "", 0, 9), meeting="81234567890"), "2.csv")
    assert newer.value.report
    assert scene.found().facts.reports == (newer.value.report.id,)
    assert len(scene.reports.on(scene.event)) == 2


def test_without_a_number_the_newer_one_counts_only_if_it_tells_all_of_the_older(
    scene: Scene,
) -> None:
    scene.bring(zoom_csv(TOM, ("Lisa Klein", "", 0, 9)))
    scene.bring(zoom_csv(TOM, ("Lisa Klein", "", 0, 90), ("Mai", "", 5, 80)), "2.csv")
    assert [each.rows for each in scene.reports.current(scene.event)] == [3]
    scene.bring(zoom_csv(("Otto", "", 0, 90)), "other room.csv")
    assert [each.rows for each in scene.reports.current(scene.event)] == [3, 1]


def test_a_zone_that_fits_is_not_asked_for_but_said(scene: Scene) -> None:
    taken = scene.bring(zoom_csv(TOM)).value
    assert "Its times fit Europe/London" in str(taken.warnings[0])


def test_a_zone_that_does_not_fit_is_asked_for_with_an_example(scene: Scene) -> None:
    hours_before = zoom_csv(TOM, starts=STARTS - timedelta(hours=6))
    done = scene.bring(hours_before)
    (asked,) = done.value.questions
    assert isinstance(asked, ZoneUnknown)
    assert asked.examples[0] == "2026-12-01 08:00:00"
    assert (done.value.report, bool(done.changes)) == (None, False)
    assert scene.reports.on(scene.event) == []


def test_an_answered_zone_is_not_asked_for_again(scene: Scene) -> None:
    hours_before = zoom_csv(TOM, starts=STARTS - timedelta(hours=6))
    scene.bring(hours_before, answers=Answers(zone="America/Chicago"))
    again = zoom_csv(TOM, ("Mai", "", 3, 100), starts=STARTS - timedelta(hours=6))
    taken = scene.bring(again, "2.csv").value
    assert "America/Chicago" in str(taken.warnings[0])
    assert taken.report


def test_the_zone_of_the_account_at_zoom_is_tried_before_the_events(
    scene: Scene, settings: Settings
) -> None:
    settings.put(ZoomAccount(id="u1", zone="Europe/Berlin"))
    taken = scene.bring(zoom_csv(TOM, starts=STARTS + timedelta(hours=1))).value
    assert "Europe/Berlin" in str(taken.warnings[0])


def test_a_report_that_was_read_in_the_wrong_zone_is_corrected_by_another_answer(
    scene: Scene,
) -> None:
    wrong = scene.bring(zoom_csv(TOM), answers=Answers(zone="Europe/Berlin")).value.report
    right = scene.bring(zoom_csv(TOM), answers=Answers(zone="Europe/London")).value.report
    assert wrong is not None
    assert right is not None
    assert [each.id for each in scene.reports.current(scene.event)] == [right.id]
    assert scene.reports.presences(right.id).presences[0].joined == STARTS


def test_columns_that_were_explained_once_are_known_the_next_time(scene: Scene) -> None:
    odd = "Who,E-mail,Kom,Gikk\nTom Becker,,2026-12-01 14:00:00,2026-12-01 16:00:00\n"
    (asked,) = scene.bring(odd).value.questions
    assert isinstance(asked, ColumnsUnknown)
    columns = {Column.NAME: 0, Column.EMAIL: 1, Column.JOINED: 2, Column.LEFT: 3}
    answers = Answers(columns=ReportMap(columns, asked.header_row))
    assert scene.bring(odd, answers=answers).value.report
    more = odd + "Mai,,2026-12-01 14:00:00,2026-12-01 16:00:00\n"
    taken = scene.bring(more, "2.csv").value
    assert taken.report
    assert taken.report.rows == 2


AMBIGUOUS = (
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n"
    "Tom Becker,,{day} 14:00:00,{day} 16:00:00,120\n"
)


def test_an_order_of_dates_that_was_answered_once_is_taken_and_said_the_next_time(
    scene: Scene,
) -> None:
    first = AMBIGUOUS.format(day="03/04/2026")
    answers = Answers(zone="Europe/London")
    (asked,) = scene.bring(first, answers=answers).value.questions
    assert isinstance(asked, OrderUnclear)
    assert scene.bring(first, answers=replace(answers, dates=DateOrder.DAY_FIRST)).value.report
    taken = scene.bring(AMBIGUOUS.format(day="05/06/2026"), "2.csv", answers=answers).value
    assert "“05/06/2026” was read as 2026-06-05" in str(taken.warnings[0])
    looked = look(scene, AMBIGUOUS.format(day="05/06/2026"), answers=answers)
    assert looked.answers.dates is DateOrder.DAY_FIRST
    assert any(isinstance(each, OrderUnclear) for each in looked.asked), "it can be said otherwise"


def look(
    scene: Scene,
    content: str,
    name: str = "report.csv",
    *,
    answers: Answers | None = None,
    session_id: int | None = None,
) -> LookedAt:
    file = scene.path / name
    file.write_text(content, encoding="utf-8")
    return scene.report_import.look(
        scene.event, file, Work(), answers=answers, session_id=session_id
    )


def two_days(scene: Scene) -> tuple[int, int]:
    second = a_session("Day 2", starts=STARTS + timedelta(days=1))
    scene.event = scene.events.add(a_draft("Two days", a_session("Day 1"), second)).value.id
    one, two = scene.events.get(scene.event).sessions
    return one.id, two.id


def test_of_which_sessions_a_report_tells_is_seen_by_its_times(scene: Scene) -> None:
    one, two = two_days(scene)
    assert look(scene, zoom_csv(TOM)).sessions == (one,)
    both = zoom_csv(TOM, ("Tom Becker", "tom@x.example", 24 * 60, 25 * 60))
    assert look(scene, both, "2.csv").sessions == (one, two)
    assert look(scene, zoom_csv(TOM)).timed


def test_without_times_the_meetings_number_tells_the_session(scene: Scene) -> None:
    one, two = two_days(scene)
    scene.meet(81111111111, one)
    scene.meet(82222222222, two)
    totals = (
        "Topic,Meeting ID\nWound care,{number}\n\n"
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\nTom Becker,,90,Yes\n"
    )
    looked = look(scene, totals.format(number="822 2222 2222"))
    assert (looked.sessions, looked.timed) == ((two,), False)
    assert looked.told.warnings == ()
    strange = look(scene, totals.format(number="833 3333 3333"))
    assert strange.sessions == ()
    assert "and the event has 81111111111, 82222222222" in str(strange.told.warnings[0])


def test_a_file_that_was_imported_is_known_before_it_is_imported_again(scene: Scene) -> None:
    assert look(scene, zoom_csv(TOM)).known is None
    kept = scene.bring(zoom_csv(TOM)).value.report
    assert look(scene, zoom_csv(TOM), "copy.csv").known == kept
    assert look(scene, zoom_csv(TOM, ("Mai", "", 0, 9)), "2.csv").known is None


def test_another_sheet_of_a_workbook_can_be_read(scene: Scene) -> None:
    book = Workbook()
    book.worksheets[0].append(["About", "this file"])
    people = book.create_sheet("People")
    for row in csv.reader(zoom_csv(TOM).splitlines()):
        people.append(row)
    path = scene.path / "report.xlsx"
    book.save(path)
    first = scene.report_import.look(scene.event, path, Work())
    assert (first.sheet, first.sheets) == ("Sheet", ("Sheet", "People"))
    answers = Answers(sheet="People")
    taken = scene.report_import.bring_in(scene.event, path, Work(), answers=answers)
    assert taken.value.report is not None
    assert taken.value.report.rows == 1


def test_what_a_newer_report_replaces_is_told(scene: Scene) -> None:
    older = scene.bring(zoom_csv(TOM, meeting="81234567890")).value.report
    newer = scene.bring(zoom_csv(TOM, ("Lisa", "", 0, 9), meeting="81234567890"), "2.csv").value
    assert older is not None
    assert [each.id for each in newer.replaced] == [older.id]
    again = scene.bring(zoom_csv(TOM, ("Lisa", "", 0, 9), meeting="81234567890"), "2.csv").value
    assert again.replaced == ()


def test_a_copy_of_the_original_can_be_written(scene: Scene) -> None:
    kept = scene.bring(zoom_csv(TOM)).value.report
    assert kept is not None
    scene.reports.write_original(kept.id, scene.path / "copy.csv")
    assert (scene.path / "copy.csv").read_bytes() == zoom_csv(TOM).encode()


def test_a_report_of_one_session_counts_in_that_session_alone(scene: Scene) -> None:
    second = a_session("Day 2", starts=STARTS + timedelta(days=1))
    scene.event = scene.events.add(a_draft("Two days", a_session("Day 1"), second)).value.id
    scene.register(("Tom Becker", "tom@x.example"))
    first, _ = scene.events.get(scene.event).sessions
    scene.bring("Name\nTom Becker\n", "names.csv", session_id=first.id)
    assert [each.seconds for each in scene.person("tom@x.example").stays] == [7200, 0]


def test_a_list_without_times_is_not_counted_in_every_session(scene: Scene) -> None:
    second = a_session("Day 2", starts=STARTS + timedelta(days=1))
    scene.event = scene.events.add(a_draft("Two days", a_session("Day 1"), second)).value.id
    with pytest.raises(Invalid, match="does not tell when"):
        scene.bring("Name\nTom Becker\n", "names.csv")
    assert scene.reports.on(scene.event) == []


def test_naming_the_only_session_there_is_makes_no_other_report(scene: Scene) -> None:
    (session,) = scene.events.get(scene.event).sessions
    scene.bring(zoom_csv(TOM))
    assert scene.bring(zoom_csv(TOM), session_id=session.id).value.known


def test_a_session_of_another_event_is_refused(scene: Scene) -> None:
    with pytest.raises(NotFound, match="has no session 99"):
        scene.bring(zoom_csv(TOM), session_id=99)


def test_a_report_of_another_day_is_taken_in_with_a_warning(scene: Scene) -> None:
    content = zoom_csv(TOM, starts=STARTS - timedelta(days=3))
    taken = scene.bring(content, answers=Answers(zone="Europe/London")).value
    assert "Nobody in this report was there" in " ".join(map(str, taken.warnings))


def test_what_is_no_report_is_refused_and_nothing_kept(scene: Scene) -> None:
    with pytest.raises(Invalid):
        scene.bring("<!DOCTYPE html><html><body>Sign in</body></html>")
    assert scene.reports.on(scene.event) == []


def test_stopped_while_reading_nothing_is_kept(scene: Scene) -> None:
    work = Work()
    work.cancel()
    file = scene.path / "report.csv"
    file.write_text(zoom_csv(TOM))
    with pytest.raises(Cancelled):
        scene.report_import.bring_in(scene.event, file, work)
    assert scene.reports.on(scene.event) == []


def test_each_report_adds_up_by_itself(scene: Scene) -> None:
    scene.register(("Tom Becker", "tom@x.example"))
    one = scene.bring(zoom_csv(TOM, ("Otter.ai", "", 0, 9), meeting="81111111111")).value.report
    two = scene.bring(zoom_csv(TOM, ("Jane Doe", "", 0, 9), meeting="82222222222"), "2.csv")
    found = scene.found()
    assert one is not None
    assert two.value.report is not None
    first, second = found.sum_of(one.id), found.sum_of(two.value.report.id)
    assert first is not None
    assert second is not None
    assert (first.read, first.matched, first.ignored) == (2, 1, 1)
    assert (second.read, second.matched, second.guests) == (2, 1, 1)
    assert first + second == found.reconciliation
    assert replace(first, read=9).settled == 2

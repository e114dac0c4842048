from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.written_dates import DateOrder
from tests.report_files import (
    EVENING,
    LANGUAGES,
    PEOPLE,
    STYLES,
    Was,
    Writing,
    meet,
    teams,
    webex,
    webinar,
    zoom,
    zoom_block_on_each_row,
    zoom_totals,
    zoom_with_block,
)
from tests.reports import read, report, stays, stays_of

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.presences import Report


class TestZoom:
    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize("shape", [zoom, zoom_with_block, zoom_block_on_each_row])
    def test_every_stay_is_read_to_the_second(self, shape: object, style: str) -> None:
        told = report(shape(PEOPLE, Writing(style=style)))  # type: ignore[operator]  # a writer
        assert told.origin is Origin.ZOOM_MEETING
        assert stays(told.presences) == stays_of(PEOPLE)
        assert [each.renamed_from for each in told.presences] == [was.original for was in PEOPLE]
        assert [each.guest for each in told.presences] == [was.guest for was in PEOPLE]
        assert [each.waiting for each in told.presences] == [was.waiting for was in PEOPLE]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_headers_are_understood_in(self, language: str) -> None:
        writing = Writing(language)
        told = report(zoom(PEOPLE, writing))
        assert stays(told.presences) == stays_of(PEOPLE)
        assert [each.renamed_from for each in told.presences] == [was.original for was in PEOPLE]
        assert [each.guest for each in told.presences] == [was.guest for was in PEOPLE]
        assert [each.waiting for each in told.presences] == [was.waiting for was in PEOPLE]
        totals = report(zoom_totals(PEOPLE, writing))
        assert totals.totals_only
        assert not told.totals_only
        assert [each.seconds for each in totals.presences] == [
            -(-was.seconds // 60) * 60 for was in PEOPLE
        ]

    def test_the_meeting_above_the_people_is_read_too(self) -> None:
        told = report(zoom_with_block(PEOPLE, Writing(style="day first")))
        assert (told.meeting, told.topic) == ("81234567890", "Wound care, part 2")
        assert (told.starts, told.ends) == (EVENING, EVENING + timedelta(minutes=90))
        assert told.host_email == "host@clinic.example"

    def test_the_meeting_on_each_row_tells_its_runs_apart(self) -> None:
        told = report(zoom_block_on_each_row(PEOPLE))
        assert told.meeting == "81234567890"
        assert told.instances == (EVENING.isoformat(),)
        assert {each.instance for each in told.presences} == {EVENING.isoformat()}

    def test_a_row_is_found_again_where_it_stands(self) -> None:
        told = report(zoom_with_block(PEOPLE))
        assert [each.row for each in told.presences] == [5, 6, 7, 8, 9, 10]

    def test_a_header_that_is_repeated_is_nobody(self) -> None:
        rows = zoom(PEOPLE)
        told = report([*rows, rows[0], *rows[1:], [], rows[0], *rows[1:]])
        assert stays(told.presences) == stays_of(PEOPLE) * 3

    @pytest.mark.parametrize(
        ("written", "name", "renamed_from"),
        [
            ("Anna Nowak", "Anna Nowak", ""),
            ("Anna (Anna Nowak)", "Anna", "Anna Nowak"),
            ("Bo (he/him) (Robert (Bo) Ek)", "Bo (he/him)", "Robert (Bo) Ek"),
            ("Anna Nowak (she/her)", "Anna Nowak (she/her)", ""),
            ("芳（王芳）", "芳", "王芳"),  # noqa: RUF001 - full-width brackets
            ("(Anna)", "(Anna)", ""),
            ("Anna)", "Anna)", ""),
            ("Nowak# Anna", "Nowak, Anna", ""),
            ("Call-in user #1", "Call-in user #1", ""),
            ("1. FC Nord", "1. FC Nord", ""),
            ("", "", ""),
        ],
    )
    def test_a_name_and_the_one_before_it_are_told_apart(
        self, written: str, name: str, renamed_from: str
    ) -> None:
        rows = zoom([Was(written, "someone@else.example")])
        (told,) = report(rows).presences
        assert (told.name, told.renamed_from) == (name, renamed_from)

    def test_brackets_stay_in_a_column_that_tells_one_name(self) -> None:
        rows = [["Name", "Email", "Join Time", "Leave Time", "Duration"],
                *(row[:5] for row in zoom([Was("Anna (Nowak)")])[1:])]  # fmt: skip
        (told,) = report(rows).presences
        assert (told.name, told.renamed_from) == ("Anna (Nowak)", "")

    def test_people_without_names_are_kept(self) -> None:
        rows = zoom([Was(""), Was("", "", 60)])
        assert [each.name for each in report(rows).presences] == ["", ""]


class TestWebinar:
    HOST, GUEST = Was("Hedda Vik", "hedda@clinic.example"), Was("Ivo Ban", "ivo@clinic.example")
    AWAY = Was("Nils Away", "nils@away.example")

    def told(self) -> Report:
        return report(webinar(PEOPLE, [self.AWAY], [self.HOST], [self.GUEST]))

    def test_everybody_has_their_part(self) -> None:
        told = self.told()
        assert told.origin is Origin.ZOOM_WEBINAR
        assert [each.role for each in told.presences] == [
            Role.HOST, Role.PANELIST, *[Role.ATTENDEE] * len(PEOPLE)
        ]  # fmt: skip
        assert stays(told.presences) == stays_of([self.HOST, self.GUEST, *PEOPLE])

    def test_who_did_not_come_is_absent_and_not_present(self) -> None:
        told = self.told()
        (away,) = told.absent
        assert (away.name, away.email, away.joined, away.seconds) == (
            "Nils Away", "nils@away.example", None, 0
        )  # fmt: skip
        assert told.rows == 3 + len(PEOPLE)

    def test_the_webinar_is_known(self) -> None:
        told = self.told()
        assert (told.meeting, told.topic) == ("99876543210", "Wound care for all")
        assert (told.starts, told.ends) == (EVENING, EVENING + timedelta(minutes=90))


class TestTeams:
    @pytest.mark.parametrize("style", STYLES)
    def test_stays_count_and_not_the_sums_of_them(self, style: str) -> None:
        told = report(teams(PEOPLE, Writing(style=style)))
        assert told.origin is Origin.TEAMS
        assert stays(told.presences) == stays_of(PEOPLE)
        assert told.topic == "Wound care, part 2"
        assert (told.starts, told.ends) == (EVENING, EVENING + timedelta(minutes=90))
        assert [each.role for each in told.presences] == [Role.HOST, *[Role.UNTOLD] * 5]

    def test_without_stays_the_people_count(self) -> None:
        told = report(teams([PEOPLE[0], PEOPLE[1]], stays=False))
        assert stays(told.presences) == stays_of([PEOPLE[0], PEOPLE[1]])
        assert told.presences[0].account == "agnes@thorsen.example"

    def test_a_participant_of_whom_no_stay_is_told_is_not_lost(self) -> None:
        rows = [row for row in teams(PEOPLE) if not (row and row[0] == "王芳" and len(row) == 6)]
        told = report(rows)
        assert [each.name for each in told.presences][-1] == "王芳"
        assert told.rows == len(PEOPLE)

    def test_sections_are_known_by_their_numbers_in_any_language(self) -> None:
        titles = {"1. Summary": "1. Zusammenfassung", "2. Participants": "2. Teilnehmer",
                  "3. In-Meeting Activities": "3. Aktivitäten in der Besprechung"}  # fmt: skip
        heads = {"Name": "Name", "First Join": "Erster Beitritt", "Last Leave": "Letzter Austritt",
                 "In-Meeting Duration": "Besprechungsdauer", "Email": "E-Mail", "Role": "Rolle",
                 "Participant ID (UPN)": "Teilnehmer-ID (UPN)", "Join Time": "Beitrittszeit",
                 "Leave Time": "Austrittszeit", "Duration": "Dauer",
                 "Meeting title": "Besprechungstitel", "Start time": "Startzeit",
                 "End time": "Endzeit"}  # fmt: skip
        words = titles | heads
        rows = [
            [words.get(cell, cell) for cell in row] for row in teams(PEOPLE, Writing(style="dots"))
        ]
        told = report(rows)
        assert told.origin is Origin.TEAMS
        assert stays(told.presences) == stays_of(PEOPLE)
        assert told.starts == EVENING


class TestOthers:
    def test_meet_tells_times_and_the_event_the_day(self) -> None:
        people = [each for each in PEOPLE if not each.original]
        told = report(meet(people))
        assert told.origin is Origin.MEET
        assert [(each.email, each.joined, each.left) for each in told.presences] == [
            (was.email, was.joined, was.left) for was in people
        ]
        assert told.presences[0].name == "Agnes Thorsen"

    def test_webex_writes_its_cells_as_formulas(self) -> None:
        told = report(webex(PEOPLE))
        assert told.origin is Origin.WEBEX
        assert stays(told.presences) == stays_of(PEOPLE)
        assert told.starts == EVENING

    def test_a_list_of_names_needs_no_header(self) -> None:
        told = report([["1. Agnes Thorsen", ""], ["2. Łucja Wrona", ""]])
        assert told.origin is Origin.NAMES
        assert [each.name for each in told.presences] == ["Agnes Thorsen", "Łucja Wrona"]
        assert told.ready
        assert not told.totals_only

    def test_a_list_with_addresses_needs_none_either(self) -> None:
        told = report([["1", "Agnes Thorsen", "agnes@thorsen.example"], ["2", "Łucja Wrona", ""]])
        assert [(each.name, each.email) for each in told.presences] == [
            ("Agnes Thorsen", "agnes@thorsen.example"), ("Łucja Wrona", "")
        ]  # fmt: skip

    def test_a_sign_in_sheet_tells_who_signed(self) -> None:
        told = report([["Name", "Signature"], ["Agnes Thorsen", "A. Thorsen"], ["Nils Away", ""]])
        assert told.origin is Origin.SIGN_IN_SHEET
        assert [each.name for each in told.presences] == ["Agnes Thorsen"]
        assert [each.name for each in told.absent] == ["Nils Away"]

    def test_a_sign_in_sheet_tells_when_they_came_and_went(self) -> None:
        rows = [["Date", "Name", "Time in", "Time out"],
                ["14.10.2026", "Agnes Thorsen", "18:00", "19:30"],
                ["14.10.2026", "Łucja Wrona", "23:30", "0:30"]]  # fmt: skip
        told = report(rows)
        assert told.origin is Origin.SIGN_IN_SHEET
        assert [each.seconds for each in told.presences] == [5400, 3600]
        assert told.presences[0].joined == EVENING

    @pytest.mark.parametrize(
        ("headers", "presences"),
        [
            (["Nombre", "Firma"], 1),  # signed
            (["Name", "Firma"], 2),  # of a company
            (["Teilnehmer", "Firma"], 2),
            (["Name", "Title"], 2),
            (["Name", "Registered"], 2),
            (["Learner", "Signature"], 1),
        ],
    )
    def test_who_signed_is_told_from_who_works_for_a_company(
        self, headers: list[str], presences: int
    ) -> None:
        told = report([headers, ["Agnes Thorsen", "Thorsen"], ["Nils Away", ""]])
        assert len(told.presences) == presences
        assert told.rows == 2

    def test_a_job_is_no_part_in_the_meeting(self) -> None:
        told = report([["Name", "Role"], ["Agnes Thorsen", "Organist"]])
        assert told.presences[0].role is Role.UNTOLD

    def test_the_day_may_stand_above_a_sign_in_sheet(self) -> None:
        rows = [["Wound care, part 2"], ["Date:", "14.10.2026"], [],
                ["No.", "Name", "Arrival", "Departure", "Signature"],
                ["1", "Agnes Thorsen", "18:00", "19:30", "A. T."],
                ["2", "Łucja Wrona", "", "", "Wrona"],
                ["3", "Nils Away", "", "", ""]]  # fmt: skip
        told = report(rows, expected=Expected())
        assert [(each.name, each.joined, each.seconds) for each in told.presences] == [
            ("Agnes Thorsen", EVENING, 5400), ("Łucja Wrona", None, 0)
        ]  # fmt: skip
        assert [each.name for each in told.absent] == ["Nils Away"]

    @pytest.mark.parametrize("name", ["Student", "Participant", "Name", "Attendee", "Host"])
    def test_people_are_called_what_headers_are_called(self, name: str) -> None:
        assert [each.name for each in report([["Learner"], [name], ["Ola"]]).presences] == [
            name, "Ola"
        ]  # fmt: skip
        rows = zoom([Was("Ola"), Was(name), Was("Per")])
        assert [each.name for each in report(rows).presences] == ["Ola", name, "Per"]

    def test_who_dialled_in_to_a_webinar_stands_in_a_section_of_their_own(self) -> None:
        head = ["User Name", "Join Time", "Leave Time", "Time in Session (minutes)"]
        clock = Writing(style="month by name").clock
        rows = [*webinar(PEOPLE), ["Other Attended", ""], head,
                ["47123", clock(EVENING), clock(EVENING + timedelta(hours=1)), "60"]]  # fmt: skip
        told = report(rows)
        assert told.rows == len(PEOPLE) + 1
        assert (told.presences[-1].name, told.presences[-1].seconds) == ("47123", 3600)


class TestOrderOfDayAndMonth:
    AMBIGUOUS = Was("Agnes Thorsen", "agnes@thorsen.example")

    def rows(self, *pairs: tuple[str, str]) -> list[list[str]]:
        head = ["Name (Original Name)", "User Email", "Join Time", "Leave Time",
                "Duration (Minutes)", "Guest"]  # fmt: skip
        return [head, *([f"P{at}", "", a, b, "30", "Yes"] for at, (a, b) in enumerate(pairs))]

    def joined(self, rows: list[list[str]], expected: Expected, **answers: object) -> list[str]:
        told = read(rows, Answers(zone="UTC", **answers), expected)  # type: ignore[arg-type]  # any answers
        assert told.report is not None, told.questions
        return [f"{each.joined:%m-%d}" for each in told.report.presences]

    def test_one_row_that_can_be_read_one_way_only_decides_for_all(self) -> None:
        ambiguous = ("05/06/2026 10:00", "05/06/2026 10:30")
        before = [("05/05/2026 10:00", "05/05/2026 10:30")] * 150
        for clear, expected in (("25/06/2026", "06-05"), ("06/25/2026", "05-06")):
            rows = self.rows(*before, ambiguous, (f"{clear} 10:00", f"{clear} 10:30"))
            assert self.joined(rows, Expected())[150] == expected

    def test_nobody_stays_for_a_month(self) -> None:
        rows = self.rows(("05/06/2026 23:50", "06/06/2026 00:20"))
        assert self.joined(rows, Expected()) == ["06-05"]

    def test_the_meeting_above_decides_too(self) -> None:
        rows = [["Topic", "Meeting ID", "Start Time", "End Time"],
                ["Late", "1", "05/06/2026 23:00", "06/06/2026 00:30"],
                *self.rows(("05/06/2026 23:05", "05/06/2026 23:30"))]  # fmt: skip
        assert self.joined(rows, Expected()) == ["06-05"]

    def test_the_days_of_the_event_decide(self) -> None:
        rows = self.rows(("10/05/2026 10:00", "10/05/2026 10:30"))
        october = EVENING.replace(day=5)
        expected = Expected(sessions=((october, october + timedelta(hours=1)),))
        assert self.joined(rows, expected) == ["10-05"]

    def test_nobody_was_there_in_the_future(self) -> None:
        rows = self.rows(("05/12/2026 10:00", "05/12/2026 10:30"))
        assert self.joined(rows, Expected(now=EVENING)) == ["05-12"]

    def test_what_stays_unclear_is_asked_with_both_days(self) -> None:
        rows = self.rows(("05/06/2026 10:00", "05/06/2026 10:30"))
        told = read(rows, Answers(zone="UTC"), Expected(now=EVENING))
        assert told.report is None
        (question,) = told.questions
        assert str(question.sentence()) == (
            "“05/06/2026” can be 2026-06-05 or 2026-05-06."
            " Say which comes first, the day or the month."
        )
        for order, day in ((DateOrder.DAY_FIRST, "06-05"), (DateOrder.MONTH_FIRST, "05-06")):
            assert self.joined(rows, Expected(), dates=order) == [day]

    def test_a_file_that_contradicts_itself_is_asked_about_or_set_aside(self) -> None:
        rows = self.rows(
            ("25/06/2026 10:00", "25/06/2026 10:30"), ("06/25/2026 10:00", "06/25/2026 10:30")
        )
        told = report(rows, Answers(zone="UTC", dates=DateOrder.DAY_FIRST), Expected())
        assert [each.name for each in told.presences] == ["P0"]
        assert [(each.row, each.column, each.name) for each in told.rejected] == [
            (3, "Join Time", "P1")
        ]

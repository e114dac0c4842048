from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.reports.columns import ReportMap, report_map_kept
from cpd_desktop.domain.attendance.reports.questions import Answers, ColumnsUnknown, Expected
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.columns import fingerprint
from cpd_desktop.domain.errors import Invalid
from tests.report_files import (
    BERLIN,
    EVENING,
    PEOPLE,
    Was,
    Writing,
    teams,
    webinar,
    zoom,
    zoom_totals,
    zoom_with_block,
)
from tests.reports import SESSION, read, report, stays, stays_of

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.presences import Report

HEAD, FIRST, *_ = zoom(PEOPLE)
FINNISH = ["Nimi", "Sähköposti", "Liittymisaika", "Poistumisaika", "Kesto", "Vieras", "Odotus"]


def rejected(*rows: list[str], head: list[str] = HEAD) -> list[tuple[int, str, str]]:
    whole = report([head, FIRST, *rows])
    assert len(whole.presences) == 1
    return [(each.row, each.column, str(each.reason)) for each in whole.rejected]


def row(joined: str, left: str, minutes: str = "", name: str = "Ola") -> list[str]:
    return [name, "", joined, left, minutes, "Yes", "No"]


class TestRowsThatCannotBeTrue:
    @pytest.mark.parametrize(
        ("joined", "left", "column", "reason"),
        [
            ("2026-10-14 18:30:00", "2026-10-14 18:00:00", "Leave Time",
             "They left before they joined: “2026-10-14 18:30:00” to “2026-10-14 18:00:00”."),
            ("2026-10-14 18:30", "2026-10-16 18:30", "Leave Time",
             "From “2026-10-14 18:30” to “2026-10-16 18:30” is longer than any meeting lasts."),
            ("2027-10-14 18:30", "2027-10-14 18:40", "Join Time",
             "“2027-10-14 18:30” lies in the future."),
            ("soon", "2026-10-14 18:30", "Join Time", "“soon” is no date and time."),
            ("2026-10-14 18:30", "later", "Leave Time", "“later” is no date and time."),
            ("0001-01-01 00:00:00", "", "Join Time", "“0001-01-01 00:00:00” is no date and time."),
            ("2026-10-14 25:00", "", "Join Time", "“2026-10-14 25:00” is no date and time."),
            ("10/14/2026 13:00 PM", "", "Join Time", "“10/14/2026 13:00 PM” is no date and time."),
            ("", "", "Join Time", "The row does not say when they were there."),
            ("--", "n/a", "Join Time", "The row does not say when they were there."),
        ],
    )  # fmt: skip
    def test_it_is_set_aside_with_the_reason(
        self, joined: str, left: str, column: str, reason: str
    ) -> None:
        assert rejected(row(joined, left)) == [(3, column, reason)]

    def test_a_row_of_nobody_is_set_aside(self) -> None:
        assert rejected(["", "", "", "", "", "", "Yes"]) == [
            (3, "Name (Original Name)", "The row has no name and no e-mail address.")
        ]

    @pytest.mark.parametrize("length", ["1:05", "long", "-3", "9" * 40, "5 10", "1m 2h"])
    def test_a_length_that_is_none_is_set_aside(self, length: str) -> None:
        rows = zoom_totals(PEOPLE)
        whole = report([*rows, ["Ola", "", length, "Yes"]])
        (only,) = whole.rejected
        assert (only.row, only.column, only.name) == (8, "Total Duration (Minutes)", "Ola")
        assert str(only.reason) == (
            f"“{length}” is no length of time that can be read one way only."
        )

    def test_a_length_that_is_none_does_no_harm_beside_the_times(self) -> None:
        cells = row("2026-10-14 18:00", "2026-10-14 18:30", "half an hour")
        assert report([HEAD, cells]).presences[0].seconds == 1800

    def test_who_neither_came_nor_stayed_away_is_set_aside(self) -> None:
        whole = report([["Name", "Attended"], ["Ola", "yes"], ["Per", "maybe"], ["Ane", "no"]])
        assert [each.name for each in whole.presences] == ["Ola"]
        assert [each.name for each in whole.absent] == ["Ane"]
        assert [str(each.reason) for each in whole.rejected] == ["“maybe” is neither yes nor no."]

    def test_somebody_called_like_a_section_does_not_hide_the_others(self) -> None:
        rows = [HEAD, FIRST, ["1. FC Nord", *[""] * 6], FIRST, ["Host Details", *[""] * 6], FIRST]
        whole = report(rows)
        assert len(whole.presences) == 3
        assert [each.name for each in whole.rejected] == ["1. FC Nord", "Host Details"]


class TestNotReady:
    def test_a_zoom_report_with_a_stay_of_no_length_is_not_ready(self) -> None:
        empty = row("2026-10-14 18:00", "2026-10-14 18:00", "0")
        told = read([HEAD, FIRST, empty])
        assert told.report is not None
        assert not told.report.ready
        assert [str(each) for each in told.warnings] == [
            "The report is not ready: it tells stays of no length. Fetch it again in a while."
        ]

    def test_totals_of_nothing_are_not_ready(self) -> None:
        assert not report([*zoom_totals(PEOPLE), ["Ola", "", "0", "Yes"]]).ready

    def test_no_time_in_the_waiting_room_says_nothing(self) -> None:
        waited = [*row("2026-10-14 18:00", "2026-10-14 18:00", "0")[:6], "Yes"]
        assert report([HEAD, FIRST, waited]).ready

    def test_one_who_looked_in_for_no_second_does_not_spoil_a_teams_report(self) -> None:
        looked_in = Was("Ola", "ola@x.example", 60, 0)
        assert report(teams([*PEOPLE, looked_in])).ready
        assert not report(teams([looked_in])).ready


class TestTotals:
    def test_nothing_is_asked_that_changes_nothing(self) -> None:
        block = zoom_with_block([], Writing(style="us"))[:2]
        rows = [block[0], [cell.replace("10/14", "10/05") for cell in block[1]], [],
                *zoom_totals(PEOPLE)]  # fmt: skip
        whole = report(rows, Answers(), Expected())
        assert whole.totals_only
        assert whole.meeting == "81234567890"
        assert (whole.starts, whole.ends) == (None, None)


class TestAnotherMeeting:
    def said(self, rows: list[list[str]], expected: Expected) -> list[str]:
        return [str(each) for each in read(rows, expected=expected).warnings]

    def test_its_number_does_not_fit(self) -> None:
        other = Expected(SESSION.sessions, "999 8888 7777")
        same = Expected(SESSION.sessions, "81234567890")
        assert self.said(zoom_with_block(PEOPLE), other) == [
            "This is the report of meeting 81234567890, and the session has meeting 999 8888 7777."
        ]
        assert self.said(zoom_with_block(PEOPLE), same) == []

    def test_its_time_does_not_fit(self) -> None:
        earlier = EVENING - timedelta(days=7)
        expected = Expected(((earlier, earlier + timedelta(hours=2)),))
        (said,) = self.said(zoom(PEOPLE), expected)
        assert said == (
            "Nobody in this report was there at the time of a session."
            " It begins 2026-10-14 16:00 UTC."
        )

    HEADED = ["Topic", "Meeting ID", "Start Time", "Participants", *HEAD]  # noqa: RUF012 - data
    BLOCK = ("A", "1", "2026-10-14 18:00", "2")
    TWO = (HEADED, [*BLOCK, *FIRST], ["B", "2-2", *BLOCK[2:], *FIRST])

    def test_two_meetings_in_one_file_are_named(self) -> None:
        assert self.said(list(self.TWO), Expected()) == ["The report tells of 2 meetings: 1, 22."]

    def test_of_two_meetings_in_one_file_only_the_one_of_the_session_counts(self) -> None:
        whole = report(self.TWO, expected=Expected(meeting="2 2"))
        assert [each.row for each in whole.presences] == [3]
        assert [(each.row, str(each.reason)) for each in whole.rejected] == [
            (2, "The row is about another meeting.")
        ]

    def test_if_none_of_them_is_that_of_the_session_all_stay_and_it_is_said(self) -> None:
        assert len(report(self.TWO, expected=Expected(meeting="3")).presences) == 2
        assert self.said(list(self.TWO), Expected(meeting="3")) == [
            "This is the report of meeting 1, 22, and the session has meeting 3."
        ]


class TestUnknownColumns:
    ROWS = (["Kokous"], FINNISH, *zoom(PEOPLE)[1:])

    def asked(self, rows: object = ROWS) -> ColumnsUnknown:
        (question,) = read(rows).questions  # type: ignore[arg-type]  # rows of any kind
        assert isinstance(question, ColumnsUnknown)
        return question

    def test_columns_in_a_language_nobody_taught_us_are_asked_about(self) -> None:
        question = self.asked()
        assert question.headers == tuple(FINNISH)
        assert question.header_row == 2
        assert question.fingerprint == fingerprint(FINNISH)
        assert str(question.sentence()).startswith(
            "It is not clear what the columns tell: Nimi, Sähköposti, Liittymisaika,"
        )

    def test_what_they_look_like_is_proposed(self) -> None:
        assert self.asked().guessed == {
            Column.NAME: 0, Column.EMAIL: 1, Column.JOINED: 2, Column.LEFT: 3, Column.DURATION: 4
        }  # fmt: skip

    def test_the_answer_is_kept_and_reads_it(self) -> None:
        question = self.asked()
        chosen = ReportMap(question.guessed, question.header_row)
        assert report_map_kept(chosen.kept(), question.header_row) == chosen
        whole = report(self.ROWS, Answers(zone=BERLIN.key, columns=chosen))
        assert [each.seconds for each in whole.presences] == [was.seconds for was in PEOPLE]
        assert whole.presences[0].row == 3

    def test_times_under_headers_nobody_knows_are_not_lost(self) -> None:
        rows = [["Name", "E-mail", "Inn", "Ut"],
                ["Ola", "", "2026-10-14 18:00", "2026-10-14 19:00"]]  # fmt: skip
        assert self.asked(rows).guessed == {
            Column.NAME: 0, Column.EMAIL: 1, Column.JOINED: 2, Column.LEFT: 3
        }  # fmt: skip

    def test_one_such_column_may_tell_anything_and_nothing_is_proposed_for_it(self) -> None:
        rows = [["Name", "E-mail", "Inn"], ["Ola", "", "2026-10-14 18:00"]]
        assert self.asked(rows).guessed == {Column.NAME: 0, Column.EMAIL: 1}

    @pytest.mark.parametrize(
        ("first", "second"), [("2026-10-14 18:00", "2026-10-14 18:05"), ("61 min", "44 min")]
    )
    def test_a_row_without_times_above_rows_with_them_is_their_header(
        self, first: str, second: str
    ) -> None:
        question = self.asked([["Nimi", "Aika"], ["Ola Ek", first], ["Bo Ek", second]])
        assert (question.headers, question.header_row) == (("Nimi", "Aika"), 1)
        assert question.rows[0] == ("Ola Ek", first)

    def test_a_registration_date_is_no_attendance(self) -> None:
        whole = report([["Name", "Registration time"], ["Ola", "2026-10-14 18:00"]])
        assert whole.origin is Origin.NAMES
        assert whole.presences[0].joined is None

    @pytest.mark.parametrize(
        "rows",
        [
            [["{", ""], ['"a": 1,', ""], ["}", ""]],
            [["17"], ["18"], ["19"]],
            [["Ann", "Lee"], ["Bo", "Ek"]],
            [["Ann", "2026-10-14 18:00"], ["Bo", "2026-10-14 18:00"]],
        ],
    )
    def test_a_table_of_something_else_is_not_taken_for_people(self, rows: list[list[str]]) -> None:
        assert self.asked(rows).rows

    def test_a_list_saved_in_the_middle_of_a_meeting_is_refused(self) -> None:
        rows = [["Full Name", "User Action", "Timestamp"],
                ["Ola", "Joined", "10/14/2026, 6:00:00 PM"]]  # fmt: skip
        with pytest.raises(Invalid, match="saved while the meeting ran"):
            read(rows)

    def test_what_has_a_header_is_known_again_by_it(self) -> None:
        named, again, other = (
            read(rows).shape for rows in (zoom(PEOPLE), zoom(PEOPLE[:1]), zoom_totals(PEOPLE))
        )
        assert named == again != other
        assert read([["Ola Ek"], ["Bo Ek"]]).shape == ""
        assert "" not in {named, other}

    def test_a_zone_that_does_not_exist_is_refused(self) -> None:
        with pytest.raises(Invalid, match="no time zone called “Berlin”"):
            read(zoom(PEOPLE), Answers(zone="Berlin"))


class TestNobody:
    @pytest.mark.parametrize("rows", [[HEAD], zoom_with_block([]), webinar([])])
    def test_a_report_of_nobody_says_so(self, rows: list[list[str]]) -> None:
        told = read(rows)
        assert told.report is not None
        assert told.report.rows == 0
        assert str(told.warnings[0]) == "The report tells of nobody."


def shuffled_webinar() -> Report:
    away = [Was(f"Away {at}") for at in range(3)]
    return report(webinar(PEOPLE, away, PEOPLE[:1], PEOPLE[:1], Writing(style="us")))


def test_every_row_of_people_is_counted_once() -> None:
    assert shuffled_webinar().rows == len(PEOPLE) + 3 + 2
    assert stays(report(zoom([*PEOPLE, *PEOPLE])).presences) == stays_of(PEOPLE) * 2

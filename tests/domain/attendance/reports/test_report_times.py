from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    DayUnknown,
    Expected,
    ZoneUnknown,
)
from tests.report_files import (
    BERLIN,
    EVENING,
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
    zoom_with_block,
)
from tests.reports import read, report, stays, stays_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.attendance.presences import Report

    Write = Callable[[Sequence[Was], Writing], list[list[str]]]

HEAD = [
    "Name (Original Name)",
    "User Email",
    "Join Time",
    "Leave Time",
    "Duration (Minutes)",
    "Guest",
]


def stay(joined: str, left: str, minutes: str = "", name: str = "Agnes") -> list[str]:
    return [name, "", joined, left, minutes, "Yes"]


def told(
    *rows: Sequence[str],
    zone: str = "Europe/Berlin",
    expected: Expected | None = None,
    head: Sequence[str] = HEAD,
) -> Report:
    return report([head, *rows], Answers(zone=zone), expected or Expected())


def clocks(whole: Report) -> list[str]:
    return [f"{each.joined:%H:%M}-{each.left:%H:%M}" for each in whole.presences]


class TestZone:
    def test_a_zone_that_nobody_told_is_asked_for(self) -> None:
        asked = read(zoom(PEOPLE), Answers(), Expected())
        assert asked.report is None
        (question,) = asked.questions
        assert isinstance(question, ZoneUnknown)
        assert str(question.sentence()) == (
            "The report does not say in which time zone “2026-10-14 18:00:00” is. Say which one."
        )

    @pytest.mark.parametrize(
        "text",
        ["2026-10-14T16:00:00Z", "2026-10-14 18:00:00+02:00", "2026-10-14 18:00:00 +0200",
         "10/14/2026 4:00:00 PM UTC", "10/14/2026 6:00 PM (UTC+2)", "14.10.2026 18:00 GMT+02:00",
         "2026-10-14T16:00:00.66Z", "Oct 14, 2026 11:00 AM GMT-5"],
    )  # fmt: skip
    def test_a_zone_in_the_cell_counts_more_than_any_other(self, text: str) -> None:
        (only,) = told(stay(text, ""), zone="Asia/Tokyo").presences
        assert only.joined == EVENING

    @pytest.mark.parametrize("zone", ["UTC", "GMT+0", "Europe/London"])
    def test_a_zone_in_the_header_counts_more_than_the_answer(self, zone: str) -> None:
        head = [*HEAD[:2], f"Join Time ({zone})", f"Leave Time ({zone})", *HEAD[4:]]
        row = stay("2026-01-14 16:00", "2026-01-14 17:00")
        (only,) = told(row, zone="Asia/Tokyo", head=head).presences
        assert only.joined == datetime(2026, 1, 14, 16, tzinfo=UTC)

    def test_the_name_of_a_time_must_be_that_of_the_zone(self) -> None:
        whole = told(
            stay("2026-10-14 18:00 CEST", "2026-10-14 19:00 CEST"),
            stay("2026-10-14 12:00 EDT", "2026-10-14 13:00 EDT"),
        )
        assert [each.joined for each in whole.presences] == [EVENING]
        assert [str(each.reason) for each in whole.rejected] == [
            "“2026-10-14 12:00 EDT” is not told in the time of Europe/Berlin."
        ]

    def test_the_name_of_a_time_says_which_of_two_hours_it_was(self) -> None:
        whole = told(
            stay("2026-10-25 02:10 CET", "2026-10-25 02:30 CET"),
            stay("2026-10-25 02:10 CEST", "2026-10-25 02:30 CEST"),
        )
        assert clocks(whole) == ["01:10-01:30", "00:10-00:30"]

    def test_totals_need_no_zone(self) -> None:
        rows = [["Name (Original Name)", "Total Duration (Minutes)"], ["Agnes", "65"]]
        (only,) = report(rows, Answers(), Expected()).presences
        assert only.seconds == 3900


@pytest.mark.parametrize(
    "text",
    ["2026/10/14 下午6:00:00", "2026/10/14 午後06:00", "2026年10月14日 18時00分",
     "14/10/2026 à 18:00",
     "14.10.2026 um 18:00 Uhr", "Oct 14, 2026 at 6:00 PM", "10/14/2026 6:00 p. m.",
     "10/14/2026, 6:00:00\u202fPM", "14. Oktober 2026 18:00", "Wednesday, October 14, 2026 6:00 PM",
     "14 paź 2026, 18:00:00", "14-Oct-26 18:00", "10/14/2026  06:00PM", "2026-10-14T18:00:00.000"],
)  # fmt: skip
def test_a_moment_is_read_however_it_is_written(text: str) -> None:
    (only,) = told(stay(text, "")).presences
    assert only.joined == EVENING


class TestClocksThatChange:
    def test_the_length_told_says_which_of_two_hours_it_was(self) -> None:
        whole = told(
            stay("2026-10-25 02:10", "2026-10-25 02:50", "40"),
            stay("2026-10-25 01:50", "2026-10-25 02:10", "80"),
            stay("2026-10-25 02:50", "2026-10-25 02:10", "20"),
            stay("2026-10-25 02:30", "2026-10-25 03:10", "40"),
        )
        assert clocks(whole) == ["00:10-00:50", "23:50-01:10", "00:50-01:10", "01:30-02:10"]

    def test_the_row_before_says_which_of_two_hours_it_was(self) -> None:
        whole = told(
            stay("2026-10-25 02:40", "2026-10-25 02:50", "10"),
            stay("2026-10-25 02:20", "2026-10-25 02:30", "10"),
            stay("2026-10-25 02:40", "2026-10-25 02:50", "10"),
        )
        assert clocks(whole) == ["00:40-00:50", "01:20-01:30", "01:40-01:50"]

    def test_the_meeting_says_which_of_two_hours_it_was(self) -> None:
        head = ["Topic", "Meeting ID", "Start Time", "End Time"]
        rows = [head, ["Night", "1", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"], [], HEAD,
                stay("2026-10-25 02:10", "2026-10-25 02:30", "20")]  # fmt: skip
        whole = report(rows, Answers(zone=BERLIN.key), Expected())
        assert clocks(whole) == ["01:10-01:30"]

    def test_a_likelier_reading_is_said_to_be_one(self) -> None:
        answers = Answers(zone=BERLIN.key)
        row = stay("2026-10-25 02:10", "2026-10-25 02:30", "20")
        assert [str(each) for each in read([HEAD, row], answers, Expected()).warnings] == [
            "1 time in the hour that the clocks show twice: the likelier one was taken."
        ]

    def test_an_hour_that_was_skipped_is_set_aside(self) -> None:
        (only,) = told(stay("2026-03-29 02:30", "2026-03-29 04:00")).rejected
        assert str(only.reason) == (
            "“2026-03-29 02:30” did not exist: the clocks went forward."
            " The time zone may be another."
        )

    @given(
        st.datetimes(datetime(2026, 10, 24, 21), datetime(2026, 10, 25, 5)),  # noqa: DTZ001 - made UTC below
        st.integers(1, 36_000),
    )
    def test_with_its_length_every_stay_across_the_change_is_exact(
        self, begins: datetime, seconds: int
    ) -> None:
        was = Was("Agnes", "", seconds=seconds)
        joined = begins.replace(tzinfo=UTC, microsecond=0)
        left = joined + timedelta(seconds=seconds)
        shown = Writing()
        head = [*HEAD[:4], "Duration (seconds)", "Guest"]
        row = stay(shown.clock(joined), shown.clock(left), str(was.seconds))
        (only,) = told(row, head=head).presences
        assert only.joined is not None
        assert only.left is not None
        assert only.left - only.joined == left - joined
        if shown.clock(joined)[11:13] != "02" or shown.clock(left)[11:13] != "02":
            assert (only.joined, only.left) == (joined, left)


class TestTimesWithoutDays:
    def test_the_day_is_asked_for_if_nobody_told_it(self) -> None:
        asked = read(meet(PEOPLE[:1]), Answers(zone=BERLIN.key), Expected())
        (question,) = asked.questions
        assert isinstance(question, DayUnknown)
        assert str(question.sentence()) == (
            "The report tells times such as “06:00:00 PM” without a day. Say which day."
        )
        answered = Answers(zone=BERLIN.key, day=date(2026, 10, 14))
        assert report(meet(PEOPLE[:1]), answers=answered).presences[0].joined == EVENING

    def test_after_midnight_is_the_next_day(self) -> None:
        late = datetime(2026, 10, 14, 21, 30, tzinfo=UTC)
        rows = [["Name", "Time joined", "Time exited"], ["A", "11:40 PM", "12:50 AM"],
                ["B", "12:05 AM", "12:50 AM"]]  # fmt: skip
        expected = Expected(sessions=((late, late + timedelta(hours=2)),))
        whole = report(rows, Answers(zone=BERLIN.key), expected)
        assert [each.seconds for each in whole.presences] == [4200, 2700]
        assert all(each.joined and each.joined > late for each in whole.presences)


class TestHalves:
    def test_who_is_still_there_has_no_end(self) -> None:
        (only,) = told(stay("2026-10-14 18:00", "")).presences
        assert (only.joined, only.left, only.seconds) == (EVENING, None, 0)

    def test_a_length_replaces_the_end_or_the_beginning(self) -> None:
        whole = told(stay("2026-10-14 18:00", "", "30"), stay("", "2026-10-14 18:30", "30"))
        half = EVENING + timedelta(minutes=30)
        assert [(a.joined, a.left, a.seconds) for a in whole.presences] == [
            (EVENING, half, 1800)
        ] * 2

    def test_within_one_minute_the_length_told_counts(self) -> None:
        (only,) = told(stay("2026-10-14 18:00", "2026-10-14 18:00", "1")).presences
        assert only.seconds == 60


def in_a_webinar(people: Sequence[Was], writing: Writing) -> list[list[str]]:
    return webinar(people, writing=writing)


@given(
    st.lists(
        st.builds(
            Was,
            st.sampled_from(["Ann Lee", "Łucja Wrona", "王芳", "Nowak, Anna", 'O\'Neill "Al"']),
            st.sampled_from(["", "ann@lee.example"]),
            st.integers(0, 5000),
            st.integers(1, 5000),
            guest=st.booleans(),
            waiting=st.booleans(),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([zoom, zoom_with_block, zoom_block_on_each_row, teams, webex, in_a_webinar]),
    st.sampled_from(sorted(STYLES)),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
)
def test_what_was_written_is_read(people: list[Was], write: Write, style: str, zone: str) -> None:
    rows = write(people, Writing(style=style, zone=ZoneInfo(zone)))
    whole = report(rows, Answers(zone=zone))
    assert stays(whole.presences) == stays_of(people)
    assert not whole.rejected

"""Reports come out as they went in, once each, and the newest counts."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as signals

from cpd_desktop.domain.attendance.presences import Origin, Presence, Rejected, Report, Role
from cpd_desktop.domain.errors import CpdError, NotFound
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
LENGTH = timedelta(minutes=90)


def there(row: int, name: str, *, starts: datetime = STARTS, minutes: int = 90) -> Presence:
    left = starts + timedelta(minutes=minutes)
    return Presence(row, name, joined=starts, left=left, seconds=minutes * 60, guest=True)


def of(*people: Presence, meeting: str = "81234567890", **more: object) -> Report:
    told = Report(Origin.ZOOM_MEETING, people, len(people), meeting)
    return replace(told, **more)  # type: ignore[arg-type] # fields by name


WORDS = st.text(max_size=12)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 - made UTC
    lambda at: at.replace(microsecond=0, tzinfo=UTC)
)
PRESENCES = st.builds(
    Presence,
    row=st.integers(1, 10**6),
    joined=st.none() | MOMENTS,
    left=st.none() | MOMENTS,
    seconds=st.integers(0, 10**6),
    role=st.sampled_from(Role),
    guest=st.sampled_from((None, True, False)),
    waiting=st.booleans(),
    **{each.name: WORDS for each in fields(Presence) if each.type == "str"},
)
REASONS = st.builds(
    Sentence, WORDS, WORDS, st.dictionaries(WORDS, WORDS | st.integers(-9, 9), max_size=2)
)
REPORTS = st.builds(
    Report,
    origin=st.sampled_from(Origin),
    presences=st.lists(PRESENCES, max_size=5).map(tuple),
    rows=st.integers(0, 99),
    meeting=WORDS,
    instances=st.lists(WORDS, max_size=2).map(tuple),
    topic=WORDS,
    host_name=WORDS,
    host_email=WORDS,
    starts=st.none() | MOMENTS,
    ends=st.none() | MOMENTS,
    absent=st.lists(PRESENCES, max_size=3).map(tuple),
    totals_only=st.booleans(),
    ready=st.booleans(),
    rejected=st.lists(
        st.builds(Rejected, row=st.integers(1, 99), column=WORDS, reason=REASONS, name=WORDS),
        max_size=2,
    ).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(told=REPORTS, content=st.binary(min_size=1, max_size=50))
def test_a_report_comes_out_as_it_went_in(
    reports: Reports, event_id: int, told: Report, content: bytes
) -> None:
    kept = reports.keep(event_id, told, content, "report.csv").value
    try:
        assert reports.presences(kept.id) == told
        assert reports.original(kept.id) == content
    finally:
        reports.remove(kept.id)


def test_the_same_report_brought_in_again_changes_nothing(reports: Reports, event_id: int) -> None:
    told = of(there(1, "Maria"))
    first = reports.keep(event_id, told, b"bytes", "report.csv")
    again = reports.keep(event_id, told, b"bytes", "copy of report.csv")
    assert again.value == first.value
    assert not again.changes
    assert reports.on(event_id) == [first.value]


def test_an_older_version_brought_in_again_does_not_take_the_place_of_the_newer(
    reports: Reports, event_id: int
) -> None:
    older = of(there(1, "Maria"))
    reports.keep(event_id, older, b"1", "1.csv")
    newer = reports.keep(event_id, of(there(1, "Maria"), there(2, "Tom")), b"2", "2.csv").value
    assert reports.keep(event_id, older, b"1", "1.csv").value.replaced_by == newer.id
    assert reports.current(event_id) == [newer]


def test_a_newer_report_of_the_same_meeting_replaces_the_older_which_stays(
    reports: Reports, event_id: int
) -> None:
    older = reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv").value
    newer = reports.keep(event_id, of(there(1, "Tom")), b"2", "2.csv").value
    assert [each.id for each in reports.current(event_id)] == [newer.id]
    assert reports.read(older.id).replaced_by == newer.id
    assert reports.presences(older.id).presences[0].name == "Maria"


def test_another_day_or_another_meeting_stands_beside(reports: Reports, event_id: int) -> None:
    day = timedelta(days=1)
    for number, told in enumerate(
        (
            of(there(1, "Maria")),
            of(there(1, "Maria", starts=STARTS + day)),
            of(there(1, "Maria"), meeting="555"),
            of(there(1, "Maria"), meeting="", topic="Wounds"),
            of(there(1, "Maria"), meeting="", topic="Burns"),
        )
    ):
        reports.keep(event_id, told, b"%d" % number, "report.csv")
    assert len(reports.current(event_id)) == 5


def test_what_zoom_calls_another_instance_stands_beside_though_the_times_touch(
    reports: Reports, event_id: int
) -> None:
    first = of(there(1, "Maria"), instances=("a==",))
    reports.keep(event_id, first, b"1", "1")
    reports.keep(event_id, replace(first, instances=("b==",)), b"2", "2")
    assert len(reports.current(event_id)) == 2
    reports.keep(event_id, replace(first, instances=("a==", "b==")), b"3", "3")
    assert len(reports.current(event_id)) == 1


def test_a_file_of_the_same_meeting_replaces_what_was_fetched(
    reports: Reports, event_id: int
) -> None:
    fetched = of(there(1, "Maria"), instances=("a==",), origin=Origin.ZOOM_ANSWER)
    reports.keep(event_id, fetched, b"1", "1")
    file = reports.keep(event_id, of(there(1, "Maria", minutes=80)), b"2", "2").value
    assert reports.current(event_id) == [file]


def test_removed_it_makes_room_for_the_version_before_and_undo_brings_it_back(
    reports: Reports, event_id: int, history: History
) -> None:
    older = reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv").value
    told = of(there(1, "Tom"), absent=(Presence(2, "Ann", registrant="r"),), rows=2)
    newer = reports.keep(event_id, told, b"2", "2.csv").value
    removed = reports.remove(newer.id)
    assert reports.current(event_id) == [older]
    with pytest.raises(NotFound, match=f"no report {newer.id}"):
        reports.presences(newer.id)
    assert removed.entry
    history.undo(removed.entry)
    assert reports.current(event_id) == [newer]
    assert reports.presences(newer.id) == told


def test_reports_go_with_their_event_and_come_back_with_it(
    reports: Reports, event_id: int, events: Events, history: History
) -> None:
    told = of(*(there(row, f"P{row}") for row in range(1, 1500)))
    reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv")
    kept = reports.keep(event_id, told, b"2", "2.csv").value
    events.trash([event_id])
    removed = events.empty_trash([event_id]).entry
    assert reports.on(event_id) == []
    assert removed
    history.undo(removed)
    assert reports.current(event_id) == [kept]
    assert reports.presences(kept.id) == told


def test_undo_takes_a_report_back_whole(reports: Reports, event_id: int, history: History) -> None:
    older = reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv").value
    people = [there(row, f"P{row}") for row in range(1, 2500)]
    added = reports.keep(event_id, of(*people), b"2", "2.csv").changes
    assert added.entry
    history.undo(added.entry)
    assert reports.on(event_id) == [older]


def test_the_trail_says_what_was_done_with_reports(
    reports: Reports, event_id: int, history: History
) -> None:
    kept = reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv").value
    reports.remove(kept.id)
    deeds = [entry.deed for entry in history.entries(about=("event", event_id))]
    assert deeds[:2] == ["report.remove", "report.add"]


def test_a_report_for_no_event_is_refused_and_nothing_of_it_kept(reports: Reports) -> None:
    with pytest.raises(NotFound):
        reports.keep(99, of(there(1, "Maria")), b"1", "1.csv")
    assert reports.on(99) == []


def statements(reports: Reports) -> AbstractContextManager[list[str]]:
    from contextlib import contextmanager

    @contextmanager
    def listening() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
            seen.append(statement)

        engine = reports.db._engine
        signals.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            signals.remove(engine, "before_cursor_execute", note)

    return listening()


def test_ten_thousand_rows_take_as_many_statements_as_ten(
    reports: Reports, event_id: int, events: Events
) -> None:
    counts = []
    for size in (10, 10_000):
        people = [there(row, f"P{row}") for row in range(1, size + 1)]
        with statements(reports) as seen:
            kept = reports.keep(event_id, of(*people, meeting=f"{size}"), b"%d" % size, "r").value
            assert len(reports.presences(kept.id).presences) == size
        counts.append(len(seen))
    assert counts[1] <= counts[0] + 4  # the parts of the journal


def test_an_altered_original_is_told(reports: Reports, event_id: int) -> None:
    kept = reports.keep(event_id, of(there(1, "Maria")), b"1", "1.csv").value
    reports.files.place(kept.original.sha256).write_bytes(b"2")
    with pytest.raises(CpdError, match="altered"):
        reports.original(kept.id)

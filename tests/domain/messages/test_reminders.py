from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.messages.reminders import Offset, Planned, Task, document_of, due, next_due

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
EVENT = Planned(1, "Wound care", STARTS, STARTS + timedelta(hours=2))


def tasks(event: Planned, now: datetime, reminded: tuple[str, ...] = ()) -> list[Task]:
    return [each.task for each in due([event], reminded, now)]


def test_people_are_reminded_a_week_a_day_and_an_hour_before() -> None:
    for offset in Offset:
        (found,) = due([EVENT], (), STARTS - offset.before)
        assert (found.task, found.document) == (Task.REMIND, document_of(EVENT, offset))
        assert not found.is_late


def test_a_missed_reminder_is_offered_late_and_only_the_last_of_several() -> None:
    (found,) = due([EVENT], (), STARTS - timedelta(hours=20))
    assert found.document.endswith("1d")
    assert found.is_late


def test_nobody_is_reminded_of_what_has_begun() -> None:
    assert tasks(EVENT, STARTS) == []


@given(st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_same_reminder_is_never_due_twice(now: datetime) -> None:
    first = due([EVENT], (), now)
    documents = {each.document for each in first if each.task is Task.REMIND}
    again = due([EVENT], documents, now)
    assert not [each for each in again if each.task is Task.REMIND]


def test_an_event_that_was_moved_is_reminded_of_anew() -> None:
    moved = EVENT._replace(starts=STARTS + timedelta(days=1))
    assert document_of(moved, Offset.DAY) != document_of(EVENT, Offset.DAY)


def test_after_the_end_report_evaluation_and_certificates_are_to_be_seen_to() -> None:
    now = EVENT.ends + timedelta(hours=1)
    assert tasks(EVENT, now) == [Task.REPORT, Task.EVALUATION, Task.CERTIFICATES]
    done = EVENT._replace(has_report=True, asked_for_evaluation=True, certificates_sent=True)
    assert tasks(done, now) == []
    assert tasks(EVENT, now + timedelta(days=60)) == []


def test_an_approval_that_runs_out_before_the_event_is_told_at_once() -> None:
    early = EVENT._replace(approved_until=(date(2026, 11, 30),))
    assert tasks(early, STARTS - timedelta(days=90)) == [Task.APPROVAL]
    later = EVENT._replace(approved_until=(date(2027, 11, 30),))
    assert tasks(later, STARTS - timedelta(days=90)) == []


def test_the_next_reminder_is_known_before() -> None:
    now = STARTS - timedelta(days=2)
    assert next_due([EVENT], (), now) == STARTS - timedelta(days=1)
    assert next_due([EVENT], (), STARTS) is None

"""Stopped, killed, cut off or out of room at any step: nothing is kept by halves."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError, Unavailable
from cpd_desktop.services.drafts import Drafts
from cpd_desktop.services.work import Cancelled
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person
from tests.services.zoom.outcome.planning import Timeless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.zoom.outcome import Outcome
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.services.zoom.outcome.planning import Planner

CROWD = [Person(f"P{number}") for number in range(700)]
TOKEN_EXPIRED = faults.answering(
    400, {"code": 300, "message": "The next page token is invalid or expired."}
)


class Killed(BaseException):
    """Nothing catches this, as nothing catches a kill."""


class Watched(Timeless):
    """Work at each step of which something can happen."""

    def __init__(self, waiting: Waiting, then: Callable[[int], None]) -> None:
        super().__init__(waiting)
        self.steps = 0
        self._then = then

    def report(self, done: int, total: int | None = None, note: Sentence | str = "") -> None:
        self.steps += 1
        self._then(self.steps)
        super().report(done, total, note)


@contextmanager
def small_files(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def killed_at(step: int) -> Callable[[int], None]:
    def then(now: int) -> None:
        if now == step:
            raise Killed

    return then


def test_killed_at_any_step_it_keeps_whole_reports_or_none(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock, waiting: Waiting
) -> None:
    ours = planned()
    ours.hold(*CROWD[:350], minutes=20)
    ours.hold(*CROWD[350:], at=clock.now().replace(hour=10, minute=25), minutes=30)
    clock.move(hours=3)
    seen, step = set(), 0
    while True:
        step += 1
        try:
            outcome.fetch(ours.meeting_id, Watched(waiting, killed_at(step)))
        except Killed:
            rows = [each.rows for each in reports.on(ours.event_id)]
            seen.add(tuple(rows))
            for each in reports.on(ours.event_id):
                assert len(reports.presences(each.id).presences) == each.rows == 351
        else:
            break
    assert seen == {(), (351,)}
    assert len(reports.on(ours.event_id)) == 2


def test_stopped_between_two_pages_nothing_is_kept_and_the_next_try_is_whole(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock, waiting: Waiting
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)
    work: Watched

    def stop(_step: int) -> None:
        if any("participants" in each.path for each in ours.server.asked):
            work.cancel()

    work = Watched(waiting, stop)
    with pytest.raises(Cancelled):
        outcome.fetch(ours.meeting_id, work)
    assert reports.on(ours.event_id) == []
    (one,) = outcome.fetch(ours.meeting_id, ours.work).read
    assert one.rows == 701


def test_a_listing_that_begins_anew_counts_nobody_twice(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock, waiting: Waiting
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)
    pages: list[int] = []

    def expire(_step: int) -> None:
        asked = [each for each in ours.server.asked if each.path.endswith("/participants")]
        if len(asked) == 2 and not pages:  # the richer report was refused, one page is here
            pages.append(1)
            ours.server.faults.next("/v2/past_meetings", TOKEN_EXPIRED)

    (one,) = outcome.fetch(ours.meeting_id, Watched(waiting, expire)).read
    assert pages
    assert one.rows == 701
    assert one.report_id
    whole = reports.presences(one.report_id)
    assert [each.row for each in whole.presences] == list(range(1, 702))
    assert len(reports.original(one.report_id).splitlines()) == 3


@pytest.mark.parametrize("fault", [faults.CAPTIVE_PORTAL, faults.status(503), faults.DROP])
def test_a_connection_that_breaks_in_the_middle_leaves_nothing_half(
    planned: Planner,
    outcome: Outcome,
    reports: Reports,
    clock: FixedClock,
    waiting: Waiting,
    fault: faults.Fault,
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)

    def break_off(_step: int) -> None:
        if sum("participants" in each.path for each in ours.server.asked) == 2:
            ours.server.faults.next("/v2/past_meetings", fault, times=9)

    with pytest.raises(CpdError) as told:
        outcome.fetch(ours.meeting_id, Watched(waiting, break_off))
    assert isinstance(told.value, Unavailable)
    assert reports.on(ours.event_id) == []
    ours.server.faults.waiting.clear()
    clock.move(hours=1)
    waiting.pause(3600)
    assert outcome.fetch(ours.meeting_id, ours.work).read[0].rows == 701


def test_on_a_full_disk_nothing_is_half_kept_and_one_sentence_says_so(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)
    with small_files(100_000), pytest.raises(Unavailable) as told:
        outcome.fetch(ours.meeting_id, ours.work)
    assert str(told.value).startswith("The file could not be kept: ")
    assert str(told.value).endswith("Nothing was lost.")
    assert reports.on(ours.event_id) == []
    assert ours.rows() == []
    assert list(reports.files.names()) == []
    assert outcome.fetch(ours.meeting_id, ours.work).read[0].rows == 701


def test_a_database_without_room_keeps_nothing_of_the_report(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)
    Drafts(reports.db, clock).keep("editor", {"text": "long " * 100_000})  # the original has room
    log = reports.db.path.with_name("cpd.db-wal").stat().st_size
    with small_files(log + 9000), pytest.raises(Unavailable):
        outcome.fetch(ours.meeting_id, ours.work)
    assert reports.on(ours.event_id) == []
    assert ours.rows() == []
    assert outcome.fetch(ours.meeting_id, ours.work).read[0].rows == 701

"""What is counted of the meetings of an event, without asking Zoom."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.meetings import Recorded
from cpd_desktop.services.zoom.overview import Overview, Standing
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.record import Answered

if TYPE_CHECKING:
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.outcome import Outcome
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.services.zoom.outcome.planning import Planner

HOUR = timedelta(hours=1)


def test_a_report_is_due_from_the_end_until_it_is_settled(
    db: Database, clock: FixedClock, outcome: Outcome, planned: Planner, work: Work
) -> None:
    planned()  # of another event
    plan, overview = planned(), Overview(db, clock)
    plan.hold(Person("Ann"), Person("Ben"))
    assert overview.standing(plan.event_id) == Standing(1, 0, 0)
    clock.at = plan.starts + 2 * HOUR
    assert overview.standing(plan.event_id) == Standing(1, 0, 1)
    assert [each.session_id for each in overview.due(plan.event_id)] == plan.sessions
    for _ in range(2):
        outcome.fetch(plan.meeting_id, work)
        clock.move(hours=1)
    assert overview.standing(plan.event_id) == Standing(1, 0, 0)


def test_each_time_it_was_held_is_counted_with_all_that_was_told(
    db: Database, clock: FixedClock, outcome: Outcome, planned: Planner, work: Work
) -> None:
    plan, overview = planned(recorded=Recorded.CLOUD), Overview(db, clock)
    assert overview.held(plan.event_id) == {}
    held = plan.hold(Person("Ann"), Person("Ben"))
    held.polls = [Answered("Ann", "", "Ready?", "Yes", plan.starts)]
    held.questions = [Answered(who, "", "Why?", "So", plan.starts) for who in ("Ann", "Ben")]
    clock.at = plan.starts + 2 * HOUR
    outcome.fetch(plan.meeting_id, work)
    (found,) = overview.held(plan.event_id)[plan.meeting_id]
    assert (found.starts, found.reads, found.rows, found.settled) == (plan.starts, 1, 3, False)
    assert (found.polls, found.questions) == (1, 2)
    assert [bool(each.link) for each in found.files] == [True, True]


def test_what_cancelling_would_ask_about_is_counted(
    db: Database, clock: FixedClock, planned: Planner
) -> None:
    plan = planned()
    assert Overview(db, clock).at_zoom(plan.event_id) == 1

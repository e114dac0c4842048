"""Who came is fetched whole, as Zoom tells it, until it does not change any more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.presences import Origin
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.zoom.outcome import Outcome
    from tests.clock import FixedClock
    from tests.services.zoom.outcome.planning import Planner

MARIA, TOM = Person("Maria", waited=2), Person("Tom")


def test_who_came_is_kept_as_it_came_and_as_it_was_read(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    told = outcome.fetch(ours.meeting_id, ours.work)
    (kept,) = reports.current(ours.event_id)
    (one,) = told.read
    assert one.report_id == kept.id
    assert (kept.origin, kept.session_id, kept.ready) == (
        Origin.ZOOM_ANSWER,
        ours.sessions[0],
        True,
    )
    whole = reports.presences(kept.id)
    assert {each.name for each in whole.presences} == {"Maria", "Tom", "Host Example"}
    assert [each.waiting for each in whole.presences].count(True) == one.waiting == 1
    (line,) = reports.original(kept.id).splitlines()
    page = json.loads(line)
    assert page["instance"] == kept.instances[0]
    assert len(json.loads(page["body"])["participants"]) == kept.rows == 4

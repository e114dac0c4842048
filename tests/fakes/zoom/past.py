"""Meetings that were held, as their host may ask for them: `/past_meetings`, `/past_webinars`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom.attendance import (
    answers,
    check_age,
    past_row,
    past_summary,
    poll_detail,
    question_detail,
    rows_at,
    seconds_of,
)
from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.meeting_shapes import OCCURRENCE
from tests.fakes.zoom.registrants import shown
from tests.fakes.zoom.shapes import PAGES
from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.record import Instance, Meeting
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

INSTANCES_KEPT = timedelta(days=456)


@dataclass(frozen=True, slots=True)
class Past:
    """The calls about what was held; a number always means the latest instance."""

    site: Site
    webinar: bool = False

    def routes(self) -> Iterator[Route]:
        kind = "webinar" if self.webinar else "meeting"
        one = f"/past_{kind}s/{{id}}"
        polls = "webinar:read:list_past_polls" if self.webinar else "meeting:read:list_poll_results"
        medium = Label.MEDIUM
        if self.webinar:
            yield Route(
                "GET",
                f"{one}/absentees",
                Label.HEAVY,
                "webinar:read:list_absentees",
                self.absentees,
                {**PAGES, **OCCURRENCE},
            )
        else:
            yield Route("GET", one, Label.LIGHT, "meeting:read:past_meeting", self.read)
        yield Route(
            "GET",
            f"{one}/instances",
            Label.LIGHT if self.webinar else medium,
            f"{kind}:read:list_past_instances",
            self.instances,
        )
        yield Route(
            "GET",
            f"{one}/participants",
            medium,
            f"{kind}:read:list_past_participants",
            self.participants,
            PAGES,
        )
        yield Route("GET", f"{one}/polls", medium, polls, self.polls)
        yield Route("GET", f"{one}/qa", medium, f"{kind}:read:past_qa", self.questions)

    def _instance(self, call: Call) -> Instance:
        self.site.check_paid(call)
        instance = self.site.book.instance(call, webinar=self.webinar)
        check_age(instance, call.now)
        return instance

    def read(self, call: Call) -> Json:
        return past_summary(self._instance(call), call.now)

    def instances(self, call: Call) -> Json:
        meeting = self.site.book.named(call, webinar=self.webinar)
        name = "webinars" if self.webinar else "meetings"
        return {
            name: [
                {"uuid": each.uuid, "start_time": utc(each.start)}
                for each in meeting.instances
                if each.over(call.now) and call.now - each.start <= INSTANCES_KEPT
            ]
        }

    def participants(self, call: Call) -> Json:
        instance = self._instance(call)
        seconds = seconds_of(instance, call.now)
        return self.site.pages.page(
            call,
            "participants",
            rows_at(instance, call.now),
            lambda row: past_row(row, seconds(row)),
        )

    def polls(self, call: Call) -> Json:
        instance = self._instance(call)
        return answers(instance, instance.polls, poll_detail)

    def questions(self, call: Call) -> Json:
        instance = self._instance(call)
        return answers(instance, instance.questions, question_detail)

    def absentees(self, call: Call) -> Json:
        instance = self._instance(call)
        meeting = instance.meeting
        if not meeting.takes_registrations:
            raise Refusal(
                400, 3000, f"This webinar doesn't have registration required: {instance.uuid}."
            )
        if wanted := call.query.get("occurrence_id"):
            instance = _held_for(meeting, wanted)
        came = {row.registrant_id for row in instance.rows if not row.waiting}
        missed = [
            each
            for each in meeting.registrants.values()
            if each.status == "approved" and each.id not in came
        ]
        return self.site.pages.page(call, "registrants", missed, shown)


def _held_for(meeting: Meeting, occurrence: str) -> Instance:
    planned = meeting.occurrence(occurrence)
    return min(meeting.instances, key=lambda held: abs(held.start - planned.start))

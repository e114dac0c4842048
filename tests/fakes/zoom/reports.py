"""The reports that only administrators may ask for: `/report/…`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom.attendance import (
    answers,
    check_age,
    poll_detail,
    report_row,
    reported_question,
    rows_at,
    seconds_of,
    summary,
)
from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.shapes import PAGES, choice, day
from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.record import Instance
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

LONGEST_WINDOW = timedelta(days=31)
OLDEST = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Reports:
    """The calls about meetings, or about webinars."""

    site: Site
    webinar: bool = False

    def routes(self) -> Iterator[Route]:
        kind = "webinar" if self.webinar else "meeting"
        one = f"/report/{kind}s/{{id}}"
        people = {**PAGES, "include_fields": choice("registrant_id")}
        for place, scope, answer, query in (
            (one, f"report:read:{kind}", self.read, {}),
            (
                f"{one}/participants",
                f"report:read:list_{kind}_participants",
                self.participants,
                people,
            ),
            (f"{one}/polls", f"report:read:list_{kind}_polls", self.polls, {}),
            (f"{one}/qa", f"report:read:{kind}_qna", self.questions, {}),
        ):
            yield Route("GET", place, Label.HEAVY, scope, answer, query, admin_only=True)
        if not self.webinar:
            window = {
                **PAGES,
                "from": day,
                "to": day,
                "type": choice("past", "pastOne", "pastJoined"),
            }
            yield Route(
                "GET",
                "/report/users/{user}/meetings",
                Label.HEAVY,
                "report:read:user",
                self.of_user,
                window,
                admin_only=True,
            )

    def _instance(self, call: Call) -> Instance:
        self.site.check_paid(call)
        instance = self.site.book.instance(call, webinar=self.webinar)
        check_age(instance, call.now)
        return instance

    def read(self, call: Call) -> Json:
        return summary(self._instance(call), call.now)

    def participants(self, call: Call) -> Json:
        instance = self._instance(call)
        seconds = seconds_of(instance, call.now)
        wanted = "include_fields" in call.query
        return self.site.pages.page(
            call,
            "participants",
            rows_at(instance, call.now),
            lambda row: report_row(row, seconds(row), with_registrant=wanted),
        )

    def polls(self, call: Call) -> Json:
        instance = self._instance(call)
        return answers(instance, instance.polls, poll_detail)

    def questions(self, call: Call) -> Json:
        instance = self._instance(call)
        return answers(instance, instance.questions, reported_question)

    def of_user(self, call: Call) -> Json:
        """Tell what a user held: `past` leaves out meetings of one person, `pastOne` all others."""
        self.site.check_paid(call)
        user = self.site.user_of(call)
        first, last = _window(call)
        alone = call.query.get("type", "past") == "pastOne"
        found = [
            summary(instance, call.now)
            for meeting in self.site.book.meetings.values()
            for instance in meeting.instances
            if meeting.host is user
            and instance.over(call.now)
            and first <= instance.start.date() <= last
            and (summary(instance, call.now)["participants_count"] < 2) == alone
        ]
        told = self.site.pages.page(call, "meetings", found, lambda item: item)
        return {"from": first.isoformat(), "to": last.isoformat()} | told


def _window(call: Call) -> tuple[date, date]:
    missing = tuple(
        (key, "This field is required.") for key in ("from", "to") if key not in call.query
    )
    if missing:
        raise Refusal(400, 300, "Validation Failed.", missing)
    first, last = (date.fromisoformat(call.query[key]) for key in ("from", "to"))
    oldest = datetime.date(call.now - OLDEST)
    if not first <= last <= first + LONGEST_WINDOW or first < oldest:
        raise Refusal(400, 300, "Only a month within the last six months can be reported.")
    return first, last

"""Meetings and webinars from their making to their deletion: the verbs are the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom import meeting_shapes as shapes
from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.holding import finish
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.record import EXPIRES_AFTER, RECURRING_ANYTIME, Meeting
from tests.fakes.zoom.scheduling import Scheduling
from tests.fakes.zoom.telling import brief, in_full, invitation, previous, soon, upcoming
from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.users import User
    from tests.fakes.zoom.wire import Json

LONGEST_WINDOW = timedelta(days=183)
ONE_OCCURRENCE = {"agenda", "start_time", "duration", "settings", "timezone"}


@dataclass(frozen=True, slots=True)
class Meetings:
    """The calls about meetings, or about webinars."""

    site: Site
    webinar: bool = False

    def routes(self) -> Iterator[Route]:
        one = "/webinars/{id}" if self.webinar else "/meetings/{id}"
        mine = "/users/{user}/webinars" if self.webinar else "/users/{user}/meetings"
        kind = "webinar" if self.webinar else "meeting"
        light = Label.LIGHT

        new = shapes.NEW_WEBINAR if self.webinar else shapes.NEW_MEETING
        changed = shapes.CHANGED_WEBINAR if self.webinar else shapes.CHANGED_MEETING
        status = shapes.WEBINAR_STATUS if self.webinar else shapes.STATUS
        listed = shapes.LIST_WEBINARS if self.webinar else shapes.LIST
        deleted = shapes.DELETE_WEBINAR if self.webinar else shapes.DELETE
        yield Route("POST", mine, light, f"{kind}:write:{kind}", self.create, {}, new, 201)
        yield Route("GET", mine, Label.MEDIUM, f"{kind}:read:list_{kind}s", self.listing, listed)
        yield Route("GET", one, light, f"{kind}:read:{kind}", self.read, shapes.READ)
        yield Route(
            "PATCH", one, light, f"{kind}:update:{kind}", self.update, shapes.OCCURRENCE, changed
        )
        yield Route("DELETE", one, light, f"{kind}:delete:{kind}", self.delete, deleted)
        yield Route(
            "PUT", f"{one}/status", light, f"{kind}:update:status", self.set_status, {}, status
        )
        if not self.webinar:
            yield Route(
                "GET", f"{one}/invitation", light, "meeting:read:invitation", self.invitation
            )
            yield Route(
                "GET",
                "/users/{user}/upcoming_meetings",
                Label.MEDIUM,
                "meeting:read:list_upcoming_meetings",
                self.coming,
            )

    @property
    def scheduling(self) -> Scheduling:
        return Scheduling(self.site, self.webinar)

    def create(self, call: Call) -> Json:
        host = self._able(self.site.user_of(call))
        wanted = call.body.get("schedule_for", host.email)
        if wanted != host.email:
            raise Refusal(400, 3000, f"You cannot schedule a meeting for {wanted}.")
        self.scheduling.check(call.body, host)
        self.site.limits.count_meeting_written(host.id)
        meeting = self.scheduling.new(call.body, host, call.now)
        self.site.book.meetings[meeting.id] = meeting
        return in_full(meeting, self.site, call.now)

    def read(self, call: Call) -> Json:
        meeting = self._named(call)
        shown = in_full(
            meeting,
            self.site,
            call.now,
            with_previous=call.query.get("show_previous_occurrences") == "true",
        )
        if wanted := call.query.get("occurrence_id"):
            only = meeting.occurrence(wanted).shown()
            shown |= {key: only[key] for key in ("start_time", "duration")}
        return shown

    def update(self, call: Call) -> None:
        meeting = self._named(call)
        wanted = call.query.get("occurrence_id")
        occurrence = meeting.occurrence(wanted) if wanted else None
        if occurrence is not None:
            foreign = tuple(
                (key, "Cannot be changed for one occurrence.")
                for key in sorted(call.body.keys() - ONE_OCCURRENCE)
            )
            if foreign:
                raise Refusal(400, 300, "Validation Failed.", foreign)
        else:
            self.scheduling.check(call.body, meeting.host, meeting)
        self.site.limits.count_meeting_written(meeting.host.id)
        if occurrence is not None:
            self.scheduling.change_occurrence(meeting, occurrence, call.body, call.now)
        else:
            self.scheduling.change(meeting, call.body, call.now)

    def delete(self, call: Call) -> None:
        meeting = self._named(call)
        if wanted := call.query.get("occurrence_id"):
            meeting.occurrence(wanted).status = "deleted"
            return
        if meeting.running(call.now) is not None:
            raise Refusal(400, 3002, f"{meeting.word} {meeting.id} is in progress.")
        meeting.deleted = True
        meeting.registrants.clear()

    def set_status(self, call: Call) -> None:
        if call.body["action"] == "recover":
            gone = self.site.book.meetings.get(int(call.path["id"]))
            if gone is None or not gone.deleted:
                raise Refusal(404, 3001, f"Meeting does not exist: {call.path['id']}.")
            gone.deleted = False
            return
        meeting = self._named(call)
        running = meeting.running(call.now)
        if running is None:
            raise Refusal(400, 3000, f"{meeting.word} {meeting.id} has not been started.")
        finish(self.site, running, call.now, running.coming)

    def invitation(self, call: Call) -> Json:
        return invitation(self._named(call), self.site)

    def listing(self, call: Call) -> Json:
        host = self._able(self.site.user_of(call))
        first = date.fromisoformat(call.query.get("from", date.min.isoformat()))
        last = date.fromisoformat(call.query.get("to", date.max.isoformat()))
        if last < first or (
            "from" in call.query and "to" in call.query and last - first > LONGEST_WINDOW
        ):
            raise Refusal(400, 300, "Invalid date range.")
        name = "webinars" if self.webinar else "meetings"
        found = self._listed(host, call.query.get("type", "scheduled"), call.now)
        fitting = [
            item
            for item in found
            if "start_time" not in item
            or first <= datetime.fromisoformat(item["start_time"]).date() <= last
        ]
        return self.site.pages.page(call, name, fitting, lambda item: item)

    def coming(self, call: Call) -> Json:
        host = self.site.user_of(call)
        found = [item for each in self._of(host) for item in soon(each, self.site, call.now)]
        return {"total_records": len(found), "meetings": found}

    def _listed(self, host: User, kind: str, now: datetime) -> list[Json]:
        own = self._of(host)
        match kind:
            case "live":
                return [brief(each, self.site) for each in own if each.running(now)]
            case "upcoming" | "upcoming_meetings":
                found = [item for each in own for item in upcoming(each, self.site, now)]
            case "previous_meetings":
                found = [item for each in own for item in previous(each, self.site, now)]
            case _:
                return [brief(each, self.site) for each in own if not _expired(each, now)]
        # These two look half a year back or ahead, not further.
        first, last = utc(now - LONGEST_WINDOW), utc(now + LONGEST_WINDOW)
        near = [item for item in found if first <= item.get("start_time", first) <= last]
        return sorted(near, key=lambda item: item.get("start_time", ""))

    def _of(self, host: User) -> list[Meeting]:
        return [
            each
            for each in self.site.book.meetings.values()
            if each.host is host
            and each.webinar == self.webinar
            and not each.deleted
            and each.type != 1
        ]

    def _named(self, call: Call) -> Meeting:
        meeting = self.site.book.named(call, webinar=self.webinar)
        self._able(meeting.host)
        return meeting

    def _able(self, host: User) -> User:
        """Refuse those whose plan lacks what they ask for."""
        if host.type == 4:
            raise Refusal(
                400,
                3161,
                "Your user account is not allowed meeting hosting and scheduling capabilities.",
            )
        if self.webinar and not host.webinars:
            raise Refusal(
                400,
                200,
                "Webinar plan is missing. You must subscribe to the webinar plan and enable "
                f"webinars for user {host.id} in order to perform this action.",
            )
        return host


def _expired(meeting: Meeting, now: datetime) -> bool:
    if meeting.type in RECURRING_ANYTIME:
        return False
    end = meeting.last_end()
    return end is not None and end + EXPIRES_AFTER < now

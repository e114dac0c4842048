"""Recordings in the cloud, listed with their links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.fakes.zoom.calls import Route
from tests.fakes.zoom.limits import Label
from tests.fakes.zoom.record import Instance, sees
from tests.fakes.zoom.shapes import PAGES, choice, day, digits, text, yes_or_no
from tests.fakes.zoom.wire import Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

LONGEST_WINDOW = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Recordings:
    site: Site

    def routes(self) -> Iterator[Route]:
        yield Route(
            "GET",
            "/users/{user}/recordings",
            Label.MEDIUM,
            "cloud_recording:read:list_user_recordings",
            self.listing,
            {
                **PAGES,
                "from": day,
                "to": day,
                "mc": yes_or_no,
                "trash": yes_or_no,
                "trash_type": choice("meeting_recordings", "recording_file"),
                "meeting_id": digits(1, 10**12),
            },
        )
        yield Route(
            "GET",
            "/meetings/{id}/recordings",
            Label.LIGHT,
            "cloud_recording:read:list_recording_files",
            self.read,
            {"include_fields": text(), "ttl": digits(0, 604_800)},
        )

    def read(self, call: Call) -> Json:
        word = call.path["id"]
        broken = word.startswith("/") or "//" in word
        found = [
            each
            for each in self._recorded(call)
            if not broken and (str(each.meeting.id) == word or each.uuid == unquote(word))
        ]
        if not found:
            raise Refusal(404, 3301, "There is no recording for this meeting.")
        return _shown(max(found, key=lambda each: each.start))

    def listing(self, call: Call) -> Json:
        user = self.site.user_of(call)
        today = call.now.date()
        last = date.fromisoformat(call.query.get("to", today.isoformat()))
        # Who names no first day gets those of the last day alone.
        first = date.fromisoformat(call.query.get("from", last.isoformat()))
        if not first <= last <= first + LONGEST_WINDOW:
            raise Refusal(400, 300, "The range from one day to the other must be within a month.")
        found = [
            each
            for each in self._recorded(call)
            if each.meeting.host is user
            and first <= each.start.date() <= last
            and call.query.get("meeting_id", str(each.meeting.id)) == str(each.meeting.id)
            and call.query.get("trash") != "true"
        ]
        told = self.site.pages.page(call, "meetings", found, _shown)
        return {"from": first.isoformat(), "to": last.isoformat()} | told

    def _recorded(self, call: Call) -> Iterator[Instance]:
        for meeting in self.site.book.meetings.values():
            for each in meeting.instances:
                made = each.ready is not None and call.now >= each.ready
                if each.recordings and made and sees(call, meeting):
                    yield each


def _shown(instance: Instance) -> Json:
    meeting = instance.meeting
    end = instance.end or instance.start
    return {
        "uuid": instance.uuid,
        "id": meeting.id,
        "account_id": meeting.host.account_id,
        "host_id": meeting.host.id,
        "topic": meeting.topic,
        "type": str(meeting.type),
        "start_time": utc(instance.start),
        "duration": int((end - instance.start).total_seconds() // 60),
        "total_size": sum(each["file_size"] for each in instance.recordings),
        "recording_count": len(instance.recordings),
        "recording_files": instance.recordings,
    }

"""What Zoom tells about a meeting once it is over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.asking import ROOMS, Asking, past_path
from cpd_desktop.adapters.zoom.client import Call
from cpd_desktop.adapters.zoom.limits import Label
from cpd_desktop.adapters.zoom.paging import collected, pages
from cpd_desktop.adapters.zoom.reading import moment, number, records, text
from cpd_desktop.adapters.zoom.registrants import read_registrant
from cpd_desktop.adapters.zoom.uuids import in_address
from cpd_desktop.domain.attendance.presences import Presence
from cpd_desktop.domain.meeting_outcome import (
    AskedQuestion,
    Instance,
    ParticipantPage,
    PollAnswer,
)
from cpd_desktop.domain.meetings import Kind
from cpd_desktop.domain.registrants import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.adapters.zoom.reply import Reply
    from cpd_desktop.domain.meetings import MeetingNumber
    from cpd_desktop.domain.registrants import Registrant

UNTOLD: Final = datetime.max.replace(tzinfo=UTC)
WAITING: Final = "in_waiting_room"
# Zoom finds the dates of a webinar more easily than those of a meeting.
INSTANCES: Final = {Kind.MEETING: Label.MEDIUM, Kind.WEBINAR: Label.LIGHT}


class PastCalls(Asking):
    """The calls about what was; see ``services.zoom.ports.ZoomOutcome``."""

    __slots__ = ()

    def instances(self, at: MeetingNumber) -> list[Instance]:
        """Return every time it was held, the first first."""
        path = past_path(at.kind, at.number, "instances")
        told = self.ask(Call("GET", path, INSTANCES[at.kind])).told
        held = [
            Instance(at.kind, text(each.get("uuid")), moment(each.get("start_time")))
            for each in records(told.get(ROOMS[at.kind]))
        ]
        return sorted(held, key=lambda each: each.starts or UNTOLD)

    def participants(self, instance: Instance) -> Iterator[ParticipantPage]:
        """Yield who was there, page by page."""
        path = past_path(instance.kind, instance.uuid, "participants")
        return _participants(self.listing(path, Label.MEDIUM), instance)

    def report(self, instance: Instance) -> Iterator[ParticipantPage]:
        """Yield the richer report, which tells rooms, too."""
        room = ROOMS[instance.kind]
        path = f"/report/{room}/{in_address(instance.uuid)}/participants"
        fetch = self.listing(path, Label.HEAVY, include_fields="registrant_id")
        return _participants(fetch, instance)

    def absentees(self, instance: Instance) -> list[Registrant]:
        """Return who was registered for a webinar and did not come."""
        path = past_path(Kind.WEBINAR, instance.uuid, "absentees")
        rows = collected(self.listing(path, Label.HEAVY), "registrants")
        found = (read_registrant(each, Standing.APPROVED) for each in rows)
        return list({each.id or each.email: each for each in found}.values())

    def polls(self, instance: Instance) -> list[PollAnswer]:
        """Return every answer to a poll."""
        return [
            PollAnswer(
                text(who.get("name")),
                text(who.get("email")),
                text(each.get("question")),
                text(each.get("answer")),
                text(each.get("polling_id")),
                moment(each.get("date_time")),
            )
            for who, each in self._details(instance, "polls")
        ]

    def asked(self, instance: Instance) -> list[AskedQuestion]:
        """Return every question that was asked."""
        return [
            AskedQuestion(
                text(who.get("name")),
                text(who.get("email")),
                text(each.get("question")),
                text(each.get("answer")),
            )
            for who, each in self._details(instance, "qa")
        ]

    def _details(self, instance: Instance, what: str) -> list[tuple[Record, Record]]:
        path = past_path(instance.kind, instance.uuid, what)
        people = records(self.ask(Call("GET", path, Label.MEDIUM)).told.get("questions"))
        return [(who, each) for who in people for each in records(who.get("question_details"))]


def _participants(
    fetch: Callable[[dict[str, str | int]], Reply], instance: Instance
) -> Iterator[ParticipantPage]:
    row = 0
    for page in pages(fetch, "participants"):
        if page.number == 1:
            row = 0
        presences = tuple(
            read_presence(each, row + number, instance.uuid)
            for number, each in enumerate(page.rows, 1)
        )
        row += len(presences)
        yield ParticipantPage(page.number, page.content, presences, len(page.rows), page.total)


def read_presence(told: Record, row: int, instance: str) -> Presence:
    """Read one connection; a guest has neither address nor account, and perhaps no name."""
    get = told.get
    internal = get("internal_user")
    return Presence(
        row,
        text(get("name")),
        email=text(get("user_email")),
        joined=moment(get("join_time")),
        left=moment(get("leave_time")),
        seconds=number(get("duration")),
        guest=not internal if isinstance(internal, bool) else None,
        waiting=get("status") == WAITING,
        registrant=text(get("registrant_id")),
        account=text(get("participant_user_id")) or text(get("id")),
        connection=text(get("user_id")),
        instance=instance,
        room=text(get("bo_mtg_id")),
        reference=text(get("customer_key")),
    )

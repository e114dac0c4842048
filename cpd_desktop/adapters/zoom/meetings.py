"""Meetings and webinars of whoever is signed in at Zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.asking import ROOMS, Asking, path_of
from cpd_desktop.adapters.zoom.client import Call
from cpd_desktop.adapters.zoom.day_counts import Allowance
from cpd_desktop.adapters.zoom.errors import GARBLED
from cpd_desktop.adapters.zoom.fields import body, occurrence_body, read_line, read_meeting
from cpd_desktop.adapters.zoom.limits import Label, rates_of
from cpd_desktop.adapters.zoom.paging import collected
from cpd_desktop.adapters.zoom.reading import number, text
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.meeting_changes import LABELS
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.zoom_profile import Plan, Profile

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpd_desktop.domain.meetings import (
        Kind,
        Meeting,
        MeetingDraft,
        MeetingLine,
        MeetingNumber,
    )

PLANS: Final = {1: Plan.BASIC, 2: Plan.LICENSED, 4: Plan.NO_MEETINGS}


class MeetingCalls(Asking):
    """The calls about meetings; see ``services.zoom.ports.ZoomMeetings``."""

    __slots__ = ()

    def profile(self) -> Profile:
        """Return who is signed in; from now on calls come as fast as their plan allows."""
        told = self.ask(Call("GET", self.own(), Label.LIGHT)).told
        names = " ".join(filter(None, (text(told.get("first_name")), text(told.get("last_name")))))
        plan = PLANS.get(number(told.get("type")), Plan.UNTOLD)
        self.client.pace.change(rates_of(plan))
        return Profile(
            text(told.get("id")),
            text(told.get("display_name")) or names,
            text(told.get("email")),
            text(told.get("timezone")),
            text(told.get("account_id")),
            plan,
            text(told.get("role_name")),
        )

    def meetings(self, kind: Kind) -> list[MeetingLine]:
        """Return all that are planned."""
        fetch = self.listing(self.own(ROOMS[kind]), Label.MEDIUM, type="scheduled")
        return [read_line(kind, each) for each in collected(fetch, ROOMS[kind])]

    def create(self, draft: MeetingDraft) -> Meeting:
        """Make it at Zoom."""
        draft.require_valid()
        path = self.own(ROOMS[draft.kind])
        call = Call("POST", path, Label.LIGHT, body=body(draft), uses=(self._write,))
        return read_meeting(draft.kind, self.ask(call).told)

    def read(self, at: MeetingNumber) -> Meeting:
        """Return it as it is now."""
        return read_meeting(at.kind, self.ask(Call("GET", path_of(at), Label.LIGHT)).told)

    def change(
        self,
        at: MeetingNumber,
        draft: MeetingDraft,
        fields: Collection[str] | None = None,
        *,
        occurrence: str = "",
    ) -> None:
        """Make these fields at Zoom as they are in the draft; nothing is sent if there are none."""
        draft.require_valid()
        tell = occurrence_body if occurrence else body
        told = tell(draft, LABELS if fields is None else fields)
        query = {"occurrence_id": occurrence} if occurrence else {}
        if told:
            self.ask(Call("PATCH", path_of(at), Label.LIGHT, query, told, (self._write,)))

    def delete(self, at: MeetingNumber, *, occurrence: str = "", tell: bool = False) -> None:
        """Delete it, or one date of it."""
        reminder = f"cancel_{at.kind.value}_reminder"
        query = {reminder: str(tell).lower()} | (
            {"occurrence_id": occurrence} if occurrence else {}
        )
        self.ask(Call("DELETE", path_of(at), Label.LIGHT, query))

    def end(self, at: MeetingNumber) -> None:
        """End it for everybody."""
        self.ask(Call("PUT", path_of(at, "status"), Label.LIGHT, body={"action": "end"}))

    def start_link(self, at: MeetingNumber) -> Secret:
        """Return a fresh link with which the host starts it."""
        link = text(self.ask(Call("GET", path_of(at), Label.LIGHT)).told.get("start_url"))
        if not link:
            raise Unavailable(GARBLED)
        return Secret(link)

    @property
    def _write(self) -> Allowance:
        return Allowance.to_write(self.user)

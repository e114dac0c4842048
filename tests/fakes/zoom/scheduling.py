"""When a meeting takes place and how: defaults, and settings that change one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tests.fakes.zoom.record import RECURRING_ANYTIME, RECURRING_FIXED, Meeting, Occurrence
from tests.fakes.zoom.recurrence import check_recurrence, starts
from tests.fakes.zoom.shapes import start_moment
from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.users import User
    from tests.fakes.zoom.wire import Json

WHEN = {"start_time", "duration", "timezone", "recurrence", "type"}
KEPT_AS_SAID = ("tracking_fields", "template_id", "pre_schedule")

MEETING_DEFAULTS: Json = {
    "host_video": True,
    "participant_video": False,
    "cn_meeting": False,
    "in_meeting": False,
    "join_before_host": False,
    "jbh_time": 0,
    "mute_upon_entry": False,
    "watermark": False,
    "use_pmi": False,
    "approval_type": 2,
    "audio": "both",
    "auto_recording": "none",
    "close_registration": False,
    "waiting_room": True,
    "registrants_email_notification": True,
    "registrants_confirmation_email": True,
    "meeting_authentication": False,
    "allow_multiple_devices": False,
    "alternative_hosts": "",
    "alternative_hosts_email_notification": True,
    "email_notification": True,
    "show_share_button": False,
    "email_in_attendee_report": False,
    "focus_mode": False,
}
WEBINAR_DEFAULTS: Json = {
    "host_video": True,
    "panelists_video": True,
    "approval_type": 2,
    "audio": "both",
    "auto_recording": "none",
    "close_registration": False,
    "registrants_email_notification": True,
    "registrants_confirmation_email": True,
    "registrants_restrict_number": 0,
    "meeting_authentication": False,
    "allow_multiple_devices": True,
    "alternative_hosts": "",
    "practice_session": False,
    "on_demand": False,
    "show_share_button": True,
    "email_in_attendee_report": False,
    "panelists_invitation_email_notification": True,
}


@dataclass(frozen=True, slots=True)
class Scheduling:
    site: Site
    webinar: bool

    def check(self, body: Json, host: User, meeting: Meeting | None = None) -> None:
        """Refuse what contradicts itself, though each key alone is right."""
        default = 5 if self.webinar else 2
        kind = body.get("type", meeting.type if meeting else default)
        recurs = body.get("recurrence", meeting.recurrence if meeting else None)
        # Zoom leaves out a recurrence that does not fit the type; here nobody may send one.
        if "recurrence" in body and kind not in RECURRING_FIXED:
            raise _wrong("recurrence", "Does not fit the meeting type.")
        if kind in RECURRING_FIXED and not recurs:
            raise _wrong("recurrence", "This field is required.")
        if "recurrence" in body:
            check_recurrence(body["recurrence"])
            until = body["recurrence"].get("end_date_time")
            if until and datetime.fromisoformat(until) <= self.site.clock():
                raise _wrong("recurrence.end_date_time", "Is in the past.")
        settings = body.get("settings", {})
        asked = settings.get("approval_type", 2)
        choice = settings.get("registration_type", 1)
        if choice != 1 and kind not in RECURRING_FIXED:
            raise _wrong("settings.registration_type", "Only for recurring meetings.")
        if asked != 2 and host.type == 1:
            raise Refusal(400, 200, f"Only available for paid users: {host.id}.")
        self._check_alternative_hosts(settings.get("alternative_hosts", ""), host)

    def _check_alternative_hosts(self, written: str, host: User) -> None:
        known = {
            user.email
            for user in self.site.users.everybody.values()
            if user.account_id == host.account_id and user.type != 1
        }
        wanted = {part.strip() for part in written.split(";") if part.strip()}
        # Old clients part them with commas; the documented mark is the semicolon.
        if not wanted <= known:
            raise _wrong(
                "settings.alternative_hosts", "Only licensed users of this account can be named."
            )

    def new(self, body: Json, host: User, now: datetime) -> Meeting:
        zone = body.get("timezone", host.timezone)
        kind = body.get("type", 5 if self.webinar else 2)
        wants_password = body.get("default_password", body.get("default_passcode", True))
        drawn = f"{self.site.book.dice.randrange(10**6):06d}" if wants_password else ""
        meeting = Meeting(
            id=self.site.book.new_id(),
            uuid=self.site.book.new_uuid(),
            host=host,
            webinar=self.webinar,
            type=kind,
            topic=body["topic"],
            created=now,
            start=None if kind in RECURRING_ANYTIME else now,
            duration=body.get("duration", 60),
            timezone=zone,
            password=body.get("password") or drawn,
            settings=dict(WEBINAR_DEFAULTS if self.webinar else MEETING_DEFAULTS),
        )
        self.change(meeting, body, now)
        return meeting

    def change(self, meeting: Meeting, body: Json, now: datetime) -> None:
        meeting.type = body.get("type", meeting.type)
        meeting.topic = body.get("topic", meeting.topic)
        meeting.agenda = body.get("agenda", meeting.agenda)
        meeting.duration = body.get("duration", meeting.duration)
        meeting.timezone = body.get("timezone", meeting.timezone)
        meeting.password = body.get("password", meeting.password)
        repeats = meeting.type in RECURRING_FIXED
        meeting.recurrence = body.get("recurrence", meeting.recurrence) if repeats else None
        meeting.more |= {key: body[key] for key in KEPT_AS_SAID if key in body}
        self._settle(meeting, body.get("settings", {}))
        if "start_time" in body and meeting.type not in RECURRING_ANYTIME:
            at = start_moment(body["start_time"], meeting.timezone)
            # A start that has passed is silently left out.
            meeting.start = at if at >= now else meeting.start
        if not WHEN.isdisjoint(body):
            self._set_occurrences(meeting)

    def _settle(self, meeting: Meeting, settings: Json) -> None:
        meeting.settings |= settings
        if meeting.settings.get("waiting_room"):
            meeting.settings["join_before_host"] = False
        if not meeting.settings["registrants_email_notification"]:
            meeting.settings["registrants_confirmation_email"] = False

    def _set_occurrences(self, meeting: Meeting) -> None:
        if meeting.type not in RECURRING_FIXED:
            meeting.occurrences = []
            return
        if meeting.start is None or meeting.recurrence is None:
            return
        found = starts(meeting.start, meeting.timezone, meeting.recurrence)
        meeting.occurrences = [
            Occurrence(f"{int(at.timestamp()) * 1000:013d}", at, meeting.duration) for at in found
        ]

    def change_occurrence(
        self, meeting: Meeting, occurrence: Occurrence, body: Json, now: datetime
    ) -> None:
        occurrence.duration = body.get("duration", occurrence.duration)
        if "start_time" in body:
            at = start_moment(body["start_time"], body.get("timezone", meeting.timezone))
            occurrence.start = at if at >= now else occurrence.start


def _wrong(field: str, message: str) -> Refusal:
    return Refusal(400, 300, "Validation Failed.", ((field, message),))

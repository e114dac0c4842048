"""Our words for a meeting and Zoom's, in both directions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.zoom.reading import Record, moment, number, record, records, text
from cpd_desktop.domain.meeting_changes import LABELS, MEETINGS_ONLY
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    Meeting,
    MeetingDraft,
    MeetingLine,
    MeetingNumber,
    MeetingSettings,
    Occurrence,
    Recorded,
    Rhythm,
)
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Collection

TYPES: Final = {
    (Kind.MEETING, Rhythm.ONCE): 2,
    (Kind.MEETING, Rhythm.NO_FIXED_TIME): 3,
    (Kind.MEETING, Rhythm.SERIES): 8,
    (Kind.WEBINAR, Rhythm.ONCE): 5,
    (Kind.WEBINAR, Rhythm.NO_FIXED_TIME): 6,
    (Kind.WEBINAR, Rhythm.SERIES): 9,
}
RHYTHMS: Final = {code: rhythm for (_, rhythm), code in TYPES.items()}
PERSONAL: Final = 4
APPROVALS: Final = {Approval.AUTOMATIC: 0, Approval.MANUAL: 1, Approval.NONE: 2}
UNITS: Final = {Every.DAY: 1, Every.WEEK: 2, Every.MONTH: 3}
ONE_REGISTRATION_FOR_ALL_DATES: Final = 1
ONE_DATE: Final = frozenset(
    {"agenda", "starts", "minutes", "zone", "waiting_room", "join_before_host", "recorded"}
)
WHEN: Final = frozenset({"starts", "zone", "series"})


def body(draft: MeetingDraft, fields: Collection[str] = tuple(LABELS)) -> Record:
    """Return what Zoom is to be told so that these fields are as in the draft."""
    wanted = set(fields)
    if draft.kind is Kind.WEBINAR:
        wanted -= MEETINGS_ONLY
    told: Record = {}
    if "topic" in wanted:
        told["topic"] = draft.topic
    if "agenda" in wanted:
        told["agenda"] = draft.agenda
    if "passcode" in wanted and draft.settings.passcode:
        told["password"] = draft.settings.passcode
    if "minutes" in wanted and draft.starts is not None:
        told["duration"] = draft.minutes
    if wanted & WHEN:
        told |= _when(draft)
    if settings := _settings(draft, wanted):
        told["settings"] = settings
    return told


def occurrence_body(draft: MeetingDraft, fields: Collection[str] = tuple(LABELS)) -> Record:
    """Return the same for one date of a series, of which Zoom changes less than of all."""
    told = body(replace(draft, series=None), ONE_DATE.intersection(fields))
    return {name: value for name, value in told.items() if name != "type"}


def _when(draft: MeetingDraft) -> Record:
    told: Record = {"type": TYPES[draft.kind, draft.rhythm], "timezone": draft.zone}
    if draft.starts is None:
        return told
    if draft.series is None:
        return told | {"start_time": _stamp(draft.starts)}
    # A series keeps its time on the wall when the clocks change, so that is what is told.
    local = wall_time(draft.starts, draft.zone).isoformat(timespec="seconds")
    return told | {"start_time": local, "recurrence": recurrence(draft.series)}


def _settings(draft: MeetingDraft, wanted: set[str]) -> Record:
    ours = draft.settings
    values: dict[str, tuple[str, Any]] = {
        "approval": ("approval_type", APPROVALS[ours.approval]),
        "emails_in_report": ("email_in_attendee_report", ours.emails_in_report),
        "waiting_room": ("waiting_room", ours.waiting_room),
        "join_before_host": ("join_before_host", ours.join_before_host),
        "alternative_hosts": ("alternative_hosts", ";".join(ours.alternative_hosts)),
        "recorded": ("auto_recording", ours.recorded.value),
    }
    told = dict(values[name] for name in values if name in wanted)
    if "approval" in wanted and draft.series is not None and ours.approval is not Approval.NONE:
        told["registration_type"] = ONE_REGISTRATION_FOR_ALL_DATES
    return told


def recurrence(series: Series) -> Record:
    """Return a series in Zoom's words, whose weeks begin on Sunday, day 1."""
    told: Record = {"type": UNITS[series.every], "repeat_interval": series.interval}
    days = sorted((day + 1) % 7 + 1 for day in series.days)
    if series.every is Every.WEEK:
        told["weekly_days"] = ",".join(map(str, days))
    elif series.week is not None:
        told |= {"monthly_week": series.week, "monthly_week_day": days[0]}
    elif series.month_day is not None:
        told["monthly_day"] = series.month_day
    if series.until is not None:
        return told | {"end_date_time": _stamp(series.until)}
    return told | {"end_times": series.times}


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_series(told: Record) -> Series | None:
    """Read how a meeting repeats; nothing if Zoom does not say so in any way we know."""
    every = next((each for each, code in UNITS.items() if code == number(told.get("type"))), None)
    if every is None:
        return None
    weekly = text(told.get("weekly_days")).split(",") if every is Every.WEEK else []
    week = number(told.get("monthly_week")) if every is Every.MONTH else 0
    days = [*weekly, told.get("monthly_week_day")] if week else weekly
    until = moment(told.get("end_date_time"))
    by_date = every is Every.MONTH and not week
    return Series(
        every,
        number(told.get("repeat_interval")) or 1,
        tuple(sorted((number(day) - 2) % 7 for day in days if number(day))),
        number(told.get("monthly_day")) or None if by_date else None,
        week or None,
        None if until else number(told.get("end_times")) or None,
        until,
    )


def read_meeting(kind: Kind, told: Record) -> Meeting:
    """Read a meeting; its start link is left behind."""
    code = number(told.get("type"))
    rhythm = RHYTHMS.get(code, Rhythm.NO_FIXED_TIME if code == PERSONAL else Rhythm.ONCE)
    series = read_series(record(told.get("recurrence"))) if rhythm is Rhythm.SERIES else None
    occurrences = tuple(map(_occurrence, records(told.get("occurrences"))))
    starts = moment(told.get("start_time"))
    if starts is None and occurrences:  # Zoom leaves it out where a series has dates
        starts = occurrences[0].starts
    draft = MeetingDraft(
        kind,
        text(told.get("topic")),
        text(told.get("timezone")),
        None if rhythm is Rhythm.NO_FIXED_TIME else starts,
        number(told.get("duration")),
        text(told.get("agenda")),
        series,
        _read_settings(record(told.get("settings")), text(told.get("password"))),
    )
    return Meeting(
        MeetingNumber(kind, number(told.get("id"))),
        text(told.get("uuid")),
        draft,
        text(told.get("join_url")),
        text(told.get("registration_url")),
        text(told.get("host_email")) or text(told.get("host_id")),
        occurrences,
        told["status"] == "started" if "status" in told else None,
        code == PERSONAL,
    )


def read_line(kind: Kind, told: Record) -> MeetingLine:
    """Read one row of the list of meetings."""
    return MeetingLine(
        MeetingNumber(kind, number(told.get("id"))),
        text(told.get("uuid")),
        text(told.get("topic")),
        RHYTHMS.get(number(told.get("type")), Rhythm.ONCE),
        text(told.get("timezone")),
        moment(told.get("start_time")),
        number(told.get("duration")),
        text(told.get("join_url")),
    )


def _occurrence(told: Record) -> Occurrence:
    return Occurrence(
        text(told.get("occurrence_id")),
        moment(told.get("start_time")),
        number(told.get("duration")),
        told.get("status") == "deleted",
    )


def _read_settings(told: Record, passcode: str) -> MeetingSettings:
    approval = number(told.get("approval_type", APPROVALS[Approval.NONE]))
    hosts = text(told.get("alternative_hosts")).replace(",", ";").split(";")
    recorded = text(told.get("auto_recording"))
    return MeetingSettings(
        next((ours for ours, code in APPROVALS.items() if code == approval), Approval.NONE),
        told.get("email_in_attendee_report") is True,
        told.get("waiting_room") is True,
        told.get("join_before_host") is True,
        passcode,
        tuple(each.strip() for each in hosts if each.strip()),
        Recorded(recorded) if recorded in set(Recorded) else Recorded.NONE,
    )

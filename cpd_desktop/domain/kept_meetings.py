"""Meetings as they are written down beside the event, and read again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingDraft,
    MeetingSettings,
    Occurrence,
    Recorded,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpd_desktop.domain.sessions import Session


@dataclass(frozen=True, slots=True)
class Bound:
    """One date of a series, and the session that is held on it."""

    id: str
    starts: datetime
    minutes: int
    session_id: int | None = None


def kept_settings(settings: MeetingSettings) -> dict[str, Any]:
    """Return what settings are written down as."""
    return asdict(settings) | {"alternative_hosts": list(settings.alternative_hosts)}


def settings_of(kept: Mapping[str, Any]) -> MeetingSettings:
    """Return settings that were written down; what is missing is as usual."""
    settings = replace(MeetingSettings(), **kept)
    return replace(
        settings,
        approval=Approval(settings.approval),
        recorded=Recorded(settings.recorded),
        alternative_hosts=tuple(settings.alternative_hosts),
    )


def kept_draft(draft: MeetingDraft) -> dict[str, Any]:
    """Return what a meeting is written down as."""
    series = None
    if draft.series is not None:
        series = asdict(draft.series)
        series |= {"days": list(draft.series.days), "until": _text(draft.series.until)}
    return {
        "kind": draft.kind,
        "topic": draft.topic,
        "zone": draft.zone,
        "starts": _text(draft.starts),
        "minutes": draft.minutes,
        "agenda": draft.agenda,
        "series": series,
        "settings": kept_settings(draft.settings),
    }


def draft_of(kept: Mapping[str, Any]) -> MeetingDraft:
    """Return a meeting that was written down."""
    series = kept["series"]
    if series is not None:
        series = Series(
            **series
            | {
                "every": Every(series["every"]),
                "days": tuple(series["days"]),
                "until": _moment(series["until"]),
            }
        )
    return MeetingDraft(
        Kind(kept["kind"]),
        kept["topic"],
        kept["zone"],
        _moment(kept["starts"]),
        kept["minutes"],
        kept["agenda"],
        series,
        settings_of(kept["settings"]),
    )


def kept_dates(dates: Iterable[Bound]) -> list[dict[str, Any]]:
    """Return what the dates of a series are written down as."""
    return [
        {
            "id": each.id,
            "starts": _text(each.starts),
            "minutes": each.minutes,
            "session": each.session_id,
        }
        for each in dates
    ]


def dates_of(kept: Iterable[Mapping[str, Any]]) -> tuple[Bound, ...]:
    """Return the dates of a series that were written down."""
    return tuple(
        Bound(
            each["id"],
            datetime.fromisoformat(each["starts"]),
            each["minutes"],
            each["session"],
        )
        for each in kept
    )


def bound(occurrences: Iterable[Occurrence], sessions: Sequence[Session]) -> tuple[Bound, ...]:
    """Return the dates that Zoom holds, each with the session that starts nearest to it."""
    dates = [each for each in occurrences if each.starts is not None and not each.deleted]
    pairs = sorted(
        (abs(session.starts - date.starts), at, session.id)
        for at, date in enumerate(dates)
        for session in sessions
        if date.starts is not None
    )
    chosen: dict[int, int] = {}
    for _, at, session_id in pairs:
        if at not in chosen and session_id not in chosen.values():
            chosen[at] = session_id
    return tuple(
        Bound(date.id, date.starts, date.minutes, chosen.get(at))
        for at, date in enumerate(dates)
        if date.starts is not None
    )


def _text(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)

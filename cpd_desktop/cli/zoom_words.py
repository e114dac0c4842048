"""Meetings, and what was sent to Zoom, as the command answers them, in JSON and in lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import SIGN_IN, Answer
from cpd_desktop.domain.meeting_series import Series
from cpd_desktop.domain.meeting_state import MeetingState

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.meeting_changes import Difference
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.run import SyncReport, Waiting

IN_PART = 4
SENT = ("made", "changed", "deleted", "registered", "approved", "cancelled")
MEETING_KEYS = (
    "JSON: {id, event, session, kind, rhythm, state, number, topic, start, minutes, join_link, "
    "registration_link, registration, emails_in_report, waiting_room, join_before_host, passcode, "
    "alternative_hosts, recording, seats, to_push, says, next_try, differences: [{field, label, "
    "here, zoom, changed_by}]}. state is one of: " + ", ".join(MeetingState) + "."
)
SYNC_KEYS = (
    "JSON: {" + ", ".join(SENT) + ", differing, gone, stopped, waiting: [{event, meeting, "
    "registration, what, why, next_try}]}."
)


def add_action(
    area: Any, common: argparse.ArgumentParser, name: str, text: str, run: Any, *, keys: str
) -> argparse.ArgumentParser:
    """Add a command whose help tells the keys of its JSON."""
    says = f"{text[0].upper()}{text[1:]}."
    parser: argparse.ArgumentParser = area.add_parser(
        name, help=text, description=says, epilog=keys, parents=[common]
    )
    parser.set_defaults(on_core=run)
    return parser


def meeting_content(card: MeetingCard) -> dict[str, Any]:
    """Return a meeting as JSON."""
    draft, settings = card.wanted or card.seen, card.settings
    return {
        "id": card.id,
        "event": card.event_id,
        "session": card.session_id,
        "kind": card.kind.value,
        "rhythm": card.rhythm.value,
        "state": card.state.value,
        "number": card.number,
        "topic": draft.topic if draft else None,
        "start": draft.starts.isoformat() if draft and draft.starts else None,
        "minutes": draft.minutes if draft else None,
        "join_link": card.join_link or None,
        "registration_link": card.registration_link or None,
        "registration": settings.approval.value,
        "emails_in_report": settings.emails_in_report,
        "waiting_room": settings.waiting_room,
        "join_before_host": settings.join_before_host,
        "passcode": card.passcode or None,
        "alternative_hosts": list(settings.alternative_hosts),
        "recording": settings.recorded.value,
        "seats": card.seats,
        "to_push": card.to_push,
        "says": str(card.says) if card.says else None,
        "next_try": card.next_try.isoformat() if card.next_try else None,
        "differences": [_difference(each) for each in card.differences],
    }


def meeting_lines(card: MeetingCard) -> list[str]:
    """Return a meeting as lines for people."""
    draft = card.wanted or card.seen
    topic = draft.topic if draft else ""
    whose = f"session {card.session_id}" if card.session_id else "all sessions"
    number = card.number or "not at Zoom"
    lines = [f"{number}  {topic} ({card.kind}, {card.rhythm}, {card.state}; {whose})"]
    if card.join_link:
        lines.append(f"    join: {card.join_link}")
    if card.registration_link:
        lines.append(f"    register: {card.registration_link}")
    if card.seats or card.to_push:
        lines.append(f"    registered there: {card.seats}, to send: {card.to_push}")
    if card.settings.lost:
        lines.append(f"    {card.settings.lost}")
    if card.says:
        lines.append(f"    {card.says}")
    return lines + [f"    {line}" for line in _side_by_side(card.differences)]


def _side_by_side(differences: tuple[Difference, ...]) -> list[str]:
    if not differences:
        return []
    rows = [("", "here", "at Zoom")]
    rows += [
        (f"{each.field} ({each.label})", _shown(each.ours), _shown(each.theirs))
        for each in differences
    ]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    return [f"{what:<{first}}  {ours:<{second}}  {theirs}" for what, ours, theirs in rows]


def _difference(each: Difference) -> dict[str, Any]:
    return {
        "field": each.field,
        "label": str(each.label),
        "here": _plain(each.ours),
        "zoom": _plain(each.theirs),
        "changed_by": each.changed_by.value,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value if value is None or isinstance(value, (bool, int)) else _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Series):
        ends = f"{value.times} times" if value.times else f"until {value.until}"
        return f"every {value.interval} {value.every}, {ends}"
    return "" if value is None else str(value)


def sync_content(report: SyncReport) -> dict[str, Any]:
    """Return what a run did and left, as JSON."""
    counts = {name: getattr(report, name) for name in (*SENT, "differing", "gone")}
    return counts | {
        "stopped": str(report.stopped) if report.stopped else None,
        "waiting": [_waiting(each) for each in report.waiting],
    }


def sync_lines(report: SyncReport) -> list[str]:
    """Return what a run did and left, as lines for people."""
    did = [f"{getattr(report, name)} {name}" for name in SENT if getattr(report, name)]
    lines = [f"At Zoom: {', '.join(did)}." if did else "Nothing was changed at Zoom."]
    if report.stopped:
        lines.append(str(report.stopped))
    for each in report.waiting:
        why = f": {each.why}" if each.why else ""
        later = f" (again at {each.next_try:%Y-%m-%d %H:%M} UTC)" if each.next_try else ""
        lines.append(f"    waits: {each.says}{why}{later}")
    return lines


def sync_answer(core: Services, report: SyncReport, event_id: int | None = None) -> Answer:
    """Return the answer to a run; what waits of other events is no part of it."""
    waiting = (each for each in report.waiting if event_id in (None, each.event_id))
    mine = replace(report, waiting=tuple(waiting))
    return Answer(sync_content(mine), sync_lines(mine), sync_code(core, mine))


def sync_code(core: Services, report: SyncReport) -> int:
    """Return the exit code for a run; an event that is still a draft was not left behind."""
    from cpd_desktop.services.zoom.sync import STILL_DRAFT

    if report.stopped and not core.zoom_account.status().is_connected:
        return SIGN_IN
    left = any(each.why not in (None, STILL_DRAFT) for each in report.waiting)
    return IN_PART if report.stopped or left else 0


def _waiting(each: Waiting) -> dict[str, Any]:
    return {
        "event": each.event_id,
        "meeting": each.meeting_id,
        "registration": each.registration_id,
        "what": str(each.says),
        "why": str(each.why) if each.why else None,
        "next_try": each.next_try.isoformat() if each.next_try else None,
    }

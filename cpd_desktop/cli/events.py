"""`cpd event …` and `cpd session …`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.events import BAD_CAPACITY, CAPACITY_LIMIT, EventDraft
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.domain.zones import parsed, zone_called

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.events import EventSummary
    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("event", help="plan events").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    add = action("add", "add an event with one session", _add)
    add.add_argument("--title", required=True)
    add.add_argument("--start", required=True, metavar="2026-10-14T14:00")
    add.add_argument("--end", required=True, metavar="2026-10-14T16:00")
    add.add_argument("--zone", required=True, metavar="Europe/London")
    add.add_argument("--capacity", metavar="N")
    change = action("change", "change an event", _change)
    change.add_argument("event", type=int, metavar="E")
    change.add_argument("--title")
    change.add_argument("--zone")
    change.add_argument("--capacity", metavar="N|none")
    lists = action("list", "list events", _list)
    lists.add_argument("--search", default="", metavar="WORDS")
    lists.add_argument("--trashed", action="store_true", help="what lies in the trash")
    action("show", "show an event", _show).add_argument("event", type=int, metavar="E")
    for name, text, run in (
        ("trash", "put events in the trash for 30 days", _trash),
        ("restore", "take events out of the trash", _restore),
    ):
        action(name, text, run).add_argument("events", type=int, nargs="+", metavar="E")

    area = commands.add_parser("session", help="sessions of an event").add_subparsers(
        metavar="ACTION", required=True
    )
    session = action("add", "add a session to an event", _add_session)
    session.add_argument("event", type=int, metavar="E")
    session.add_argument("--title", default="")
    session.add_argument("--start", required=True)
    session.add_argument("--end", required=True)


def event_content(event: Event) -> dict[str, Any]:
    """Return an event as JSON."""
    return {
        "id": event.id,
        "title": event.title,
        "status": str(event.status),
        "zone": event.zone,
        "capacity": event.capacity,
        "trashed": event.trashed_at is not None,
        "sessions": [_session_content(each, event.zone) for each in event.sessions],
    }


def local(at: datetime, zone: str) -> str:
    """Return a moment as its zone's clock shows it, with the offset that makes it exact."""
    return at.replace(tzinfo=at.tzinfo or UTC).astimezone(zone_called(zone)).isoformat()


def _session_content(session: Session, zone: str) -> dict[str, Any]:
    return {
        "id": session.id,
        "title": session.title,
        "start": local(session.starts, zone),
        "end": local(session.ends, zone),
    }


def _event_lines(event: Event) -> list[str]:
    trash = ", in the trash" if event.trashed_at else ""
    places = f", {event.capacity} places" if event.capacity else ""
    lines = [f"{event.id}  {event.title} ({event.status}{places}{trash})"]
    for each in event.sessions:
        starts, ends = (at.astimezone(zone_called(event.zone)) for at in (each.starts, each.ends))
        when = f"{starts:%a %d %b %Y %H:%M}-{ends:%H:%M} {event.zone}"
        lines.append(f"    session {each.id}: {when}  {each.title}")
    return lines


def _answer(event: Event) -> Answer:
    return Answer(event_content(event), _event_lines(event))


def _capacity(text: str | None) -> int | None:
    if text is None or text == "none":
        return None
    if not text.isascii() or not text.isdigit():
        raise Invalid({"capacity": BAD_CAPACITY.filled(limit=CAPACITY_LIMIT)})
    return int(text)


def _add(core: Services, options: argparse.Namespace) -> Answer:
    starts, ends = parsed(options.start, options.zone), parsed(options.end, options.zone)
    session = SessionDraft("", starts, ends)
    draft = EventDraft(options.title, options.zone, (session,), _capacity(options.capacity))
    return _answer(core.events.add(draft).value)


def _change(core: Services, options: argparse.Namespace) -> Answer:
    draft = core.events.get(options.event).draft()
    if options.title is not None:
        draft = replace(draft, title=options.title)
    if options.zone is not None:
        draft = replace(draft, zone=options.zone)
    if options.capacity is not None:
        draft = replace(draft, capacity=_capacity(options.capacity))
    return _answer(core.events.change(options.event, draft).value)


def _add_session(core: Services, options: argparse.Namespace) -> Answer:
    event = core.events.get(options.event)
    starts, ends = parsed(options.start, event.zone), parsed(options.end, event.zone)
    known = {each.id for each in event.sessions}
    added = SessionDraft(options.title, starts, ends)
    draft = event.draft()
    changed = core.events.change(event.id, replace(draft, sessions=(*draft.sessions, added))).value
    session = next(each for each in changed.sessions if each.id not in known)
    return Answer(_session_content(session, event.zone), _event_lines(changed))


def _summary_content(each: EventSummary) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": each.title,
        "status": str(each.status),
        "zone": each.zone,
        "start": local(each.starts, each.zone),
        "end": local(each.ends, each.zone),
        "sessions": each.sessions,
        "registered": each.registered,
        "capacity": each.capacity,
    }


def _list(core: Services, options: argparse.Namespace) -> Answer:
    ids = core.events.ids(options.search, trashed=options.trashed)
    found = core.events.summaries(ids)
    listed = [found[number] for number in ids if number in found]
    lines = [
        f"{each.id:>5}  {each.starts.astimezone(zone_called(each.zone)):%Y-%m-%d %H:%M}"
        f"  {each.status:<9}  {each.registered:>4} registered  {each.title}"
        for each in listed
    ]
    return Answer([_summary_content(each) for each in listed], lines or ["No events."])


def _show(core: Services, options: argparse.Namespace) -> Answer:
    return _answer(core.events.get(options.event))


def _trash(core: Services, options: argparse.Namespace) -> Answer:
    core.events.trash(options.events)
    return _several(core, options.events)


def _restore(core: Services, options: argparse.Namespace) -> Answer:
    core.events.restore(options.events)
    return _several(core, options.events)


def _several(core: Services, numbers: list[int]) -> Answer:
    events = [core.events.get(number) for number in numbers]
    lines = [line for each in events for line in _event_lines(each)]
    return Answer([event_content(each) for each in events], lines)

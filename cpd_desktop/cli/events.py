"""`cpd event …` and `cpd session …`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.cli.credit_facts import add_credit
from cpd_desktop.cli.event_words import event_content, event_lines, local, session_content
from cpd_desktop.cli.moves import add_actions
from cpd_desktop.domain.credit import read_credit, read_minimum
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.events import (
    BAD_CAPACITY,
    CAPACITY_LIMIT,
    EventDraft,
    EventFormat,
    EventKind,
)
from cpd_desktop.domain.money import read_money
from cpd_desktop.domain.presets import preset_called, with_rule
from cpd_desktop.domain.prices import EarlyPrice
from cpd_desktop.domain.sessions import Break, SessionDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment, parsed, wall_time, zone_called

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.events import EventSummary
    from cpd_desktop.services.services import Services


SAY_BOTH = Sentence("event", "Say both: the early price, and the last day on which it holds.")
NOT_A_BREAK = Sentence("event", "“{text}” is not a break such as 15:00-15:15.")


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
    _add_options(add)
    change = action("change", "change an event", _change)
    change.add_argument("event", type=int, metavar="E")
    change.add_argument("--title")
    change.add_argument("--zone")
    change.add_argument("--capacity", metavar="N|none")
    _add_options(change)
    lists = action("list", "list events", _list)
    lists.add_argument("--search", default="", metavar="WORDS")
    lists.add_argument("--trashed", action="store_true", help="what lies in the trash")
    action("show", "show an event", _show).add_argument("event", type=int, metavar="E")
    for name, text, run in (
        ("trash", "put events in the trash for 30 days", _trash),
        ("restore", "take events out of the trash", _restore),
    ):
        action(name, text, run).add_argument("events", type=int, nargs="+", metavar="E")

    add_actions(area, common)
    add_credit(area, common)

    area = commands.add_parser("session", help="sessions of an event").add_subparsers(
        metavar="ACTION", required=True
    )
    session = action("add", "add a session to an event", _add_session)
    session.add_argument("event", type=int, metavar="E")
    session.add_argument("--title", default="")
    session.add_argument("--start", required=True)
    session.add_argument("--end", required=True)
    session.add_argument("--break", dest="breaks", action="append", default=[],
                         metavar="15:00-15:15")  # fmt: skip
    session.add_argument("--room", default="")
    session.add_argument("--track", default="")
    session.add_argument("--mandatory", action="store_true")


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--credit", action="append", metavar='"2 CPD hours"')
    parser.add_argument("--minimum", metavar="80%%|96min")
    parser.add_argument("--price", metavar='"75.00 GBP"|none')
    parser.add_argument("--early-price", metavar='"60.00 GBP"|none')
    parser.add_argument("--early-until", type=date.fromisoformat, metavar="2026-09-30",
                        help="the last day it holds")  # fmt: skip
    parser.add_argument("--preset", metavar="nasba")
    parser.add_argument("--kind", choices=[str(each) for each in EventKind])
    parser.add_argument("--format", choices=[str(each) for each in EventFormat])
    parser.add_argument("--place")
    parser.add_argument("--summary")
    parser.add_argument("--tag", action="append", metavar="WORD")


def _answer(event: Event) -> Answer:
    return Answer(event_content(event), event_lines(event))


def _with_options(core: Services, draft: EventDraft, options: argparse.Namespace) -> EventDraft:
    changed: dict[str, Any] = {}
    if options.preset is not None:
        preset = preset_called(options.preset, core.presets.own())
        draft = with_rule(draft, preset.rule, preset)
    if options.credit is not None:
        changed["credits"] = tuple(map(read_credit, options.credit))
    if options.minimum is not None:
        changed["minimum"] = read_minimum(options.minimum)
    if options.price is not None:
        free = options.price.strip().lower() == "none"
        free_of_all = {"price": None, "early": None}
        changed |= free_of_all if free else {"price": read_money(options.price)}
    if options.kind is not None:
        changed["kind"] = EventKind(options.kind)
    if options.format is not None:
        changed["format"] = EventFormat(options.format)
    for name in ("place", "summary"):
        if getattr(options, name) is not None:
            changed[name] = getattr(options, name)
    if options.tag is not None:
        changed["tags"] = tuple(options.tag)
    draft = replace(draft, **changed)
    return replace(draft, early=_early(draft, options.early_price, options.early_until))


def _early(draft: EventDraft, asked: str | None, until: date | None) -> EarlyPrice | None:
    """Return the early price that is wanted; what is not said of it stays."""
    if asked is None and until is None:
        return draft.early
    if asked is not None and asked.strip().lower() == "none":
        return None
    currency = draft.price.currency if draft.price else ""
    price = draft.early.price if draft.early else None
    price = price if asked is None else read_money(asked, currency)
    until = until or (draft.early.until if draft.early else None)
    if price is None or until is None:
        raise Invalid({"early": SAY_BOTH})
    return EarlyPrice(price, until)


def _break(text: str, session: SessionDraft, zone: str) -> Break:
    """Read “15:00-15:15” as a break on the session's first day, or on the day after."""
    try:
        first, last = (time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError:
        raise Invalid({"break": NOT_A_BREAK.filled(text=text)}) from None
    day = wall_time(session.starts, zone).date()
    starts, ends = (moment(datetime.combine(day, at), zone) for at in (first, last))
    if ends < session.starts:
        starts, ends = starts + timedelta(days=1), ends + timedelta(days=1)
    return Break(starts, ends)


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
    draft = _with_options(core, draft, options)
    return _answer(core.events.add(draft).value)


def _change(core: Services, options: argparse.Namespace) -> Answer:
    draft = core.events.get(options.event).draft()
    if options.title is not None:
        draft = replace(draft, title=options.title)
    if options.zone is not None:
        draft = replace(draft, zone=options.zone)
    if options.capacity is not None:
        draft = replace(draft, capacity=_capacity(options.capacity))
    draft = _with_options(core, draft, options)
    return _answer(core.events.change(options.event, draft).value)


def _add_session(core: Services, options: argparse.Namespace) -> Answer:
    event = core.events.get(options.event)
    starts, ends = parsed(options.start, event.zone), parsed(options.end, event.zone)
    known = {each.id for each in event.sessions}
    added = SessionDraft(
        options.title, starts, ends, room=options.room, track=options.track,
        mandatory=options.mandatory,
    )  # fmt: skip
    breaks = tuple(_break(text, added, event.zone) for text in options.breaks)
    added = replace(added, breaks=breaks)
    draft = event.draft()
    changed = core.events.change(event.id, replace(draft, sessions=(*draft.sessions, added))).value
    session = next(each for each in changed.sessions if each.id not in known)
    return Answer(session_content(session, event.zone), event_lines(changed))


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
    from cpd_desktop.services.retention import STAYS_WHOLE  # no other command here needs it

    core.events.trash(options.events)
    told = _several(core, options.events)
    kept = core.events.certificates(options.events)
    lines = [f"{key}  stays: {STAYS_WHOLE.filled(n=kept[key])}" for key in sorted(kept)]
    return Answer(told.content, [*told.lines, *lines])


def _restore(core: Services, options: argparse.Namespace) -> Answer:
    core.events.restore(options.events)
    return _several(core, options.events)


def _several(core: Services, numbers: list[int]) -> Answer:
    events = [core.events.get(number) for number in numbers]
    lines = [line for each in events for line in event_lines(each)]
    return Answer([event_content(each) for each in events], lines)

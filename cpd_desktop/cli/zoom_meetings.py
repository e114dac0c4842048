"""`cpd zoom meeting …` and `cpd zoom event`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.event_words import event_content, event_lines
from cpd_desktop.cli.zoom_words import (
    IN_PART,
    MEETING_KEYS,
    add_action,
    meeting_content,
    meeting_lines,
    sync_code,
)
from cpd_desktop.domain.errors import Conflict, NotAllowed, NotFound
from cpd_desktop.domain.meeting_changes import LABELS
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingNumber,
    MeetingSettings,
    Recorded,
    Rhythm,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import MissingPlan, MissingScopes

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.meetings import Meeting, MeetingLine
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.run import SyncReport

OURS = "none"
DELETE_KEYS = "JSON: {id, event, session, number, deleted, kept_at_zoom, says}."
LIST_KEYS = (
    "JSON: meetings as `show` tells them; with --at-zoom [{number, kind, rhythm, topic, start, "
    "minutes, join_link, event}]."
)
RHYTHMS = {"no-fixed-time": Rhythm.NO_FIXED_TIME, "series": Rhythm.SERIES}
FETCH_FIRST = Sentence(
    "meeting", "Fetch who came with: cpd zoom attendance pull {event}. Or add --even-unfetched."
)
HAS_ONE = Sentence("meeting", "Session {session} has a meeting already.")
NO_CONFLICT = Sentence("meeting", "Zoom has nothing else for: {fields}.")


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those of Zoom."""
    meetings = area.add_parser("meeting", help="meetings of sessions").add_subparsers(
        metavar="ACTION", required=True
    )

    action = partial(add_action, meetings, common)
    create = action("create", "make the meeting of a session at Zoom", _create, keys=MEETING_KEYS)
    create.add_argument("--for-all", action="store_true",
                        help="one meeting and one link for all sessions of the event")  # fmt: skip
    create.add_argument("--again", action="store_true",
                        help="make it anew where Zoom does not have it, or may not")  # fmt: skip
    create.add_argument("--kind", choices=[*Kind], default=Kind.MEETING)
    create.add_argument("--rhythm", choices=[*RHYTHMS], default=next(iter(RHYTHMS)),
                        help="of a meeting for all sessions")  # fmt: skip
    update = action("update", "send to Zoom what was changed here", _update, keys=MEETING_KEYS)
    update.add_argument("--take", action="append", choices=[*LABELS, OURS], metavar="FIELD",
                        help="take a field as Zoom has it, and keep ours of all others; "
                        f"'{OURS}' keeps all of ours. One of: {', '.join(LABELS)}")  # fmt: skip
    for each in (create, update):
        _add_settings(each)
    delete = action("delete", "delete the meeting of a session", _delete, keys=DELETE_KEYS)
    delete.add_argument("--keep", action="store_true", help="leave it at Zoom, forget it here")
    delete.add_argument("--even-unfetched", action="store_true",
                        help="though who came was not fetched")  # fmt: skip
    show = action("show", "show the meeting of a session", _show, keys=MEETING_KEYS)
    for each in (create, update, delete, show):
        each.add_argument("session", type=int, metavar="S")
    lists = action("list", "list meetings", _list, keys=LIST_KEYS)
    lists.add_argument("--at-zoom", action="store_true", help="what is planned at Zoom")
    adopt = action("adopt", "take a meeting that is at Zoom already", _adopt, keys=MEETING_KEYS)
    adopt.add_argument("--event", type=int, required=True, metavar="E")
    adopt.add_argument("--session", type=int, metavar="S")
    event = add_action(area, common, "event", "make an event of a meeting that is at Zoom already",
                       _event, keys="JSON: the event, as `cpd event show` tells it.")  # fmt: skip
    for each in (adopt, event):
        each.add_argument("number", type=_number, metavar="NUMBER")
        each.add_argument("--webinar", action="store_true", help="the number of a webinar")


def _add_settings(parser: argparse.ArgumentParser) -> None:
    """Add what is decided about how people get in; what is not named stays."""
    from argparse import BooleanOptionalAction

    parser.add_argument("--registration", dest="approval", choices=[*Approval],
                        help="whether people register at Zoom, and who lets them in")  # fmt: skip
    for name, text in (
        ("emails-in-report", "e-mail addresses in the report"),
        ("waiting-room", "people wait until they are let in"),
        ("join-before-host", "people may join before the host"),
    ):
        parser.add_argument(f"--{name}", action=BooleanOptionalAction, help=text)
    parser.add_argument("--passcode", metavar="WORD", help="else Zoom chooses one")
    parser.add_argument("--alternative-host", dest="alternative_hosts", action="append",
                        metavar="EMAIL", help="may be repeated; '' for nobody")  # fmt: skip
    parser.add_argument("--recording", dest="recorded", choices=[*Recorded])


def _number(text: str) -> int:
    """Read a number as Zoom shows it, in groups."""
    return int("".join(text.replace("-", " ").split()))


def _settings(kept: MeetingSettings, options: argparse.Namespace) -> MeetingSettings:
    given = {
        name: getattr(options, name)
        for name in MeetingSettings.__dataclass_fields__
        if getattr(options, name) is not None
    }
    for name, words in (("approval", Approval), ("recorded", Recorded)):
        if name in given:
            given[name] = words(given[name])
    if "alternative_hosts" in given:
        given["alternative_hosts"] = tuple(filter(None, given["alternative_hosts"]))
    if given.get("join_before_host") and "waiting_room" not in given:
        given["waiting_room"] = False
    return replace(kept, **given)


def _create(core: Services, options: argparse.Namespace) -> Answer:
    event_id = core.meeting_finder.event_of_session(options.session)
    made = (
        _again(core, options)
        or core.meetings.plan(
            event_id,
            kind=Kind(options.kind),
            rhythm=RHYTHMS[options.rhythm] if options.for_all else Rhythm.ONCE,
            settings=_settings(MeetingSettings(), options),
            session_id=None if options.for_all else options.session,
        ).value
    )
    report = core.sync.run(shown_work(), event_id=event_id, insist=True)
    card = next(each for each in core.meetings.of(event_id) if each.id in made)
    return _sent(core, card, report)


def _again(core: Services, options: argparse.Namespace) -> list[int]:
    """Return the meeting that the session has and that is to be made anew, if it has one."""
    try:
        card = core.meeting_finder.of_session(options.session)
    except NotFound:
        return []
    if card.state is MeetingState.LEAVING:
        return []  # planned again, it stays
    if not options.again:
        raise Conflict(HAS_ONE.filled(session=options.session), card.says)
    core.meetings.make_again(card.id)
    return [card.id]


def _update(core: Services, options: argparse.Namespace) -> Answer:
    card = core.meeting_finder.of_session(options.session)
    changed = _settings(card.settings, options)
    if changed != card.settings:
        core.meetings.change(card.id, changed)
    looked = core.sync.look(shown_work(), event_id=card.event_id)
    if options.take:
        _settle(core, core.meeting_finder.of_session(options.session), options.take)
    report = core.sync.run(shown_work(), event_id=card.event_id, insist=True)
    report = replace(report, stopped=report.stopped or looked.stopped)
    return _sent(core, core.meeting_finder.of_session(options.session), report)


def _settle(core: Services, card: MeetingCard, take: list[str]) -> None:
    fields = frozenset(take) - {OURS}
    if unknown := fields - {each.field for each in card.differences}:
        raise NotAllowed(NO_CONFLICT.filled(fields=", ".join(sorted(unknown))))
    core.meetings.settle(card.id, fields)


def _sent(core: Services, card: MeetingCard, report: SyncReport) -> Answer:
    """Answer with a meeting and whether Zoom has it so."""
    lines = meeting_lines(card)
    says = card.says or report.stopped
    content = meeting_content(card) | {"says": str(says) if says else None}
    if card.says is None and says:
        lines.append(f"    {says}")
    if card.state is MeetingState.THERE and not report.stopped:
        return Answer(content, lines)
    return Answer(content, lines, sync_code(core, report) or IN_PART)


def _delete(core: Services, options: argparse.Namespace) -> Answer:
    card = core.meeting_finder.of_session(options.session)
    unfetched = core.meetings.unfetched(card.id)
    if unfetched and not (options.even_unfetched or options.keep):
        raise NotAllowed(unfetched, FETCH_FIRST.filled(event=card.event_id))
    core.meetings.give_up(card.id, keep_at_zoom=options.keep)
    report = core.sync.run(shown_work(), event_id=card.event_id, insist=True)
    left = [each for each in core.meetings.of(card.event_id) if each.id == card.id]
    says = (left[0].says or report.stopped) if left else None
    content = {
        "id": card.id,
        "event": card.event_id,
        "session": card.session_id,
        "number": card.number,
        "deleted": not left and not options.keep,
        "kept_at_zoom": options.keep,
        "says": str(says) if says else None,
    }
    if left:
        lines = ["It is to be deleted at Zoom.", *([str(says)] if says else [])]
        return Answer(content, lines, sync_code(core, report) or IN_PART)
    kept = "It is still at Zoom, and forgotten here."
    return Answer(content, [kept if options.keep else "The meeting is deleted."])


def _show(core: Services, options: argparse.Namespace) -> Answer:
    card = core.meeting_finder.of_session(options.session)
    return Answer(meeting_content(card), meeting_lines(card))


def _list(core: Services, options: argparse.Namespace) -> Answer:
    cards = [
        card for event_id in core.meeting_finder.events() for card in core.meetings.of(event_id)
    ]
    if not options.at_zoom:
        lines = [line for card in cards for line in meeting_lines(card)]
        return Answer([meeting_content(each) for each in cards], lines or ["No meetings."])
    events = {each.number: each.event_id for each in cards if each.number}
    found = _at_zoom(core)
    content = [_line_content(each, events.get(each.at.number)) for each in found]
    lines = [
        f"{each.at.number}  {each.starts or 'any time'}  {each.topic} ({each.at.kind})"
        + (f"  event {events[each.at.number]}" if each.at.number in events else "")
        for each in found
    ]
    return Answer(content, lines or ["Nothing is planned at Zoom."])


def _at_zoom(core: Services) -> list[MeetingLine]:
    """Return what is planned there; webinars only where the plan and the app have them."""
    zoom = core.zoom.during(shown_work())
    found = zoom.meetings(Kind.MEETING)
    try:
        return found + zoom.meetings(Kind.WEBINAR)
    except (MissingPlan, MissingScopes):
        return found


def _line_content(each: MeetingLine, event_id: int | None) -> dict[str, Any]:
    return {
        "number": each.at.number,
        "kind": each.at.kind.value,
        "rhythm": each.rhythm.value,
        "topic": each.topic,
        "start": each.starts.isoformat() if each.starts else None,
        "minutes": each.minutes,
        "join_link": each.join_link or None,
        "event": event_id,
    }


def _found(core: Services, options: argparse.Namespace) -> Meeting:
    kind = Kind.WEBINAR if options.webinar else Kind.MEETING
    return core.zoom.during(shown_work()).read(MeetingNumber(kind, options.number))


def _adopt(core: Services, options: argparse.Namespace) -> Answer:
    found = _found(core, options)
    key = core.meetings.adopt(options.event, options.session, found).value
    card = next(each for each in core.meetings.of(options.event) if each.id == key)
    code = IN_PART if card.state is MeetingState.CONFLICT else 0
    return Answer(meeting_content(card), meeting_lines(card), code)


def _event(core: Services, options: argparse.Namespace) -> Answer:
    event = core.meetings.make_event(_found(core, options)).value
    return Answer(event_content(event), event_lines(event))

"""`cpd attendance …`: who was really there, and what people decide about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.attendance_words import (
    attendance_content,
    attendance_lines,
    changed_rows,
    report_content,
    report_lines,
    row_lines,
)
from cpd_desktop.cli.rules import rule_content, rule_lines
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    ColumnsUnknown,
    DayUnknown,
    OrderUnclear,
)
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import datetime

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.domain.attendance.reports.questions import Question
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.domain.words import Sentence as Words
    from cpd_desktop.services.services import Services

IN_PART = 4

NOT_A_DAY = Sentence("attendance", "“{text}” is not a day such as 2026-10-14.")
NOT_A_KIND = Sentence("attendance", "“{name}” does not end in .csv, .xlsx or .pdf.")
NOT_A_TIME_OF_DAY = Sentence("attendance", "“{text}” is not a time of day such as 09:30.")
WHICH_SESSION = Sentence("attendance", "Say which session it is about: {sessions}.")
NO_MOMENTS = Sentence("attendance", "Who was not there neither came nor left.")
NO_LINE = Sentence("attendance", "The event has no line of credit “{line}”.")
NOT_A_SETTING = Sentence("rule", "“{text}” is not a setting such as minimum_percent=80.")
ONE_OF = Sentence("rule", "A rule has no “{name}”. It has: {names}.")


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("attendance", help="who was really there").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.add_argument("event", type=int, metavar="E")
        parser.set_defaults(on_core=run)
        return parser

    bring = action("import", "bring in a report of who came", _import)
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--session", type=int, metavar="S", help="if it is of this session alone")
    bring.add_argument("--zone", default="", metavar="Z", help="in which time zone its clock is")
    bring.add_argument(
        "--dates", choices=[str(each) for each in DateOrder], help="how its dates are written"
    )
    bring.add_argument("--day", metavar="2026-10-14", help="where it tells times without a day")
    bring.add_argument("--sheet", default="", metavar="S", help="which sheet of a workbook")
    action("show", "who was there, what they earn, what is to be decided", _show)
    export = action("export", "write everybody's attendance into a file", _export)
    export.add_argument("--out", type=Path, required=True, metavar="F", help=".csv, .xlsx or .pdf")
    _add_decisions(action)
    action("undo", "take back the latest decision", _undo)
    note = action("mark", "note what somebody did besides being there", _mark)
    note.add_argument("registration", metavar="R")
    note.add_argument("kind", choices=[str(each) for each in MarkKind])
    note.add_argument("number", help="0 or 1, a number of interactions, or: clear")
    note.add_argument("--why", default="", metavar="T")
    marks = action("mark-list", "note it of everybody on a list, of an evaluation perhaps", _marks)
    marks.add_argument("file", type=Path, metavar="FILE")
    marks.add_argument("kind", choices=[str(each) for each in MarkKind])
    seen = action("seen", "note by hand who was in a session", _seen)
    seen.add_argument("registrations", metavar="R[,R…]")
    seen.add_argument("--session", type=int, metavar="S", help="needed if there are several")
    seen.add_argument("--from", dest="came", metavar="09:30", help="who came late")
    seen.add_argument("--to", dest="left", metavar="10:30", help="who left early")
    otherwise = seen.add_mutually_exclusive_group()
    otherwise.add_argument("--absent", action="store_true", help="they were not there")
    otherwise.add_argument("--clear", action="store_true", help="what was said is unsaid")
    seen.add_argument("--why", default="", metavar="T")
    rule = action("rule", "what is asked for the credit", _rule)
    rule.add_argument("--line", metavar="TYPE", help="of this line of credit alone")
    rule.add_argument("--preset", metavar="P", help="as this accreditor usually asks")
    rule.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", dest="settings")


def _add_decisions(action: Callable[[str, str, Any], argparse.ArgumentParser]) -> None:
    decide = action("decide", "say who a participant is", _decide)
    decide.add_argument("participant", metavar="PARTICIPANT", help="a key, or a name shown by one")
    who = decide.add_mutually_exclusive_group(required=True)
    who.add_argument("--is", dest="one", metavar="R", help="a reference, a number or an id")
    who.add_argument("--guest", action="store_true", help="nobody who is registered")
    who.add_argument("--split", metavar="R,R…", help="several people at one screen")
    who.add_argument("--same-as", dest="other", metavar="PARTICIPANT", help="the same human")
    decide.add_argument("--why", default="", metavar="T")
    override = action("override", "say that the rule is met, or not", _override)
    override.add_argument("registration", metavar="R")
    verdict = override.add_mutually_exclusive_group(required=True)
    for each in (Verdict.MET, Verdict.NOT_MET, Verdict.CLEAR):
        flag = f"--{each.replace(' ', '-')}"
        verdict.add_argument(flag, dest="verdict", action="store_const", const=each)
    override.add_argument("--why", required=True, metavar="T")


def _import(core: Services, options: argparse.Namespace) -> Answer:
    dates = DateOrder(options.dates) if options.dates else None
    answers = Answers(options.zone.strip(), dates, _day(options.day), sheet=options.sheet)
    taken = core.report_import.bring_in(
        options.event, options.file, shown_work(), session_id=options.session, answers=answers
    ).value
    if taken.report is None:
        raise _asking(taken.questions)
    found = core.attendance.of(options.event)
    content = report_content(taken, found)
    return Answer(content, report_lines(content, taken.warnings))


def _asking(questions: tuple[Question, ...]) -> Invalid:
    """Return the questions as what is missing in the command."""
    asked: dict[str, Words] = {}
    for each in questions:
        if isinstance(each, OrderUnclear):
            name = "--dates"
        elif isinstance(each, ColumnsUnknown):
            name = "columns"
        else:
            name = "--day" if isinstance(each, DayUnknown) else "--zone"
        asked[name] = each.sentence()
    error = Invalid(asked)
    error.advice = Sentence("attendance", "Answer with {options}. Nothing was imported.").filled(
        options=", ".join(asked)
    )
    return error


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid({"day": NOT_A_DAY.filled(text=text)}) from None


def _show(core: Services, options: argparse.Namespace) -> Answer:
    found = core.attendance.of(options.event)
    return Answer(attendance_content(found), attendance_lines(found))


def _export(core: Services, options: argparse.Namespace) -> Answer:
    out: Path = options.out
    if out.suffix.lower() not in {".csv", ".xlsx", ".pdf"}:
        raise Invalid({"out": NOT_A_KIND.filled(name=out.name)})
    found = core.attendance.of(options.event)
    people = core.attendance_export.write(found, out, shown_work())
    return Answer({"file": str(out), "people": people}, [f"Written: {out}, {people} people"])


def _decide(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.services.attendance.attendance import Choice

    before = core.attendance.of(options.event)
    participant = _participant(before, options.participant)
    places = options.split.split(",") if options.split else [options.one] if options.one else []
    registrations = tuple(_registration(core, options.event, each.strip()) for each in places)
    if options.other:
        other = _participant(before, options.other)
        choice = Choice(participant, Verdict.MERGE, why=options.why, other=other)
    else:
        verdict = Verdict.GUEST if options.guest else Verdict.IS
        verdict = Verdict.SPLIT if options.split else verdict
        choice = Choice(participant, verdict, registrations, options.why)
    core.attendance.decide(options.event, [choice])
    return _changed(core, options.event, before)


def _override(core: Services, options: argparse.Namespace) -> Answer:
    before = core.attendance.of(options.event)
    keys = [_registration(core, options.event, options.registration)]
    core.attendance.override(options.event, keys, options.verdict, options.why)
    return _changed(core, options.event, before)


def _undo(core: Services, options: argparse.Namespace) -> Answer:
    before = core.attendance.of(options.event)
    core.attendance.undo(options.event)
    return _changed(core, options.event, before)


def _mark(core: Services, options: argparse.Namespace) -> Answer:
    before = core.attendance.of(options.event)
    keys = [_registration(core, options.event, options.registration)]
    number = int(options.number) if options.number.isascii() and options.number.isdigit() else -1
    wanted = None if options.number == "clear" else number
    core.attendance.note(options.event, keys, MarkKind(options.kind), wanted, options.why)
    return _changed(core, options.event, before)


def _seen(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.domain.attendance.sightings import Seen

    event = core.events.get(options.event)
    session = next((each for each in event.sessions if options.session in {None, each.id}), None)
    if session is None or (options.session is None and len(event.sessions) > 1):
        titles = ", ".join(f"{each.id} {each.title}" for each in event.sessions)
        raise Invalid({"session": WHICH_SESSION.filled(sessions=titles)})
    came, left = (_at(text, session, event.zone) for text in (options.came, options.left))
    if (came or left) and (options.absent or options.clear):
        raise Invalid({"from": NO_MOMENTS})
    names = options.registrations.split(",")
    keys = [_registration(core, event.id, each.strip()) for each in names]
    before = core.attendance.of(event.id)
    seen = None if options.clear else Seen(came, left, options.absent)
    core.attendance.see(event.id, keys, session.id, seen, options.why)
    return _changed(core, event.id, before)


def _at(text: str | None, session: Session, zone: str) -> datetime | None:
    from cpd_desktop.domain.attendance.sightings import meant_by

    try:
        return meant_by(time.fromisoformat(text), session, zone) if text else None
    except ValueError:
        raise Invalid({"time": NOT_A_TIME_OF_DAY.filled(text=text)}) from None


def _marks(core: Services, options: argparse.Namespace) -> Answer:
    kind = MarkKind(options.kind)
    told = core.mark_import.bring_in(options.event, options.file, kind, shown_work()).value
    if told.questions:
        raise _asking(told.questions)
    content = {"read": told.read, "noted": told.noted, "unknown": list(told.unknown)}
    lines = [f"{told.read} rows: {told.noted} people noted", *told.unknown]
    return Answer(content, lines, IN_PART if told.unknown else 0)


def _changed(core: Services, event_id: int, before: EventAttendance) -> Answer:
    rows = changed_rows(before, core.attendance.of(event_id))
    return Answer(rows, row_lines(rows) or ["Nothing is different."])


def _registration(core: Services, event_id: int, text: str) -> int:
    return core.registrations.called(event_id, text).id


def _participant(found: EventAttendance, text: str) -> str:
    """Return the key of the participant of that key, else of the only one who showed the name."""
    from cpd_desktop.services.attendance.attendance import NO_PARTICIPANT

    findings = found.findings.findings
    if any(text in each.participant.handles for each in findings):
        return text
    if any(text == each.key for each in found.findings.set_aside):
        return text
    named = [
        each.participant.key
        for each in findings
        if folded(text) in map(folded, each.participant.names)
    ]
    if len(named) != 1:
        raise NotFound(NO_PARTICIPANT.filled(participant=text))
    return named[0]


def _rule(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.domain.presets import preset_called, rule_for, rule_of_event, with_rule

    event = core.events.get(options.event)
    line = next((each for each in event.credits if each.type == options.line), None)
    if options.line and line is None:
        raise NotFound(NO_LINE.filled(line=options.line))
    rule = rule_for(event, line) if line else rule_of_event(event)
    preset = preset_called(options.preset, core.presets.own()) if options.preset else None
    wanted = _with(preset.rule if preset else rule, options.settings)
    if wanted != rule:
        draft = event.draft()
        if line:
            lines = (
                replace(each, rule=wanted) if each.id == line.id else each for each in draft.credits
            )
            draft = replace(draft, credits=tuple(lines))
        else:
            draft = with_rule(draft, wanted, preset)
        event = core.events.change(event.id, draft).value
    content = rule_content(event)
    return Answer(content, rule_lines(content))


def _with(rule: Any, settings: list[str]) -> Any:
    """Return a rule with settings such as ``minimum_percent=80``; “none” leaves one out."""
    from cpd_desktop.domain.attendance.credit_rules import rule_of

    kept = rule.kept()
    for text in settings:
        name, equals, value = text.partition("=")
        if not equals:
            raise Invalid({"set": NOT_A_SETTING.filled(text=text)})
        if name not in kept:
            raise Invalid({"set": ONE_OF.filled(name=name, names=", ".join(kept))})
        try:
            kept[name] = _value(name, value, kept[name])
        except ValueError:
            raise Invalid({"set": NOT_A_SETTING.filled(text=text)}) from None
    try:
        return rule_of(kept)
    except (ValueError, ArithmeticError):
        raise Invalid({"set": NOT_A_SETTING.filled(text=settings[-1])}) from None


def _value(name: str, text: str, now: object) -> object:
    """Return a value in the form in which it is written down."""
    if text.lower() == "none":
        return None
    if isinstance(now, bool):
        return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}.get(
            text.lower(), now
        )
    if name == "bands":
        return [each.split(":", 1) for each in text.split(",") if each]
    return text if name in {"step", "award", "scope"} else int(text)

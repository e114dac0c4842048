"""`cpd module …` and `cpd assignment …`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.cli.event_words import local
from cpd_desktop.domain.assignments import NO_POINTS, AssignmentDraft, Criterion
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft, Release
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import parsed

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.assignments import Assignment, Submission
    from cpd_desktop.domain.content import Module, Piece
    from cpd_desktop.services.services import Services

NOT_HANDED_IN = Sentence("assignment", "{name} has handed nothing in.")


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("module", help="learning content of an event").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    add = action("add", "add a module, open at once unless told otherwise", _add_module)
    add.add_argument("event", type=int, metavar="E")
    add.add_argument("--title", required=True)
    add.add_argument("--description", default="")
    release = add.add_mutually_exclusive_group()
    release.add_argument("--on", metavar="2026-10-14T14:00")
    release.add_argument("--after-days", type=int, metavar="N", help="after registration")
    release.add_argument("--after", type=int, metavar="M", help="after another module")
    put = action("put", "put content into a module", _put)
    put.add_argument("module", type=int, metavar="M")
    put.add_argument("--title", default="")
    what = put.add_mutually_exclusive_group(required=True)
    what.add_argument("--document", type=Path, metavar="FILE")
    what.add_argument("--video", metavar="LINK")
    what.add_argument("--quiz", metavar="LINK")
    what.add_argument("--text", metavar="WORDS")
    action("list", "list the modules with their content", _list_modules).add_argument(
        "event", type=int, metavar="E"
    )

    area = commands.add_parser("assignment", help="work to hand in").add_subparsers(
        metavar="ACTION", required=True
    )
    add = action("add", "add an assignment", _add_assignment)
    add.add_argument("event", type=int, metavar="E")
    add.add_argument("--title", required=True)
    add.add_argument("--instructions", default="")
    add.add_argument("--module", type=int, metavar="M")
    add.add_argument("--due", metavar="2026-10-14T14:00")
    add.add_argument("--attempts", type=int, default=3, metavar="N")
    add.add_argument("--points", type=int, default=100, metavar="N")
    add.add_argument("--pass-mark", type=int, default=70, metavar="N")
    add.add_argument("--criterion", action="append", default=[], metavar="WORDS=POINTS")
    add.add_argument("--required", action="store_true")
    action("list", "list the assignments", _list_assignments).add_argument(
        "event", type=int, metavar="E"
    )
    hand_in = action("hand-in", "keep what somebody handed in", _hand_in)
    mark = action("mark", "mark somebody's last attempt", _mark)
    for each in (hand_in, mark):
        each.add_argument("assignment", type=int, metavar="A")
        each.add_argument("registration", metavar="R")
    hand_in.add_argument("--text", default="", metavar="WORDS")
    hand_in.add_argument("--file", type=Path, metavar="FILE")
    hand_in.add_argument("--draft", action="store_true", help="keep it, to be handed in later")
    hand_in.add_argument("--late", action="store_true", help="after the due date")
    hand_in.add_argument("--extra", action="store_true", help="one attempt more")
    mark.add_argument("--points", type=int, nargs="+", metavar="N", help="one for each criterion")
    mark.add_argument("--feedback", default="", metavar="WORDS")
    outcome = mark.add_mutually_exclusive_group()
    outcome.add_argument("--approve", action="store_true")
    outcome.add_argument("--revise", action="store_true", help="ask for a revision")


def _piece_content(piece: Piece) -> dict[str, Any]:
    return {
        "id": piece.id,
        "kind": str(piece.kind),
        "title": piece.title,
        "link": piece.link,
        "file": piece.file_name,
        "sha256": piece.sha256,
    }


def _module_content(module: Module, zone: str) -> dict[str, Any]:
    return {
        "id": module.id,
        "title": module.title,
        "release": str(module.release),
        "on": local(module.release_at, zone) if module.release_at else None,
        "after_days": module.release_days,
        "after": module.after_id,
        "content": [_piece_content(each) for each in module.pieces],
    }


def _module_lines(module: Module) -> list[str]:
    pieces = [f"    {each.id}: {each.kind}  {each.title}" for each in module.pieces]
    return [f"{module.id}  {module.title} ({module.release})", *pieces]


def _add_module(core: Services, options: argparse.Namespace) -> Answer:
    zone = core.events.get(options.event).zone
    given = {
        Release.ON_DATE: options.on,
        Release.AFTER_DAYS: options.after_days,
        Release.AFTER_MODULE: options.after,
    }
    release = next((each for each in given if given[each] is not None), Release.AT_ONCE)
    at = None if options.on is None else parsed(options.on, zone)
    draft = ModuleDraft(
        options.title, options.description, release, at, options.after_days, options.after
    )
    module = core.learning.add_module(options.event, draft).value
    return Answer(_module_content(module, zone), _module_lines(module))


def _put(core: Services, options: argparse.Namespace) -> Answer:
    file: Path | None = options.document
    if file is not None:
        title = options.title or file.stem
        draft = PieceDraft(ContentKind.DOCUMENT, title, file_name=file.name)
    elif options.text is not None:
        draft = PieceDraft(ContentKind.TEXT, options.title, body=options.text)
    elif options.video is not None:
        draft = PieceDraft(ContentKind.VIDEO, options.title, link=options.video)
    else:
        draft = PieceDraft(ContentKind.QUIZ, options.title, link=options.quiz)
    piece = core.learning.add_piece(options.module, draft, file).value
    return Answer(_piece_content(piece), [f"{piece.id}  {piece.kind}  {piece.title}"])


def _list_modules(core: Services, options: argparse.Namespace) -> Answer:
    zone = core.events.get(options.event).zone
    modules = core.learning.modules(options.event)
    lines = [line for each in modules for line in _module_lines(each)]
    return Answer([_module_content(each, zone) for each in modules], lines or ["No modules."])


def _assignment_content(assignment: Assignment, zone: str) -> dict[str, Any]:
    return {
        "id": assignment.id,
        "title": assignment.title,
        "module": assignment.module_id,
        "due": local(assignment.due_at, zone) if assignment.due_at else None,
        "attempts": assignment.attempts,
        "points": assignment.most,
        "pass_mark": assignment.pass_mark,
        "rubric": [each._asdict() for each in assignment.rubric],
        "required": assignment.required,
    }


def _assignment_line(assignment: Assignment) -> str:
    required = ", required" if assignment.required else ""
    passes = f"{assignment.pass_mark} of {assignment.most} points to pass"
    return f"{assignment.id}  {assignment.title} ({passes}{required})"


def _criterion(text: str) -> Criterion:
    words, _, points = text.rpartition("=")
    if not words or not points.isascii() or not points.isdigit():
        raise Invalid({"rubric": NO_POINTS.filled(words=text)})
    return Criterion(words, int(points))


def _add_assignment(core: Services, options: argparse.Namespace) -> Answer:
    zone = core.events.get(options.event).zone
    draft = AssignmentDraft(
        options.title,
        options.instructions,
        options.module,
        None if options.due is None else parsed(options.due, zone),
        options.attempts,
        options.points,
        options.pass_mark,
        tuple(map(_criterion, options.criterion)),
        options.required,
    )
    assignment = core.learning.add_assignment(options.event, draft).value
    return Answer(_assignment_content(assignment, zone), [_assignment_line(assignment)])


def _list_assignments(core: Services, options: argparse.Namespace) -> Answer:
    zone = core.events.get(options.event).zone
    counts = core.progress.counts(options.event)
    assignments = core.learning.assignments(options.event)
    content = [
        _assignment_content(each, zone)
        | {"people": {str(status): n for status, n in counts.get(each.id, {}).items()}}
        for each in assignments
    ]
    return Answer(content, [_assignment_line(each) for each in assignments] or ["No assignments."])


def _submission_answer(submission: Submission, name: str) -> Answer:
    content = {
        "id": submission.id,
        "assignment": submission.assignment_id,
        "registration": submission.registration_id,
        "attempt": submission.attempt,
        "status": str(submission.status),
        "marks": list(submission.marks),
        "mark": submission.mark,
        "feedback": submission.feedback,
        "file": submission.file_name,
    }
    mark = "" if submission.mark is None else f", {submission.mark} points"
    line = f"{name}: attempt {submission.attempt}, {submission.status}{mark}"
    return Answer(content, [line])


def _hand_in(core: Services, options: argparse.Namespace) -> Answer:
    event = core.learning.assignment(options.assignment).event_id
    place = core.registrations.called(event, options.registration)
    given = (options.assignment, place.id, options.text, options.file)
    if options.draft:
        done = core.submissions.keep_draft(*given)
    else:
        done = core.submissions.hand_in(*given, late=options.late, extra=options.extra)
    return _submission_answer(done.value, place.name)


def _mark(core: Services, options: argparse.Namespace) -> Answer:
    event = core.learning.assignment(options.assignment).event_id
    place = core.registrations.called(event, options.registration)
    attempts = core.submissions.attempts(options.assignment, place.id)
    if not attempts:
        raise NotFound(NOT_HANDED_IN.filled(name=place.name))
    last, points, words = attempts[-1].id, options.points or [], options.feedback
    if options.revise:
        done = core.submissions.ask_revision(last, words, points or None)
    elif options.approve:
        done = core.submissions.mark_and_approve(last, points, words)
    else:
        done = core.submissions.mark(last, points, words)
    return _submission_answer(done.value, place.name)

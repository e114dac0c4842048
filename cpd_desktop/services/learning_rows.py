"""Modules, content, assignments and answers, read from their tables and written to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.assignments import Assignment, AssignmentDraft, Criterion, Submission
from cpd_desktop.domain.content import (
    ContentKind,
    Module,
    ModuleDraft,
    Piece,
    PieceDraft,
    Release,
    SubmissionStatus,
)
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.people import tidy
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import assignment, content, module, person, registration, submission

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, Table

    from cpd_desktop.store.database import Transaction

    Reader = Connection | Transaction

NO_MODULE = Sentence("content", "There is no module {number}.")
NO_PIECE = Sentence("content", "There is no content {number}.")
NO_ASSIGNMENT = Sentence("assignment", "There is no assignment {number}.")
NO_SUBMISSION = Sentence("assignment", "There is no submission {number}.")
NO_PLACE = Sentence("assignment", "Registration {registration} is not on this event.")

_MISSING = {
    "module": NO_MODULE,
    "content": NO_PIECE,
    "assignment": NO_ASSIGNMENT,
    "submission": NO_SUBMISSION,
}


def require_row(reader: Reader, table: Table, key: int) -> Row[Any]:
    """Return a row; raises ``NotFound`` in the words of its table."""
    row = reader.execute(select(table).where(table.c.id == key)).first()
    if row is None:
        raise NotFound(_MISSING[table.name].filled(number=key))
    return row


def read_modules(reader: Reader, event_id: int) -> list[Module]:
    """Return the modules of an event with their content, in order."""
    inside = select(content).join(module, module.c.id == content.c.module_id)
    statement = inside.where(module.c.event_id == event_id)
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for row in reader.execute(statement.order_by(content.c.position, content.c.id)).all():
        pieces[row.module_id].append(piece_of(row))
    mine = select(module).where(module.c.event_id == event_id)
    rows = reader.execute(mine.order_by(module.c.position, module.c.id)).all()
    return [
        Module(
            row.title,
            row.description,
            Release(row.release),
            row.release_at,
            row.release_days,
            row.after_id,
            id=row.id,
            event_id=row.event_id,
            pieces=tuple(pieces[row.id]),
        )
        for row in rows
    ]


def read_module(reader: Reader, module_id: int) -> Module:
    """Return a module; raises ``NotFound``."""
    event_id = require_row(reader, module, module_id).event_id
    return next(each for each in read_modules(reader, event_id) if each.id == module_id)


def piece_of(row: Row[Any]) -> Piece:
    """Return a piece of content from its row."""
    return Piece(
        ContentKind(row.kind),
        row.title,
        row.body,
        row.link,
        row.file_name,
        id=row.id,
        module_id=row.module_id,
        sha256=row.sha256,
    )


def read_assignments(reader: Reader, event_id: int) -> list[Assignment]:
    """Return the assignments of an event, in order."""
    statement = select(assignment).where(assignment.c.event_id == event_id)
    rows = reader.execute(statement.order_by(assignment.c.position, assignment.c.id)).all()
    return [assignment_of(row) for row in rows]


def assignment_of(row: Row[Any]) -> Assignment:
    """Return an assignment from its row."""
    return Assignment(
        row.title,
        row.instructions,
        row.module_id,
        row.due_at,
        row.attempts,
        row.points,
        row.pass_mark,
        tuple(Criterion(words, points) for words, points in row.rubric),
        bool(row.required),
        id=row.id,
        event_id=row.event_id,
    )


def submission_of(row: Row[Any]) -> Submission:
    """Return one attempt from its row."""
    return Submission(
        id=row.id,
        assignment_id=row.assignment_id,
        registration_id=row.registration_id,
        attempt=row.attempt,
        status=SubmissionStatus(row.status),
        body=row.body,
        sha256=row.sha256,
        file_name=row.file_name,
        marks=tuple(row.marks),
        mark=row.mark,
        feedback=row.feedback,
        submitted_at=row.submitted_at,
        graded_at=row.graded_at,
    )


def read_place(reader: Reader, registration_id: int) -> Row[Any]:
    """Return a registration's row with the person's name as ``called``; raises ``NotFound``."""
    statement = (
        select(registration, person.c.name.label("called"))
        .join(person, person.c.id == registration.c.person_id)
        .where(registration.c.id == registration_id)
    )
    row = reader.execute(statement).first()
    if row is None:
        raise NotFound(NO_PLACE.filled(registration=registration_id))
    return row


def is_last() -> ColumnElement[bool]:
    """Return the condition that an attempt is the last one of its person."""
    later = submission.alias("later")
    return ~(
        select(later.c.id)
        .where(
            later.c.assignment_id == submission.c.assignment_id,
            later.c.registration_id == submission.c.registration_id,
            later.c.attempt > submission.c.attempt,
        )
        .correlate(submission)
        .exists()
    )


def module_columns(draft: ModuleDraft) -> dict[str, object]:
    """Return the columns of a module, of its release only the one that counts."""
    release = draft.release
    return {
        "title": tidy(draft.title),
        "description": draft.description.strip(),
        "release": release,
        "release_at": draft.release_at if release is Release.ON_DATE else None,
        "release_days": draft.release_days if release is Release.AFTER_DAYS else None,
        "after_id": draft.after_id if release is Release.AFTER_MODULE else None,
    }


def piece_columns(draft: PieceDraft, sha256: str | None) -> dict[str, object]:
    """Return the columns of a piece of content, only what its kind needs."""
    document = draft.kind is ContentKind.DOCUMENT
    linked = draft.kind in (ContentKind.VIDEO, ContentKind.QUIZ)
    return {
        "kind": draft.kind,
        "title": tidy(draft.title),
        "body": draft.body.strip(),
        "link": draft.link.strip() if linked else "",
        "sha256": sha256 if document else None,
        "file_name": draft.file_name if document else "",
    }


def assignment_columns(draft: AssignmentDraft) -> dict[str, object]:
    """Return the columns of an assignment."""
    return {
        "title": tidy(draft.title),
        "instructions": draft.instructions.strip(),
        "module_id": draft.module_id,
        "due_at": draft.due_at,
        "attempts": draft.attempts,
        "points": draft.most,
        "pass_mark": draft.pass_mark,
        "rubric": [[tidy(each.words), each.points] for each in draft.rubric],
        "required": int(draft.required),
    }

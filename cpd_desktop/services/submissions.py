"""What people hand in, how it is marked, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from cpd_desktop.domain.assignments import (
    NOTHING_GIVEN,
    Step,
    Submission,
    after_step,
    next_attempt,
    require_in_time,
)
from cpd_desktop.domain.content import SubmissionStatus
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import HOLDS_A_PLACE
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.learning_rows import (
    NO_PLACE,
    assignment_of,
    is_last,
    read_place,
    require_row,
    submission_of,
)
from cpd_desktop.services.register import place_text
from cpd_desktop.services.taking_in import TakenIn, take_in
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.tables import assignment, person, registration, submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

HAS_NO_PLACE = Sentence("assignment", "{name} has no place on this event (any more).")
SUPERSEDED = Sentence("assignment", "There is a later attempt; mark that one.")

S = SubmissionStatus
AT_ONCE = 1000  # so many ids fit well into one statement


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody on an event, and their last attempt at an assignment if there is one."""

    registration_id: int
    name: str
    email: str
    last: Submission | None


@dataclass(frozen=True, slots=True)
class Submissions:
    """What can be done with the answers to assignments."""

    db: Database
    files: ContentStore
    clock: Clock

    def keep_draft(
        self, assignment_id: int, registration_id: int, body: str, file: Path | None = None
    ) -> Done[Submission]:
        """Keep what somebody has so far; raises ``NotFound``, ``NotAllowed`` while it is marked."""
        taken = None if file is None else take_in(self.files, file)
        with self.db.writing("submission.draft", about=("assignment", assignment_id)) as tx:
            kept = self._write(tx, assignment_id, registration_id, body, taken)
        return tx.done(kept)

    def hand_in(
        self,
        assignment_id: int,
        registration_id: int,
        body: str = "",
        file: Path | None = None,
        *,
        late: bool = False,
        extra: bool = False,
    ) -> Done[Submission]:
        """Take somebody's work, as their next attempt or in place of their draft.

        A draft's file stays with it unless another is given. Raises ``Invalid`` if there is
        nothing, ``NotFound``, and ``NotAllowed`` if it waits for a mark, is approved, overdue
        (unless ``late``) or one attempt too many (unless ``extra``).
        """
        taken = None if file is None else take_in(self.files, file)
        now = self.clock.now()
        with self.db.writing("submission.hand_in", about=("assignment", assignment_id)) as tx:
            kept = self._write(tx, assignment_id, registration_id, body, taken)
            if not (kept.body or kept.sha256):
                raise Invalid({"body": NOTHING_GIVEN})
            task = assignment_of(require_row(tx, assignment, assignment_id))
            require_in_time(task, kept.attempt, now, late=late, extra=extra)
            status = after_step(kept.status, Step.HAND_IN)
            tx.update(submission, kept.id, status=status, submitted_at=now)
            kept = submission_of(require_row(tx, submission, kept.id))
        return tx.done(kept)

    def mark(
        self, submission_id: int, marks: Sequence[int], feedback: str = ""
    ) -> Done[Submission]:
        """Give points for each line of the rubric; marking again takes a decision back.

        Raises ``Invalid`` for points out of range, ``NotFound``, ``NotAllowed``, and ``Conflict``
        if there is a later attempt.
        """
        with self.db.writing("submission.mark", about=("submission", submission_id)) as tx:
            self._mark(tx, submission_id, marks, feedback)
            marked = submission_of(require_row(tx, submission, submission_id))
        return tx.done(marked)

    def mark_and_approve(
        self, submission_id: int, marks: Sequence[int], feedback: str = ""
    ) -> Done[Submission]:
        """Mark and approve in one step; raises as ``mark`` does, ``NotAllowed`` if not passed."""
        with self.db.writing("submission.approve", about=("submission", submission_id)) as tx:
            self._mark(tx, submission_id, marks, feedback)
            self._approve(tx, submission_id)
            approved = submission_of(require_row(tx, submission, submission_id))
        return tx.done(approved)

    def ask_revision(
        self, submission_id: int, feedback: str, marks: Sequence[int] | None = None
    ) -> Done[Submission]:
        """Send work back with words, and with points if any are given.

        Raises ``NotFound``, ``NotAllowed``, ``Invalid`` for points out of range, and ``Conflict``
        if there is a later attempt.
        """
        with self.db.writing("submission.ask_revision", about=("submission", submission_id)) as tx:
            if marks is not None:
                self._mark(tx, submission_id, marks, feedback)
            row = _last_attempt(tx, submission_id)
            status = after_step(S(row.status), Step.ASK_REVISION)
            at = self.clock.now()
            tx.update(submission, row.id, status=status, feedback=feedback.strip(), graded_at=at)
            asked = submission_of(require_row(tx, submission, row.id))
        return tx.done(asked)

    def approve(self, submission_ids: Iterable[int]) -> Changes:
        """Approve marked work; raises ``NotFound``, and ``NotAllowed`` below the pass mark."""
        with self.db.writing("submission.approve") as tx:
            for submission_id in submission_ids:
                self._approve(tx, submission_id)
        return tx.changes

    def marked(self, assignment_id: int, registration_ids: Sequence[int]) -> list[int]:
        """Return the last attempts of these people that are marked and not decided on."""
        statement = select(submission.c.id).where(
            submission.c.assignment_id == assignment_id,
            submission.c.status == S.GRADED,
            is_last(),
        )
        found: list[int] = []
        with self.db.reading() as connection:
            for start in range(0, len(registration_ids), AT_ONCE):
                some = registration_ids[start : start + AT_ONCE]
                theirs = statement.where(submission.c.registration_id.in_(some))
                found += connection.execute(theirs).scalars()
        return found

    def attempts(self, assignment_id: int, registration_id: int) -> list[Submission]:
        """Return all that somebody handed in for an assignment, the first attempt first."""
        with self.db.reading() as connection:
            require_row(connection, assignment, assignment_id)
            return _attempts(connection, assignment_id, registration_id)

    def write_file(self, submission_id: int, path: Path) -> None:
        """Write a copy of the file somebody handed in; raises ``NotFound``, ``Unavailable``."""
        with self.db.reading() as connection:
            row = require_row(connection, submission, submission_id)
        write_whole(path, self.files.get(row.sha256 or ""))

    def ids(
        self,
        assignment_id: int,
        search: str = "",
        sort: str = "name",
        *,
        descending: bool = False,
    ) -> Sequence[int]:
        """Return the registrations that an assignment is for, found and in order."""
        keys = {
            "name": person.c.sought,
            "status": submission.c.status,
            "attempt": submission.c.attempt,
            "mark": submission.c.mark,
            "submitted": submission.c.submitted_at,
        }
        statement = _people(assignment_id).with_only_columns(registration.c.id)
        for word in folded(search).split():
            found = func.instr(person.c.sought, word) + func.instr(place_text(), word)
            statement = statement.where(found > 0)
        key = keys[sort]
        order = key.desc() if descending else key
        with self.db.reading() as connection:
            return ids_of(connection, statement.order_by(order, person.c.sought, registration.c.id))

    def listed(self, assignment_id: int, ids: Sequence[int]) -> dict[int, Standing]:
        """Return how people of these registrations stand; missing ones are left out."""
        statement = _people(assignment_id).where(registration.c.id.in_(ids))
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        return {
            row.of_registration: Standing(
                row.of_registration,
                row.of_name,
                row.of_email,
                None if row.id is None else submission_of(row),
            )
            for row in rows
        }

    def _write(
        self,
        tx: Transaction,
        assignment_id: int,
        registration_id: int,
        body: str,
        taken: TakenIn | None,
    ) -> Submission:
        """Write the draft of the attempt that can be worked on now."""
        task = require_row(tx, assignment, assignment_id)
        _require_place(tx, registration_id, task.event_id)
        attempts = _attempts(tx, assignment_id, registration_id)
        last = attempts[-1] if attempts else None
        number = next_attempt(last)
        columns: dict[str, object] = {"body": body.strip()}
        if taken is not None:
            columns |= {"sha256": taken.sha256, "file_name": taken.file_name}
        if last is not None and last.attempt == number:
            tx.update(submission, last.id, **columns)
            key = last.id
        else:
            key = tx.insert(
                submission,
                assignment_id=assignment_id,
                registration_id=registration_id,
                attempt=number,
                status=S.DRAFT,
                **columns,
            )
        return submission_of(require_row(tx, submission, key))

    def _mark(
        self, tx: Transaction, submission_id: int, marks: Sequence[int], feedback: str
    ) -> None:
        row = _last_attempt(tx, submission_id)
        status = after_step(S(row.status), Step.MARK)
        task = assignment_of(require_row(tx, assignment, row.assignment_id))
        tx.update(
            submission,
            row.id,
            status=status,
            marks=list(marks),
            mark=task.mark_of(marks),
            feedback=feedback.strip(),
            graded_at=self.clock.now(),
        )

    def _approve(self, tx: Transaction, submission_id: int) -> None:
        row = _last_attempt(tx, submission_id)
        status = after_step(S(row.status), Step.APPROVE)
        task = assignment_of(require_row(tx, assignment, row.assignment_id))
        task.require_passed(row.mark)
        tx.update(submission, row.id, status=status, graded_at=self.clock.now())


def _people(assignment_id: int) -> Select[Any]:
    mine = and_(
        submission.c.registration_id == registration.c.id,
        submission.c.assignment_id == assignment_id,
        is_last(),
    )
    event_id = select(assignment.c.event_id).where(assignment.c.id == assignment_id)
    return (
        select(
            registration.c.id.label("of_registration"),
            person.c.name.label("of_name"),
            person.c.email.label("of_email"),
            submission,
        )
        .join(person, person.c.id == registration.c.person_id)
        .outerjoin(submission, mine)
        .where(
            registration.c.event_id == event_id.scalar_subquery(),
            registration.c.status.in_(HOLDS_A_PLACE),
        )
    )


def _attempts(
    reader: Connection | Transaction, assignment_id: int, registration_id: int
) -> list[Submission]:
    statement = select(submission).where(
        submission.c.assignment_id == assignment_id,
        submission.c.registration_id == registration_id,
    )
    rows = reader.execute(statement.order_by(submission.c.attempt)).all()
    return [submission_of(row) for row in rows]


def _last_attempt(tx: Transaction, submission_id: int) -> Row[Any]:
    row = require_row(tx, submission, submission_id)
    if _attempts(tx, row.assignment_id, row.registration_id)[-1].id != submission_id:
        raise Conflict(SUPERSEDED)
    return row


def _require_place(tx: Transaction, registration_id: int, event_id: int) -> None:
    row = read_place(tx, registration_id)
    if row.event_id != event_id:
        raise NotFound(NO_PLACE.filled(registration=registration_id))
    if row.status not in HOLDS_A_PLACE:
        raise NotAllowed(HAS_NO_PLACE.filled(name=row.called))

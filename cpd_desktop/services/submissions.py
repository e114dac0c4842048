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
from cpd_desktop.domain.content import SubmissionStatus, opens_at
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import HOLDS_A_PLACE
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.services.learning_rows import (
    assignment_of,
    read_assignments,
    read_modules,
    require_row,
    submission_of,
)
from cpd_desktop.services.taking_in import TakenIn, take_in
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import assignment, person, registration, submission

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.assignments import Assignment
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

NO_PLACE = Sentence("assignment", "Registration {registration} is not on this event.")
HAS_NO_PLACE = Sentence("assignment", "{name} has no place on this event (any more).")
SUPERSEDED = Sentence("assignment", "There is a later attempt; mark that one.")

S = SubmissionStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody on an event, and their last attempt at an assignment if there is one."""

    registration_id: int
    name: str
    email: str
    last: Submission | None


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """One module for one person: since when it is open, and its required assignments."""

    module_id: int
    title: str
    opens_at: datetime | None
    required: int
    approved: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How many assignments are required of somebody, and how their last attempts stand."""

    required: int = 0
    approved: int = 0
    to_mark: int = 0
    to_revise: int = 0


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

    def ask_revision(self, submission_id: int, feedback: str) -> Done[Submission]:
        """Send work back with words; a mark it has stays. Raises ``NotFound``, ``NotAllowed``."""
        with self.db.writing("submission.ask_revision", about=("submission", submission_id)) as tx:
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

    def attempts(self, assignment_id: int, registration_id: int) -> list[Submission]:
        """Return all that somebody handed in for an assignment, the first attempt first."""
        with self.db.reading() as connection:
            require_row(connection, assignment, assignment_id)
            return _attempts(connection, assignment_id, registration_id)

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
            found = func.instr(person.c.sought, word) + func.instr(registration.c.sought, word)
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

    def counts(self, event_id: int) -> dict[int, dict[SubmissionStatus, int]]:
        """Return for each assignment of an event how many last attempts stand how."""
        statement = (
            select(submission.c.assignment_id, submission.c.status, func.count().label("people"))
            .join(assignment, assignment.c.id == submission.c.assignment_id)
            .join(registration, registration.c.id == submission.c.registration_id)
            .where(
                assignment.c.event_id == event_id,
                registration.c.status.in_(HOLDS_A_PLACE),
                _is_last(),
            )
            .group_by(submission.c.assignment_id, submission.c.status)
        )
        found: dict[int, dict[SubmissionStatus, int]] = {}
        with self.db.reading() as connection:
            for row in connection.execute(statement).all():
                found.setdefault(row.assignment_id, {})[S(row.status)] = row.people
        return found

    def progress_on(self, event_id: int) -> dict[int, Progress]:
        """Return registration → progress for everybody with a place; raises ``NotFound``."""

        def how_many(status: SubmissionStatus, *also: Any) -> Any:
            return func.count(submission.c.id).filter(submission.c.status == status, *also)

        needed = assignment.c.required == 1
        statement = (
            select(
                registration.c.id,
                func.count(assignment.c.id).filter(needed).label("required"),
                how_many(S.APPROVED, needed).label("approved"),
                how_many(S.SUBMITTED).label("to_mark"),
                how_many(S.NEEDS_REVISION).label("to_revise"),
            )
            .outerjoin(assignment, assignment.c.event_id == registration.c.event_id)
            .outerjoin(
                submission,
                and_(
                    submission.c.assignment_id == assignment.c.id,
                    submission.c.registration_id == registration.c.id,
                    _is_last(),
                ),
            )
            .where(registration.c.event_id == event_id, registration.c.status.in_(HOLDS_A_PLACE))
            .group_by(registration.c.id)
        )
        with self.db.reading() as connection:
            require_event(connection, event_id)
            rows = connection.execute(statement).all()
        return {row[0]: Progress(*row[1:]) for row in rows}

    def progress_of(self, registration_id: int) -> list[ModuleProgress]:
        """Return how far one person came through the modules; raises ``NotFound``."""
        with self.db.reading() as connection:
            place = _registration(connection, registration_id)
            modules = {each.id: each for each in read_modules(connection, place.event_id)}
            tasks = read_assignments(connection, place.event_id)
            approved = select(submission.c.assignment_id, submission.c.graded_at).where(
                submission.c.registration_id == registration_id,
                submission.c.status == S.APPROVED,
            )
            done_at = {row.assignment_id: row.graded_at for row in connection.execute(approved)}
        required: dict[int, list[Assignment]] = {}
        for each in tasks:
            if each.required and each.module_id is not None:
                required.setdefault(each.module_id, []).append(each)
        finished = {
            key: max(done_at[each.id] for each in mine)
            if all(each.id in done_at for each in mine)
            else None
            for key, mine in required.items()
        }
        return [
            ModuleProgress(
                each.id,
                each.title,
                opens_at(each, place.registered_at, modules, finished),
                len(required.get(each.id, ())),
                sum(task.id in done_at for task in required.get(each.id, ())),
            )
            for each in modules.values()
        ]

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


def _is_last() -> Any:
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


def _people(assignment_id: int) -> Select[Any]:
    mine = and_(
        submission.c.registration_id == registration.c.id,
        submission.c.assignment_id == assignment_id,
        _is_last(),
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


def _registration(reader: Connection | Transaction, registration_id: int) -> Row[Any]:
    statement = (
        select(registration, person.c.name.label("called"))
        .join(person, person.c.id == registration.c.person_id)
        .where(registration.c.id == registration_id)
    )
    row = reader.execute(statement).first()
    if row is None:
        raise NotFound(NO_PLACE.filled(registration=registration_id))
    return row


def _require_place(tx: Transaction, registration_id: int, event_id: int) -> None:
    row = _registration(tx, registration_id)
    if row.event_id != event_id:
        raise NotFound(NO_PLACE.filled(registration=registration_id))
    if row.status not in HOLDS_A_PLACE:
        raise NotAllowed(HAS_NO_PLACE.filled(name=row.called))

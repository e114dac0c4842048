"""How far people have come with what an event asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from cpd_desktop.domain.content import SubmissionStatus, opens_at
from cpd_desktop.domain.registrations import HOLDS_A_PLACE
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.services.learning_rows import is_last, read_assignments, read_modules, read_place
from cpd_desktop.store.tables import assignment, registration, submission

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.assignments import Assignment
    from cpd_desktop.store.database import Database

S = SubmissionStatus


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
class LearningProgress:
    """What is known of everybody's way through modules and assignments."""

    db: Database

    def counts(self, event_id: int) -> dict[int, dict[SubmissionStatus, int]]:
        """Return for each assignment of an event how many last attempts stand how."""
        statement = (
            select(submission.c.assignment_id, submission.c.status, func.count().label("people"))
            .join(assignment, assignment.c.id == submission.c.assignment_id)
            .join(registration, registration.c.id == submission.c.registration_id)
            .where(
                assignment.c.event_id == event_id,
                registration.c.status.in_(HOLDS_A_PLACE),
                is_last(),
            )
            .group_by(submission.c.assignment_id, submission.c.status)
        )
        found: dict[int, dict[SubmissionStatus, int]] = {}
        with self.db.reading() as connection:
            for row in connection.execute(statement).all():
                found.setdefault(row.assignment_id, {})[S(row.status)] = row.people
        return found

    def on(self, event_id: int) -> dict[int, Progress]:
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
                    is_last(),
                ),
            )
            .where(registration.c.event_id == event_id, registration.c.status.in_(HOLDS_A_PLACE))
            .group_by(registration.c.id)
        )
        with self.db.reading() as connection:
            require_event(connection, event_id)
            rows = connection.execute(statement).all()
        return {row[0]: Progress(*row[1:]) for row in rows}

    def of(self, registration_id: int) -> list[ModuleProgress]:
        """Return how far one person came through the modules; raises ``NotFound``."""
        with self.db.reading() as connection:
            place = read_place(connection, registration_id)
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

"""The learning content of an event: modules in order, what is in them, and assignments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.content import (
    NO_FILE,
    ContentKind,
    Module,
    ModuleDraft,
    PieceDraft,
    require_no_circle,
)
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.services.learning_rows import (
    NO_MODULE,
    assignment_columns,
    assignment_of,
    module_columns,
    piece_columns,
    piece_of,
    read_assignments,
    read_module,
    read_modules,
    require_row,
)
from cpd_desktop.services.taking_in import take_in
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import assignment, content, module, submission

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import ColumnElement, Table

    from cpd_desktop.domain.assignments import Assignment, AssignmentDraft
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.content import Piece
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

WAITED_FOR = Sentence("content", "“{title}” is waited for by %n module(s).")
WAITED_FOR_ADVICE = Sentence(
    "content", "Let them open when it would have opened, or change them first. It was kept."
)
HANDED_IN = Sentence("assignment", "“{title}” cannot be removed: it has %n submission(s).")
HANDED_IN_ADVICE = Sentence("assignment", "It was kept, with all that people handed in.")
MARKED = Sentence("assignment", "“{title}” keeps its points: there are marks for %n submission(s).")
MARKED_ADVICE = Sentence("assignment", "Add another assignment instead. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Learning:
    """What can be done with an event's modules, their content and its assignments."""

    db: Database
    files: ContentStore

    def modules(self, event_id: int) -> list[Module]:
        """Return the modules with their content, in order; raises ``NotFound`` for the event."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            return read_modules(connection, event_id)

    def assignments(self, event_id: int) -> list[Assignment]:
        """Return the assignments in order; raises ``NotFound`` for the event."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            return read_assignments(connection, event_id)

    def assignment(self, assignment_id: int) -> Assignment:
        """Return an assignment; raises ``NotFound``."""
        with self.db.reading() as connection:
            return assignment_of(require_row(connection, assignment, assignment_id))

    def add_module(self, event_id: int, draft: ModuleDraft) -> Done[Module]:
        """Put a module at the end; raises ``Invalid``, and ``NotFound`` for the event."""
        draft.require_valid()
        with self.db.writing("module.add", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            modules = read_modules(tx, event_id)
            require_no_circle(modules, 0, draft)
            place = _end(tx, module, module.c.event_id == event_id)
            key = tx.insert(module, event_id=event_id, position=place, **module_columns(draft))
            made = read_module(tx, key)
        return tx.done(made)

    def change_module(self, module_id: int, draft: ModuleDraft) -> Done[Module]:
        """Keep an edited module; raises ``NotFound``, and ``Invalid`` also for a circle."""
        draft.require_valid()
        with self.db.writing("module.change", about=("module", module_id)) as tx:
            row = require_row(tx, module, module_id)
            require_no_circle(read_modules(tx, row.event_id), module_id, draft)
            tx.update(module, module_id, **module_columns(draft))
            made = read_module(tx, module_id)
        return tx.done(made)

    def move_module(self, module_id: int, place: int) -> Changes:
        """Put a module at this place among the others; raises ``NotFound``."""
        with self.db.writing("module.move", about=("module", module_id)) as tx:
            row = require_row(tx, module, module_id)
            _place(tx, module, module.c.event_id == row.event_id, module_id, place)
        return tx.changes

    def remove_module(self, module_id: int, *, open_waiting: bool = False) -> Changes:
        """Remove a module with its content; its assignments stay with the event.

        Raises ``Conflict`` if others wait for it, unless they may: with ``open_waiting`` each
        opens when the removed one would have.
        """
        with self.db.writing("module.remove", about=("module", module_id)) as tx:
            removed = read_module(tx, module_id)
            waiting = [
                each for each in read_modules(tx, removed.event_id) if each.after_id == module_id
            ]
            if waiting and not open_waiting:
                says = WAITED_FOR.filled(title=removed.title, n=len(waiting))
                raise Conflict(says, WAITED_FOR_ADVICE)
            for each in waiting:
                takes_over = replace(
                    each.draft(),
                    release=removed.release,
                    release_at=removed.release_at,
                    release_days=removed.release_days,
                    after_id=removed.after_id,
                )
                tx.update(module, each.id, **module_columns(takes_over))
            remove_with_parts(tx, module, module_id)
        return tx.changes

    def add_piece(self, module_id: int, draft: PieceDraft, file: Path | None = None) -> Done[Piece]:
        """Put content at the end of a module; a document needs its file.

        Raises ``Invalid``, ``NotFound``, and ``Unavailable`` if the file cannot be read.
        """
        draft.require_valid()
        sha256 = self._taken_in(draft, file)
        _require_file(draft, sha256)
        with self.db.writing("content.add", about=("module", module_id)) as tx:
            require_row(tx, module, module_id)
            place = _end(tx, content, content.c.module_id == module_id)
            columns = piece_columns(draft, sha256)
            key = tx.insert(content, module_id=module_id, position=place, **columns)
            made = piece_of(require_row(tx, content, key))
        return tx.done(made)

    def add_documents(self, module_id: int, paths: Sequence[Path]) -> Changes:
        """Put files at the end of a module in one step, each titled by its name."""
        kept = [take_in(self.files, path) for path in paths]
        with self.db.writing("content.add", about=("module", module_id)) as tx:
            require_row(tx, module, module_id)
            place = _end(tx, content, content.c.module_id == module_id)
            for number, (path, file) in enumerate(zip(paths, kept, strict=True), place):
                title = path.stem or file.file_name
                draft = PieceDraft(ContentKind.DOCUMENT, title, file_name=file.file_name)
                draft.require_valid()
                columns = piece_columns(draft, file.sha256)
                tx.insert(content, module_id=module_id, position=number, **columns)
        return tx.changes

    def change_piece(
        self, piece_id: int, draft: PieceDraft, file: Path | None = None
    ) -> Done[Piece]:
        """Keep edited content; a document keeps its bytes unless a file is given.

        Raises ``Invalid``, ``NotFound``, and ``Unavailable`` if the file cannot be read.
        """
        draft.require_valid()
        taken = self._taken_in(draft, file)
        with self.db.writing("content.change", about=("content", piece_id)) as tx:
            sha256 = taken or require_row(tx, content, piece_id).sha256
            _require_file(draft, sha256)
            tx.update(content, piece_id, **piece_columns(draft, sha256))
            made = piece_of(require_row(tx, content, piece_id))
        return tx.done(made)

    def move_piece(self, piece_id: int, place: int, module_id: int | None = None) -> Changes:
        """Put content at this place, of its own module or of another of the same event."""
        with self.db.writing("content.move", about=("content", piece_id)) as tx:
            row = require_row(tx, content, piece_id)
            here = require_row(tx, module, row.module_id)
            there = here if module_id is None else require_row(tx, module, module_id)
            if there.event_id != here.event_id:
                raise Invalid({"module_id": NO_MODULE.filled(number=there.id)})
            tx.update(content, piece_id, module_id=there.id)
            _place(tx, content, content.c.module_id == there.id, piece_id, place)
        return tx.changes

    def remove_piece(self, piece_id: int) -> Changes:
        """Remove content; a document's bytes stay kept for the way back."""
        with self.db.writing("content.remove", about=("content", piece_id)) as tx:
            require_row(tx, content, piece_id)
            tx.delete(content, piece_id)
        return tx.changes

    def add_assignment(self, event_id: int, draft: AssignmentDraft) -> Done[Assignment]:
        """Put an assignment at the end; raises ``Invalid``, and ``NotFound`` for the event."""
        draft.require_valid()
        with self.db.writing("assignment.add", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            _require_module_of(tx, event_id, draft)
            place = _end(tx, assignment, assignment.c.event_id == event_id)
            columns = assignment_columns(draft)
            key = tx.insert(assignment, event_id=event_id, position=place, **columns)
            made = assignment_of(require_row(tx, assignment, key))
        return tx.done(made)

    def change_assignment(self, assignment_id: int, draft: AssignmentDraft) -> Done[Assignment]:
        """Keep an edited assignment.

        Raises ``Invalid``, ``NotFound``, and ``Conflict`` if the points change under marks.
        """
        draft.require_valid()
        with self.db.writing("assignment.change", about=("assignment", assignment_id)) as tx:
            before = assignment_of(require_row(tx, assignment, assignment_id))
            _require_module_of(tx, before.event_id, draft)
            worth = [[each.points for each in one.criteria] for one in (before, draft)]
            if worth[0] != worth[1]:
                _require_none(tx, before, MARKED, MARKED_ADVICE, submission.c.mark.is_not(None))
            tx.update(assignment, assignment_id, **assignment_columns(draft))
            made = assignment_of(require_row(tx, assignment, assignment_id))
        return tx.done(made)

    def move_assignment(self, assignment_id: int, place: int) -> Changes:
        """Put an assignment at this place among those of the event; raises ``NotFound``."""
        with self.db.writing("assignment.move", about=("assignment", assignment_id)) as tx:
            row = require_row(tx, assignment, assignment_id)
            of_event = assignment.c.event_id == row.event_id
            _place(tx, assignment, of_event, assignment_id, place)
        return tx.changes

    def remove_assignment(self, assignment_id: int) -> Changes:
        """Remove an assignment; raises ``Conflict`` if somebody handed something in."""
        with self.db.writing("assignment.remove", about=("assignment", assignment_id)) as tx:
            removed = assignment_of(require_row(tx, assignment, assignment_id))
            _require_none(tx, removed, HANDED_IN, HANDED_IN_ADVICE)
            tx.delete(assignment, assignment_id)
        return tx.changes

    def _taken_in(self, draft: PieceDraft, file: Path | None) -> str | None:
        if file is None or draft.kind is not ContentKind.DOCUMENT:
            return None
        return take_in(self.files, file).sha256


def _require_file(draft: PieceDraft, sha256: str | None) -> None:
    if draft.kind is ContentKind.DOCUMENT and sha256 is None:
        raise Invalid({"file": NO_FILE})


def _end(tx: Transaction, table: Table, among: ColumnElement[bool]) -> int:
    last = tx.execute(select(func.max(table.c.position)).where(among)).scalar_one()
    return 0 if last is None else int(last) + 1


def _place(tx: Transaction, table: Table, among: ColumnElement[bool], key: int, place: int) -> None:
    statement = select(table.c.id, table.c.position).where(among)
    rows = tx.execute(statement.order_by(table.c.position, table.c.id)).all()
    before = {row.id: row.position for row in rows}
    order = [each for each in before if each != key]
    order.insert(max(0, place), key)
    for position, each in enumerate(order):
        if before[each] != position:
            tx.update(table, each, position=position)


def _require_module_of(tx: Transaction, event_id: int, draft: AssignmentDraft) -> None:
    if draft.module_id is None:
        return
    mine = (module.c.id == draft.module_id) & (module.c.event_id == event_id)
    if tx.execute(select(module.c.id).where(mine)).first() is None:
        raise Invalid({"module_id": NO_MODULE.filled(number=draft.module_id)})


def _require_none(
    tx: Transaction,
    of: Assignment,
    says: Sentence,
    advice: Sentence,
    *which: ColumnElement[bool],
) -> None:
    theirs = select(func.count()).where(submission.c.assignment_id == of.id, *which)
    if count := tx.execute(theirs).scalar_one():
        raise Conflict(says.filled(title=of.title, n=count), advice)

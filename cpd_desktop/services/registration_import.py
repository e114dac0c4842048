"""Lists of people imported into an event: one step, all of it or nothing, undone in one step."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from sqlalchemy import select

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.columns import fingerprint, letter
from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.lists import (
    ERRORS_KEPT,
    ColumnMap,
    ListReader,
    RowError,
    Told,
    dates_asked,
    map_guessed,
    map_kept,
)
from cpd_desktop.domain.sheets import TOO_MANY_CELLS
from cpd_desktop.services.event_rows import fields_of, require_event
from cpd_desktop.store.tables import column_map, source_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.registrations import Entered, Newcomer
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.roster import Outcome
    from cpd_desktop.services.sheets import Sheet
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

PURPOSE = "registrations"

# Where a problem of a person or place stands in a list.
_COLUMNS = {
    "name": (Field.FULL_NAME, Field.LAST_NAME, Field.FIRST_NAME),
    "email": (Field.EMAIL,),
    "organisation": (Field.ORGANISATION,),
    "job_title": (Field.JOB_TITLE,),
    "phone": (Field.PHONE,),
    "notes": (Field.NOTES,),
    "tags": (Field.TAGS,),
    "licences": (Field.LICENCE_NUMBER,),
    "code": (Field.DISCOUNT_CODE,),
}


@dataclass(frozen=True, slots=True)
class RegistrationImport:
    """Brings lists into an event."""

    db: Database
    clock: Clock
    files: ContentStore
    registrations: Registrations

    def questions(self, event_id: int) -> tuple[CustomField, ...]:
        """Return the event's questions, which columns may answer; raises ``NotFound``."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            return fields_of(connection, event_id)

    def map_for(self, event_id: int, sheet: Sheet) -> ColumnMap:
        """Return how such a table was read the last time, else what its headers say."""
        questions = self.questions(event_id)
        headers = sheet.source.headers
        mark = fingerprint(headers)
        statement = select(column_map.c.columns).where(
            column_map.c.purpose == PURPOSE, column_map.c.fingerprint == mark
        )
        with self.db.reading() as connection:
            kept = connection.execute(statement).scalar()
        guessed = map_guessed(headers, questions)
        return map_kept(kept, questions).with_answers(guessed) if kept else guessed

    def rehearse(self, event_id: int, sheet: Sheet, columns: ColumnMap, work: Work) -> Told:
        """Say what an import would do, and change nothing; raises as ``bring_in`` does."""
        with self.db.trying() as tx:
            return self._enter(tx, event_id, sheet, columns, work)

    def bring_in(
        self, event_id: int, sheet: Sheet, columns: ColumnMap, work: Work, *, path: Path | None
    ) -> Done[Told]:
        """Register everybody on a list, or bring them up to date; rows with errors are left out.

        The original is kept. Raises ``NotFound`` for the event, ``Invalid`` if no column tells
        names or the table cannot be read to its end, ``Cancelled``; then nothing is changed.
        """
        columns.require_names()
        with self.db.writing("registration.import", about=("event", event_id)) as tx:
            told = self._enter(tx, event_id, sheet, columns, work)
            if path is not None:
                kept = self.files.keep_file(path)
                tx.insert(
                    source_file,
                    event_id=event_id,
                    purpose=PURPOSE,
                    sha256=kept.name,
                    file_name=sheet.source.name,
                    size=kept.stat().st_size,
                    at=self.clock.now(),
                    result={str(entered): count for entered, count in told.counts.items()},
                )
            _remember(tx, sheet, columns)
        return tx.done(told)

    def _enter(
        self, tx: Transaction, event_id: int, sheet: Sheet, columns: ColumnMap, work: Work
    ) -> Told:
        columns.require_names()
        reading = _Reading(sheet, columns, fields_of(tx, event_id), work)
        counts: Counter[Entered] = Counter()
        for outcome in self.registrations.roster(tx, event_id).enter(reading.newcomers()):
            row = reading.next_row()
            if outcome.entered is None:
                reading.refuse(row, outcome)
            else:
                counts[outcome.entered] += 1
        work.report(sheet.size, sheet.size)
        errors = tuple(sorted(reading.errors, key=lambda each: each.row))
        return Told(reading.read, dict(counts), errors, reading.refused)


class _Reading:
    """A table on its way in; it knows which row each outcome belongs to."""

    def __init__(
        self,
        sheet: Sheet,
        columns: ColumnMap,
        questions: tuple[CustomField, ...],
        work: Work,
    ) -> None:
        self._sheet = sheet
        self._columns = columns
        self._labels = {each.label: each.id for each in questions}
        self._list = ListReader(columns, dates_asked(questions))
        self._width = len(sheet.source.headers)
        self._work = work
        self._rows: deque[int] = deque()
        self.read = 0
        self.refused = 0
        self.errors: list[RowError] = []

    def newcomers(self) -> Iterator[Newcomer]:
        """Yield whom the rows tell of; a row that cannot be is noted and left out."""
        for number, cells in self._sheet.rows():
            self.read += 1
            if self.read % 100 == 0:
                self._work.report(self._sheet.position, self._sheet.size)
            try:
                if len(cells) > self._width:
                    self._refuse_wide(cells, number)
                newcomer = self._list.newcomer(cells)
            except Invalid as error:
                self._note(number, error, "")
                continue
            self._rows.append(number)
            yield newcomer

    def _refuse_wide(self, cells: Sequence[str], row: int) -> NoReturn:
        says = TOO_MANY_CELLS.filled(row=row, cells=len(cells), columns=self._width)
        raise Invalid({"": says})

    def next_row(self) -> int:
        """Return the row that the next outcome is about."""
        return self._rows.popleft()

    def refuse(self, row: int, outcome: Outcome) -> None:
        """Note why a row was left out."""
        assert outcome.error is not None  # noqa: S101 - it was not entered
        self._note(row, outcome.error, outcome.about)

    def _note(self, row: int, error: CpdError, about: str) -> None:
        self.refused += 1
        if len(self.errors) < ERRORS_KEPT:
            name = next(iter(error.problems), "") if isinstance(error, Invalid) else about
            self.errors.append(RowError(row, self._column(name), error.says))

    def _column(self, name: str) -> str:
        """Return the header of the column that a problem is about, as the file has it."""
        column = self._columns.answers.get(self._labels.get(name) or 0)
        for each in _COLUMNS.get(name, (name,)):
            if column is None:
                column = self._columns.fields.get(each)  # type: ignore[call-overload]  # or no field
        headers = self._sheet.source.headers
        if column is None:
            return ""
        return headers[column] if column < len(headers) else letter(column)


def _remember(tx: Transaction, sheet: Sheet, columns: ColumnMap) -> None:
    mark = fingerprint(sheet.source.headers)
    same = (column_map.c.purpose == PURPOSE, column_map.c.fingerprint == mark)
    row = tx.execute(select(column_map.c.id).where(*same)).first()
    if row:
        tx.update(column_map, row.id, columns=columns.kept())
    else:
        tx.insert(column_map, purpose=PURPOSE, fingerprint=mark, columns=columns.kept())

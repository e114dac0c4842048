"""An event with lists to bring in, and everything that could be left behind."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.lists import map_with
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import journal, journal_part, metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.lists import RowError, Told
    from cpd_desktop.services.registration_import import RegistrationImport


def as_csv(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    written = StringIO(newline="")
    csv.writer(written).writerows([headers, *rows])
    return written.getvalue()


def numbers(told: Told) -> dict[str, int]:
    """Return the five numbers, without those that are nothing."""
    counts = {str(entered): count for entered, count in told.counts.items()}
    return counts | ({"refused": told.refused} if told.refused else {})


def said(errors: Iterable[RowError]) -> list[tuple[int, str, str]]:
    return [(each.row, each.column, str(each.message)) for each in errors]


@dataclass(slots=True)
class Lists:
    """Brings lists into one event."""

    service: RegistrationImport
    event: int
    path: Path
    changes: Changes | None = None

    def bring(
        self,
        content: str | bytes | Path,
        *chosen: str,
        work: Work | None = None,
        rehearse: bool = False,
        name: str = "list.csv",
        **options: Any,
    ) -> Told:
        if isinstance(content, (str, bytes)):
            path = self.path / name
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        else:
            path = content
        with SheetFiles().open_sheet(path, **options) as sheet:
            questions = self.service.questions(self.event)
            found = self.service.map_for(self.event, sheet)
            columns = map_with(found, chosen, sheet.source.headers, questions)
            work = work or Work()
            if rehearse:
                return self.service.rehearse(self.event, sheet, columns, work)
            done = self.service.bring_in(self.event, sheet, columns, work, path=path)
        self.changes = done.changes
        return done.value

    def state(self, *, trail: bool = True) -> dict[str, list[tuple[object, ...]]]:
        """Return every row of every table, and the names of the kept files."""
        left_out = () if trail else (journal.name, journal_part.name)
        with self.service.db.reading() as connection:
            found = {
                table.name: [
                    tuple(row)
                    for row in connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')  # noqa: S608 - our own names
                ]
                for table in metadata.sorted_tables
                if table.name not in left_out
            }
            sought = "SELECT count(*) FROM person_search WHERE person_search MATCH 'example'"
            found["person_search"] = [tuple(connection.exec_driver_sql(sought).one())]
        return found

    def kept(self) -> list[str]:
        return list(self.service.files.names())

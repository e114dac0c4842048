"""What the import dialog asks of the services, away from the window's thread."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.custom_fields import CustomField
    from cpd_desktop.domain.lists import ColumnMap, RowError, Told
    from cpd_desktop.domain.sheets import Row, Source
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.sheets import Sheet, Sheets
    from cpd_desktop.services.work import Work

SAMPLES = 100


@dataclass(frozen=True, slots=True)
class ListSource:
    """A file or a pasted text, and how a person said it is to be read."""

    origin: Path | str
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None

    @property
    def path(self) -> Path | None:
        """Return where the file is, if it is one."""
        return self.origin if isinstance(self.origin, Path) else None

    @contextmanager
    def opened(self, sheets: Sheets) -> Iterator[Sheet]:
        """Open it as a table; raises as ``Sheets`` does."""
        if isinstance(self.origin, str):
            yield sheets.pasted(self.origin, header_row=self.header_row)
            return
        with sheets.open_sheet(
            self.origin,
            sheet=self.sheet,
            encoding=self.encoding,
            delimiter=self.delimiter,
            header_row=self.header_row,
        ) as sheet:
            yield sheet


@dataclass(frozen=True, slots=True)
class FirstLook:
    """How a list was read, its first rows, and what its columns seem to tell."""

    source: Source
    rows: tuple[Row, ...]
    questions: tuple[CustomField, ...]
    columns: ColumnMap


@dataclass(frozen=True, slots=True)
class ListForEvent:
    """A list on its way into an event."""

    services: Services
    event_id: int
    source: ListSource

    def look(self, _work: Work) -> FirstLook:
        """Read how it begins."""
        lists = self.services.registration_import
        with self.source.opened(self.services.sheets) as sheet:
            return FirstLook(
                sheet.source,
                tuple(sheet.samples(SAMPLES)),
                lists.questions(self.event_id),
                lists.map_for(self.event_id, sheet),
            )

    def rehearse(self, columns: ColumnMap, work: Work) -> Told:
        """Say what would be done."""
        with self.source.opened(self.services.sheets) as sheet:
            return self.services.registration_import.rehearse(self.event_id, sheet, columns, work)

    def register(self, columns: ColumnMap, work: Work) -> Done[Told]:
        """Do it."""
        with self.source.opened(self.services.sheets) as sheet:
            return self.services.registration_import.bring_in(
                self.event_id, sheet, columns, work, path=self.source.path
            )


def write_errors(
    services: Services,
    path: Path,
    headers: tuple[str, str, str],
    errors: tuple[RowError, ...],
    messages: tuple[str, ...],
) -> None:
    """Write what is wrong with a list as a table."""
    rows = (
        (str(each.row), each.column, message)
        for each, message in zip(errors, messages, strict=True)
    )
    services.sheets.write(path, headers, rows)

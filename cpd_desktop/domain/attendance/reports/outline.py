"""Walks down a report: where its sections begin, which rows are people, what the meeting was."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.presences import Role
from cpd_desktop.domain.attendance.reports.columns import layout_of, role_of, tidy_cell
from cpd_desktop.domain.attendance.reports.words import NOTHING, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.attendance.reports.columns import Layout
    from cpd_desktop.domain.sheets import Row

_NUMBERED = re.compile(r"(\d)[.、]\s*\D")


class Part(Enum):
    """What the rows of a section are."""

    STAYS = auto()
    PEOPLE = auto()  # one row for each, beside another section with their stays
    MEETING = auto()
    OTHER = auto()


_NUMBERED_PARTS = {"1": Part.MEETING, "2": Part.PEOPLE, "3": Part.STAYS}


class Line(NamedTuple):
    """One row of people."""

    row: int
    cells: list[str]
    layout: Layout
    role: Role
    part: Part

    def cell(self, column: Column) -> str:
        """Return what the row says there, or nothing."""
        at = self.layout.columns.get(column)
        return tidy_cell(self.cells[at]) if at is not None and at < len(self.cells) else ""


class Outline:
    """What is known of a report's sections so far; ``people`` goes through its rows."""

    def __init__(self, layout: Layout | None = None) -> None:
        self.layouts: list[Layout] = [layout] if layout else []
        self.meeting: dict[Column, str] = {}
        self.numbered = False
        self._fixed = layout is not None  # a person said which columns, so nothing is found out
        self._layout = layout
        self._about: Layout | None = None  # heads the meeting's row, which comes next
        self._part = Part.STAYS
        self._role = Role.UNTOLD
        self._held: tuple[int, list[str]] | None = None

    def people(self, rows: Iterable[Row]) -> Iterator[Line]:
        """Yield the rows that are people; titles, headers and the meeting's own rows are none."""
        expected = 0
        for row, cells in rows:
            layout = self._layout
            if layout is not None and (
                self._fixed
                or (row == expected and self._held is None and self._is_plain(cells, layout))
            ):
                yield Line(row, cells, layout, self._role, self._part)
            else:
                yield from self._looked_at(row, cells)
            expected = row + 1
        if self._held is not None:
            yield from self._person(*self._held)

    @staticmethod
    def _is_plain(cells: list[str], layout: Layout) -> bool:
        """Say whether it has at least two cells, which are not those of the header."""
        first = cells[0]
        if not first or first == layout.headers[0]:
            return False
        return any(cells[1:])

    def _looked_at(self, row: int, cells: list[str]) -> Iterator[Line]:
        filled = [text for cell in cells if (text := tidy_cell(cell))]
        header = self._header(cells, filled)
        held, self._held = self._held, None
        if held is not None:
            if header is not None and header.tells_people:
                self._role = role_of(" ".join(held[1]))
            else:
                yield from self._person(*held)
        if self._opens_section(filled, len(cells)):
            return
        if self._about is not None:
            self._note_meeting(cells, self._about)
            self._about = None
        elif header is not None and header.tells_people:
            self._begin(header)
        elif header is not None and header.tells_meeting and len(filled) > 1:
            self._about = header
            self.layouts.append(header)
        elif self._layout is None:
            self._note_pair(filled)
        elif len(filled) == 1 and len(self._layout.headers) > 1:
            self._held = (row, cells)  # a section's title, if a header comes next
            return
        else:
            yield from self._person(row, cells)
        if self._layout is None and len(filled) == 1:
            self._held = (row, cells)

    def _header(self, cells: list[str], filled: list[str]) -> Layout | None:
        """Return what the row heads; one cell does so only at the top: “Student” is a name, too."""
        header = layout_of(cells)
        if len(filled) == 1 and self._layout is not None and header != self._layout:
            return None
        return header

    def _opens_section(self, filled: list[str], width: int) -> bool:
        """Take “2. Participants” for what it is."""
        if len(filled) != 1 or width == 1:
            return False
        found = _NUMBERED.match(unicodedata.normalize("NFKC", filled[0]))
        first = found is not None and found[1] == "1" and self._layout is None
        if found is None or not (self.numbered or first):
            return False
        self.numbered = True
        self._part = _NUMBERED_PARTS.get(found[1], Part.OTHER)
        self._layout, self._role = None, Role.UNTOLD
        return True

    def _begin(self, header: Layout) -> None:
        if self.numbered and self._part in {Part.MEETING, Part.OTHER}:
            return
        if header != self._layout:  # else it is repeated in the middle
            self._layout = header
            self.layouts.append(header)

    def _person(self, row: int, cells: list[str]) -> Iterator[Line]:
        if self._layout is not None:
            yield Line(row, cells, self._layout, self._role, self._part)

    def _note_meeting(self, cells: list[str], about: Layout) -> None:
        for column, at in about.columns.items():
            if at < len(cells) and tidy_cell(cells[at]).lower() not in NOTHING:
                self.meeting.setdefault(column, tidy_cell(cells[at]))

    def _note_pair(self, filled: list[str]) -> None:
        """Take “Meeting title | Spring day” for what it is."""
        if len(filled) != 2 or self._part is Part.OTHER:  # noqa: PLR2004 - a label and what it says
            return
        label = layout_of(filled[:1])
        if label is not None:
            for column in label.columns:
                self.meeting.setdefault(column, filled[1])

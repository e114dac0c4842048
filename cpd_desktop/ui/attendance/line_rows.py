"""The lines as rows of a table: filtered, searched and sorted from plain values in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.attendance.lines import SEEN_IN, Line, Standing, View, in_order
from cpd_desktop.ui.attendance.strips import Piece, ground, presence
from cpd_desktop.ui.attendance.words import (
    joined_words,
    maybe_words,
    number_words,
    result_words,
    times_words,
)
from cpd_desktop.ui.row_table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.ui.attendance.content import AttendanceContent

NAME, JOINED, PRESENT, MINUTES, RESULT = range(5)


def line_columns() -> tuple[Column, ...]:
    """Return the columns of the list."""
    translate = QCoreApplication.translate
    return (
        Column("name", translate("attendance", "Registered"), width=190),
        Column("joined", translate("attendance", "Joined as"), width=170),
        Column("present", translate("attendance", "Present"), width=180),
        Column("minutes", translate("attendance", "Minutes"), "right", width=70),
        Column("result", translate("attendance", "Result"), width=130),
    )


class LineRows:
    """Hands the lines to the table. What was just decided is shown before it is found out anew."""

    def __init__(self) -> None:
        self.columns: Sequence[Column] = line_columns()
        self.content: AttendanceContent | None = None
        self.view = View.ALL
        self.session: int | None = None
        self.decided: dict[int, Line] = {}
        self._drawn: dict[int, tuple[Piece, ...]] = {}
        self._ordered: dict[tuple[str, int | None, bool], list[Line]] = {}

    def show(self, content: AttendanceContent, decided: dict[int, Line]) -> None:
        """Take other lines; of the numbers in ``decided`` those are shown instead.

        They stay where they are: nothing moves away under the eyes of whoever just decided.
        """
        if content is not self.content:
            self._ordered.clear()
        self.content, self.decided = content, decided
        self._drawn.clear()

    def choose_session(self, session: int | None) -> None:
        """Show the time in one session, or in all."""
        self.session = session
        self._drawn.clear()

    def line(self, number: int) -> Line | None:
        """Return a line as it is shown."""
        if number in self.decided:
            return self.decided[number]
        return self.content.by_id.get(number) if self.content else None

    def lines(self) -> list[Line]:
        """Return all lines, as they are shown."""
        lines = self.content.lines if self.content else ()
        return [self.decided.get(each.id, each) for each in lines]

    def counts(self) -> dict[View, int]:
        """Return how many lines belong to each view."""
        standing = Counter(each.standing for each in self.lines())
        return {
            view: sum(count for each, count in standing.items() if each in SEEN_IN[view])
            for view in View
        }

    def ids(self, search: str, sort: str, descending: bool) -> list[int]:  # noqa: FBT001 - data
        """Return the lines that fit, in order; what waits for somebody first."""
        how = (sort, self.session, descending)
        if how not in self._ordered:
            lines = self.content.lines if self.content else ()
            self._ordered[how] = in_order(lines, sort, self.session, descending=descending)
        seen, decided = SEEN_IN[self.view], self.decided
        fitting = [
            each for each in self._ordered[how] if decided.get(each.id, each).standing in seen
        ]
        for word in folded(search).split():
            fitting = [each for each in fitting if word in each.sought]
        return [each.id for each in fitting]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells in words, as they are copied and read aloud."""
        found: dict[int, Sequence[object]] = {}
        for number in ids:
            line = self.line(number)
            if line is not None and self.content is not None:
                found[number] = self._cells(line, self.content)
        return found

    def drawn(self, number: int) -> tuple[Piece, ...]:
        """Return the strip of a line."""
        if number not in self._drawn:
            line = self.line(number)
            found: tuple[Piece, ...] = ()
            if line is not None and self.content is not None:
                scenes = [each for each in self.content.scenes if self._shows(each.sitting.id)]
                if self.session is not None:
                    scenes = [replace(each, left=0.0, right=1.0) for each in scenes]
                there = presence(scenes, line.stays, line.rows, doubtful=line.in_doubt)
                found = (*ground(scenes), *there)
            self._drawn[number] = found
        return self._drawn[number]

    def minutes(self, line: Line) -> str:
        """Return the whole minutes that count."""
        return number_words(line.seconds_in(self.session) // MINUTE)

    def _shows(self, session: int) -> bool:
        return self.session in {None, session}

    def _cells(self, line: Line, content: AttendanceContent) -> Sequence[object]:
        stays = [each for each in line.stays if self._shows(each.sitting.id)]
        return (
            " ".join(filter(None, (line.name, maybe_words(line)))),
            joined_words(line),
            times_words(stays, content.event.zone),
            self.minutes(line),
            result_words(line, content.event),
        )


def settled(
    line: Line,
    names: Sequence[str],
    owners: tuple[int, ...] = (),
    standing: Standing = Standing.SETTLED,
) -> Line:
    """Return a line as it looks once it is decided whom it is about; nobody for a guest."""
    name = ", ".join(names)
    return replace(line, standing=standing, name=name, maybe=(), sure=False, owners=owners)

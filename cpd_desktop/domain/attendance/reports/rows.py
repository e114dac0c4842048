"""One row of a report: the presence that it tells, or why it cannot be believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.reports.clock import Untrue
from cpd_desktop.domain.attendance.reports.columns import role_of, tidy_cell
from cpd_desktop.domain.attendance.reports.durations import seconds_in, unit_of
from cpd_desktop.domain.attendance.reports.words import NO, NOTHING, YES, Column
from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.columns import full_name
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.attendance.reports.clock import ReportClock
    from cpd_desktop.domain.attendance.reports.columns import Layout
    from cpd_desktop.domain.attendance.reports.outline import Line

NOBODY = Sentence("attendance", "The row has no name and no e-mail address.")
NO_STAY = Sentence("attendance", "The row does not say when they were there.")
NO_LENGTH = Sentence("attendance", "“{text}” is no length of time that can be read one way only.")
NO_ANSWER = Sentence("attendance", "“{text}” is neither yes nor no.")

_YES = frozenset(map(folded, YES.split()))
_NO = frozenset(map(folded, NO.split()))
_COMMA = re.compile(r"(?<=[^\W\d_])#(?=\s?[^\W\d_])")  # Zoom writes # for the comma of a name
_NUMBERING = re.compile(r"^\d{1,4}[.)]\s+(?=\S)")
_CLOSING = {")": "(", "）": "（"}  # noqa: RUF001 - full-width brackets
_SAY_THAT_THEY_CAME = frozenset({Column.ATTENDED, Column.SIGNATURE})
_ZOOM = frozenset({Origin.ZOOM_MEETING, Origin.ZOOM_WEBINAR})


class RowRejected(Exception):
    """The row cannot be believed; ``column`` says where it goes wrong."""

    def __init__(self, says: Sentence, column: Column | None = None) -> None:
        super().__init__(says)
        self.says = says
        self.column = column


class RowRead(NamedTuple):
    """What a row tells: somebody's presence, or that they were absent."""

    presence: Presence
    absent: bool = False
    timed: bool = False


class RowReader:
    """Reads the rows of one section after another."""

    def __init__(self, clock: ReportClock) -> None:
        self._clock = clock
        self._layout: Layout | None = None
        self._at: dict[Column, int] = {}
        self._unit = 0
        self._names: dict[Field, int] = {}
        self._registered: dict[Field, int] = {}
        self._timed = self._zoom = False
        self._instances = {"": ""}

    def read(self, line: Line) -> RowRead:
        """Return what the row tells; raises ``RowRejected``."""
        if line.layout is not self._layout:
            self._begin(line.layout)
        told = self._told(line.cells)
        get = told.get
        name, renamed_from = self._named(line.cells, get(Column.ORIGINAL_NAME, ""))
        email = get(Column.EMAIL, "")
        absent = self._was_absent(told)
        joined, left, seconds = (None, None, 0) if absent else self._stay(told)
        timed = bool(get(Column.JOINED) or get(Column.LEFT) or get(Column.DURATION))
        if not name and not email and not timed:
            raise RowRejected(NOBODY, Column.NAME)
        if self._timed and not timed and not absent and not told.keys() & _SAY_THAT_THEY_CAME:
            raise RowRejected(NO_STAY, Column.JOINED)
        presence = Presence(
            row=line.row,
            name=name,
            renamed_from=renamed_from,
            email=email,
            joined=joined,
            left=left,
            seconds=seconds,
            role=(self._timed and role_of(get(Column.ROLE, ""))) or line.role,
            guest=_answer(get(Column.GUEST, "")),
            waiting=_answer(get(Column.WAITING, "")) is True,
            registrant=get(Column.REGISTRANT, ""),
            account=get(Column.ACCOUNT, ""),
            connection=get(Column.CONNECTION, ""),
            device=get(Column.DEVICE, ""),
            phone=get(Column.PHONE, ""),
            instance=self._instance(told),
            room=get(Column.ROOM, ""),
            reference=get(Column.REFERENCE, ""),
        )
        return RowRead(presence, absent, timed and not absent)

    def name_of(self, line: Line) -> str:
        """Return whom a row is about, also if it cannot be believed."""
        return self._named(line.cells, "")[0]

    def _begin(self, layout: Layout) -> None:
        self._layout = layout
        self._at = dict(layout.columns)
        self._unit = unit_of(layout.header(Column.DURATION))
        halves = ((Field.FIRST_NAME, Column.FIRST_NAME), (Field.LAST_NAME, Column.LAST_NAME))
        self._registered = {each: self._at[column] for each, column in halves if column in self._at}
        whole = self._at.get(Column.NAME)
        self._names = self._registered if whole is None else {Field.FULL_NAME: whole}
        self._timed = layout.timed
        self._zoom = bool(layout.marks & _ZOOM)

    def _told(self, cells: list[str]) -> dict[Column, str]:
        width = len(cells)
        return {
            column: text
            for column, at in self._at.items()
            if at < width and (text := tidy_cell(cells[at])) and text.lower() not in NOTHING
        }

    def _named(self, cells: list[str], original: str) -> tuple[str, str]:
        name = tidy_cell(full_name(cells, self._names))
        if self._zoom and "#" in name:
            name = _COMMA.sub(",", name)
        if self._layout is not None and self._layout.two_names:
            name, found = split_original(name)
            original = original or found
        elif name[:1].isdigit():
            name = _NUMBERING.sub("", name)
        if not original and self._names is not self._registered and self._registered:
            registered = full_name(cells, self._registered)
            original = registered if folded(registered) != folded(name) else ""
        return name, original

    def _was_absent(self, told: dict[Column, str]) -> bool:
        if Column.ATTENDED not in self._at and Column.SIGNATURE not in self._at:
            return False
        said = told.get(Column.ATTENDED)
        if said is None:
            known = (Column.SIGNATURE, Column.JOINED, Column.LEFT, Column.DURATION)
            return not any(column in told for column in known)
        answer = _answer(said)
        if answer is None:
            raise RowRejected(NO_ANSWER.filled(text=said), Column.ATTENDED)
        return not answer

    def _stay(self, told: dict[Column, str]) -> tuple[datetime | None, datetime | None, int]:
        length = told.get(Column.DURATION, "")
        seconds = seconds_in(length, self._unit) if length else None
        came, gone = told.get(Column.JOINED, ""), told.get(Column.LEFT, "")
        try:
            joined, left = self._clock.stay(came, gone, seconds, told.get(Column.DAY, ""))
        except Untrue as error:
            column = Column.LEFT if error.of_leaving or not came else Column.JOINED
            raise RowRejected(error.says, column) from None
        if length and seconds is None and (joined is None or left is None):
            raise RowRejected(NO_LENGTH.filled(text=length), Column.DURATION)
        if joined is not None and left is not None and left > joined:
            return joined, left, int((left - joined).total_seconds())
        return joined, left, seconds or 0

    def _instance(self, told: dict[Column, str]) -> str:
        """Return what tells one run of a meeting from another, where each row says it."""
        text = told.get(Column.STARTS, "")
        if text not in self._instances:
            moment = self._clock.moment(text)
            self._instances[text] = moment.isoformat() if moment else text
        return self._instances[text]


def split_original(name: str) -> tuple[str, str]:
    """Return the name shown and the original one of “Name (Original name)”.

    “(she/her)” is no name, and stays where it is.
    """
    opening = _CLOSING.get(name[-1:])
    if opening is None:
        return name, ""
    depth = 0
    for at in range(len(name) - 1, 0, -1):
        depth += (name[at] == name[-1]) - (name[at] == opening)
        if depth == 0:
            shown, original = name[:at].strip(), name[at + 1 : -1].strip()
            if not shown or not original or "/" in original:
                return name, ""
            return shown, original
    return name, ""


def _answer(text: str) -> bool | None:
    if not text:
        return None
    plain = folded(text)
    return True if plain in _YES else False if plain in _NO else None

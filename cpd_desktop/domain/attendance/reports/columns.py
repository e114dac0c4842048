"""Which column of a report is which, and which program wrote it, told by its header."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cpd_desktop.domain import column_words
from cpd_desktop.domain.attendance.presences import Origin, Role
from cpd_desktop.domain.attendance.reports.words import (
    BESIDE_FIRMA,
    MARKS,
    OF_LISTS,
    PHRASES,
    ROLES,
    Column,
)
from cpd_desktop.domain.columns import LONGEST_HEADER, guessed, letter, named
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import looks_like_email

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAMES = frozenset({Column.NAME, Column.FIRST_NAME, Column.LAST_NAME})
_OF_A_STAY = frozenset(
    {Column.JOINED, Column.LEFT, Column.GUEST, Column.WAITING, Column.ATTENDED, Column.CONSENT}
)
_OF_A_MEETING = frozenset(
    {Column.MEETING, Column.TOPIC, Column.STARTS, Column.ENDS, Column.PARTICIPANTS}
)
_SURELY_A_MEETING = frozenset({Column.MEETING, Column.TOPIC, Column.PARTICIPANTS})
_ONLY_ZOOM = frozenset({Column.GUEST, Column.WAITING, Column.CONSENT})
_KNOWN_ONE_IN = 4
_SPACED_NUMBER = re.compile(r"[\d\s-]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")  # noqa: RUF001 - full-width brackets
_ZONE = re.compile(r"[(\[]\s*((?:UTC|GMT)(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|\w+(?:/[\w+-]+)+)\s*[)\]]")


@dataclass(frozen=True, slots=True)
class ReportMap:
    """Which column, counted from 0, tells what, as a person said it for one kind of table."""

    columns: Mapping[Column, int] = field(default_factory=dict)
    header_row: int = 0

    def kept(self) -> dict[str, int]:
        """Return what is written down under the fingerprint of the headers."""
        return {str(name): at for name, at in self.columns.items()}


def report_map_kept(kept: Mapping[str, int], header_row: int) -> ReportMap:
    """Return a map that was written down, for a table whose header stands in this row."""
    return ReportMap({Column(name): at for name, at in kept.items()}, header_row)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one section of a report."""

    headers: tuple[str, ...]
    columns: Mapping[Column, int]
    marks: frozenset[Origin] = frozenset()
    two_names: bool = False  # the name's column holds “Name (Original name)”
    zone: str = ""

    @property
    def tells_people(self) -> bool:
        """Say whether rows below it are people, and not the meeting alone."""
        known = self.columns.keys()
        if not known & (_NAMES | {Column.EMAIL}):
            return False
        return bool(known & _OF_A_STAY) or self.two_names or not known & _OF_A_MEETING

    @property
    def tells_meeting(self) -> bool:
        """Say whether the row below it is the meeting."""
        known = self.columns.keys() & _OF_A_MEETING
        return not self.tells_people and len(known) > 1 and bool(known & _SURELY_A_MEETING)

    @property
    def timed(self) -> bool:
        """Say whether its rows tell when or how long somebody was there."""
        return bool(self.columns.keys() & {Column.JOINED, Column.LEFT, Column.DURATION})

    def header(self, column: Column) -> str:
        """Return what the original heads the column with, or its letter."""
        at = self.columns.get(column)
        if at is None:
            return ""
        return (self.headers[at].strip() if at < len(self.headers) else "") or letter(at)


def layout_of(cells: Sequence[str]) -> Layout | None:
    """Return what these cells head, or nothing if they are no header beyond doubt."""
    headers = [tidy_cell(cell) for cell in cells]
    filled = [header for header in headers if header]
    if not filled or any(map(looks_like_email, filled)):
        return None
    columns = _columns_named(headers)
    known = max(len(columns), named(headers)) if columns else 0
    if known < min(2, len(filled)) or known * _KNOWN_ONE_IN < len(filled):
        return None
    return layout_with(headers, columns)


def layout_with(headers: Sequence[str], columns: Mapping[Column, int]) -> Layout:
    """Return the layout with these columns, chosen by a person or found."""
    name = columns.get(Column.NAME)
    two_names = name is not None and name < len(headers) and _has_original(headers[name])
    marks = _marks(headers)
    if two_names or columns.keys() & _ONLY_ZOOM:
        marks |= {Origin.ZOOM_MEETING}
    if two_names and Column.ATTENDED in columns:
        marks |= {Origin.ZOOM_WEBINAR}
    zones = (found[1] for header in headers if (found := _ZONE.search(header)))
    return Layout(tuple(headers), dict(columns), marks, two_names, next(zones, ""))


def tidy_cell(cell: str) -> str:
    """Return what a cell says, also where it is written as ``="text"`` to keep it a text."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1].strip()
    return text


def meeting_number(text: str) -> str:
    """Return a meeting's number without what stands between its figures."""
    return re.sub(r"[\s-]", "", text) if _SPACED_NUMBER.fullmatch(text) else text.strip()


@lru_cache(maxsize=256)
def role_of(text: str) -> Role:
    """Return the role that a section's title or a cell tells."""
    squeezed = plain(text)
    return next(
        (role for role, parts in ROLES.items() if any(part in squeezed for part in parts.split())),
        Role.UNTOLD,
    )


def origin_of(layouts: Iterable[Layout], *, numbered: bool = False) -> Origin:
    """Return what wrote a report with these sections; numbered ones are written by Teams."""
    known = list(layouts)
    marks = {mark for layout in known for mark in layout.marks}
    if Origin.ZOOM_WEBINAR not in marks and (numbered or Origin.TEAMS in marks):
        return Origin.TEAMS
    for origin in (Origin.ZOOM_WEBINAR, Origin.WEBEX, Origin.MEET, Origin.ZOOM_MEETING):
        if origin in marks:
            return origin
    columns = {column for layout in known for column in layout.columns}
    if Column.DURATION in columns and Origin.SIGN_IN_SHEET not in marks:
        return Origin.ZOOM_MEETING
    if columns & {Column.JOINED, Column.LEFT, Column.ATTENDED, Column.SIGNATURE}:
        return Origin.SIGN_IN_SHEET
    return Origin.NAMES


def _columns_named(headers: Sequence[str]) -> dict[Column, int]:
    claims: dict[Column, list[int]] = {}
    for at, header in enumerate(headers):
        for column in _readings(header):
            claims.setdefault(column, []).append(at)
    meeting = [at for column in _OF_A_MEETING for at in claims.get(column, ())]
    chosen: dict[Column, int] = {}
    for column, places in claims.items():
        if len(places) == 1 or column in _OF_A_MEETING:
            chosen[column] = places[0]
        elif meeting and places[0] < max(meeting) < places[-1]:
            # The meeting stands before the person on each row, with columns called the same.
            chosen[column] = places[-1]
            if host := {Column.NAME: Column.HOST_NAME, Column.EMAIL: Column.HOST_EMAIL}.get(column):
                chosen.setdefault(host, places[0])
    if Column.TOPIC in chosen and Column.REFERENCE in chosen:  # a bare “ID”
        chosen.setdefault(Column.MEETING, chosen.pop(Column.REFERENCE))
    if Column.SIGNATURE not in chosen and (signed := _signatures(headers)):
        chosen[Column.SIGNATURE] = signed[0]
    _halve_name(headers, chosen)
    return chosen


def _halve_name(headers: Sequence[str], chosen: dict[Column, int]) -> None:
    """Take “Nom” beside “Prénom” as the last name, “Nome” beside “Cognome” as the first."""
    at = chosen.get(Column.NAME)
    halves = {Column.FIRST_NAME, Column.LAST_NAME} - chosen.keys()
    if at is not None and len(halves) == 1 and plain(headers[at]) in column_words.BARE_NAMES:
        del chosen[Column.NAME]
        chosen[halves.pop()] = at


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return the letters and figures by which headers are compared."""
    return "".join(character for character in folded(text) if character.isalnum())


@lru_cache(maxsize=4096)
def _readings(header: str) -> frozenset[Column]:
    if not header or len(header) > LONGEST_HEADER:
        return frozenset()
    known = _known_headers()
    if found := known.get(plain(header)) or known.get(plain(_BRACKETED.sub(" ", header))):
        return found
    return frozenset(OF_LISTS[each] for each in guessed([header]) if each in OF_LISTS)


@cache
def _known_headers() -> dict[str, frozenset[Column]]:
    known: dict[str, set[Column]] = {}
    lists = [
        (OF_LISTS[each], text) for each, text in column_words.PHRASES.items() if each in OF_LISTS
    ]
    for column, text in (*PHRASES.items(), *lists):
        for phrase in _phrases(text):
            known.setdefault(phrase, set()).add(column)
    return {phrase: frozenset(columns) for phrase, columns in known.items()}


@cache
def _known_marks() -> dict[str, frozenset[Origin]]:
    known: dict[str, set[Origin]] = {}
    for origin, text in MARKS.items():
        for phrase in _phrases(text):
            known.setdefault(phrase, set()).add(origin)
    return {phrase: frozenset(origins) for phrase, origins in known.items()}


def _phrases(text: str) -> set[str]:
    return {found for phrase in re.split(r"[|\n]", text) if (found := plain(phrase))}


def _marks(headers: Iterable[str]) -> frozenset[Origin]:
    known = _known_marks()
    return frozenset(mark for header in headers for mark in known.get(plain(header), ()))


def _has_original(header: str) -> bool:
    inside = "".join(_BRACKETED.findall(header))
    return bool(inside) and Column.ORIGINAL_NAME in _readings(inside.strip("()[]（）"))  # noqa: RUF001 - full-width brackets


def _signatures(headers: Sequence[str]) -> list[int]:
    """Return where “Firma” stands beside words of a language in which it is a signature."""
    if not {plain(header) for header in headers} & _phrases(BESIDE_FIRMA):
        return []
    return [at for at, header in enumerate(headers) if plain(header) == "firma"]

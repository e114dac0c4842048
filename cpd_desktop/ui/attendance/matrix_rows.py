"""People by sessions as rows of a table: how long each was in each, and whether that is enough."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.attendance.attendance_list import result_words
from cpd_desktop.domain.attendance.outcomes import Result, met_in, percent_of
from cpd_desktop.domain.attendance.spans import moment_of, shared
from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.presets import rule_for
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import clock_time, span
from cpd_desktop.ui.row_table import Column
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.attendance.stays import Attested, Stay
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.ui.widgets import Tone

TITLE_LETTERS = 20
MOST_CONNECTIONS = 20
MET, NOT_MET, ABSENT, OPEN, IN_PERSON = "✓", "✕", "–", "?", "●"  # noqa: RUF001 - a dash
_RANK = {each: number for number, each in enumerate(Result)}


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, how it is read aloud, and in which colour."""

    text: str
    spoken: str
    tone: Tone = "neutral"

    def __str__(self) -> str:
        return self.text


class MatrixRows:
    """Makes the cells of those people who are seen, from the attendance of an event."""

    def __init__(self, found: EventAttendance) -> None:
        self.found = found
        self.percent = False
        self.columns: Sequence[Column] = _columns(found)

    def show(self, found: EventAttendance) -> None:
        """Take another finding about the same sessions."""
        self.found = found
        self.__dict__.pop("_sought", None)

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return the registrations that fit, in order; of equals, by name."""
        words = folded(search).split()
        people = [
            each
            for each, sought in zip(self.found.people, self._sought, strict=True)
            if all(word in sought for word in words)
        ]
        if sort != "name":
            people.sort(key=self._key(sort), reverse=descending)
        elif descending:
            people.reverse()
        return [each.registration for each in people]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        people = self.found.by_registration
        return {key: self._cells(people[key]) for key in ids if key in people}

    def session_tip(self, section: int) -> str:
        """Return what a column is about; nothing if it is no session's."""
        if not 1 <= section <= len(self._sessions):
            return ""
        each = self._sessions[section - 1]
        when = span(each.starts, each.ends, self._zone)
        return f"{escape(each.title)}<br>{escape(when)}"

    def tip(self, key: int, section: int) -> str:
        """Return what is known of somebody there: every connection, and how it is known."""
        person = self.found.by_registration.get(key)
        if person is None:
            return ""
        if 1 <= section <= len(self._sessions):
            stay = person.stays[section - 1]
            told = [self._spoken(person, stay), *self._connections(person, stay)]
        else:
            registrant = person.place.registrant
            told = [f"{registrant.name} · {person.place.reference} · {registrant.email}"]
            told += [*map(in_words, person.reasons), *map(in_words, person.evidence)]
        return "<br>".join(escape(each) for each in told)

    @property
    def _sessions(self) -> Sequence[Session]:
        return self.found.facts.event.sessions

    @property
    def _zone(self) -> str:
        return self.found.facts.event.zone

    @cached_property
    def _sought(self) -> list[str]:
        return [
            folded(
                each.place.registrant.name, each.place.registrant.email, each.place.reference,
                *each.names,
            )
            for each in self.found.people
        ]  # fmt: skip

    def _key(self, sort: str) -> Callable[[PersonAttendance], tuple[int, ...]]:
        if sort == "together":
            return lambda one: (one.outcome.seconds,)
        if sort == "result":
            return lambda one: (_RANK[one.result], one.outcome.seconds)
        number = int(sort.removeprefix("session "))
        return lambda one: (one.stays[number].seconds,)

    def _cells(self, person: PersonAttendance) -> Sequence[object]:
        told = person.outcome
        minutes = self._amount(told.seconds, told.most)
        return (
            person.place.registrant.name,
            *(self._cell(person, each) for each in person.stays),
            minutes,
            _result(person),
        )

    def _cell(self, person: PersonAttendance, stay: Stay) -> Cell:
        spoken = self._spoken(person, stay)
        if not stay.seconds:
            if person.undecided is not None:
                return Cell(OPEN, spoken, "warn")
            return Cell(ABSENT, spoken)
        met = self._met(person, stay)
        there = f" {IN_PERSON}" if stay.signed else ""
        text = f"{MET if met else NOT_MET}{there} {self._amount(stay.seconds, stay.most)}"
        return Cell(text, spoken, "good" if met else "bad")

    def _met(self, person: PersonAttendance, stay: Stay) -> bool:
        line = person.results[0].line
        return met_in(rule_for(self.found.facts.event, line), line, stay)

    def _amount(self, seconds: int, most: int) -> str:
        if self.percent:
            return f"{percent_of(seconds, most)} %"
        return QLocale().toString(seconds // MINUTE)

    def _spoken(self, person: PersonAttendance, stay: Stay) -> str:
        translate = QCoreApplication.translate
        if not stay.seconds:
            if person.undecided is not None:
                return translate("matrix", "Not decided yet")
            return translate("matrix", "Was not there")
        minutes = QLocale().toString(stay.seconds // MINUTE)
        says = (
            translate("matrix", "{minutes} min, {percent} %, enough")
            if self._met(person, stay)
            else translate("matrix", "{minutes} min, {percent} %, not enough")
        )
        text = says.format(minutes=minutes, percent=percent_of(stay.seconds, stay.most))
        if stay.signed:
            return translate("matrix", "{how_long}, in person").format(how_long=text)
        return text

    def _connections(self, person: PersonAttendance, stay: Stay) -> Iterator[str]:
        rows = [row for each in person.findings for row in each.participant.rows]
        told = [self._connection(row) for row in rows if _touches(row, stay)]
        yield from sorted(told)[:MOST_CONNECTIONS]
        further = len(told) - MOST_CONNECTIONS
        if further > 0:
            yield in_words(Sentence("matrix", "and %n more").filled(n=further))
        place, here = person.place, stay.sitting
        yield from (
            in_words(each.sentence(here, self._zone))
            for each in place.sightings
            if each.session == here.id
        )
        for came in place.check_ins:
            if came.session == here.id:
                text = QCoreApplication.translate("matrix", "Checked in at {time}")
                yield text.format(time=clock_time(came.at, self._zone))

    def _connection(self, row: Attested) -> str:
        told, stretch = row.presence, row.span()
        if stretch is not None:
            first, last = (clock_time(moment_of(each), self._zone) for each in stretch)
            when = f"{first}–{last}"  # noqa: RUF001 - the dash of a span
        elif row.signed:
            when = QCoreApplication.translate("matrix", "on a list")
        else:
            text = QCoreApplication.translate("matrix", "{minutes} min, times not told")
            when = text.format(minutes=told.seconds // MINUTE)
        return " · ".join(filter(None, (when, told.name, told.email, told.device)))


def _columns(found: EventAttendance) -> Sequence[Column]:
    """Return name, each session, all together, result."""
    translate = QCoreApplication.translate
    sessions = found.facts.event.sessions
    titles = (f"{at}. {_short(each.title)}" for at, each in enumerate(sessions, 1))
    return (
        Column("name", translate("matrix", "Name"), width=220),
        *(Column(f"session {at}", each, "right", 110) for at, each in enumerate(titles)),
        Column("together", translate("matrix", "Together"), "right", 110),
        Column("result", translate("matrix", "Result"), width=190),
    )


def _result(person: PersonAttendance) -> Cell:
    words, override = in_words(result_words(person)), person.override
    if override is not None:
        met = override.met
    elif person.result is Result.REVIEW:
        return Cell(f"{OPEN} {words}", words, "warn")
    elif person.result is Result.ABSENT:
        return Cell(f"{ABSENT} {words}", words)
    else:
        met = person.result is Result.ATTENDED
    return Cell(f"{MET if met else NOT_MET} {words}", words, "good" if met else "bad")


def _touches(row: Attested, stay: Stay) -> bool:
    if row.presence.waiting or row.session not in {None, stay.sitting.id}:
        return False
    stretch = row.span()
    return stretch is None or bool(shared((stretch,), stay.window))


def _short(title: str) -> str:
    return title if len(title) <= TITLE_LETTERS else f"{title[: TITLE_LETTERS - 1].rstrip()}…"

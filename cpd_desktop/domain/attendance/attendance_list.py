"""The attendance of an event as it is handed on: one line for each person, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.event_attendance import BY_CHECK_IN, BY_HAND
from cpd_desktop.domain.attendance.matching import Method
from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.attendance.rule_words import rule_words
from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.presets import rule_for, rule_of_event
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from cpd_desktop.domain.attendance.event_attendance import (
        EventAttendance,
        LineResult,
        PersonAttendance,
    )
    from cpd_desktop.domain.events import Event

    Say = Callable[[Sentence], str]

WORDS = {
    "title": Sentence("attendance_list", "Attendance"),
    "name": Sentence("attendance_list", "Name"),
    "reference": Sentence("attendance_list", "Reference"),
    "email": Sentence("attendance_list", "E-mail"),
    "joined_as": Sentence("attendance_list", "Joined as"),
    "minutes": Sentence("attendance_list", "Minutes"),
    "by_session": Sentence("attendance_list", "Minutes by session"),
    "percent": Sentence("attendance_list", "Percent"),
    "result": Sentence("attendance_list", "Result"),
    "credit": Sentence("attendance_list", "Credit"),
    "known_by": Sentence("attendance_list", "Known by"),
    "evidence": Sentence("attendance_list", "Evidence"),
    "reasons": Sentence("attendance_list", "Reasons"),
    "page_of": Sentence("attendance_list", "Page {page} of {pages}"),
}
MINUTES_IN = Sentence("attendance_list", "Minutes in {number}. {session}")
EVENT = Sentence("attendance_list", "Event")
SESSION = Sentence("attendance_list", "Session {number}")
PROVIDER = Sentence("attendance_list", "Provider")
RULE = Sentence("attendance_list", "Rule")
RULE_OF = Sentence("attendance_list", "Rule for {credit}")
PEOPLE = Sentence("attendance_list", "People")
ROWS = Sentence("attendance_list", "Reports")
ROWS_BECAME = Sentence(
    "attendance_list",
    "rows {read} = matched {matched} + guests {guests} + hosts {hosts} + ignored {ignored}"
    " + to review {to_review}",
)
MADE = Sentence("attendance_list", "Made")

ATTENDED = Sentence("attendance_list", "Attended")
NOT_MET = Sentence("attendance_list", "Not met")
ABSENT = Sentence("attendance_list", "Absent")
TO_REVIEW = Sentence("attendance_list", "To review")
TOLD_MET = Sentence("attendance_list", "Met, by decision")
TOLD_NOT_MET = Sentence("attendance_list", "Not met, by decision")

METHOD_WORDS = {
    Method.LINK: Sentence("attendance_list", "personal link"),
    Method.ADDRESS: Sentence("attendance_list", "address"),
    Method.SHARED_ADDRESS: Sentence("attendance_list", "shared address and name"),
    Method.MEMORY: Sentence("attendance_list", "an earlier decision"),
    Method.NAME: Sentence("attendance_list", "full name"),
    Method.DECISION: Sentence("attendance_list", "a decision"),
    BY_CHECK_IN: Sentence("attendance_list", "check-in"),
    BY_HAND: Sentence("attendance_list", "noted by hand"),
}
_RESULTS = {
    Result.ATTENDED: ATTENDED,
    Result.PARTIAL: NOT_MET,
    Result.ABSENT: ABSENT,
    Result.REVIEW: TO_REVIEW,
}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One person's line, in words; ``minutes`` has one figure for each session."""

    name: str
    reference: str
    email: str
    joined_as: str
    minutes: tuple[int, ...]
    together: int
    percent: int
    result: str
    credits: tuple[str, ...]
    known_by: str
    evidence: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListWords:
    """The list's own words in the language of its readers."""

    title: str
    name: str
    reference: str
    email: str
    joined_as: str
    minutes: str
    by_session: str
    percent: str
    result: str
    credit: str
    known_by: str
    evidence: str
    reasons: str
    page_of: str


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """An event's list; ``facts`` say beside a caption what it rests on, down to the date made."""

    event: str
    minutes_in: tuple[str, ...]
    credits: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    people: tuple[ListedPerson, ...]
    words: ListWords
    made: datetime
    language: str = "en"

    def headings(self) -> tuple[str, ...]:
        """Return what the columns of a spreadsheet are called."""
        words = self.words
        return (
            *(words.name, words.reference, words.email, words.joined_as),
            *self.minutes_in,
            *(words.minutes, words.percent, words.result),
            *self.credits,
            *(words.known_by, words.evidence, words.reasons),
        )

    def rows(self, people: Iterable[ListedPerson]) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a spreadsheet: the people's, then what they rest on."""
        for each in people:
            yield (
                *(each.name, each.reference, each.email, each.joined_as),
                *map(str, each.minutes),
                *(str(each.together), str(each.percent), each.result),
                *each.credits,
                *(each.known_by, " · ".join(each.evidence), " · ".join(each.reasons)),
            )
        yield ()
        yield from self.facts


def attendance_list(
    found: EventAttendance, provider: str, made: datetime, say: Say = str, language: str = "en"
) -> AttendanceList:
    """Return the list of an event's attendance, in the language that ``say`` puts sentences in."""
    event = found.facts.event
    words = ListWords(**{name: say(each) for name, each in WORDS.items()})
    return AttendanceList(
        event=event.title,
        minutes_in=tuple(
            say(MINUTES_IN.filled(number=number, session=each.title))
            for number, each in enumerate(event.sessions, 1)
        ),
        credits=tuple(each.type for each in event.credits) or (words.credit,),
        facts=tuple(_facts(found, provider, made, say)),
        people=tuple(_listed(each, say) for each in found.people),
        words=words,
        made=made,
        language=language,
    )


def result_words(each: PersonAttendance) -> Sentence:
    """Return how somebody stands."""
    if each.override is not None:
        return TOLD_MET if each.override.met else TOLD_NOT_MET
    return _RESULTS[each.result]


def _listed(each: PersonAttendance, say: Say) -> ListedPerson:
    words: Mapping[str, Sentence] = METHOD_WORDS
    told = each.outcome
    return ListedPerson(
        name=each.place.registrant.name,
        reference=each.place.reference,
        email=each.place.registrant.email,
        joined_as=" / ".join(each.names),
        minutes=tuple(stay.seconds // MINUTE for stay in each.stays),
        together=told.minutes,
        percent=told.percent,
        result=say(result_words(each)),
        credits=tuple(map(_amount, each.results)),
        known_by=say(words[each.method]) if each.method else "",
        evidence=tuple(map(say, each.evidence)),
        reasons=tuple(map(say, each.reasons)),
    )


def _amount(each: LineResult) -> str:
    """Return what is earned of a line, as a figure; nothing where the line gives none."""
    if not each.line.type:
        return ""
    return str(CreditLine("", each.outcome.credit)).strip()


def _facts(
    found: EventAttendance, provider: str, made: datetime, say: Say
) -> Iterator[tuple[str, str]]:
    event = found.facts.event
    yield say(EVENT), event.title
    if provider:
        yield say(PROVIDER), provider
    for number, each in enumerate(event.sessions, 1):
        caption = say(SESSION.filled(number=number))
        yield caption, f"{each.title}, {_span(each.starts, each.ends, event.zone)}"
    yield from _rules(event, say)
    yield say(PEOPLE), str(len(found.people))
    told = found.reconciliation
    became = {name: getattr(told, name) for name in told.__slots__}
    yield say(ROWS), say(ROWS_BECAME.filled(**became))
    yield say(MADE), f"{wall_time(made, event.zone):%Y-%m-%d %H:%M} ({event.zone})"


def _rules(event: Event, say: Say) -> Iterator[tuple[str, str]]:
    """Yield the rule of each line of credit, once where all have the same."""
    rules = {str(each): rule_for(event, each) for each in event.credits}
    if len(set(rules.values())) <= 1:
        rules = {"": next(iter(rules.values()), rule_of_event(event))}
    for credit, rule in rules.items():
        caption = say(RULE_OF.filled(credit=credit)) if credit else say(RULE)
        yield caption, " ".join(map(say, rule_words(rule)))


def _span(starts: datetime, ends: datetime, zone: str) -> str:
    first, last = wall_time(starts, zone), wall_time(ends, zone)
    return f"{first:%Y-%m-%d}, {first:%H:%M}–{last:%H:%M} ({zone})"  # noqa: RUF001 - a range

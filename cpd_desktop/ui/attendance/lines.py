"""The lines of the list: one for each person registered, for each doubt, for all set aside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.attendance.reconciliation import Fate
from cpd_desktop.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.attendance.findings import Finding, SetAside
    from cpd_desktop.domain.attendance.stays import Attested, Stay

MOST_NAMED = 3


class Standing(StrEnum):
    """How the person or participant of a line stands."""

    REVIEW = "review"
    OPEN = "open"
    ATTENDED = "attended"
    SHORT = "short"
    ABSENT = "absent"
    TOLD_MET = "told met"
    TOLD_NOT_MET = "told not met"
    GUEST = "guest"
    HOST = "host"
    IGNORED = "ignored"
    SETTLED = "settled"


S = Standing


class View(IntEnum):
    """Which lines are shown."""

    REVIEW = 0
    ALL = 1
    ATTENDED = 2
    NOT_MET = 3
    ABSENT = 4
    ASIDE = 5


SEEN_IN = {
    View.REVIEW: frozenset({S.REVIEW}),
    View.ALL: frozenset(S) - {S.GUEST, S.HOST, S.IGNORED},
    View.ATTENDED: frozenset({S.ATTENDED, S.TOLD_MET}),
    View.NOT_MET: frozenset({S.SHORT, S.TOLD_NOT_MET}),
    View.ABSENT: frozenset({S.ABSENT}),
    View.ASIDE: frozenset({S.GUEST, S.HOST, S.IGNORED}),
}

_RESULTS = {
    Result.ATTENDED: S.ATTENDED,
    Result.PARTIAL: S.SHORT,
    Result.ABSENT: S.ABSENT,
    Result.REVIEW: S.OPEN,
}
_FATES = {Fate.GUEST: S.GUEST, Fate.HOST: S.HOST, Fate.IGNORED: S.IGNORED, Fate.REVIEW: S.REVIEW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line, as plain values; ``maybe`` names whom else its participant may be.

    A participant's line has its ``key``, by which it is decided about; a person's has who it is.
    ``owners`` are the registrations that were just chosen for it.
    """

    id: int
    standing: Standing
    name: str = ""
    maybe: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    rows: tuple[Attested, ...] = ()
    stays: tuple[Stay, ...] = ()
    sought: str = ""
    key: str = ""
    person: PersonAttendance | None = None
    finding: Finding | None = None
    aside: SetAside | None = None
    sure: bool = False
    owners: tuple[int, ...] = ()

    @property
    def seconds(self) -> int:
        """Return the seconds that count, over all sessions."""
        if self.person is not None and self.finding is None:
            return self.person.outcome.seconds
        return sum(each.seconds for each in self.stays)

    @property
    def in_doubt(self) -> bool:
        """Say whether somebody must decide about it."""
        return self.standing is S.REVIEW

    @property
    def about_person(self) -> bool:
        """Say whether it tells how somebody who is registered stands."""
        return self.person is not None and self.finding is None

    @property
    def called(self) -> str:
        """Return what it is spoken of as: the name shown, else the one registered."""
        return self.shown[0] if self.shown and not self.about_person else self.name or self.key

    def seconds_in(self, session: int | None) -> int:
        """Return the seconds that count in one session, or in all."""
        if session is None:
            return self.seconds
        return sum(each.seconds for each in self.stays if each.sitting.id == session)

    def came(self, session: int | None) -> int:
        """Return the second from which somebody was there; who was not comes last."""
        found = [
            each.came
            for each in self.stays
            if each.came is not None and session in {None, each.sitting.id}
        ]
        return min(found, default=1 << 60)


class Numbers:
    """Gives each participant's key a number below zero, and the same one each time."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, key: str) -> int:
        """Return the number of a key."""
        return self._given.setdefault(key, -1 - len(self._given))


def lines_of(found: EventAttendance, numbers: Numbers) -> tuple[Line, ...]:
    """Return all lines: whoever is in doubt takes the line of the likeliest, if that is free."""
    doubts = list(_doubts(found, numbers))
    taken = {each.person.registration for each in doubts if each.person is not None}
    people = (_of_person(each) for each in found.people if each.registration not in taken)
    return (*doubts, *_doubtful_rows(found, numbers), *people, *_set_aside(found, numbers))


def line_about(found: EventAttendance, key: str) -> Line | None:
    """Return a line that asks anew who a participant is, also one that is settled."""
    for each in found.findings.findings:
        if each.participant.key == key:
            return _of_participant(found, each, S.REVIEW, 0)
    return None


def _doubts(found: EventAttendance, numbers: Numbers) -> Iterator[Line]:
    likely = {each.participant.key for each in found.likely}
    registrants = found.facts.known.roster.registrants
    taken: set[int] = set()
    for each in found.review:
        person = next(
            (one for one in _likeliest(found, each) if one.registration not in taken), None
        )
        others = [one.registration for one in each.suggestions]
        if person is not None:
            taken.add(person.registration)
            others.remove(person.registration)
        names = [registrants[key].name for key in others[:MOST_NAMED]]
        yield _of_participant(
            found,
            each,
            S.REVIEW,
            numbers.of(each.participant.key),
            name=registrants[person.registration].name if person else "",
            maybe=tuple(names),
            person=person,
            sure=each.participant.key in likely,
        )


def _likeliest(found: EventAttendance, each: Finding) -> Iterator[PersonAttendance]:
    """Yield those who fit best, if nothing else tells that they were there."""
    for one in each.suggestions:
        person = found.by_registration.get(one.registration)
        if one.points < each.suggestions[0].points:
            return
        if person is not None and not person.method and person.override is None:
            yield person


def _of_participant(
    found: EventAttendance,
    each: Finding,
    standing: Standing,
    number: int,
    *,
    name: str = "",
    maybe: tuple[str, ...] = (),
    person: PersonAttendance | None = None,
    sure: bool = False,
) -> Line:
    told = each.participant
    shown = (*told.names, *told.addresses, *told.phones)
    known = (person.place.reference, person.place.registrant.email) if person else ()
    return Line(
        id=number,
        standing=standing,
        name=name,
        maybe=maybe,
        shown=shown,
        rows=told.rows,
        stays=found.stays(each),
        sought=folded(*shown, name, *maybe, *known),
        key=told.key,
        person=person,
        finding=each,
        sure=sure,
    )


def _doubtful_rows(found: EventAttendance, numbers: Numbers) -> Iterator[Line]:
    for each in found.doubtful_rows:
        yield _of_row(each, numbers.of(each.key))


def _of_row(each: SetAside, number: int) -> Line:
    told = each.row.presence
    shown = tuple(filter(None, (told.name, told.email)))
    return Line(
        id=number,
        standing=_FATES[each.fate],
        shown=shown,
        rows=(each.row,),
        sought=folded(*shown),
        key=each.key,
        aside=each,
    )


def _of_person(each: PersonAttendance) -> Line:
    registrant = each.place.registrant
    standing = _RESULTS.get(each.result)
    if standing is None:
        met = each.override is not None and each.override.met
        standing = S.TOLD_MET if met else S.TOLD_NOT_MET
    names = each.names
    return Line(
        id=each.registration,
        standing=standing,
        name=registrant.name,
        shown=names,
        rows=tuple(row for one in each.findings for row in one.participant.rows),
        stays=each.stays,
        sought=folded(registrant.name, registrant.email, each.place.reference, *names),
        person=each,
    )


def _set_aside(found: EventAttendance, numbers: Numbers) -> Iterator[Line]:
    for finding in found.findings.findings:
        if finding.fate in {Fate.GUEST, Fate.HOST}:
            number = numbers.of(finding.participant.key)
            yield _of_participant(found, finding, _FATES[finding.fate], number)
    for place, each in enumerate(found.findings.set_aside):
        if each.fate is not Fate.REVIEW:
            yield _of_row(each, numbers.of(each.key or f"row {place}"))


def in_order(
    lines: Iterable[Line], sort: str, session: int | None, *, descending: bool
) -> list[Line]:
    """Return the lines sorted by a column; what waits for somebody stays on top."""
    by_column: dict[str, Callable[[Line], Any]] = {
        "joined": lambda one: (not one.shown, one.shown, one.id),
        "present": lambda one: (one.came(session), one.sought),
        "minutes": lambda one: (one.seconds_in(session), one.sought),
        "result": lambda one: (_RANK[one.standing], one.seconds, one.sought),
    }
    key = by_column.get(sort, _by_name)
    found = sorted(lines, key=key, reverse=descending)
    found.sort(key=lambda one: not one.in_doubt)
    return found


def _by_name(one: Line) -> tuple[str, int]:
    return one.sought, one.id


_RANK = {each: number for number, each in enumerate(S)}

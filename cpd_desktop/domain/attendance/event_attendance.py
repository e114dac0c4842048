"""The attendance of a whole event: everything that is known made into results, never stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.decisions import overrides
from cpd_desktop.domain.attendance.findings import Finding, Known, Source, found_out
from cpd_desktop.domain.attendance.interactions import counted
from cpd_desktop.domain.attendance.marks import done_with
from cpd_desktop.domain.attendance.outcomes import NOT_THERE, Result, outcome, stays_of
from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.reconciliation import Fate
from cpd_desktop.domain.attendance.sightings import with_sightings
from cpd_desktop.domain.attendance.stays import Attested, sitting_of
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.presets import rule_for, rule_of_event
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.findings import Findings, SetAside
    from cpd_desktop.domain.attendance.interactions import Interaction
    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.attendance.marks import Mark, MarkKind
    from cpd_desktop.domain.attendance.outcomes import Done, Outcome, Override
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.attendance.roster import Registrant
    from cpd_desktop.domain.attendance.sightings import Sighting
    from cpd_desktop.domain.attendance.stays import Sitting, Stay
    from cpd_desktop.domain.events import Event

CHECKED_IN = Sentence("attendance", "Checked in at “{session}” on {day}.")
MAY_BE_THEM = Sentence("attendance", "“{shown}” may be them: decide about that first.")
NOTHING_TOLD = Sentence("attendance", "No report and no check-in tells yet who was there.")
NOT_READY = Sentence("attendance", "A report is not ready; fetch it again before you conclude.")
BY_CHECK_IN = "check-in"
BY_HAND = "hand"
NO_CREDIT = CreditLine("", Decimal(1))  # so that an event without credit has results, too
LIKELY, FAR_AHEAD = 85, 15  # from so many points, so far ahead of the next, one is offered at once


class CheckedIn(NamedTuple):
    """That somebody came to a session in person, which a report need not tell."""

    session: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A registration with everything that counts beside the reports."""

    registrant: Registrant
    reference: str
    done: Done
    marks: Mapping[MarkKind, Mark]
    check_ins: tuple[CheckedIn, ...] = ()
    sightings: tuple[Sighting, ...] = ()

    @property
    def told_here(self) -> bool:
        """Say whether anything but a report tells of them."""
        return bool(self.check_ins or self.sightings)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything from which attendance follows; ``reports`` are the ids of the sources."""

    event: Event
    places: tuple[Place, ...]
    known: Known
    reports: tuple[int, ...] = ()
    sources: tuple[Source, ...] = ()
    interactions: tuple[Interaction, ...] = ()


class LineResult(NamedTuple):
    """What somebody earns of one line of credit; the line has no type if the event gives none."""

    line: CreditLine
    outcome: Outcome


@dataclass(frozen=True)
class PersonAttendance:
    """How somebody who is registered stands: one result for each line of credit."""

    place: Place
    results: tuple[LineResult, ...]
    findings: tuple[Finding, ...]
    rows: tuple[Attested, ...]  # everything that tells of them being there
    evidence: tuple[Sentence, ...]
    done: Done
    override: Override | None
    undecided: Sentence | None

    @property
    def registration(self) -> int:
        """Return the registration."""
        return self.place.registrant.id

    @property
    def outcome(self) -> Outcome:
        """Return the result for the first line of credit, which stands for the person."""
        return self.results[0].outcome

    @property
    def result(self) -> Result:
        """Return how they stand."""
        return self.outcome.result

    @property
    def stays(self) -> tuple[Stay, ...]:
        """Return their time in each session."""
        return self.outcome.stays

    @property
    def credit(self) -> str:
        """Return what is earned, in words; nothing if none is."""
        return ", ".join(
            str(CreditLine(each.line.type, each.outcome.credit))
            for each in self.results
            if each.line.type and each.outcome.eligible
        )

    @property
    def method(self) -> str:
        """Return how it is known that they were there; nothing if they were not."""
        methods = [str(each.match.method) for each in self.findings if each.match]
        said = {each.session: each.seen for each in self.place.sightings}
        if any(not seen.absent for seen in said.values()):
            methods.append(BY_HAND)
        if any(each.session not in said for each in self.place.check_ins):
            methods.append(BY_CHECK_IN)
        return methods[0] if methods else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name that they showed."""
        return tuple(
            dict.fromkeys(name for each in self.findings for name in each.participant.names)
        )

    @cached_property
    def reasons(self) -> tuple[Sentence, ...]:
        """Return a sentence for each condition that failed, over all lines of credit.

        Where nothing is concluded yet, the first one says why.
        """
        told = {str(says): says for each in self.results for says in each.outcome.reasons}
        if self.result is not Result.REVIEW or self.undecided is None:
            return tuple(told.values())
        return (self.undecided, *(says for says in told.values() if says != NOT_THERE))


@dataclass(frozen=True)
class EventAttendance:
    """Who was there, what they earn, and what a person must still look at."""

    facts: Facts
    findings: Findings
    people: tuple[PersonAttendance, ...]

    @cached_property
    def review(self) -> tuple[Finding, ...]:
        """Return the participants somebody must decide about."""
        return tuple(each for each in self.findings.findings if each.fate is Fate.REVIEW)

    @cached_property
    def doubtful_rows(self) -> tuple[SetAside, ...]:
        """Return the rows that cannot be true or read, and that nobody left out yet."""
        return tuple(each for each in self.findings.set_aside if each.fate is Fate.REVIEW)

    def stays(self, each: Finding) -> tuple[Stay, ...]:
        """Return a participant's time in each session, whoever it is."""
        event = self.facts.event
        sittings = [sitting_of(session) for session in event.sessions]
        return stays_of(sittings, each.participant.rows, rule_of_event(event))

    @property
    def unreviewed(self) -> int:
        """Return how much a person must still look at."""
        return len(self.review) + len(self.doubtful_rows)

    @property
    def reconciliation(self) -> Reconciliation:
        """Return what became of every row."""
        return self.findings.reconciliation

    def sum_of(self, report: int) -> Reconciliation | None:
        """Return what became of the rows of one report; nothing if a newer one replaced it."""
        if report not in self.facts.reports:
            return None
        return self.findings.sums[self.facts.reports.index(report)]

    @cached_property
    def likely(self) -> tuple[Finding, ...]:
        """Return the participants in review whose first candidate stands out."""
        return tuple(
            each
            for each in self.review
            if each.suggestions
            and each.suggestions[0].points >= LIKELY
            and each.suggestions[0].lead >= FAR_AHEAD
        )

    @cached_property
    def by_registration(self) -> dict[int, PersonAttendance]:
        """Return the people by their registrations."""
        return {each.registration: each for each in self.people}


def attendance_of(facts: Facts, closeness: Closeness) -> EventAttendance:
    """Return what follows from the facts; raises ``Mismatch`` if a row is lost on the way."""
    findings = found_out(facts.sources, facts.known, closeness)
    return EventAttendance(facts, findings, _people(facts, findings))


def _people(facts: Facts, findings: Findings) -> tuple[PersonAttendance, ...]:
    owned = findings.by_registration()
    force = overrides(facts.known.decisions)
    undecided = {
        one.registration: MAY_BE_THEM.filled(shown=_shown(each))
        for each in reversed(findings.findings)
        if each.fate is Fate.REVIEW
        for one in each.suggestions
    }
    told = facts.sources or any(each.told_here for each in facts.places)
    for_all = NOTHING_TOLD if not told else None if findings.conclusive else NOT_READY
    computing = _Computing(
        facts, Counter(counted(facts.interactions, findings, facts.known.roster))
    )
    found = [
        computing.person(
            each,
            owned.get(each.registrant.id, ()),
            force.get(each.registrant.id),
            for_all or undecided.get(each.registrant.id),
        )
        for each in facts.places
        if each.registrant.expected
        or each.told_here
        or each.registrant.id in owned
        or each.registrant.id in force
    ]
    found.sort(key=lambda one: (folded(one.place.registrant.name), one.place.reference))
    return tuple(found)


def _shown(each: Finding) -> str:
    told = each.participant
    return next(iter((*told.names, *told.addresses, *told.phones)), told.key)


class _Computing:
    """What is the same for everybody of an event."""

    def __init__(self, facts: Facts, interactions: Counter[int]) -> None:
        event = facts.event
        self._zone = event.zone
        self._sittings = [sitting_of(each) for each in event.sessions]
        self._by_id = {each.id: each for each in self._sittings}
        self._lines = [(each, rule_for(event, each)) for each in event.credits or (NO_CREDIT,)]
        self._interactions = interactions

    def person(
        self,
        place: Place,
        findings: tuple[Finding, ...],
        override: Override | None,
        undecided: Sentence | None,
    ) -> PersonAttendance:
        rows = _rows_of(place, findings, self._sittings)
        signs = self._interactions[place.registrant.id]
        done = done_with(replace(place.done, interactions=signs), place.marks)
        stays: dict[tuple[int, int, bool], tuple[Stay, ...]] = {}
        results: list[LineResult] = []
        for line, rule in self._lines:
            counts = (rule.early_join_minutes, rule.bridged_seconds, rule.breaks_excluded)
            if counts not in stays:
                stays[counts] = stays_of(self._sittings, rows, rule)
            found = outcome(
                rule, line, stays[counts], done,
                zone=self._zone, override=override, in_review=undecided is not None,
            )  # fmt: skip
            results.append(LineResult(line, found))
        told = [each.reason for each in findings]
        told += [
            CHECKED_IN.filled(
                session=self._by_id[each.session].title, day=each.at.date().isoformat()
            )
            for each in place.check_ins
        ]
        told += [each.sentence(self._by_id[each.session], self._zone) for each in place.sightings]
        return PersonAttendance(
            place, tuple(results), findings, rows, tuple(told), done, override, undecided
        )


def _rows_of(
    place: Place, findings: Iterable[Finding], sittings: Sequence[Sitting]
) -> tuple[Attested, ...]:
    """Return everything that tells of somebody being there."""
    told = [row for each in findings for row in each.participant.rows]
    told += [_signed(place, each) for each in place.check_ins]
    return tuple(with_sightings(place.registrant.name, told, place.sightings, sittings))


def _signed(place: Place, came: CheckedIn) -> Attested:
    """Return a check-in as evidence: that somebody was there, not for how long."""
    return Attested(Presence(0, place.registrant.name), Origin.SIGN_IN_SHEET, session=came.session)

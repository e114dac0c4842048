"""Who was there, by all reports of an event together: one pure function from rows to findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.clustering import participants_of
from cpd_desktop.domain.attendance.decisions import (
    Decision,
    Unapplied,
    Verdict,
    decided,
    in_force,
    merged,
)
from cpd_desktop.domain.attendance.directory import Directory
from cpd_desktop.domain.attendance.matching import (
    BY_DECISION,
    BY_DECISION_WHY,
    Doubt,
    Match,
    Method,
    matched,
)
from cpd_desktop.domain.attendance.memory import Memory, memory_of
from cpd_desktop.domain.attendance.participants import in_order, key_of_row
from cpd_desktop.domain.attendance.presences import Presence
from cpd_desktop.domain.attendance.reconciliation import Fate, Reconciliation
from cpd_desktop.domain.attendance.setting_aside import (
    STAYED_AWAY,
    Crew,
    crew_of,
    ignored_because,
    is_dial_in,
    rejected_because,
    role_of,
)
from cpd_desktop.domain.attendance.spans import second_of
from cpd_desktop.domain.attendance.stays import Attested
from cpd_desktop.domain.attendance.suggestions import ENOUGH, Proposer, Suggestion
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.attendance.participants import Participant
    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.roster import Roster

VERSION = 1  # rises whenever the same rows may lead to other findings

UNLISTED = Sentence("attendance", "Nobody who is registered has a name or an address like this.")
UNSURE = Sentence("attendance", "“{shown}” is close to {name}, but not the same.")
TELEPHONE = Sentence("attendance", "Called by telephone, from a number that is nobody's for sure.")
NAMELESS = Sentence("attendance", "No name that tells who it was.")
UNREADABLE = Sentence("attendance", "“{shown}” cannot be compared with the names on the list.")
TOLD_GUEST = Sentence("attendance", "{who} decided on {day} that they are a guest.")
TOLD_GUEST_WHY = Sentence("attendance", "{who} decided on {day} that they are a guest: {why}")


class Source(NamedTuple):
    """A report as it was imported; ``session`` is there if it belongs to one session only."""

    report: Report
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one participant, and why."""

    participant: Participant
    fate: Fate
    reason: Sentence
    match: Match | None = None
    suggestions: tuple[Suggestion, ...] = ()
    decision: Decision | None = None


class SetAside(NamedTuple):
    """A row that is no participant's, what became of it, and why; ``key`` if it can be decided."""

    row: Attested
    fate: Fate
    reason: Sentence
    key: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found out about an event's reports; ``sums`` has one for each of them."""

    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    sums: tuple[Reconciliation, ...]
    unapplied: tuple[Unapplied, ...] = ()
    conclusive: bool = True
    version: int = field(default=VERSION)

    @property
    def reconciliation(self) -> Reconciliation:
        """Return what became of the rows of all reports together."""
        return sum(self.sums, Reconciliation(0))

    def by_registration(self) -> dict[int, tuple[Finding, ...]]:
        """Return the findings that each registration owns."""
        found: dict[int, list[Finding]] = {}
        for each in self.findings:
            for registration in each.match.registrations if each.match else ():
                found.setdefault(registration, []).append(each)
        return {key: tuple(owned) for key, owned in found.items()}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the reports: the roster, who runs it, what was decided and learnt."""

    roster: Roster
    crew: Crew = field(default_factory=lambda: crew_of(()))
    decisions: tuple[Decision, ...] = ()
    memory: Memory = field(default_factory=memory_of)
    now: datetime | None = None


def found_out(sources: Sequence[Source], known: Known, closeness: Closeness) -> Findings:
    """Return who was there; raises ``Mismatch`` if a row of a report is lost on the way."""
    told = clustered(sources, known)
    aside = _left_out(told.set_aside, told.in_force)
    keys = {each.key for each in aside if each.key}
    about = [each for each in told.in_force if each.participant not in keys]
    settled, unapplied = decided(told.participants, about, known.roster.registrants)
    findings = _findings(told.participants, settled, known, closeness)
    counted = {fate: [0] * len(sources) for fate in Fate}
    for each in findings:
        of_fate = counted[each.fate]
        for row in each.participant.rows:
            of_fate[row.source] += 1
    for row, fate in (*_twice(findings, told.rows), *((each.row, each.fate) for each in aside)):
        counted[fate][row.source] += 1
    sums = tuple(
        _summed(source.report.rows, {fate: of_each[at] for fate, of_each in counted.items()})
        for at, source in enumerate(sources)
    )
    return Findings(
        findings,
        tuple(aside),
        sums,
        (*told.unmerged, *unapplied),
        all(source.report.ready for source in sources),
    )


def _twice(findings: Sequence[Finding], rows: Sequence[Attested]) -> list[tuple[Attested, Fate]]:
    """Return the rows that another says again, and is kept for them, with what became of it."""
    kept = {id(row) for each in findings for row in each.participant.rows}
    if len(kept) == len(rows):
        return []
    again = [row for row in rows if id(row) not in kept]
    fates = {in_order(row): each.fate for each in findings for row in each.participant.rows}
    return [(row, fates[in_order(row)]) for row in again]


class Clustered(NamedTuple):
    """The participants before anybody asked who they are, and the rows that are no one's."""

    participants: tuple[Participant, ...]
    rows: list[Attested]
    set_aside: list[SetAside]
    in_force: tuple[Decision, ...]
    unmerged: tuple[Unapplied, ...]


def clustered(sources: Sequence[Source], known: Known) -> Clustered:
    """Return whose rows belong together, by themselves or because somebody decided so."""
    rows, aside = _sorted_out(sources, known.now)
    force = in_force(known.decisions)
    participants, unmerged = merged(participants_of(rows, known.roster), force)
    return Clustered(participants, rows, aside, force, unmerged)


def _summed(rows: int, counted: Mapping[Fate, int]) -> Reconciliation:
    summed = Reconciliation(
        read=rows,
        matched=counted[Fate.MATCHED],
        guests=counted[Fate.GUEST],
        hosts=counted[Fate.HOST],
        ignored=counted[Fate.IGNORED],
        to_review=counted[Fate.REVIEW],
    )
    summed.require_exact()
    return summed


def attested(number: int, source: Source) -> Iterable[Attested]:
    """Return a report's rows with what it says about the whole.

    Where it does not say when the meeting ended, that was when the last one left.
    """
    report = source.report
    ends = report.ends or max(filter(None, (each.left for each in report.presences)), default=None)
    ended = None if ends is None else second_of(ends)
    return (
        Attested(presence, report.origin, number, source.session, ended)
        for presence in report.presences
    )


def _left_out(aside: Iterable[SetAside], decisions: Iterable[Decision]) -> list[SetAside]:
    """Return what is set aside, with each row left out that somebody decided to leave out."""
    out = {each.participant: each for each in decisions if each.verdict is Verdict.GUEST}
    return [
        each._replace(fate=Fate.IGNORED, reason=_as_told(out[each.key])[2])
        if each.key in out
        else each
        for each in aside
    ]


def _sorted_out(
    sources: Iterable[Source], now: datetime | None
) -> tuple[list[Attested], list[SetAside]]:
    """Return the rows of participants, and those that are of none."""
    rows: list[Attested] = []
    aside: list[SetAside] = []
    for number, source in enumerate(sources):
        for row in attested(number, source):
            if reason := ignored_because(row.presence):
                aside.append(SetAside(row, Fate.IGNORED, reason))
            elif reason := rejected_because(row, now):
                aside.append(_doubtful(row, reason))
            else:
                rows.append(row)
        origin = source.report.origin
        aside += (
            SetAside(Attested(absentee, origin, number), Fate.IGNORED, STAYED_AWAY)
            for absentee in source.report.absent
        )
        aside += (
            _doubtful(Attested(Presence(each.row, each.name), origin, number), each.reason)
            for each in source.report.rejected
        )
    return rows, aside


def _doubtful(row: Attested, reason: Sentence) -> SetAside:
    return SetAside(row, Fate.REVIEW, reason, key_of_row(row))


def _findings(
    participants: Sequence[Participant],
    told: Mapping[str, Decision],
    known: Known,
    closeness: Closeness,
) -> tuple[Finding, ...]:
    settled = {key: _as_told(decision) for key, decision in told.items()}
    crew = {each.key: reason for each in participants if (reason := _runs_it(each, known))}
    others = [each for each in participants if each.key not in crew]
    result = matched(others, known.roster, known.memory)
    matches = {key: match for key, match in result.items() if isinstance(match, Match)}
    by_people = {key: match for key, (_, match, _) in settled.items() if match}
    owned = (key for match in (matches | by_people).values() for key in match.registrations)
    proposer = Proposer(
        known.roster, Directory(known.roster), known.memory, closeness, frozenset(owned)
    )
    found: list[Finding] = []
    for each in participants:
        if each.key in settled:
            fate, match, reason = settled[each.key]
            found.append(Finding(each, fate, reason, match, (), told[each.key]))
        elif each.key in crew:
            found.append(Finding(each, Fate.HOST, crew[each.key]))
        elif each.key in matches:
            found.append(Finding(each, Fate.MATCHED, matches[each.key].reason, matches[each.key]))
        else:
            doubt = result[each.key]
            found.append(_open(each, doubt if isinstance(doubt, Doubt) else None, proposer))
    return tuple(found)


def _as_told(decision: Decision) -> tuple[Fate, Match | None, Sentence]:
    """Return what a decision makes of its participant."""
    guest = decision.verdict is Verdict.GUEST
    said = {"who": decision.who, "day": decision.at.date().isoformat(), "why": decision.why}
    if guest:
        reason = (TOLD_GUEST_WHY if decision.why else TOLD_GUEST).filled(**said)
        return Fate.GUEST, None, reason
    reason = (BY_DECISION_WHY if decision.why else BY_DECISION).filled(**said)
    owners = tuple(sorted(set(decision.registrations)))
    return Fate.MATCHED, Match(owners, Method.DECISION, reason, decision.id), reason


def _runs_it(each: Participant, known: Known) -> Sentence | None:
    """Return why a participant runs the event; a name does not tell if it is registered, too."""
    told = known.crew.recognised(each) or role_of(each.rows)
    if told or each.links:
        return told
    registered = {key for key in each.full_names if key in known.roster.by_name}
    by_address = any(known.roster.reached_at(address) for address in each.addresses)
    return None if by_address else known.crew.named(each.full_names - registered)


def _open(each: Participant, doubt: Doubt | None, proposer: Proposer) -> Finding:
    """Return a participant whom nobody is told to be: to review if they may be registered."""
    if doubt:
        suggestions = proposer.suggestions(each, doubt.candidates)
        return Finding(each, Fate.REVIEW, doubt.reason, None, suggestions)
    suggestions = proposer.suggestions(each)
    shown = each.names[0] if each.names else ""
    if suggestions and suggestions[0].points >= ENOUGH:
        name = proposer.roster.registrants[suggestions[0].registration].name
        reason = UNSURE.filled(shown=shown or each.key, name=name)
        return Finding(each, Fate.REVIEW, reason, None, suggestions)
    if proposer.comparable(each):
        return Finding(each, Fate.GUEST, UNLISTED, None, suggestions)
    calls = any(is_dial_in(row.presence) for row in each.rows)
    reason = TELEPHONE if calls else UNREADABLE.filled(shown=shown) if shown else NAMELESS
    return Finding(each, Fate.REVIEW, reason, None, suggestions)

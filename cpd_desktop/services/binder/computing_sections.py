"""Each person's computation, from the connections to the credit, so that it can be added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.reckoning import counted_in, uncounted
from cpd_desktop.domain.attendance.spans import length, moment_of
from cpd_desktop.domain.binder import Part, Section, Table
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.presets import rule_for
from cpd_desktop.services.binder.telling import seconds_in_words, utc, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.attendance.event_attendance import LineResult, PersonAttendance
    from cpd_desktop.domain.attendance.reckoning import Counted
    from cpd_desktop.domain.attendance.stays import Attested, Stay
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

HOW = (
    "From the connections of a person, those parts count that lie in the session's window: from "
    "its start, or as much earlier as the rule allows, to its end, without the breaks. Overlapping "
    "connections count once. Lengths are hours:minutes:seconds."
)
FLAT = (
    *("Registration", "Reference", "Name", "Session", "Step", "Report", "Row", "From (UTC)"),
    *("To (UTC)", "Seconds"),
)
CONNECTIONS = ("Told by", "Name shown", "Device", "From and to", "Counts", "Counted")
STEPS = ("What", "Stretches", "Length")
DOOR, BY_HAND = "check-in", "noted by hand"


def computations(told: Evidence, telling: Telling) -> Section:
    """Tell for everybody how the result came about, step by step."""
    parts = tuple(_person(told, telling, each) for each in told.found.people)
    rows = [row for each in told.found.people for row in _flat(told, each)]
    table = Table("Every step as a table", FLAT, rows, "computation", shown=False)
    return Section("computation", "How each result was computed", (HOW,), (), (table,), parts)


def _person(told: Evidence, telling: Telling, each: PersonAttendance) -> Part:
    place = each.place
    tables: list[Table] = []
    for title, stays in _countings(each):
        for stay in stays:
            tables += _session(told, telling, each, stay, title)
    if away := uncounted(each.stays, each.rows):
        rows = [(_source(told, each, one), one.presence.name, _times(telling, one)) for one in away]
        tables.append(Table("Outside of every session", ("Told by", "Name", "When"), rows))
    tables.append(_result_table(told, each))
    facts = [
        ("Registered as", ", ".join(filter(None, (place.registrant.name, place.registrant.email)))),
        ("Reference", place.reference),
        ("Known to be there", " ".join(map(str, each.evidence))),
        ("Attended", _attended(each)),
        ("Besides being there", _besides(telling, each)),
    ]
    if each.override:
        said = each.override
        met = "met" if said.met else "not met"
        facts.append(("Override", f"{met}, by {said.who} on {telling.moment(said.at)}: {said.why}"))
    return Part(
        f"person-{each.registration}",
        place.registrant.name,
        tuple(map(str, each.reasons)),
        tuple((name, text) for name, text in facts if text),
        tuple(tables),
        " · ".join(filter(None, (str(each.result), each.credit))),
        each.outcome.eligible,
    )


def _countings(each: PersonAttendance) -> Iterator[tuple[str, tuple[Stay, ...]]]:
    """Yield each way in which the time was counted; most lines of credit count alike."""
    by_stays: dict[tuple[Stay, ...], list[str]] = {}
    for one in each.results:
        by_stays.setdefault(one.outcome.stays, []).append(one.line.type)
    for stays, types in by_stays.items():
        yield ", ".join(filter(None, types)) if len(by_stays) > 1 else "", stays


def _session(
    told: Evidence, telling: Telling, each: PersonAttendance, stay: Stay, title: str
) -> Iterator[Table]:
    counted = counted_in(stay, each.rows)
    name = " · ".join(filter(None, (stay.sitting.title, title)))
    if not counted:
        yield Table(f"{name}: nobody told that they were there", (), ())
        return
    rows = [
        (_source(told, each, one.row), one.row.presence.name, one.row.presence.device,
         _times(telling, one.row), telling.spans(one.spans), seconds_in_words(one.seconds))
        for one in counted
    ]  # fmt: skip
    yield Table(f"{name}: connections", CONNECTIONS, rows, figures=frozenset({5}))
    steps = [
        ("Session", telling.span(stay.sitting.span), ""),
        ("Breaks", telling.spans(stay.sitting.breaks), seconds_in_words(
            length(stay.sitting.breaks))),
        ("Window that counts", telling.spans(stay.window), seconds_in_words(stay.most)),
        ("Together, overlaps once", telling.spans(stay.spans), seconds_in_words(
            length(stay.spans))),
    ]  # fmt: skip
    if not stay.moments_known:
        steps.append(("Told as a total, without times", "", seconds_in_words(stay.total)))
    steps.append(("Attended", "", seconds_in_words(stay.seconds)))
    yield Table(f"{name}: added up", STEPS, steps, figures=frozenset({2}))


def _source(told: Evidence, each: PersonAttendance, row: Attested) -> str:
    if row.presence.row == 0:  # those of reports are counted from 1
        noted = {one.session for one in each.place.sightings}
        return BY_HAND if row.session in noted else DOOR
    return f"Report {told.found.facts.reports[row.source]}, row {row.presence.row}"


def _times(telling: Telling, row: Attested) -> str:
    span = row.span()
    if span is not None:
        return telling.span(span) + (" (end not told)" if row.estimated else "")
    return "whole session" if row.signed else "only a total was told"


def _attended(each: PersonAttendance) -> str:
    one = each.outcome
    alone = sum(stay.seconds for stay in each.stays)
    said = f"{one.seconds:,} of {one.most:,} seconds: {one.minutes} minutes, {one.percent} %"
    return said + (" (sessions at the same time count once)" if alone > one.seconds else "")


def _besides(telling: Telling, each: PersonAttendance) -> str:
    done = each.done
    told = {
        MarkKind.INTERACTIONS: f"{done.interactions} interactions",
        MarkKind.EVALUATION: f"evaluation: {yes_no(done.evaluation)}",
        MarkKind.QUIZ: f"quiz: {yes_no(done.quiz)}",
        MarkKind.ASSIGNMENT: f"assignments: {yes_no(done.assignment)}",
    }
    for kind, mark in each.place.marks.items():
        by = f"noted by {mark.who} on {telling.moment(mark.at)}"
        told[kind] += f" ({', '.join(filter(None, (by, mark.why)))})"
    return "; ".join((*told.values(), f"nothing owed: {yes_no(done.fee)}"))


def _result_table(told: Evidence, each: PersonAttendance) -> Table:
    rows = [_result(told, one) for one in each.results]
    return Table("Result", ("Credit", "Rule", "Result", "Earned", "Conditions not met"), rows)


def _result(told: Evidence, one: LineResult) -> tuple[str, ...]:
    rule, outcome = rule_for(told.event, one.line), one.outcome
    earned = str(CreditLine(one.line.type, outcome.credit)) if outcome.eligible else "none"
    return (
        str(one.line) if one.line.type else "none is given",
        rule.version,
        str(outcome.result),
        earned if one.line.type else yes_no(outcome.eligible),
        " ".join(map(str, outcome.reasons)),
    )


def _flat(told: Evidence, each: PersonAttendance) -> Iterator[tuple[str, ...]]:
    who = (str(each.registration), each.place.reference, each.place.registrant.name)
    for stay in each.stays:
        here = (*who, stay.sitting.title)
        for one in counted_in(stay, each.rows):
            yield from _flat_connection(_source(told, each, one.row), here, one)
        for span in stay.window:
            yield (*here, "window", "", "", *_moments(*span))
        for span in stay.spans:
            yield (*here, "together", "", "", *_moments(*span))
        yield (*here, "attended", "", "", "", "", str(stay.seconds))
    yield (*who, "", "attended in all", "", "", "", "", str(each.outcome.seconds))
    yield (*who, "", "to be attended", "", "", "", "", str(each.outcome.most))


def _flat_connection(source: str, here: tuple[str, ...], one: Counted) -> Iterator[tuple[str, ...]]:
    report, _, row = source.partition(", row ")
    if one.span is None:
        yield (*here, "connection", report, row, "", "", str(one.seconds))
        return
    yield (*here, "connection", report, row, *_moments(*one.span))
    for span in one.spans:
        yield (*here, "counts", report, row, *_moments(*span))


def _moments(starts: int, ends: int) -> tuple[str, str, str]:
    return utc(moment_of(starts)), utc(moment_of(ends)), str(ends - starts)

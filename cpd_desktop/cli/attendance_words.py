"""Attendance as JSON and as lines on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.rules import rule_content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.attendance.findings import Finding, SetAside
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.attendance.report_import import TakenIn

Content = dict[str, Any]


def sum_content(told: Reconciliation) -> Content:
    """Return what became of rows; the five last add up to the first."""
    return {
        "read": told.read,
        "matched": told.matched,
        "to_review": told.to_review,
        "guests": told.guests,
        "hosts": told.hosts,
        "ignored": told.ignored,
    }


def report_content(taken: TakenIn, found: EventAttendance) -> Content:
    """Return what became of a report that was brought in."""
    kept = taken.report
    assert kept is not None  # noqa: S101 - it was kept
    told = found.sum_of(kept.id) or (found.sum_of(kept.replaced_by) if kept.replaced_by else None)
    return {
        "source": kept.id,
        **sum_content(told or found.reconciliation),
        "file": kept.original.file_name,
        "sha256": kept.original.sha256,
        "session": kept.session_id,
        "unchanged": taken.known,
        "replaced_by": kept.replaced_by,
        "ready": kept.ready,
        "warnings": [str(each) for each in taken.warnings],
    }


def report_lines(content: Content, warnings: Iterable[Sentence]) -> list[str]:
    """Return the same in words."""
    says = "Nothing new: this report is there already." if content["unchanged"] else ""
    return [*filter(None, (says, _sum_line(content))), *map(str, warnings)]


def _sum_line(told: Content) -> str:
    return (
        f"{told['read']} rows: {told['matched']} matched, {told['to_review']} to review,"
        f" {told['guests']} guests, {told['hosts']} hosts, {told['ignored']} ignored"
    )


def attendance_content(found: EventAttendance) -> Content:
    """Return everything about an event's attendance."""
    return {
        "reconciliation": sum_content(found.reconciliation),
        "people": [person_content(each) for each in found.people],
        "review": [
            *(review_content(found, each) for each in found.review),
            *(row_content(each) for each in found.doubtful_rows),
        ],
        "ready": found.findings.conclusive,
        "reports": list(found.facts.reports),
        "unapplied": [
            {"decision": each.decision.id, "message": str(each.reason)}
            for each in found.findings.unapplied
        ],
        "rule": rule_content(found.facts.event),
    }


def person_content(each: PersonAttendance) -> Content:
    """Return how somebody stands."""
    return {
        "registration": each.registration,
        "reference": each.place.reference,
        "name": each.place.registrant.name,
        "email": each.place.registrant.email,
        "seconds": each.outcome.seconds,
        "minutes": each.outcome.minutes,
        "percent": each.outcome.percent,
        "result": str(each.result),
        "credit": each.credit,
        "method": each.method or None,
        "names": list(each.names),
        "reasons": [str(says) for says in each.reasons],
        "evidence": [str(says) for says in each.evidence],
        "eligible": each.outcome.eligible,
        "credits": [
            {
                "type": one.line.type,
                "amount": str(one.outcome.credit),
                "result": str(one.outcome.result),
                "eligible": one.outcome.eligible,
                "reasons": [str(says) for says in one.outcome.reasons],
                "rule": one.outcome.version,
            }
            for one in each.results
            if one.line.type
        ],
        "sessions": [
            {"session": stay.sitting.id, "seconds": stay.seconds, "connections": stay.connections}
            for stay in each.stays
        ],
    }


def review_content(found: EventAttendance, each: Finding) -> Content:
    """Return a participant, and whom they may be."""
    references = {one.registrant.id: one.reference for one in found.facts.places}
    registrants = found.facts.known.roster.registrants
    return {
        "participant": each.participant.key,
        "names": list(each.participant.names),
        "email": next(iter(each.participant.addresses), ""),
        "seconds": sum(stay.seconds for stay in found.stays(each)),
        "candidates": [
            {
                "registration": one.registration,
                "reference": references[one.registration],
                "name": registrants[one.registration].name,
                "score": one.points,
                "reasons": [str(says) for says in one.reasons],
            }
            for one in each.suggestions
        ],
        "fate": str(each.fate),
        "reason": str(each.reason),
    }


def row_content(each: SetAside) -> Content:
    """Return a row that cannot be true or read."""
    told = each.row.presence
    return {
        "participant": each.key,
        "names": [told.name] if told.name else [],
        "email": told.email,
        "seconds": 0,
        "candidates": [],
        "fate": str(each.fate),
        "reason": str(each.reason),
    }


def changed_rows(before: EventAttendance, now: EventAttendance) -> list[Content]:
    """Return the people who stand otherwise now, then the participants."""
    people = {each.registration: person_content(each) for each in before.people}
    rows = [person_content(each) for each in now.people]
    changed = [each for each in rows if people.get(each["registration"]) != each]
    fates = {each.participant.key: (each.fate, each.reason) for each in before.findings.findings}
    changed += [
        review_content(now, each)
        for each in now.findings.findings
        if fates.get(each.participant.key) != (each.fate, each.reason)
    ]
    aside = {each.key: each.fate for each in before.findings.set_aside if each.key}
    changed += [
        row_content(each)
        for each in now.findings.set_aside
        if each.key and aside.get(each.key) != each.fate
    ]
    return changed


def row_lines(rows: Iterable[Content]) -> list[str]:
    """Return people and participants in words."""
    return [_person_line(each) if "registration" in each else _review_line(each) for each in rows]


def attendance_lines(found: EventAttendance) -> list[str]:
    """Return everything in words, what is to be decided first."""
    content = attendance_content(found)
    lines = [_sum_line(content["reconciliation"])]
    if not content["ready"]:
        lines.append("A report is not ready: nothing is concluded before it is fetched again.")
    for each in content["review"]:
        lines.append(_review_line(each))
        lines += [
            f"{one['score']:>20}  {one['reference']}  {one['name']}  {' · '.join(one['reasons'])}"
            for one in each["candidates"]
        ]
    return [*lines, *map(_person_line, content["people"])]


def _person_line(each: Content) -> str:
    reasons = " · ".join(each["reasons"])
    credit = f", {each['credit']}" if each["credit"] else ""
    return (
        f"{each['reference']:>16}  {each['name']}  {each['minutes']} min, {each['percent']} %"
        f"  {each['result']}{credit}  {reasons}".rstrip()
    )


def _review_line(each: Content) -> str:
    names = " / ".join(each["names"]) or each["email"] or "no name"
    fate = "to review" if each["fate"] == "review" else each["fate"]
    return (
        f"{each['participant']:>16}  {names}  {each['seconds'] // 60} min  {fate}: {each['reason']}"
    )

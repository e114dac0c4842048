"""Certificates and plans as the command tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.certificates.time_stamp import level_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.time_stamp import TimeStamp
    from cpd_desktop.services.certificates.issuing import Issued
    from cpd_desktop.services.certificates.planning import Plan

BACK_UP = "Back up the signing keys: without them nobody can issue under this name again."


def certificate_content(issued: Certificate, file: Path) -> dict[str, Any]:
    """Return a certificate as scripts read it."""
    return {
        "number": issued.number,
        "code": issued.code,
        "status": str(issued.status),
        "name": issued.name,
        "title": issued.title,
        "date": issued.date,
        "credit": issued.credit,
        "reference": issued.reference,
        "issued_at": issued.issued_at.isoformat(),
        "why": issued.why,
        "file": str(file),
        "sha256": issued.sha256,
        "replaces": issued.replaces or None,
        "replaced_by": issued.replaced_by or None,
    }


def stamp_content(stamp: TimeStamp | None) -> dict[str, Any]:
    """Return how much the signature proves, and by whose time stamp."""
    told = stamp and {"authority": stamp.authority, "at": stamp.at.isoformat()}
    return {"level": str(level_of(stamp)), "time_stamp": told}


def stamp_line(stamp: TimeStamp | None) -> str:
    """Return the same in one line."""
    return f"{level_of(stamp)}" + (f", {stamp.authority}, {stamp.shown}" if stamp else "")


def certificate_line(issued: Certificate) -> str:
    """Return a certificate in one line."""
    more = ""
    if issued.replaced_by:
        more = f" by {issued.replaced_by}"
    if issued.why:
        more += f": {issued.why}"
    text = f"{issued.number}  {issued.name}, {issued.title}, {issued.date}"
    return f"{text} ({issued.status}{more})"


def plan_content(plan: Plan) -> dict[str, Any]:
    """Return what would be issued; numbers are only given when it is done."""
    would = [
        {"number": None, "reference": each.reference, "name": each.name, "file": None}
        for each in plan.to_issue
    ]
    return {"issued": would, **_beside(plan, plan.missing), "issuer": None}


def plan_lines(plan: Plan) -> list[str]:
    """Return the same for people."""
    would = [f"Would be issued: {each.reference}  {each.name}" for each in plan.to_issue]
    lines = [f"{len(plan.to_issue)} certificates would be issued, nothing was done.", *would]
    return [*lines, *_beside_lines(plan, plan.missing)]


def issue_content(done: Issued, place: Callable[[Certificate], Path]) -> dict[str, Any]:
    """Return what was issued."""
    issuer = done.issuer
    return {
        "issued": [_short(each) | {"file": str(place(each))} for each in done.made],
        **_beside(done.plan, (*done.plan.missing, *done.failed), place),
        "issuer": issuer and {"fingerprint": issuer.fingerprint, "new": issuer.made},
        "stopped": str(done.stopped) if done.stopped else None,
    }


def issue_lines(done: Issued) -> list[str]:
    """Return the same for people."""
    lines = [f"{len(done.made)} certificates issued"]
    lines += [f"{each.number}  {each.reference}  {each.name}" for each in done.made]
    if done.issuer and done.issuer.made:
        lines += [f"New signing keys were made: {done.issuer.fingerprint}", BACK_UP]
    if done.stopped:
        lines.append(str(done.stopped))
    return [*lines, *_beside_lines(done.plan, (*done.plan.missing, *done.failed))]


def _short(issued: Certificate) -> dict[str, Any]:
    return {"number": issued.number, "reference": issued.reference, "name": issued.name}


def _beside(
    plan: Plan, missing: Iterable[Gap], place: Callable[[Certificate], Path] | None = None
) -> dict[str, Any]:
    return {
        "already": [
            _short(each) | ({"file": str(place(each))} if place else {}) for each in plan.already
        ],
        "not_eligible": [
            {
                "reference": each.reference,
                "name": each.name,
                "reasons": [str(says) for says in each.reasons],
            }
            for each in plan.not_eligible
        ],
        "missing": [_gap(plan, each) for each in missing],
        "notes": [_gap(plan, each) for each in plan.notes],
    }


def _gap(plan: Plan, gap: Gap) -> dict[str, Any]:
    people = {each.registration: each.reference for each in (*plan.to_issue, *plan.held_back)}
    people |= {each.registration: each.reference for each in plan.already}
    reference = None if gap.registration is None else people.get(gap.registration)
    return {
        "field": gap.field,
        "message": str(gap.says),
        "where": str(gap.where),
        "reference": reference,
    }


def _beside_lines(plan: Plan, missing: Iterable[Gap]) -> list[str]:
    lines = [f"Has one already: {each.number}  {each.name}" for each in plan.already]
    for each in plan.not_eligible:
        why = " ".join(map(str, each.reasons))
        lines.append(f"Not eligible: {each.reference}  {each.name}: {why}")
    lines += [f"Missing ({each.where}): {each.says}" for each in missing]
    return lines + [f"Note ({each.where}): {each.says}" for each in plan.notes]

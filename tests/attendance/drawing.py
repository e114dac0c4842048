"""Draws small events for tests: who is registered, what the report tells, what was found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.decisions import Decision, Verdict
from cpd_desktop.domain.attendance.findings import Finding, Findings, Known, Source, found_out
from cpd_desktop.domain.attendance.memory import memory_of
from cpd_desktop.domain.attendance.presences import Origin, Presence, Report
from cpd_desktop.domain.attendance.roster import Registrant, roster_of
from cpd_desktop.domain.attendance.setting_aside import CrewMember, crew_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.memory import Alias

STARTS = datetime(2026, 10, 14, 13, tzinfo=UTC)


def registered(*people: str, **more: Any) -> list[Registrant]:
    """Register “Name address”, numbered from 1; ``more`` is for the last of them."""
    found: list[Registrant] = []
    for key, text in enumerate(people, 1):
        name, at, email = text.partition(" <")
        given: dict[str, Any] = {"id": key, "person": key, "name": name, "links": (f"link{key}",)}
        last = more if key == len(people) else {}
        found.append(Registrant(**(given | {"email": email.rstrip(">") if at else ""} | last)))
    return found


def row(name: str = "", email: str = "", at: tuple[int, int] = (0, 60), **more: Any) -> Presence:
    """Return a row of a report, from minute to minute."""
    given: dict[str, Any] = {
        "row": 0,
        "name": name,
        "email": email,
        "joined": STARTS + timedelta(minutes=at[0]),
        "left": STARTS + timedelta(minutes=at[1]),
    }
    return Presence(**(given | more))


def find(
    people: Iterable[Registrant],
    rows: Sequence[Presence],
    *,
    crew: Iterable[CrewMember] = (),
    decisions: Iterable[Decision] = (),
    aliases: Iterable[Alias] = (),
    origin: Origin = Origin.ZOOM_MEETING,
    now: datetime | None = None,
) -> Findings:
    """Find out who was there, by one report of these rows."""
    known = Known(roster_of(people), crew_of(crew), tuple(decisions), memory_of(aliases), now)
    report = Report(origin, tuple(rows), len(rows))
    return found_out([Source(report)], known, MeasuredCloseness())


def drawn(findings: Findings) -> list[str]:
    """Return the findings as lines: names → registration or fate, and how."""
    return [_drawn(each) for each in findings.findings]


def _drawn(each: Finding) -> str:
    names = " / ".join(each.participant.names)
    if each.match:
        owners = ", ".join(map(str, each.match.registrations))
        return f"{names} → {owners} by {each.match.method}"
    asked = ", ".join(str(one.registration) for one in each.suggestions)
    return f"{names} → {each.fate}{': ' if asked else ''}{asked}"


def decision(number: int, verdict: Verdict, participant: str = "", **more: Any) -> Decision:
    """Return what Ada decided."""
    given: dict[str, Any] = {"who": "Ada", "at": STARTS, "why": "she told me"}
    return Decision(id=number, verdict=verdict, participant=participant, **(given | more))

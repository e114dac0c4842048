"""Matches a large event's report with its registrations, and everybody with everybody."""

from __future__ import annotations

import gc
import json
import sys
import time
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.credit_rules import USUAL_RULE
from cpd_desktop.domain.attendance.findings import Findings, Known, Source, found_out
from cpd_desktop.domain.attendance.letters import bare, sound
from cpd_desktop.domain.attendance.likeness import bond_of
from cpd_desktop.domain.attendance.outcomes import outcome, stays_of
from cpd_desktop.domain.attendance.presences import Origin, Presence, Report
from cpd_desktop.domain.attendance.roster import Registrant, roster_of
from cpd_desktop.domain.attendance.shown_names import read_name
from cpd_desktop.domain.attendance.spans import Span, second_of
from cpd_desktop.domain.attendance.stays import Sitting
from cpd_desktop.domain.credit import read_credit

STARTS = datetime(2026, 10, 14, 13, tzinfo=UTC)
SITTING = Sitting(1, "Wound care", Span(second_of(STARTS), second_of(STARTS) + 7200))
SYLLABLES = (
    "ba be bi bo bu da de di do fa ga ka la le li lo ma me mi na ne no ra re ri ro sa ta to va"
)
KEPT = 5  # of all pairs, so many are kept for each participant
OPEN = 10  # one of so many is written so that only a person can say who it is


def names(count: int, random: Random) -> list[str]:
    """Return made-up names, all different, from some thousands of given and family names."""
    parts = SYLLABLES.split()
    found: dict[str, None] = {}
    while len(found) < count:
        given = "".join(random.choices(parts, k=random.randint(2, 3)))
        family = "".join(random.choices(parts, k=random.randint(3, 4)))
        found[f"{given.title()} {family.title()}"] = None
    return list(found)


def an_event(people: int, rows: int, *, names_only: bool = False) -> tuple[Known, list[Source]]:
    """Return registrations, and a report with a link, an address or only a name in each row."""
    random = Random(people)  # noqa: S311 - the same every time
    registrants = [
        Registrant(id=key, person=key, name=name, email=f"p{key}@x.example", links=(f"r{key}",))
        for key, name in enumerate(names(people, random), 1)
    ]
    presences: list[Presence] = []
    for row in range(rows):
        each = registrants[row % people]
        way = OPEN - 1 if names_only and each.id % OPEN else each.id % OPEN
        joined = STARTS + timedelta(seconds=random.randint(-300, 3000))
        told = Presence(
            row + 1,
            mistyped(each.name) if way == 0 else each.name,
            email=each.email if way in {1, 2, 3} else "",
            registrant=each.links[0] if way in {4, 5, 6} else "",
            joined=joined,
            left=joined + timedelta(seconds=random.randint(60, 4000)),
            connection=f"c{row}",
        )
        presences.append(told)
    report = Report(Origin.ZOOM_MEETING, tuple(presences), rows)
    return Known(roster_of(registrants)), [Source(report, 1)]


def mistyped(name: str) -> str:
    """Return the name with another letter in the family name."""
    at = name.index(" ") + 3
    return f"{name[:at]}x{name[at + 1 :]}"


def credited(known: Known, sources: list[Source]) -> int:
    """Match, count and credit everybody; return how many earned something."""
    findings = found_out(sources, known, MeasuredCloseness())
    line, earned = read_credit("2 CPD hours"), 0
    for owned in findings.by_registration().values():
        rows = [row for each in owned for row in each.participant.rows]
        earned += outcome(USUAL_RULE, line, stays_of([SITTING], rows, USUAL_RULE)).eligible
    return earned


def recalled(findings: Findings) -> int:
    """Return how many participants are matched with the right one, or it is proposed first."""
    right = 0
    for each in findings.findings:
        wanted = (each.participant.rows[0].presence.row - 1) % len(findings.findings) + 1
        proposed = [one.registration for one in each.suggestions[:1]]
        right += wanted in (each.match.registrations if each.match else proposed)
    return right


def timed(people: int, rows: int) -> float:
    """Return the seconds that an event takes, nothing remembered from the one before."""
    known, sources = an_event(people, rows)
    forget()
    began = time.process_time()
    credited(known, sources)
    return time.process_time() - began


def forget() -> None:
    """Forget what was made of any name before."""
    for remembered in (read_name, bond_of, bare, sound):
        remembered.cache_clear()


def all_pairs(known: Known, sources: list[Source]) -> tuple[float, int]:
    """Return the seconds and hits of comparing everybody with everybody, each taken once.

    ``cdist`` needs numpy, which is not among what CPD Desktop needs, so each row of its table is
    made by ``extract``. Each pair is taken in the order of its points, which is less work than the
    best assignment.
    """
    from rapidfuzz import fuzz, process

    registered = [each.name for each in known.roster.registrants.values()]
    shown = [each.name for each in sources[0].report.presences]
    began = time.process_time()
    pairs: list[tuple[float, int, int]] = []
    for at, name in enumerate(shown):
        best = process.extract(name, registered, scorer=fuzz.WRatio, limit=KEPT)
        pairs += ((points, at, to) for _, points, to in best)
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, at, to in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if at not in taken and to not in used:
            taken[at] = to
            used.add(to)
    took = time.process_time() - began
    return took, sum(at == to for at, to in taken.items())


def main() -> int:
    """Tell the seconds for a usual and a large event, and against comparing all pairs."""
    gc.set_threshold(500_000, 20, 100)  # as the command does
    usual = median(timed(500, 2_000) for _ in range(5))
    large = median(timed(10_000, 40_000) for _ in range(3))
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    known, sources = an_event(count, count, names_only=True)
    forget()
    began = time.process_time()
    roster = roster_of(known.roster.registrants.values())
    findings = found_out(sources, Known(roster), MeasuredCloseness())
    ours = time.process_time() - began
    theirs, hits = all_pairs(known, sources)
    told = {
        "usual": usual,
        "large": large,
        "times": large / usual,
        "matched": ours,
        "all pairs": theirs,
        "faster": theirs / ours,
        "recall": recalled(findings) / count,
        "recall of all pairs": hits / count,
    }
    print(json.dumps(told))  # noqa: T201 - what it is for
    return 0


if __name__ == "__main__":
    sys.exit(main())

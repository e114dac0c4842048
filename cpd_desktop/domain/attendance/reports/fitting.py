"""Whether a report fits the sessions, where it does not say in which time zone its clock is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.presences import Report

NEAR = timedelta(minutes=20)
APART = timedelta(minutes=30)  # zones differ by so much at least,
MOST_APART = 28  # and hardly by more than so many times that

TAKEN_ZONE = Sentence(
    "attendance",
    "The report does not say in which time zone it is. Its times fit {zone}, so they were read so.",
)


def fits(told: Report, sessions: Sequence[tuple[datetime, datetime]]) -> bool:
    """Say whether most people first came around the start of a session."""
    return _fits(_first_joins(told), sessions)


def fits_only_so(told: Report, sessions: Sequence[tuple[datetime, datetime]]) -> bool:
    """Say whether it fits, and would not if its clock were in any other time zone."""
    came = _first_joins(told)
    others = (step * APART for step in range(-MOST_APART, MOST_APART + 1) if step)
    return _fits(came, sessions) and not any(
        _fits([each + shift for each in came], sessions) for shift in others
    )


def _first_joins(told: Report) -> list[datetime]:
    first: dict[tuple[str, str], datetime] = {}
    for each in told.presences:
        if each.joined is not None:
            who = folded(each.name), folded(each.email)
            first[who] = min(each.joined, first.get(who, each.joined))
    return list(first.values())


def _fits(came: Sequence[datetime], sessions: Sequence[tuple[datetime, datetime]]) -> bool:
    starts = [each for each, _ in sessions]
    return 2 * sum(any(abs(at - each) <= NEAR for each in starts) for at in came) > len(came)

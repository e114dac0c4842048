"""Whether a report fits the sessions, where it does not say in which time zone its clock is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.presences import Report

    Stretch = tuple[datetime, datetime]

AROUND = timedelta(minutes=30)  # people come early and stay on
MOST_INSIDE = 0.9
APART = timedelta(minutes=30)  # zones differ by so much at least,
MOST_APART = 28  # and hardly by more than so many times that
ENOUGH = 300  # stays show it as well as all of them

_MOMENT = timedelta(seconds=1)

TAKEN_ZONE = Sentence(
    "attendance",
    "The report does not say in which time zone it is. Its times fit {zone}, so they were read so.",
)


def fits(told: Report, sessions: Sequence[tuple[datetime, datetime]]) -> bool:
    """Say whether people were there during the sessions, and no other zone would fit better."""
    stays = [
        (each.joined, max(each.left or each.joined, each.joined + timedelta(seconds=1)))
        for each in told.presences
        if each.joined is not None
    ][:ENOUGH]
    windows = [(starts - AROUND, ends + AROUND) for starts, ends in sessions]
    now = _inside(stays, windows)
    shifts = (step * APART for step in range(-MOST_APART, MOST_APART + 1) if step)
    return now >= MOST_INSIDE and (
        now == 1
        or not any(
            _inside(stays, [(starts + each, ends + each) for starts, ends in windows]) > now
            for each in shifts
        )
    )


def sessions_met(told: Report, sessions: Mapping[int, Stretch]) -> tuple[int, ...]:
    """Return the sessions during which somebody was there, or the meeting was held."""
    stays = [
        (each.joined, each.left or each.joined + _MOMENT)
        for each in told.presences
        if each.joined is not None and not each.waiting
    ]
    if not stays and told.starts is not None:
        stays = [(told.starts, told.ends or told.starts + _MOMENT)]
    return tuple(
        key
        for key, (starts, ends) in sessions.items()
        if any(came < ends and left > starts for came, left in stays)
    )


def _inside(stays: Sequence[Stretch], windows: Sequence[Stretch]) -> float:
    """Return which share of the time lies in the windows."""
    whole = sum((left - came for came, left in stays), timedelta())
    shared = (
        max((min(left, ends) - max(came, starts) for starts, ends in windows), default=timedelta())
        for came, left in stays
    )
    inside = sum((max(each, timedelta()) for each in shared), timedelta())
    return inside / whole if whole else 0

"""Whether several computers work on one data folder, which no lock of ours can see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

FRESH = timedelta(days=1)
REMEMBERED = timedelta(days=30)
OFTEN_ENOUGH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer: what tells it from all others, and what its owner calls it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Use:
    """From when to when, so far, a computer has worked on the folder."""

    computer: Computer
    first: datetime
    last: datetime


def used(uses: Iterable[Use], here: Computer, now: datetime) -> list[Use] | None:
    """Return the uses with this one among them; nothing if that would tell nothing new."""
    uses = list(uses)
    others = [each for each in uses if now - each.last < REMEMBERED and each.computer.id != here.id]
    mine = _mine(uses, here)
    if mine is None:
        return [*others, Use(here, now, now)]
    if timedelta(0) <= now - mine.last < OFTEN_ENOUGH:
        return None
    return [*others, Use(here, min(mine.first, now), now)]


def sharing(uses: Iterable[Use], here: Computer, now: datetime) -> list[Use]:
    """Return the others that work on the folder besides this computer.

    Somebody who moved has one after the other, so only what overlaps counts; and a computer that
    is here for the first time should know who was here the day before.
    """
    uses = list(uses)
    mine = _mine(uses, here)
    found = []
    for each in uses:
        if each.computer.id == here.id or now - each.last >= REMEMBERED:
            continue
        if mine is None or mine.first == mine.last:
            if now - each.last < FRESH:
                found.append(each)
        elif each.last > mine.first and each.first < mine.last:
            found.append(each)
    return sorted(found, key=lambda each: each.last, reverse=True)


def kept(uses: Iterable[Use]) -> list[dict[str, str]]:
    """Return what is written down."""
    return [
        {
            "id": each.computer.id,
            "name": each.computer.name,
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
        }
        for each in uses
    ]


def read(written: Any) -> list[Use]:
    """Return what was written down; raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    return [
        Use(
            Computer(str(each["id"]), str(each["name"])),
            *(_moment(each[when]) for when in ("first", "last")),
        )
        for each in written
    ]


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        msg = "a time without a zone"
        raise ValueError(msg)
    return found


def _mine(uses: Iterable[Use], here: Computer) -> Use | None:
    return next((each for each in uses if each.computer.id == here.id), None)

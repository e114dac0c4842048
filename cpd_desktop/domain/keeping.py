"""How long backups and trash are kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TRASH = timedelta(days=30)

K = TypeVar("K")


def spared(made: Mapping[K, datetime], *, days: int = 10, months: int = 12) -> set[K]:
    """Return which dated backups stay: the last of each of the latest days and months with one."""
    newest_first = sorted(made, key=lambda key: made[key], reverse=True)
    by_day: dict[date, K] = {}
    by_month: dict[tuple[int, int], K] = {}
    for key in newest_first:
        at = made[key]
        by_day.setdefault(at.date(), key)
        by_month.setdefault((at.year, at.month), key)
    return {*list(by_day.values())[:days], *list(by_month.values())[:months]}


def is_due(made: Iterable[datetime], now: datetime) -> bool:
    """Say whether a daily backup is due: none was made on this day yet."""
    return all(at.date() != now.date() for at in made)

"""Changes of the parts that an event has several of, each to be made on whatever draft is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.events import EventDraft

    Change = Callable[[EventDraft], EventDraft]


class Collided(Exception):
    """Somebody else changed the same part meanwhile; ``anyway`` is the change made all the same."""

    def __init__(self, anyway: Change) -> None:
        super().__init__("a part was changed elsewhere")
        self.anyway = anyway


def keep_in(field: str, part: Any, was: Any = None) -> Change:
    """Return the change that puts a part in the place of its older form, or at the end.

    It raises ``Collided`` if the part is no longer as it ``was`` when its editing began.
    """
    return partial(_keep, field, part, was)


def remove_from(field: str, key: int | None) -> Change:
    """Return the change that removes the part of this id."""
    return partial(_remove, field, key)


def move_in(field: str, row: int, to: int) -> Change:
    """Return the change that puts a part in another place of the order."""
    return partial(_move, field, row, to)


def _keep(field: str, part: Any, was: Any, draft: EventDraft) -> EventDraft:
    parts = getattr(draft, field)
    known = part.id is not None
    now = next((each for each in parts if known and each.id == part.id), None)
    if was is not None and was.id is not None and now != was:
        mine = part if now is not None else replace(part, id=None)
        raise Collided(partial(_keep, field, mine, None))
    if now is None:
        return _with(draft, field, (*parts, part))
    return _with(draft, field, tuple(part if each is now else each for each in parts))


def _remove(field: str, key: int | None, draft: EventDraft) -> EventDraft:
    left = tuple(each for each in getattr(draft, field) if each.id != key)
    return _with(draft, field, left)


def _move(field: str, row: int, to: int, draft: EventDraft) -> EventDraft:
    parts = list(getattr(draft, field))
    parts.insert(to, parts.pop(row))
    return _with(draft, field, tuple(parts))


def _with(draft: EventDraft, field: str, parts: Any) -> EventDraft:
    return replace(draft, **{field: parts})

"""All learning content of an event, copied to another: for an event that is given again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.content import Release
from cpd_desktop.services.learning_rows import (
    assignment_columns,
    module_columns,
    piece_columns,
    read_assignments,
    read_modules,
)
from cpd_desktop.store.tables import assignment, content, module

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.content import Module
    from cpd_desktop.store.database import Transaction

Shift = timedelta | Callable[[datetime], datetime]


def copy_to(tx: Transaction, from_event: int, to_event: int, shift: Shift) -> None:
    """Copy modules, their content and the assignments, moving what opens or is due by ``shift``.

    It is a part of a use case; nobody's work is copied. The other event has no content yet.
    """

    def moved(at: datetime | None) -> datetime | None:
        if at is None:
            return None
        return at + shift if isinstance(shift, timedelta) else shift(at)

    modules = read_modules(tx, from_event)
    copies = _copy_modules(tx, modules, to_event, moved)
    tx.insert_all(
        content,
        [
            {
                **piece_columns(piece, piece.sha256),
                "module_id": copies[each.id],
                "position": position,
            }
            for each in modules
            for position, piece in enumerate(each.pieces)
        ],
    )
    tx.insert_all(
        assignment,
        [
            {
                **assignment_columns(each),
                "event_id": to_event,
                "module_id": None if each.module_id is None else copies[each.module_id],
                "due_at": moved(each.due_at),
                "position": position,
            }
            for position, each in enumerate(read_assignments(tx, from_event))
        ],
    )


def _copy_modules(
    tx: Transaction,
    modules: Sequence[Module],
    to_event: int,
    moved: Callable[[datetime | None], datetime | None],
) -> Mapping[int, int]:
    """Copy the modules and return old id → new id."""
    position = {each.id: number for number, each in enumerate(modules)}
    copies: dict[int, int] = {}

    def row(each: Module) -> dict[str, object]:
        columns = module_columns(each) | {"event_id": to_event, "position": position[each.id]}
        columns["release_at"] = moved(each.release_at)
        columns["after_id"] = copies.get(each.after_id or 0)
        if columns["after_id"] is None and each.release is Release.AFTER_MODULE:
            columns["release"] = Release.AT_ONCE  # of a circle, which never could have opened
        return columns

    ordered = _those_waited_for_first(modules)
    if ordered:
        # Keys are given one after the other: from the first of them follow all the others.
        (first,) = tx.insert_all(module, [row(ordered[0])])
        rows = []
        copies[ordered[0].id] = first
        for key, each in enumerate(ordered[1:], first + 1):
            rows.append(row(each))
            copies[each.id] = key
        tx.insert_all(module, rows)
    return copies


def _those_waited_for_first(modules: Sequence[Module]) -> list[Module]:
    by_id = {each.id: each for each in modules}
    ordered: dict[int, Module] = {}
    for each in modules:
        line: list[Module] = []
        here: Module | None = each
        while here is not None and here.id not in ordered and here not in line:
            line.append(here)
            here = None if here.after_id is None else by_id[here.after_id]
        ordered |= {one.id: one for one in reversed(line)}
    return list(ordered.values())

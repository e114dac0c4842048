"""Writes at random through the services and says each write once it is kept, until it is killed.

It reads ``seed writes folder`` from its standard input. A fork in which everything is imported
already says its process id and what it wrote; then it is said whether that was killed or done.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.store.folder import DataFolder
from tests.compiled import compile_statements_once
from tests.drafts import a_draft, a_session, somebody
from tests.faults.forking import became_of
from tests.faults.house import House, opened

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes

CHANCES = {
    "add": 30, "change": 20, "trash": 8, "restore": 8, "register": 15, "undo": 12, "keep": 8,
    "backup": 2,
}  # fmt: skip


def one_write(house: House, chance: Random) -> str | None:
    """Do one thing and return what was kept, if anything."""
    (what,) = chance.choices(list(CHANCES), list(CHANCES.values()))
    if what == "keep":
        return f"file {house.files.keep(chance.randbytes(chance.randint(0, 60_000)))}"
    if what == "backup":
        return f"backup {house.backups.create().path.name}"
    with suppress(Conflict):  # an undo whose rows were changed since is refused, rightly
        changes = one_change(house, chance, what)
        if changes:
            entry = house.history.entries(limit=1)[0]
            return f"entry {changes.entry} {entry.deed}"
    return None


def one_change(house: House, chance: Random, what: str) -> Changes:
    ids = [*house.events.ids(), *house.events.ids(trashed=True)]
    title = f"Event {chance.random()}"
    if what == "add" or not ids:
        sessions = [a_session(minutes=chance.randint(1, 600)) for _ in range(chance.randint(1, 4))]
        return house.events.add(a_draft(title, *sessions)).changes
    event = chance.choice(ids)
    if what == "change":
        draft = replace(house.events.get(event).draft(), title=title)
        if chance.random() < 0.5:
            draft = replace(draft, sessions=(*draft.sessions[1:], a_session(title)))
        return house.events.change(event, draft).changes
    if what == "register":
        people = [somebody(f"{title} {number}") for number in range(chance.randint(1, 8))]
        return house.registrations.add_all(event, people).changes
    if what == "undo":
        latest = house.history.latest()
        return house.history.undo(chance.randint(max(1, latest - 5), latest))
    some = chance.sample(ids, min(len(ids), 3))
    return house.events.trash(some) if what == "trash" else house.events.restore(some)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write(folder: DataFolder, seed: int, writes: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same writes again at every run
    say(str(os.getpid()))
    with opened(folder) as house:
        for _ in range(writes):
            if kept := one_write(house, chance):
                say(kept)


def main() -> None:
    compile_statements_once()
    # Once through, to import what is used late.
    with tempfile.TemporaryDirectory() as scratch, opened(DataFolder(Path(scratch))) as house:
        for number in range(100):
            one_write(house, Random(number))  # noqa: S311 - the same writes again at every run
    gc.freeze()  # so that no fork copies what it only looks through for garbage
    for line in sys.stdin:
        seed, writes, path = line.rstrip("\n").split(maxsplit=2)
        say(became_of(partial(write, DataFolder(Path(path)), int(seed), int(writes))))


if __name__ == "__main__":
    main()

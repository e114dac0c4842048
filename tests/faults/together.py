"""Several programs at once on one folder: each is a fork that begins when all are there.

Asked for many rounds, it takes another new folder inside the given one for each.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.store.folder import DataFolder
from tests.drafts import a_draft
from tests.faults.house import opened

if TYPE_CHECKING:
    from collections.abc import Callable


def adding(folder: DataFolder, who: int) -> None:
    """Add 200 events."""
    with opened(folder) as house:
        for number in range(200):
            house.events.add(a_draft(f"{who} {number}"))


def undoing(folder: DataFolder, who: int) -> None:
    """Add 200 events and take every second one back."""
    with opened(folder) as house:
        for number in range(200):
            entry = house.events.add(a_draft(f"{who} {number}")).changes.entry
            if number % 2:
                assert entry is not None
                house.history.undo(entry)


def starting(folder: DataFolder, who: int) -> None:
    """Open a folder in which there is nothing yet, and save something."""
    with opened(folder) as house:
        house.events.add(a_draft(f"{who}"))


def saving(folder: DataFolder, who: int) -> None:
    """Make backups that would all have the same name."""
    with opened(folder) as house:
        for _ in range(5):
            house.backups.create()


def at_once(folder: DataFolder, deeds: list[Callable[[DataFolder, int], None]]) -> bool:
    waiting, go = os.pipe()
    children = []
    for who, deed in enumerate(deeds):
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(waiting, 1)  # ends when the parent lets go of the other end
            try:
                deed(folder, who)
            except BaseException:  # noqa: BLE001 - the fork must end here whatever happens
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        children.append(child)
    os.close(waiting)
    os.close(go)
    return [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


DEEDS: dict[str, Callable[[DataFolder, int], None]] = {
    each.__name__: each for each in (adding, undoing, starting, saving)
}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:  # once through, to import what is used late
        starting(DataFolder(Path(scratch)), 0)
    rounds, path, *chosen = sys.argv[1:]
    for number in range(int(rounds)):
        folder = DataFolder(Path(path) / (str(number) if int(rounds) > 1 else ""))
        if not at_once(folder, [DEEDS[name] for name in chosen]):
            sys.exit(1)

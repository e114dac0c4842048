"""Does what cannot be done in the tests' own process, and says what a person would read.

It runs as nobody, or on a disk of its own that is full, and answers with one JSON line per deed.
Both come after a first round in a scratch folder, so that nothing is left to import by then.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.store.folder import DataFolder
from tests.drafts import a_draft, somebody
from tests.faults.house import House, entries_when_whole, leftovers, opened

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = bytes(range(256)) * 4000


def say(**answer: Any) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()


def tell(what: str, deed: Callable[[], object]) -> None:
    """Do it and say how it ended; an error without words ends everything."""
    try:
        deed()
    except CpdError as error:
        say(what=what, error=type(error).__name__, says=str(error))
    else:
        say(what=what, error=None, says="")


def entries(folder: DataFolder) -> list[str]:
    return entries_when_whole(folder)


def open_and_add(folder: DataFolder) -> None:
    with opened(folder) as house:
        house.events.add(a_draft("Added"))


def titles(house: House) -> list[str]:
    return [each.title for each in house.events.summaries(house.events.ids()).values()]


def as_nobody(path: str) -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    folder = DataFolder(Path(path))
    tell("open", lambda: open_and_add(folder))


class Disk:
    """Something that can be full: a small file system, or the largest size of file allowed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._filler = path / "filler"
        self._mounted = path.is_mount()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self, *, leaving: int = 0) -> None:
        if not self._mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (leaving, resource.RLIM_INFINITY))
            return
        with self._filler.open("wb", buffering=0) as file:
            for size in (65_536, 4096, 1):
                try:
                    while file.write(b"\0" * size) == size:
                        pass
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise
            file.truncate(max(file.tell() - leaving, 0))

    def empty(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self._filler.unlink(missing_ok=True)


def on_a_full_disk(path: str) -> None:
    disk = Disk(Path(path))
    folder = DataFolder(Path(path) / "data")
    with opened(folder) as house:
        event = house.events.add(a_draft("Before")).value
        house.files.keep(b"before")
        made = house.backups.create().path
        before = leftovers(folder)

        disk.fill()
        people = [somebody(f"Person {number}" * 10) for number in range(500)]
        tell("many rows", lambda: house.registrations.add_all(event.id, people))
        tell("content", lambda: house.files.keep(CONTENT))
        tell("backup", house.backups.create)
        tell("elsewhere", lambda: house.backups.create(disk.path / "out.cpdbackup"))
        tell("check", lambda: house.backups.verify(made))
        say(what="read", titles=titles(house))
    disk.fill()  # closing has given some room back
    tell("restore", lambda: house.backups.restore(made))
    tell("open", lambda: open_and_add(folder))
    disk.empty()

    say(what="kept", deeds=entries(folder), left=len(leftovers(folder) - before))
    with opened(folder) as house:
        house.registrations.add_all(event.id, people)
        house.files.get(house.files.keep(CONTENT))
        house.backups.create()
    house.backups.restore(made)
    say(what="after", deeds=entries(folder), out=(disk.path / "out.cpdbackup").exists())


def on_a_disk_full_at_the_start(path: str) -> None:
    disk = Disk(Path(path))
    folder = DataFolder(Path(path) / "data")
    folder.make()
    disk.fill()
    tell("open", lambda: open_and_add(folder))
    disk.empty()
    say(what="kept", deeds=entries(folder), left=len(leftovers(folder)))


def on_a_disk_with_less_and_less_room(path: str) -> None:
    """Begin with hardly any room and give more, until everything goes through."""
    disk = Disk(Path(path))
    folder = DataFolder(Path(path) / "data")
    with opened(folder) as house:
        made = house.backups.create().path
    expected = 0
    for room in range(0, 100_000, 4096):
        disk.fill(leaving=room)
        tell("open", lambda: open_and_add(folder))
        tell("backup", house.backups.create)
        disk.empty()
        found = len(entries(folder))
        assert expected <= found <= expected + 1
        expected = found
        for path_made in set(folder.backups.glob("[!.]*")) - {made}:
            path_made.unlink()
    say(what="kept", deeds=entries(folder), left=len(leftovers(folder)))


DEEDS: dict[str, Callable[[str], None]] = {
    each.__name__: each
    for each in (
        as_nobody, on_a_full_disk, on_a_disk_full_at_the_start, on_a_disk_with_less_and_less_room,
    )
}  # fmt: skip

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        open_and_add(DataFolder(Path(scratch)))
        entries(DataFolder(Path(scratch)))
    DEEDS[sys.argv[1]](sys.argv[2])

"""Programs are killed for real, at random moments and before each single step."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.backups import RESTORE, Backups
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import CURRENT
from cpd_desktop.store.tables import metadata
from tests.clock import FixedClock
from tests.drafts import a_draft
from tests.faults.cut import CONTENT, WORDS, moving_of, pack
from tests.faults.house import entries_when_whole, leftovers, opened
from tests.faults.programs import started

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

WRITES = 1000
FIRST_FORMAT = Path(__file__).parents[1] / "store" / "formats" / "format-1.db"
SEATS = (128, 3383)
BEGINNING, ENDING, EVERY = 20, 40, 7  # steps of a long deed before which it is killed

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix"),
    pytest.mark.timeout(900),  # hundreds of tries, each of which migrates from the beginning
]


class Writer:
    """Lets a program write in a folder, and kills it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._told, self._says = process.stdin, process.stdout

    def killed(self, folder: DataFolder, seed: int, *, after: int, wait: float) -> list[str]:
        """Kill it after so many lines and seconds, and return the lines it said."""
        program = self._begun(folder, seed, WRITES)
        lines = [self._line() for _ in range(after)]
        time.sleep(wait)  # only chooses where it is cut off; everything must hold wherever
        os.kill(program, signal.SIGKILL)
        return lines + self._rest("killed")

    def ended(self, folder: DataFolder, seed: int, writes: int) -> list[str]:
        """Let it write so often, and return the lines it said."""
        self._begun(folder, seed, writes)
        return self._rest("done")

    def _begun(self, folder: DataFolder, seed: int, writes: int) -> int:
        self._told.write(f"{seed} {writes} {folder.path}\n")
        self._told.flush()
        return int(self._line())

    def _line(self) -> str:
        line = self._says.readline()
        assert line.endswith("\n"), "the writer itself is gone"
        return line.removesuffix("\n")

    def _rest(self, end: str) -> list[str]:
        lines = [self._line()]
        while lines[-1] not in ("killed", "done", "failed"):
            lines.append(self._line())
        assert lines.pop() == end
        return lines


def check(folder: DataFolder, before: list[str], said: list[str], verified: set[Path]) -> list[str]:
    """Compare what is kept with what was said; return the deeds of all entries."""
    deeds = entries_when_whole(folder, verified=verified)
    expected, kept = list(before), set(ContentStore(folder.files).names())
    for line in said:
        what, name, *deed = line.split()
        if what == "entry":
            assert int(name) == len(expected) + 1
            expected += deed
        elif what == "backup":
            assert folder.backups / name in verified
        else:
            assert name in kept
    assert deeds[: len(expected)] == expected
    assert len(deeds) - len(expected) <= 1
    return deeds


def test_whoever_is_killed_while_writing_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    chance, verified = Random(2), set[Path]()  # noqa: S311 - the same moments at every run
    deeds: list[str] = []
    with started("writer.py") as process:
        writer = Writer(process)
        for kill in range(40):
            after, wait = chance.randint(0, 50), chance.randint(0, 30_000) / 1e6
            said = writer.killed(folder, kill, after=after, wait=wait)
            deeds = check(folder, deeds, said, verified)
        assert len(deeds) > 500
        said = writer.ended(folder, 40, 50)
        assert process.stdin is not None
        process.stdin.close()
    assert len(check(folder, deeds, said, set())) > len(deeds)


class Cutter:
    """Lets a deed be done in a folder, killed before a step."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def steps(self, deed: str, folder: DataFolder, *, of: int = 0) -> Iterator[int]:
        """Yield after each try that was killed, and end after the one that came through.

        Of a deed ``of`` so many steps, most of which are alike, every seventh is enough but for the
        first and the last.
        """
        for step in range(1, 1000):
            if BEGINNING < step < of - ENDING and step % EVERY:
                continue
            answer = self._asked(deed, step, folder)
            if answer.startswith("done"):
                return
            assert answer == "killed", (step, answer)
            yield step
        pytest.fail(f"{deed} does not come to an end")

    def count(self, deed: str, folder: DataFolder) -> int:
        """Let the deed be done, and return how many steps it took."""
        answer, steps = self._asked(deed, 0, folder).split()
        assert answer == "done"
        return int(steps)

    def _asked(self, deed: str, step: int, folder: DataFolder) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{deed} {step} {folder.path}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture
def cutter() -> Iterator[Cutter]:
    """Return one for each test: what answers late must not answer another's question."""
    with started("cut.py") as process:
        yield Cutter(process)
        assert process.stdin is not None
        process.stdin.close()


def test_a_first_start_killed_anywhere_is_simply_done_again(cutter: Cutter, tmp_path: Path) -> None:
    folder, tries, once = DataFolder(tmp_path / "data"), 0, DataFolder(tmp_path / "once")
    folder.make()
    once.make()
    steps = cutter.count("start", once)
    for tries in cutter.steps("start", folder, of=steps):  # noqa: B007 - asked for below
        assert entries_when_whole(folder) == []
        for path in folder.path.iterdir():
            path.unlink()
    assert steps - tries < 3
    assert entries_when_whole(folder) == []


def older_database(folder: DataFolder) -> None:
    """Put a database of the first format there, as a trainer worked with it."""
    shutil.copy(FIRST_FORMAT, folder.database)


def names(folder: DataFolder) -> set[str]:
    """Check that the rows are all there and return the names of the tables."""
    with closing(sqlite3.connect(folder.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("SELECT count(*), sum(person_id) FROM registration").fetchone() == SEATS
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        found = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        assert version == (CURRENT if "numbering" in found else 1)
        return found


def test_an_update_of_the_data_killed_anywhere_leaves_the_old_or_the_new(
    cutter: Cutter, tmp_path: Path
) -> None:
    folder, once = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "once")
    for each in (folder, once):
        each.make()
        older_database(each)
    steps = cutter.count("update", once)
    states, tries = [names(folder)], 0
    for tries in cutter.steps("update", folder, of=steps):  # noqa: B007 - asked for below
        if (now := names(folder)) != states[-1]:
            states.append(now)
            # What was brought up is finished; begin again, so that the later steps come too.
            for path in folder.path.glob("cpd.db*"):
                path.unlink()
            older_database(folder)
    states.append(names(folder))
    assert steps - tries < 3  # one more or less, as what the kill before left behind has to go
    assert [len(each) for each in states] == [len(states[0]), len(states[-1]), len(states[-1])]
    assert len(states[0]) < len(states[-1])
    assert states[-1] > set(metadata.tables)


def titles(folder: DataFolder) -> list[str]:
    entries_when_whole(folder)
    with opened(folder) as house:
        return sorted(each.title for each in house.events.summaries(house.events.ids()).values())


def test_a_restore_killed_anywhere_leaves_the_old_or_the_new_data(
    cutter: Cutter, folder: DataFolder, tmp_path: Path
) -> None:
    with opened(folder) as house:
        house.events.add(a_draft("In the backup"))
        name = house.files.keep(b"in the backup")
        made = house.backups.create(folder.path / "before.cpdbackup").path
        house.events.add(a_draft("Later"))
    aside = tmp_path / "aside"
    shutil.copytree(folder.path, aside)
    old, new = ["In the backup", "Later"], ["In the backup"]
    seen = []
    for _ in cutter.steps("restore", folder):
        found = titles(folder)
        assert found in (old, new)
        if found not in seen:
            seen.append(found)
        assert list(folder.path.glob("*.cpdbackup")) == [made]
        assert Backups(folder, FixedClock()).verify(made).manifest.files == (name,)
        shutil.rmtree(folder.path)
        shutil.copytree(aside, folder.path)
    assert seen == [old, new]
    assert titles(folder) == new
    with opened(folder) as house:
        house.events.add(a_draft("Goes on"))
        assert [each.manifest.reason for each in house.backups.list()] == [RESTORE]


def test_a_backup_killed_anywhere_is_whole_or_not_listed(
    cutter: Cutter, folder: DataFolder
) -> None:
    with opened(folder) as house:
        house.events.add(a_draft())
    listed = 0
    for _ in cutter.steps("backup", folder):
        entries_when_whole(folder)  # which verifies whatever has the name of a backup
        now = len(Backups(folder, FixedClock()).list())
        assert now - listed in {0, 1}
        listed = now
    assert listed > 0
    left = leftovers(folder)
    assert len(left) > 20
    with opened(folder):
        assert leftovers(folder) == left, "they might be somebody's who is still writing"
    for path in left:
        os.utime(path, (0, 0))
    with opened(folder):
        assert leftovers(folder) == set()
    assert entries_when_whole(folder) == ["event.add"]


def test_packing_killed_anywhere_leaves_a_whole_file_or_none(
    cutter: Cutter, folder: DataFolder
) -> None:
    with opened(folder) as house:
        house.events.add(a_draft())
    packed, ends = folder.path / "everything.cpdmove", set()
    for _ in cutter.steps("pack", folder):
        assert entries_when_whole(folder) == ["event.add"]
        if packed.exists():
            moving_of(folder).look(packed, WORDS, Work())
        ends.add(packed.exists())
    assert False in ends
    moving_of(folder).look(packed, WORDS, Work())


def test_moving_in_killed_anywhere_leaves_the_old_data_or_the_new(
    cutter: Cutter, folder: DataFolder
) -> None:
    with opened(folder) as house:
        house.events.add(a_draft("Before"))
        house.files.keep(CONTENT)
    pack(folder)
    with opened(folder) as house:
        house.events.add(a_draft("After"))
    old, aside = titles(folder), folder.path.parent / "aside"
    shutil.copytree(folder.path, aside)
    seen = []
    for _ in cutter.steps("unpack", folder):
        found = titles(folder)
        assert found in (old, ["Before"])
        if found not in seen:
            seen.append(found)
        moving_of(folder).look(folder.path / "everything.cpdmove", WORDS, Work())
        shutil.rmtree(folder.path)
        shutil.copytree(aside, folder.path)
    assert seen[0] == old
    assert titles(folder) == ["Before"]


def test_a_file_killed_anywhere_is_kept_whole_or_not_at_all(
    cutter: Cutter, folder: DataFolder
) -> None:
    kept = ContentStore(folder.files)
    seen = []
    for _ in cutter.steps("keep", folder):
        names = list(kept.names())
        assert [kept.get(name) for name in names] in ([], [CONTENT])
        seen.append(len(names))
        for path in folder.files.rglob("*"):
            if path.is_file():
                path.unlink()
    assert sorted(set(seen)) == [0, 1]
    assert [kept.get(name) for name in kept.names()] == [CONTENT]


def test_an_event_killed_anywhere_is_kept_with_its_sessions_or_not_at_all(
    cutter: Cutter, folder: DataFolder
) -> None:
    entries = 0
    for _ in cutter.steps("add", folder):
        deeds = entries_when_whole(folder)
        assert entries <= len(deeds) <= entries + 1
        entries = len(deeds)
    assert len(entries_when_whole(folder)) == entries + 1
    assert entries > 0

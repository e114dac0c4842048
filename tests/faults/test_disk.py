"""Every fault of the disk and the database for real: words, nothing lost, and the way back."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError, Damaged, Unavailable
from cpd_desktop.services.backups import Backups
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import CHECKING, DAY, WRITING, DataFolder
from tests.clock import FixedClock
from tests.drafts import a_draft
from tests.faults.house import entries_when_whole, leftovers, opened
from tests.faults.programs import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

IN_BACKUP, LATER = 300, 20
KEPT_AND_NEXT = "Restore a backup: everything up to it is safe."


@pytest.fixture(scope="module")
def used_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in use for a while: closed, with a backup, and later changes."""
    folder = DataFolder(tmp_path_factory.mktemp("used"))
    with opened(folder) as house:
        for number in range(IN_BACKUP):
            house.events.add(a_draft(f"In the backup {number}"))
        house.files.keep(b"an original report")
        house.backups.create()
        for number in range(LATER):
            house.events.add(a_draft(f"Later {number}"))
    return folder.path


@pytest.fixture
def used(used_once: Path, tmp_path: Path) -> DataFolder:
    return DataFolder(shutil.copytree(used_once, tmp_path / "data"))


def cut_off(folder: DataFolder) -> None:
    """Add an event and end as a killed program does: what it saved lies in the log alone."""
    aside = folder.path.with_name("aside")
    with opened(folder) as house:
        house.events.add(a_draft("In the log"))
        shutil.copytree(folder.path, aside)
    shutil.rmtree(folder.path)
    aside.rename(folder.path)
    assert log(folder).stat().st_size > 4096


def log(folder: DataFolder) -> Path:
    return folder.path / "cpd.db-wal"


def overwrite(path: Path, start: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(start)
        file.write(content)


def broken_header(folder: DataFolder) -> None:
    overwrite(folder.database, 0, b"\xa5" * 100)


def broken_page(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as database:
        root = "SELECT rootpage FROM sqlite_schema WHERE name = 'journal'"
        (page,) = database.execute(root).fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    overwrite(folder.database, (page - 1) * size, b"\xa5" * size)


def half_of_it(folder: DataFolder) -> None:
    os.truncate(folder.database, folder.database.stat().st_size // 2)


def emptied(folder: DataFolder) -> None:
    os.truncate(folder.database, 0)


def emptied_beside_its_log(folder: DataFolder) -> None:
    cut_off(folder)
    emptied(folder)


def broken_log(folder: DataFolder) -> None:
    cut_off(folder)
    log(folder).write_bytes(b"\xa5" * log(folder).stat().st_size)


def missing(folder: DataFolder) -> None:
    folder.database.unlink()


def missing_beside_its_log(folder: DataFolder) -> None:
    cut_off(folder)
    folder.database.unlink()


def folder_in_its_place(folder: DataFolder) -> None:
    folder.database.unlink()
    folder.database.mkdir()
    (folder.database / "something").write_text("of somebody")


DAMAGES: dict[Callable[[DataFolder], None], str] = {
    broken_header: "The database is damaged.",
    broken_page: "The database is damaged.",
    half_of_it: "The database is damaged.",
    emptied: "is empty.",
    emptied_beside_its_log: "is empty.",
    broken_log: "The latest changes, in the file {log}, are damaged.",
    missing: "The database is missing from the folder {folder}.",
    missing_beside_its_log: "The database is missing from the folder {folder}.",
    folder_in_its_place: "There is a folder in the place of the database {database}.",
}

damaged = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)


def bytes_of(folder: DataFolder) -> dict[str, bytes]:
    """Return the content of what lies at the database's place."""
    found = {}
    for path in sorted(folder.path.glob("cpd.db*")):
        for each in [path] if path.is_file() else path.iterdir():
            found[str(each.relative_to(folder.path))] = each.read_bytes()
    # What open programs share is no data, nor is an empty log.
    found.pop("cpd.db-shm", None)
    return {name: content for name, content in found.items() if content or name == "cpd.db"}


def look_at_everything(folder: DataFolder) -> None:
    with opened(folder) as house:
        house.history.verify(Work())
        house.events.summaries(house.events.ids())


def said(folder: DataFolder, damage: Callable[[DataFolder], None]) -> str:
    places = {"folder": folder.path, "database": folder.database, "log": log(folder)}
    return DAMAGES[damage].format(**places)


@damaged
def test_damage_is_said_and_changes_nothing(
    used: DataFolder, damage: Callable[[DataFolder], None]
) -> None:
    damage(used)
    before = bytes_of(used)
    for _ in range(2):
        with pytest.raises(Damaged, match=re.escape(said(used, damage))) as raised:
            look_at_everything(used)
        assert KEPT_AND_NEXT in str(raised.value)
    assert bytes_of(used) == before


@damaged
def test_damage_never_gets_into_a_backup(
    used: DataFolder, damage: Callable[[DataFolder], None]
) -> None:
    damage(used)
    backups = Backups(used, FixedClock())
    before = backups.list()
    with pytest.raises(CpdError) as raised:
        backups.create()
    if used.database.exists():
        assert isinstance(raised.value, Damaged)
    assert backups.list() == before
    assert leftovers(used) == set()


@damaged
def test_the_latest_backup_makes_it_work_again(
    used: DataFolder, damage: Callable[[DataFolder], None]
) -> None:
    damage(used)
    before = bytes_of(used)
    backups = Backups(used, FixedClock())
    (latest,) = backups.list()

    assert backups.restore(latest.path) is None

    assert entries_when_whole(used) == ["event.add"] * IN_BACKUP
    stem = "damaged-2026-11-21_09-00-00-"
    for name, content in before.items():
        assert (used.path / f"{stem}{name}").read_bytes() == content
    with opened(used) as house:
        house.events.add(a_draft("Goes on"))
        house.backups.create()
    assert len(entries_when_whole(used)) == IN_BACKUP + 1
    assert leftovers(used) == set()


def test_a_letter_that_the_disk_garbled_is_said(used: DataFolder) -> None:
    content = used.database.read_bytes()
    garbled = content.replace(b"Europe/London", b"Europe/Lond\xffn")
    assert garbled != content
    used.database.write_bytes(garbled)
    with pytest.raises(Damaged, match=r"The database is damaged\. Restore a backup"):
        look_at_everything(used)
    backups = Backups(used, FixedClock())
    backups.restore(backups.list()[0].path)
    assert entries_when_whole(used) == ["event.add"] * IN_BACKUP


def test_what_a_killed_program_saved_is_there_again(used: DataFolder) -> None:
    cut_off(used)
    assert entries_when_whole(used) == ["event.add"] * (IN_BACKUP + LATER + 1)


def test_a_program_killed_in_an_older_way_of_writing_hinders_nobody(used: DataFolder) -> None:
    script = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
for step in ("journal_mode = DELETE", "cache_size = 2"):
    raw.execute(f"PRAGMA {step}")
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE session SET title = hex(randomblob(2000))")
os.kill(os.getpid(), signal.SIGKILL)
"""
    killed = subprocess.run([sys.executable, "-c", script, used.database], check=False)
    assert killed.returncode < 0
    assert used.database.with_name("cpd.db-journal").stat().st_size > 4096
    assert entries_when_whole(used) == ["event.add"] * (IN_BACKUP + LATER)


def test_what_programs_left_half_written_goes_after_a_day(used: DataFolder) -> None:
    places = [used.path, used.backups, used.files]
    old = {place / f"{begin}old" for place in places for begin in (WRITING, CHECKING)}
    new = {place / f"{WRITING}new" for place in places}
    for path in old | new:
        path.write_bytes(b"half")
    at = used.database.stat().st_mtime
    for path in old:
        os.utime(path, (at, at - 2 * DAY))
    before = entries_when_whole(used)
    assert leftovers(used) == new
    used.tidy_up(now=at + 2 * DAY)
    assert leftovers(used) == set()
    assert entries_when_whole(used) == before


def test_a_database_that_may_only_be_read_is_said(shared: DataFolder) -> None:
    shared.database.chmod(0o444)
    says = f"The database may only be read, not written. {CHECK}"
    assert as_nobody(shared) == ("Unavailable", says)
    shared.database.chmod(0o666)
    assert as_nobody(shared) == (None, "")


CHECK = "Check the permissions of the data folder. Nothing was changed, nothing was lost."
DELETE_IT = (
    "Close CPD Desktop everywhere and delete this file: there is nothing in it. Nothing was lost."
)


@pytest.fixture
def shared(used: DataFolder) -> Iterator[DataFolder]:
    """Return the folder where everybody may go, for a test that must not be the superuser's."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = DataFolder(Path(place) / "data")
        shutil.copytree(used.path, folder.path)
        open_to_all(folder)
        yield folder
        folder.path.chmod(0o777)
        before = ["event.add"] * (IN_BACKUP + LATER)
        assert entries_when_whole(folder)[: len(before)] == before


def open_to_all(folder: DataFolder) -> None:
    for path in [folder.path, *folder.path.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)


def as_nobody(folder: DataFolder) -> tuple[str | None, str]:
    (answer,) = answers("as_nobody", folder.path)
    return answer["error"], answer["says"]


NOTHING_CHANGED = (
    "Choose another folder, or ask whoever looks after this computer. Nothing was changed."
)


@pytest.mark.slow
@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_that_may_not_be_written_is_said(shared: DataFolder, mode: int) -> None:
    shared.path.chmod(mode)
    says = f"Nothing can be written in the folder {shared.path}. {NOTHING_CHANGED}"
    assert as_nobody(shared) == ("Unavailable", says)
    shared.path.chmod(0o777)
    assert as_nobody(shared) == (None, "")


@pytest.mark.slow
def test_a_folder_that_may_not_be_made_is_said(shared: DataFolder) -> None:
    inside = DataFolder(shared.path / "closed" / "data")
    inside.path.parent.mkdir(mode=0o000)
    says = f"The folder {inside.path} cannot be made. {NOTHING_CHANGED}"
    assert as_nobody(inside) == ("Unavailable", says)
    inside.path.parent.chmod(0o777)
    assert as_nobody(inside) == (None, "")
    assert as_nobody(shared) == (None, "")


@pytest.mark.parametrize(
    ("name", "words"),
    [("cpd.db", f"The database cannot be opened. {CHECK}"),
     ("in-use.lock", f"The lock {{path}} cannot be used. {DELETE_IT}")],
)  # fmt: skip
def test_a_file_that_may_not_be_opened_is_said(shared: DataFolder, name: str, words: str) -> None:
    path = shared.path / name
    path.chmod(0o000)
    assert as_nobody(shared) == ("Unavailable", words.format(path=path))
    path.chmod(0o666)
    assert as_nobody(shared) == (None, "")


def test_latest_changes_that_may_not_be_read_are_said(shared: DataFolder) -> None:
    cut_off(shared)
    open_to_all(shared)
    log(shared).chmod(0o000)
    assert as_nobody(shared) == ("Unavailable", f"The database cannot be opened. {CHECK}")
    log(shared).chmod(0o666)
    assert as_nobody(shared) == (None, "")


def test_a_lock_that_is_rubbish_is_said(used: DataFolder) -> None:
    used.in_use.write_bytes(b"\xa5" * 4096)
    with pytest.raises(Unavailable, match=r"in-use\.lock cannot be used") as raised, opened(used):
        pass
    assert DELETE_IT in str(raised.value)
    used.in_use.unlink()
    assert len(entries_when_whole(used)) == IN_BACKUP + LATER


HOLDER = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute(f"PRAGMA locking_mode = {sys.argv[2]}")
raw.execute("BEGIN EXCLUSIVE")
raw.execute("UPDATE event SET capacity = 7 WHERE id = 1")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["NORMAL", "EXCLUSIVE"])
def test_a_database_that_another_program_holds_is_said(used: DataFolder, mode: str) -> None:
    add = a_draft("Waits")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, used.database, mode],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with (
            pytest.raises(Unavailable, match="Another program is using the database") as raised,
            opened(used, patience=0.05) as house,
        ):
            house.events.add(add)
        assert "Wait until it is done and try again. Nothing was lost." in str(raised.value)
        other.communicate()
    with opened(used, patience=0.05) as house:
        house.events.add(add)
    assert len(entries_when_whole(used)) == IN_BACKUP + LATER + 1


@pytest.mark.slow
def test_nothing_is_restored_under_a_program_that_does_not_ask(used: DataFolder) -> None:
    backups = Backups(used, FixedClock())
    (latest,) = backups.list()
    with closing(sqlite3.connect(used.database, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM event").fetchone()
        with opened(used) as house:
            house.events.add(a_draft("Saved meanwhile"))
        with pytest.raises(Unavailable, match="Another program is using the database"):
            backups.restore(latest.path)
    assert len(entries_when_whole(used)) == IN_BACKUP + LATER + 1
    backups.restore(latest.path)
    assert len(entries_when_whole(used)) == IN_BACKUP

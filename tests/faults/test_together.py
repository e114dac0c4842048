"""The window and commands at once: nothing is lost, nobody is turned away."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.schema import bring_up
from tests.faults.house import entries_when_whole, leftovers, opened
from tests.faults.programs import started

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks are of Unix")


def together(folder: DataFolder, *deeds: str, rounds: int = 1) -> None:
    with started("together.py", rounds, folder.path, *deeds) as programs:
        pass
    assert programs.returncode == 0


@pytest.mark.slow
def test_two_programs_that_write_at_once_lose_nothing(folder: DataFolder) -> None:
    together(folder, "adding", "undoing")
    deeds = entries_when_whole(folder)
    assert (deeds.count("event.add"), deeds.count("undo")) == (400, 100)
    with opened(folder) as house:
        found = house.events.summaries(house.events.ids()).values()
    assert sorted(each.title for each in found) == sorted(
        [f"0 {number}" for number in range(200)] + [f"1 {number}" for number in range(0, 200, 2)]
    )


@pytest.mark.slow
def test_several_first_starts_at_once_all_succeed(tmp_path: Path) -> None:
    together(DataFolder(tmp_path), *["starting"] * 3, rounds=60)
    for path in tmp_path.iterdir():
        assert entries_when_whole(DataFolder(path)) == ["event.add"] * 3


@pytest.mark.slow
def test_backups_made_at_once_do_not_spoil_each_other(folder: DataFolder) -> None:
    together(folder, "adding", "saving", "saving", "saving")
    assert entries_when_whole(folder) == ["event.add"] * 200
    assert leftovers(folder) == set()


def test_whoever_waits_too_long_for_a_first_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(tmp_path / "new")
    folder.make()
    monkeypatch.setattr("cpd_desktop.store.schema.PATIENCE", 0.05)
    with FolderLock(folder.updating) as lock:
        assert lock.hold()
        with pytest.raises(Unavailable, match=r"does not let go\. Wait until it is done"):
            bring_up(folder, lambda: None)
    bring_up(folder, lambda: None)
    assert entries_when_whole(folder) == []

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.computer import this_computer
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.sharing import Computer
from cpd_desktop.services.surroundings import Surroundings
from cpd_desktop.store.surroundings import is_on_network

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

ANN, TOM = Computer("a", "ann-laptop"), Computer("b", "tom-laptop")


def says(surroundings: Surroundings) -> list[str]:
    return [str(each.says) for each in surroundings.findings()]


def test_a_folder_on_two_laptops_is_found_and_explained(
    folder: DataFolder, clock: FixedClock
) -> None:
    ann, tom = Surroundings(folder, ANN, clock), Surroundings(folder, TOM, clock)
    for each in (ann, tom, ann):
        each.enter()
        clock.move(hours=30)
    assert says(ann) == ["“tom-laptop” has worked on this data folder too, last on 2026-11-22."]
    assert "Close CPD Desktop over there" in str(ann.findings()[0].advice)
    portable = Surroundings(replace(folder, is_portable=True), ANN, clock)
    assert says(portable) == [], "a stick goes from one computer to another"


def test_copies_that_sync_services_put_aside_are_found_and_our_own_files_are_not(
    folder: DataFolder, clock: FixedClock
) -> None:
    here = Surroundings(folder, ANN, clock)
    for ours in ("cpd.db-wal", "cpd.db-shm", "damaged-2026-cpd.db"):
        (folder.path / ours).touch()
    assert says(here) == []
    for copy in (
        *("cpd (1).db", "cpd (Ann's conflicted copy 2026-11-21).db", "cpd-LAPTOP.db"),
        *("cpd.sync-conflict-20261121-120000-ABC.db", "cpd_conflict-20261121.db"),
    ):
        (folder.path / copy).touch()
        (found,) = says(here)
        assert copy in found
        (folder.path / copy).unlink()


def test_what_cannot_be_read_or_written_is_left_out(folder: DataFolder, clock: FixedClock) -> None:
    here = Surroundings(folder, ANN, clock)
    folder.used_by.write_text("[[")
    assert says(here) == []
    here.enter()
    folder.used_by.unlink()
    folder.used_by.mkdir()
    here.enter()
    assert says(here) == []


@pytest.mark.parametrize(
    ("kind", "remote"), [("ext4", False), ("cifs", True), ("nfs4", True), ("tmpfs", False)]
)
def test_a_network_share_is_told_from_a_disk(
    folder: DataFolder, tmp_path: Path, *, kind: str, remote: bool
) -> None:
    mounts, place = tmp_path / "mounts", str(tmp_path).replace(" ", r"\040")
    mounts.write_text(f"rootfs / ext4 rw 0 0\n//server/x {place} {kind} rw 0 0\nbroken\n")
    assert is_on_network(folder, mounts) == remote
    assert not is_on_network(folder, tmp_path / "missing")


def test_this_computer_is_the_same_each_time_and_its_number_is_not_given_away() -> None:
    here = this_computer()
    assert here == this_computer()
    assert here.name
    assert len(here.id) == 16


def test_each_opening_writes_down_which_computer_it_was(
    folder: DataFolder, clock: FixedClock
) -> None:
    with opened(folder, face="test", keychains=Keychains(folder.vault), clock=clock) as core:
        assert this_computer().id in folder.used_by.read_text()
        assert core.surroundings.findings() == []

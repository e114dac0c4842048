"""A binder is there whole or not at all, and never whole in memory."""

from __future__ import annotations

import tracemalloc
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.binder.bindery import ZipBindery
from cpd_desktop.domain.binder import Binder, Link, Original, Section, Table
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store.files import ContentStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.domain.words import Sentence

MEGABYTE = 1 << 20


class StopsAt(Work):
    """Is asked to stop at one of its reports."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.left = at

    def report(self, done: int, total: int | None = None, note: Sentence | str = "") -> None:
        self.left -= 1
        if self.left < 0:
            self.cancel()
        super().report(done, total, note)


@pytest.fixture
def files(tmp_path: Path) -> ContentStore:
    (tmp_path / "files").mkdir()
    return ContentStore(tmp_path / "files")


def a_binder(files: ContentStore, content: bytes = b"as it came") -> Binder:
    sha256 = files.keep(content)
    rows = [(f"=1+{number}", Link("report.csv", "originals/reports/report.csv"))
            for number in range(2500)]  # fmt: skip
    table = Table("Rows", ("Sum", "File"), rows, "rows")
    original = Original("originals/reports/report.csv", "report.csv", sha256)
    return Binder("Wound care", ("2 CPD hours",), "As of now", (
        Section("reports", "Reports", tables=(table,)),
    ), (original,))  # fmt: skip


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_the_same_binder_gives_the_same_bytes_and_no_time_of_day(
    files: ContentStore, tmp_path: Path
) -> None:
    binder = a_binder(files)
    for name in ("one.zip", "two.zip"):
        ZipBindery().write(tmp_path / name, binder, files, Work())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.external_attr >> 16 for each in archive.infolist()} == {0o100644}


def test_stopped_anywhere_nothing_is_left_and_an_older_binder_stays(
    files: ContentStore, tmp_path: Path
) -> None:
    binder, out = a_binder(files), tmp_path / "binder.zip"
    out.write_bytes(b"the older one")
    stopped = 0
    while True:
        try:
            ZipBindery().write(out, binder, files, StopsAt(stopped))
        except Cancelled:
            stopped += 1
            assert left_in(tmp_path) == ["binder.zip"]
            assert out.read_bytes() == b"the older one"
        else:
            break
    assert stopped > 5
    assert zipfile.is_zipfile(out)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 5, 200, 20_000])
def test_without_room_it_says_so_and_leaves_nothing(
    files: ContentStore, tmp_path: Path, size: int
) -> None:
    binder = a_binder(files)
    with room_for(size), pytest.raises(Unavailable, match="could not be written"):
        ZipBindery().write(tmp_path / "binder.zip", binder, files, Work())
    assert left_in(tmp_path) == []


def test_a_place_where_nothing_can_be_written_is_said(files: ContentStore, tmp_path: Path) -> None:
    binder = a_binder(files)
    (tmp_path / "a file").touch()
    with pytest.raises(Unavailable, match="choose another place"):
        ZipBindery().write(tmp_path / "a file" / "binder.zip", binder, files, Work())


def test_a_large_original_is_never_whole_in_memory(files: ContentStore, tmp_path: Path) -> None:
    binder = a_binder(files, bytes(24 * MEGABYTE))
    tracemalloc.start()
    try:
        ZipBindery().write(tmp_path / "binder.zip", binder, files, Work())
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 8 * MEGABYTE


def test_a_long_table_is_left_to_its_file_and_runs_nothing(
    files: ContentStore, tmp_path: Path
) -> None:
    out = tmp_path / "binder.zip"
    ZipBindery().write(out, a_binder(files), files, Work())
    with zipfile.ZipFile(out) as archive:
        lines = archive.read("tables/rows.csv").decode("utf-8-sig").splitlines()
        page = archive.read("index.html").decode()
    assert lines[:2] == ["Sum,File", "'=1+0,originals/reports/report.csv"]
    assert len(lines) == 2501
    assert "2,500 rows" in page
    assert "=1+0" not in page

from __future__ import annotations

from pathlib import Path

import pytest

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.store.folder import DataFolder, data_folder, program_folder


@pytest.mark.parametrize(
    ("path", "service"),
    [("/home/a/Dropbox/CPD", "Dropbox"), ("/home/a/OneDrive - NHS/x/CPD", "OneDrive"),
     ("/Users/a/Library/Mobile Documents/x", "iCloud Drive"), ("/home/a/Nextcloud", "Nextcloud"),
     ("/home/a/Google Drive/My Drive/x", "Google Drive"), ("/home/a/Documents/CPD", None)],
)  # fmt: skip
def test_a_folder_that_a_service_copies_is_recognised(path: str, service: str | None) -> None:
    assert DataFolder(Path(path)).sync_service() == service


def test_a_sync_folder_is_known_by_its_mark_too(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert DataFolder(tmp_path / "deep" / "er").sync_service() == "Syncthing"


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable, match="cannot be made"):
        DataFolder(tmp_path / "file").make()


def test_traces_of_earlier_work_are_seen(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert not folder.was_used()
    (folder.files / "ab").mkdir(parents=True)
    (folder.files / "ab" / "abcd").touch()
    assert folder.was_used()


def test_a_file_beside_the_program_makes_it_portable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CPD_DATA", raising=False)
    assert not data_folder(program=tmp_path).is_portable
    (tmp_path / "portable.txt").touch()
    found = data_folder(program=tmp_path)
    assert found == DataFolder(tmp_path / "CPD Desktop data", is_portable=True)
    assert data_folder(str(tmp_path / "x"), tmp_path) == DataFolder(tmp_path / "x")
    monkeypatch.setenv("CPD_DATA", str(tmp_path / "y"))
    assert data_folder(program=tmp_path) == DataFolder(tmp_path / "y")


def test_beside_the_program_is_where_a_person_sees_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert program_folder() is None, "from its source it is nowhere"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    for program, beside in (
        ("/opt/cpd/cpd-desktop", "/opt/cpd"),
        ("/Volumes/STICK/CPD Desktop.app/Contents/MacOS/cpd-desktop", "/Volumes/STICK"),
    ):
        monkeypatch.setattr("sys.executable", program)
        assert program_folder() == Path(beside)
    monkeypatch.setenv("APPIMAGE", "/media/stick/CPD_Desktop.AppImage")
    assert program_folder() == Path("/media/stick")


def test_folders_that_a_killed_program_left_half_written_go_after_a_day(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    (tmp_path / ".checking-x").mkdir()
    (tmp_path / ".checking-x" / "packed.cpdbackup").touch()
    folder.tidy_up()
    assert (tmp_path / ".checking-x").exists()
    folder.tidy_up(now=(tmp_path / ".checking-x").stat().st_mtime + 86_401)
    assert not (tmp_path / ".checking-x").exists()

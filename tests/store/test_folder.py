from __future__ import annotations

from pathlib import Path

import pytest

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.store.folder import DataFolder


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

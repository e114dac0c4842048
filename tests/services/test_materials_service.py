from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound, Unavailable
from cpd_desktop.services.materials import Materials
from cpd_desktop.services.pictures import Pictures
from cpd_desktop.store.files import ContentStore
from tests.drafts import a_draft

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def materials(db: Database, folder: DataFolder, clock: FixedClock) -> Materials:
    return Materials(db, ContentStore(folder.files), clock)


@pytest.fixture
def pictures(folder: DataFolder) -> Pictures:
    return Pictures(ContentStore(folder.files))


@pytest.fixture
def event(events: Events) -> int:
    return events.add(a_draft()).value.id


def a_file(folder: Path, content: bytes = b"one", name: str = "Hand-out.pdf") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_new_version_leaves_the_older_one_as_it_was(
    materials: Materials, event: int, tmp_path: Path, clock: FixedClock
) -> None:
    key = materials.add(event, a_file(tmp_path)).value
    clock.move(days=1)
    materials.add_version(key, a_file(tmp_path, b"two!"))
    (found,) = materials.on(event)
    assert found.title == "Hand-out"
    assert [(each.number, each.size) for each in found.versions] == [(2, 4), (1, 3)]
    assert found.versions[0].added_at - found.versions[1].added_at == timedelta(days=1)
    older = materials.copy(found.versions[1], tmp_path)
    assert older.read_bytes() == b"one"


def test_the_same_file_is_no_new_version(materials: Materials, event: int, tmp_path: Path) -> None:
    path = a_file(tmp_path)
    key = materials.add(event, path).value
    with pytest.raises(Conflict, match="the same file as version 1"):
        materials.add_version(key, path)
    assert len(materials.on(event)[0].versions) == 1


def test_a_removed_material_comes_back_whole_by_undo(
    materials: Materials, event: int, tmp_path: Path, history: History
) -> None:
    key = materials.add(event, a_file(tmp_path)).value
    before = materials.on(event)
    changes = materials.remove(key)
    assert materials.on(event) == []
    assert changes.entry is not None
    history.undo(changes.entry)
    assert materials.on(event) == before
    assert materials.copy(before[0].versions[0], tmp_path).read_bytes() == b"one"


def test_what_is_done_with_materials_is_in_the_history_of_the_event(
    materials: Materials, event: int, tmp_path: Path, history: History
) -> None:
    key = materials.add(event, a_file(tmp_path)).value
    materials.add_version(key, a_file(tmp_path, b"two"))
    materials.remove(key)
    deeds = [each.deed for each in history.entries(about=("event", event))]
    assert deeds == ["material.remove", "material.version", "material.add", "event.add"]


def test_a_file_that_is_empty_too_large_or_gone_is_refused(
    materials: Materials, event: int, tmp_path: Path
) -> None:
    with pytest.raises(Invalid, match=r"Hand-out\.pdf is empty"):
        materials.add(event, a_file(tmp_path, b""))
    with pytest.raises(Unavailable, match="could not be read"):
        materials.add(event, tmp_path / "gone.pdf")
    large = a_file(tmp_path)
    with large.open("wb") as file:
        file.truncate((100 << 20) + 1)
    with pytest.raises(Invalid, match="larger than 100 MB"):
        materials.add(event, large)
    assert materials.on(event) == []


def test_a_copy_cannot_be_mistaken_for_the_original(
    materials: Materials, event: int, tmp_path: Path
) -> None:
    materials.add(event, a_file(tmp_path))
    copy = materials.copy(materials.on(event)[0].versions[0], tmp_path)
    assert not copy.stat().st_mode & 0o222
    assert copy.name.endswith("Hand-out.pdf")
    assert materials.copy(materials.on(event)[0].versions[0], tmp_path) == copy


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be made unwritable there")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_copy_that_finds_no_place_is_told(
    materials: Materials, event: int, tmp_path: Path
) -> None:
    materials.add(event, a_file(tmp_path))
    closed = tmp_path / "closed"
    closed.mkdir(0o500)
    with pytest.raises(Unavailable, match="could not be written"):
        materials.copy(materials.on(event)[0].versions[0], closed)


def test_what_is_gone_is_said_to_be_gone(materials: Materials, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no event 9"):
        materials.add(9, a_file(tmp_path))
    with pytest.raises(NotFound, match="no material 9"):
        materials.remove(9)
    with pytest.raises(NotFound, match="no material 9"):
        materials.add_version(9, a_file(tmp_path))


def test_only_what_reads_as_a_picture_is_kept_as_one(pictures: Pictures, tmp_path: Path) -> None:
    path = a_file(tmp_path, b"junk", "photo.png")
    with pytest.raises(Invalid, match=r"photo\.png is not a picture"):
        pictures.keep(path, lambda _content: "")
    with pytest.raises(Invalid, match="not a picture"):
        pictures.keep(path, lambda _content: "tiff")
    name = pictures.keep(path, lambda _content: "png")
    assert pictures.get(name) == b"junk"


def test_a_picture_over_five_megabytes_is_refused(pictures: Pictures, tmp_path: Path) -> None:
    path = a_file(tmp_path, bytes((5 << 20) + 1), "large.png")
    with pytest.raises(Invalid, match=r"large\.png is larger than 5 MB"):
        pictures.keep(path, lambda _content: "png")

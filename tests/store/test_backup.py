from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Damaged, NewerData, NotFound, Unavailable
from cpd_desktop.domain.settings import Backups as BackupSettings
from cpd_desktop.services.backups import BY_HAND, DAILY, Backups
from cpd_desktop.store import backup
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.locks import FolderLock
from tests.drafts import a_draft

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def backups(folder: DataFolder, clock: FixedClock) -> Backups:
    return Backups(folder, clock)


def rewritten(path: Path, **changed: object) -> Path:
    """Write the backup again with another manifest or other members."""
    other = path.with_name("other.cpdbackup")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "manifest.json" and "manifest" in changed:
                content = json.dumps(json.loads(content) | dict(changed["manifest"])).encode()  # type: ignore[call-overload]
            if name == changed.get("without"):
                continue
            if name == changed.get("altered"):
                content = content[:-1] + bytes([content[-1] ^ 1])
            target.writestr(name, content)
    return other


def test_a_backup_brings_everything_back(
    backups: Backups, events: Events, db: Database, folder: DataFolder, tmp_path: Path
) -> None:
    kept = ContentStore(folder.files).keep(b"an original report")
    event = events.add(a_draft("Before")).value
    made = backups.create(tmp_path / "mine.cpdbackup")
    events.change(event.id, replace(event.draft(), title="After"))
    db.close()
    ContentStore(folder.files).place(kept).unlink()

    saved = backups.restore(made.path)

    assert events.get(event.id).title == "Before"
    assert ContentStore(folder.files).get(kept) == b"an original report"
    assert saved is not None
    db.close()
    backups.restore(saved.path)
    assert events.get(event.id).title == "After"


def test_a_backup_restores_into_an_empty_folder(
    backups: Backups, events: Events, db: Database, folder: DataFolder, tmp_path: Path
) -> None:
    event = events.add(a_draft("Kept")).value
    made = backups.create(tmp_path / "mine.cpdbackup")
    db.close()
    for path in folder.path.glob("cpd.db*"):
        path.unlink()
    assert backups.restore(made.path) is None
    assert events.get(event.id).title == "Kept"


def test_a_backup_is_made_while_somebody_writes(
    backups: Backups, events: Events, db: Database
) -> None:
    events.add(a_draft("Saved"))
    with db.writing("event.add"):
        made = backups.create()
    assert backups.verify(made.path).manifest.journal_entries == 1


def test_nothing_is_restored_while_it_is_open_elsewhere(
    backups: Backups, folder: DataFolder
) -> None:
    made = backups.create()
    before = folder.database.read_bytes()
    with FolderLock(folder.in_use) as lock:
        assert lock.share()
        with pytest.raises(Conflict, match="open in another"):
            backups.restore(made.path)
    assert folder.database.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [{"altered": "cpd.db"}, {"without": "cpd.db"}, {"without": "manifest.json"},
     {"manifest": {"database": "0" * 64}}, {"manifest": {"files": ["0" * 64]}},
     {"manifest": {"made_at": "never"}}, {"manifest": {"surprise": 1}}],
)  # fmt: skip
def test_an_altered_backup_is_refused_before_anything_is_changed(
    backups: Backups, folder: DataFolder, change: dict[str, object]
) -> None:
    made = rewritten(backups.create().path, **change)
    before = sorted(path.name for path in folder.path.iterdir())
    content = folder.database.read_bytes()
    with pytest.raises(Damaged):
        backups.restore(made)
    assert folder.database.read_bytes() == content
    assert sorted(path.name for path in folder.path.iterdir()) == before


def test_a_truncated_backup_is_refused(backups: Backups) -> None:
    made = backups.create().path
    made.write_bytes(made.read_bytes()[:-100])
    with pytest.raises(Damaged, match="not a backup"):
        backups.verify(made)
    assert backups.list() == []


def test_one_wrong_byte_anywhere_hides_no_other_backup_and_is_never_restored(
    backups: Backups, clock: FixedClock
) -> None:
    made = backups.create()
    whole, refused = made.path.read_bytes(), 0
    clock.move(days=1)
    altered = backups.create().path
    for at in range(0, len(whole), 9):
        altered.write_bytes(whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :])
        assert made.path in [each.path for each in backups.list()]
        try:
            backups.verify(altered)
        except Damaged:
            refused += 1
    # What is left are bytes that say nothing, such as the time of day in the archive.
    assert refused > len(whole) / 9 * 0.9


def test_a_backup_of_a_newer_version_is_refused(backups: Backups) -> None:
    made = rewritten(backups.create().path, manifest={"format": 99})
    with pytest.raises(NewerData):
        backups.verify(made)


def test_a_backup_that_is_not_there_is_said_so(backups: Backups, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        backups.verify(tmp_path / "nowhere.cpdbackup")


def test_a_missing_original_is_noticed(backups: Backups, folder: DataFolder) -> None:
    kept = ContentStore(folder.files)
    name = kept.keep(b"report")
    made = backups.create()
    assert backups.verify(made.path).manifest.files == (name,)
    kept.place(name).unlink()
    with pytest.raises(Damaged, match="missing from the data folder"):
        backups.verify(made.path)


def test_a_backup_that_cannot_be_written_leaves_nothing(backups: Backups, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable):
        backups.create(tmp_path / "file" / "mine.cpdbackup")


def test_a_backup_that_was_written_wrongly_never_gets_its_name(
    backups: Backups, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_sha256", lambda path: path.name)
    with pytest.raises(Damaged):
        backups.create()
    assert list(folder.backups.iterdir()) == []


def test_one_backup_a_day_is_made_and_old_ones_go(
    backups: Backups, clock: FixedClock, folder: DataFolder
) -> None:
    settings = BackupSettings(days=3, months=1)
    by_hand = backups.create()
    for _ in range(6):
        clock.move(days=1)
        assert backups.daily(settings) is not None
        assert backups.daily(settings) is None
    reasons = [each.manifest.reason for each in backups.list()]
    assert reasons == [DAILY, DAILY, DAILY, BY_HAND]
    assert by_hand.path.exists()
    assert len(list(folder.backups.iterdir())) == 4


def test_what_is_past_saving_is_kept_beside_the_restored_data(
    backups: Backups, events: Events, db: Database, folder: DataFolder, tmp_path: Path
) -> None:
    events.add(a_draft("Kept"))
    made = backups.create(tmp_path / "mine.cpdbackup")
    db.close()
    folder.database.write_bytes(b"rubbish")
    assert backups.restore(made.path) is None
    assert [events.summaries([1])[1].title] == ["Kept"]
    (damaged,) = folder.path.glob("damaged-*-cpd.db")
    assert damaged.read_bytes() == b"rubbish"

"""Tries every part of this very program, installed as it is, in a throw-away folder."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.app.core import backups_of, opened
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.crew import Crew
from cpd_desktop.services.doctor import Check
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable

TRYING = Sentence("progress", "Trying")


def self_test(work: Work) -> list[Check]:
    """Try each part and report; a part that fails is a finding."""
    with tempfile.TemporaryDirectory(prefix="cpd-self-test-", ignore_cleanup_errors=True) as name:
        folder = DataFolder(Path(name))
        trials: list[tuple[str, Callable[[DataFolder], str]]] = [
            ("store", _store),
            ("files", _files),
            ("backup", _backup),
            ("vault", _vault),
            ("keychain", _keychain),
            ("worker processes", _crew),
        ]
        return [_tried(what, trial, folder) for what, trial in work.each(trials, note=TRYING)]


def _tried(what: str, trial: Callable[[DataFolder], str], folder: DataFolder) -> Check:
    try:
        return Check(what, ok=True, says=trial(folder))
    except (CpdError, OSError, RuntimeError, AssertionError) as error:
        return Check(what, ok=False, says=str(error) or type(error).__name__)


def _expect(fits: bool, what: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not fits:
        raise RuntimeError(what)


def _store(folder: DataFolder) -> str:
    with opened(folder, face="self-test", keychains=Keychains(folder.vault)) as core:
        ids = core.sample.fill().value
        event = core.events.get(ids[0])
        changed = core.events.change(event.id, replace(event.draft(), title="Changed"))
        _expect(changed.value.title == "Changed", "a change was not kept")
        entry = changed.changes.entry
        _expect(entry is not None, "the change is not in the journal")
        core.history.undo(entry or 0)
        _expect(core.events.get(event.id) == event, "undo did not bring the event back")
        entries = core.history.verify(Work())
    return f"made, changed, undone; {entries} journal entries fit"


def _files(folder: DataFolder) -> str:
    kept = ContentStore(folder.files)
    name = kept.keep(b"an original")
    _expect(kept.get(name) == b"an original", "a kept file came back altered")
    return "kept and read back"


def _backup(folder: DataFolder) -> str:
    backups = backups_of(folder)
    made = backups.create(folder.path / "whole.cpdbackup")
    backups.restore(made.path)
    return f"written, checked, restored; {made.size // 1024} kB"


def _vault(folder: DataFolder) -> str:
    path, passphrase = folder.path / "trial-vault", Secret("a passphrase for a trial")
    VaultFile.create(path, passphrase).put("trial", Secret("kept"))
    kept = VaultFile.open(path, passphrase).get("trial")
    _expect(kept == Secret("kept"), "a secret came back altered")
    return "made, locked, opened"


def _keychain(folder: DataFolder) -> str:
    keychain = Keychains(folder.vault)
    says = str(keychain.state())
    name = "self-test"
    try:
        keychain.put(name, Secret("kept"))
        _expect(keychain.get(name) == Secret("kept"), "a secret came back altered")
        keychain.forget(name)
    except CpdError:
        # Not every computer has a keychain; the vault, tried above, stands in for it.
        return f"not used here: {says}"
    return says


def _crew(folder: DataFolder) -> str:
    _ = folder
    with Crew() as crew:
        results = list(crew.each(Work(), _doubled, range(64)))
    _expect(results == [2 * number for number in range(64)], "a worker's result is wrong")
    return "64 pieces of work came back in order"


def _doubled(number: int) -> int:
    return 2 * number

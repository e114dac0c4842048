"""Backups as a person uses them: made by day and by hand, listed, checked, put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain import keeping
from cpd_desktop.domain.errors import Conflict, CpdError, Damaged
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store import backup
from cpd_desktop.store.locks import FolderLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.domain.settings import Backups as BackupSettings
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.backup import Backup
    from cpd_desktop.store.folder import DataFolder

IN_USE = Sentence("backup", "The data is open in another CPD Desktop window or command.")
IN_USE_ADVICE = Sentence("backup", "Close it and try again. Nothing was changed.")

DAILY, MIGRATION, RESTORE, BY_HAND = "daily", "before-update", "before-restore", "by-hand"
PRUNED = {DAILY, MIGRATION, RESTORE}


@dataclass(frozen=True, slots=True)
class Backups:
    """What can be done with backups. It needs no open database: a damaged one is why it exists."""

    folder: DataFolder
    clock: Clock

    def create(self, out: Path | None = None, *, reason: str = BY_HAND) -> Backup:
        """Write and check a backup: whole to a chosen place, else dated in the data folder."""
        now = self.clock.now()
        to = out or self.folder.backups
        if out is None or out.is_dir():
            to = _free_name(to, f"{now:%Y-%m-%d_%H-%M-%S}_{reason}")
        return backup.write(self.folder, to, at=now, reason=reason, whole=out is not None)

    def daily(self, settings: BackupSettings) -> Backup | None:
        """Write today's backup if there is none yet, and remove those that are no longer kept."""
        dated = {each.path: each.manifest.made for each in self.list()}
        made = None
        if keeping.is_due(dated.values(), self.clock.now()):
            made = self.create(reason=DAILY)
            self._prune(settings)
        return made

    def list(self) -> list[Backup]:
        """Return the dated backups that can be read, newest first."""
        found = []
        for path in self.folder.backups.glob(f"*{backup.SUFFIX}"):
            if path.name.startswith("."):
                continue
            try:
                found.append(backup.read(path))
            except CpdError:
                continue  # `verify` says what is wrong with it
        return sorted(found, key=lambda each: (each.manifest.made, each.path.name), reverse=True)

    def verify(self, path: Path) -> Backup:
        """Check every byte of a backup; raises ``NotFound``, ``Damaged`` or ``NewerData``."""
        return backup.verify(path, self.folder)

    def restore(self, path: Path, *, alone: Callable[[], object] = lambda: None) -> Backup | None:
        """Put a backup in place of the data, after a backup of how it was.

        Returns that other backup, or nothing if the old data was past saving. Raises ``Conflict``
        while anybody has the data open, and ``Damaged`` or ``Unavailable`` before anything is
        changed. ``alone`` is called when nobody else has the data, and it is saved.
        """
        self.verify(path)
        with FolderLock(self.folder.in_use) as lock:
            if not lock.hold():
                raise Conflict(IN_USE, IN_USE_ADVICE)
            saved = self._saved_before_restore()
            alone()
            backup.restore(path, self.folder)
        return saved

    def _saved_before_restore(self) -> Backup | None:
        if self.folder.database.exists():
            try:
                return self.create(reason=RESTORE)
            except Damaged:
                pass  # it cannot be read as a database any more; its bytes are kept all the same
        backup.keep_aside(self.folder, f"damaged-{self.clock.now():%Y-%m-%d_%H-%M-%S}")
        return None

    def _prune(self, settings: BackupSettings) -> None:
        dated = {each.path: each.manifest for each in self.list()}
        made = {path: manifest.made for path, manifest in dated.items()}
        spared = keeping.spared(made, days=settings.days, months=settings.months)
        for path, manifest in dated.items():
            if path not in spared and manifest.reason in PRUNED:
                path.unlink(missing_ok=True)


def _free_name(folder: Path, stem: str) -> Path:
    """Return a name that no backup has yet: an older one is never written over."""
    path, number = folder / f"{stem}{backup.SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{backup.SUFFIX}", number + 1
    return path

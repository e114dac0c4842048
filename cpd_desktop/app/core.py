"""Store, adapters and services put together: all of the application that has no window."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.services.backups import IN_USE, IN_USE_ADVICE, MIGRATION, Backups
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.schema import bring_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services import keychain as ports
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.moving import Moving
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder


def backups_of(folder: DataFolder, clock: Clock | None = None) -> Backups:
    """Return what can be done with backups, also where the database cannot be opened."""
    return Backups(folder, clock or SystemClock())


def moving_of(folder: DataFolder, keychains: ports.Keychains) -> Moving:
    """Return what brings a move in; nobody may have the folder open while it does."""
    from cpd_desktop.app.outside import Outside
    from cpd_desktop.services.moving import Moving

    clock = SystemClock()
    outside = Outside(folder, keychains, clock)
    return Moving(
        backups_of(folder, clock), outside.issuer_keys, outside.sealed, outside.computer.name
    )


@contextmanager
def opened(
    folder: DataFolder, *, face: str, keychains: Keychains | None = None, clock: Clock | None = None
) -> Iterator[Services]:
    """Open the folder, made or brought up to date where needed, and close it in the end.

    Raises ``Conflict`` during a restore, ``NewerData``, ``Damaged`` or ``Unavailable``.
    """
    folder.make()
    clock = clock or SystemClock()
    with FolderLock(folder.in_use) as lock:
        if not lock.share():
            raise Conflict(IN_USE, IN_USE_ADVICE)
        bring_up(folder, partial(backups_of(folder, clock).create, reason=MIGRATION))
        here = keychains or Keychains(folder.vault, is_portable=folder.is_portable)
        core = assembled(folder, face, here, clock)
        core.surroundings.enter()
        try:
            yield core
        finally:
            core.close()


def assembled(folder: DataFolder, face: str, keychains: ports.Keychains, clock: Clock) -> Services:
    """Put the services together on a folder that is ready."""
    from cpd_desktop.app.outside import Outside
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.database import Database

    db = Database(folder.database, now=clock.now, who=f"{getpass.getuser()} ({face})")
    return Services(folder, clock, db, Outside(folder, keychains, clock))

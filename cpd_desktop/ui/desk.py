"""What every page works with: the services, and the few things the whole window shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.services.keychain import Keychain

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.doctor import Doctor
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.sample import Sample
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.actions import Actions
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.operations import Operations
    from cpd_desktop.ui.theme import Theme


class Keychains(Keychain, Protocol):
    """The keychain port, and the vault that a person can make and open."""

    @property
    def has_vault(self) -> bool:
        """Say whether a vault was made in this data folder."""

    def make_vault(self, passphrase: Secret) -> None:
        """Make the encrypted vault, which keeps the secrets from now on."""

    def open_vault(self, passphrase: Secret) -> None:
        """Open the vault; raises ``NeedsSignIn`` if the passphrase does not fit."""


class Services(Protocol):
    """Every service, on one open data folder."""

    @property
    def folder(self) -> DataFolder: ...  # noqa: D102
    @property
    def clock(self) -> Clock: ...  # noqa: D102
    @property
    def keychains(self) -> Keychains: ...  # noqa: D102
    @property
    def backups(self) -> Backups: ...  # noqa: D102
    @property
    def events(self) -> Events: ...  # noqa: D102
    @property
    def registrations(self) -> Registrations: ...  # noqa: D102
    @property
    def settings(self) -> Settings: ...  # noqa: D102
    @property
    def history(self) -> History: ...  # noqa: D102
    @property
    def sample(self) -> Sample: ...  # noqa: D102
    @property
    def doctor(self) -> Doctor: ...  # noqa: D102


class Places(Protocol):
    """Where a page can lead to, without knowing another page."""

    def go(self, page: str, item: int | None = None) -> None:
        """Show a page, and the thing of that id on it."""

    def restart(self) -> None:
        """Close everything and open the data folder again, after a restore."""

    def restore_backup(self, path: Path) -> None:
        """Close everything, put the backup in place, open again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every page when the services are there."""

    services: Services
    jobs: JobRunner
    feed: ChangeFeed
    operations: Operations
    actions: Actions
    theme: Theme
    places: Places
    local_zone: str

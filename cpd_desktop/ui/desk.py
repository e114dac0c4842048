"""What every page works with: the services, and the few things the whole window shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.actions import Actions
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import JobRunner
    from cpd_desktop.ui.operations import Operations
    from cpd_desktop.ui.theme import Theme


class Places(Protocol):
    """Where a page can lead to, without knowing another page."""

    def go(self, page: str, item: int | None = None, part: str = "") -> None:
        """Show a page, the thing of that id on it, and the part of it."""

    def restart(self) -> None:
        """Close everything and open the data folder again, after a restore."""

    def restore_backup(self, path: Path) -> None:
        """Close everything, put the backup in place, open again."""

    def move_in(self, path: Path, passphrase: Secret) -> None:
        """Close everything, put in place what was packed on another computer, open again."""


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

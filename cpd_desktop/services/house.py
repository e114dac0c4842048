"""What every service stands on: the open data folder, what lies outside, and how they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.drafts import Drafts
    from cpd_desktop.services.history import History
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.services.network_log import NetworkLog
    from cpd_desktop.services.outside import Outside
    from cpd_desktop.services.saved_views import SavedViews
    from cpd_desktop.services.search import Search
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore
    from cpd_desktop.store.folder import DataFolder


@dataclass(frozen=True)
class House:
    """One open data folder with what is outside of it, and what looks after both."""

    folder: DataFolder
    clock: Clock
    db: Database
    outside: Outside

    def close(self) -> None:
        """Let go of the database and of everything outside."""
        self.outside.close()
        self.db.close()

    @property
    def keychains(self) -> Keychains:
        """Return where secrets are kept."""
        return self.outside.keychains

    @property
    def sheets(self) -> Sheets:
        """Return what reads and writes spreadsheets."""
        return self.outside.sheets

    @property
    def read_codes(self) -> CodeReader:
        """Return what finds codes in pictures."""
        return self.outside.read_codes

    @cached_property
    def files(self) -> ContentStore:
        """Return the files that are kept for good."""
        from cpd_desktop.store.files import ContentStore

        return ContentStore(self.folder.files)

    @cached_property
    def backups(self) -> Backups:
        """Return what makes, checks and restores backups."""
        from cpd_desktop.services.backups import Backups

        return Backups(self.folder, self.clock)

    @cached_property
    def settings(self) -> Settings:
        """Return the settings."""
        from cpd_desktop.services.settings import Settings

        return Settings(self.db)

    @cached_property
    def history(self) -> History:
        """Return the journal, and the way back."""
        from cpd_desktop.services.history import History
        from cpd_desktop.services.undo_guards import GUARDS

        return History(self.db, GUARDS)

    @property
    def network_log(self) -> NetworkLog:
        """Return the log of every call over the network."""
        return self.outside.network_log

    @cached_property
    def saved_views(self) -> SavedViews:
        """Return filters kept under a name."""
        from cpd_desktop.services.saved_views import SavedViews

        return SavedViews(self.db)

    @cached_property
    def drafts(self) -> Drafts:
        """Return what was typed and not kept yet."""
        from cpd_desktop.services.drafts import Drafts

        return Drafts(self.db, self.clock)

    @cached_property
    def search(self) -> Search:
        """Return the search over everything."""
        from cpd_desktop.services.search import Search

        return Search(self.db)

"""The data folder: where each thing lies, and whether the folder is a good place."""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence

NO_FOLDER = Sentence("store", "The folder {folder} cannot be made.")
NOT_WRITABLE = Sentence("store", "Nothing can be written in the folder {folder}.")
CHOOSE_ANOTHER = Sentence(
    "store", "Choose another folder, or ask whoever looks after this computer. Nothing was changed."
)

WRITING, CHECKING = ".writing-", ".checking-"  # how names of half-written files begin
DAY = 24 * 60 * 60.0
PORTABLE, PORTABLE_DATA = "portable.txt", "CPD Desktop data"

SYNC_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloudrive": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "box sync": "Box",
    "megasync": "MEGA",
}
SYNC_MARKS = {
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync": "Resilio Sync",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
}


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Everything the application keeps lies under one folder."""

    path: Path
    is_portable: bool = False  # beside the program, such as on a stick

    @property
    def database(self) -> Path:
        """Return the database file."""
        return self.path / "cpd.db"

    @property
    def files(self) -> Path:
        """Return where originals and attachments lie, by their hash."""
        return self.path / "files"

    @property
    def backups(self) -> Path:
        """Return where dated backups lie."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """Return where the log lies."""
        return self.path / "logs"

    @property
    def vault(self) -> Path:
        """Return the encrypted vault, where there is no keychain."""
        return self.path / "vault"

    @property
    def window(self) -> Path:
        """Return the file with this computer's window places and sizes."""
        return self.path / "window.ini"

    @property
    def updates(self) -> Path:
        """Return the file that says when a new version was asked for."""
        return self.path / "updates.json"

    @property
    def used_by(self) -> Path:
        """Return the file that says which computers have worked here."""
        return self.path / "used-by.json"

    @property
    def in_use(self) -> Path:
        """Return the lock that everybody shares who has the database open."""
        return self.path / "in-use.lock"

    @property
    def updating(self) -> Path:
        """Return the lock that whoever makes the database or brings it up holds."""
        return self.path / "update.lock"

    @property
    def window_open(self) -> Path:
        """Return the lock that the one window holds."""
        return self.path / "window.lock"

    def make(self) -> None:
        """Make the folder, for its owner only; raise ``Unavailable`` if that cannot be."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            says = NO_FOLDER.filled(folder=self.path)
            raise Unavailable(says, CHOOSE_ANOTHER) from error
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise Unavailable(NOT_WRITABLE.filled(folder=self.path), CHOOSE_ANOTHER)

    def was_used(self) -> bool:
        """Say whether there are traces of earlier work, so that a database should be here."""
        traces = ((self.path, "cpd.db-wal"), (self.backups, "*"), (self.files, "*/*"))
        return any(any(place.glob(pattern)) for place, pattern in traces)

    def tidy_up(self, now: float | None = None) -> None:
        """Remove what killed programs left half-written, once it is a day old.

        Age decides and not a lock: a backup is checked without one, and a number of a process is
        given again. Nothing takes a day to write, and whoever slept that long beside a half-written
        file finds it gone before it gets its name: that fails with words, and nothing is lost.
        """
        before = (time.time() if now is None else now) - DAY
        for place in (self.path, self.backups, self.files):
            for pattern in (f"{WRITING}*", f"{CHECKING}*"):
                for path in place.glob(pattern):
                    with suppress(OSError):  # it can wait for the next time
                        if path.stat().st_mtime < before:
                            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def sync_service(self) -> str | None:
        """Return the name of the sync service whose folder this lies in, if any.

        Such services copy a database in the middle of a change and can destroy it.
        """
        here = self.path.absolute()
        for part in (here, *here.parents):
            name = part.name.lower()
            for known, service in SYNC_NAMES.items():
                if name == known or name.startswith((f"{known} -", f"{known}-")):
                    return service
            for mark, service in SYNC_MARKS.items():
                if part != part.parent and (part / mark).exists():
                    return service
        return None


def data_folder(chosen: str | None = None, program: Path | None = None) -> DataFolder:
    """Return the folder asked for, else ``CPD_DATA``, else this system's place for user data.

    Where a file ``portable.txt`` lies beside the program, it is the folder beside that.
    """
    if not (chosen := chosen or os.environ.get("CPD_DATA")):
        beside = program_folder() if program is None else program
        if beside is not None and (beside / PORTABLE).exists():
            return DataFolder(beside / PORTABLE_DATA, is_portable=True)
        from platformdirs import user_data_dir

        chosen = user_data_dir("CPD Desktop", appauthor=False)
    return DataFolder(Path(chosen).expanduser().absolute())


def program_folder() -> Path | None:
    """Return where the installed program lies; nothing when it runs from its source.

    What a person sees as the program counts: a .app of macOS, an AppImage of Linux.
    """
    if not getattr(sys, "frozen", False):
        return None
    if image := os.environ.get("APPIMAGE"):
        return Path(image).absolute().parent
    program = Path(sys.executable).absolute()
    for each in program.parents:
        if each.suffix == ".app":
            return each.parent
    return program.parent

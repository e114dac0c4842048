"""What lies around the data folder that could harm it: networks, and copies made by others."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder

MOUNTS = Path("/proc/self/mounts")
_SHARES = {
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "9p",
    "afs",
    "davfs",
    "fuse.rclone",
}
_OCTAL = re.compile(r"\\([0-7]{3})")
_REMOTE_DRIVE = 4


def is_on_network(folder: DataFolder, mounts: Path = MOUNTS) -> bool:
    """Say whether the folder lies on another computer, as far as this one knows."""
    path = folder.path.absolute()
    if sys.platform == "win32":
        return _is_remote_drive(path)
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    found = {}
    for line in lines:
        words = line.split(" ")
        if len(words) > 2:  # noqa: PLR2004 - what is mounted, where, and of which kind
            place = _OCTAL.sub(lambda code: chr(int(code[1], 8)), words[1])
            found[Path(place)] = words[2]
    nearest = next((each for each in (path, *path.parents) if each in found), None)
    return nearest is not None and found[nearest] in _SHARES


def conflict_copies(folder: DataFolder) -> list[Path]:
    """Return databases beside ours that a sync service made when two computers wrote at once.

    Each service has its own way: “cpd (1).db”, “cpd (conflicted copy …).db”, “cpd-LAPTOP.db”.
    """
    stem, end = folder.database.stem, folder.database.suffix
    found = folder.path.glob(f"{stem}?*{end}*")
    ours = (f"{end}-wal", f"{end}-shm", f"{end}-journal")
    return sorted(each for each in found if not each.name.endswith(ours))


def _is_remote_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive = path.drive
        if drive.startswith("\\\\"):
            return True
        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return kind == _REMOTE_DRIVE
    return False

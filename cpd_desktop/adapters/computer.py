"""Which computer this is, without telling anybody anything about it."""

from __future__ import annotations

import hashlib
import platform
import sys
import uuid
from pathlib import Path

from cpd_desktop.domain.sharing import Computer

_LINUX = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def this_computer() -> Computer:
    """Return the computer; its id stays the same, and nobody can look it up elsewhere."""
    name = platform.node() or "?"
    told = f"CPD Desktop {_number()} {name}"
    return Computer(hashlib.sha256(told.encode()).hexdigest()[:16], name)


def _number() -> str:
    if sys.platform == "win32":
        return _of_windows()
    for path in _LINUX:
        try:
            if found := Path(path).read_text(encoding="ascii").strip():
                return found
        except (OSError, UnicodeDecodeError):
            continue
    node = uuid.getnode()
    # Where there is no network card, the library invents another number each time, marked so.
    return "" if node >> 40 & 1 else f"{node:x}"


def _of_windows() -> str:
    if sys.platform == "win32":
        import winreg

        place = r"SOFTWARE\Microsoft\Cryptography"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""
    return ""

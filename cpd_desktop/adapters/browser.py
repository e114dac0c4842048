"""The browser that the system opens, so that a password is typed nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass

from cpd_desktop.adapters.system import HERE


@dataclass(frozen=True, slots=True)
class SystemBrowser:
    """Opens web pages as the system does; on Linux ``BROWSER`` comes first."""

    patience: float = 1.0

    def open(self, address: str) -> bool:
        """Open the page; say whether that seems to have worked.

        Anything that is no web address is refused: the system would open files and programs too.
        """
        if not address.startswith(("https://", "http://")):
            return False
        if sys.platform == "win32":
            return _opened_by_windows(address)
        else:  # noqa: RET505 - or the type checker calls it unreachable on Windows
            return any(map(self._runs, HERE.browser(address, os.environ)))

    def _runs(self, command: list[str]) -> bool:
        """Say whether the command still runs after a moment, or ended well."""
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except (OSError, ValueError):
            return False
        try:
            return process.wait(self.patience) == 0
        except subprocess.TimeoutExpired:
            # It is the browser itself. Somebody has to be there when it ends, or it stays a zombie.
            threading.Thread(target=process.wait, name="browser", daemon=True).start()
            return True


def _opened_by_windows(address: str) -> bool:
    if sys.platform == "win32":
        with suppress(OSError):
            os.startfile(address)  # noqa: S606 - the way of Windows, and no shell
            return True
    return False

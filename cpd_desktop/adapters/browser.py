"""The browser that the system opens, so that a password is typed nowhere else."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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
            return any(self._runs(command) for command in _commands(address))

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


def _commands(address: str) -> Iterator[list[str]]:
    """Yield what to try, without any shell: an address can hold what a shell would obey."""
    if sys.platform == "darwin":
        yield ["/usr/bin/open", address]
        return
    for written in os.environ.get("BROWSER", "").split(os.pathsep):
        try:
            words = shlex.split(written)
        except ValueError:
            continue
        if words:
            given = [word.replace("%s", address) for word in words]
            yield given if given != words else [*words, address]
    # Without a screen it would open a browser for the terminal, which belongs to somebody else.
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield ["xdg-open", address]


def _opened_by_windows(address: str) -> bool:
    if sys.platform == "win32":
        with suppress(OSError):
            os.startfile(address)  # noqa: S606 - the way of Windows, and no shell
            return True
    return False

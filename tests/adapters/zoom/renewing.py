"""A program of its own that renews the sign-in to Zoom, many times or until it is killed.

It reads ``address folder rounds moment`` from its command line, says when it is ready, starts when
it is told to, and answers with its last token. The moment is ``before 2`` or the like: which time
that something is kept, counted from the start; ``-`` lets it live.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.log_file import start_log
from cpd_desktop.adapters.zoom.apps import Addresses
from cpd_desktop.adapters.zoom.authority import Authority
from cpd_desktop.adapters.zoom.grants import Grants
from cpd_desktop.store.folder import DataFolder

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.keychain import Keychain


class Deadly:
    """A keychain, and a kill before or after something is kept in it."""

    def __init__(self, keychain: Keychain, moment: str) -> None:
        self._keychain, self._moment, self._times = keychain, moment, 0
        self.get, self.forget, self.state = keychain.get, keychain.forget, keychain.state

    def put(self, name: str, secret: Secret) -> None:
        self._times += 1
        self._die("before")
        self._keychain.put(name, secret)
        self._die("after")

    def _die(self, when: str) -> None:
        if self._moment == f"{when} {self._times}":
            os.kill(os.getpid(), signal.SIGKILL)


def main(address: str, path: str, rounds: str, moment: str) -> None:
    folder = DataFolder(Path(path))
    folder.make()
    start_log(folder.logs)
    logging.getLogger().setLevel(logging.DEBUG)
    authority = Authority(Addresses(address, address))
    keychain = Deadly(Keychains(folder.vault), moment)
    grants = Grants(keychain, folder.path / "zoom.lock", authority, SystemClock())
    token = grants.token()
    print("ready", flush=True)  # noqa: T201 - the test waits for it
    sys.stdin.readline()
    for _ in range(int(rounds)):
        token = grants.refused(token)
    print(token.reveal())  # noqa: T201 - the test asks for it


if __name__ == "__main__":
    main(*sys.argv[1:])

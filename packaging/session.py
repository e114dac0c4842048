"""A desktop of its own for the tests: bus, open keychain, screen and window manager."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_PATIENCE = 10.0
# They would let the tests see the desktop, the settings or the data of whoever runs them.
_PERSONAL = ("XDG_", "QT_", "CPD_", "DBUS_", "GNOME_", "GTK_", "LC_")
_PERSONAL_TOO = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "LANG", "LANGUAGE", "BROWSER")


@contextmanager
def started(
    command: list[str],
    variables: Mapping[str, str],
    *,
    folder: Path | None = None,
    stdin: int | IO[bytes] | None = None,
    stdout: int | IO[bytes] | None = None,
    stderr: int | IO[bytes] | None = None,
    pass_fds: tuple[int, ...] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in a group of its own; at the end nothing of the group is left."""
    program = subprocess.Popen(
        command,
        cwd=folder,
        env=variables,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    try:
        yield program
    finally:
        _stop(program)


def _stop(program: subprocess.Popen[bytes]) -> None:
    """Ask the program to end, wait a little, then end what is left of its group."""
    if program.poll() is None:
        program.terminate()
        try:
            program.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)


@contextmanager
def private_desktop(variables: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Start the desktop and yield the variables that lead to it; stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="cpd-", ignore_cleanup_errors=True) as made:
        place = Path(made)
        with ExitStack() as stack:
            desktop = _Desktop(place, _impersonal(variables, place), stack)
            desktop.start_bus()
            desktop.open_keychain()
            desktop.start_screen()
            desktop.start_window_manager()
            yield desktop.variables


def _impersonal(variables: Mapping[str, str], place: Path) -> dict[str, str]:
    """Return the variables without the person's own, pointing into the private place."""
    kept = {
        name: value
        for name, value in variables.items()
        if not name.startswith(_PERSONAL) and name not in _PERSONAL_TOO
    }
    runtime = place / "run"
    runtime.mkdir(mode=0o700)
    home = place / "home"
    home.mkdir()
    return kept | {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8"}


class _Desktop:
    """The programs of the desktop, started one after the other and each waited for."""

    def __init__(self, place: Path, variables: dict[str, str], stack: ExitStack) -> None:
        self.variables = variables
        self._place = place
        self._stack = stack
        self._log = stack.enter_context((place / "log").open("wb"))

    def start_bus(self) -> None:
        """Start a session bus and keep its address."""
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        bus = self._start(command, stdout=subprocess.PIPE)
        assert bus.stdout is not None  # noqa: S101 - asked for one line above
        address = bus.stdout.readline().decode().strip()
        if not address:
            self._give_up("dbus-daemon")
        self.variables["DBUS_SESSION_BUS_ADDRESS"] = address

    def open_keychain(self) -> None:
        """Start a keychain with an empty, open collection."""
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        keychain = self._start(command, stdin=subprocess.PIPE)
        assert keychain.stdin is not None  # noqa: S101 - asked for one line above
        keychain.stdin.write(b"open\n")
        keychain.stdin.close()
        self._wait("gnome-keyring-daemon", keychain, self._has_keychain)

    def start_screen(self) -> None:
        """Start a screen on the first number that is free."""
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
        self._start([*command, "-screen", "0", "1600x1200x24"], pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        if not number:
            self._give_up("Xvfb")
        self.variables["DISPLAY"] = f":{number}"

    def start_window_manager(self) -> None:
        """Start a window manager: without one no window is ever the active one."""
        ready = self._place / "managed"
        manager = self._start(["openbox", "--sm-disable", "--startup", f"touch {ready}"])
        self._wait("openbox", manager, ready.exists)

    def _start(
        self,
        command: list[str],
        *,
        stdin: int = subprocess.DEVNULL,
        stdout: int | IO[bytes] | None = None,
        pass_fds: tuple[int, ...] = (),
    ) -> subprocess.Popen[bytes]:
        try:
            return self._stack.enter_context(
                started(
                    command,
                    self.variables,
                    stdin=stdin,
                    stdout=stdout or self._log,
                    stderr=self._log,
                    pass_fds=pass_fds,
                )
            )
        except FileNotFoundError:
            sys.exit(f"{command[0]} is not installed, and the tests need it.")

    def _has_keychain(self) -> bool:
        """Ask the bus whether somebody keeps secrets by now."""
        asked = subprocess.run(
            [
                *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus"),
                *("/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner"),
                "string:org.freedesktop.secrets",
            ],
            check=False,
            capture_output=True,
            env=self.variables,
        )
        return b"boolean true" in asked.stdout

    def _wait(self, name: str, program: subprocess.Popen[bytes], ready: Callable[[], bool]) -> None:
        """Wait until the program is of use; end if it never is."""
        until = time.monotonic() + _PATIENCE
        while not ready():
            if program.poll() is not None or time.monotonic() > until:
                self._give_up(name)
            time.sleep(0.02)

    def _give_up(self, name: str) -> NoReturn:
        said = (self._place / "log").read_text(encoding="utf-8", errors="replace")
        sys.exit(f"{name} did not start, so the tests have no desktop. It said:\n{said}")

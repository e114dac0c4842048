"""Starting with the session: a file on Linux and macOS, a value in the registry on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cpd_desktop.services.session_start import SessionStart

NAME: Final = "CPD Desktop"
ENTRY: Final = Path("autostart", "cpd-desktop.desktop")
AGENT: Final = "cpd-desktop.start"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
NOT_TAKEN = Sentence("session", "Whether it starts when you sign in could not be changed: {reason}")


def session_start(folder: Path) -> SessionStart:
    """Return how this system does it, for the window on this folder."""
    command = own_command(folder)
    if sys.platform == "win32":
        return RunKey(command)
    if sys.platform == "darwin":
        place = Path.home() / "Library" / "LaunchAgents" / f"{AGENT}.plist"
        return StartFile(place, command, launch_agent)
    configured = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    home = configured if configured.is_absolute() else Path.home() / ".config"
    return StartFile(home / ENTRY, command, desktop_entry)


def own_command(folder: Path) -> list[str]:
    """Return what starts this program again on the folder, installed or from its source."""
    given = ["--data", str(folder.absolute())]
    program = Path(sys.executable)
    if getattr(sys, "frozen", False):
        # What lies in an AppImage lies elsewhere each time.
        return [os.environ.get("APPIMAGE") or str(program), *given]
    without_console = program.with_name("pythonw.exe")
    if without_console.is_file():
        program = without_console
    return [str(program), "-m", "cpd_desktop", *given]


@dataclass(frozen=True, slots=True)
class StartFile:
    """A file that the system looks for when the session starts."""

    place: Path
    command: Sequence[str]
    written: Callable[[Sequence[str]], bytes]

    def is_on(self) -> bool:
        """Say whether the file is there and starts this program."""
        try:
            return self.place.read_bytes() == self.written(self.command)
        except OSError:
            return False

    def put(self) -> None:
        """Write the file, if it is not there as it should be; see the port."""
        if not self.is_on():
            write_whole(self.place, self.written(self.command))

    def remove(self) -> None:
        """Remove the file; see the port."""
        with _told():
            self.place.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class RunKey:
    """A value in the part of the registry that belongs to the person."""

    command: Sequence[str]

    def is_on(self) -> bool:
        """Say whether the value is there and starts this program."""
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    found = winreg.QueryValueEx(key, NAME)[0]
            except OSError:
                return False
            return bool(found == subprocess.list2cmdline(self.command))
        return False

    def put(self) -> None:
        """Write the value; see the port."""
        if sys.platform == "win32":
            import winreg

            line = subprocess.list2cmdline(self.command)
            with _told(), winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, line)

    def remove(self) -> None:
        """Remove the value; see the port."""
        if sys.platform == "win32":
            import winreg

            access = winreg.KEY_SET_VALUE
            there = winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, access)
            with _told(), there as key, suppress(FileNotFoundError):
                winreg.DeleteValue(key, NAME)


def desktop_entry(command: Sequence[str]) -> bytes:
    """Return the entry that desktops of Linux start."""
    line = " ".join(map(_quoted, command))
    return f"[Desktop Entry]\nType=Application\nName={NAME}\nExec={line}\n".encode()


def launch_agent(command: Sequence[str]) -> bytes:
    """Return the list of properties that macOS starts."""
    import plistlib

    return plistlib.dumps(
        {"Label": AGENT, "ProgramArguments": list(command), "RunAtLoad": True,
         "ProcessType": "Interactive"}
    )  # fmt: skip


def _quoted(word: str) -> str:
    for special in '\\"`$':
        word = word.replace(special, f"\\{special}")
    # The whole value is a string in which a backslash has to be escaped once more.
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(NOT_TAKEN.filled(reason=error.strerror or str(error))) from error

"""The application starts with the session if that is wished, and as it is started by hand."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.session_start import (
    StartFile,
    desktop_entry,
    launch_agent,
    own_command,
    session_start,
)
from cpd_desktop.domain.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = ["/opt/CPD Desktop/cpd-desktop", "--data", '/home/ada/100% "mine" $HOME `a` \\b']


@pytest.fixture
def entry(tmp_path: Path) -> StartFile:
    return StartFile(tmp_path / "autostart" / "cpd-desktop.desktop", COMMAND, desktop_entry)


def test_what_was_put_there_is_there_until_it_is_removed(entry: StartFile) -> None:
    assert not entry.is_on()
    entry.put()
    entry.put()
    assert entry.is_on()
    entry.remove()
    entry.remove()
    assert not entry.place.exists()


def test_a_program_that_moved_is_found_again(entry: StartFile) -> None:
    StartFile(entry.place, ["/old/cpd-desktop"], desktop_entry).put()
    assert not entry.is_on()
    entry.put()
    assert b"/opt/CPD Desktop" in entry.place.read_bytes()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in its way")
    with pytest.raises(Unavailable):
        StartFile(tmp_path / "autostart" / "x.desktop", COMMAND, desktop_entry).put()


@pytest.mark.skipif(sys.platform == "win32", reason="asks a shell what it reads")
def test_any_path_reaches_the_program_as_it_is_on_linux() -> None:
    lines = desktop_entry(COMMAND).decode().splitlines()
    (line,) = [each.removeprefix("Exec=") for each in lines if each.startswith("Exec=")]
    # First the string of the file is read, then its words, quoted as a shell quotes them.
    words = line.replace("\\\\", "\\").replace("%%", "%")
    asked = ["/bin/sh", "-c", f"printf '%s\\n' {words}"]
    read = subprocess.run(asked, check=True, capture_output=True, text=True)
    assert read.stdout.splitlines() == COMMAND


def test_any_path_reaches_the_program_as_it_is_on_macos() -> None:
    kept = plistlib.loads(launch_agent(COMMAND))
    assert kept["ProgramArguments"] == COMMAND
    assert kept["RunAtLoad"] is True


def test_the_source_is_started_by_the_interpreter_that_runs_it(tmp_path: Path) -> None:
    command = own_command(tmp_path)
    assert command == [sys.executable, "-m", "cpd_desktop", "--data", str(tmp_path)]


def test_windows_opens_no_console_beside_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert own_command(tmp_path)[0] == str(tmp_path / "pythonw.exe")


@pytest.mark.parametrize("image", ["", "/home/ada/CPD Desktop.AppImage"])
def test_an_installed_program_is_started_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, image: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/mnt/image/cpd-desktop")
    monkeypatch.setenv("APPIMAGE", image)
    program = image or "/mnt/image/cpd-desktop"
    assert own_command(tmp_path) == [program, "--data", str(tmp_path)]


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux has it")
@pytest.mark.parametrize("configured", ["", "relative", "elsewhere"])
def test_it_lies_where_desktops_look_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, configured: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    given = str(tmp_path / configured) if configured == "elsewhere" else configured
    monkeypatch.setenv("XDG_CONFIG_HOME", given)
    found = session_start(tmp_path)
    assert isinstance(found, StartFile)
    folder = tmp_path / ("elsewhere" if configured == "elsewhere" else ".config")
    assert found.place == folder / "autostart" / "cpd-desktop.desktop"

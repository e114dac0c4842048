"""What differs between systems, decided for each of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cpd_desktop.adapters.keychain import _KEEPERS
from cpd_desktop.adapters.system import System

LINUX, MACOS, WINDOWS = map(System, ("linux", "darwin", "win32"))
HOME = Path("/home/ada")
PAGE = "https://zoom.us/oauth?a=1&b=$(reboot)"


def test_each_system_keeps_secrets_in_its_own_keychain() -> None:
    chosen = {system.keychain for system in (LINUX, MACOS, WINDOWS)}
    assert len(chosen) == 3
    assert chosen == set(_KEEPERS)
    assert System("freebsd14").keychain == LINUX.keychain


def test_fonts_are_looked_for_where_each_system_has_them() -> None:
    assert LINUX.font_folders(HOME, {})[2] == HOME / ".local/share/fonts"
    assert LINUX.font_folders(HOME, {"XDG_DATA_HOME": "/data"})[2] == Path("/data/fonts")
    assert MACOS.font_folders(HOME, {})[2] == HOME / "Library/Fonts"
    found = WINDOWS.font_folders(HOME, {"WINDIR": "D:/Win", "LOCALAPPDATA": "D:/Local"})
    assert found == (Path("D:/Win/Fonts"), Path("D:/Local/Microsoft/Windows/Fonts"))
    assert WINDOWS.font_folders(HOME, {})[1].is_relative_to(HOME)


def test_a_page_is_opened_without_a_shell_on_each_system() -> None:
    assert list(MACOS.browser(PAGE, {"DISPLAY": ":0"})) == [["/usr/bin/open", PAGE]]
    assert list(WINDOWS.browser(PAGE, {"BROWSER": "firefox"})) == []
    assert list(LINUX.browser(PAGE, {"DISPLAY": ":0"})) == [["xdg-open", PAGE]]
    assert list(LINUX.browser(PAGE, {"WAYLAND_DISPLAY": "w"})) == [["xdg-open", PAGE]]


@pytest.mark.parametrize(
    ("chosen", "command"),
    [
        ("firefox", ["firefox", PAGE]),
        ("firefox --new-tab %s", ["firefox", "--new-tab", PAGE]),
        ("'/opt/My Browser/run' -u", ["/opt/My Browser/run", "-u", PAGE]),
    ],
)
def test_the_browser_that_somebody_chose_comes_first(chosen: str, command: list[str]) -> None:
    assert next(LINUX.browser(PAGE, {"BROWSER": chosen, "DISPLAY": ":0"})) == command


def test_a_browser_that_is_badly_written_is_passed_over() -> None:
    told = {"BROWSER": os.pathsep.join(("'open", "", "links"))}
    assert list(LINUX.browser(PAGE, told)) == [["links", PAGE]]

"""The person's browser opens, or the person is told to copy the address."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.browser import SystemBrowser

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="programs on the PATH")

ADDRESS = "https://zoom.us/oauth/authorize?a=1&b=$(touch%20x);`touch y`&c='\"|"


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path), os.environ["PATH"]]))


def a_browser(folder: Path, name: str, *, ends: str = "exit 0") -> Path:
    """Make a program that writes down what it was given, and return where."""
    seen = folder / f"{name} saw"
    program = folder / name
    program.write_text(f"#!/bin/sh\nfor each; do echo \"$each\"; done > '{seen}'\n{ends}\n")
    program.chmod(0o755)
    return seen


def test_the_chosen_browser_gets_the_address_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = a_browser(tmp_path, "mine")
    monkeypatch.setenv("BROWSER", "mine")
    monkeypatch.chdir(tmp_path)
    assert SystemBrowser().open(ADDRESS)
    assert seen.read_text() == f"{ADDRESS}\n"
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "mine saw"}


def test_the_address_goes_where_the_person_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = a_browser(tmp_path, "mine")
    monkeypatch.setenv("BROWSER", "mine --profile 'of work' --app=%s --last")
    assert SystemBrowser().open("https://zoom.us/")
    assert seen.read_text() == "--profile\nof work\n--app=https://zoom.us/\n--last\n"


def test_the_next_browser_is_tried_if_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_browser(tmp_path, "broken", ends="exit 3")
    seen = a_browser(tmp_path, "second")
    monkeypatch.setenv("BROWSER", os.pathsep.join(["missing", "'torn", "", "broken", "second"]))
    assert SystemBrowser().open(ADDRESS)
    assert seen.read_text() == f"{ADDRESS}\n"


def test_a_browser_that_keeps_running_counts_as_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_browser(tmp_path, "mine", ends="exec sleep 1")
    monkeypatch.setenv("BROWSER", "mine")
    assert SystemBrowser(patience=0.05).open(ADDRESS)


def test_the_browser_of_the_desktop_opens_where_there_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = a_browser(tmp_path, "xdg-open")
    assert not SystemBrowser().open(ADDRESS)
    monkeypatch.setenv("DISPLAY", ":9")
    assert SystemBrowser().open(ADDRESS)
    assert seen.read_text() == f"{ADDRESS}\n"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/bin/true", "--help", "", "ftp://a"])
def test_only_web_addresses_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    seen = a_browser(tmp_path, "mine")
    monkeypatch.setenv("BROWSER", "mine")
    assert not SystemBrowser().open(address)
    assert not seen.exists()

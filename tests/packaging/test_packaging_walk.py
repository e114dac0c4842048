"""The walk over Zoom, with the real command and the Zoom that comes with the tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
WALK = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from walk import Walker
from walk_zoom import over_zoom
folder = Path(sys.argv[2])
variables = {name: value for name, value in os.environ.items() if not name.startswith("CPD_")}
walker = Walker(str(folder / "cpd"), sys.executable, folder / "data", variables)
over_zoom(walker, folder, print)
"""
DEMO = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import environment, start
programs = Path(sys.argv[2])
environment.program = lambda name: sys.executable if name == "python" else str(programs / name)
sys.exit(start._show_with_zoom(environment.program("cpd-desktop"), ["--more"]))
"""


def script(path: Path, *lines: str) -> None:
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o700)


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "packaging"), str(folder)],
        check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_a_zoom_to_try_is_offered_for_the_demo_only() -> None:
    start = [sys.executable, str(ROOT / "packaging" / "start.py"), "--zoom"]
    done = subprocess.run(start, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "--zoom goes with --demo" in done.stderr


@pytest.mark.slow
def test_the_window_of_the_demo_finds_the_zoom_to_try(tmp_path: Path) -> None:
    script(tmp_path / "cpd", "exit 0")
    script(tmp_path / "cpd-desktop", 'echo "window finds $CPD_ZOOM_API_URL" "$@"')

    done = run(DEMO, tmp_path)

    assert done.returncode == 0, done.stderr
    shown = re.search(r"Zoom to try: (http://127\.0\.0\.1:\d+) starts", done.stdout)
    assert shown, done.stdout
    assert re.search(rf"window finds {shown[1]} --data \S+ --more", done.stdout)


@pytest.mark.slow
def test_the_walk_leads_from_signing_in_to_who_came(tmp_path: Path) -> None:
    script(tmp_path / "cpd", f'exec "{sys.executable}" -m cpd_desktop.cli.command "$@"')

    done = run(WALK, tmp_path)

    assert done.returncode == 0, done.stderr
    told = done.stdout
    assert "connected to Zoom Anna Weber <anna@example.com>" in told
    assert "(there)" in told
    assert "registered at Zoom 2 people" in told
    assert re.search(r"^who came \d rows, 3 waiting\. Zoom has not finished", told, re.MULTILINE)

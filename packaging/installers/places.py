"""Where installers are built, from what, and what they are called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from cpd_desktop import __version__ as VERSION  # noqa: N812 - a constant everywhere in here

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
LINUX, WINDOWS, MACOS = (ROOT / "packaging" / name for name in ("linux", "windows", "macos"))
BUILD = ROOT / "build"
DIST = ROOT / "dist"
BUNDLE = DIST / "cpd-desktop"
ICONS = BUILD / "icons"
FONTS = BUILD / "fonts"

NAME = "CPD Desktop"
PACKAGE = "cpd-desktop"
IDENTIFIER = "io.github.cpd_desktop.CPDDesktop"
SUMMARY = "Plan training events, credit who was there, issue certificates"
HOMEPAGE = "https://github.com/cpd-desktop/cpd-desktop"
MAKER = "CPD Desktop contributors"

__all__ = ["VERSION", "run"]


def run(*command: str | Path, folder: Path = ROOT, **variables: str) -> None:
    """Run a step; end with a sentence if it fails."""
    done = subprocess.run(command, check=False, cwd=folder, env=os.environ | variables)
    if done.returncode != 0:
        sys.exit(f"{Path(command[0]).name} failed, above it says why. No installer was finished.")

"""Fetches the libraries of others, for Node, that judge badges in the tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import environment

_LOCKED: Final = Path(__file__).resolve().parent / "judges"
# Within .venv, so that whoever makes that anew fetches them anew.
_PLACE: Final = environment.VENV / "judges"
NODE_PATH: Final = _PLACE / "node_modules"


def make_present() -> None:
    """Install what the lock names, each held against its hash, and run no script of it.

    Node is nothing that every developer has: without it those tests skip, and say so.
    """
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        print("No Node and npm here: what judges badges from outside is not run.")
        return
    lock = (_LOCKED / "package-lock.json").read_bytes()
    stamp = _PLACE / "made-from"
    if stamp.is_file() and stamp.read_bytes() == lock:
        return
    _PLACE.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(_LOCKED / name, _PLACE / name)
    install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    made = subprocess.run(install, cwd=_PLACE, check=False, capture_output=True, text=True)
    if made.returncode:
        print(f"What judges badges from outside is not run; npm said:\n{made.stderr}")
        return
    stamp.write_bytes(lock)

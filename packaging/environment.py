"""Makes the one environment of this project, .venv, from the one lock, and keeps it fresh."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import system_packages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "made-from"
# What there is no wheel of, and only tests need: built here, after all else, from hashed sources.
SOURCES = ROOT / "packaging" / "sources.lock"
SOURCES_STAMP = VENV / "built-from"

# Each would lead Python, pip or the tests to another place than .venv, or make starting slow.
_MISLEADING = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPATH",
    "PIP_TARGET",
    "PIP_PREFIX",
    "VIRTUAL_ENV",
)


def make_ready(packages: tuple[str, ...] = (), *, sources: bool = False) -> None:
    """Have these system packages and a fresh .venv, for tests also with what is built from sources.

    End with a sentence where that cannot be.
    """
    with _alone():
        fresh = _is_fresh()
        built = not sources or (fresh and _has_built())
        uv = None if fresh and built else _uv()
        if not fresh and uv is None:
            packages = (*packages, *_venv_package())
        system_packages.make_present(packages)
        if not fresh:
            _make(uv)
        if not built:
            _build(uv)


def program(name: str) -> str:
    """Return the path of a program of .venv."""
    if sys.platform == "win32":
        return str(VENV / "Scripts" / f"{name}.exe")
    return str(VENV / "bin" / name)


def variables() -> dict[str, str]:
    """Return the environment variables without those that lead astray."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    # A configured "user = true" would take the installation out of .venv.
    return kept | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


@contextmanager
def _alone() -> Iterator[None]:
    """Let two commands that start at once make the environment one after the other."""
    if sys.platform == "win32":  # it cannot lock a folder, and only builds installers there
        yield
        return
    import fcntl

    folder = os.open(ROOT / "packaging", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _is_fresh() -> bool:
    """Tell whether .venv was made to the end, here, from what lies here now."""
    return (
        STAMP.is_file()
        and STAMP.read_text(encoding="utf-8") == _made_from()
        and os.access(program("python"), os.X_OK)
    )


def _has_built() -> bool:
    """Tell whether the sources named now were built into this .venv."""
    return SOURCES_STAMP.is_file() and SOURCES_STAMP.read_bytes() == SOURCES.read_bytes()


def _made_from() -> str:
    """Return one value that changes when .venv would come out differently."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hatch = project.get("tool", {}).get("hatch")
    # The settings of the checks also live in that file, and change nothing in .venv.
    parts = [project.get("build-system"), project.get("project"), hatch]
    said = json.dumps([LOCK.read_text(encoding="utf-8"), parts, sys.version, str(ROOT)])
    return hashlib.sha256(said.encode()).hexdigest()


def _uv() -> str | None:
    """Return uv if it is there and runs: a shim may stand for one that is not installed."""
    found = shutil.which("uv")
    if found is None:
        return None
    asked = subprocess.run([found, "--version"], check=False, capture_output=True)
    return found if asked.returncode == 0 else None


def _venv_package() -> tuple[str, ...]:
    """Name the package that lets this Python make environments, if it cannot yet."""
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    if sys.base_prefix != "/usr":
        sys.exit(f"{sys.executable} cannot make environments. Install uv, or another Python.")
    return (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)


def _make(uv: str | None) -> None:
    """Make .venv anew; the stamp comes last, so a half-made one is never taken for whole."""
    print("Making .venv; the first time this fetches about 135 MB.", flush=True)
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    if uv is not None:
        _run(uv, "venv", "--quiet", "--no-project", "--python", sys.executable, str(VENV))
    else:
        _run(sys.executable, "-m", "venv", str(VENV))
    install = _install(uv)
    _run(*install, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    _run(*install, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(_made_from(), encoding="utf-8")


def _build(uv: str | None) -> None:
    """Build the hashed sources, and nothing else, with tools and libraries of the one lock."""
    alone = ("--require-hashes", "--no-deps", "--no-build-isolation")
    _run(*_install(uv), *alone, "-r", str(SOURCES))
    SOURCES_STAMP.write_bytes(SOURCES.read_bytes())


def _install(uv: str | None) -> list[str]:
    """Return the command that installs into .venv."""
    if uv is not None:
        return [uv, "pip", "install", "--python", program("python")]
    return [program("python"), "-m", "pip", "install"]


def _run(*command: str) -> None:
    """Run a step of the set-up; end with a sentence if it fails."""
    done = subprocess.run(command, check=False, cwd=ROOT, env=variables(), stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(
            f"The environment could not be made: {Path(command[0]).name} failed, above it says"
            " why. Nothing outside .venv was changed. Start again when that is mended."
        )

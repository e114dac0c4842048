"""Freezes the application: its own Python, libraries, fonts and pictures in one folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from installers import chosen, pictures, places

if TYPE_CHECKING:
    from collections.abc import Iterable

SPEC = Path(__file__).with_name("cpd-desktop.spec")
OF_THE_SYSTEM = places.BUILD / "of-the-system"
FONT_FOLDERS = (Path("/usr/share/fonts"),)
MB = 1 << 20


def freeze() -> Path:
    """Make the bundle anew and return its folder."""
    if not any(places.RESOURCES.glob("i18n/*.qm")):
        sys.exit("The words are not compiled: start packaging/build, which does that first.")
    pictures.make_all(places.RESOURCES / "icon.svg", places.ICONS)
    if sys.platform == "linux":
        _gather_fonts()
    places.run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", places.DIST, "--workpath", places.BUILD / "pyinstaller", SPEC),
        PYTHONPATH=os.pathsep.join((str(places.ROOT), str(places.ROOT / "packaging"))),
    )
    if sys.platform == "linux":
        _strip(places.BUNDLE)
    return places.BUNDLE


def self_test(program: Path) -> None:
    """Let the frozen program try all of its parts; end with a sentence if one fails."""
    print(f"Self-test of {program.name}:", flush=True)
    # Through a pipe, or a program without a console has nowhere to say anything on Windows.
    done = subprocess.run(
        [program, "--self-test"], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    print(done.stdout, done.stderr, sep="", flush=True)
    if done.returncode != 0:
        sys.exit(f"{program.name} does not pass its self-test. No installer was finished.")


def resources() -> list[tuple[str, str]]:
    """Return what lies beside the code, and where the frozen application looks for it."""
    kept = [
        (path, path.relative_to(places.RESOURCES).parent)
        for path in sorted(places.RESOURCES.rglob("*"))
        if path.is_file() and chosen.belongs(path.name)
    ]
    fonts = [(path, Path("fonts")) for path in sorted(places.FONTS.glob("*.ttf"))]
    # Alembic reads the steps of the database as files.
    steps = places.ROOT / "cpd_desktop" / "store" / "migrations"
    migrations = [
        (str(path), str(path.parent.relative_to(places.ROOT))) for path in steps.rglob("*.py")
    ]
    inside = Path("cpd_desktop", "_resources")
    return [*((str(path), str(inside / where)) for path, where in kept + fonts), *migrations]


def icon(system: str) -> str | None:
    """Return the icon that goes into the program itself, where the system wants one there."""
    names = {"win32": "cpd-desktop.ico", "darwin": "cpd-desktop.icns"}
    return str(places.ICONS / names[system]) if system in names else None


def version_resource(name: str) -> str:
    """Write what Windows shows about a program under Details, and return the file."""
    numbers = (*(int(part) for part in places.VERSION.split(".")), 0)
    texts = {
        "CompanyName": places.MAKER,
        "FileDescription": places.NAME if name == places.PACKAGE else f"{places.NAME} command",
        "FileVersion": places.VERSION,
        "LegalCopyright": "MIT License",
        "OriginalFilename": f"{name}.exe",
        "ProductName": places.NAME,
        "ProductVersion": places.VERSION,
    }
    table = ", ".join(f"StringStruct({key!r}, {text!r})" for key, text in texts.items())
    file = places.BUILD / f"{name}-version.txt"
    file.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),"
        f" kids=[StringFileInfo([StringTable('040904B0', [{table}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )
    return str(file)


def note_of_the_system(names: Iterable[str]) -> None:
    """Write down which libraries a system's own package of the application leaves out."""
    OF_THE_SYSTEM.write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


def size_of(folder: Path) -> float:
    """Return how many MB the files below a folder have."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / MB


def _gather_fonts() -> None:
    shutil.rmtree(places.FONTS, ignore_errors=True)
    places.FONTS.mkdir(parents=True)
    for path in chosen.fonts_below(FONT_FOLDERS).values():
        shutil.copy(path, places.FONTS)


def _strip(bundle: Path) -> None:
    """Take out the symbols that only debuggers read."""
    libraries = (each for each in bundle.rglob("*.so*") if not each.is_symlink())
    places.run("strip", "--strip-unneeded", *libraries)

"""A build backend and what is to be built with it, so that setting up can be tried offline.

Started as a program it writes itself as a wheel into the folder it is given, and beside it a source
without a wheel.
"""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile
from pathlib import Path

_SOURCE = {
    "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "stand_in_backend"\n'
    '[project]\nname = "stand-in-source"\nversion = "1.0"\n',
    "PKG-INFO": "Metadata-Version: 2.1\nName: stand-in-source\nVersion: 1.0\n",
}
_PROJECT = {"cpd": "stand_in_project:command", "cpd-desktop": "stand_in_project:window"}


def get_requires_for_build_editable(_settings: object = None) -> list[str]:
    """Need nothing."""
    return []


def build_editable(folder: str, _settings: object = None, _metadata: object = None) -> str:
    """Write a wheel that points at the project lying in the current folder."""
    pointer = {"stand_in_project.pth": str(Path.cwd())}
    return _wheel(Path(folder), "cpd_desktop", pointer, _PROJECT)


def build_wheel(folder: str, _settings: object = None, _metadata: object = None) -> str:
    """Write the wheel of the source."""
    return _wheel(Path(folder), "stand_in_source", {"stand_in_source.py": ""}, {})


def _source(folder: Path) -> str:
    name = "stand_in_source-1.0"
    with tarfile.open(folder / f"{name}.tar.gz", "w:gz") as archive:
        for path, text in _SOURCE.items():
            member = tarfile.TarInfo(f"{name}/{path}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return f"{name}.tar.gz"


def _wheel(folder: Path, name: str, files: dict[str, str], programs: dict[str, str]) -> str:
    about = f"{name}-1.0.dist-info"
    started = "\n".join(f"{program} = {place}" for program, place in programs.items())
    files = {
        **files,
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/entry_points.txt": f"[console_scripts]\n{started}\n",
    }
    record = f"{about}/RECORD"
    files[record] = "".join(f"{path},,\n" for path in [*files, record])
    wheel = f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(folder / wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


if __name__ == "__main__":
    itself = {"stand_in_backend.py": Path(__file__).read_text(encoding="utf-8")}
    place = Path(sys.argv[1])
    sys.stdout.write(f"{_wheel(place, 'stand_in_backend', itself, {})} {_source(place)}")

"""Gathers the licences of all that the bundle brings along."""

from __future__ import annotations

import re
import subprocess
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from installers import places

if TYPE_CHECKING:
    from collections.abc import Iterable

_LICENCE = re.compile(r"(?:licen[cs]es?|copying|notice|copyright)\b[^/]*$", re.IGNORECASE)
_DOCUMENTS = Path("/usr/share/doc")


def licences(bundle: Path) -> str:
    """Return one text: our licence, then that of each package and library inside."""
    own = (places.ROOT / "LICENSE").read_text(encoding="utf-8")
    parts = [(f"{places.NAME} {places.VERSION}", own)]
    parts += [(_titled(each), _words(each)) for each in _packages(bundle)]
    parts += [
        (f"{name} (a package of Debian)", _read(_DOCUMENTS / name / "copyright"))
        for name in _debian_packages(bundle)
    ]
    return "\n\n".join(f"{'=' * 78}\n{title}\n{'=' * 78}\n\n{text}" for title, text in parts) + "\n"


def _packages(bundle: Path) -> list[metadata.Distribution]:
    """Return the packages of Python of which something is in the bundle."""
    inside = {each.name for each in (bundle / "_internal").iterdir()}
    inside |= {name.split(".", 1)[0] for name in inside}
    found = {
        each.metadata["Name"].lower(): each
        for each in metadata.distributions()
        if {file.parts[0].split(".", 1)[0] for file in each.files or ()} & inside
    }
    found.pop(places.PACKAGE, None)
    return [found[name] for name in sorted(found)]


def _titled(package: metadata.Distribution) -> str:
    told = package.metadata
    classified = [
        each.rsplit(" :: ", 1)[-1]
        for each in told.get_all("Classifier") or ()
        if each.startswith("License ::")
    ]
    short = _first(told, "License-Expression") or ", ".join(classified) or _first(told, "License")
    return f"{told['Name']} {told['Version']}: {short or 'see below'}"


def _first(told: metadata.PackageMetadata, name: str) -> str:
    lines = [line for text in told.get_all(name) or () for line in str(text).splitlines()]
    return lines[0] if lines else ""


def _words(package: metadata.Distribution) -> str:
    named = (file for file in package.files or () if _LICENCE.search(str(file)))
    texts = [_read(Path(str(file.locate()))) for file in named if file.suffix != ".py"]
    return "\n\n".join(filter(None, texts)) or (
        "Its text is not part of the package. Debian keeps the common ones in\n"
        "/usr/share/common-licenses (LGPL-3, GPL-3, Apache-2.0)."
    )


def _debian_packages(bundle: Path) -> list[str]:
    """Return Debian's packages from which fonts and libraries were taken."""
    from installers import chosen

    names = [each.name for each in (bundle / "_internal").glob("lib*.so*")]
    asked = subprocess.run(
        ["dpkg", "-S", *(f"/usr/lib/*/{name}" for name in names)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    owners = {line.split(":", 1)[0] for line in asked.stdout.splitlines()}
    return sorted(_documented({*owners, *chosen.FONT_PACKAGES, "libpython3-stdlib"}))


def _documented(names: Iterable[str]) -> list[str]:
    return [name for name in names if (_DOCUMENTS / name / "copyright").is_file()]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()

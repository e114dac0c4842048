"""One archive that runs from wherever it is unpacked, and keeps its data beside itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers import debian, places
from installers.licences import licences

if TYPE_CHECKING:
    from pathlib import Path


def portable_archive(bundle: Path) -> Path:
    """Pack the bundle with what starts it, and return the file."""
    name = f"{places.PACKAGE}-{places.VERSION}"
    root = places.BUILD / "portable" / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "bundle", symlinks=True)
    shutil.copy(places.LINUX / "cpd-desktop.sh", root)
    debian.put_integration(root / "integration")
    (root / "LICENCES.txt").write_text(licences(bundle), encoding="utf-8")
    file = places.DIST / f"{name}-linux-x86_64.tar.xz"
    places.run(
        *("tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
        *("--mtime=@0", "--file", file, "--xz", name),
        folder=root.parent,
        XZ_OPT="-6",
    )
    return file

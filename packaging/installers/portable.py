"""One archive that runs from wherever it is unpacked, and keeps its data beside itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from installers import debian, places
from installers.licences import licences

if TYPE_CHECKING:
    from pathlib import Path

# The program looks for this file beside itself (``cpd_desktop/store/folder.py``).
PORTABLE = "portable.txt"
SAYS = """\
While this file lies here, CPD Desktop keeps its data beside itself, in "CPD Desktop data", and its
secrets in an encrypted vault there. Take it away, and the place of this system is used.
"""


def portable_archive(bundle: Path) -> Path:
    """Pack the bundle with what makes it portable, and return the file."""
    name = f"{places.PACKAGE}-{places.VERSION}"
    root = places.BUILD / "portable" / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root, symlinks=True)
    (root / PORTABLE).write_text(SAYS, encoding="utf-8")
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

"""The installer of Windows: for one person, without an administrator, signed by a key."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from base64 import b64decode
from pathlib import Path

from installers import freezing, places
from installers.file_kinds import KINDS
from installers.licences import licences

SCRIPT = places.WINDOWS / "installer.nsi"
# A certificate with its key as base64 of a PFX file, and its password.
KEYS = ("CPD_WINDOWS_PFX", "CPD_WINDOWS_PASSWORD")
_TIME_STAMPS = "http://timestamp.digicert.com"


def installer(bundle: Path, *, unsigned: bool) -> Path:
    """Make the installer around the bundle, sign what runs, and return its file."""
    (bundle / "LICENCES.txt").write_text(licences(bundle), encoding="utf-8")
    if not unsigned:
        _sign(*sorted(bundle.glob("*.exe")))
    name = f"{places.PACKAGE}-{places.VERSION}-setup{'-unsigned' if unsigned else ''}.exe"
    file = places.DIST / name
    compile_script(bundle, places.ICONS / "cpd-desktop.ico", file)
    if not unsigned:
        _sign(file)
    return file


def compile_script(bundle: Path, icon: Path, file: Path) -> None:
    """Make an installer of any folder that has the two programs in it."""
    kinds = places.BUILD / "file-kinds.nsh"
    kinds.parent.mkdir(parents=True, exist_ok=True)
    kinds.write_text(file_kinds(), encoding="utf-8-sig")
    given = {
        "VERSION": places.VERSION,
        "BUNDLE": bundle,
        "ICON": icon,
        "OUT": file,
        "KINDS": kinds,
        "SIZE": round(freezing.size_of(bundle) * 1024),
    }
    places.run("makensis", "-V2", *(f"-D{name}={value}" for name, value in given.items()), SCRIPT)


def file_kinds() -> str:
    """Return the macros that tell Windows of our kinds of files, and that take it back."""
    told = "".join(
        f'  !insertmacro TellKind "{kind.suffix}" "{kind.program_id}" "{kind.words}"\n'
        + (f'  !insertmacro OpenKind "{kind.program_id}"\n' if kind.opens else "")
        for kind in KINDS
    )
    taken = "".join(
        f'  !insertmacro ForgetKind "{kind.suffix}" "{kind.program_id}"\n' for kind in KINDS
    )
    return f"!macro TellKinds\n{told}!macroend\n!macro ForgetKinds\n{taken}!macroend\n"


def _sign(*files: Path) -> None:
    certificate, password = (os.environ[name] for name in KEYS)
    tool = shutil.which("signtool")
    if tool is None:
        sys.exit("signtool of the Windows SDK is not on PATH. No installer was finished.")
    with tempfile.TemporaryDirectory() as made:
        key = Path(made) / "key.pfx"
        key.write_bytes(b64decode(certificate))
        options = ("/fd", "SHA256", "/tr", _TIME_STAMPS, "/td", "SHA256")
        places.run(tool, "sign", "/f", key, "/p", password, *options, *files)
    places.run(tool, "verify", "/pa", *files)

"""Finds out which system packages are missing, and installs them or names them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

WINDOW = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libgssapi-krb5-2",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
# The fonts go into the bundle; see installers/chosen.py.
BUNDLE = (
    *WINDOW,
    "binutils",
    "fonts-dejavu-core",
    "fonts-droid-fallback",
    "fonts-nanum",
    "fonts-noto-core",
    "xz-utils",
)
TESTS = (
    *WINDOW,
    "chromium",
    "dbus",
    "dovecot-imapd",
    "fonts-dejavu-core",
    "fonts-droid-fallback",
    "fonts-nanum",
    "fonts-noto-core",
    "gnome-keyring",
    "libemail-mime-perl",
    "openbox",
    "poppler-utils",
    "postfix",
    "qpdf",
    "scrot",
    "util-linux",
    "xdotool",
    "xvfb",
    "zbar-tools",
)


def make_present(names: tuple[str, ...]) -> None:
    """Install what is missing; where we may not, say how in one line and end."""
    if not names or sys.platform in {"darwin", "win32"}:
        return
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        print("This system has no apt. What Debian calls these must be here:", *names)
        return
    present = _present()
    # A program may also have come another way, as Chromium does on Ubuntu.
    missing = [name for name in names if name not in present and shutil.which(name) is None]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    to_paste = f"sudo {' '.join(install)}"
    rights = _rights()
    if rights is None:
        sys.exit(f"System packages are missing. Paste this line, then start again:\n{to_paste}")
    print("Installing system packages:", *missing, flush=True)
    as_root = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    # Old lists still name most packages, so offline it may work all the same.
    subprocess.run([*as_root, "apt-get", "-qq", "update"], check=False, stdin=subprocess.DEVNULL)
    done = subprocess.run([*as_root, *install], check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"apt-get could not install them; above it says why. To try by hand:\n{to_paste}")


def _present() -> set[str]:
    """Return the names of installed packages and of what they stand in for.

    Releases with 64-bit time call libglib2.0-0 libglib2.0-0t64, and say so under Provides.
    """
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}|${Package}|${Provides}\n"],
        check=True,
        capture_output=True,
        text=True,
    )
    present = set()
    for line in listed.stdout.splitlines():
        status, package, provides = line.split("|", 2)
        if status == "installed":
            present.add(package)
            present.update(name.split()[0] for name in provides.split(",") if name.strip())
    return present


def _rights() -> list[str] | None:
    """Return what goes before a command to run it as root, or nothing if we may not."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run(
        [sudo, "-n", "true"], check=False, capture_output=True, stdin=subprocess.DEVNULL
    )
    return [sudo, "-n"] if asked.returncode == 0 else None

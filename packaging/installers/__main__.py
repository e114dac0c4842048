"""Builds the installers of the system it runs on, and tries the bundle before it is packed."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from installers import freezing, places

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMS = {"linux": "linux", "windows": "win32", "macos": "darwin"}


def main() -> int:
    """Do what the command line asks for; return the exit code."""
    options = _options()
    if options.measure:
        from installers.measuring import measure

        return measure(options.rounds)
    _require_keys(options.system, unsigned=options.unsigned)
    bundle = freezing.freeze()
    freezing.self_test(_program(bundle, options.system))
    for file in _installers(options.system, bundle, unsigned=options.unsigned):
        print(f"{file.relative_to(places.ROOT)}: {file.stat().st_size / freezing.MB:.1f} MB")
    print(f"{bundle.relative_to(places.ROOT)}: {freezing.size_of(bundle):.1f} MB")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="packaging/build", description=__doc__)
    parser.add_argument("system", choices=SYSTEMS, help="must be the one this runs on")
    parser.add_argument(
        "--measure", action="store_true", help="build nothing: measure size and start of the bundle"
    )
    parser.add_argument("--rounds", type=int, default=15, help="how often each is started (15)")
    parser.add_argument(
        "--unsigned", action="store_true", help="on Windows and macOS: build without signing keys"
    )
    options = parser.parse_args()
    if sys.platform != SYSTEMS[options.system]:
        parser.error(f"an installer for {options.system} is built on {options.system} only")
    return options


def _require_keys(system: str, *, unsigned: bool) -> None:
    """End with a sentence where something is to be signed and a key is missing."""
    from installers import macos, windows

    keys = {"windows": windows.KEYS, "macos": macos.KEYS}.get(system, ())
    missing = [name for name in keys if not os.environ.get(name)]
    if missing and not unsigned:
        sys.exit(
            f"Signing needs {', '.join(missing)}, and nothing was built."
            " With --unsigned it is built without, and its file name says so."
        )


def _program(bundle: Path, system: str) -> Path:
    if system == "macos":
        from installers import macos

        return macos.APP / "Contents" / "MacOS" / places.PACKAGE
    return bundle / f"{places.PACKAGE}{'.exe' if system == 'windows' else ''}"


def _installers(system: str, bundle: Path, *, unsigned: bool) -> list[Path]:
    if system == "windows":
        from installers import windows

        return [windows.installer(bundle, unsigned=unsigned)]
    if system == "macos":
        from installers import macos

        return [macos.disk_image(unsigned=unsigned)]
    from installers import debian, portable

    return [debian.debian_package(bundle), portable.portable_archive(bundle)]


if __name__ == "__main__":
    sys.exit(main())

"""Makes the manual that Help opens, from docs/manual."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import environment
import strings

HERE = Path(__file__).resolve().parent
SOURCE = environment.ROOT / "docs" / "manual"
MADE = environment.ROOT / "resources" / "manual"


def main() -> int:
    """Make the manual, its pictures first if they are asked for; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="packaging/make-manual", description="Makes the manual that Help opens."
    )
    parser.add_argument(
        "--pictures", action="store_true", help="take its pictures anew from the window first"
    )
    options = parser.parse_args()
    environment.make_ready()
    if options.pictures:
        strings.compile_all()  # without which the window counts “1 session(s)”
        _carry_out("manual_pictures.py", str(SOURCE / "pictures"))
    _carry_out("manual_pages.py", str(MADE))
    print(MADE / "index.html")
    return 0


def make_fresh() -> None:
    """Make it if something of it was changed since it was made, and if its texts are here."""
    made = MADE / "index.html"
    when = made.stat().st_mtime if made.exists() else 0.0
    texts = [each for each in SOURCE.rglob("*") if each.is_file()]
    if texts and any(each.stat().st_mtime > when for each in (HERE / "manual_pages.py", *texts)):
        _carry_out("manual_pages.py", str(MADE))


def _carry_out(script: str, *arguments: str) -> None:
    command = [environment.program("python"), str(HERE / script), *arguments]
    done = subprocess.run(command, check=False, env=environment.variables())
    if done.returncode != 0:
        sys.exit("The manual could not be made; above it says why.")


if __name__ == "__main__":
    sys.exit(main())

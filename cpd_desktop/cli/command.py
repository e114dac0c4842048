"""Reads the command line, runs one command, and answers in words or in JSON."""

from __future__ import annotations

import gc
import sys

from cpd_desktop import __version__


def main(argv: list[str] | None = None) -> int:
    """Run ``cpd`` and return its exit code: 0 done, 1 could not, 2 usage, 3 sign in, 4 in part."""
    if getattr(sys, "frozen", False):
        from cpd_desktop.services.crew import Crew

        Crew.freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == ["--version"]:  # asked for by scripts all the time: nothing else is loaded
        print(f"cpd {__version__}")
        return 0
    from cpd_desktop.cli.run import run

    if argv is None:
        # It ends soon and leaves hardly any cycles: looking for them takes a tenth of an import.
        gc.set_threshold(500_000, 20, 100)
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

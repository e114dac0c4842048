"""Starts the real window the way ``cpd-desktop`` does, with somebody looking."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the application in one of the ways of looking: times, stalls or memory."""
    gc.disable()  # as ``cpd_desktop.__main__`` begins
    from cpd_desktop.app.plain_imports import import_plainly

    import_plainly()
    from tests.benchmarks.watched_desktop import run

    return run(sys.argv[1])


if __name__ == "__main__":
    sys.exit(main())

"""Starts the window."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Start the window, or answer what was asked instead; return the exit code."""
    # The window collects at times of its own; until then there is nothing to find, only to search.
    gc.disable()
    from cpd_desktop.app.desktop import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())

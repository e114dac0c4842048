"""Starts the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the window, or answer what was asked instead; return the exit code."""
    from cpd_desktop.app.desktop import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())

"""Secrets that a person hands over: never as an argument, which every program could see."""

from __future__ import annotations

import sys

from cpd_desktop.domain.secret import Secret


def secret_from_stdin(prompt: str) -> Secret:
    """Return the first line of stdin; on a terminal it is asked for and not shown."""
    if sys.stdin.isatty():
        from getpass import getpass

        return Secret(getpass(prompt).strip())
    return Secret(sys.stdin.readline().strip())

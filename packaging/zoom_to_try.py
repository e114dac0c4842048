"""A Zoom on this computer, so that the whole journey can be tried without an account."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import environment
from session import started

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class ZoomToTry:
    """Where it is, and the environment variables that lead there."""

    address: str
    variables: dict[str, str]


def is_here() -> bool:
    """Tell whether it came along: it belongs to the tests."""
    return (environment.ROOT / "tests" / "fakes" / "zoom" / "__main__.py").is_file()


@contextmanager
def zoom_to_try(python: str, variables: dict[str, str]) -> Iterator[ZoomToTry]:
    """Start it with this Python, and stop it at the end; end with a sentence if it is not there."""
    if not is_here():
        sys.exit("The Zoom to try is part of tests/fakes, which is not here.")
    command = [python, "-m", "tests.fakes.zoom"]
    with started(command, variables, folder=environment.ROOT, stdout=subprocess.PIPE) as zoom:
        assert zoom.stdout is not None  # noqa: S101 - asked for one line above
        address = zoom.stdout.readline().decode().strip().rpartition(" ")[2]
        lines = [zoom.stdout.readline().decode().strip() for _ in range(3)]
        if not all("=" in line for line in lines):
            sys.exit("The Zoom to try did not start; above it says why.")
        told = dict(line.split("=", 1) for line in lines)
        yield ZoomToTry(address, variables | told)

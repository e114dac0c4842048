"""Searches everything as somebody types: names, numbers, and letters that nearly all have."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.store.folder import DataFolder
from tests.benchmarks.watching import tell

# “e” and “clinic” begin a word of all 100,000 people and the name of nobody.
TYPED = ("a", "e", "am", "amira", "amira ad", "clinic", "a e c", "wound care 12", "REG-2026-77")


def main() -> int:
    """Tell each figure once per round; the first round is a warm-up."""
    folder, rounds = DataFolder(Path(sys.argv[1])), int(sys.argv[2])
    with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
        for number in range(rounds + 1):
            took = []
            for typed in TYPED:
                began = time.monotonic()
                found = core.search.find(typed)
                took.append((time.monotonic() - began) * 1000)
                if not found:
                    msg = f"nothing was found for {typed}"
                    raise RuntimeError(msg)
            if number:
                tell({"found": median(took), "slowest": max(took)})
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints how accurate the matching is on made-up events of which everything is known."""

from __future__ import annotations

import argparse
import sys

from tests.attendance.corpus import a_corpus
from tests.attendance.judge import judge, table

EVENTS = 30


def main() -> int:
    """Judge, print, and return 0 if every aim is met."""
    parser = argparse.ArgumentParser(prog="python -m tests.attendance", description=__doc__)
    parser.add_argument("--events", type=int, default=EVENTS, help=f"how many ({EVENTS})")
    parser.add_argument("--first", type=int, default=1, help="the first one's seed (1)")
    parser.add_argument("--notes", action="store_true", help="also print every shortcoming")
    given = parser.parse_args()
    seeds = range(given.first, given.first + given.events)
    judgement = judge(a_corpus(seed) for seed in seeds)
    if given.notes:
        print(*judgement.notes, sep="\n")  # noqa: T201 - what it is for
    print(table(judgement))  # noqa: T201 - what it is for
    matched, decidable = judgement.decidable
    first, ceiling = judgement.suggested
    met = (
        not judgement.wrong
        and not judgement.seconds_wrong
        and 1000 * matched >= 995 * decidable
        and 100 * first >= 95 * ceiling
    )
    return int(not met)


if __name__ == "__main__":
    sys.exit(main())

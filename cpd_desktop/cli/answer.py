"""What a command answers: the same thing for people and for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import Any, TextIO

from cpd_desktop.services.work import Progress, Work

COULD_NOT, SIGN_IN = 1, 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON document, the lines that say the same, and the exit code."""

    content: Any
    lines: list[str] = field(default_factory=list)
    code: int = 0

    def say(self, out: TextIO, *, as_json: bool) -> None:
        """Write it down."""
        if as_json:
            print(json.dumps(self.content, ensure_ascii=False, indent=1), file=out)
        else:
            for line in self.lines:
                print(line, file=out)


def shown_work(err: TextIO | None = None) -> Work:
    """Return a ``Work`` that draws its progress on a terminal, and is silent in a pipe."""
    err = sys.stderr if err is None else err
    if not err.isatty():
        return Work()

    def draw(progress: Progress) -> None:
        of = f" of {progress.total}" if progress.total is not None else ""
        done = progress.total is not None and progress.done >= progress.total
        line = f"\r\033[K{progress.note or 'Working'} {progress.done}{of}"
        print("\r\033[K" if done else line, end="", file=err, flush=True)

    return Work(draw)

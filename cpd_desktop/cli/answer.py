"""What a command answers: the same thing for people and for programs."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from cpd_desktop.services.work import Progress, Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.doctor import Check

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


def checked(checks: Sequence[Check]) -> Answer:
    """Answer what was looked at or tried; it could not if any of it fails."""
    content = {
        "ok": all(check.ok for check in checks),
        "checks": [{"what": c.what, "ok": c.ok, "says": c.says} for c in checks],
    }
    lines = [f"{'ok' if c.ok else '!!'}  {c.what}: {c.says}" for c in checks]
    return Answer(content, lines, 0 if content["ok"] else COULD_NOT)


def say_any_letter() -> None:
    """Let no name stop a program on a terminal that cannot show all of its letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def shown_work(err: TextIO | None = None) -> Work:
    """Return a ``Work`` that draws its progress on a terminal, and is silent in a pipe."""
    err = sys.stderr if err is None else err
    if err is None or not err.isatty():
        return Work()

    def draw(progress: Progress) -> None:
        of = f" of {progress.total}" if progress.total is not None else ""
        done = progress.total is not None and progress.done >= progress.total
        line = f"\r\033[K{progress.note or 'Working'} {progress.done}{of}"
        print("\r\033[K" if done else line, end="", file=err, flush=True)

    return Work(draw)

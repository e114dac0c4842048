"""How a long job reports progress and learns that it must stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Sized
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cpd_desktop.domain.words import Sentence

T = TypeVar("T")


class Cancelled(Exception):
    """The person asked the job to stop; nothing went wrong and nothing is half-done."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One report: how far the job is and what it is doing now, in words or as a name."""

    done: int
    total: int | None
    note: Sentence | str = ""


class Work:
    """Handed to every long use case; each report is also the place where it may stop."""

    def __init__(
        self,
        listener: Callable[[Progress], None] | None = None,
        *,
        every: float = 0.05,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._listener = listener
        self._every = every
        self._now = now
        self._told = float("-inf")
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()

    def report(self, done: int, total: int | None = None, note: Sentence | str = "") -> None:
        """Tell the listener where we are, at most so often; raise ``Cancelled`` if we must stop."""
        if self._stop.is_set():
            raise Cancelled
        if self._listener is None:
            return
        now = self._now()
        if now - self._told >= self._every or done == total:
            self._told = now
            self._listener(Progress(done, total, note))

    def each(
        self, items: Iterable[T], total: int | None = None, note: Sentence | str = ""
    ) -> Iterator[T]:
        """Yield the items, reporting before each one and once after the last."""
        if total is None and isinstance(items, Sized):
            total = len(items)
        done = 0
        for item in items:
            self.report(done, total, note)
            yield item
            done += 1
        self.report(done, total, note)

    def pause(self, seconds: float) -> None:
        """Wait, unless asked to stop; then raise ``Cancelled`` at once."""
        if self._stop.wait(seconds):
            raise Cancelled

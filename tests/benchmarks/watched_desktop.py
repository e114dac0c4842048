"""The application as it is, watched: when it was painted and ready, and how long it stood still.

Nothing of the product knows that it is measured: this wraps it from outside.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer

from cpd_desktop.app import desktop as app
from tests.benchmarks.watching import FirstPaint, memory, since_start, tell

AFTER_READY = 50  # milliseconds: what the last job set off belongs to the stalls


class WatchedDesktop(app.Desktop):
    """The application with an ear on its window and its jobs."""

    mode = "times"

    def _open(self) -> None:
        super()._open()
        self.found: dict[str, float] = {}
        if self.window is not None:
            FirstPaint(self.window).seen.connect(self._painted)

    def _painted(self) -> None:
        self.found["painted"] = since_start()
        if self.mode == "memory":
            self.found["memory at paint"] = memory()
        if self.mode == "stalls":
            self._watch_stalls()

    def _furnish(self) -> None:
        first = self.furnishing is None
        super()._furnish()
        if first:
            self.jobs.finished.connect(self._look)

    def _watch_stalls(self) -> None:
        self._ticking = QTimer(self, interval=1)  # so short that Qt keeps it precisely anyhow
        self._ticking.timeout.connect(self._tick)
        self._last = time.monotonic()
        self._ticking.start()

    def _tick(self) -> None:
        now = time.monotonic()
        longest = self.found.get("longest stall", 0.0)
        self.found["longest stall"] = max(longest, (now - self._last) * 1000)
        self._last = now

    def _look(self) -> None:
        """Ready is: furnished, and the first housekeeping, the last of the start's jobs, done."""
        if self.furnishing is None or self.furnishing.desk is None or self.jobs.live:
            return
        self.jobs.finished.disconnect(self._look)
        self.found["ready"] = since_start()
        if self.mode == "memory":
            self.found["memory when ready"] = memory()
        if self.mode == "modules":
            self.found |= dict.fromkeys(sys.modules, 1.0)
        QTimer.singleShot(AFTER_READY, self._tell)

    def _tell(self) -> None:
        tell(self.found)
        self.application.quit()


def run(mode: str) -> int:
    """Run the application on the person's own data folder and return its exit code."""
    WatchedDesktop.mode = mode
    app.Desktop = WatchedDesktop  # type: ignore[misc] # watched from outside, not hooked inside
    return app.run(None)

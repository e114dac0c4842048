"""What both measured windows share: when they were painted, and what they hold in memory."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STARTED = "CPD_BENCHMARK_STARTED"  # when the measuring process started this one
RESIDENT = Path("/proc/self/statm")


def since_start() -> float:
    """Return the milliseconds since this process was asked for."""
    return (time.monotonic() - float(os.environ[STARTED])) * 1000


def memory() -> float:
    """Return the megabytes of this process that are resident.

    The proportional set size would count a library less while a neighbour has it loaded too, so
    that a test run in the next terminal would change the figures.
    """
    pages = int(RESIDENT.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def tell(found: dict[str, float]) -> None:
    """Hand the figures to the measuring process."""
    print(json.dumps(found), flush=True)  # noqa: T201 - this is how


class FirstPaint(QObject):
    """Says when a window has been painted for the first time, and its pixels were handed over."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, then for the turn of the event loop after it."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return super().eventFilter(watched, event)

    def customEvent(self, event: QEvent) -> None:
        """Come back after the paint."""
        super().customEvent(event)
        self.seen.emit()

"""Collects garbage on the window's thread only: a widget in a cycle must not die elsewhere."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from typing import Final

_OLDEST: Final = 2


class GarbageCollector(QObject):
    """Takes over from the automatic collector, which runs on whatever thread allocates.

    Nothing is collected before ``begin``: it would search all that the start makes, most of which
    stays for good, and hold the window up for it.
    """

    def __init__(self, parent: QObject | None = None, *, milliseconds: int = 500) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        self._frozen = False
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.collect_due)

    def collect_due(self) -> None:
        """Collect the oldest generation that the interpreter itself would collect by now."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in range(_OLDEST, -1, -1):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return

    def begin(self) -> None:
        """Set aside what start-up made and what stays for good, and collect from now on.

        It is not collected before: that takes 40 ms and finds next to nothing.
        """
        gc.freeze()
        self._frozen = True
        self._timer.start()

    def close(self) -> None:
        """Give collecting back to the interpreter, as it was."""
        self._timer.stop()
        if self._frozen:
            gc.unfreeze()
            self._frozen = False
        if self._was_automatic:
            gc.enable()

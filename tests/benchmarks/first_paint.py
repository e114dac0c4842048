"""Starts the window and tells what was loaded, and what stood there, when it was first painted."""

from __future__ import annotations

import builtins
import json
import sys

from PySide6 import QtCore, QtWidgets

from cpd_desktop.__main__ import main
from cpd_desktop.app import desktop as app
from tests.benchmarks.watching import FirstPaint


class WatchedDesktop(app.Desktop):
    """The application until its first paint."""

    def _open(self) -> None:
        super()._open()
        assert self.window is not None
        FirstPaint(self.window).seen.connect(self._tell)

    def _tell(self) -> None:
        assert self.window is not None
        classes = [*vars(QtCore), *vars(QtWidgets)]
        labels = [each.text() for each in self.window.findChildren(QtWidgets.QLabel)]
        plain = vars(builtins)["__import__"] is vars(builtins)["__orig_import__"]
        found = {"modules": [*sys.modules], "classes": classes, "labels": labels, "plain": plain}
        print(json.dumps(found), flush=True)  # noqa: T201 - read by the test
        self.application.quit()


if __name__ == "__main__":
    app.Desktop = WatchedDesktop  # type: ignore[misc] # watched from outside, not hooked inside
    sys.exit(main(["--data", sys.argv[1]]))

"""The browser that a test let the program open."""

from __future__ import annotations

import threading


def until_closed() -> None:
    """Wait until it is closed: by then whoever sits at it has written down what was seen."""
    for thread in threading.enumerate():
        if thread.name == "browser":
            thread.join(40)

"""Gives Python its own way of importing back, which PySide puts another in the place of."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own in place as soon as it is loaded


def import_plainly() -> None:
    """Import from now on as Python does.

    PySide reads the source of each module that is imported after it, and keeps the text, to see
    which of them might ask for a ``__feature__``. None of ours does, and the start is full of
    imports: it took 30 ms of them, and 16 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

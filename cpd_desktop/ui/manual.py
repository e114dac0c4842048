"""The manual: pages in a folder of this computer, opened in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

FIRST = "index"
# What is read about each page of the window and each stage; the first page tells of the others.
ABOUT = {
    "events": "plan",
    "plan": "plan",
    "register": "register",
    "meet": "zoom",
    "attendance": "attendance",
    "send": "mail",
    "people": "people",
    "certificates": "certificates",
    "outbox": "mail",
    "billing": "billing",
    "settings": "settings",
}


def manual_page(folder: Path, page: str) -> Path:
    """Return what the manual says about a page of the window, or a stage."""
    return folder / f"{ABOUT.get(page, FIRST)}.html"


def open_manual(folder: Path, page: str) -> bool:
    """Open it there; say whether that seems to have worked."""
    path = manual_page(folder, page)
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

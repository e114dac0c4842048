"""What a page is: it shows itself when it is looked at, and again when its things change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.ui.desk import Desk


class Page(QWidget):
    """A page of the window. It refreshes only while it is seen.

    One that is made in its place is styled once; whatever moves is styled anew with all in it.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.feed.changed.connect(self._heard)

    def refresh(self) -> None:
        """Show what is kept now."""

    def open_item(self, item: int) -> None:
        """Show the thing of this id."""

    def open_part(self, part: str) -> None:
        """Show a part of the thing that is open, such as a stage of an event."""

    def keep_state(self, kept: QSettings) -> None:
        """Write down widths and choices that the next start should find again."""

    def find_state(self, kept: QSettings) -> None:
        """Find what ``keep_state`` wrote down."""

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh if anything changed meanwhile."""
        super().showEvent(event)
        self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        """Refresh unless nothing changed since the last time."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _heard(self, changes: Changes, origin: object) -> None:
        # A page that made the change shows the result by itself.
        if origin is self or not any(changes.touches(kind) for kind in self.kinds):
            return
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()


def page_layout(page: QWidget) -> QVBoxLayout:
    """Give a page the margins that all pages have."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
    layout.setSpacing(GRID * 2)
    return layout


def header(title: str, subtitle: str, *buttons: QWidget) -> QHBoxLayout:
    """Return the top of a page: what it is on the left, what can be done on the right."""
    texts = QVBoxLayout()
    texts.setSpacing(GRID // 2)
    texts.addWidget(label(title, "title"))
    if subtitle:
        texts.addWidget(label(subtitle, "muted"))
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addLayout(texts, 1)
    if len(buttons) > 1:
        row.addLayout(_wrapped(buttons))
    elif buttons:
        row.addWidget(buttons[0])
    return row


def _wrapped(buttons: Sequence[QWidget]) -> QLayout:
    """Lay buttons out that may not fit beside the title at twice the text size."""
    # The first page has one button and is painted before what this brings along.
    from PySide6.QtCore import Qt

    from cpd_desktop.ui.flow import FlowRow

    row = FlowRow(*buttons)
    row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row

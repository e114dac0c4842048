"""The list of pages on the left, with what each holds in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class Navigation(QFrame):
    """One button per page; ``chosen`` says which one was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._clicked)

        name = label(self.tr("CPD Desktop"), "heading")
        name.setContentsMargins(GRID, 0, 0, GRID)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GRID, GRID * 2, GRID, GRID * 2)
        self._layout.setSpacing(GRID // 2)
        self._layout.addWidget(name)
        for page, text in (
            ("today", self.tr("Today")),
            ("events", self.tr("Events")),
            ("people", self.tr("People")),
            ("certificates", self.tr("Certificates")),
            ("outbox", self.tr("Outbox")),
            ("billing", self.tr("Billing")),
        ):
            self._add(page, text)
        self._layout.addStretch(1)
        self._add("settings", self.tr("Settings"))
        self.state = label("", "caption")
        self.state.setContentsMargins(GRID, GRID, 0, 0)
        self._layout.addWidget(self.state)

    def show_page(self, page: str) -> None:
        """Mark the page that is shown."""
        if page in self._buttons:
            self._buttons[page].setChecked(True)

    def set_count(self, page: str, count: str) -> None:
        """Show how much a page holds; nothing to hide it."""
        self._counts[page].setText(count)
        self._counts[page].setVisible(bool(count))
        text = self._buttons[page].text()
        self._buttons[page].setAccessibleName(f"{text} {count}".strip())

    def set_icon(self, page: str, icon: QIcon) -> None:
        """Give a page's button its icon in the colours of now."""
        self._buttons[page].setIcon(icon)

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the pages in their order."""
        return tuple(self._buttons)

    def _add(self, page: str, text: str) -> None:
        made = button(text, "nav")
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        made.setAccessibleName(text)
        count = label("", "caption", data=True)
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        count.hide()
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, GRID, 0)
        inside.addStretch(1)
        inside.addWidget(count)
        self._group.addButton(made, len(self._buttons))
        self._buttons[page] = made
        self._counts[page] = count
        self._layout.addWidget(made)

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self.pages[number])

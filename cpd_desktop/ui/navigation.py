"""The list of pages on the left, with what each holds in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from cpd_desktop.ui.widgets import GRID, PushButton, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

ICON = 20  # as high as wide; beside larger text larger
_FAINT = 0.75


class PageButton(PushButton):
    """Leads to a page; how much the page holds is drawn at the right end."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._count = ""
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.fit_icon()
        blank = QPixmap(self.iconSize())
        blank.fill(QColor(0, 0, 0, 0))
        self.setIcon(QIcon(blank))  # the room is kept, so that nothing moves when icons come

    @property
    def count(self) -> str:
        """Return what is shown at the right end."""
        return self._count

    @count.setter
    def count(self, count: str) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}".strip())
        self.updateGeometry()
        self.update()

    def fit_icon(self) -> None:
        """Let the icon be a little higher than the text is now."""
        side = max(ICON, self.fontMetrics().height() * 6 // 5)
        self.setIconSize(QSize(side, side))

    def sizeHint(self) -> QSize:
        """Leave room for the count."""
        room = self.fontMetrics().horizontalAdvance(self._count) + GRID * 2
        return super().sizeHint() + QSize(room, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and the count on it."""
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            # Fainter rather than in another colour: ``setPen`` loads the namespace Qt.
            painter.setOpacity(_FAINT)
            metrics = self.fontMetrics()
            left = self.width() - GRID - GRID // 2 - metrics.horizontalAdvance(self._count)
            base = (self.height() + metrics.ascent() - metrics.descent()) // 2
            painter.drawText(left, base, self._count)
            painter.end()


class Navigation(QFrame):
    """One button per page; ``chosen`` says which one was pressed.

    Below them stands how each account is; ``accounts_asked`` wants to see more of that.
    """

    chosen = Signal(str)
    accounts_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sidebar")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, PageButton] = {}
        self._group = QButtonGroup(self)

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
        self.accounts = button("", "quiet")
        self.accounts.hide()
        self._layout.addWidget(self.accounts)
        self.accounts.clicked.connect(self.accounts_asked)
        self._group.idClicked.connect(self._clicked)

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the pages in their order."""
        return tuple(self._buttons)

    def show_page(self, page: str) -> None:
        """Mark the page that is shown; a page that is not on the list marks none."""
        self._group.setExclusive(page in self._buttons)
        for name, each in self._buttons.items():
            each.setChecked(name == page)

    def set_count(self, page: str, count: str) -> None:
        """Show how much a page holds; nothing to hide it."""
        self._buttons[page].count = count

    def show_accounts(self, words: str, why: str = "") -> None:
        """Say how the accounts are, and why where they are not well; nothing hides it."""
        self.accounts.setText(words)
        self.accounts.setAccessibleName(words)
        self.accounts.setToolTip(why)
        self.accounts.setVisible(bool(words))

    def set_icon(self, page: str, icon: QIcon) -> None:
        """Give a page's button its icon in the colours and the size of now."""
        self._buttons[page].setIcon(icon)
        self._buttons[page].fit_icon()

    def _add(self, page: str, text: str) -> None:
        made = PageButton(text)
        self._group.addButton(made, len(self._buttons))
        self._buttons[page] = made
        self._layout.addWidget(made)

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self.pages[number])

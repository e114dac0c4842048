"""The templates on the left of the stage, each with a small picture, and who gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.services.certificates.templates import KeptTemplate

WIDTH, HEIGHT = 128, 92


def key_of(kept: KeptTemplate) -> str:
    """Return by what a template is called where it is asked for."""
    return kept.built_in or str(kept.id)


class StageTemplates(QWidget):
    """Offers the templates; ``chosen`` carries the key of one."""

    chosen = Signal(str)
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts = label("", "muted")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Template"))
        self.list.setIconSize(QSize(WIDTH, HEIGHT))
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setFlow(QListWidget.Flow.TopToBottom)
        self.list.setWrapping(False)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.edit = button(self.tr("Edit templates…"), "quiet")
        self.edit.setAccessibleName(self.tr("Edit templates"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("Template"), "caption"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.counts)

        self.list.currentItemChanged.connect(self._tell)
        self.edit.clicked.connect(self.edit_asked)

    def show_templates(self, listed: Iterable[KeptTemplate], current: KeptTemplate) -> None:
        """List the templates, and mark the one that is used."""
        with QSignalBlocker(self.list):
            known = {self._key(row): self.list.item(row).icon() for row in self._rows()}
            self.list.clear()
            for each in listed:
                item = QListWidgetItem(known.get(key_of(each), _blank()), each.name)
                item.setData(Qt.ItemDataRole.UserRole, key_of(each))
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setToolTip(each.name)
                self.list.addItem(item)
                if key_of(each) == key_of(current):
                    self.list.setCurrentItem(item)

    def show_picture(self, key: str, picture: QPixmap) -> None:
        """Show what a template looks like."""
        for row in self._rows():
            if self._key(row) == key:
                self.list.item(row).setIcon(_framed(picture))

    def _rows(self) -> range:
        return range(self.list.count())

    def _key(self, row: int) -> str:
        return str(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _blank() -> QIcon:
    made = QPixmap(WIDTH, HEIGHT)
    made.fill(Qt.GlobalColor.transparent)
    return QIcon(made)


def _framed(picture: QPixmap) -> QIcon:
    """Return the picture in the middle of a place as large as that of all others."""
    from PySide6.QtGui import QColor, QPainter

    ratio = picture.devicePixelRatio()
    made = QPixmap(QSize(WIDTH, HEIGHT) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    size = picture.deviceIndependentSize().scaled(
        WIDTH - 4, HEIGHT - 4, Qt.AspectRatioMode.KeepAspectRatio
    )
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    left, top = (WIDTH - size.width()) / 2, (HEIGHT - size.height()) / 2
    painter.drawPixmap(int(left), int(top), int(size.width()), int(size.height()), picture)
    painter.setPen(QColor("#8a94a2"))
    painter.drawRect(int(left), int(top), int(size.width()), int(size.height()))
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(made, mode)
    return icon

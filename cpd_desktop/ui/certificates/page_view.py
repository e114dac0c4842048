"""The middle of the editor: the page at some zoom, drawn anew after each change, and its tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.certificates.canvas import AROUND, PageCanvas
from cpd_desktop.ui.certificates.preview_feed import PreviewFeed, View
from cpd_desktop.ui.widgets import GRID, ToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent, QWheelEvent

    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.desk import Desk

LEAST, MOST, FACTOR = 0.2, 6.0, 1.25
_INCH: Final = 72


class PageView(QWidget):
    """Shows the page of an editing for somebody; Ctrl and the wheel zoom."""

    def __init__(self, desk: Desk, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._fits = True
        self._theme = desk.theme
        self.snapshot: Snapshot | None = None
        self.canvas = PageCanvas(editing, desk.theme)
        self.feed = PreviewFeed(desk, self)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.canvas)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.setMovable(True)
        self.tabs.setDrawBase(False)
        self.percent = ToolButton()
        self.percent.setProperty("role", "field")
        self.percent.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.percent.setAccessibleName(self.tr("Zoom"))
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.foot.setSpacing(GRID // 2)
        self.foot.addWidget(self.tabs)
        self.foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_ground(self.area), 1)
        layout.addLayout(self.foot)
        self.area.viewport().installEventFilter(self)
        self.feed.drawn.connect(self._drawn)
        self.feed.failed.connect(desk.operations.failed)
        editing.changed.connect(self._changed)
        editing.turned.connect(self._turned)
        editing.chosen.connect(self._bring_into_view)
        self.tabs.currentChanged.connect(editing.turn_to)
        self.tabs.tabMoved.connect(self._moved)
        self._show_tabs()

    def show_for(self, snapshot: Snapshot) -> None:
        """Show the page as the certificate of this one will look."""
        self.snapshot = self.canvas.snapshot = snapshot
        self.redraw()

    def redraw(self) -> None:
        """Have the page drawn again."""
        if self.snapshot is not None:
            scale = self.canvas.zoom * self.devicePixelRatioF()
            self.feed.ask(View(self._editing.template, self._editing.at, self.snapshot, scale))

    def zoom_in(self) -> None:
        """Show the page larger."""
        self.zoom_to(self.canvas.zoom * FACTOR)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self.zoom_to(self.canvas.zoom / FACTOR)

    def zoom_whole(self) -> None:
        """Show the page as large as it is on paper."""
        self.zoom_to(self.logicalDpiX() / _INCH)

    def zoom_to(self, zoom: float) -> None:
        """Show a point in so many dots of the screen."""
        self._fits = False
        self._zoom(zoom)

    def fit(self) -> None:
        """Show all of the page, also when the window becomes larger or smaller."""
        self._fits = True
        page, room = self._editing.page, self.area.viewport().size()
        across = (room.width() - 2 * AROUND) / page.width
        down = (room.height() - 2 * AROUND) / page.height
        self._zoom(min(across, down))

    def add_to_foot(self, *widgets: QWidget) -> None:
        """Put controls at the right below the page."""
        for each in widgets:
            self.foot.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom by Ctrl and the wheel, around the mouse."""
        if event.type() == QEvent.Type.Wheel:
            wheel: QWheelEvent = event  # type: ignore[assignment] # its type says so
            if wheel.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._zoom_around(wheel.position(), wheel.angleDelta().y())
                return True
        if event.type() == QEvent.Type.Resize and self._fits:
            self.fit()
        return super().eventFilter(watched, event)

    def _zoom_around(self, point: QPointF, turned: int) -> None:
        before = self.canvas.mapFrom(self.area.viewport(), point)
        x, y = self.canvas.on_page(before)
        self.zoom_to(self.canvas.zoom * (FACTOR if turned > 0 else 1 / FACTOR))
        bars = self.area.horizontalScrollBar(), self.area.verticalScrollBar()
        for bar, at, there in zip(bars, (x, y), (point.x(), point.y()), strict=True):
            bar.setValue(round(AROUND + at * self.canvas.zoom - there))

    def _zoom(self, zoom: float) -> None:
        zoom = max(LEAST, min(MOST, zoom))
        if zoom != self.canvas.zoom or self.canvas.picture is None:
            self.canvas.set_zoom(zoom)
            self.redraw()
        whole = self.logicalDpiX() / _INCH
        self.percent.setText(self.tr("{number} %").format(number=round(zoom / whole * 100)))

    def _drawn(self, picture: QImage, at: int) -> None:
        if at == self._editing.at:
            self.canvas.show_picture(picture)

    def _changed(self) -> None:
        self._show_tabs()
        if self._fits:
            self.fit()
        self.redraw()

    def _turned(self) -> None:
        self._show_tabs()
        if self._fits:
            self.fit()
        self.redraw()

    def _bring_into_view(self) -> None:
        """Show what the keyboard came to."""
        if self.canvas.gesture is None and self.canvas.hasFocus() and self._editing.elements:
            place = self.canvas.on_screen(self._editing.elements[-1].box).toRect()
            margin = QSize(GRID, GRID)
            self.area.ensureVisible(
                place.center().x(), place.center().y(), margin.width(), margin.height()
            )

    def _show_tabs(self) -> None:
        count = len(self._editing.template.pages)
        self.tabs.blockSignals(True)
        while self.tabs.count() > count:
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < count:
            self.tabs.addTab("")
        for at in range(count):
            self.tabs.setTabText(at, self.tr("Page {number}").format(number=at + 1))
        self.tabs.setCurrentIndex(self._editing.at)
        self.tabs.blockSignals(False)

    def _moved(self, to: int, at: int) -> None:
        # Qt names the one that was pushed aside first while a tab is dragged.
        if at == self._editing.at:
            self._editing.move_page(to)
        elif to == self._editing.at:
            self._editing.move_page(at)


def _ground(area: QScrollArea) -> QFrame:
    """Return what the page lies on, which is not as white as paper."""
    made = QFrame()
    made.setProperty("role", "ground")
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(area)
    return made


def tool(action: object, icon_size: int = 20) -> ToolButton:
    """Return a small button for an action."""
    made = ToolButton()
    made.setDefaultAction(action)  # type: ignore[arg-type] # an action of Qt
    made.setIconSize(QSize(icon_size, icon_size))
    return made

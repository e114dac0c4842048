"""Has the page drawn again after each change, off the window's thread, and always the latest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.services.certificates.ports import Raster
    from cpd_desktop.services.certificates.previews import Previews
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class View(NamedTuple):
    """What is to be drawn: a page of a template for somebody, in so many dots a point."""

    template: Template
    at: int
    snapshot: Snapshot
    scale: float


class PreviewFeed(QObject):
    """Draws one page at a time; what is asked for meanwhile takes the place of what waited."""

    drawn = Signal(QImage, int)
    failed = Signal(Exception)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waits: View | None = None
        self._drawing = False
        self._at = 0

    def ask(self, view: View) -> None:
        """Have a page drawn."""
        self._waits = view
        if not self._drawing:
            self._begin()

    def _begin(self) -> None:
        view, self._waits = self._waits, None
        if view is None:
            return
        self._drawing, self._at = True, view.at
        call = partial(_drawn, self._desk.services.previews, view)
        job = self._desk.jobs.run(call, lane=Lane.PICTURES)
        job.succeeded.connect(self._arrived)  # no more once this is gone
        job.failed.connect(self.failed)
        job.finished.connect(self._go_on)

    def _arrived(self, raster: Any) -> None:
        self.drawn.emit(image_of(raster), self._at)

    def _go_on(self) -> None:
        self._drawing = False
        self._begin()


def image_of(raster: Raster) -> QImage:
    """Return the dots of a page as Qt knows pictures."""
    line = raster.width * 4
    seen = QImage(raster.dots, raster.width, raster.height, line, QImage.Format.Format_RGB32)
    return seen.copy()  # the dots belong to somebody else


def _drawn(previews: Previews, view: View, _work: Work) -> Raster:
    return previews.picture(view.template, view.at, view.snapshot, view.scale)

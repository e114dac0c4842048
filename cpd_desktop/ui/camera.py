"""Shows what the camera sees and says which codes are in it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from cpd_desktop.services.code_reader import GreyPicture
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QPaintEvent
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink

    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.jobs import JobRunner

SECONDS_AWAY = 3.0
_WIDE_ENOUGH = 1280


class CameraView(QWidget):
    """The camera's picture; ``code_seen`` tells each code once while it is held up.

    A code is told again after it was out of sight for three seconds.
    """

    code_seen = Signal(str)

    def __init__(
        self,
        read: CodeReader,
        jobs: JobRunner,
        parent: QWidget | None = None,
        *,
        instead: str = "",
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Say what to do ``instead`` where there is no picture."""
        super().__init__(parent)
        self._instead = instead or self.tr("Use a scanner, or search for the name.")
        self._read = read
        self._jobs = jobs
        self._seconds = seconds
        self._reading = False
        self._last_seen: dict[str, float] = {}
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self.picture = _Picture()
        self.picture.setAccessibleName(self.tr("Picture of the camera"))
        self.words = label(self.tr("The camera is off."), "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMargin(GRID * 2)

        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self.picture)

    @property
    def running(self) -> bool:
        """Say whether a camera is on."""
        return self._camera is not None

    def start(self) -> None:
        """Turn the camera on, or say in words why there is no picture."""
        if self._camera is not None:
            return
        try:
            from PySide6.QtMultimedia import (
                QCamera,
                QMediaCaptureSession,
                QMediaDevices,
                QVideoSink,
            )
        except ImportError:
            self._say(self.tr("Scanning by camera is not installed here."))
            return
        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self._say(self.tr("There is no camera on this computer."))
            return
        self._camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        sink = QVideoSink(self._session)
        self._camera.errorOccurred.connect(self._give_up)
        self.watch(sink)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(sink)
        self._camera.start()

    def stop(self) -> None:
        """Turn the camera off."""
        self._sink = None
        if self._camera is None or self._session is None:
            return
        self._camera.stop()
        self._session.deleteLater()
        self._camera.deleteLater()
        self._camera = self._session = None
        self._show_words(self.tr("The camera is off."))

    def watch(self, sink: QVideoSink) -> None:
        """Show and read every frame that arrives there."""
        self._sink = sink
        sink.videoFrameChanged.connect(self._take_frame)

    def look_at(self, image: QImage) -> None:
        """Show a picture, and read its codes unless an earlier one is still being read."""
        self.picture.show_image(image)
        self._layout.setCurrentWidget(self.picture)
        if self._reading:
            return
        self._reading = True
        job = self._jobs.run(partial(_codes_in, self._read, _grey(image)), lane=Lane.PICTURES)
        job.succeeded.connect(self._tell)
        job.failed.connect(self._give_up)
        job.finished.connect(self._be_ready)

    def hideEvent(self, event: QHideEvent) -> None:
        """Turn the camera off with the page: its light must not stay on unseen."""
        self.stop()
        super().hideEvent(event)

    def _take_frame(self, frame: QVideoFrame) -> None:
        # Frames come from a thread of the camera; some are still on their way when it is off.
        image = frame.toImage() if self._sink is not None else QImage()
        if not image.isNull():
            self.look_at(image)

    def _tell(self, codes: Any) -> None:
        now = self._seconds()
        for code in codes:
            seen = self._last_seen.get(code)
            self._last_seen[code] = now
            if seen is None or now - seen >= SECONDS_AWAY:
                self.code_seen.emit(code)

    def _be_ready(self) -> None:
        self._reading = False

    def _give_up(self) -> None:
        self.stop()
        self._say(self.tr("The camera gives no picture; another program may be using it."))

    def _say(self, text: str) -> None:
        self._show_words(f"{text} {self._instead}")

    def _show_words(self, text: str) -> None:
        self.words.setText(text)
        self._layout.setCurrentWidget(self.words)


class _Picture(QWidget):
    """One frame, as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return a size in which a badge held up can be made out."""
        return QSize(GRID * 40, GRID * 30)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.end()


def _grey(image: QImage) -> GreyPicture:
    if image.width() > _WIDE_ENOUGH:
        image = image.scaledToWidth(_WIDE_ENOUGH)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    dots = bytes(grey.constBits())
    return GreyPicture(grey.width(), grey.height(), grey.bytesPerLine(), dots)


def _codes_in(read: CodeReader, picture: GreyPicture, _work: Work) -> tuple[str, ...]:
    return read(picture)

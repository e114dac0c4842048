"""The picture of an event: chosen or dropped, really read, and shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.ui.event.entries import Entry
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from cpd_desktop.services.pictures import Pictures
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

SHOWN = GRID * 20


def picture_format(content: bytes) -> str:
    """Return the format of a picture after reading all of it; nothing if it cannot be read."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    found = bytes(reader.format().data()).decode("ascii")
    return "" if reader.read().isNull() else found


class PictureEntry(Entry):
    """Holds the name under which a picture is kept."""

    def __init__(self, name: str, words: str, desk: Desk, *, note: str = "") -> None:
        self._desk = desk
        self._name = ""
        self.picture = QLabel()
        self.picture.setMaximumHeight(SHOWN)
        self.picture.hide()
        translate = QCoreApplication.translate
        self.choose = button(translate("PictureEntry", "Choose a picture…"))
        self.remove = button(translate("PictureEntry", "Remove picture"), "quiet")
        for each in (self.choose, self.remove):
            each.setAccessibleName(each.text())
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.picture)
        layout.addLayout(FlowRow(self.choose, self.remove))
        super().__init__(name, words, inside, note=note)
        self.setFocusProxy(self.choose)
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)

    def raw(self) -> str:
        """Return the name of the picture."""
        return self._name

    def show_raw(self, raw: str) -> None:
        """Show the picture of this name."""
        changed, self._name = raw != self._name, raw
        self.remove.setVisible(bool(raw))
        if not raw:
            self.picture.hide()
        elif changed:
            pictures = self._desk.services.pictures
            self._desk.operations.look_up(partial(_read, pictures, raw), self._show)

    def raw_of(self, value: str | None) -> str:
        """Return the name of the picture."""
        return value or ""

    def value(self) -> str | None:
        """Return the name of the picture, if there is one."""
        return self._name or None

    def take(self, path: str) -> None:
        """Keep the picture in this file, if it is one."""
        pictures = self._desk.services.pictures
        self._desk.operations.carry_out(
            lambda _work: pictures.keep(Path(path), picture_format),
            origin=self,
            then=self._taken,
            otherwise=self._refused,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the file that was dropped."""
        self.take(event.mimeData().urls()[0].toLocalFile())

    def _ask(self) -> None:
        kind = self.tr("Pictures") + " (*.jpg *.jpeg *.png *.gif *.webp)"
        ask_for_file(self.window(), self.tr("Choose a picture"), kind, self.take)

    def _taken(self, name: str) -> None:
        self.say(None)
        self.show_raw(name)
        self.entered.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self.say(next(iter(error.problems.values())))
        elif isinstance(error, CpdError):
            self.say(error.says)
        else:
            self._desk.operations.failed.emit(error)

    def _remove(self) -> None:
        self.say(None)
        self.show_raw("")
        self.entered.emit()

    def _show(self, found: Any) -> None:
        name, image = found
        if name != self._name:
            return
        ratio = self.devicePixelRatioF()
        side = round(SHOWN * ratio)
        mode = Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(image)
        if shown.height() > side or shown.width() > 2 * side:
            shown = shown.scaled(2 * side, side, Qt.AspectRatioMode.KeepAspectRatio, mode)
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(self.words)
        self.picture.show()


def _read(pictures: Pictures, name: str, _work: Work) -> tuple[str, QImage]:
    return name, QImage.fromData(pictures.get(name))

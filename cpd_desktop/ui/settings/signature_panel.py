"""The picture of the signature that is printed on certificates."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

WIDTH, HEIGHT = GRID * 40, GRID * 12


class SignaturePanel(Panel):
    """Shows the picture as it is printed, on paper whatever the colours are, and changes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.picture = QLabel()
        # Ink is dark, so it is shown on paper in dark colours, too.
        self.picture.setStyleSheet(f"background: white; padding: {GRID}px;")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedHeight(HEIGHT + GRID * 2)
        self.picture.setMaximumWidth(WIDTH + GRID * 2)
        self.choose = button(self.tr("Choose a &picture…"))
        self.remove = button(self.tr("&Remove"))

        self.rows.setSpacing(GRID)
        self.rows.addWidget(label(self.tr("Picture of the signature")))
        self.rows.addWidget(self.picture)
        self.rows.addWidget(
            label(
                self.tr(
                    "A PNG with a clear background looks best. Certificates that were issued keep"
                    " what was printed on them."
                ),
                "caption",
            )
        )
        self.add_buttons(self.choose, self.remove)
        self.rows.addWidget(self.note)
        self._show(b"")

        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._forget)

    def refresh(self) -> None:
        """Read the picture again."""
        self.run(lambda _work: self.desk.services.certificates.signature(), self._show)

    def keep(self, chosen: str) -> None:
        """Keep this picture from now on."""
        self.note.say("")
        self.run(partial(self._keep, Path(chosen)), self._changed)

    def _keep(self, path: Path, _work: Work) -> Changes:
        return self.desk.services.certificates.keep_signature(path)

    def _forget(self) -> None:
        self.note.say("")
        self.run(lambda _work: self.desk.services.certificates.forget_signature(), self._changed)

    def _changed(self, _changes: object) -> None:
        self.refresh()

    def _ask(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.svg)")
        ask_for_file(self, self.tr("Picture of the signature"), kinds, self.keep)

    def _show(self, content: bytes) -> None:
        image = QImage.fromData(content)
        self.picture.setVisible(not image.isNull())
        self.remove.setVisible(not image.isNull())
        if image.isNull():
            self.picture.clear()
            return
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(image).scaled(
            round(WIDTH * ratio),
            round(HEIGHT * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(self.tr("The signature as it is printed"))

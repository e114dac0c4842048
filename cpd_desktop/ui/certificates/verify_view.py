"""Tells whether a certificate is genuine: dropped, chosen, pasted, or held before the camera."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.certificates.verify_answer import VerifyAnswer
from cpd_desktop.ui.certificates.verify_issuers import VerifyIssuers
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.register.door_camera import DoorCamera
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, card, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.verdicts import Verification
    from cpd_desktop.ui.desk import Desk

READABLE = 84  # characters of a line of both beside each other
CARD, LIST = ".card", ".list"


class VerifyView(QWidget):
    """Takes anything that may be a certificate, and answers; nothing leaves the computer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._again: Callable[[], None] | None = None
        self.choose = button(self.tr("Choose a file…"), "primary")
        self.paste = button(self.tr("Paste"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text of the QR code, its address, or a badge"))
        self.text.setPlaceholderText(self.text.accessibleName())
        self.text.setTabChangesFocus(True)
        self.check = button(self.tr("Check"))
        self.camera = DoorCamera(desk, self.tr("Choose a picture of the code instead."))
        self.camera.setVisible(find_spec("PySide6.QtMultimedia") is not None)
        self.note = Note()
        self.answer = VerifyAnswer()
        self.answer.hide()
        self.issuers = VerifyIssuers(desk)
        self.setAcceptDrops(True)
        self._lay_out()

        self.choose.clicked.connect(self._ask_for_file)
        self.paste.clicked.connect(self.paste_copied)
        self.check.clicked.connect(self._check_text)
        self.camera.code_seen.connect(self.verify_text)
        self.issuers.changed.connect(self._verify_again)
        self.answer.add_card.clicked.connect(self.issuers.ask_for_card)

    def refresh(self) -> None:
        """Read the known issuers, and answer again by them."""
        self.issuers.refresh()
        self._verify_again()

    def verify_file(self, path: Path) -> None:
        """Verify a file; an issuer card or a list is taken in instead."""
        if path.suffix.lower() == CARD:
            self.issuers.look_at_card(str(path))
        elif path.suffix.lower() == LIST:
            self.issuers.take_list(str(path))
        else:
            verifying = self._desk.services.verifying
            self._ask(lambda: verifying.file(path), path.name)

    def verify_text(self, text: str) -> None:
        """Verify what a code says."""
        self.verify_content(text.strip().encode(), "")

    def verify_content(self, content: bytes, name: str) -> None:
        """Verify bytes that are called so."""
        verifying = self._desk.services.verifying
        self._ask(lambda: verifying.shown(content), name)

    def verify_issued(self, issued: Certificate) -> None:
        """Verify the kept file of one of one's own."""
        services = self._desk.services
        self._ask(
            lambda: services.verifying.shown(services.certificate_register.pdf(issued)),
            issued.number,
        )

    def paste_copied(self) -> None:
        """Verify the file, picture or text that was copied last."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        self._take(data or QMimeData())  # there may be none, as the bindings do not say

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, pictures and texts."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Verify what was let go here."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the issuers below the answer where there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * READABLE
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _lay_out(self) -> None:
        for each in (self.choose, self.paste, self.check):
            each.setAccessibleName(each.text())
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + GRID * 2)
        ask = card()
        asking = QVBoxLayout(ask)
        asking.setSpacing(GRID)
        asking.addWidget(label(self.tr("Drop a certificate here"), "heading"))
        asking.addWidget(
            label(
                self.tr(
                    "A PDF file, a badge (PNG), or a picture of the QR code. Nothing leaves this"
                    " computer."
                ),
                "muted",
            )
        )
        asking.addLayout(FlowRow(self.choose, self.paste))
        asking.addWidget(self.text)
        asking.addLayout(FlowRow(self.check))
        asking.addWidget(self.camera)
        asking.addWidget(self.note)
        found = QWidget()
        inside = QVBoxLayout(found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID * 2)
        inside.addWidget(ask)
        inside.addWidget(self.answer)
        inside.addStretch(1)
        sheet = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._beside.setContentsMargins(0, 0, GRID, 0)
        self._beside.setSpacing(GRID * 2)
        self._beside.addWidget(found, 3)
        self._beside.addWidget(self.issuers, 2)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Verify a certificate"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _ask_for_file(self) -> None:
        kinds = self.tr(
            "Certificates, pictures, issuer cards (*.pdf *.png *.jpg *.jpeg *.gif *.webp *.txt"
            " *.jwt *.card *.list);;All files (*)"
        )
        ask_for_file(
            self, self.tr("Verify a certificate"), kinds, lambda each: self.verify_file(Path(each))
        )

    def _check_text(self) -> None:
        if text := self.text.toPlainText().strip():
            self.verify_text(text)

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        image = data.imageData() if data.hasImage() else None
        if paths:
            self.verify_file(paths[0])
        elif isinstance(image, QImage) and not image.isNull():
            kept = QBuffer()
            kept.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(kept, b"png").write(image)
            self.verify_content(bytes(kept.data().data()), self.tr("Copied picture"))
        elif data.hasText() and data.text().strip():
            self.text.setPlainText(data.text().strip())
            self.verify_text(data.text())
        else:
            self.note.say(self.tr("Nothing was copied that could be a certificate."), "warn")

    def _verify_again(self) -> None:
        if self._again is not None:
            self._again()

    def _ask(self, call: Callable[[], Verification], name: str) -> None:
        self._asked += 1
        self._again = partial(self._ask, call, name)
        self.note.say(self.tr("Checking…"))
        # Beside the lane of the database, where an import may take its time.
        self._desk.operations.carry_out(
            lambda _work: call(),
            origin=self,
            then=partial(self._show, self._asked, name),
            otherwise=self._refuse,
            lane=Lane.NETWORK,
        )

    def _show(self, number: int, name: str, said: Verification) -> None:
        if number != self._asked:
            return  # something else was shown meanwhile
        self.note.say("")
        self.answer.show_answer(said, name)
        self.answer.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(self.answer, 0, 0)

    def _refuse(self, error: Exception) -> None:
        words = explain(error)
        self.answer.hide()
        self._again = None
        self.note.say(f"{words.says} {words.advice}", "bad")

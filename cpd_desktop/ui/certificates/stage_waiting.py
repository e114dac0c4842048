"""What stands in the stage while it is found out for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from cpd_desktop.ui.certificates.stage_words import number_words
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.services.work import Progress


class StageWaiting(QWidget):
    """Says how many people were looked through, once that takes longer than a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.says = label("", "muted")
        self.says.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Looking through the people"))
        self.bar.setFixedWidth(GRID * 40)
        self.bar.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(1)
        layout.addWidget(self.says)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def begin(self) -> None:
        """Say what is done first."""
        self.says.setText(self.tr("Finding out who attended"))
        self.bar.hide()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        if not progress.total:
            return
        text = self.tr("Looking through %n people", "", progress.total)
        done = self.tr("{text}: {done}").format(text=text, done=number_words(progress.done))
        self.says.setText(done)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.bar.show()

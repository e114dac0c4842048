"""What is asked before a meeting is given up: what becomes of it at Zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout

from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.words import Sentence


class GiveUpDialog(FormDialog):
    """Asks whether Zoom deletes it or keeps it; ``offered`` says whether it is kept.

    With ``unfetched`` somebody has to say that the report may be lost before it is deleted.
    """

    offered = Signal(bool)

    def __init__(self, parent: QWidget, topic: str, unfetched: Sentence | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Give up “{topic}”").format(topic=topic))
        self.accept_button.setText(self.tr("Give up"))
        restyle(self.accept_button, role="danger")
        self.delete = QRadioButton(self.tr("&Delete it; its links stop working"))
        self.keep = QRadioButton(self.tr("&Keep it there; it only leaves this event"))
        self.anyway = QCheckBox(self.tr("Delete it &although who came may be lost"))
        self._unfetched = unfetched is not None
        choices = QVBoxLayout()
        choices.setSpacing(GRID // 2)
        for each in (self.delete, self.keep):
            each.setAccessibleName(each.text().replace("&", ""))
            choices.addWidget(each)
        (self.keep if unfetched else self.delete).setChecked(True)
        if unfetched is not None:
            says = label(in_words(unfetched), "caption")
            restyle(says, tone="warn")
            choices.addWidget(says)
            choices.addWidget(self.anyway)
            self.anyway.setAccessibleName(self.anyway.text().replace("&", ""))
        self.add_rows("choice", self.tr("At Zoom"), choices)
        self.resize(self.fontMetrics().averageCharWidth() * READABLE, 0)
        self._allow()

        for box in (self.delete, self.keep, self.anyway):
            box.toggled.connect(self._allow)

    def offer(self) -> None:
        """Hand over whether it is kept at Zoom."""
        self.offered.emit(self.keep.isChecked())
        self.accept()

    def _allow(self) -> None:
        risky = self._unfetched and self.delete.isChecked()
        self.anyway.setEnabled(risky)
        self.accept_button.setEnabled(not risky or self.anyway.isChecked())

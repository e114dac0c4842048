"""A line above the stage that stays until it is settled, with the ways to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from cpd_desktop.ui.widgets import GRID, button, label, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.ui.widgets import Tone

    Way = tuple[str, Callable[[], object]]


class StageBanner(QFrame):
    """Says one thing; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.text = label("", data=True)
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        self._row.setSpacing(GRID)
        self._row.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str, tone: Tone, *ways: Way) -> None:
        """Say something, with a button for each way; nothing for an empty text."""
        for each in self.buttons:
            self._row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.buttons = []
        for words, run in ways:
            made = button(words, "quiet")
            made.setAccessibleName(words.replace("…", ""))
            made.clicked.connect(_without_arguments(run))
            self._row.addWidget(made)
            self.buttons.append(made)
        self.text.setText(text)
        self.setAccessibleName(text)
        restyle(self, tone=tone)
        self.setVisible(bool(text))


def _without_arguments(run: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        run()

    return call

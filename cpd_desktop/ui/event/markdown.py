"""A text in Markdown, written on one side and seen as it will look on the other."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from cpd_desktop.ui.calm import TextBox
from cpd_desktop.ui.event.entries import TextEntry
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button


class MarkdownEntry(TextEntry):
    """A text that can be looked at as it will look."""

    def __init__(self, name: str, words: str, *, lines: int = 8, note: str = "") -> None:
        box = TextBox()
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(words.replace("&", ""))
        self.preview.setProperty("data", True)
        # A link in somebody's text is shown, not followed.
        self.preview.setOpenLinks(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(box)
        self._stack.addWidget(self.preview)
        both = QWidget()
        super().__init__(name, words, lines=lines, note=note, control=both, box=box)
        self._stack.setFixedHeight(box.height() or box.minimumHeight())
        self.turn = button(self.tr("Preview"), "quiet")
        self.turn.setCheckable(True)
        self.turn.setAccessibleName(self.turn.text())
        inside = QVBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        inside.addWidget(self._stack)
        inside.addLayout(FlowRow(self.turn))
        self.turn.toggled.connect(self._turn)

    def _turn(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        self.turn.setText(self.tr("Go on writing") if seen else self.tr("Preview"))
        self.turn.setAccessibleName(self.turn.text())
        if seen:
            feature = QTextDocument.MarkdownFeature
            rules = feature.MarkdownDialectGitHub | feature.MarkdownNoHTML
            self.preview.document().setMarkdown(self.raw(), rules)
        self._stack.setCurrentIndex(1 if seen else 0)

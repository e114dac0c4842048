"""One line on the meeting that runs now: since when, and who is in, as far as Zoom told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.widgets import GRID, chip, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.services.zoom.inbox import Live

MOST_NAMED = 12

PRESENT = Sentence("meet", "%n in the meeting")
MORE = Sentence("meet", "and %n more")


class LiveBar(QWidget):
    """Hidden while nothing runs."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = chip(self.tr("● Running"), "good")
        self.says = label("", data=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.mark)
        layout.addWidget(self.says, 1)
        self.hide()

    def show_live(self, live: Live, zone: str) -> None:
        """Show who is in; without a word from Zoom about people, only since when it runs."""
        self.setVisible(live.running)
        texts = []
        if live.since is not None:
            texts.append(self.tr("since {time}").format(time=clock_time(live.since, zone)))
        if live.people:
            names = [each.name or each.email for each in live.people[:MOST_NAMED]]
            if len(live.people) > MOST_NAMED:
                names.append(in_words(MORE.filled(n=len(live.people) - MOST_NAMED)))
            count = in_words(PRESENT.filled(n=len(live.people)))
            texts.append(f"{count}: {', '.join(names)}")
        self.says.setText(" · ".join(texts))

"""What is still to be done at Zoom, in words, with the button that does it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.zoom.run import Waiting

MOST_LISTED = 5

TITLE = Sentence("meet", "%n thing(s) to be done at Zoom")
MORE = Sentence("meet", "and %n more")


class WaitingList(QFrame):
    """Lists the first of them; it takes room only while anything waits."""

    send_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.title = label("", "heading")
        self.lines = label("", data=True)
        self.send = button(self.tr("Send now"))
        self.send.setAccessibleName(self.tr("Send to Zoom now"))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID // 2)
        layout.addLayout(top)
        layout.addWidget(self.lines)
        self.hide()

        self.send.clicked.connect(self.send_asked)

    def show_waiting(self, waiting: Sequence[Waiting], zone: str) -> None:
        """Show what waits, and why; moments are told in the event's zone."""
        self.title.setText(in_words(TITLE.filled(n=len(waiting))))
        lines = [self._line(each, zone) for each in waiting[:MOST_LISTED]]
        if len(waiting) > MOST_LISTED:
            lines.append(in_words(MORE.filled(n=len(waiting) - MOST_LISTED)))
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(waiting))

    def _line(self, each: Waiting, zone: str) -> str:
        text = f"•  {in_words(each.says)}"
        if each.why is not None:
            text = f"{text}: {in_words(each.why)}"
        if each.next_try is not None:
            when = clock_time(each.next_try, zone)
            text = f"{text} {self.tr('It is tried again at {time}.').format(time=when)}"
        return text

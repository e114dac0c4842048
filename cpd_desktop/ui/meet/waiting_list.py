"""What is still to be done at Zoom, in words, with the button that does it now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.sync import STILL_DRAFT
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.zoom.run import Waiting

MOST_LISTED = 4
MOST_READ = 200  # thousands may wait, and nobody would read them

TITLE = Sentence("meet", "%n thing(s) to be done at Zoom")
MORE = Sentence("meet", "and %n more")
REPEATED = Sentence("meet", "{text} (%n times)")


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
        # The same person may wait for each of ten meetings: that is one line.
        counted = Counter(self._line(each, zone) for each in waiting[:MOST_READ])
        listed = [*counted.items()][:MOST_LISTED]
        lines = [
            text if count == 1 else in_words(REPEATED.filled(text=text, n=count))
            for text, count in listed
        ]
        if more := len(waiting) - sum(count for _, count in listed):
            lines.append(in_words(MORE.filled(n=more)))
        self.lines.setText("\n".join(lines))
        self.send.setVisible(any(map(_can_be_sent, waiting)))
        self.setVisible(bool(waiting))

    def _line(self, each: Waiting, zone: str) -> str:
        text = f"•  {in_words(each.says)}"
        if each.why is not None:
            text = f"{text}: {in_words(each.why)}"
        if each.next_try is not None:
            when = clock_time(each.next_try, zone)
            text = f"{text} {self.tr('It is tried again at {time}.').format(time=when)}"
        return text


def _can_be_sent(each: Waiting) -> bool:
    """Say whether sending now may help: else somebody has to decide or mend something first."""
    return each.why in (None, STILL_DRAFT) or each.next_try is not None

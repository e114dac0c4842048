"""One kind of mail of the event: to whom, what became of it, and the button that sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.ui.send.words import about_words, kind_words
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.services.messages.event_mail import Kind

BUTTON = 18  # characters


class KindRow(QWidget):
    """Shows one kind; ``send_asked`` carries its purpose."""

    send_asked = Signal(object)

    def __init__(self, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.purpose = purpose
        name = in_words(purpose.label)
        self.name = label(name)
        self.name.setProperty("role", "heading")
        self.about = label(about_words(purpose), "caption")
        self.state = label("", "muted")
        self.mark = chip("")
        self.send = button("")
        self.kind: Kind | None = None

        words = QVBoxLayout()
        words.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.name)
        top.addWidget(self.mark)
        top.addStretch(1)
        self.name.setWordWrap(False)
        # Of one width in every row, so that what is said stands in one column.
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.send.setMinimumWidth(self.fontMetrics().averageCharWidth() * BUTTON)
        words.addLayout(top)
        words.addWidget(self.about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID * 2)
        layout.addLayout(words, 5)
        layout.addWidget(self.state, 4)
        layout.addWidget(self.send)

        self.send.clicked.connect(self._ask)

    def show_kind(self, kind: Kind, *, is_next: bool = False) -> None:
        """Show how it stands; the one that ``is_next`` has the button that stands out."""
        self.kind = kind
        count = len(kind.left)
        self.state.setText(kind_words(kind))
        late = kind.is_late and kind.is_due
        self.mark.setText(self.tr("Late") if late else self.tr("Due"))
        restyle(self.mark, tone="warn" if late else "info")
        self.mark.setVisible(kind.is_due)
        if kind.purpose is Purpose.MESSAGE:
            text = self.tr("Write…")
        else:
            text = self.tr("Send to %n…", "", count) if count else self.tr("Look…")
        self.send.setText(text)
        said = self.tr("{what}: {button}").format(what=self.name.text(), button=text)
        self.send.setAccessibleName(said.replace("…", ""))
        anybody = bool(kind.to or kind.without) or kind.purpose is Purpose.MESSAGE
        self.send.setEnabled(anybody)
        restyle(self.send, role="primary" if is_next else "plain")

    def _ask(self) -> None:
        self.send_asked.emit(self.purpose)

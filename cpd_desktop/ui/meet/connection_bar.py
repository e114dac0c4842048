"""One line on how the connection to Zoom stands, where that keeps anything from being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from cpd_desktop.domain.zoom_account import Standing
from cpd_desktop.ui.flow import FlowRow, stack_if_narrow
from cpd_desktop.ui.settings.zoom_words import TONES, standing_words
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.ui.meet.content import Connected


class ConnectionBar(QWidget):
    """Says what is wrong and leads to where it is mended; hidden while all is well."""

    accounts_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._allowed = True
        self._matters = False
        self.mark = chip("")
        self.says = label("", "muted")
        self.accounts = button(self.tr("Open Settings, Accounts"))
        self.accounts.setAccessibleName(self.accounts.text())
        told = QHBoxLayout()
        told.setSpacing(GRID)
        told.addWidget(self.mark)
        told.addWidget(self.says, 1)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addLayout(told, 1)
        self._layout.addLayout(FlowRow(self.accounts))
        self.hide()

        self.accounts.clicked.connect(self.accounts_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the button follow below the words where it would leave them too little room."""
        super().resizeEvent(event)
        stack_if_narrow(self._layout, self)

    def allow(self, allowed: bool) -> None:  # noqa: FBT001 - a setter
        """Say whether a connection is needed at all."""
        self._allowed = allowed
        self.setVisible(self._matters and allowed)

    def show_unknown(self, error: CpdError) -> None:
        """Say why nobody knows how it stands."""
        self._matters = True
        self.setVisible(self._allowed)
        self.accounts.show()
        self.mark.setText(self.tr("Not known"))
        restyle(self.mark, tone="warn")
        self.says.setText(f"{in_words(error.says)} {in_words(error.advice)}")

    def show_connected(self, found: Connected) -> None:
        """Show how it stands."""
        account = found.account
        self.accounts.setVisible(not account.is_connected)
        self._matters = found.offline or not account.is_connected
        self.setVisible(self._matters and self._allowed)
        if found.offline:
            self.mark.setText(self.tr("Offline"))
            restyle(self.mark, tone="warn")
            self.says.setText(
                self.tr(
                    "Zoom is not answering; working offline. What you decide is kept, and sent"
                    " when Zoom answers again."
                )
            )
            return
        self.mark.setText(standing_words(account.standing))
        restyle(self.mark, tone=TONES[account.standing])
        if account.standing is Standing.NOT_CONNECTED:
            self.says.setText(
                self.tr("Zoom is not connected. Meetings can be planned, and are made once it is.")
            )
        elif account.why:
            self.says.setText(" ".join(map(in_words, account.why)))

"""Whether people can pay by card now: said in words beside the buttons that need Stripe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from cpd_desktop.ui.widgets import GRID, button, chip, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.settings import StripeAccount
    from cpd_desktop.ui.desk import Desk


class CardNote(QFrame):
    """Says that Stripe is missing, and leads to where it is connected, or that it is on trial.

    ``left`` tells that the person went there.
    """

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.mark = chip(self.tr("Test mode"), "info")
        self.says = label("", "muted")
        self.lead = button(self.tr("Connect Stripe…"), "quiet")
        self.lead.setAccessibleName(self.lead.text().replace("…", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.mark)
        layout.addWidget(self.says)
        layout.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.lead.clicked.connect(self._go)

    def show_account(self, kept: StripeAccount) -> None:
        """Say how it stands, as it is kept here; real money needs no words."""
        connected = bool(kept.account)
        self.mark.setVisible(connected)
        self.lead.setVisible(not connected)
        self.says.setText(
            self.tr("Stripe is in test mode: cards are for trying, and no money moves.")
            if connected
            else self.tr("Stripe is not connected, so nobody can pay by card or by a link yet.")
        )
        self.setVisible(not kept.live)

    def _go(self) -> None:
        self.left.emit()
        self._desk.places.go("settings", None, "accounts")


def offer(
    made: QPushButton, kept: StripeAccount | None, *, wanted: bool, has_email: bool = True
) -> None:
    """Enable a button that needs Stripe, or say in its tooltip why it is not."""
    translate = QCoreApplication.translate
    why = ""
    if kept is not None and not kept.account:
        why = translate("billing", "Stripe is not connected. Connect it in the settings.")
    elif wanted and not has_email:
        why = translate("billing", "There is no e-mail address to send it to.")
    made.setEnabled(wanted and kept is not None and not why)
    made.setToolTip(why)
    made.setAccessibleDescription(why)

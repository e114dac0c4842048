"""The dialogs that make and open the encrypted vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.errors import CpdError

SHORTEST = 12
TOO_SHORT = Sentence("vault", "It needs at least {count} characters.").filled(count=SHORTEST)
NOT_ALIKE = Sentence("vault", "The two are not alike.")
EMPTY = Sentence("vault", "Enter the passphrase.")


class VaultDialog(FormDialog):
    """Asks for a passphrase and stays until it was accepted; ``offered`` carries it."""

    offered = Signal(Secret)

    def __init__(self, parent: QWidget, explanation: str) -> None:
        super().__init__(parent)
        self.passphrase = _hidden_line()
        self.seen = QCheckBox(self.tr("&Show what I type"))
        self.seen.setAccessibleName(self.tr("Show what I type"))
        explained = label(explanation)
        explained.setContentsMargins(0, 0, 0, GRID * 2)
        self.rows.addWidget(explained, 0, 0, 1, 2)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.seen.toggled.connect(self._show_typed)

    def wait(self) -> None:
        """Take no second answer while the first one is being looked at."""
        self.accept_button.setEnabled(False)

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        self.show_problems({"passphrase": error.says})
        self.passphrase.selectAll()

    def _show_typed(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        for line in self.findChildren(QLineEdit):
            line.setEchoMode(mode)


class MakeVaultDialog(VaultDialog):
    """Asks for a new passphrase, twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr(
                "The vault is a file in the data folder that only your passphrase opens. Nobody"
                " can recover a forgotten passphrase: you would sign in to your accounts again."
                " You enter it after each start."
            ),
        )
        self.setWindowTitle(self.tr("Make an encrypted vault"))
        self.accept_button.setText(self.tr("Make the vault"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.again = _hidden_line()
        self.add_field("passphrase", self.tr("&Passphrase"), self.passphrase)
        self.add_field("again", self.tr("&Again"), self.again)
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setPlaceholderText(
            self.tr("At least 12 characters; several words are best")
        )
        self.passphrase.setFocus()

    def offer(self) -> None:
        """Hand over the passphrase if it is long enough and twice the same."""
        problems = {}
        if len(self.passphrase.text()) < SHORTEST:
            problems["passphrase"] = TOO_SHORT
        elif self.again.text() != self.passphrase.text():
            problems["again"] = NOT_ALIKE
        if not self.show_problems(problems):
            self.offered.emit(Secret(self.passphrase.text()))


class OpenVaultDialog(VaultDialog):
    """Asks for the passphrase of the vault there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent, self.tr("Your sign-ins are in the encrypted vault. Its passphrase opens it.")
        )
        self.setWindowTitle(self.tr("Open the vault"))
        self.accept_button.setText(self.tr("Open the vault"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.add_field("passphrase", self.tr("&Passphrase"), self.passphrase)
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setFocus()

    def offer(self) -> None:
        """Hand over the passphrase."""
        problems = {} if self.passphrase.text() else {"passphrase": EMPTY}
        if not self.show_problems(problems):
            self.offered.emit(Secret(self.passphrase.text()))


def _hidden_line() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line

"""The dialogs that ask for the passphrase of a backup of the signing keys, or of a certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.settings.vault_dialogs import EMPTY, NOT_ALIKE, SHORTEST, TOO_SHORT, VaultDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NewPassphraseDialog(VaultDialog):
    """Asks for a new passphrase, twice."""

    def __init__(self, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(parent, explanation)
        self.setWindowTitle(title)
        self.accept_button.setText(accept)
        self.again = QLineEdit()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field("passphrase", self.tr("&Passphrase"), self.passphrase)
        self.add_field("again", self.tr("&Again"), self.again)
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setPlaceholderText(
            self.tr("At least 12 characters; several words are best")
        )
        self.passphrase.setFocus()
        self.accept_button.setAccessibleName(self.accept_button.text())

    def offer(self) -> None:
        """Hand over the passphrase if it is long enough and twice the same."""
        problems = {}
        if len(self.passphrase.text()) < SHORTEST:
            problems["passphrase"] = TOO_SHORT
        elif self.again.text() != self.passphrase.text():
            problems["again"] = NOT_ALIKE
        if not self.show_problems(problems):
            self.offered.emit(Secret(self.passphrase.text()))


class BackupDialog(NewPassphraseDialog):
    """Asks for the passphrase of a backup of the signing keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Back up the signing keys"),
            self.tr(
                "The backup is a file that only this passphrase opens. Keep both apart from this"
                " computer, such as on a stick and on paper: nobody can recover the passphrase."
            ),
            self.tr("Save the backup…"),
        )


class PassphraseDialog(VaultDialog):
    """Asks for the passphrase of a file that was chosen."""

    def __init__(
        self, parent: QWidget, title: str, explanation: str, *, may_be_empty: bool
    ) -> None:
        super().__init__(parent, explanation)
        self._may_be_empty = may_be_empty
        self.setWindowTitle(title)
        self.accept_button.setText(self.tr("Open the file"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        caption = self.tr("&Password") if may_be_empty else self.tr("&Passphrase")
        self.add_field("passphrase", caption, self.passphrase)
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setFocus()

    def offer(self) -> None:
        """Hand over what was entered."""
        well = self._may_be_empty or self.passphrase.text()
        if not self.show_problems({} if well else {"passphrase": EMPTY}):
            self.offered.emit(Secret(self.passphrase.text()))

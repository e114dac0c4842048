"""The dialogs that make and open the encrypted vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.passphrase_dialogs import NewPassphraseDialog, PassphraseDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class MakeVaultDialog(NewPassphraseDialog):
    """Asks for the passphrase of a new vault, twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Make an encrypted vault"),
            self.tr(
                "The vault is a file in the data folder that only your passphrase opens. Nobody"
                " can recover a forgotten passphrase: you would sign in to your accounts again."
                " You enter it after each start."
            ),
            self.tr("Make the vault"),
        )


class OpenVaultDialog(PassphraseDialog):
    """Asks for the passphrase of the vault there is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Open the vault"),
            self.tr("Your sign-ins are in the encrypted vault. Its passphrase opens it."),
            self.tr("Open the vault"),
        )

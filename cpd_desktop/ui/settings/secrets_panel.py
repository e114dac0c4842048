"""What keeps the secrets on this computer, whether it works, and the vault where nothing does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.safekeeping import Place, look, try_out
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.settings.vault_dialogs import MakeVaultDialog, OpenVaultDialog
from cpd_desktop.ui.widgets import Tone, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.safekeeping import Seen
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.passphrase_dialogs import SecretDialog

TONES: dict[Place, Tone] = {Place.READY: "good", Place.LOCKED: "warn", Place.MISSING: "bad"}


class SecretsPanel(Panel):
    """Says it in words and offers what helps. A keychain may wait for a person: see its lane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._keychains = desk.services.keychains
        self._dialog: SecretDialog | None = None
        self.mark = chip(self.tr("Looking…"))
        self.state = label("")
        self.advice = label("", "muted")
        self.try_button = button(self.tr("&Try it"))
        self.make_button = button(self.tr("&Make an encrypted vault…"), "primary")
        self.open_button = button(self.tr("&Open the vault…"), "primary")
        for each in (self.make_button, self.open_button):
            each.hide()

        self.rows.addWidget(
            label(
                self.tr(
                    "Sign-ins to Zoom, e-mail and Stripe are kept apart from the data, so that"
                    " neither a backup nor a copy of the folder gives them away."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.mark)
        self.rows.addWidget(self.state)
        self.rows.addWidget(self.advice)
        self.add_buttons(self.make_button, self.open_button, self.try_button)
        self.rows.addWidget(self.note)

        self.try_button.clicked.connect(self._try)
        self.make_button.clicked.connect(self._ask_new)
        self.open_button.clicked.connect(self._ask_passphrase)

    @property
    def dialog(self) -> SecretDialog | None:
        """Return the dialog that asks for the passphrase, while it does."""
        return self._dialog

    def refresh(self) -> None:
        """Look what keeps the secrets."""
        self.run(self._look, self._show, lane=Lane.NETWORK)

    def _look(self, _work: Work) -> Seen:
        return look(self._keychains)

    def _show(self, seen: Seen) -> None:
        words = {
            Place.READY: self.tr("Ready"),
            Place.LOCKED: self.tr("Locked"),
            Place.MISSING: self.tr("No keychain"),
        }
        has_vault = self._keychains.has_vault
        self.mark.setText(words[seen.place])
        restyle(self.mark, tone=TONES[seen.place])
        self.state.setText(in_words(seen.says))
        self.advice.setText(in_words(seen.advice))
        self.make_button.setVisible(seen.place is Place.MISSING and not has_vault)
        self.open_button.setVisible(seen.place is Place.LOCKED and has_vault)

    def _try(self) -> None:
        self.note.say(self.tr("Putting a trial entry in and taking it out again…"))
        self.run(self._try_out, self._tried, lane=Lane.NETWORK)

    def _try_out(self, _work: Work) -> None:
        try_out(self._keychains)

    def _tried(self, _nothing: None) -> None:
        self.note.say(
            self.tr("It works: a trial entry was put in, read and taken out again."), "good"
        )
        self.refresh()

    def _ask_new(self) -> None:
        self._ask(MakeVaultDialog(self.window()))

    def _ask_passphrase(self) -> None:
        self._ask(OpenVaultDialog(self.window()))

    def _ask(self, dialog: SecretDialog) -> None:
        self._dialog = dialog
        dialog.offered.connect(self._unlock)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _unlock(self, passphrase: Secret) -> None:
        makes = isinstance(self._dialog, MakeVaultDialog)
        call = self._keychains.make_vault if makes else self._keychains.open_vault
        if self._dialog is not None:
            self._dialog.wait()
        self.desk.operations.carry_out(
            partial(_call_with, call, passphrase),
            origin=self,
            then=self._unlocked,
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _unlocked(self, _nothing: None) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self.note.say(self.tr("The vault is open until CPD Desktop is closed."), "good")
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if self._dialog is not None and isinstance(error, CpdError):
            self._dialog.refuse(error)
        else:
            self.fail(error)

    def _forget_dialog(self) -> None:
        self._dialog = None


def _call_with(call: Callable[[Secret], None], passphrase: Secret, _work: Work) -> None:
    call(passphrase)

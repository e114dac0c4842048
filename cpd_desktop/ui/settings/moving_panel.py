"""Everything to another computer: packed into one encrypted file here, brought in there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.moving import SUFFIX
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.file_questions import ask_for_file, ask_where_to_save
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.passphrase_dialogs import NewPassphraseDialog, PassphraseDialog
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.moving import Told
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.passphrase_dialogs import SecretDialog


class MovingPanel(Panel):
    """Packs and brings in. The keychain may wait for a person, so it runs in the other lane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = desk.services.moving
        self.dialog: SecretDialog | None = None
        self.question: Question | None = None
        self._wanted: tuple[Path, Secret] | None = None
        self.pack_button = button(self.tr("&Pack everything…"), "primary")
        self.bring_button = button(self.tr("&Bring everything in…"))

        self._say(
            self.tr("To another computer"),
            self.tr(
                "Everything goes into one file that only a passphrase opens: events, people,"
                " certificates, files, settings, and the keys that sign your certificates."
                " Sign-ins to Zoom, e-mail and Stripe stay here; you sign in again over there."
            ),
        )
        self.add_buttons(self.pack_button)
        self._say(
            self.tr("From another computer"),
            self.tr(
                "The file takes the place of all that is here, which is kept as a backup first."
                " Work on one of the two computers from then on: they do not follow each other."
            ),
        )
        self.add_buttons(self.bring_button)
        self.rows.addWidget(self.note)

        self.pack_button.clicked.connect(self._ask_new)
        self.bring_button.clicked.connect(self.ask_which)

    def ask_which(self) -> None:
        """Ask for the file that was packed on the other computer."""
        ask_for_file(self, self.tr("Bring in"), self._kind(), self.ask_passphrase)

    def ask_passphrase(self, path: str) -> None:
        """Ask for the passphrase of this file."""
        dialog = PassphraseDialog(
            self.window(),
            self.tr("Open the packed file"),
            self.tr("Enter the passphrase that was chosen when “{name}” was packed.").format(
                name=Path(path).name
            ),
            self.tr("Open the file"),
        )
        self._open(dialog)
        dialog.offered.connect(partial(self._look, Path(path)))

    def pack_to(self, passphrase: Secret, path: str) -> None:
        """Write everything into this file, and check it."""
        self.note.say(self.tr("Packing everything and checking it…"))
        call = partial(self._service.pack, Path(path), passphrase)
        then = partial(self._packed, path)
        self.run(call, then, title=self.tr("Pack everything"), lane=Lane.NETWORK)

    def _say(self, heading: str, text: str) -> None:
        self.rows.addWidget(label(heading, "heading"))
        self.rows.addWidget(label(text, "muted"))

    def _kind(self) -> str:
        return self.tr("Packed by CPD Desktop (*{suffix})").format(suffix=SUFFIX)

    def _open(self, dialog: SecretDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _ask_new(self) -> None:
        dialog = NewPassphraseDialog(
            self.window(),
            self.tr("Pack everything"),
            self.tr(
                "Only this passphrase opens the file, and nobody can recover it. You enter it once"
                " on the other computer."
            ),
            self.tr("Save the file…"),
        )
        self._open(dialog)
        dialog.offered.connect(self._ask_where)

    def _ask_where(self, passphrase: Secret) -> None:
        self._close_dialog()
        today = self.desk.services.clock.now().date().isoformat()
        name = self.tr("CPD Desktop {date}").format(date=today) + SUFFIX
        then = partial(self.pack_to, passphrase)
        ask_where_to_save(self, self.tr("Pack everything into"), name, self._kind(), then)

    def _packed(self, path: str, told: Told) -> None:
        if told.has_keys:
            text = self.tr("Packed and checked, your signing keys too: {path}")
        else:
            text = self.tr("Packed and checked; there are no signing keys yet: {path}")
        self.note.say(text.format(path=path), "good")

    def _look(self, path: Path, passphrase: Secret) -> None:
        if self.dialog is not None:
            self.dialog.wait()
        self.note.say(self.tr("Checking the file…"))
        self.desk.operations.carry_out(
            partial(self._service.look, path, passphrase),
            origin=self,
            title=self.tr("Check a packed file"),
            then=partial(self._ask, path, passphrase),
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _refused(self, error: Exception) -> None:
        self.note.say("")
        if self.dialog is not None and isinstance(error, CpdError):
            self.dialog.refuse(error)
        else:
            self.fail(error)

    def _ask(self, path: Path, passphrase: Secret, told: Told) -> None:
        self._close_dialog()
        self.note.say("")
        when = day_and_time(told.made, self.desk.local_zone)
        text = self.tr("Replace everything here by what was packed on {computer}, {when}?")
        keys = (
            self.tr("Its signing keys take the place of those on this computer.")
            if told.has_keys
            else self.tr("There are no signing keys in it.")
        )
        kept = self.tr(
            "The file was checked and is whole. What is here now is kept as a backup first."
            " CPD Desktop closes its pages and opens them again."
        )
        box = Question(
            self.window(),
            self.tr("Bring everything in"),
            text.format(computer=told.computer, when=when),
            f"{kept} {keys}",
            yes=self.tr("Bring everything in"),
            no=self.tr("Cancel"),
            role="danger",
        )
        box.finished.connect(self._answered)
        self.question, self._wanted = box, (path, passphrase)
        box.open()

    def _answered(self) -> None:
        box, self.question = self.question, None
        wanted, self._wanted = self._wanted, None
        if box is not None and box.clickedButton() is box.yes and wanted is not None:
            self.desk.places.move_in(*wanted)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self) -> None:
        self.dialog = None

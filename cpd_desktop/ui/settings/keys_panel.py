"""One's own signing keys: who one is to others, the backup, and what others are given."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from cpd_desktop.domain.certificates.issuer_card import KEYS_SUFFIX, shown_fingerprint
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.certificates.keys_backup import KeysBackupDialog
from cpd_desktop.ui.dates import day
from cpd_desktop.ui.file_questions import ask_for_file, ask_for_folder, ask_where_to_save
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.passphrase_dialogs import PassphraseDialog
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, chip, label, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.certificates.signing_keys import OwnIssuer
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.passphrase_dialogs import SecretDialog


class KeysPanel(Panel):
    """Says whether the keys can be lost, and offers what can be done with them.

    The keychain may wait for a person: see the lane of its jobs.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._keys = desk.services.signing_keys
        self.dialog: SecretDialog | None = None
        self.asked: Question | None = None
        self.mark = chip(self.tr("Looking…"))
        self.state = label("")
        self.name = label("", "heading", data=True)
        self.fingerprint = label("")
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.compare = label(
            self.tr(
                "Others know you by these letters. Put them on your website or letterhead, so that"
                " they can be compared."
            ),
            "caption",
        )
        self.back_up = button(self.tr("&Back up…"), "primary")
        self.restore = button(self.tr("&Restore…"))
        self.renew = button(self.tr("&New keys…"))
        self.bring_in = button(self.tr("&Own certificate…"))
        self.card = button(self.tr("Save issuer &card…"))
        self.page = button(self.tr("Make &verification page…"))

        self._lay_out()

        self.back_up.clicked.connect(self._ask_to_back_up)
        self.restore.clicked.connect(self._ask_for_backup)
        self.renew.clicked.connect(self._ask_to_renew)
        self.bring_in.clicked.connect(self._ask_for_certificate)
        self.card.clicked.connect(self._ask_for_card)
        self.page.clicked.connect(self._ask_for_folder)

    def refresh(self) -> None:
        """Look who one is; the keychain is not asked."""
        self.run(lambda _work: self._keys.own(), self._show)

    def open_place(self, path: Path) -> bool:
        """Open a file as the system does; say whether that worked."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def save_card(self, chosen: str) -> None:
        """Write the card into this file."""
        path = Path(chosen)
        text = self.tr("Give this card to whoever verifies your certificates: {path}")
        self._carry_out(lambda _work: self._keys.write_card(path), text.format(path=path))

    def save_page(self, chosen: str) -> None:
        """Write the page with its two files into this folder, and open it."""
        self.note.say(self.tr("Writing…"))
        self.run(
            lambda _work: self._keys.write_page(Path(chosen)), self._written, lane=Lane.NETWORK
        )

    def ask_passphrase(self, chosen: str) -> None:
        """Ask for the passphrase of this backup, and restore it."""
        words = self.tr("The keys in {name} come back into the keychain of this computer.")
        dialog = PassphraseDialog(
            self.window(),
            self.tr("Restore the signing keys"),
            words.format(name=Path(chosen).name),
            self.tr("Open the file"),
        )
        text = self.tr("The signing keys are back.")
        self._open(dialog, partial(self._keys.restore, Path(chosen)), text)

    def ask_password(self, chosen: str) -> None:
        """Ask for the password of this certificate, and sign PDF files by it."""
        words = self.tr(
            "PDF files are signed by the certificate in {name} from now on. QR codes and badges"
            " keep your own keys."
        )
        dialog = PassphraseDialog(
            self.window(),
            self.tr("Own certificate"),
            words.format(name=Path(chosen).name),
            self.tr("Open the file"),
            may_be_empty=True,
        )
        text = self.tr("PDF files are signed by your certificate from now on. Back up again.")
        self._open(dialog, partial(self._keys.bring_in, Path(chosen)), text)

    def _lay_out(self) -> None:
        self.rows.addWidget(
            label(
                self.tr(
                    "Every certificate is signed, so that anybody can tell it from a forgery. The"
                    " keys lie in the keychain of this computer. If they are lost, certificates"
                    " that were issued stay good, but no others can be signed by you."
                ),
                "muted",
            )
        )
        for each in (self.mark, self.state, self.name, self.fingerprint, self.compare):
            self.rows.addWidget(each)
        self.add_buttons(self.back_up, self.restore)
        self.rows.addWidget(label(self.tr("What others are given"), "heading"))
        self.rows.addWidget(
            label(
                self.tr(
                    "The card makes your certificates known to another CPD Desktop. The"
                    " verification page is one file for everybody: put its folder on your website,"
                    " or send it. Make it anew when you revoked a certificate."
                ),
                "muted",
            )
        )
        self.add_buttons(self.card, self.page)
        self.rows.addWidget(label(self.tr("Other keys"), "heading"))
        self.add_buttons(self.renew, self.bring_in)
        self.rows.addWidget(self.note)

    def _show(self, own: OwnIssuer | None) -> None:
        has = own is not None
        for each in (self.name, self.fingerprint, self.compare):
            each.setVisible(has)
        for made in (self.back_up, self.card, self.page, self.renew, self.bring_in):
            made.setEnabled(has)
        if own is None:
            self._mark(self.tr("No keys yet"), "neutral")
            self.state.setText(self.tr("They are made when the first certificate is issued."))
            return
        self.name.setText(own.card.provider.name)
        letters = shown_fingerprint(own.card.fingerprint)
        self.fingerprint.setText(letters)
        self.fingerprint.setAccessibleName(self.tr("Fingerprint {letters}").format(letters=letters))
        if own.backed_up_at is None:
            self._mark(self.tr("! Not backed up"), "warn")
            self.state.setText(
                self.tr("If this computer is lost, so are the keys. Back them up now.")
            )
        else:
            self._mark(self.tr("✓ Backed up"), "good")
            at = day(own.backed_up_at, self.desk.local_zone)
            self.state.setText(self.tr("Last backup: {day}").format(day=at))

    def _mark(self, text: str, tone: Any) -> None:
        self.mark.setText(text)
        restyle(self.mark, tone=tone)

    def _ask_to_back_up(self) -> None:
        dialog = KeysBackupDialog(self.window())
        self._hold(dialog)
        dialog.offered.connect(partial(self._back_up, dialog))
        dialog.open()

    def _back_up(self, dialog: KeysBackupDialog, passphrase: Secret) -> None:
        text = self.tr("The backup is written: {path}").format(path=dialog.file)
        self._try(partial(self._keys.back_up, dialog.file), text, passphrase)

    def _ask_for_backup(self) -> None:
        kinds = self.tr("Signing keys (*{suffix});;All files (*)").format(suffix=KEYS_SUFFIX)
        ask_for_file(self, self.tr("Restore the signing keys"), kinds, self.ask_passphrase)

    def _ask_for_certificate(self) -> None:
        kinds = self.tr("Certificates (*.p12 *.pfx)")
        ask_for_file(self, self.tr("Own certificate"), kinds, self.ask_password)

    def _ask_for_card(self) -> None:
        title, kind = self.tr("Save issuer card"), self.tr("Issuer cards (*.card)")
        ask_where_to_save(self, title, "issuer.card", kind, self.save_card)

    def _ask_for_folder(self) -> None:
        ask_for_folder(self, self.tr("Folder of the verification page"), self.save_page)

    def _ask_to_renew(self) -> None:
        box = Question(
            self.window(),
            self.tr("New keys"),
            self.tr("Sign with new keys from now on?"),
            self.tr(
                "Do this if somebody else may have got hold of the keys. What was signed before"
                " stays valid. Everybody who has your card needs the new one, your verification"
                " page has to be made anew, and the new keys want a backup."
            ),
            yes=self.tr("Make new keys"),
            no=self.tr("Keep the keys"),
        )
        box.setIcon(Question.Icon.Warning)
        box.yes.clicked.connect(self._renew)
        box.finished.connect(self._forget_question)
        self.asked = box
        box.open()

    def _renew(self) -> None:
        text = self.tr("New keys sign from now on. Back them up.")
        self._carry_out(lambda _work: self._keys.renew(), text)

    def _open(self, dialog: SecretDialog, call: Callable[[Secret], Any], text: str) -> None:
        self._hold(dialog)
        dialog.offered.connect(partial(self._try, call, text))
        dialog.open()

    def _hold(self, dialog: SecretDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)

    def _try(self, call: Callable[[Secret], Any], text: str, secret: Secret) -> None:
        if self.dialog is not None:
            self.dialog.wait()
        self.desk.operations.carry_out(
            lambda _work: call(secret),
            origin=self,
            then=partial(self._opened, text),
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _opened(self, text: str, _result: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._say(text)

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, CpdError):
            self.dialog.refuse(error)
        else:
            self.fail(error)

    def _carry_out(self, call: Callable[[Any], Any], text: str) -> None:
        self.note.say(self.tr("Working…"))
        self.run(call, lambda _result: self._say(text), lane=Lane.NETWORK)

    def _say(self, text: str) -> None:
        self.note.say(text, "good")
        self.refresh()

    def _written(self, files: tuple[Path, ...]) -> None:
        page = files[0]
        self.note.say(self.tr("Written: {path}").format(path=page), "good")
        if not self.open_place(page):
            self.note.say(
                self.tr("Written: {path}. Nothing on this computer opens it.").format(path=page),
                "warn",
            )

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _forget_question(self) -> None:
        self.asked = None

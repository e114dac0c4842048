"""Where copies of certificates go online, for those who connected something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.settings.storage_dialog import StorageDialog
from cpd_desktop.ui.widgets import button, chip, label, restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.cloud_storage import Storage
    from cpd_desktop.services.certificates.uploads import Uploads
    from cpd_desktop.ui.desk import Desk


class StoragePanel(Panel):
    """Says where copies go, connects a bucket and forgets it.

    The keychain and the bucket may let one wait: see the lane of its jobs.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dialog: StorageDialog | None = None
        self.asked: Question | None = None
        self.mark = chip("")
        self.place = label("", data=True)
        self.connect_storage = button(self.tr("&Connect…"), "primary")
        self.forget = button(self.tr("&Disconnect…"))
        self.rows.addWidget(
            label(
                self.tr(
                    "Nothing is uploaded by itself. Only the certificates for which you press “Put"
                    " online” in the register are copied to your storage, and each gets a link that"
                    " ends after some days."
                ),
                "muted",
            )
        )
        self.rows.addWidget(self.mark)
        self.rows.addWidget(self.place)
        self.add_buttons(self.connect_storage, self.forget)
        self.rows.addWidget(self.note)
        for each in (self.mark, self.place, self.forget):
            each.hide()

        self.connect_storage.clicked.connect(self.ask_for_storage)
        self.forget.clicked.connect(self._ask_to_forget)

    @property
    def _uploads(self) -> Uploads:
        # Asked for by the first job: with it, all that makes certificates is loaded.
        return self.desk.services.uploads

    def refresh(self) -> None:
        """Look what is connected."""
        self.run(lambda _work: self._uploads.storage(), self._show, lane=Lane.NETWORK)

    def ask_for_storage(self) -> None:
        """Ask for a bucket and its key."""
        dialog = StorageDialog(self.window())
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.offered.connect(self._connect)
        dialog.open()

    def _show(self, storage: Storage | None) -> None:
        has = storage is not None
        self.mark.setText(self.tr("✓ Connected") if has else self.tr("Not connected"))
        self.mark.show()
        restyle(self.mark, tone="good" if has else "neutral")
        self.place.setText(storage.shown if storage else "")
        self.place.setVisible(has)
        self.forget.setVisible(has)

    def _connect(self, storage: Storage) -> None:
        self.desk.operations.carry_out(
            lambda _work: self._uploads.connect(storage),
            origin=self,
            then=self._connected,
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _connected(self, _result: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.note.say(self.tr("The storage is connected."), "good")
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, CpdError):
            self.dialog.refuse(error)
        else:
            self.fail(error)

    def _ask_to_forget(self) -> None:
        box = Question(
            self.window(),
            self.tr("Disconnect"),
            self.tr("Forget the storage and its key?"),
            self.tr("What is online stays there, and its links work until they end."),
            yes=self.tr("Disconnect"),
            no=self.tr("Stay connected"),
        )
        box.yes.clicked.connect(self._disconnect)
        box.finished.connect(self._forget_question)
        self.asked = box
        box.open()

    def _disconnect(self) -> None:
        self.run(lambda _work: self._uploads.disconnect(), self._disconnected, lane=Lane.NETWORK)

    def _disconnected(self, _result: object) -> None:
        self.note.say(self.tr("The storage is forgotten."), "good")
        self.refresh()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _forget_question(self) -> None:
        self.asked = None

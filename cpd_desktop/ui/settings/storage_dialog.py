"""The form that asks for a bucket, and for the key to it, which is never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.domain.errors import CpdError

LINES_SEEN = 5


class StorageDialog(FormDialog):
    """Asks for a bucket and stays until it answered; ``offered`` carries it."""

    offered = Signal(Storage)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Connect online storage"))
        self.accept_button.setText(self.tr("Connect"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.kind = QComboBox()
        for text, kind in (
            (self.tr("S3 (Amazon and many others)"), StorageKind.S3),
            (self.tr("Google Cloud Storage"), StorageKind.GOOGLE),
            (self.tr("Azure Blob Storage"), StorageKind.AZURE),
        ):
            self.kind.addItem(text, kind.value)
        self.bucket, self.folder = QLineEdit(), QLineEdit()
        self.region, self.endpoint, self.key_id = QLineEdit(), QLineEdit(), QLineEdit()
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key_file = QPlainTextEdit()
        self.key_file.setTabChangesFocus(True)
        self.key_file.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_SEEN)
        self.region.setPlaceholderText("eu-west-2")
        self.folder.setPlaceholderText(self.tr("Empty: none"))
        self.endpoint.setPlaceholderText(self.tr("Empty: the usual one of this kind"))
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

        self.kind.currentIndexChanged.connect(self._fit_fields)
        self._fit_fields()

    def offer(self) -> None:
        """Hand over what was entered, if it can be; the dialog stays until the bucket answers."""
        kind = self._kind
        google, s3 = kind is StorageKind.GOOGLE, kind is StorageKind.S3
        key = self.key_file.toPlainText() if google else self.key.text()
        storage = Storage(
            kind,
            self.bucket.text().strip(),
            Secret(key.strip()),
            key_id="" if google else self.key_id.text().strip(),
            region=self.region.text().strip() if s3 else "",
            folder=self.folder.text().strip().strip("/"),
            endpoint=self.endpoint.text().strip(),
        )
        try:
            storage.require_sound()
        except Invalid as error:
            self.refuse(error)
            return
        self.show_problems({})
        self.accept_button.setEnabled(False)
        self.offered.emit(storage)

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        problems = dict(error.problems) if isinstance(error, Invalid) else {"": error.says}
        if self._kind is StorageKind.GOOGLE and "key" in problems:
            problems["key_file"] = problems.pop("key")
        self.show_problems(problems)

    @property
    def _kind(self) -> StorageKind:
        return StorageKind(self.kind.currentData())

    def _lay_out(self) -> None:
        told = label(
            self.tr(
                "The key goes into the keychain of this computer and is not shown again. To see"
                " whether it is good, one empty page is put into the bucket now."
            )
        )
        told.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(told, 0, 0, 1, 2)
        self.add_field("kind", self.tr("&Kind"), self.kind)
        self.add_field("bucket", self.tr("&Bucket or container"), self.bucket)
        self.add_field("folder", self.tr("&Folder in it"), self.folder)
        self.add_field("region", self.tr("&Region"), self.region)
        self.add_field("endpoint", self.tr("&Address"), self.endpoint)
        self.add_field("key_id", self.tr("&ID of the key, or account"), self.key_id)
        self.add_field("key", self.tr("&Secret key"), self.key)
        self.add_field("key_file", self.tr("&Text of the key file (JSON)"), self.key_file)

    def _fit_fields(self) -> None:
        kind = self._kind
        google = kind is StorageKind.GOOGLE
        for field, seen in (
            (self.region, kind is StorageKind.S3),
            (self.key_id, not google),
            (self.key, not google),
            (self.key_file, google),
        ):
            row = self.rows.getItemPosition(self.rows.indexOf(field))[0]
            for column in (0, 1):
                if (item := self.rows.itemAtPosition(row, column)) and (shown := item.widget()):
                    shown.setVisible(seen)
        self.show_problems({})

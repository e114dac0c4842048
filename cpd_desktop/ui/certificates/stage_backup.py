"""Asks for an encrypted backup of the keys that sign, right after they were made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.settings.vault_dialogs import NOT_ALIKE, SHORTEST, TOO_SHORT
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.errors import CpdError

NO_FILE = Sentence("certificates", "Choose a file, best on another disk or a stick.")
SUFFIX = ".cpdkeys"


class StageBackupDialog(FormDialog):
    """Asks for a file and a passphrase; ``offered`` carries both, and it stays until that worked.

    Cancelling puts it off.
    """

    offered = Signal(Path, Secret)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Back up the signing keys"))
        self.accept_button.setText(self.tr("Back up now"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.path = QLineEdit()
        self.browse = button(self.tr("Choose…"))
        self.browse.setAccessibleName(self.tr("Choose the file"))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        self.seen = QCheckBox(self.tr("&Show what I type"))
        explained = label(
            self.tr(
                "Your certificates are signed with keys that exist only on this computer. Without"
                " a backup, losing them means that new certificates come from somebody nobody"
                " knows."
            )
        )
        explained.setContentsMargins(0, 0, 0, GRID)
        self.rows.addWidget(explained, 0, 0, 1, 2)
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self.path, 1)
        place.addWidget(self.browse)
        self.path.setAccessibleName(self.tr("File"))
        self.add_rows("path", self.tr("File"), place)
        self.add_field("passphrase", self.tr("&Passphrase"), self.passphrase)
        self.add_field("again", self.tr("&Again"), self.again)
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setPlaceholderText(
            self.tr("At least 12 characters; several words are best")
        )
        self.path.setText(str(Path.home() / self.tr("Signing keys")) + SUFFIX)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)
        self._show_typed(False)
        self.passphrase.setFocus()

        self.seen.toggled.connect(self._show_typed)
        self.browse.clicked.connect(self._ask_where)

    def offer(self) -> None:
        """Hand over file and passphrase, if it is long enough and twice the same."""
        problems = {}
        if not self.path.text().strip():
            problems["path"] = NO_FILE
        if len(self.passphrase.text()) < SHORTEST:
            problems["passphrase"] = TOO_SHORT
        elif self.again.text() != self.passphrase.text():
            problems["again"] = NOT_ALIKE
        if not self.show_problems(problems):
            self.accept_button.setEnabled(False)
            self.offered.emit(Path(self.path.text().strip()), Secret(self.passphrase.text()))

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        problems = getattr(error, "problems", None)
        self.show_problems(problems or {"path": error.says})

    def _ask_where(self) -> None:
        name = Path(self.path.text()).name
        kind = self.tr("Signing keys") + f" (*{SUFFIX})"
        ask_where_to_save(self, self.windowTitle(), name, kind, self.path.setText)

    def _show_typed(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        for line in (self.passphrase, self.again):
            line.setEchoMode(mode)

"""Asks where an encrypted backup of the keys that sign is to go, and for its passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from cpd_desktop.domain.certificates.issuer_card import KEYS_SUFFIX
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.passphrase_dialogs import NewPassphraseDialog
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.errors import CpdError

NO_FILE = Sentence("certificates", "Choose a file, best on another disk or a stick.")


class KeysBackupDialog(NewPassphraseDialog):
    """Asks for a file and a passphrase, and stays until that worked. Cancelling puts it off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Back up the signing keys"),
            self.tr(
                "Your certificates are signed with keys that exist only on this computer. Without"
                " a backup, losing them means that new certificates come from somebody nobody"
                " knows. Only this passphrase opens the file, and nobody can recover it: keep both"
                " apart from this computer, such as on a stick and on paper."
            ),
            self.tr("Back up now"),
        )

    @property
    def file(self) -> Path:
        """Return the file that was chosen."""
        return Path(self.path.text().strip())

    def add_first_rows(self) -> None:
        """Ask for the file."""
        self.path = QLineEdit(str(Path.home() / self.tr("Signing keys")) + KEYS_SUFFIX)
        self.path.setAccessibleName(self.tr("File"))
        self.browse = button(self.tr("Choose…"))
        self.browse.setAccessibleName(self.tr("Choose the file"))
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self.path, 1)
        place.addWidget(self.browse)
        self.add_rows("path", self.tr("File"), place)
        self.browse.clicked.connect(self._ask_where)

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with what was entered."""
        no_file = {} if self.path.text().strip() else {"path": NO_FILE}
        return no_file | super().problems()

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong with the file, and let the person try again."""
        self.accept_button.setEnabled(True)
        problems = getattr(error, "problems", None)
        self.show_problems(problems or {"path": error.says})

    def _ask_where(self) -> None:
        kind = self.tr("Signing keys") + f" (*{KEYS_SUFFIX})"
        ask_where_to_save(self, self.windowTitle(), self.file.name, kind, self.path.setText)

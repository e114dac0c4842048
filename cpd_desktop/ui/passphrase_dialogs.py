"""Dialogs that ask for a passphrase and stay until it was accepted."""

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
WIDTH_CHARACTERS = 64
TOO_SHORT = Sentence("vault", "It needs at least {count} characters.").filled(count=SHORTEST)
NOT_ALIKE = Sentence("vault", "The two are not alike.")
EMPTY = Sentence("vault", "Enter the passphrase.")


class SecretDialog(FormDialog):
    """Asks for what stays hidden while it is typed; ``offered`` carries it."""

    offered = Signal(Secret)

    def __init__(self, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.accept_button.setText(accept)
        self.accept_button.setAccessibleName(accept)
        self.passphrase = QLineEdit()
        self.seen = QCheckBox(self.tr("&Show what I type"))
        self.seen.setAccessibleName(self.tr("Show what I type"))
        self._hidden: list[QLineEdit] = []
        explained = label(explanation)
        explained.setContentsMargins(0, 0, 0, GRID * 2)
        self.rows.addWidget(explained, 0, 0, 1, 2)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)
        self.seen.toggled.connect(self._show_typed)

    def wait(self) -> None:
        """Take no second answer while the first one is being looked at."""
        self.accept_button.setEnabled(False)

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        self.show_problems({"passphrase": error.says})
        self.passphrase.selectAll()

    def add_hidden(self, name: str, caption: str, line: QLineEdit) -> None:
        """Add a field that shows what is typed only if that is asked for."""
        self._hidden.append(line)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(name, caption, line)

    def add_seen(self) -> None:
        """Close the fields with the choice to see what is typed, and begin at the passphrase."""
        self.rows.addWidget(self.seen, self.rows.rowCount(), 1)
        self.passphrase.setFocus()

    def _show_typed(self, seen: bool) -> None:  # noqa: FBT001 - as the signal says it
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        for line in self._hidden:
            line.setEchoMode(mode)


class NewPassphraseDialog(SecretDialog):
    """Asks for a new passphrase, twice."""

    def __init__(self, parent: QWidget, title: str, explanation: str, accept: str) -> None:
        super().__init__(parent, title, explanation, accept)
        self.again = QLineEdit()
        self.add_first_rows()
        self.add_hidden("passphrase", self.tr("&Passphrase"), self.passphrase)
        self.add_hidden("again", self.tr("&Again"), self.again)
        self.passphrase.setPlaceholderText(
            self.tr("At least 12 characters; several words are best")
        )
        self.add_seen()

    def add_first_rows(self) -> None:
        """Add what is asked before the passphrase; nothing, if not said otherwise."""

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with what was entered."""
        if len(self.passphrase.text()) < SHORTEST:
            return {"passphrase": TOO_SHORT}
        if self.again.text() != self.passphrase.text():
            return {"again": NOT_ALIKE}
        return {}

    def offer(self) -> None:
        """Hand over the passphrase if it is long enough and twice the same."""
        if not self.show_problems(self.problems()):
            self.offered.emit(Secret(self.passphrase.text()))


class PassphraseDialog(SecretDialog):
    """Asks for the passphrase of what is there already, or for a password that may be empty."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        explanation: str,
        accept: str,
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent, title, explanation, accept)
        self._may_be_empty = may_be_empty
        caption = self.tr("&Password") if may_be_empty else self.tr("&Passphrase")
        self.add_hidden("passphrase", caption, self.passphrase)
        self.add_seen()

    def offer(self) -> None:
        """Hand over what was entered."""
        well = self._may_be_empty or self.passphrase.text()
        if not self.show_problems({} if well else {"passphrase": EMPTY}):
            self.offered.emit(Secret(self.passphrase.text()))

"""The issuers that are known: their cards and lists, taken in, compared and forgotten."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.ui.dates import day
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, card, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.services.certificates.issuers import KnownIssuer
    from cpd_desktop.ui.desk import Desk


class CardDialog(FormDialog):
    """Shows whose card it is and asks to compare the letters before they count."""

    confirmed = Signal()

    def __init__(self, parent: QWidget, found: IssuerCard) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add issuer card"))
        self.accept_button.setText(self.tr("They are the same: add"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        provider = found.provider
        self.letters = label(shown_fingerprint(found.fingerprint), "heading", data=True)
        about = "\n".join(filter(None, (provider.address, provider.website)))
        for each in (
            label(provider.name, "heading", data=True),
            label(about, "muted", data=True),
            label(
                self.tr(
                    "Compare these letters with those that the issuer publishes, on their website"
                    " or letterhead. A card can be made by anybody under any name."
                )
            ),
            self.letters,
        ):
            each.setContentsMargins(0, 0, 0, GRID)
            self.rows.addWidget(each, self.rows.rowCount(), 0, 1, 2)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)

    def offer(self) -> None:
        """Take the card in."""
        self.confirmed.emit()
        self.accept()


class VerifyIssuers(QWidget):
    """Lists who is known; ``changed`` once that is another answer to what was verified."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._issuers = desk.services.issuers
        self.dialog: CardDialog | None = None
        self.note = Note()
        self.add_card = button(self.tr("Add issuer card…"))
        self.add_list = button(self.tr("Add list…"))
        for each in (self.add_card, self.add_list):
            each.setAccessibleName(each.text())
        self._list = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(label(self.tr("Known issuers"), "heading"))
        self._layout.addWidget(self._list)
        self._layout.addLayout(FlowRow(self.add_card, self.add_list))
        self._layout.addWidget(self.note)
        self._layout.addWidget(
            label(
                self.tr(
                    "Issuers give you their card, and from time to time their list of revoked"
                    " certificates. Your own are known by your register."
                ),
                "caption",
            )
        )
        self._layout.addStretch(1)

        self.add_card.clicked.connect(self.ask_for_card)
        self.add_list.clicked.connect(self._ask_for_list)

    def refresh(self) -> None:
        """Read the issuers again."""
        self._desk.operations.look_up(lambda _work: self._issuers.all(), self._show)

    def ask_for_card(self) -> None:
        """Ask for the file of a card."""
        kinds = self.tr("Issuer cards (*.card);;All files (*)")
        ask_for_file(self, self.tr("Add issuer card"), kinds, self.look_at_card)

    def look_at_card(self, chosen: str) -> None:
        """Show whose card this is, and ask to compare."""
        path = Path(chosen)
        self._desk.operations.carry_out(
            lambda _work: self._issuers.look(path),
            origin=self,
            then=partial(self._ask_to_compare, path),
            otherwise=self._refuse,
        )

    def take_list(self, chosen: str) -> None:
        """Take in a list of revoked certificates."""
        self._desk.operations.carry_out(
            lambda _work: self._issuers.add_list(Path(chosen)),
            origin=self,
            then=self._listed,
            otherwise=self._refuse,
        )

    def _ask_to_compare(self, path: Path, found: IssuerCard) -> None:
        self.note.say("")
        self.dialog = CardDialog(self.window(), found)
        self.dialog.confirmed.connect(partial(self._add, path))
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _add(self, path: Path) -> None:
        self._desk.operations.carry_out(
            lambda _work: self._issuers.add(path),
            origin=self,
            then=self._added,
            otherwise=self._refuse,
        )

    def _forget(self, issuer: KnownIssuer) -> None:
        name = issuer.card.provider.name
        self._desk.operations.carry_out(
            lambda _work: self._issuers.forget(issuer.id),
            origin=self,
            text=self.tr("Issuer forgotten: {name}").format(name=name),
            then=self._renew,
        )

    def _added(self, issuer: KnownIssuer) -> None:
        text = self.tr("{name} is known now.").format(name=issuer.card.provider.name)
        self.note.say(text, "good")
        self._renew()

    def _listed(self, issuer: KnownIssuer) -> None:
        text = self.tr("The list of {name} is known now.").format(name=issuer.card.provider.name)
        self.note.say(text, "good")
        self._renew()

    def _renew(self, _result: object = None) -> None:
        self.refresh()
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        words = explain(error)
        self.note.say(f"{words.says} {words.advice}", "bad")

    def _ask_for_list(self) -> None:
        kinds = self.tr("Lists of revoked certificates (*.list);;All files (*)")
        ask_for_file(self, self.tr("Add list"), kinds, self.take_list)

    def _show(self, known: Sequence[KnownIssuer]) -> None:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        for each in known:
            inside.addWidget(self._row(each))
        if not known:
            nobody = self.tr("None: every certificate will be of an unknown issuer.")
            inside.addWidget(label(nobody, "muted"))
        self._layout.replaceWidget(self._list, made)
        made.show()
        self._list.hide()
        self._list.deleteLater()
        self._list = made

    def _row(self, each: KnownIssuer) -> QWidget:
        name = each.card.provider.name
        letters = label(shown_fingerprint(each.card.fingerprint), "caption", data=True)
        letters.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if each.is_own:
            says = self.tr("This is you.")
        elif each.status is None:
            says = self.tr("No list of revoked certificates")
        else:
            dated = day(each.status.dated, self._desk.local_zone)
            says = self.tr("List of revoked certificates of {day}").format(day=dated)
        row = card()
        inside = QVBoxLayout(row)
        inside.setSpacing(GRID // 2)
        inside.addWidget(label(name, data=True))
        inside.addWidget(letters)
        inside.addWidget(label(says, "muted"))
        if not each.is_own:
            forget = button(self.tr("Forget"), "quiet")
            forget.setAccessibleName(self.tr("Forget {name}").format(name=name))
            forget.clicked.connect(partial(self._forget, each))
            inside.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _forget_dialog(self) -> None:
        self.dialog = None

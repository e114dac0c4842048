"""The account at Stripe: connected by a restricted key, told apart by mode, and given up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import TrialsLeft
from cpd_desktop.domain.stripe.keys import PERMISSIONS, kind_of
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.settings.trial_question import question_of
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.stripe.keys import Permission
    from cpd_desktop.services.billing.set_aside import LeftBehind
    from cpd_desktop.services.stripe.account import (
        Connected,
        StripeAccount,
        StripeStanding,
    )
    from cpd_desktop.services.stripe.sync import Synced
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class StripePanel(Panel):
    """Shows whose account it is. Stripe and the keychain may keep one waiting: see the lane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.standing: StripeStanding | None = None
        self.question: Question | None = None
        self._busy = False
        self._entered = Secret("")
        self.mark = chip(self.tr("Looking…"))
        self.says = label("")
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(self.tr("Restricted key (rk_test_… or rk_live_…)"))
        self.key.setAccessibleName(self.tr("Restricted key"))
        self.connect_button = button(self.tr("Connect Stri&pe"), "primary")
        self.rights_button = button(self.tr("&Which permissions?"), "quiet")
        self.rights_button.setCheckable(True)
        self.check_button = button(self.tr("Chec&k permissions now"))
        self.disconnect_button = button(self.tr("Disconnect…"))
        self._of_account = (self.check_button, self.disconnect_button)
        self.values = {name: label("", data=True) for name in ("name", "account", "key")}
        self.details = self._details()
        self.rights = self._rights()

        self._lay_out()

        self.key.returnPressed.connect(self.connect_key)
        self.connect_button.clicked.connect(self.connect_key)
        self.rights_button.toggled.connect(self.rights.setVisible)
        self.check_button.clicked.connect(self._check)
        self.disconnect_button.clicked.connect(self._ask)

    @property
    def _service(self) -> StripeAccount:
        # Asked for by the first job: with it, all that prints invoices is loaded.
        return self.desk.services.stripe_account

    def refresh(self) -> None:
        """Look how it stands, without asking Stripe."""
        if not self._busy:
            self.run(lambda _work: self._service.status(), self._show, lane=Lane.NETWORK)

    def fail(self, error: Exception) -> None:
        """Say what went wrong; a locked keychain hides how it stands."""
        refused, self._busy = self._busy, False
        super().fail(error)
        if self.standing is None:
            self.mark.setText(self.tr("Not known"))
            restyle(self.mark, tone="warn")
        self._show_parts()
        if isinstance(error, TrialsLeft):
            call = self._service.left_behind
            self.run(lambda _work: call(), self._ask_aside)
        elif refused:  # what had the focus was out of use meanwhile
            self.key.setFocus()

    def connect_key(self) -> None:
        """Hand the key over to be checked by Stripe and kept in the keychain."""
        key = Secret(self.key.text().strip())
        try:
            kind_of(key)
        except CpdError as error:
            self._refuse(error)
            return
        self.key.clear()
        self._entered = key
        self._connect(0)

    def _connect(self, aside: int) -> None:
        self._busy = True
        self._show_parts()
        self.note.say(self.tr("Asking Stripe whose key it is and what it may do…"))
        call = partial(_connect, self._service, self._entered, aside)
        self.run(call, self._connected, lane=Lane.NETWORK)

    def _ask_aside(self, left: Sequence[LeftBehind]) -> None:
        box = question_of(self.window(), left)
        box.yes.clicked.connect(partial(self._connect, len(left)))
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def _lay_out(self) -> None:
        entry = QHBoxLayout()
        entry.setSpacing(GRID)
        entry.addWidget(self.key, 1)
        entry.addWidget(self.connect_button)
        self.entry = QWidget()
        entry.setContentsMargins(0, 0, 0, 0)
        self.entry.setLayout(entry)
        self.rows.addWidget(label(self.tr("Stripe"), "heading"))
        for shown in (self.mark, self.says, self.details, self.entry):
            self.rows.addWidget(shown)
        self.add_buttons(*self._of_account, self.rights_button)
        self.connect_button.setAccessibleName(self.connect_button.text().replace("&", ""))
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.rights)
        for each in (self.details, self.entry, self.rights, *self._of_account):
            each.hide()

    def _details(self) -> QWidget:
        made = QWidget()
        rows = QFormLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(GRID * 2)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        captions = {
            "name": self.tr("Name"),
            "account": self.tr("Account"),
            "key": self.tr("Key, without its middle"),
        }
        for name, value in self.values.items():
            rows.addRow(label(captions[name], "muted"), value)
        return made

    def _rights(self) -> QLabel:
        first = self.tr(
            "At Stripe: Developers, API keys, Create restricted key. Choose these, and leave all"
            " else at None:"
        )
        made = label("\n".join((first, *map(self._right, PERMISSIONS))), "muted")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setAccessibleName(self.tr("Permissions that the key needs"))
        return made

    def _right(self, each: Permission) -> str:
        choice = self.tr("Write") if each.writes else self.tr("Read")
        line = f"• {each.resource}: {choice}. {in_words(each.purpose)}"
        return self.tr("{permission} (not needed)").format(permission=line) if each.optional else (
            line
        )  # fmt: skip

    def _refuse(self, error: CpdError) -> None:
        problems = getattr(error, "problems", {})
        says = problems.get("key", error.says)
        self.note.say(f"{in_words(says)} {in_words(error.advice)}".strip(), "bad")
        self.rights_button.setChecked(True)
        self.key.setFocus()

    def _connected(self, found: Connected) -> None:
        self._busy = False
        self._entered = Secret("")
        self._show(found.standing)
        self.check_button.setFocus()
        self._tell_lacking(found.lacking)
        if all(each.optional for each in found.lacking):
            self.run(self.desk.services.stripe_sync.sync, self._fetched, lane=Lane.NETWORK)

    def _fetched(self, found: Synced) -> None:
        self.desk.feed.publish(found.changes, self)

    def _check(self) -> None:
        self.note.say(self.tr("Asking Stripe…"))
        self.run(lambda _work: self._service.lacking(), self._tell_lacking, lane=Lane.NETWORK)

    def _tell_lacking(self, lacking: tuple[Permission, ...]) -> None:
        if not lacking:
            self.note.say(self.tr("The key may do all that is needed."), "good")
            return
        lines = [self.tr("The key lacks these permissions. Add them at Stripe, then check again:")]
        lines += map(self._right, lacking)
        self.note.say("\n".join(lines), "warn")

    def _show(self, standing: StripeStanding) -> None:
        self.standing = standing
        if standing.connected:
            live = standing.live
            self.mark.setText(self.tr("Real money") if live else self.tr("Test mode"))
            restyle(self.mark, tone="good" if live else "info")
        else:
            self.mark.setText(self.tr("Not connected"))
            restyle(self.mark, tone="neutral")
        self.says.setText(self._explained(standing))
        for name, text in (
            ("name", standing.name),
            ("account", standing.account),
            ("key", standing.shown),
        ):
            self.values[name].setText(text or "—")
        self._show_parts()

    def _show_parts(self) -> None:
        connected = self.standing is not None and self.standing.connected
        self.details.setVisible(connected)
        self.entry.setVisible(self.standing is not None and not connected)
        self.entry.setEnabled(not self._busy)
        for each in self._of_account:
            each.setVisible(connected)

    def _explained(self, standing: StripeStanding) -> str:
        if standing.connected and standing.live:
            return self.tr("People pay with real money. It goes to your account at Stripe.")
        if standing.connected:
            return self.tr(
                "Nobody pays anything: cards are those that Stripe gives for trying. To take real"
                " money, refund what was paid for trying, disconnect, and connect with a key that"
                " begins with rk_live_."
            )
        return self.tr(
            "With Stripe, people pay by card on Stripe's own pages, straight to your account. The"
            " key goes into the keychain of this computer and nowhere else. Bank transfers and"
            " cash work without it."
        )

    def _ask(self) -> None:
        box = Question(
            self.window(),
            self.tr("Disconnect Stripe"),
            self.tr("Disconnect from Stripe?"),
            self.tr(
                "The key is forgotten here; it stays good at Stripe until you delete it there."
                " What was booked stays."
            ),
            yes=self.tr("Disconnect"),
            no=self.tr("Cancel"),
            role="danger",
        )
        box.yes.clicked.connect(self._disconnect)
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def _disconnect(self) -> None:
        call = self._service.disconnect
        self.run(lambda _work: call(), self._disconnected, lane=Lane.NETWORK)

    def _disconnected(self, _changes: Changes) -> None:
        self.note.say(self.tr("Disconnected. The key is not kept here any more."), "good")
        self.refresh()

    def _forget_question(self) -> None:
        self.question = None


def _connect(service: StripeAccount, key: Secret, aside: int, _work: Work) -> Done[Connected]:
    return service.connect(key, aside=aside)

"""The mail accounts: added with a test, one of them the usual one, edited and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMessageBox

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.mail_dialog import MailDialog
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.messages.accounts import AccountDraft, MailAccount
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.ports import Delivery
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

LINES = 5


class Tested(NamedTuple):
    """An account with what came of its test message: an answer, or why none came."""

    account: MailAccount
    came: Delivery | CpdError


class MailPanel(Panel):
    """Lists the accounts. Servers and the keychain may keep one waiting: see the lane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._service = desk.services.mail_accounts
        self._accounts: dict[int, MailAccount] = {}
        self.dialog: MailDialog | None = None
        self.question: QMessageBox | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Mail accounts"))
        self.says = label("", "muted")
        self.add_button = button(self.tr("Add &mail account…"), "primary")
        self.test_button = button(self.tr("Send &test message"))
        self.edit_button = button(self.tr("&Edit…"))
        self.usual_button = button(self.tr("Make &usual"))
        self.remove_button = button(self.tr("&Remove…"), "danger")
        self._of_one = (self.test_button, self.edit_button, self.usual_button, self.remove_button)

        self.rows.addWidget(label(self.tr("E-mail"), "heading"))
        self.rows.addWidget(self.says)
        self.rows.addWidget(self.list)
        self.add_buttons(self.add_button, *self._of_one)
        self.rows.addWidget(self.note)
        self.list.hide()

        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.test_button.clicked.connect(self.test)
        self.usual_button.clicked.connect(self._make_usual)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.list.currentRowChanged.connect(self._show_buttons)
        self.list.itemActivated.connect(self.edit)

    @property
    def chosen(self) -> MailAccount | None:
        """Return the account that is selected."""
        item = self.list.currentItem()
        if self.list.currentRow() < 0:
            return None
        return self._accounts.get(item.data(Qt.ItemDataRole.UserRole))

    def refresh(self) -> None:
        """Read the accounts again; nobody outside is asked."""
        self.run(lambda _work: self._service.listed(), self._show)

    def add(self) -> None:
        """Ask for a new account."""
        self._open(MailDialog(self.window()), None)

    def edit(self, *_: object) -> None:
        """Ask what is to be different about the selected one."""
        if self.chosen is not None:
            self._open(MailDialog(self.window(), self.chosen), self.chosen.id)

    def test(self) -> None:
        """Send a message to oneself through the selected one."""
        if self.chosen is not None:
            self._say_sending()
            call = partial(_test, self._service, self.chosen)
            self.run(call, self._tested, title=self.tr("Test message"), lane=Lane.NETWORK)

    def _open(self, dialog: MailDialog, key: int | None) -> None:
        self.dialog = dialog
        dialog.offered.connect(partial(self._keep, key))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _keep(self, key: int | None, draft: AccountDraft, secret: Secret | None) -> None:
        self.desk.operations.carry_out(
            partial(_keep, self._service, key, draft, secret),
            origin=self,
            then=self._kept,
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _kept(self, account: MailAccount) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.refresh()
        self._say_sending()
        call = partial(_test, self._service, account)
        self.run(call, self._tested, title=self.tr("Test message"), lane=Lane.NETWORK)

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, CpdError):
            self.dialog.refuse(error)
        else:
            self.fail(error)

    def _say_sending(self) -> None:
        self.note.say(self.tr("Sending a test message to yourself…"))

    def _tested(self, found: Tested) -> None:
        account, came = found
        if isinstance(came, CpdError):
            words = explain(came)
            why = f"{words.says} {words.advice}".strip()
        elif came.outcome is Outcome.SENT:
            text = (
                self.tr("A test message lies in the folder: {name} works.")
                if account.kind is AccountKind.FOLDER
                else self.tr("A test message went to {sender}: look whether it is there.")
            )
            self.note.say(text.format(name=account.name, sender=account.sender), "good")
            return
        else:
            why = in_words(came.says) if came.says else ""
        kept = self.tr("“{name}” is kept, but the test message did not go. {why}")
        self.note.say(kept.format(name=account.name, why=why), "bad")

    def _show(self, found: list[MailAccount]) -> None:
        before = self.chosen
        self._accounts = {each.id: each for each in found}
        self.list.clear()
        for each in found:
            item = QListWidgetItem(self._line(each))
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
            if before is not None and each.id == before.id:
                self.list.setCurrentItem(item)
        if found and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        lines = min(max(len(found), 2), LINES)
        self.list.setFixedHeight(lines * self.list.sizeHintForRow(0) + GRID if found else 0)
        self.list.setVisible(bool(found))
        self.says.setText(
            self.tr("Mail goes out through the usual account unless you choose another.")
            if found
            else self.tr(
                "No mail account yet. Add the one you write from every day; its password stays in"
                " the keychain of this computer. Without one, messages can be written to a folder."
            )
        )
        self._show_buttons()

    def _line(self, each: MailAccount) -> str:
        way = each.settings.get("folder", "") or each.host
        count = self.tr("%n a day", "", each.limits.per_day)
        line = f"{each.name} · {each.sender} · {way} · {count}"
        return self.tr("✓ {account} · usual").format(account=line) if each.is_default else line

    def _show_buttons(self, *_: object) -> None:
        chosen = self.chosen
        for each in self._of_one:
            each.setVisible(chosen is not None)
        self.usual_button.setVisible(chosen is not None and not chosen.is_default)

    def _make_usual(self) -> None:
        if self.chosen is not None:
            key = self.chosen.id
            self.run(lambda _work: self._service.choose(key), self._changed)

    def _ask_to_remove(self) -> None:
        account = self.chosen
        if account is None:
            return
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Remove account"))
        box.setText(self.tr("Remove “{name}”?").format(name=account.name))
        box.setInformativeText(
            self.tr(
                "Its password is forgotten here. Messages that went through it stay in the outbox."
            )
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        for each in (remove, keep):
            each.setAccessibleName(each.text())
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(partial(self._remove, account.id))
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def _remove(self, key: int, *_: object) -> None:
        self.run(lambda _work: self._service.remove(key), self._changed, lane=Lane.NETWORK)

    def _changed(self, _changes: Changes) -> None:
        self.note.say("")
        self.refresh()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _forget_question(self) -> None:
        self.question = None


def _keep(
    service: MailAccounts, key: int | None, draft: AccountDraft, secret: Secret | None, _work: Work
) -> Done[MailAccount]:
    return service.add(draft, secret) if key is None else service.change(key, draft, secret)


def _test(service: MailAccounts, account: MailAccount, _work: Work) -> Tested:
    try:
        return Tested(account, service.test(account.id))
    except CpdError as error:
        return Tested(account, error)

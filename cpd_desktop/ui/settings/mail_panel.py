"""The mail accounts: added with a test, one of them the usual one, edited and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.mail_dialog import MailDialog
from cpd_desktop.ui.settings.mail_sign_in import MailSigningIn, tested
from cpd_desktop.ui.settings.mail_ways import place_of
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.messages.accounts import AccountDraft, MailAccount
    from cpd_desktop.domain.messages.found_server import FoundServer
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.settings.mail_sign_in import Tested

LINES = 5


class MailPanel(Panel):
    """Lists the accounts. Servers and the keychain may keep one waiting: see the lane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = desk.services.mail_accounts
        self._accounts: dict[int, MailAccount] = {}
        self._to_choose = 0
        self.dialog: MailDialog | None = None
        self.question: Question | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Mail accounts"))
        self.says = label("", "muted")
        self.add_button = button(self.tr("Add &mail account…"), "primary")
        self.test_button = button(self.tr("Send &test message"))
        self.edit_button = button(self.tr("E&dit…"))
        self.usual_button = button(self.tr("Make &usual"))
        self.sign_in_button = button(self.tr("S&ign in"))
        self.disconnect_button = button(self.tr("Disconnect…"))
        self.remove_button = button(self.tr("&Remove…"), "danger")
        self.signing_in = MailSigningIn(desk, self)
        self._of_one = (
            *(self.test_button, self.sign_in_button, self.edit_button, self.usual_button),
            *(self.disconnect_button, self.remove_button),
        )

        self.rows.addWidget(label(self.tr("E-mail"), "heading"))
        self.rows.addWidget(self.says)
        self.rows.addWidget(self.list)
        self.rows.addWidget(self.signing_in.waiting)
        self.add_buttons(self.add_button, *self._of_one)
        self.rows.addWidget(self.note)
        self.list.hide()

        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.test_button.clicked.connect(self.test)
        self.usual_button.clicked.connect(self._make_usual)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.sign_in_button.clicked.connect(self.sign_in)
        self.disconnect_button.clicked.connect(self._ask_to_disconnect)
        self.signing_in.connected.connect(self._tested)
        self.signing_in.refused.connect(self._not_signed_in)
        self.signing_in.stopped.connect(self._stopped)
        self.signing_in.under_way.connect(self._show_under_way)
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
        self.run(lambda _work: (self._service.listed(), self._service.refused.all()), self._show)

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
            self._send_test(self.chosen)

    def sign_in(self) -> None:
        """Sign in to the selected one through the browser, also where that ended."""
        if self.chosen is not None:
            self.note.say("")
            self.signing_in.begin(self.chosen)

    def _open(self, dialog: MailDialog, key: int | None) -> None:
        self.dialog = dialog
        dialog.offered.connect(partial(self._keep, key))
        dialog.find_asked.connect(self._find)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _find(self, address: str) -> None:
        servers = self.desk.services.mail_servers
        self.desk.operations.carry_out(
            lambda _work: servers.find(address),
            origin=self,
            then=self._found,
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _found(self, found: FoundServer | None) -> None:
        if self.dialog is not None:
            self.dialog.show_server(found)

    def _keep(self, key: int | None, draft: AccountDraft, secret: Secret | None) -> None:
        before = self._accounts.get(key) if key is not None else None
        self.desk.operations.carry_out(
            # The secret of an app is kept with the sign-in, once there is one.
            partial(_keep, self._service, key, draft, None if draft.signs_in else secret),
            origin=self,
            then=partial(self._kept, before, secret),
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )

    def _kept(
        self, before: MailAccount | None, secret: Secret | None, account: MailAccount
    ) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self._to_choose = account.id
        self.refresh()
        if account.signs_in and (secret or before is None or _app(before) != _app(account)):
            self.note.say("")
            self.signing_in.begin(account, secret)
        else:
            self._send_test(account)

    def _send_test(self, account: MailAccount) -> None:
        self.note.say(self.tr("Sending a test message to yourself…"))
        self.run(
            lambda _work: tested(self._service, account),
            self._tested,
            title=self.tr("Test message"),
            lane=Lane.NETWORK,
        )

    def _not_signed_in(self, account: MailAccount, error: Exception) -> None:
        self.refresh()
        self.fail(error)
        if isinstance(error, Invalid) and self.dialog is None:
            now = self._accounts.get(account.id, account)
            self._open(MailDialog(self.window(), now), now.id)
            self._refused(error)

    def _stopped(self) -> None:
        self.note.say(self.tr("Stopped. The account is kept, but not signed in to."))

    def _show_under_way(self, is_under_way: bool) -> None:  # noqa: FBT001 - a signal
        self.add_button.setEnabled(not is_under_way)
        for each in self._of_one:
            each.setEnabled(not is_under_way)
        if not is_under_way:
            self.refresh()

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, CpdError):
            self.dialog.refuse(error)
        else:
            self.fail(error)

    def _tested(self, found: Tested) -> None:
        self.refresh()
        touched = Changes(touched={"mail_account": frozenset({found.account.id})})
        self.desk.feed.publish(touched, self)
        account, came, note = found
        if isinstance(came, CpdError):
            explained = explain(came)
            why = f"{explained.says} {explained.advice}".strip()
        elif came.outcome is Outcome.SENT:
            text = (
                self.tr("A test message lies in the folder: {name} works.")
                if account.kind is AccountKind.FOLDER
                else self.tr("A test message went to {sender}: look whether it is there.")
            )
            words = text.format(name=account.name, sender=account.sender)
            if note is None:
                self.note.say(words, "good")
            else:
                self.note.say(f"{words} {in_words(note)}", "warn")
            return
        else:
            why = in_words(came.says) if came.says else ""
        kept = self.tr("“{name}” is kept, but the test message did not go. {why}")
        self.note.say(kept.format(name=account.name, why=why), "bad")

    def _show(self, kept: tuple[list[MailAccount], Mapping[int, Sentence]]) -> None:
        found, refused = kept
        before = self._to_choose or (self.chosen.id if self.chosen else 0)
        self._to_choose = 0
        self._accounts = {each.id: each for each in found}
        self.list.clear()
        for each in found:
            why = refused.get(each.id)
            item = QListWidgetItem(self._line(each, is_refused=why is not None))
            item.setToolTip(in_words(why) if why else "")
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            self.list.addItem(item)
            if each.id == before:
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

    def _line(self, each: MailAccount, *, is_refused: bool) -> str:
        count = self.tr("%n a day", "", each.limits.per_day)
        line = f"{each.name} · {each.sender} · {place_of(each)} · {count}"
        if each.is_default:
            line = self.tr("{account} · usual").format(account=line)
        if is_refused:
            # At the front: a long line is cut at its end.
            line = self.tr("⚠ Refused the last time · {account}").format(account=line)
        return line

    def _show_buttons(self, *_: object) -> None:
        chosen = self.chosen
        for each in self._of_one:
            each.setVisible(chosen is not None)
        self.usual_button.setVisible(chosen is not None and not chosen.is_default)
        for each in (self.sign_in_button, self.disconnect_button):
            each.setVisible(chosen is not None and bool(chosen.signs_in))

    def _make_usual(self) -> None:
        if self.chosen is not None:
            key = self.chosen.id
            self.run(lambda _work: self._service.choose(key), self._changed)

    def _ask_to_remove(self) -> None:
        if self.chosen is not None:
            self._ask(
                self.tr("Remove account"),
                self.tr("Remove “{name}”?").format(name=self.chosen.name),
                self.tr(
                    "Its password is forgotten here. Messages that went through it stay in the"
                    " outbox."
                ),
                self.tr("Remove"),
                partial(self._remove, self.chosen.id),
            )

    def _ask_to_disconnect(self) -> None:
        if self.chosen is not None:
            self._ask(
                self.tr("Disconnect account"),
                self.tr("Disconnect “{name}”?").format(name=self.chosen.name),
                self.tr(
                    "The sign-in is forgotten here. What waits in the outbox goes once you sign in"
                    " again."
                ),
                self.tr("Disconnect"),
                partial(self._disconnect, self.chosen.id),
            )

    def _ask(self, title: str, text: str, says: str, yes: str, then: Callable[..., None]) -> None:
        box = Question(self.window(), title, text, says, yes=yes, no=self.tr("Keep"))
        box.yes.clicked.connect(then)
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def _disconnect(self, key: int, *_: object) -> None:
        sign_ins = self.desk.services.mail_sign_ins
        self.run(lambda _work: sign_ins.disconnect(key), self._disconnected, lane=Lane.NETWORK)

    def _disconnected(self, told: bool) -> None:  # noqa: FBT001 - as the service answers
        if told:
            self.note.say(self.tr("Disconnected. The provider was told."), "good")
        else:
            self.note.say(
                self.tr(
                    "Nothing is kept here. The provider was not told: look there, under the apps"
                    " that may use your account."
                ),
                "warn",
            )

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


def _app(account: MailAccount) -> tuple[str, str]:
    """Return at whom one signs in, through which app: another one takes another sign-in."""
    return account.signs_in, account.settings.get("client_id", "")

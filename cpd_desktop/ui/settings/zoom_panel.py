"""The account at Zoom: connect it, see whose it is and what it lacks, give it up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.zoom_account import AppKind, ChosenApp, Standing
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.settings.zoom_app_dialog import ZoomAppDialog
from cpd_desktop.ui.settings.zoom_details import Waiting, ZoomDetails, ZoomLacks
from cpd_desktop.ui.settings.zoom_words import TONES, standing_words
from cpd_desktop.ui.widgets import button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.zoom_account import Account
    from cpd_desktop.services.work import Progress, Work
    from cpd_desktop.services.zoom.account import ZoomAccount
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job


class ZoomPanel(Panel):
    """Shows how the connection stands. Zoom and the keychain may keep one waiting: see its lane."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._service = desk.services.zoom_account
        self._account: Account | None = None
        self._job: Job | None = None
        self._invited = False
        self.dialog: ZoomAppDialog | None = None
        self.question: Question | None = None
        self.mark = chip(self.tr("Looking…"))
        self.says = label("")
        self.details = ZoomDetails(desk.local_zone)
        self.lacks = ZoomLacks()
        self.waiting = Waiting()
        self.connect_button = button(self.tr("&Connect to Zoom"), "primary")
        self.choose_button = button(self.tr("Use &another app…"), "quiet")
        self.check_button = button(self.tr("Check &now"))
        self.disconnect_button = button(self.tr("Disc&onnect…"))

        self.rows.addWidget(label(self.tr("Zoom"), "heading"))
        for shown in (self.mark, self.says, self.details, self.waiting):
            self.rows.addWidget(shown)
        self._buttons = (
            *(self.connect_button, self.choose_button),
            *(self.check_button, self.disconnect_button),
        )
        self.add_buttons(*self._buttons)
        self.rows.addWidget(self.note)
        self.rows.addWidget(self.lacks)
        for each in (self.details, self.lacks, self.waiting, *self._buttons):
            each.hide()

        self.connect_button.clicked.connect(self._connect_or_ask)
        self.choose_button.clicked.connect(self.choose_app)
        self.check_button.clicked.connect(self._check)
        self.disconnect_button.clicked.connect(self._ask)
        self.waiting.stop_button.clicked.connect(self._stop)

    def refresh(self) -> None:
        """Look how the connection stands, without asking Zoom."""
        if self._job is None:
            self.run(partial(_status, self._service), self._show, lane=Lane.NETWORK)

    def fail(self, error: Exception) -> None:
        """Say what went wrong; a locked keychain hides how the connection stands."""
        super().fail(error)
        if self._account is None:
            self.mark.setText(self.tr("Not known"))
            restyle(self.mark, tone="warn")

    def choose_app(self) -> None:
        """Explain the kinds of app at Zoom and ask for one."""
        if self._account is None or self._job is not None:
            return
        connection = self._service.connection
        self.dialog = ZoomAppDialog(self.window(), self._account.app, connection)
        self.dialog.offered.connect(self.connect_through)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def connect_through(self, chosen: ChosenApp) -> None:
        """Connect through this app, off the window's thread."""
        self.note.say("")
        told: list[tuple[str, bool]] = []
        call = partial(_connect, self._service, chosen, told, QLocale().bcp47Name())
        self._invited = False
        self._job = self.desk.operations.carry_out(
            call,
            origin=self,
            title=self.tr("Connect to Zoom"),
            then=self._connected,
            otherwise=self._not_connected,
            lane=Lane.NETWORK,
        )
        self._job.progressed.connect(partial(self._invite, told))
        self._job.cancelled.connect(self._stopped)
        self._show_buttons()

    def _connect_or_ask(self) -> None:
        if self._account is None:
            return
        app, known = self._account.app, self._account.standing is not Standing.NOT_CONNECTED
        usual = app.kind == AppKind.PUBLIC
        # A secret is forgotten with the connection, so the page that asks for it comes first.
        if known or (usual and (app.client_id or self._service.connection.has_built_in)):
            self.connect_through(ChosenApp(app))
        else:
            self.choose_app()

    def _invite(self, told: list[tuple[str, bool]], _progress: Progress) -> None:
        """Show where the browser was sent, as soon as the job has said it."""
        if told and not self._invited:
            self._invited = True
            self.waiting.invite(*told[0])
            self._close_dialog()
            self._show_buttons()

    def _connected(self, account: Account) -> None:
        self._job = None
        self._close_dialog()
        self.note.say("")
        self._show(account)

    def _not_connected(self, error: Exception) -> None:
        self._job = None
        if self.dialog is not None and isinstance(error, Invalid):
            self.dialog.refuse(error)
        else:
            self._close_dialog()
            self.fail(error)
        self._look_again()

    def _stopped(self) -> None:
        self._job = None
        self._close_dialog()
        self.note.say(self.tr("Stopped. Nothing was changed."))
        self._look_again()

    def _look_again(self) -> None:
        if self._account is not None:
            self._show(self._account)
        self.refresh()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _check(self) -> None:
        self.note.say(self.tr("Asking Zoom…"))
        self.run(self._service.look, self._checked, lane=Lane.NETWORK)

    def _checked(self, account: Account) -> None:
        self.note.say(self.tr("Zoom was asked: this is how it stands."), "neutral")
        self._show(account)

    def _show(self, account: Account) -> None:
        if self._job is not None:
            return  # what is on its way is newer
        self._account = account
        self.mark.setText(standing_words(account.standing))
        restyle(self.mark, tone=TONES[account.standing])
        self.says.setText(self._explained(account))
        self.details.show_account(account)
        self.lacks.show_lacks(account.lacks)
        self.connect_button.setText(self._invitation(account.standing))
        self.connect_button.setAccessibleName(self.connect_button.text().replace("&", ""))
        self._show_buttons()

    def _show_buttons(self) -> None:
        account, busy = self._account, self._job is not None
        connected = account is not None and account.is_connected
        known = account is not None and account.standing is not Standing.NOT_CONNECTED
        if busy:
            self.mark.setText(self.tr("Connecting"))
            restyle(self.mark, tone="info")
        self.says.setVisible(not busy)
        self.waiting.setVisible(busy and self._invited)
        # An app that was given more scopes meanwhile is told so by connecting again.
        lacks = account is not None and any(not each.optional for each in account.lacks)
        connects = account is not None and (not connected or lacks) and not busy
        self.connect_button.setVisible(connects)
        self.choose_button.setVisible(connects)
        self.details.setVisible(connected and not busy)
        self.lacks.setVisible(connected and not busy)
        self.check_button.setVisible(connected and not busy)
        self.disconnect_button.setVisible(known and not busy)

    def _explained(self, account: Account) -> str:
        if account.why:
            return " ".join(map(in_words, account.why))
        if account.is_connected:
            return self.tr("CPD Desktop can use Zoom as:")
        return self.tr(
            "Your browser opens Zoom's own page, where you sign in and allow CPD Desktop to make"
            " your meetings, register people and find out who came. Your password is never"
            " entered here. Everything else works without Zoom."
        )

    def _invitation(self, standing: Standing) -> str:
        if standing is Standing.NOT_CONNECTED:
            return self.tr("&Connect to Zoom")
        return self.tr("&Connect again")

    def _ask(self) -> None:
        box = Question(
            self.window(),
            self.tr("Disconnect from Zoom"),
            self.tr("Disconnect from Zoom?"),
            self.tr(
                "Zoom is told that CPD Desktop may not use the account any more, and the sign-in"
                " is forgotten here, also the secret of an app of your own. Meetings stay at"
                " Zoom, and what was fetched from there stays here."
            ),
            yes=self.tr("Disconnect"),
            no=self.tr("Cancel"),
            role="danger",
        )
        box.finished.connect(self._answered)
        self.question = box
        box.open()

    def _answered(self) -> None:
        box, self.question = self.question, None
        if box is not None and box.clickedButton() is box.yes:
            self.run(partial(_disconnect, self._service), self._disconnected, lane=Lane.NETWORK)

    def _disconnected(self, told: bool) -> None:  # noqa: FBT001 - as the service answers
        if told:
            self.note.say(self.tr("Disconnected. Zoom was told, and nothing is kept here."), "good")
        else:
            self.note.say(
                self.tr(
                    "Nothing is kept here. Zoom was not told: look there, under Added Apps,"
                    " whether CPD Desktop is still listed."
                ),
                "warn",
            )
        self.refresh()

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _status(service: ZoomAccount, _work: Work) -> Account:
    return service.status()


def _disconnect(service: ZoomAccount, _work: Work) -> Done[bool]:
    return service.disconnect()


def _connect(
    service: ZoomAccount,
    chosen: ChosenApp,
    told: list[tuple[str, bool]],
    language: str,
    work: Work,
) -> Done[Account]:
    # On the job's thread nothing of the window is touched: it looks at each report what was told.
    def show(address: str, opened: bool) -> None:  # noqa: FBT001 - as the port says it
        told.append((address, opened))

    return service.connect(chosen, work, show=show, say=in_words, language=language)

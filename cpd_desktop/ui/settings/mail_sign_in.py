"""Signing in to a mail account: the browser is waited for, then a test message goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QObject, Signal

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.accounts import MailAccount
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.zoom_details import Waiting
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.ports import Delivery
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Progress, Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

NAMES = {"microsoft": "Microsoft", "google": "Google"}


class Tested(NamedTuple):
    """An account with what came of its test message: an answer, or why none came."""

    account: MailAccount
    came: Delivery | CpdError
    note: Sentence | None = None


class MailSigningIn(QObject):
    """Runs one sign-in at a time and shows in ``waiting`` where the browser was sent."""

    connected = Signal(Tested)
    refused = Signal(MailAccount, Exception)
    stopped = Signal()
    under_way = Signal(bool)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._invited = False
        self.waiting = Waiting()
        self.waiting.hide()
        self.waiting.stop_button.clicked.connect(self._stop)

    def begin(self, account: MailAccount, client_secret: Secret | None = None) -> None:
        """Sign in to an account, off the window's thread, and send a test message through it."""
        if self._job is not None:
            return
        told: list[tuple[str, bool]] = []
        call = partial(sign_in, self._desk.services, account, client_secret, told)
        self._invited = False
        self._job = self._desk.operations.carry_out(
            call,
            origin=self,
            title=self.tr("Sign in to a mail account"),
            then=self._connected,
            otherwise=partial(self._refused, account),
            lane=Lane.NETWORK,
        )
        service = NAMES.get(account.signs_in, account.name)
        self._job.progressed.connect(partial(self._invite, told, service))
        self._job.cancelled.connect(self._stopped)
        self.under_way.emit(True)

    def _invite(self, told: list[tuple[str, bool]], service: str, _progress: Progress) -> None:
        if told and not self._invited:
            self._invited = True
            self.waiting.invite(*told[0], service)
            self.waiting.show()

    def _connected(self, came: Tested) -> None:
        self._end()
        self.connected.emit(came)

    def _refused(self, account: MailAccount, error: Exception) -> None:
        self._end()
        self.refused.emit(account, error)

    def _stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _end(self) -> None:
        self._job = None
        self.waiting.hide()
        self.under_way.emit(False)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def sign_in(
    services: Services,
    account: MailAccount,
    client_secret: Secret | None,
    told: list[tuple[str, bool]],
    work: Work,
) -> Tested:
    """Connect and test an account; raises as ``MailSignIns.connect`` does."""

    # On the job's thread nothing of the window is touched: it looks at each report what was told.
    def show(address: str, opened: bool) -> None:  # noqa: FBT001 - as the port says it
        told.append((address, opened))

    done = services.mail_sign_ins.connect(
        account.id,
        work,
        show=show,
        say=in_words,
        language=QLocale().bcp47Name(),
        client_secret=client_secret,
    )
    return tested(services.mail_accounts, done.account)._replace(note=done.note)


def tested(accounts: MailAccounts, account: MailAccount) -> Tested:
    """Send a message to oneself; what was refused is an answer too."""
    try:
        return Tested(account, accounts.test(account.id))
    except CpdError as error:
        return Tested(account, error)

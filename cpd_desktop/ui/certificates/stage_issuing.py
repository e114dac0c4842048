"""Issues certificates from the stage: asked with the count first, done as a job, told after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.services.certificates.issuing import STOPPED
from cpd_desktop.ui.certificates.keys_backup import KeysBackupDialog
from cpd_desktop.ui.certificates.stage_content import narrowed
from cpd_desktop.ui.certificates.stage_issue_dialog import StageIssueDialog
from cpd_desktop.ui.certificates.stage_templates import key_of
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.certificates.issuing import Issued
    from cpd_desktop.services.certificates.planning import Plan
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

TOUCHED = frozenset({"certificate", "issuer", "certificate_template", "template_version"})


class StageIssuing(QObject):
    """Asks and issues; ``ended`` carries what was made, and nothing if it was stopped.

    ``asked`` are the registrations that the latest run was for; ``mails`` says whether they are to
    be written to after it.
    """

    begun = Signal()
    ended = Signal(object)

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._makes_keys = False
        self.asked: tuple[int, ...] = ()
        self.mails = False
        self.job: Job | None = None
        self.dialog: StageIssueDialog | None = None
        self.backup: KeysBackupDialog | None = None

    def ask(self, content: StageContent, to: Collection[int] | None = None) -> None:
        """Show who would get one, everybody or some, and ask."""
        plan = content.plan if to is None else narrowed(content, to)
        if not plan.to_issue or self.job is not None:
            return
        certificates = self._desk.services.certificates
        self._desk.operations.look_up(
            lambda _work: certificates.numbers(plan), partial(self._open, content, plan)
        )

    def ask_for_backup(self) -> None:
        """Ask where a backup of the keys is to go."""
        dialog = self.backup = KeysBackupDialog(self._stage.window())
        dialog.offered.connect(partial(self._back_up, dialog))
        dialog.finished.connect(self._forget_backup)
        dialog.open()

    def _open(self, content: StageContent, plan: Plan, numbers: tuple[str, str]) -> None:
        self._makes_keys = content.own is None
        dialog = self.dialog = StageIssueDialog(
            self._stage.window(),
            plan,
            numbers,
            makes_keys=self._makes_keys,
            mails=content.mail is not None,
        )
        dialog.confirmed.connect(partial(self._issue, plan))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _issue(self, plan: Plan) -> None:
        self.mails = self.dialog is not None and self.dialog.mail.isChecked()
        services, event_id = self._desk.services, plan.occasion.event.id
        template = key_of(plan.template)
        to = self.asked = tuple(each.registration for each in plan.to_issue)
        job = self.job = self._desk.operations.carry_out(
            lambda work: services.certificates.issue(work, event_id, template, to),
            origin=self,
            title=self.tr("Issuing %n certificate(s)", "", len(to)),
            then=self._tell,
            # It takes a while for thousands, and what else is done in the window must not wait.
            lane=Lane.NETWORK,
        )
        job.cancelled.connect(self._stopped)
        job.failed.connect(self._cut_off)
        job.finished.connect(self._finished)
        self.begun.emit()

    def _tell(self, issued: Issued) -> None:
        self.job = None
        if issued.stopped is not None and issued.stopped != STOPPED:
            self._desk.operations.told.emit(in_words(issued.stopped), False)
        self.ended.emit(None if issued.stopped else issued)
        self._insist_on_backup()

    def _stopped(self) -> None:
        """Tell everybody that some were issued: how many is found out anew."""
        self.job = None
        self._desk.feed.publish(Changes(many=TOUCHED), self)
        self.ended.emit(None)
        self._insist_on_backup()

    def _cut_off(self, _error: Exception) -> None:
        self._stopped()

    def _insist_on_backup(self) -> None:
        """Ask for a backup right after keys were made; putting it off leaves a banner."""
        if not self._makes_keys:
            return
        self._makes_keys = False
        keys = self._desk.services.signing_keys
        self._desk.operations.look_up(lambda _work: keys.own(), self._ask_if_unsafe)

    def _ask_if_unsafe(self, own: Any) -> None:
        if own is not None and own.backed_up_at is None:
            self.ask_for_backup()

    def _finished(self) -> None:
        self.job = None

    def _back_up(self, dialog: KeysBackupDialog, passphrase: Secret) -> None:
        keys, path = self._desk.services.signing_keys, dialog.file
        dialog.wait()
        self._desk.operations.carry_out(
            lambda _work: keys.back_up(path, passphrase),
            origin=self,
            then=partial(self._backed_up, path),
            otherwise=self._not_backed_up,
        )

    def _backed_up(self, path: Path, _changes: Any) -> None:
        if self.backup is not None:
            self.backup.accept()
        text = self.tr("The signing keys are backed up in {path}.").format(path=path)
        self._desk.operations.told.emit(text, False)

    def _not_backed_up(self, error: Exception) -> None:
        if self.backup is not None and isinstance(error, CpdError):
            self.backup.refuse(error)
        else:
            self._desk.operations.failed.emit(error)

    def _forget_backup(self) -> None:
        self.backup = None

    def _forget_dialog(self) -> None:
        self.dialog = None

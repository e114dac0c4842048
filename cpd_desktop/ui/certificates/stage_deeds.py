"""Revokes and replaces certificates: asked with a reason, told in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cpd_desktop.ui.certificates.stage_endings import (
    StageReasonDialog,
    StageReplaceDialog,
    StageRevokeDialog,
)
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.desk import Desk


class StageDeeds(QObject):
    """Asks and carries out; ``changed`` tells that something ended."""

    changed = Signal()

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self.dialog: StageReasonDialog | None = None

    def ask_to_revoke(self, issued: Certificate) -> None:
        """Ask why a certificate should not count any more."""
        dialog = StageRevokeDialog(self._stage.window(), issued)
        self._open(dialog, issued, self._revoke)

    def ask_to_replace(self, issued: Certificate) -> None:
        """Show what a correction would change, and ask why it is issued."""
        corrections = self._desk.services.corrections
        job = self._desk.jobs.run(lambda _work: corrections.of(issued.number), lane=Lane.NETWORK)
        job.succeeded.connect(self._show_correction)
        job.failed.connect(self._desk.operations.failed)

    def _show_correction(self, correction: Any) -> None:
        dialog = StageReplaceDialog(self._stage.window(), correction)
        self._open(dialog, correction.certificate, self._replace)

    def _open(self, dialog: StageReasonDialog, issued: Certificate, then: Any) -> None:
        self.dialog = dialog
        dialog.offered.connect(partial(then, issued))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _revoke(self, issued: Certificate, why: str) -> None:
        certificates = self._desk.services.certificates
        self._desk.operations.carry_out(
            lambda _work: certificates.revoke(issued.number, why),
            origin=self,
            then=self._revoked,
        )

    def _replace(self, issued: Certificate, why: str) -> None:
        certificates = self._desk.services.certificates
        self._desk.operations.carry_out(
            lambda _work: certificates.replace(issued.number, why),
            origin=self,
            title=self.tr("Issuing a correction"),
            then=partial(self._replaced, issued),
        )

    def _revoked(self, ended: Certificate) -> None:
        # Without Undo: whoever was told that it does not count must be able to rely on it.
        self._tell(self.tr("{number} is revoked").format(number=ended.number))

    def _replaced(self, old: Certificate, made: Certificate) -> None:
        text = self.tr("{old} is replaced by {number}")
        self._tell(text.format(old=old.number, number=made.number))

    def _tell(self, text: str) -> None:
        self._desk.operations.told.emit(text, False)
        self.changed.emit()

    def _forget(self) -> None:
        self.dialog = None

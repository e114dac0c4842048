"""Copies of certificates online: only those chosen, by links that end and are kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.ui.certificates.online_dialogs import DaysDialog, LinksDialog
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.cloud_storage import Storage
    from cpd_desktop.services.certificates.uploads import Uploaded
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class OnlineCopies(QObject):
    """Asks for how long, uploads off the window's thread, and shows the links."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    def ask(self, ids: Sequence[int]) -> None:
        """Ask for how many days, or lead to where storage is connected."""
        services = self._desk.services

        def look(_work: Work) -> tuple[Storage | None, list[Certificate]]:
            found = services.certificate_register.listed(ids)
            there = [found[key] for key in ids if key in found]
            counting = [each for each in there if each.status is Status.ISSUED]
            return services.uploads.storage(), counting

        self._desk.operations.carry_out(
            look,
            origin=self,
            then=self._ask_days,
            lane=Lane.NETWORK,  # the keychain may wait for a person
        )

    def upload(self, chosen: Sequence[Certificate], days: int) -> None:
        """Put them online, with links for so many days."""
        uploads = self._desk.services.uploads
        self._desk.operations.carry_out(
            lambda work: uploads.upload(work, chosen, days),
            origin=self,
            title=self.tr("Putting %n certificate(s) online", "", len(chosen)),
            then=partial(self._show, days),
            lane=Lane.NETWORK,
        )

    def _ask_days(self, found: tuple[Storage | None, list[Certificate]]) -> None:
        storage, chosen = found
        told = self._desk.operations.told
        if storage is None:
            self._desk.places.go("settings", part="online")
            told.emit(self.tr("Connect your storage first. Nothing was uploaded."), False)
        elif not chosen:
            told.emit(self.tr("None of these counts any more. Nothing was uploaded."), False)
        else:
            dialog = DaysDialog(self._widget.window(), len(chosen), storage.shown)
            dialog.offered.connect(partial(self.upload, chosen))
            dialog.open()

    def _show(self, days: int, uploaded: Sequence[Uploaded]) -> None:
        LinksDialog(self._widget.window(), uploaded, days).open()

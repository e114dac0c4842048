"""Time stamps of certificates that were issued: asked for on request, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpd_desktop.domain.certificates.time_stamp import TimeStamp
    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class TimeStamping(QObject):
    """Asks the service that is set up, and says who stamped; ``changed`` if not all was done."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def is_set_up(self) -> bool:
        """Say whether there is a service to ask."""
        return bool(self._desk.services.settings.get(settings.Certificates).time_stamps)

    def of(self, ids: Iterable[int]) -> dict[int, TimeStamp]:
        """Return the stamps of the certificates that have one."""
        return self._desk.services.time_stamps.of(ids)

    def add(self, ids: Sequence[int]) -> None:
        """Ask for stamps of those that count and have none."""
        services = self._desk.services

        def stamp(work: Work) -> Done[dict[int, TimeStamp]]:
            found = services.certificate_register.listed(ids).values()
            counting = [each for each in found if each.status is Status.ISSUED]
            return services.time_stamps.add(work, sorted(counting, key=lambda each: each.id))

        job = self._desk.operations.carry_out(
            stamp,
            origin=self,
            title=self.tr("Adding time stamps"),
            then=self._say,
            otherwise=self._fail,
            lane=Lane.NETWORK,
        )
        job.cancelled.connect(self.changed)

    def _say(self, made: Mapping[int, TimeStamp]) -> None:
        text = self.tr("No time stamp was missing.")
        if made:
            by = ", ".join(sorted({each.authority for each in made.values()}))
            text = self.tr("%n certificate(s) time stamped by {authority}", "", len(made))
            text = text.format(authority=by)
        self._desk.operations.told.emit(text, False)

    def _fail(self, error: Exception) -> None:
        self.changed.emit()  # those that were stamped before it are kept
        self._desk.operations.failed.emit(error)

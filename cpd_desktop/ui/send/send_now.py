"""Sends what waits in the outbox now, as a job that can be watched and stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

TOUCHED = Changes(many=frozenset({"message"}))


def send_now(desk: Desk, origin: QObject, then: Callable[[SendReport], None]) -> Job:
    """Send what is due; ``then`` gets the report. Stopped, what went by then stays sent."""
    sending = desk.services.sending

    def send(work: Work) -> Done[SendReport]:
        report = sending.send(work)
        return Done(report, report.changes)

    title = QCoreApplication.translate("send", "Sending mail")
    job = desk.operations.carry_out(send, origin=origin, title=title, then=then, lane=Lane.NETWORK)
    job.cancelled.connect(lambda: desk.feed.publish(TOUCHED, origin))
    return job

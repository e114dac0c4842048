"""What can be done about meetings, off the window's thread; what came of it is said in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cpd_desktop.domain.changes import Done
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import Offline
from cpd_desktop.services.zoom.sync import BUSY
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.meetings import MeetingNumber, MeetingSettings
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.outcome import FetchReport
    from cpd_desktop.services.zoom.registrants import PullReport
    from cpd_desktop.services.zoom.run import SyncReport
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job
    from cpd_desktop.ui.meet.plan_dialog import Planned

MADE = Sentence("meet", "%n meeting(s) made")
CHANGED = Sentence("meet", "%n meeting(s) changed")
DELETED = Sentence("meet", "%n meeting(s) deleted")
REGISTERED = Sentence("meet", "%n person(s) registered")
APPROVED = Sentence("meet", "%n person(s) approved")
CANCELLED = Sentence("meet", "%n person(s) cancelled")
DIFFERING = Sentence("meet", "%n meeting(s) changed at Zoom meanwhile")
GONE = Sentence("meet", "%n meeting(s) not at Zoom any more")
ADDED = Sentence("meet", "%n person(s) added")
WAITLISTED = Sentence("meet", "%n put in the waiting line")
UPDATED = Sentence("meet", "%n changed")
SKIPPED = Sentence("meet", "%n left out")
CANCELLED_THERE = Sentence("meet", "cancelled at Zoom, and still registered here: {names}")


class MeetingDeeds(QObject):
    """``said`` carries a text and its tone; ``ended`` asks to look again how all stands."""

    said = Signal(str, str)
    ended = Signal()

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__(origin)
        self._desk = desk
        self._origin = origin

    def plan(
        self,
        event_id: int,
        planned: Planned,
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        """Plan meetings; a dialog takes the end of it."""
        self._desk.operations.carry_out(
            partial(_plan, self._desk.services, event_id, planned),
            origin=self._origin,
            text=self.tr("Meetings planned"),
            then=then,
            otherwise=otherwise,
        )

    def change(self, meeting_id: int, settings: MeetingSettings) -> None:
        """Keep other settings."""
        meetings = self._desk.services.meetings
        text = self.tr("Settings of the meeting changed")
        self._decide(lambda _work: meetings.change(meeting_id, settings), text)

    def settle(self, meeting_id: int, take: frozenset[str]) -> None:
        """Say which fields hold as they are at Zoom."""
        meetings = self._desk.services.meetings
        self._decide(lambda _work: meetings.settle(meeting_id, take), self.tr("Decided"))

    def give_up(self, meeting_id: int, keep: bool) -> None:  # noqa: FBT001 - a signal's value
        """Give a meeting up."""
        meetings = self._desk.services.meetings
        text = self.tr("Meeting given up")
        self._decide(lambda _work: meetings.give_up(meeting_id, keep_at_zoom=keep), text)

    def make_again(self, meeting_id: int) -> None:
        """Let a meeting be made anew."""
        meetings = self._desk.services.meetings
        self._decide(
            lambda _work: meetings.make_again(meeting_id), self.tr("Meeting planned again")
        )

    def send(self, event_id: int) -> None:
        """Do at Zoom what waits, of one event."""
        self._ask(partial(_send, event_id), self.tr("Sending to Zoom"), self._sent)

    def look(self, event_id: int) -> None:
        """Read what Zoom has of an event's meetings."""
        self._ask(partial(_look, event_id), self.tr("Looking at Zoom"), self._looked)

    def pull(self, event_id: int) -> None:
        """Bring in who registered at Zoom."""
        self._ask(partial(_pull, event_id), self.tr("Pulling registrations"), self._pulled)

    def fetch(self, card: MeetingCard, *, again: bool) -> Job:
        """Fetch who came, also what is settled if it is asked for again."""
        text = self.tr("Fetching who came")
        return self._ask(partial(_fetch, card.id, again), text, self._fetched)

    def start(self, at: MeetingNumber) -> None:
        """Ask Zoom for a fresh start link and open it; it is kept nowhere."""
        self._ask(partial(_start_link, at), self.tr("Starting the meeting"), self._open)

    def _decide(self, call: Callable[[Work], Any], text: str) -> None:
        self._desk.operations.carry_out(
            call, origin=self._origin, text=text, otherwise=self._refused
        )

    def _ask(
        self,
        call: Callable[[Services, Work], Any],
        title: str,
        then: Callable[[Any], None],
    ) -> Job:
        job = self._desk.operations.carry_out(
            partial(call, self._desk.services),
            origin=self._origin,
            title=title,
            then=then,
            otherwise=self._refused,
            lane=Lane.NETWORK,
        )
        job.cancelled.connect(self._stopped)
        job.finished.connect(self.ended)
        return job

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, CpdError):
            self._desk.operations.failed.emit(error)
            return
        texts = [in_words(error.says), in_words(error.advice)]
        if isinstance(error, Offline):
            texts.insert(0, self.tr("Zoom is not answering; working offline."))
        self.said.emit(" ".join(texts), "bad")

    def _stopped(self) -> None:
        self.said.emit(self.tr("Stopped. What was done until then is kept."), "neutral")

    def _sent(self, report: SyncReport) -> None:
        if report.stopped == BUSY:
            self.said.emit(self.tr("It is being sent at this moment."), "neutral")
            return
        counted = (
            *((MADE, report.made), (CHANGED, report.changed), (DELETED, report.deleted)),
            *((REGISTERED, report.registered), (APPROVED, report.approved)),
            *((CANCELLED, report.cancelled), (DIFFERING, report.differing), (GONE, report.gone)),
        )
        self._tell(counted, self.tr("Nothing new was sent."), report.stopped)

    def _looked(self, report: SyncReport) -> None:
        counted = ((DIFFERING, report.differing), (GONE, report.gone))
        self._tell(counted, self.tr("Zoom has the meetings as they are here."), report.stopped)

    def _pulled(self, report: PullReport) -> None:
        counted = (
            *((ADDED, report.added), (WAITLISTED, report.waitlisted)),
            *((UPDATED, report.updated), (SKIPPED, len(report.skipped))),
        )
        names = ", ".join(report.cancelled_there)
        more = CANCELLED_THERE.filled(names=names) if names else None
        self._tell(counted, self.tr("Nobody new is registered at Zoom."), more)

    def _fetched(self, report: FetchReport) -> None:
        said = dict.fromkeys(in_words(each) for each in report.says)
        self.said.emit(" ".join(said), "good" if report.settled else "neutral")

    def _tell(
        self, counted: tuple[tuple[Sentence, int], ...], nothing: str, more: Sentence | None
    ) -> None:
        texts = [in_words(says.filled(n=count)) for says, count in counted if count]
        text = f"{', '.join(texts)}." if texts else nothing
        if more is not None:
            text = f"{text} {in_words(more)}" if texts else in_words(more)
        self.said.emit(text, "good" if more is None else "warn")

    def _open(self, link: Secret) -> None:
        if QDesktopServices.openUrl(QUrl(link.reveal())):
            self.said.emit(self.tr("Zoom opens in the browser."), "good")
        else:
            self.said.emit(
                self.tr("No browser could be opened. Start the meeting in the Zoom app."), "bad"
            )


def _plan(services: Services, event_id: int, planned: Planned, _work: Work) -> Done[list[int]]:
    return services.meetings.plan(
        event_id, kind=planned.kind, rhythm=planned.rhythm, settings=planned.settings
    )


def _send(event_id: int, services: Services, work: Work) -> Done[SyncReport]:
    report = services.sync.run(work, event_id=event_id, insist=True)
    return Done(report, report.changes)


def _look(event_id: int, services: Services, work: Work) -> Done[SyncReport]:
    report = services.sync.look(work, event_id=event_id)
    return Done(report, report.changes)


def _pull(event_id: int, services: Services, work: Work) -> Done[PullReport]:
    return services.registrants.pull(event_id, work)


def _fetch(meeting_id: int, again: bool, services: Services, work: Work) -> Done[FetchReport]:  # noqa: FBT001 - bound beforehand
    report = services.outcome.fetch(meeting_id, work, again=again)
    return Done(report, report.changes)


def _start_link(at: MeetingNumber, services: Services, work: Work) -> Secret:
    return services.zoom.during(work).start_link(at)

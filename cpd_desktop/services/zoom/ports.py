"""The port to Zoom, in the words of the trade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from cpd_desktop.domain.meeting_outcome import (
        AskedQuestion,
        Instance,
        ParticipantPage,
        PollAnswer,
        Recording,
    )
    from cpd_desktop.domain.meetings import Kind, Meeting, MeetingDraft, MeetingLine, MeetingNumber
    from cpd_desktop.domain.registrants import (
        Applicant,
        FormQuestion,
        Registrant,
        Seat,
        Standing,
        Verdict,
    )
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.zoom_profile import Profile
    from cpd_desktop.services.work import Work


class ZoomMeetings(Protocol):
    """Meetings and webinars of whoever is signed in."""

    def profile(self) -> Profile:
        """Return who is signed in."""

    def meetings(self, kind: Kind) -> list[MeetingLine]:
        """Return all that are planned; those that Zoom ended are not among them."""

    def create(self, draft: MeetingDraft) -> Meeting:
        """Make it at Zoom; raises ``Unclear`` if it may be there without our having heard."""

    def read(self, at: MeetingNumber) -> Meeting:
        """Return it as it is now; raises ``GoneAtZoom``."""

    def change(
        self,
        at: MeetingNumber,
        draft: MeetingDraft,
        fields: Collection[str] | None = None,
        *,
        occurrence: str = "",
    ) -> None:
        """Make these fields at Zoom as they are in the draft, or all; the names are our own.

        Of one ``occurrence`` of a series Zoom changes when it is, its description and how people
        get in.
        """

    def delete(self, at: MeetingNumber, *, occurrence: str = "", tell: bool = False) -> None:
        """Delete it, or one date of it; with ``tell`` Zoom writes to those registered."""

    def end(self, at: MeetingNumber) -> None:
        """End it for everybody."""

    def start_link(self, at: MeetingNumber) -> Secret:
        """Return a fresh link with which the host starts it: to be opened now, never kept."""


class ZoomRegistrants(Protocol):
    """People registered at Zoom."""

    def register(self, at: MeetingNumber, applicant: Applicant) -> Seat:
        """Register somebody; who is registered already keeps the link they have."""

    def registrants(self, at: MeetingNumber, standing: Standing) -> list[Registrant]:
        """Return everybody who stands so, each once."""

    def decide(self, at: MeetingNumber, verdict: Verdict, whom: Sequence[tuple[str, str]]) -> None:
        """Approve, deny or cancel registrants, given as id and e-mail address."""

    def form(self, at: MeetingNumber) -> list[FormQuestion]:
        """Return what Zoom's registration form asks besides name and address."""


class ZoomOutcome(Protocol):
    """What is told once a meeting is over. Before that, all raise ``GoneAtZoom``."""

    def instances(self, at: MeetingNumber) -> list[Instance]:
        """Return every time it was held, the first first."""

    def participants(self, instance: Instance) -> Iterator[ParticipantPage]:
        """Yield who was there, page by page; rows of the waiting room are marked.

        Zoom tells nothing of a meeting that only one person came to.
        """

    def report(self, instance: Instance) -> Iterator[ParticipantPage]:
        """Yield the richer report; raises ``MissingScopes`` where the app may not read it."""

    def absentees(self, instance: Instance) -> list[Registrant]:
        """Return who was registered for a webinar and did not come."""

    def polls(self, instance: Instance) -> list[PollAnswer]:
        """Return every answer to a poll."""

    def asked(self, instance: Instance) -> list[AskedQuestion]:
        """Return every question that was asked."""

    def recording(self, instance: Instance) -> Recording | None:
        """Return what was recorded in the cloud, if anything."""

    def recordings(self, first: date, last: date) -> list[Recording]:
        """Return the recordings of these days, which are at most a month."""


class Zoom(ZoomMeetings, ZoomRegistrants, ZoomOutcome, Protocol):
    """All of it. Every call may wait: never on the thread of the window.

    All raise ``Offline``, ``TooOften``, ``NeedsSignIn``, ``MissingScopes``, ``MissingPlan``,
    ``NotAllowed``, ``Invalid`` or ``GoneAtZoom`` for what Zoom refuses.
    """

    @property
    def offline(self) -> bool:
        """Say whether Zoom does not answer, so that it is only tried now and then."""

    def during(self, work: Work) -> Zoom:
        """Return the same, whose waiting ends when the work is stopped."""

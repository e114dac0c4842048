"""All calls to Zoom together: what services know as the port ``Zoom``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpd_desktop.adapters.zoom.meetings import MeetingCalls
from cpd_desktop.adapters.zoom.past import PastCalls
from cpd_desktop.adapters.zoom.recordings import RecordingCalls
from cpd_desktop.adapters.zoom.registrants import RegistrantCalls

if TYPE_CHECKING:
    from cpd_desktop.services.work import Work


class ZoomCalls(MeetingCalls, RegistrantCalls, PastCalls, RecordingCalls):
    """Zoom, as far as a trainer needs it."""

    __slots__ = ()

    @property
    def offline(self) -> bool:
        """Say whether Zoom does not answer, so that it is only tried now and then."""
        return self.client.circuit.offline

    def during(self, work: Work) -> ZoomCalls:
        """Return the same, whose waiting ends when the work is stopped."""
        return replace(self, pause=work.pause)

"""What Zoom's cloud recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.zoom.asking import Asking
from cpd_desktop.adapters.zoom.client import Call
from cpd_desktop.adapters.zoom.limits import Label
from cpd_desktop.adapters.zoom.paging import collected
from cpd_desktop.adapters.zoom.reading import day, moment, number, records, text
from cpd_desktop.adapters.zoom.uuids import in_address
from cpd_desktop.domain.meeting_outcome import Recording, RecordingFile
from cpd_desktop.domain.zoom_errors import GoneAtZoom

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.domain.meeting_outcome import Instance


class RecordingCalls(Asking):
    """The calls about recordings; see ``services.zoom.ports.ZoomOutcome``."""

    __slots__ = ()

    def recording(self, instance: Instance) -> Recording | None:
        """Return what was recorded in the cloud, if anything; webinars lie in the same place."""
        path = f"/meetings/{in_address(instance.uuid)}/recordings"
        try:
            return read_recording(self.ask(Call("GET", path, Label.LIGHT)).told)
        except GoneAtZoom:
            return None

    def recordings(self, first: date, last: date) -> list[Recording]:
        """Return the recordings of these days, which are at most a month."""
        span = {"from": first.isoformat(), "to": last.isoformat()}
        fetch = self.listing(self.own("recordings"), Label.MEDIUM, **span)
        return [read_recording(each) for each in collected(fetch, "meetings")]


def read_recording(told: Record) -> Recording:
    """Read what was recorded of one instance."""
    return Recording(
        text(told.get("uuid")),
        text(told.get("topic")),
        moment(told.get("start_time")),
        tuple(map(_file, records(told.get("recording_files")))),
        day(told.get("auto_delete_date")),
    )


def _file(told: Record) -> RecordingFile:
    return RecordingFile(
        text(told.get("id")),
        text(told.get("recording_type")),
        text(told.get("file_type")),
        number(told.get("file_size")),
        text(told.get("play_url")),
        text(told.get("download_url")),
        moment(told.get("recording_start")),
        moment(told.get("recording_end")),
    )

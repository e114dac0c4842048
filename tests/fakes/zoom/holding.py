"""Holds a meeting: turns a few words about people into the rows Zoom would tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from tests.fakes.zoom.record import Instance, Meeting, Row
from tests.fakes.zoom.wire import utc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Json

Stay = tuple[float, float | None]
REPORT_TAKES = timedelta(minutes=3)
RECORDED = {"MP4": "shared_screen_with_speaker_view", "CHAT": "chat_file"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who came; all times are minutes after the start, None means to the end."""

    name: str
    email: str = ""
    registrant: str = ""
    stays: tuple[Stay, ...] = ((0, None),)
    waited: float = 0
    breakouts: tuple[Stay, ...] = ()
    internal: bool = False
    signed_in: bool = False


@dataclass(slots=True)
class Holding:
    """Numbers the connections and writes the rows of one instance."""

    instance: Instance
    end: datetime
    connections: Iterator[int] = field(default_factory=lambda: count(16_778_240, 1024))

    def rows(self, joined: Sequence[Person | Row]) -> list[Row]:
        found: list[Row] = []
        for each in joined:
            found += [each] if isinstance(each, Row) else self._rows_of(each)
        return sorted(found, key=lambda row: row.join)

    def _rows_of(self, person: Person) -> Iterator[Row]:
        for stay in person.stays:
            came, left = self._times(stay)
            if person.waited:
                waited = came - timedelta(minutes=person.waited)
                yield self._row(person, waited, came, waiting=True)
            yield self._row(person, came, left)
        for stay in person.breakouts:
            came, left = self._times(stay)
            yield self._row(person, came, left, breakout=f"bo-{self.instance.meeting.id}")

    def _times(self, stay: Stay) -> tuple[datetime, datetime]:
        came, left = stay
        start = self.instance.start
        until = self.end if left is None else start + timedelta(minutes=left)
        return start + timedelta(minutes=came), until

    def _row(
        self,
        person: Person,
        came: datetime,
        left: datetime,
        *,
        waiting: bool = False,
        breakout: str = "",
    ) -> Row:
        connection = next(self.connections)
        account = f"u-{person.email or person.name}" if person.internal else None
        return Row(
            name=person.name,
            join=came.replace(microsecond=0),
            leave=left.replace(microsecond=0),
            user_id=str(connection),
            # Guests are told with null in one place and with nothing in another.
            id=person.registrant or account or (None if connection % 2048 else ""),
            user_email=self._email(person) or (None if connection % 2048 else ""),
            registrant_id=person.registrant,
            waiting=waiting,
            breakout=breakout,
            internal=person.internal,
            participant_user_id=account,
        )

    def _email(self, person: Person) -> str:
        """Tell an address only where Zoom knows one."""
        registered = self.instance.meeting.registrants.get(person.registrant)
        if registered is not None:
            return registered.email
        told = self.instance.meeting.settings.get("email_in_attendee_report")
        return person.email if person.internal or (person.signed_in and told) else ""


def start(site: Site, meeting: Meeting, at: datetime) -> Instance:
    """Start a meeting; the instance takes the UUID that was told, the next will have another."""
    instance = Instance(meeting.uuid, meeting, at, None)
    meeting.uuid = site.book.new_uuid()
    meeting.instances.append(instance)
    return instance


def finish(
    site: Site,
    instance: Instance,
    end: datetime,
    joined: Sequence[Person | Row],
    *,
    host: bool = True,
    report_takes: timedelta = REPORT_TAKES,
) -> None:
    """End an instance; until the report is done its rows have no duration."""
    meeting = instance.meeting
    leader = Person(meeting.host.display_name, meeting.host.email, internal=True)
    everybody = [leader, *joined] if host else list(joined)
    instance.end = end
    instance.ready = end + report_takes
    instance.rows = Holding(instance, end).rows(everybody)
    if meeting.settings.get("auto_recording") == "cloud":
        instance.recordings = [
            _recording(site, instance, kind, words) for kind, words in RECORDED.items()
        ]


def _recording(site: Site, instance: Instance, kind: str, words: str) -> Json:
    token = site.book.new_token()
    return {
        "id": token,
        "meeting_id": instance.uuid,
        "recording_start": utc(instance.start),
        "recording_end": utc(instance.end or instance.start),
        "file_type": kind,
        "file_extension": "MP4" if kind == "MP4" else "TXT",
        "file_size": 7220,
        "play_url": f"{site.address}/rec/play/{token}",
        "download_url": f"{site.address}/rec/download/{token}",
        "recording_type": words,
        "status": "completed",
    }


def registered_people(meeting: Meeting) -> list[Person]:
    """Let those who registered come as people do: late, twice, not at all, and a stranger."""
    people = [
        Person(
            each.name,
            registrant=each.id,
            stays=((place % 4, 20), (23, None)) if place % 3 == 1 else ((place % 4, None),),
            waited=1,
        )
        for place, each in enumerate(meeting.registrants.values())
        if each.status == "approved" and place % 5 != 4
    ]
    return [*people, Person("iPhone", stays=((2, None),), waited=2)]

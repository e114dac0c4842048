"""What calendar programs are told about a session, and in which way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

NO_UID = Sentence("invitations", "“{title}” has no identity that calendars could know it by.")
ENDS_FIRST = Sentence("invitations", "“{title}” ends before it starts.")
NO_ORGANISER = Sentence(
    "invitations", "Nobody stands as the sender of “{title}”; calendars would refuse it."
)
NO_ATTENDEE = Sentence("invitations", "“{title}” invites nobody.")


class Method(StrEnum):
    """What a calendar program is to do: show, take up an invitation, or take it out again."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class EntryStatus(StrEnum):
    """Whether a session takes place."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Contact:
    """A name and the mail address that goes with it."""

    name: str
    mail: str


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One session in a calendar: ``uid`` stays for ever, ``sequence`` rises with each change.

    ``starts``, ``ends`` and ``modified`` are moments in UTC; people see them in ``zone``.
    """

    uid: str
    sequence: int
    title: str
    starts: datetime
    ends: datetime
    zone: str
    modified: datetime
    description: str = ""
    location: str = ""
    url: str = ""
    status: EntryStatus = EntryStatus.CONFIRMED
    organiser: Contact | None = None
    attendee: Contact | None = None
    categories: tuple[str, ...] = ()

    def cancelled(self, at: datetime) -> CalendarEntry:
        """Return what takes this entry out of the calendars that have it."""
        return replace(self, sequence=self.sequence + 1, status=EntryStatus.CANCELLED, modified=at)


def require_writable(entries: Iterable[CalendarEntry], method: Method) -> None:
    """Raise ``Invalid`` for the first entry that calendar programs would refuse."""
    for entry in entries:
        zone_called(entry.zone)
        if not entry.uid.strip():
            raise Invalid({"uid": NO_UID.filled(title=entry.title)})
        if entry.ends < entry.starts:
            raise Invalid({"ends": ENDS_FIRST.filled(title=entry.title)})
        if method is not Method.PUBLISH:
            if entry.organiser is None or not entry.organiser.mail.strip():
                raise Invalid({"organiser": NO_ORGANISER.filled(title=entry.title)})
            if entry.attendee is None or not entry.attendee.mail.strip():
                raise Invalid({"attendee": NO_ATTENDEE.filled(title=entry.title)})

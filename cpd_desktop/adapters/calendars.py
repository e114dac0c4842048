"""Calendar files that show the right hour in every calendar program."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

from cpd_desktop.domain.invitations import EntryStatus, Method, require_writable
from cpd_desktop.domain.zones import zone_called
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from icalendar import Event, Timezone, vCalAddress

    from cpd_desktop.domain.invitations import CalendarEntry, Contact

_PRODUCT = "-//CPD Desktop//CPD Desktop//EN"
_REFRESH = timedelta(hours=1)
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
# What an address may hold beside letters and digits; line ends and question marks are not in it.
_IN_ADDRESSES = "@.!#$&'*+/=^_`{|}~-"


class CalendarFiles:
    """Writes calendars by the icalendar library."""

    def written(self, entries: Sequence[CalendarEntry], method: Method, name: str) -> bytes:
        """Return a calendar of this name."""
        from icalendar import Calendar

        require_writable(entries, method)
        made = Calendar()
        made.add("VERSION", "2.0")
        made.add("PRODID", _PRODUCT)
        made.add("CALSCALE", "GREGORIAN")
        made.add("METHOD", method.value)
        if name:
            made.add("X-WR-CALNAME", _line(name))
        if method is Method.PUBLISH:
            made.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
            made.add("X-PUBLISHED-TTL", "PT1H")
        for zone in sorted({each.zone for each in entries} - {"UTC"}):
            times = [at for e in entries if e.zone == zone for at in (e.starts, e.ends)]
            made.add_component(_zone(zone, min(times), max(times)))
        for entry in entries:
            made.add_component(_event(entry, method))
        return bytes(made.to_ical())

    def write_feed(self, path: Path, entries: Sequence[CalendarEntry], name: str) -> None:
        """Put a calendar to subscribe to at the path, whole or not at all."""
        write_whole(path, self.written(entries, Method.PUBLISH, name))


def _event(entry: CalendarEntry, method: Method) -> Event:
    from icalendar import Event

    status = EntryStatus.CANCELLED if method is Method.CANCEL else entry.status
    made = Event()
    made.add("UID", _line(entry.uid))
    made.add("SEQUENCE", entry.sequence)
    # Not the time of writing, so that nothing changes where nothing changed.
    made.add("DTSTAMP", entry.modified.astimezone(UTC))
    made.add("LAST-MODIFIED", entry.modified.astimezone(UTC))
    made.add("DTSTART", _local(entry.starts, entry.zone))
    made.add("DTEND", _local(entry.ends, entry.zone))
    made.add("SUMMARY", _line(entry.title))
    made.add("STATUS", status.value)
    made.add("TRANSP", "TRANSPARENT" if status is EntryStatus.CANCELLED else "OPAQUE")
    if entry.description:
        made.add("DESCRIPTION", _text(entry.description))
    if entry.location:
        made.add("LOCATION", _line(entry.location))
    if entry.url:
        made.add("URL", quote(_line(entry.url), safe=":/?#[]@!$&'()*+,;=%~"))
    if entry.categories:
        made.add("CATEGORIES", [_line(each) for each in entry.categories])
    if entry.organiser is not None and entry.organiser.mail:
        made.add("ORGANIZER", _address(entry.organiser))
    # A published calendar names nobody who comes (RFC 5546, 3.2.1).
    if entry.attendee is not None and method is not Method.PUBLISH:
        made.add("ATTENDEE", _attendee(entry.attendee))
    return made


def _local(at: datetime, zone: str) -> datetime:
    """Return the time in its zone; in UTC where its zone shows the same time twice.

    Of two equal times in autumn a calendar program takes the earlier one.
    """
    local = at.astimezone(zone_called(zone))
    return at.astimezone(UTC) if local.fold or zone == "UTC" else local


def _attendee(person: Contact) -> vCalAddress:
    made = _address(person)
    for name, value in (
        ("CUTYPE", "INDIVIDUAL"),
        ("ROLE", "REQ-PARTICIPANT"),
        ("PARTSTAT", "NEEDS-ACTION"),
        ("RSVP", "FALSE"),
    ):
        made.params[name] = value
    return made


def _address(person: Contact) -> vCalAddress:
    from icalendar import vCalAddress

    made = vCalAddress("mailto:" + quote(_line(person.mail), safe=_IN_ADDRESSES))
    if name := _line(person.name):
        # Quotes cannot stand in a parameter, and few programs read what may stand for them.
        made.params["CN"] = name.replace('"', "'").replace("^", "'")
    return made


def _text(text: str) -> str:
    """Return what can be written: no control characters but line ends and tabs."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", whole).encode(errors="replace").decode()


def _line(text: str) -> str:
    return " ".join(_text(text).split())


def _zone(name: str, first: datetime, last: datetime) -> Timezone:
    """Return the changes of a zone's clocks in the years of these moments and the one before.

    Each change stands by itself: the rules that could hold for several are read differently by
    different programs, and the library's own list has the wrong hour in spring.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("TZID", name)
    begin = datetime(first.year - 1, 1, 1, tzinfo=UTC)
    end = datetime(last.year + 1, 1, 2, tzinfo=UTC)
    zone = zone_called(name)
    before = _offset(begin.astimezone(zone))
    for at in (begin, *_changes(name, begin, end)):
        local = at.astimezone(zone)
        summer = (local.dst() or timedelta(0)) > timedelta(0)
        part = TimezoneDaylight() if summer else TimezoneStandard()
        part.add("DTSTART", (at + before).replace(tzinfo=None))
        part.add("TZOFFSETFROM", before)
        before = _offset(local)
        part.add("TZOFFSETTO", before)
        part.add("TZNAME", local.tzname() or name)
        made.add_component(part)
    return made


def _changes(name: str, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield each moment from which the clocks of the zone show another offset."""
    zone = zone_called(name)
    at = begin
    while at < end:
        early, late = at, at + _DAY
        if _offset(early.astimezone(zone)) != _offset(late.astimezone(zone)):
            while late - early > _SECOND:
                middle = early + (late - early) // 2
                middle = middle.replace(microsecond=0)
                same = _offset(middle.astimezone(zone)) == _offset(early.astimezone(zone))
                early, late = (middle, late) if same else (early, middle)
            yield late
        at += _DAY


def _offset(local: datetime) -> timedelta:
    return local.utcoffset() or timedelta(0)

"""Local times of an event's zone, and the moments they mean."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

UNKNOWN_ZONE = Sentence("event", "There is no time zone called “{zone}”.")
NO_SUCH_TIME = Sentence(
    "event", "{time} does not exist in {zone}: the clocks go forward there that night."
)
NOT_A_TIME = Sentence("event", "“{text}” is not a date and time such as 2026-10-14T14:00.")


@lru_cache
def zone_names() -> tuple[str, ...]:
    """Return the places a person can choose from, in order."""
    skipped = ("Etc/", "SystemV/", "posix", "right/", "US/", "Brazil/", "Canada/", "Chile/")
    names = (name for name in available_timezones() if "/" in name)
    return ("UTC", *sorted(name for name in names if not name.startswith(skipped)))


def zone_called(name: str) -> ZoneInfo:
    """Return the zone; raise ``Invalid`` if there is none of the name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Invalid({"zone": UNKNOWN_ZONE.filled(zone=name)}) from None


def moment(local: datetime, zone: str) -> datetime:
    """Return the UTC moment of a wall-clock time; of two equal ones in autumn, its ``fold``.

    Raises ``Invalid`` for a time that the clocks skip.
    """
    there = local.replace(tzinfo=zone_called(zone))
    utc = there.astimezone(UTC)
    if utc.astimezone(there.tzinfo).replace(tzinfo=None) != local.replace(fold=0, tzinfo=None):
        time = f"{local:%Y-%m-%d %H:%M}"
        raise Invalid({"starts": NO_SUCH_TIME.filled(time=time, zone=zone)})
    return utc


def wall_time(at: datetime, zone: str) -> datetime:
    """Return what the clock on the wall shows at this moment, without a zone."""
    return at.astimezone(zone_called(zone)).replace(tzinfo=None)


def parsed(text: str, zone: str) -> datetime:
    """Read ``2026-10-14T14:00`` as a time in the zone, or exactly if it names its own offset."""
    try:
        given = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Invalid({"starts": NOT_A_TIME.filled(text=text)}) from None
    return moment(given, zone) if given.tzinfo is None else given.astimezone(UTC)


def length(starts: datetime, ends: datetime) -> timedelta:
    """Return the true length, also across a change of the clocks."""
    return ends - starts

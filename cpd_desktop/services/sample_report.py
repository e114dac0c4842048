"""A report as Zoom writes it, of people who behave as people do: to try the attendance on."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.domain.sessions import Session

HOST = "Helen Marsh"
NAMESAKE = 3  # the number of somebody who has the same name as the last one

_COLUMNS = (
    *("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)"),
    *("Guest", "In waiting room"),
)
_BLOCK = ("Topic", "Meeting ID", "Start time", "End time", "Host name", "Duration (minutes)")
_TIME = "%m/%d/%Y %I:%M:%S %p"
_REJOINS, _RENAMED, _EARLY, _AWAY, _FIRST_NAME, _SLIP, _WAITED = 1, 2, 4, (5, 6), 7, 8, (9, 10)
_EACH_WITHOUT_EMAIL = 3


def sample_report(session: Session, people: Sequence[Registration], zone: str) -> str:
    """Return a report of a session to which almost all of these came."""
    length = round((session.ends - session.starts).total_seconds() / 60)
    written = StringIO(newline="")
    rows = csv.writer(written)

    def clock(minutes: float) -> str:
        at: datetime = session.starts + timedelta(minutes=minutes)
        return f"{wall_time(at, zone):{_TIME}}"

    rows.writerow(_BLOCK)
    rows.writerow(
        (session.title, "812 3456 7890", clock(-12), clock(length + 3), HOST, length + 15)
    )
    rows.writerow(())
    rows.writerow(_COLUMNS)
    for name, email, joined, left, waiting in _stays(people, length):
        guest = "No" if name == HOST else "Yes"
        minutes = max(1, round(left - joined))
        waited = "Yes" if waiting else "No"
        rows.writerow((name, email, clock(joined), clock(left), minutes, guest, waited))
    return written.getvalue()


def _stays(
    people: Sequence[Registration], length: int
) -> Iterator[tuple[str, str, float, float, bool]]:
    """Yield name, address, from and to in minutes, and whether it was in the waiting room."""
    yield HOST, "helen.marsh@training.example", -12, length + 3, False
    yield "Otter.ai", "", 1, length, False
    yield "Maureen Featherstone", "maureen@visitors.example", 4, length, False
    last = len(people) - 1
    for number, each in enumerate(people):
        name, email = each.name, "" if number % _EACH_WITHOUT_EMAIL == 0 else each.email
        came, left = number % 9 - 6, length + number % 3
        if number in _AWAY:
            continue
        if number in _WAITED:
            yield name, email, came - 4, came, True
        if number == _REJOINS:
            yield name, email, came, 31, False
            yield name, email, 33, 62, False
            yield f"{name}'s iPad", email, 60, left, False
        elif number == _RENAMED:
            yield f"iPhone ({name})", "", came, left, False
        elif number == _EARLY:
            yield name, email, came, length * 0.4, False
        elif number == _FIRST_NAME:
            yield name.partition(" ")[0], "", came, left, False
        elif number == _SLIP:
            yield f"{name[:-2]}{name[-1]}{name[-2]}", "", came, left, False
        elif number in {NAMESAKE, last}:
            yield name, "", came, left - number % 7, False
        else:
            yield name, email, came, left, False

"""How a report lies in its tables, there and back."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.attendance.presences import Origin, Presence, Rejected, Report, Role
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import presence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row, Select

# As ``report_of`` takes them: by place, which for many rows takes half as long as by name.
_FIELDS = tuple(each.name for each in fields(Presence))
PRESENCES: Select[Any] = select(
    presence.c.report_id, presence.c.absent, *(presence.c[name] for name in _FIELDS)
).order_by(presence.c.id)
_ROLE, _GUEST, _WAITING = map(_FIELDS.index, ("role", "guest", "waiting"))
_ROLES = {each.value: each for each in Role}


def details_of(told: Report) -> dict[str, Any]:
    """Return what the report says of the meeting as a whole, and its rejected rows."""
    return {
        "instances": list(told.instances),
        "topic": told.topic,
        "host_name": told.host_name,
        "host_email": told.host_email,
        "starts": told.starts and told.starts.isoformat(),
        "ends": told.ends and told.ends.isoformat(),
        "rejected": [
            {
                "row": each.row,
                "column": each.column,
                "reason": each.reason.kept(),
                "name": each.name,
            }
            for each in told.rejected
        ],
    }


def rows_of(told: Report, report_id: int) -> list[dict[str, Any]]:
    """Return the rows of those who were there, and then of those who were not."""
    return [
        _row(each, report_id, absent)
        for absent, rows in enumerate((told.presences, told.absent))
        for each in rows
    ]


def _row(told: Presence, report_id: int, absent: int) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "row": told.row,
        "name": told.name,
        "renamed_from": told.renamed_from,
        "email": told.email,
        "joined": told.joined,
        "left": told.left,
        "seconds": told.seconds,
        "role": told.role.value,
        "guest": None if told.guest is None else int(told.guest),
        "waiting": int(told.waiting),
        "absent": absent,
        "registrant": told.registrant,
        "account": told.account,
        "connection": told.connection,
        "device": told.device,
        "phone": told.phone,
        "instance": told.instance,
        "room": told.room,
        "reference": told.reference,
    }


def report_of(row: Row[Any], presences: Iterable[Sequence[Any]]) -> Report:
    """Return the report that lies in these rows, those of people read as ``PRESENCES``."""
    sides: tuple[list[Presence], list[Presence]] = ([], [])
    for each in presences:
        sides[each[1]].append(_presence(each[2:]))
    told = row.details
    return Report(
        Origin(row.origin),
        tuple(sides[0]),
        row.rows,
        row.meeting,
        tuple(told["instances"]),
        told["topic"],
        told["host_name"],
        told["host_email"],
        moment_in(told["starts"]),
        moment_in(told["ends"]),
        tuple(sides[1]),
        bool(row.totals_only),
        bool(row.ready),
        tuple(
            Rejected(each["row"], each["column"], Sentence.of_kept(each["reason"]), each["name"])
            for each in told["rejected"]
        ),
    )


def _presence(row: Sequence[Any]) -> Presence:
    told = list(row)
    told[_ROLE] = _ROLES[told[_ROLE]]
    told[_GUEST] = None if told[_GUEST] is None else bool(told[_GUEST])
    told[_WAITING] = bool(told[_WAITING])
    return Presence(*told)


def span_of(told: Report) -> tuple[datetime | None, datetime | None]:
    """Return when the first came and the last left, as far as the rows tell."""
    joined = [each.joined for each in told.presences if each.joined]
    left = [each.left for each in told.presences if each.left]
    return min(joined, default=None), max(left, default=None)


def moment_in(text: str | None) -> datetime | None:
    """Return a moment that was written into the details."""
    return datetime.fromisoformat(text) if text else None

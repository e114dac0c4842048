"""Reads from Zoom who came to one instance, whole or not at all, and all that is told besides."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cpd_desktop.domain.attendance.fetching import all_done
from cpd_desktop.domain.attendance.presences import Presence
from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.meetings import Kind
from cpd_desktop.domain.zoom_errors import MissingScopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from cpd_desktop.domain.meeting_outcome import (
        AskedQuestion,
        Instance,
        ParticipantPage,
        PollAnswer,
        Recording,
    )
    from cpd_desktop.domain.registrants import Registrant
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.ports import Zoom

T = TypeVar("T")

REFUSED_FOR: Final = timedelta(hours=1)

# What a plan, the rights of the app or the settings of the meeting may keep from us.
WITHHELD = (MissingScopes, NotAllowed, NotFound, Invalid)


@dataclass(slots=True)
class Rights:
    """What turned out about the connection: when it was last refused the richer report."""

    refused_at: datetime | None = None

    def may_read_reports(self, now: datetime) -> bool:
        """Say whether it is worth asking; somebody may have given the right in the meantime."""
        return self.refused_at is None or now - self.refused_at >= REFUSED_FOR


@dataclass(frozen=True, slots=True)
class WhoCame:
    """What Zoom tells of one instance: the pages as they came, and the same read."""

    instance: Instance
    content: bytes
    presences: tuple[Presence, ...]
    absent: tuple[Presence, ...]
    rows: int

    @property
    def ready(self) -> bool:
        """Say whether every stay has its length."""
        return all_done(self.presences)

    @property
    def fingerprint(self) -> str:
        """Return what is equal for equal rows, in whatever order they came."""
        rows = sorted(repr(replace(each, row=0)) for each in (*self.presences, *self.absent))
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Besides:
    """Signs that somebody was awake, and what was recorded."""

    polls: tuple[PollAnswer, ...] = ()
    asked: tuple[AskedQuestion, ...] = ()
    recording: Recording | None = None


def read_who_came(
    zoom: Zoom, rights: Rights, instance: Instance, work: Work, now: datetime
) -> WhoCame:
    """Read all pages; the richer report where that is allowed.

    Raises as ``ZoomOutcome``, and ``Cancelled``; nothing half-read is ever returned.
    """
    if rights.may_read_reports(now):
        try:
            return _whole(zoom, instance, zoom.report(instance), work)
        except (MissingScopes, NotAllowed):
            rights.refused_at = now
        except NotFound:
            pass  # reports are forgotten earlier than meetings
    return _whole(zoom, instance, zoom.participants(instance), work)


def _whole(zoom: Zoom, instance: Instance, pages: Iterable[ParticipantPage], work: Work) -> WhoCame:
    kept: list[ParticipantPage] = []
    rows = 0
    for page in pages:
        if page.number == 1:  # the listing began anew, and what came before is void
            kept, rows = [], 0
        kept.append(page)
        rows += page.rows
        work.report(rows, page.total)
    presences = tuple(each for page in kept for each in page.presences)
    absent = _absent(zoom, instance, rows) if all_done(presences) else ()
    content = _written(instance.uuid, kept, absent)
    return WhoCame(instance, content, presences, absent, rows + len(absent))


def _absent(zoom: Zoom, instance: Instance, rows: int) -> tuple[Presence, ...]:
    """Return who registered for a webinar and did not come, as rows after those who did."""
    if instance.kind is not Kind.WEBINAR:
        return ()
    nobody: list[Registrant] = []
    missed = _unless_withheld(lambda: zoom.absentees(instance), nobody)
    return tuple(
        Presence(
            row,
            f"{each.first_name} {each.last_name}".strip(),
            email=each.email,
            registrant=each.id,
            instance=instance.uuid,
        )
        for row, each in enumerate(missed, rows + 1)
    )


def _written(uuid: str, pages: Iterable[ParticipantPage], absent: Iterable[Presence]) -> bytes:
    """Return the pages as lines of JSON; ``body`` is each as it came, and any byte survives."""
    lines: list[dict[str, Any]] = [
        {
            "instance": uuid,
            "page": page.number,
            "body": page.content.decode("utf-8", "surrogateescape"),
        }
        for page in pages
    ]
    lines += [
        {"instance": uuid, "absent": each.registrant, "name": each.name, "email": each.email}
        for each in absent
    ]
    return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


def besides(zoom: Zoom, instance: Instance) -> Besides:
    """Return what else is told, as far as this plan and this app may read it."""
    return Besides(
        tuple(_unless_withheld(lambda: zoom.polls(instance), [])),
        tuple(_unless_withheld(lambda: zoom.asked(instance), [])),
        _unless_withheld(lambda: zoom.recording(instance), None),
    )


def _unless_withheld(ask: Callable[[], T], otherwise: T) -> T:
    try:
        return ask()
    except WITHHELD:
        return otherwise


def recording_as_kept(recording: Recording) -> dict[str, Any]:
    """Return what is written down of a recording."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(recording), default=_iso))
    return told


def _iso(value: Any) -> str:
    return str(value.isoformat())

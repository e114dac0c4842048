"""What becomes of meetings at Zoom when their session, event or place here goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.errands import drop_errands_of
from cpd_desktop.services.zoom.meeting_rows import GONE_MARK, kept_meeting, meetings_of
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import instance, meeting, report, seat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.store.database import Transaction

WAS_HELD = Sentence("event", "“{title}” cannot be removed: there is a report of who came to it.")


def forget(tx: Transaction, meeting_id: int) -> None:
    """Remove a meeting as a part of a use case; what was held stays, with who came to it."""
    drop_errands_of(tx, meeting_id)
    held = select(instance.c.id).where(instance.c.meeting_id == meeting_id)
    if tx.execute(held).first() is None:
        remove_with_parts(tx, meeting, meeting_id)
    else:
        tx.update(meeting, meeting_id, leaving=1, theirs=GONE_MARK, asked_at=None)


def let_go_of_session(tx: Transaction, gone: Session) -> None:
    """Let the meeting of a session that is removed be deleted at Zoom too.

    Raises ``Conflict`` if it was held.
    """
    reports = select(report.c.id).where(report.c.session_id == gone.id)
    held = (
        select(instance.c.id)
        .join(meeting, meeting.c.id == instance.c.meeting_id)
        .where(meeting.c.session_id == gone.id)
    )
    if tx.execute(reports).first() is not None or tx.execute(held).first() is not None:
        raise Conflict(WAS_HELD.filled(title=gone.title))
    for row in tx.execute(select(meeting).where(meeting.c.session_id == gone.id)).all():
        kept = kept_meeting(row)
        if may_be_at_zoom(kept):
            tx.update(meeting, kept.id, session_id=None, leaving=1)
        else:
            drop_errands_of(tx, kept.id)
            remove_with_parts(tx, meeting, kept.id)


def leave_all(tx: Transaction, event_id: int) -> None:
    """Let all of an event's meetings be deleted at Zoom; what is not there yet stays as it is."""
    for kept in meetings_of(tx, event_id):
        if may_be_at_zoom(kept):
            tx.update(meeting, kept.id, leaving=1)


def count_at_zoom(reader: Connection | Transaction, event_ids: Iterable[int]) -> int:
    """Return how many meetings of these events Zoom has, or may have."""
    return sum(
        may_be_at_zoom(kept) for event_id in event_ids for kept in meetings_of(reader, event_id)
    )


def may_be_at_zoom(kept: KeptMeeting) -> bool:
    """Say whether Zoom has it, as far as we know, or was asked to make it."""
    return not kept.gone and (kept.at is not None or kept.asked_at is not None)


def move_seats(tx: Transaction, kept: int, gone: int) -> None:
    """Give a place the seats of another one, at meetings where it has none."""
    mine = select(seat.c.meeting_id).where(seat.c.registration_id == kept)
    known = set(tx.execute(mine).scalars().all())
    for row in tx.execute(select(seat).where(seat.c.registration_id == gone)).all():
        if row.meeting_id not in known:
            tx.update(seat, row.id, registration_id=kept)

"""One meeting made, changed or deleted at Zoom, so that a kill at any point does no harm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, CpdError, NotAllowed
from cpd_desktop.domain.kept_meetings import kept_draft
from cpd_desktop.domain.meeting_changes import differences
from cpd_desktop.domain.meeting_state import foreign
from cpd_desktop.domain.meetings import IN_THE_PAST, MeetingDraft, Occurrence, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import GoneAtZoom, Unclear
from cpd_desktop.services.zoom.errands import drop_errand
from cpd_desktop.services.zoom.leaving import forget
from cpd_desktop.services.zoom.meeting_rows import (
    GONE_MARK,
    agreed_columns,
    disputed_columns,
    known_columns,
)
from cpd_desktop.store.tables import meeting, session

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import Meeting
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.services.zoom.run import Run
    from cpd_desktop.store.database import Transaction

SEVERAL = Sentence(
    "meeting",
    "Zoom was asked to make “{topic}”, and has more than one meeting that this could be. Choose "
    "which one it is, or make it anew.",
)


def make(run: Run, kept: KeptMeeting, event: Event, draft: MeetingDraft) -> None:
    """Make it at Zoom, or find it there if it was asked for before and no answer came."""
    draft.require_valid()
    if kept.asked_at is not None and (found := _already_there(run, kept)) is not None:
        _keep_made(run, kept, event, draft, found)
        return
    if draft.too_late(run.now) is not None:
        return
    with run.db.writing("zoom.asked") as tx:
        _note(tx, kept, asked_at=run.now, seen=kept_draft(draft))
    try:
        found = run.zoom.create(draft)
    except Unclear:
        raise
    except CpdError:  # a clear no: there is nothing to look for
        with run.db.writing("zoom.asked") as tx:
            _note(tx, kept, asked_at=None, seen={})
        raise
    _keep_made(run, kept, event, draft, found)


def change(run: Run, kept: KeptMeeting, event: Event, draft: MeetingDraft) -> None:
    """Send what was changed here, unless something was changed there."""
    found = read(run, kept)
    if foreign(draft, kept.plan.seen, found.draft):
        keep(run, kept, event, draft, found)
        return
    ours = [each.field for each in differences(draft, kept.plan.seen or draft, found.draft)]
    if ours:
        draft.require_valid()
        if "starts" in ours and draft.rhythm is Rhythm.ONCE and draft.too_late(run.now):
            raise NotAllowed(IN_THE_PAST)  # Zoom would pass over the new time without a word
        run.zoom.change(found.at, draft, ours)
        found = read(run, kept)
    keep(run, kept, event, draft, found, sent=True)
    run.counts["changed"] += 1


def look(run: Run, kept: KeptMeeting, event: Event) -> None:
    """Note what Zoom has now, if that is not what we knew."""
    draft, found = kept.wanted(event), read(run, kept)
    if isinstance(draft, MeetingDraft):
        keep(run, kept, event, draft, found)


def delete(run: Run, kept: KeptMeeting) -> None:
    """Delete it at Zoom, where it may be gone already, and forget it here."""
    at = kept.at
    if at is None and kept.asked_at is not None:
        found = _already_there(run, kept)
        at = found.at if found else None
    if at is not None:
        try:
            run.zoom.delete(at)
        except GoneAtZoom:
            pass
        else:
            run.counts["deleted"] += 1
    with run.writing("zoom.deleted", kept.event_id) as tx:
        if tx.execute(select(meeting.c.id).where(meeting.c.id == kept.id)).first() is not None:
            forget(tx, kept.id)


def read(run: Run, kept: KeptMeeting) -> Meeting:
    """Return it as Zoom has it; raises ``GoneAtZoom``."""
    assert kept.at is not None  # noqa: S101 - only what is there is read
    return _with_past_dates(run, kept, run.zoom.read(kept.at))


def note_gone(run: Run, kept: KeptMeeting) -> None:
    """Note that Zoom does not have it any more; somebody decides what then."""
    with run.writing("zoom.gone", kept.event_id) as tx:
        _update(tx, kept, theirs=GONE_MARK)
    run.counts["gone"] += 1


def keep(
    run: Run,
    kept: KeptMeeting,
    event: Event,
    draft: MeetingDraft,
    found: Meeting,
    *,
    sent: bool = False,
) -> None:
    """Note what Zoom has: as agreed, as something to decide about, or as still to be sent.

    What is not as it was ``sent`` Zoom did not take, so that there is something to decide too.
    """
    columns = known_columns(found)
    seen = draft if sent else kept.plan.seen
    if not differences(draft, draft, found.draft):
        columns |= agreed_columns(found, event)
    elif foreign(draft, seen, found.draft):
        columns |= disputed_columns(found, event) | {"seen": kept_draft(seen or draft)}
        run.counts["differing"] += 1
    else:
        columns |= {"theirs": {}}
    with run.writing("zoom.read", kept.event_id) as tx:
        _update(tx, kept, **columns)


def _keep_made(
    run: Run, kept: KeptMeeting, event: Event, draft: MeetingDraft, found: Meeting
) -> None:
    asked = kept.plan.seen if kept.asked_at and kept.plan.seen else draft
    columns = known_columns(found) | agreed_columns(found, event)
    if differences(asked, asked, found.draft):
        columns |= disputed_columns(found, event) | {"seen": kept_draft(asked)}
        run.counts["differing"] += 1
    with run.writing("zoom.made", kept.event_id) as tx:
        _update(tx, kept, **columns)
        drop_errand(tx, kept.about)
        # Calendars that were told of the sessions before must hear of the link.
        theirs = [each.id for each in event.sessions if kept.plan.session_id in (None, each.id)]
        statement = select(session).where(session.c.id.in_(theirs), session.c.link == "")
        for row in tx.execute(statement).all():
            tx.update(session, row.id, sequence=row.sequence + 1)
    run.counts["made"] += 1


def _already_there(run: Run, kept: KeptMeeting) -> Meeting | None:
    """Return what came of asking before; raises ``Conflict`` where that cannot be told."""
    asked = kept.plan.seen
    if asked is None:
        return None
    with run.db.reading() as connection:
        numbers = select(meeting.c.number).where(meeting.c.number.is_not(None))
        ours = {*connection.execute(numbers).scalars()}
    fitting = [
        line
        for line in run.zoom.meetings(kept.plan.kind)
        if line.at.number not in ours
        and line.topic == asked.topic
        and line.rhythm is asked.rhythm
        and (asked.rhythm is not Rhythm.ONCE or line.starts == asked.starts)
    ]
    if len(fitting) > 1:
        raise Conflict(SEVERAL.filled(topic=asked.topic))
    return run.zoom.read(fitting[0].at) if fitting else None


def _with_past_dates(run: Run, kept: KeptMeeting, found: Meeting) -> Meeting:
    """Return a series with the dates that are over as we know them: Zoom tells of those to come."""
    seen = kept.plan.seen
    if seen is None or seen.series is None or seen.series != found.draft.series:
        return found
    told = {each.id for each in found.occurrences}
    past = [
        Occurrence(each.id, each.starts, each.minutes)
        for each in kept.plan.dates
        if each.starts <= run.now and each.id not in told
    ]
    found = replace(found, occurrences=(*past, *found.occurrences))
    now = {(each.starts, each.minutes) for each in found.occurrences if not each.deleted}
    if now != {(each.starts, each.minutes) for each in kept.plan.dates}:
        return found
    return replace(found, draft=replace(found.draft, starts=seen.starts))


def _update(tx: Transaction, kept: KeptMeeting, **columns: Any) -> None:
    """Change its row, unless somebody removed it while Zoom was asked."""
    if tx.execute(select(meeting.c.id).where(meeting.c.id == kept.id)).first() is not None:
        tx.update(meeting, kept.id, **columns)


def _note(tx: Transaction, kept: KeptMeeting, **columns: Any) -> None:
    tx.execute(meeting.update().where(meeting.c.id == kept.id).values(**columns))

"""An event with all that belongs to it, read from its tables and written to them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, union

from cpd_desktop.domain.attendance.credit_rules import rule_of
from cpd_desktop.domain.credit import CreditLine, minimum_of
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.errors import Conflict, NotFound
from cpd_desktop.domain.events import (
    Event,
    EventDraft,
    EventFormat,
    EventKind,
    EventStatus,
    Speaking,
)
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import tidy
from cpd_desktop.domain.prices import EarlyPrice, Prices
from cpd_desktop.domain.sessions import Break, Session, SessionDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.moving import keep_back
from cpd_desktop.services.zoom.leaving import let_go_of_session
from cpd_desktop.store.tables import (
    answer,
    check_in,
    credit_line,
    custom_field,
    event,
    event_speaker,
    moment_text,
    session,
    session_speaker,
    sighting,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row, Table

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.store.database import Transaction

NO_EVENT = Sentence("event", "There is no event {event}.")
WAS_THERE = Sentence("event", "“{title}” cannot be removed: it was attended by %n person(s).")
ANSWERED = Sentence("event", "“{label}” cannot be removed: %n person(s) answered it.")


def read_event(reader: Connection | Transaction, event_id: int) -> Event:
    """Return an event with its sessions and all else, trashed or not; raises ``NotFound``."""
    row = reader.execute(select(event).where(event.c.id == event_id)).first()
    if row is None:
        raise NotFound(NO_EVENT.filled(event=event_id))
    prices = _prices(row)
    return Event(
        id=row.id,
        title=row.title,
        zone=row.zone,
        sessions=_sessions(reader, event_id),
        status=EventStatus(row.status),
        status_why=row.status_why,
        trashed_at=row.trashed_at,
        series_id=row.series_id,
        capacity=row.capacity,
        summary=row.summary,
        description=row.description,
        kind=EventKind(row.kind),
        format=EventFormat(row.format),
        place=row.place,
        image=row.image,
        objectives=tuple(row.objectives),
        tags=tuple(row.tags),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        waitlist=bool(row.waitlist),
        waitlist_limit=row.waitlist_limit,
        offer_hours=row.offer_hours,
        price=prices.full,
        early=prices.early,
        minimum=minimum_of(row.rule),
        rule=_rule_of(row.rule.get("asks")),
        preset=row.preset,
        credits=_credits(reader, event_id),
        fields=fields_of(reader, event_id),
        speakers=_speakers(reader, event_id),
    )


def prices_of(reader: Connection | Transaction, event_id: int) -> Prices:
    """Return what a place on the event costs."""
    c = event.c
    columns: tuple[Any, ...] = (c.price_minor, c.currency, c.early_minor, c.early_until, c.zone)
    return _prices(reader.execute(select(*columns).where(c.id == event_id)).one())


def _prices(row: Row[Any]) -> Prices:
    full = None if row.price_minor is None else Money(row.price_minor, row.currency)
    early = row.early_until and EarlyPrice(Money(row.early_minor, row.currency), row.early_until)
    return Prices(full, early, row.zone)


def write_event(tx: Transaction, event_id: int, draft: EventDraft) -> None:
    """Write all that an event consists of; what the draft no longer has is removed.

    Mail that waits does not go if it tells another time or place. Raises ``NotFound``, and
    ``Conflict`` if somebody was at a session that is gone or answered a question that is gone.
    """
    require_event(tx, event_id)
    told = _when_and_where(tx, event_id)
    place = tx.execute(select(event.c.place).where(event.c.id == event_id)).scalar_one()
    tx.update(event, event_id, **event_columns(draft))
    write_parts(tx, event_id, draft, place)
    if _when_and_where(tx, event_id) != told:
        keep_back(tx, event_id)


def write_parts(tx: Transaction, event_id: int, draft: EventDraft, place: str = "") -> None:
    """Write what lies in tables of its own; ``place`` is where the event took place before."""
    _write_sessions(tx, event_id, draft, place)
    fields = [(each.id, _field_columns(each)) for each in draft.fields]
    _write_rows(tx, custom_field, event_id, fields, _require_unanswered)
    lines = [(each.id, _credit_columns(each)) for each in draft.credits]
    _write_rows(tx, credit_line, event_id, lines)
    rows = tx.execute(select(event_speaker).where(event_speaker.c.event_id == event_id)).all()
    known = {row.speaker_id: row.id for row in rows}
    speaking = [
        (known.get(each.speaker_id), {"speaker_id": each.speaker_id, "role": tidy(each.role)})
        for each in draft.speakers
    ]
    _write_rows(tx, event_speaker, event_id, speaking)


def event_columns(draft: EventDraft) -> dict[str, object]:
    """Return the columns of the event's own row."""
    title = tidy(draft.title)
    tags = list(dict.fromkeys(filter(None, map(tidy, draft.tags))))
    sessions = (text for each in draft.sessions for text in (each.title, each.track))
    price = draft.price
    return {
        "title": title,
        "sought": folded(title, draft.summary, draft.place, *tags, *dict.fromkeys(sessions)),
        "zone": draft.zone,
        "capacity": draft.capacity,
        "summary": tidy(draft.summary),
        "description": draft.description.strip(),
        "kind": draft.kind,
        "format": draft.format,
        "place": tidy(draft.place),
        "image": draft.image,
        "objectives": [tidy(each) for each in draft.objectives if each.strip()],
        "tags": tags,
        "opens_at": draft.opens_at,
        "closes_at": draft.closes_at,
        "waitlist": int(draft.waitlist),
        "waitlist_limit": draft.waitlist_limit,
        "offer_hours": draft.offer_hours,
        "price_minor": price.minor if price else None,
        "currency": price.currency if price else None,
        "early_minor": draft.early.price.minor if draft.early else None,
        "early_until": draft.early.until if draft.early else None,
        "rule": draft.minimum.kept() | ({"asks": draft.rule.kept()} if draft.rule else {}),
        "preset": draft.preset,
    }


def require_event(tx: Connection | Transaction, event_id: int) -> None:
    """Raise ``NotFound`` if there is no such event."""
    if tx.execute(select(event.c.id).where(event.c.id == event_id)).first() is None:
        raise NotFound(NO_EVENT.filled(event=event_id))


def session_of(row: Row[Any], speakers: tuple[int, ...]) -> Session:
    """Return a session from its row."""
    return Session(
        row.title,
        row.starts_at,
        row.ends_at,
        id=row.id,
        event_id=row.event_id,
        uid=row.uid,
        sequence=row.sequence,
        description=row.description,
        track=row.track,
        room=row.room,
        place=row.place,
        host=row.host,
        link=row.link,
        mandatory=bool(row.mandatory),
        breaks=tuple(Break(*map(datetime.fromisoformat, each)) for each in row.breaks),
        speakers=speakers,
    )


def fields_of(reader: Connection | Transaction, event_id: int) -> tuple[CustomField, ...]:
    """Return the questions that an event asks, in order."""
    return tuple(
        CustomField(
            FieldKind(row.kind),
            row.label,
            required=bool(row.required),
            help=row.help,
            options=tuple(row.options),
            lowest=row.lowest,
            highest=row.highest,
            id=row.id,
        )
        for row in _in_order(reader, custom_field, event_id)
    )


def _sessions(reader: Connection | Transaction, event_id: int) -> tuple[Session, ...]:
    speaking = (
        select(session_speaker.c.session_id, session_speaker.c.speaker_id)
        .join(session, session.c.id == session_speaker.c.session_id)
        .where(session.c.event_id == event_id)
        .order_by(session_speaker.c.id)
    )
    speakers: dict[int, tuple[int, ...]] = {}
    for row in reader.execute(speaking).all():
        speakers[row.session_id] = (*speakers.get(row.session_id, ()), row.speaker_id)
    statement = (
        select(session)
        .where(session.c.event_id == event_id)
        .order_by(session.c.starts_at, session.c.id)
    )
    rows = reader.execute(statement).all()
    return tuple(session_of(row, speakers.get(row.id, ())) for row in rows)


def _credits(reader: Connection | Transaction, event_id: int) -> tuple[CreditLine, ...]:
    return tuple(
        CreditLine(
            row.type,
            Decimal(row.hundredths) / 100,
            row.accreditor,
            row.activity_number,
            row.id,
            _rule_of(row.rule),
            row.category,
            row.statement,
            row.approved_from,
            row.approved_until,
            row.provider_number,
        )
        for row in _in_order(reader, credit_line, event_id)
    )


def _speakers(reader: Connection | Transaction, event_id: int) -> tuple[Speaking, ...]:
    rows = _in_order(reader, event_speaker, event_id)
    return tuple(Speaking(row.speaker_id, row.role) for row in rows)


def _in_order(reader: Connection | Transaction, table: Table, event_id: int) -> Sequence[Row[Any]]:
    statement = select(table).where(table.c.event_id == event_id)
    return reader.execute(statement.order_by(table.c.position, table.c.id)).all()


def _write_rows(
    tx: Transaction,
    table: Table,
    event_id: int,
    wanted: Iterable[tuple[int | None, Mapping[str, object]]],
    may_go: Any = None,
) -> None:
    gone = {row.id for row in _in_order(tx, table, event_id)}
    for position, (row_id, columns) in enumerate(wanted):
        if row_id is not None and row_id in gone:
            tx.update(table, row_id, **columns, position=position)
            gone.discard(row_id)
        else:
            tx.insert(table, event_id=event_id, **columns, position=position)
    for row_id in sorted(gone):
        if may_go is not None:
            may_go(tx, row_id)
        tx.delete(table, row_id)


def _when_and_where(tx: Transaction, event_id: int) -> Sequence[Row[Any]]:
    """Return what people are told of when and where an event takes place."""
    of = session.c
    told = select(event.c.zone, event.c.place, of.id, of.starts_at, of.ends_at, of.place, of.room,
                  of.link)  # fmt: skip
    statement = told.join(session, of.event_id == event.c.id).where(event.c.id == event_id)
    return tx.execute(statement.order_by(of.id)).all()


def _write_sessions(tx: Transaction, event_id: int, draft: EventDraft, place: str) -> None:
    before = {each.id: each for each in _sessions(tx, event_id)}
    gone = dict(before)
    for each in draft.sessions:
        columns = _session_columns(each, draft)
        was = gone.pop(each.id, None) if each.id is not None else None
        if was is None:
            row_id = tx.insert(session, event_id=event_id, uid=secrets.token_hex(16), **columns)
        else:
            row_id = was.id
            there = replace(was, place=was.place or place)
            raised = was.sequence + _calendars_must_hear(there, each, tidy(draft.place))
            tx.update(session, row_id, **columns, sequence=raised)
        _write_session_speakers(tx, row_id, each.speakers)
    for was in gone.values():
        _require_nobody_there(tx, was)
        let_go_of_session(tx, was)
        _write_session_speakers(tx, was.id, ())
        tx.delete(session, was.id)


def _calendars_must_hear(was: Session, now: SessionDraft, place: str) -> bool:
    return (was.starts, was.ends, was.place, was.room, was.link) != (
        now.starts, now.ends, now.place or place, now.room, now.link,
    )  # fmt: skip


def _write_session_speakers(tx: Transaction, session_id: int, wanted: Iterable[int]) -> None:
    rows = tx.execute(select(session_speaker).where(session_speaker.c.session_id == session_id))
    gone = {row.speaker_id: row.id for row in rows.all()}
    for speaker_id in dict.fromkeys(wanted):
        if gone.pop(speaker_id, None) is None:
            tx.insert(session_speaker, session_id=session_id, speaker_id=speaker_id)
    for row_id in gone.values():
        tx.delete(session_speaker, row_id)


def _require_nobody_there(tx: Transaction, gone: Session) -> None:
    there = union(
        *(
            select(each.c.registration_id).where(each.c.session_id == gone.id)
            for each in (check_in, sighting)
        )
    )
    if people := len(tx.execute(there).all()):
        raise Conflict(WAS_THERE.filled(title=gone.title, n=people))


def _require_unanswered(tx: Transaction, field_id: int) -> None:
    rows = tx.execute(select(answer.c.id).where(answer.c.custom_field_id == field_id)).all()
    if rows:
        label = select(custom_field.c.label).where(custom_field.c.id == field_id)
        raise Conflict(ANSWERED.filled(label=tx.execute(label).scalar_one(), n=len(rows)))


def _session_columns(each: SessionDraft, draft: EventDraft) -> dict[str, object]:
    return {
        "title": tidy(each.title) or tidy(draft.title),
        "starts_at": each.starts,
        "ends_at": each.ends,
        "description": each.description.strip(),
        "track": tidy(each.track),
        "room": tidy(each.room),
        "place": tidy(each.place),
        "host": tidy(each.host),
        "link": each.link.strip(),
        "mandatory": int(each.mandatory),
        "breaks": [list(map(moment_text, stretch)) for stretch in sorted(each.breaks)],
    }


def _field_columns(each: CustomField) -> dict[str, object]:
    return {
        "kind": each.kind,
        "label": tidy(each.label),
        "help": each.help.strip(),
        "required": int(each.required),
        "options": [tidy(option) for option in each.options],
        "lowest": each.lowest,
        "highest": each.highest,
    }


def _credit_columns(each: CreditLine) -> dict[str, object]:
    return {
        "type": tidy(each.type),
        "hundredths": int(each.amount * 100),
        "accreditor": tidy(each.accreditor),
        "activity_number": tidy(each.activity_number),
        "rule": each.rule.kept() if each.rule else {},
        "category": tidy(each.category),
        "statement": each.statement.strip(),
        "approved_from": each.approved_from,
        "approved_until": each.approved_until,
        "provider_number": tidy(each.provider_number),
    }


def _rule_of(kept: Mapping[str, Any] | None) -> CreditRule | None:
    return rule_of(kept) if kept else None

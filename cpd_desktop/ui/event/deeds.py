"""Words for deeds of the audit trail and for what they changed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.event.words import format_choices, kind_choices

if TYPE_CHECKING:
    from cpd_desktop.domain.journal import Entry, RowChange

LONGEST_SHOWN = 60
# They follow from other columns, or mean nothing to people.
NAMES = ("title", "label", "type", "file_name")
UNSAID = frozenset({"sought", "position", "sequence", "uid", "added_at", "rule", "preset"})


def deed_words(deed: str) -> str:
    """Return what was done; a deed that nobody named is told as it is kept."""
    translate = QCoreApplication.translate
    return {
        "event.add": translate("deeds", "Event added"),
        "event.change": translate("deeds", "Event changed"),
        "event.trash": translate("deeds", "Event deleted"),
        "event.restore": translate("deeds", "Event restored"),
        "registration.add": translate("deeds", "Registered"),
        "registration.offer": translate("deeds", "Places offered"),
        "material.add": translate("deeds", "File added"),
        "material.version": translate("deeds", "New version of a file"),
        "material.remove": translate("deeds", "File removed"),
        "undo": translate("deeds", "Undone"),
    }.get(deed, deed)


def change_words(entry: Entry, zone: str) -> list[str]:
    """Return what an entry changed of the event, a line each."""
    if entry.deed == "event.add":
        return []
    lines = []
    for change in entry.changes():
        kind = _kinds().get(change.kind)
        if change.kind == "event" and change.before and change.after:
            lines += _columns(change, zone)
        elif kind is not None:
            lines += _part(kind, change, zone)
    return list(dict.fromkeys(lines))


def _kinds() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "session": translate("deeds", "Session"),
        "credit_line": translate("deeds", "Credit"),
        "custom_field": translate("deeds", "Question"),
        "event_speaker": translate("deeds", "Speaker"),
        "session_speaker": translate("deeds", "Speaker of a session"),
        "material": translate("deeds", "File"),
        "material_version": translate("deeds", "Version"),
        "registration": translate("deeds", "Registration"),
    }


def _part(kind: str, change: RowChange, zone: str) -> list[str]:
    translate = QCoreApplication.translate
    if change.before is None or change.after is None:
        row = change.before or change.after or {}
        name = next((str(row[each]) for each in NAMES if row.get(each)), "")
        added = translate("deeds", "{kind} added: {name}")
        removed = translate("deeds", "{kind} removed: {name}")
        words = added if change.before is None else removed
        return [words.format(kind=kind, name=name).removesuffix(": ")]
    return [f"{kind} · {line}" for line in _columns(change, zone)]


def _columns(change: RowChange, zone: str) -> list[str]:
    before, after = change.before or {}, change.after or {}
    names = _names()
    changed = QCoreApplication.translate("deeds", "{field}: {before} → {after}")
    lines = []
    for column in after:
        if column in UNSAID:
            continue
        old, new = _said(column, before.get(column), zone), _said(column, after[column], zone)
        lines.append(changed.format(field=names.get(column, column), before=old, after=new))
    return lines


def _said(column: str, value: Any, zone: str) -> str:
    """Return a column's value as people say it; a long one by its beginning."""
    translate = QCoreApplication.translate
    known = {str(kept): said for kept, said in (*kind_choices(), *format_choices())}
    if value is None or value == "":
        return translate("deeds", "nothing")
    if column == "image":
        return translate("deeds", "a picture")
    if column.endswith("_at"):
        return day_and_time(datetime.fromisoformat(value), zone)
    if column in {"waitlist", "required", "mandatory"}:
        return translate("deeds", "yes") if value else translate("deeds", "no")
    if column in {"objectives", "tags", "options"}:
        value = ", ".join(json.loads(value)) or translate("deeds", "nothing")
    if column == "hundredths":
        value = f"{value / 100:g}"
    text = " ".join(known.get(str(value), str(value)).split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _names() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "title": translate("deeds", "Title"),
        "zone": translate("deeds", "Time zone"),
        "status": translate("deeds", "Status"),
        "status_why": translate("deeds", "Reason"),
        "capacity": translate("deeds", "Places"),
        "summary": translate("deeds", "Summary"),
        "description": translate("deeds", "Description"),
        "kind": translate("deeds", "Kind"),
        "format": translate("deeds", "Format"),
        "place": translate("deeds", "Place"),
        "image": translate("deeds", "Picture"),
        "objectives": translate("deeds", "Learning objectives"),
        "tags": translate("deeds", "Tags"),
        "opens_at": translate("deeds", "Registration opens"),
        "closes_at": translate("deeds", "Registration closes"),
        "trashed_at": translate("deeds", "In the trash since"),
        "waitlist": translate("deeds", "Waiting list"),
        "waitlist_limit": translate("deeds", "Places on the waiting list"),
        "offer_hours": translate("deeds", "Hours an offered place is held"),
        "price_minor": translate("deeds", "Price in the smallest unit"),
        "currency": translate("deeds", "Currency"),
        "starts_at": translate("deeds", "Starts"),
        "ends_at": translate("deeds", "Ends"),
        "room": translate("deeds", "Room"),
        "track": translate("deeds", "Track"),
        "host": translate("deeds", "Zoom host"),
        "link": translate("deeds", "Link"),
        "mandatory": translate("deeds", "Mandatory"),
        "breaks": translate("deeds", "Breaks"),
        "role": translate("deeds", "Role"),
        "label": translate("deeds", "Question"),
        "help": translate("deeds", "Hint"),
        "required": translate("deeds", "Required"),
        "options": translate("deeds", "Answers"),
        "lowest": translate("deeds", "Lowest value"),
        "highest": translate("deeds", "Highest value"),
        "type": translate("deeds", "Type"),
        "hundredths": translate("deeds", "Amount"),
        "accreditor": translate("deeds", "Accreditor"),
        "activity_number": translate("deeds", "Activity number"),
    }

"""Words for what an entry of the audit trail changed of an event."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.presets import PRESETS
from cpd_desktop.ui.dates import clock_time, day_and_time
from cpd_desktop.ui.event.rule_changes import rule_said
from cpd_desktop.ui.event.words import field_choices, format_choices, kind_choices
from cpd_desktop.ui.states import status_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.journal import Entry, RowChange

LONGEST_SHOWN = 60
NAMES = ("title", "label", "type", "file_name")


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
        "module": translate("deeds", "Module"),
        "assignment": translate("deeds", "Assignment"),
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
        if column not in names:
            continue  # it follows from others, or means nothing to people
        old, new = _said(column, before.get(column), zone), _said(column, after[column], zone)
        lines.append(changed.format(field=names[column], before=old, after=new))
    return lines


def _said(column: str, value: Any, zone: str) -> str:
    """Return a column's value as people say it; a long one by its beginning."""
    text = "" if value is None else _reader(column, zone)(value)
    text = " ".join(text.split()) or QCoreApplication.translate("deeds", "nothing")
    whole = len(text) <= LONGEST_SHOWN or column == "rule"  # two rules may begin alike
    return text if whole else f"{text[:LONGEST_SHOWN]}…"


def _reader(column: str, zone: str) -> Callable[[Any], str]:
    translate = QCoreApplication.translate
    if column.endswith("_at"):
        return lambda value: day_and_time(datetime.fromisoformat(value), zone)
    if column in {"waitlist", "required", "mandatory"}:
        return lambda value: translate("deeds", "yes") if value else translate("deeds", "no")
    if column in {"objectives", "tags", "options"}:
        return lambda value: ", ".join(json.loads(value))
    readers: dict[str, Callable[[Any], str]] = {
        "image": lambda _value: translate("deeds", "a picture"),
        "status": status_words,
        "kind": dict[str, str]((*kind_choices(), *field_choices())).__getitem__,
        "format": dict[str, str](format_choices()).__getitem__,
        "rule": rule_said,
        "preset": lambda value: PRESETS[value].name if value in PRESETS else str(value),
        "breaks": lambda value: ", ".join(_stretch(each, zone) for each in json.loads(value)),
        "hundredths": lambda value: f"{value / 100:g}",
    }
    return readers.get(column, str)


def _stretch(kept: list[str], zone: str) -> str:
    return "–".join(clock_time(datetime.fromisoformat(at), zone) for at in kept)  # noqa: RUF001 - the dash of a span


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
        "rule": translate("deeds", "Rule for the credit"),
        "preset": translate("deeds", "Preset"),
        "offer_hours": translate("deeds", "Hours an offered place is held"),
        "price_minor": translate("deeds", "Price in the smallest unit"),
        "currency": translate("deeds", "Currency"),
        "early_minor": translate("deeds", "Early price in the smallest unit"),
        "early_until": translate("deeds", "Early price until"),
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
        "hold_why": translate("deeds", "Kept longer because"),
        "hold_until": translate("deeds", "Kept longer until"),
    }

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.credit import Minimum
from cpd_desktop.domain.events import EventFormat, EventKind
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.sessions import Break
from cpd_desktop.ui.event.changed import change_words
from cpd_desktop.ui.event.deeds import deed_words
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations

UNNAMED = "Something was changed"


@pytest.mark.parametrize(
    "deed",
    [
        *(f"event.{move}" for move in Move),
        *(f"registration.{status}" for status in RegistrationStatus),
        *("meeting.plan", "zoom.made", "registration.pull", "event.from_meeting", "report.add"),
        *("event.add", "check_in.add", "module.move", "material.version", "undo"),
        *("report.add", "report.remove", "attendance.decide", "attendance.override"),
        *("attendance.undo", "attendance.note"),
    ],
)
def test_what_is_done_with_an_event_has_a_name(qapp: QApplication, deed: str) -> None:
    assert deed_words(deed) != UNNAMED


def test_a_deed_without_a_name_shows_no_jargon(qapp: QApplication) -> None:
    assert deed_words("event.something_new") == UNNAMED


def told(events: Events, history: History, key: int, draft: EventDraft) -> list[str]:
    events.change(key, draft)
    (entry,) = history.entries(about=("event", key), limit=1)
    return change_words(entry, "Europe/London")


def test_changes_are_told_as_people_say_them(
    qapp: QApplication, events: Events, history: History
) -> None:
    event = events.add(a_draft("T", a_session("One"))).value
    pause = Break(STARTS + timedelta(minutes=30), STARTS + timedelta(minutes=45))
    changed = replace(
        event.draft(),
        minimum=Minimum(None, 96),
        waitlist=not event.waitlist,
        tags=("burns", "skin"),
        kind=EventKind.WORKSHOP,
        format=EventFormat.HYBRID,
        closes_at=STARTS,
        sessions=(replace(event.sessions[0], breaks=(pause,), room="Hall"),),
    )
    lines = told(events, history, event.id, changed)
    assert "Rule for the credit: 80% → 96min" in lines
    assert "Tags: nothing → burns, skin" in lines
    assert "Kind: Webinar → Workshop" in lines
    assert "Format: Online → Online and in person" in lines
    assert "Waiting list: yes → no" in lines
    assert "Session · Room: nothing → Hall" in lines
    assert any(line.startswith("Registration closes: nothing → Tue 1 Dec 2026") for line in lines)
    (breaks,) = [line for line in lines if line.startswith("Session · Breaks: nothing → ")]
    assert ":30" in breaks
    assert not any("sought" in line or "sequence" in line for line in lines)


def test_a_long_text_is_told_by_its_beginning(
    qapp: QApplication, events: Events, history: History
) -> None:
    event = events.add(a_draft("T")).value
    (line,) = told(events, history, event.id, replace(event.draft(), description="x " * 200))
    assert line.endswith("…")
    assert len(line) < 120


def test_who_registered_is_told_without_columns(
    qapp: QApplication, events: Events, history: History, registrations: Registrations
) -> None:
    event = events.add(a_draft("T")).value
    registrations.add(event.id, somebody("Zoë"))
    (entry, *_) = history.entries(about=("event", event.id))
    assert change_words(entry, "Europe/London") == ["Registration added"]

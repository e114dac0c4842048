"""Drafts to begin a test with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import Newcomer
from cpd_desktop.domain.sessions import SessionDraft

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


def a_session(title: str = "", *, starts: datetime = STARTS, minutes: int = 120) -> SessionDraft:
    return SessionDraft(title, starts, starts + timedelta(minutes=minutes))


def somebody(name: str, email: str = "", **more: Any) -> Newcomer:
    return Newcomer(person=PersonDraft(name, email), **more)


def a_draft(title: str = "Wound care", *sessions: SessionDraft) -> EventDraft:
    return EventDraft(title, "Europe/London", sessions or (a_session(),))

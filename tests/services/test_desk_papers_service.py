from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.badge_codes import read_code
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.papers import CARDS_A4
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.desk_papers import DeskPapers
from tests.drafts import a_draft, a_session, somebody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.attendance_list import AttendanceList
    from cpd_desktop.domain.papers import (
        Badge,
        BadgeLayout,
        CreditStatement,
        PaperWords,
        SignInSheet,
    )
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


@dataclass(slots=True)
class NotedPapers:
    """Writes down what would be printed."""

    sheets: list[SignInSheet] = field(default_factory=list)
    worn: list[Badge] = field(default_factory=list)

    def sign_in_sheet(self, sheet: SignInSheet) -> bytes:
        self.sheets.append(sheet)
        return b"sheet"

    def badges(self, badges: Sequence[Badge], layout: BadgeLayout, words: PaperWords) -> bytes:
        _ = layout, words
        self.worn.extend(badges)
        return b"badges"

    def credit_statement(self, statement: CreditStatement) -> bytes:
        raise AssertionError(statement)

    def attendance_sheet(self, listed: AttendanceList, work: Work) -> bytes:
        raise NotImplementedError


@pytest.fixture
def papers() -> NotedPapers:
    return NotedPapers()


@pytest.fixture
def desk(db: Database, clock: FixedClock, settings: Settings, papers: NotedPapers) -> DeskPapers:
    return DeskPapers(db, clock, settings, papers)


@pytest.fixture
def event(events: Events, registrations: Registrations) -> int:
    made = events.add(a_draft("Wound care", a_session("Morning"), a_session("Evening"))).value.id
    for name in ("Zoë", "Adam", "Gone"):
        registrations.add(made, somebody(name, f"{name.lower()[:2]}@x.example"))
    gone = next(each for each in registrations.on(made) if each.name == "Gone")
    registrations.change_status([gone.id], RegistrationStatus.CANCELLED)
    return made


def test_the_sheet_has_those_who_are_expected_by_name(
    desk: DeskPapers, papers: NotedPapers, events: Events, event: int
) -> None:
    evening = events.get(event).sessions[1].id
    assert desk.sign_in_sheet(event, evening) == b"sheet"
    (sheet,) = papers.sheets
    assert (sheet.event, sheet.session) == ("Wound care", "Evening")
    assert sheet.when == "2026-12-01, 14:00–16:00 (Europe/London)"  # noqa: RUF001 - a range
    assert [(row.number, row.name) for row in sheet.rows] == [
        ("REG-2026-0002", "Adam"),
        ("REG-2026-0001", "Zoë"),
    ]


def test_a_badge_leads_back_to_its_registration(
    desk: DeskPapers, papers: NotedPapers, event: int
) -> None:
    desk.badges(event, CARDS_A4)
    assert [(each.name, read_code(each.code)) for each in papers.worn] == [
        ("Adam", "REG-2026-0002"),
        ("Zoë", "REG-2026-0001"),
    ]


def test_another_events_session_has_no_sheet_here(desk: DeskPapers, event: int) -> None:
    with pytest.raises(NotFound, match="no session 99"):
        desk.sign_in_sheet(event, 99)

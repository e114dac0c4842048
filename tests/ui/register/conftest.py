"""An event with people, and its workspace opened at the Register stage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.money import Money
from cpd_desktop.ui.pages.event import REGISTER
from cpd_desktop.ui.pages.events import EventsPage
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.prices import EarlyPrice
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.ui.pages.event_register import RegisterStage
    from tests.desk import TestDesk

FIELDS = (
    CustomField(FieldKind.TEXT, "Role", required=True),
    CustomField(FieldKind.PARAGRAPH, "Anything else"),
    CustomField(FieldKind.NUMBER, "Years", lowest=0, highest=60),
    CustomField(FieldKind.DATE, "Born"),
    CustomField(FieldKind.YES_NO, "Agrees", required=True),
    CustomField(FieldKind.CHOICE, "Meal", options=("Vegan", "Anything")),
    CustomField(FieldKind.BUTTONS, "Shift", options=("Day", "Night")),
    CustomField(FieldKind.CHOICES, "Interests", options=("Wounds", "Burns")),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """The stage, and the short ways a test takes through it."""

    desk: TestDesk
    event: Event
    page: EventsPage
    stage: RegisterStage
    settle: Callable[[], None]

    def place(self, name: str) -> Registration:
        found = self.desk.services.registrations.on(self.event.id)
        return next(each for each in found if each.name == name)

    def shown(self) -> list[str]:
        rows = self.stage.roster.table.rows
        return [rows.data(rows.index(row, 0)) for row in range(rows.rowCount())]


@pytest.fixture
def open_with(desk: TestDesk, qtbot: QtBot, stage: Callable[..., QWidget]) -> Callable[..., Opened]:
    """Open an event of three places with these people, at the Register stage."""

    def open_event(
        *names: str, capacity: int | None = 3, asks: bool = False, early: EarlyPrice | None = None
    ) -> Opened:
        draft = replace(
            a_draft(
                "Wound care", a_session("Day 1"), a_session("Day 2", starts=STARTS.replace(day=2))
            ),
            capacity=capacity,
            price=Money(7500, "GBP"),
            early=early,
            fields=FIELDS if asks else (),
        )
        event = desk.services.events.add(draft).value
        people = [somebody(name, f"{name.lower().replace(' ', '.')}@x.example") for name in names]
        desk.services.registrations.add_all(event.id, people)
        page = EventsPage(desk)
        stage(page).resize(1100, 760)

        def settle() -> None:
            # What comes back may ask for more, so twice in a row nothing must be under way.
            for _ in range(3):
                desk.settle(qtbot)
                qtbot.wait(1)

        page.open_item(event.id)
        settle()
        page.workspace._open_stage(REGISTER)
        settle()
        return Opened(desk, event, page, page.workspace.register, settle)

    return open_event

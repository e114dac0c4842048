"""Ctrl+K finds anything and leads to it; a day on the calendar plans an event there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.ui.event_dialog import EventDialog
from cpd_desktop.ui.leads import LEADS, leads
from cpd_desktop.ui.pages.billing import BillingPage
from cpd_desktop.ui.pages.events import CALENDAR, EventsPage
from cpd_desktop.ui.pages.settings import SettingsPage
from cpd_desktop.ui.wording import in_words
from tests.app.conftest import is_ready
from tests.drafts import a_draft, a_session, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.command_palette import CommandPalette


@pytest.fixture
def desktop(start: Callable[[DataFolder], Desktop], welcomed: DataFolder) -> Desktop:
    with opened(welcomed, face="test", keychains=Keychains(welcomed.vault)) as core:
        made = core.events.add(a_draft("Wound care", a_session("Dressings"))).value
        core.registrations.add(made.id, somebody("Zoë Müller", "zoe@x.example", reference="Q-77"))
    return start(welcomed)


def palette(desktop: Desktop) -> CommandPalette:
    assert desktop.furnishing is not None
    commands = desktop.furnishing._commands
    commands.open_palette()
    assert commands._palette is not None
    return commands._palette


@pytest.mark.parametrize(
    ("typed", "title", "page"),
    [
        ("dressings", "Wound care", "events"),
        ("zoe mul", "Zoë Müller", "people"),
        ("q-77", "Zoë Müller", "events"),
    ],
)
def test_anything_is_found_by_a_few_letters_and_enter_leads_to_it(
    desktop: Desktop, qtbot: QtBot, typed: str, title: str, page: str
) -> None:
    window = desktop.window
    assert window is not None
    found = palette(desktop)
    QTest.keyClicks(found.field, typed)
    assert [each.title for _, each in found._shown] == [title]
    found._run_current()
    qtbot.waitUntil(lambda: is_ready(desktop))
    assert window.page == page
    shown = window.shown_page()
    if isinstance(shown, EventsPage):
        assert shown.workspace.event_id == 1
        assert shown.workspace._stack.currentIndex() == (1 if typed == "q-77" else 0)


SOUGHT = {
    "template": "Certificate templates", "invoice": "Invoices, tax and currency",
    "refund": "Refunds", "reminder": "Words of mails", "csv": "Payments", "backup": "Backups",
    "language": "Words of mails", "zoom": "What is done at Zoom",
    "report": "Attendance at the event that is open", "badge": "Verify a certificate",
    "signature": "Who signs", "dark": "Appearance", "key": "Signing keys", "password": "Secrets",
    "unsubscribe": "Words of mails", "bounce": "Mail that came back",
    "duplicate": "Possible duplicates", "waitlist": "Register people for the event that is open",
    "calendar": "Calendar file to subscribe to", "price": "Plan of the event that is open",
    "tax": "Invoices, tax and currency", "membership": "Memberships", "update": "Updates",
    "restore": "Trash", "delete": "Keeping records", "print": "Orders and invoices",
}  # fmt: skip


def test_the_words_that_a_trainer_types_are_found(desktop: Desktop) -> None:
    found = palette(desktop)
    missed = []
    for typed, title in SOUGHT.items():
        found.field.setText(typed)
        if title not in [each.title for _, each in found._shown]:
            missed.append(typed)
    assert missed == []


def test_every_part_of_a_page_that_is_found_opens(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    assert window is not None
    for each in LEADS:
        (line, *_) = leads(in_words(each.title), window.go)
        line.run()
        qtbot.waitUntil(lambda: is_ready(desktop))
        assert window.page == each.page
        shown = window.shown_page()
        if isinstance(shown, SettingsPage):
            chosen = shown.sections.currentItem().data(Qt.ItemDataRole.UserRole)
            assert chosen == each.part
        elif isinstance(shown, BillingPage):
            assert shown.shown == each.part


def test_a_day_on_the_calendar_plans_an_event_there(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    assert window is not None
    window.go("events")
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    page._switch[CALENDAR].click()
    page.calendar.view.day_chosen.emit(date(2027, 3, 5))
    qtbot.waitUntil(lambda: is_ready(desktop))
    (asked,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, EventDialog)]
    assert asked.isVisible()
    assert "2027" in " ".join(_dates(asked))
    asked.reject()
    qtbot.waitUntil(lambda: is_ready(desktop))


def _dates(dialog: EventDialog) -> list[str]:
    from PySide6.QtWidgets import QDateTimeEdit

    return [each.dateTime().toString("yyyy-MM-dd") for each in dialog.findChildren(QDateTimeEdit)]

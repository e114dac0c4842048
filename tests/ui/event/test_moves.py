from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QLabel, QLineEdit, QMenu, QPushButton

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.event.move_dialogs import (
    CancelDialog,
    CopyDialog,
    PostponeDialog,
    RepeatDialog,
)
from cpd_desktop.ui.event.moves import EventMoves
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.wall_clock import qt_time
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event
    from tests.desk import TestDesk

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def moves(qtbot: QtBot, desk: TestDesk) -> Iterator[EventMoves]:
    made = EventMoves(desk)
    made.show()
    made.show_event(desk.services.events.add(a_draft()).value)
    yield made
    made.close()
    desk.settle(qtbot)


def the_event(desk: TestDesk, number: int = 1) -> Event:
    return desk.services.events.get(number)


def menu(moves: EventMoves) -> list[str]:
    found = moves.findChild(QMenu)
    assert found is not None
    found.aboutToShow.emit()
    return [each.text() for each in found.actions() if not each.isSeparator()]


def choose(moves: EventMoves, text: str) -> None:
    assert text in menu(moves)
    found = moves.findChild(QMenu)
    assert found is not None
    next(each for each in found.actions() if each.text() == text).trigger()


def asked(qtbot: QtBot, desk: TestDesk, kind: type[D]) -> D:
    desk.settle(qtbot)
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return found


def next_button(moves: EventMoves) -> QPushButton:
    return moves.findChildren(QPushButton)[0]


def test_the_button_offers_the_move_that_comes_next(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    assert next_button(moves).text() == "Publish"
    with qtbot.waitSignal(moves.moved):
        next_button(moves).click()
    assert the_event(desk).status is EventStatus.PUBLISHED
    moves.show_event(the_event(desk))
    assert next_button(moves).text() == "Start"


def test_what_stands_in_the_way_is_said_and_nothing_is_moved(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    next_button(moves).click()
    desk.settle(qtbot)
    moves.show_event(the_event(desk))
    next_button(moves).click()
    desk.settle(qtbot)
    assert ["more than a day" in str(each) for each in desk.failures] == [True]
    assert the_event(desk).status is EventStatus.PUBLISHED


def test_cancelling_shows_what_follows_and_keeps_the_reason(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    desk.services.registrations.add(1, somebody("Zoë"))
    choose(moves, "Cancel the event…")
    dialog = asked(qtbot, desk, CancelDialog)
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert "•  1 registered person must be told." in shown
    dialog.findChildren(QLineEdit)[0].setText("Speaker is ill")
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert (the_event(desk).status, the_event(desk).status_why) == (
        EventStatus.CANCELLED,
        "Speaker is ill",
    )


def test_a_cancelled_event_with_a_price_leads_to_what_goes_back(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    assert "Refunds…" not in menu(moves)
    priced = replace(a_draft("Priced"), price=Money(7500, "GBP"))
    event = desk.services.events.add(priced).value
    moves.show_event(desk.services.lifecycle.move(event.id, Move.CANCEL, "Ill").value)
    choose(moves, "Refunds…")
    assert desk.noted.went == [f"billing event {event.id}"]


def test_closing_the_question_cancels_nothing(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    choose(moves, "Cancel the event…")
    asked(qtbot, desk, CancelDialog).reject()
    desk.settle(qtbot)
    assert the_event(desk).status is EventStatus.DRAFT


def test_postponing_moves_the_sessions(qtbot: QtBot, desk: TestDesk, moves: EventMoves) -> None:
    choose(moves, "Postpone…")
    asked(qtbot, desk, PostponeDialog).accept_button.click()
    desk.settle(qtbot)
    assert the_event(desk).starts == STARTS + timedelta(days=7)


def test_a_time_that_the_clocks_skip_is_refused_at_its_field(
    qtbot: QtBot, desk: TestDesk, moves: EventMoves
) -> None:
    choose(moves, "Postpone…")
    dialog = asked(qtbot, desk, PostponeDialog)
    skipped = wall_time(STARTS, "Europe/London").replace(year=2027, month=3, day=28, hour=1)
    dialog.findChildren(QDateTimeEdit)[0].setDateTime(qt_time(skipped))
    dialog.accept_button.click()
    assert any("clocks go forward" in each.text() for each in dialog.findChildren(QLabel))
    assert dialog.isVisible()
    dialog.reject()


def test_a_copy_is_made_and_opened(qtbot: QtBot, desk: TestDesk, moves: EventMoves) -> None:
    choose(moves, "Duplicate…")
    dialog = asked(qtbot, desk, CopyDialog)
    with qtbot.waitSignal(moves.opened) as opened:
        dialog.accept_button.click()
    assert opened.args == [2]
    assert the_event(desk, 2).starts == STARTS + timedelta(days=7)


def test_a_series_is_described_and_planned(qtbot: QtBot, desk: TestDesk, moves: EventMoves) -> None:
    choose(moves, "Repeat…")
    dialog = asked(qtbot, desk, RepeatDialog)
    assert any(
        each.text() == "every week on Tuesday, 6 times" for each in dialog.findChildren(QLabel)
    )
    dialog.accept_button.click()
    desk.settle(qtbot)
    assert len(desk.services.copies.in_series(1)) == 6
    moves.show_event(the_event(desk))
    assert "Leave this date out of the series" in menu(moves)


def test_a_cancelled_event_can_only_be_copied_repeated_or_deleted(
    desk: TestDesk, moves: EventMoves
) -> None:
    desk.services.lifecycle.move(1, Move.CANCEL)
    moves.show_event(the_event(desk))
    assert next_button(moves).isHidden()
    files = ["Print", "Save as a file", "Save audit binder…"]
    assert menu(moves) == ["Duplicate…", "Repeat…", *files, "Delete"]

"""Noting by hand who was there and what they did, for one or many people."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.sightings import Seen
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.ui.attendance.by_hand import ByHand
from cpd_desktop.ui.attendance.marks_dialog import COUNT, DONE, FOUND_OUT
from cpd_desktop.ui.attendance.presence_dialog import ALL, NOT_THERE, PART, UNSAID, named
from tests.drafts import STARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QComboBox
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.ui.attendance.marks_dialog import MarksDialog
    from cpd_desktop.ui.attendance.presence_dialog import PresenceDialog
    from tests.desk import TestDesk
    from tests.ui.attendance.held_event import Held

MAI, TOM, ADA = "Mai Nguyen", "Tom Becker", "Ada Byron"


class Opened:
    """The forms on an event, and what came of them."""

    def __init__(self, desk: TestDesk, held: Held, qtbot: QtBot, page: QWidget) -> None:
        self.desk, self.held, self._qtbot = desk, held, qtbot
        self.noted = 0
        self.by_hand = ByHand(desk, page, self._count)

    def _count(self) -> None:
        self.noted += 1

    def presence(self, *names: str, session: int | None = None) -> PresenceDialog:
        keys = [self.held.places[name] for name in names]
        made = self.by_hand.note_presence(self.held.found(), keys, session)
        assert made is not None
        return made

    def marks(self, *names: str) -> MarksDialog:
        keys = [self.held.places[name] for name in names]
        made = self.by_hand.note_marks(self.held.found(), keys)
        assert made is not None
        return made

    def settle(self) -> None:
        self.desk.settle(self._qtbot)

    def person(self, name: str) -> PersonAttendance:
        return self.held.found().by_registration[self.held.places[name]]

    def minutes(self, name: str) -> list[int]:
        return [stay.seconds // 60 for stay in self.person(name).stays]


@pytest.fixture
def opened(desk: TestDesk, held: Held, qtbot: QtBot, stage: Callable[..., QWidget]) -> Opened:
    return Opened(desk, held, qtbot, stage(QWidget()))


def problems(dialog: PresenceDialog) -> dict[str, str]:
    return {name: each.text() for name, each in dialog._problems.items() if each.text()}


def choose(box: QComboBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))


def test_several_people_are_noted_as_there_and_undo_takes_it_back(opened: Opened) -> None:
    dialog = opened.presence(MAI, TOM)
    assert dialog.answers.checkedId() == ALL
    assert dialog.accept_button.text() == "Note for 2"
    assert "So far counted as there: 1 of them." in dialog.known.text()
    dialog.why.setText("on the paper list")
    dialog.offer()
    opened.settle()
    assert (opened.minutes(MAI), opened.minutes(TOM)) == ([120, 0], [120, 0])
    assert opened.noted == 1
    opened.desk.operations.undo()
    opened.settle()
    assert (opened.minutes(MAI), opened.minutes(TOM)) == ([0, 0], [60, 0])


def test_who_left_early_is_noted_for_a_part_of_the_session_that_was_chosen(
    opened: Opened,
) -> None:
    afternoon = opened.held.event.sessions[1].id
    dialog = opened.presence(MAI, session=afternoon)
    assert "17:00" in dialog.known.text() or "5:00" in dialog.known.text()
    assert not dialog.came.isEnabled()
    dialog.answers.button(PART).setChecked(True)
    assert dialog.came.isEnabled()
    dialog.left.setTime(QTime(18, 30))
    dialog.why.setText("the train")
    dialog.offer()
    opened.settle()
    assert opened.minutes(MAI) == [0, 90]
    (said,) = opened.person(MAI).place.sightings
    assert said.seen == Seen(left=STARTS + timedelta(minutes=270))


def test_without_a_reason_or_with_times_that_cannot_be_the_form_stays_and_says_so(
    opened: Opened,
) -> None:
    dialog = opened.presence(MAI)
    dialog.offer()
    assert problems(dialog) == {"why": "Say why, so that an auditor understands it."}
    dialog.why.setText("seen")
    dialog.answers.button(PART).setChecked(True)
    dialog.came.setTime(QTime(15, 30))
    dialog.left.setTime(QTime(15, 0))
    dialog.offer()
    assert problems(dialog) == {"part": "They cannot leave before they came."}
    dialog.left.setTime(QTime(23, 0))
    dialog.came.setTime(QTime(17, 0))
    dialog.offer()
    assert problems(dialog) == {"part": "The session was from 14:00 to 16:00."}
    dialog.reject()
    assert opened.noted == 0


def test_a_time_that_the_clocks_skip_is_refused(opened: Opened) -> None:
    skipped = STARTS.replace(year=2026, month=3, day=29, hour=0, minute=30)
    draft = opened.desk.services.events.get(opened.held.event.id).draft()
    first = replace(draft.sessions[0], starts=skipped, ends=skipped + timedelta(hours=3))
    opened.desk.services.events.change(
        opened.held.event.id, replace(draft, sessions=(first, draft.sessions[1]))
    )
    dialog = opened.presence(MAI)
    dialog.why.setText("seen")
    dialog.answers.button(PART).setChecked(True)
    dialog.left.setTime(QTime(1, 30))
    dialog.offer()
    assert "does not exist in Europe/London" in problems(dialog)["part"]
    dialog.reject()


def test_what_was_said_is_shown_again_and_can_be_unsaid(opened: Opened) -> None:
    services, key = opened.desk.services, opened.held.places[ADA]
    seen = Seen(came=STARTS + timedelta(minutes=15))
    services.attendance.see(opened.held.event.id, [key], opened.held.morning, seen, "came late")
    dialog = opened.presence(ADA)
    assert dialog.answers.checkedId() == PART
    assert (dialog.came.time(), dialog.left.time()) == (QTime(14, 15), QTime(16, 0))
    assert dialog.why.text() == "came late"
    assert "So far 105 of 120 minutes count." in dialog.known.text()
    dialog.answers.button(UNSAID).setChecked(True)
    assert not dialog.why.isEnabled()
    dialog.offer()
    opened.settle()
    assert opened.minutes(ADA) == [120, 0]
    assert not opened.presence(ADA).answers.button(UNSAID).isEnabled()


def test_who_was_not_there_although_checked_in_is_absent(opened: Opened) -> None:
    dialog = opened.presence(ADA)
    dialog.answers.button(NOT_THERE).setChecked(True)
    dialog.why.setText("a colleague signed")
    dialog.offer()
    opened.settle()
    assert opened.minutes(ADA) == [0, 0]


def test_nothing_is_noted_until_something_is_chosen(opened: Opened) -> None:
    dialog = opened.marks(TOM)
    assert not dialog.accept_button.isEnabled()
    choose(dialog.choices[MarkKind.EVALUATION], DONE)
    assert dialog.accept_button.isEnabled()
    dialog.reject()
    assert opened.noted == 0


def test_several_things_are_noted_for_several_people_in_one_step(opened: Opened) -> None:
    dialog = opened.marks(TOM, MAI)
    choose(dialog.choices[MarkKind.QUIZ], DONE)
    assert not dialog.count.isEnabled()
    choose(dialog.choices[MarkKind.INTERACTIONS], COUNT)
    assert dialog.count.isEnabled()
    dialog.count.setValue(3)
    dialog.why.setText("8 of 10 points")
    dialog.offer()
    opened.settle()
    for name in (TOM, MAI):
        person = opened.person(name)
        assert (person.done.quiz, person.done.interactions, person.done.evaluation) == (
            True, 3, False,
        )  # fmt: skip
        assert person.place.marks[MarkKind.QUIZ].why == "8 of 10 points"
    assert opened.noted == 1
    opened.desk.operations.undo()
    opened.settle()
    assert opened.person(TOM).place.marks == {}


def test_the_form_says_what_counts_now_and_goes_back_to_what_is_found_out(
    opened: Opened,
) -> None:
    services, key = opened.desk.services, opened.held.places[TOM]
    services.attendance.note(opened.held.event.id, [key], MarkKind.QUIZ, 1)
    assert opened.marks(TOM, MAI).choices[MarkKind.QUIZ].itemText(0) == "Leave: differs among them"
    dialog = opened.marks(TOM)
    box = dialog.choices[MarkKind.QUIZ]
    assert box.itemText(0) == "Leave: done, noted by hand"
    assert dialog.choices[MarkKind.EVALUATION].itemText(0) == "Leave: not done"
    assert dialog.choices[MarkKind.EVALUATION].findData(FOUND_OUT) == -1
    choose(box, FOUND_OUT)
    dialog.offer()
    opened.settle()
    assert opened.person(TOM).place.marks == {}


def test_the_fee_is_waived_for_those_who_owe_it_alone(opened: Opened) -> None:
    services, places = opened.desk.services, opened.held.places
    assert opened.marks(TOM).fee.count() == 0
    services.registrations.note_payment([places[TOM]], Payment.DUE)
    services.registrations.note_payment([places[MAI]], Payment.PAID)
    dialog = opened.marks(TOM, MAI)
    assert dialog.fee.itemText(0) == "Leave: owed by 1"
    choose(dialog.fee, Payment.WAIVED)
    dialog.offer()
    opened.settle()
    told = services.registrations.listed([places[TOM], places[MAI]])
    assert [each.payment for each in told.values()] == [Payment.WAIVED, Payment.PAID]
    assert opened.person(TOM).done.fee


def test_the_form_says_what_the_rule_asks_for(opened: Opened) -> None:
    draft = opened.desk.services.events.get(opened.held.event.id).draft()
    rule = CreditRule(evaluation=True, quiz=True)
    (line,) = draft.credits
    line = replace(line, rule=rule)
    opened.desk.services.events.change(opened.held.event.id, replace(draft, credits=(line,)))
    dialog = opened.marks(TOM)
    asked = "The rule of this event asks for: the evaluation, the quiz."
    assert asked in {each.text() for each in dialog.findChildren(type(dialog._trouble))}


def test_of_many_people_a_few_are_named(opened: Opened) -> None:
    people = list(opened.held.found().people) * 2
    assert named(people[:2]) == "Ada Byron, Lisa Klein"
    assert named(people).endswith("Zoë Müller and 5 more")


def test_nobody_is_asked_about_nobody(opened: Opened) -> None:
    found = opened.held.found()
    assert opened.by_hand.note_presence(found, []) is None
    assert opened.by_hand.note_marks(found, [999]) is None

"""That the stage and its dialogs speak the language, and have room for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from cpd_desktop.domain.attendance.forgetting import forgetting
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import Approval
from cpd_desktop.services.work import Work
from cpd_desktop.ui.meet.words import countdown, number_words, series_words, value_words
from tests.drafts import STARTS, a_draft, a_session, somebody
from tests.fakes.zoom.holding import Person
from tests.ui.pseudo import PseudoLanguage, clipped, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from tests.ui.meet.meeting_desk import Meet

HOUR = timedelta(hours=1)


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.fixture
def strange(pseudo: None, meet: Meet) -> Meet:
    return meet


def faults(widget: QWidget) -> str:
    for _ in range(3):  # until all of it has been laid out
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    return "\n".join([*untranslated(widget), *clipped(widget)])


def test_meetings_that_wait_and_differ_speak_the_language(strange: Meet) -> None:
    sessions = (a_session(starts=STARTS + timedelta(days=day)) for day in (0, 7, 9))
    strange.open(a_draft("Course", *sessions))
    assert faults(strange.stage) == ""
    strange.planned()
    there = list(strange.at_zoom.values())
    there[0].topic = "Another"
    there[1].deleted = True
    strange.desk.services.sync.look(Work(), event_id=strange.event_id)
    strange.desk.services.registrations.add(strange.event_id, somebody("No Mail"))
    strange.show()
    assert faults(strange.stage) == ""
    strange.stage.questions.ask_what_holds(1)
    assert faults(strange.conflict_dialog) == ""
    strange.conflict_dialog.reject()
    strange.desk.services.zoom_account.disconnect()
    strange.show()
    assert faults(strange.stage) == ""


def test_a_meeting_that_was_held_speaks_the_language(strange: Meet) -> None:
    strange.open()
    card = strange.planned()
    strange.at_zoom[card.number or 0].settings["auto_recording"] = "cloud"
    strange.zoom.hold_meeting(card.number or 0, [Person("Ann Able")], at=STARTS)
    strange.clock.at = STARTS + 3 * HOUR
    strange.desk.services.outcome.fetch(card.id, Work())
    strange.clock.move(days=25)
    strange.show()
    assert faults(strange.stage) == ""


@pytest.mark.parametrize("name", ["plan", "settings", "give up", "existing", "start"])
def test_each_question_speaks_the_language(strange: Meet, name: str) -> None:
    sessions = (a_session(starts=STARTS + timedelta(days=day)) for day in (0, 7, 9))
    strange.open(a_draft("Course", *sessions))
    questions = strange.stage.questions
    first = strange.event.sessions[0].id
    strange.desk.services.meetings.plan(strange.event_id, session_id=first)
    strange.sent()
    if name == "give up":
        strange.clock.at = STARTS + 3 * HOUR
    ask: dict[str, Callable[[], None]] = {
        "plan": questions.ask_to_plan,
        "settings": lambda: questions.ask_for_settings(1),
        "give up": lambda: questions.ask_to_give_up(1),
        "existing": questions.ask_for_existing,
        "start": lambda: questions.ask_to_start(1),
    }
    ask[name]()
    strange.settle()
    shown = questions.question if name == "start" else questions.dialog
    assert shown is not None
    assert faults(shown) == ""
    shown.reject()


@given(st.timedeltas(timedelta(), timedelta(days=400)))
def test_a_countdown_never_says_nothing_or_less_than_nothing(left: timedelta) -> None:
    text = countdown(STARTS, STARTS + HOUR, STARTS - left)
    assert text
    assert "-" not in text
    assert " 0 " not in text


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("agenda", "", "nothing"),
        ("passcode", None, "nothing"),
        ("waiting_room", True, "yes"),
        ("starts", STARTS, "Tue 1 Dec 2026, 14:00"),
        ("minutes", 90, "90 minutes"),
        ("approval", Approval.NONE, "Off"),
        ("alternative_hosts", frozenset({"b@x.org", "a@x.org"}), "a@x.org, b@x.org"),
        ("alternative_hosts", frozenset(), "nobody"),
        ("agenda", "one\n  two", "one two"),
        ("agenda", "word " * 200, "word " * 59 + "word…"),
    ],
)  # fmt: skip
def test_the_value_of_a_field_can_be_read(
    qapp: QApplication, field: str, value: Any, text: str
) -> None:
    assert value_words(field, value, "Europe/London") == text


def test_a_series_is_told_with_its_days_and_its_end(qapp: QApplication) -> None:
    series = Series(Every.WEEK, 2, (0, 3), times=6)
    assert series_words(series) == "every 2 weeks Mon, Thu, 6 times"
    assert series_words(replace(series, times=None)) == "every 2 weeks Mon, Thu"


def test_a_number_is_written_as_zoom_writes_it() -> None:
    assert [number_words(each) for each in (81302657532, 1234567890)] == [
        "813 0265 7532",
        "123 456 7890",
    ]


@pytest.mark.parametrize(
    ("days", "where"),
    [
        *((0, None), (22, None), (24, "website"), (29, "website"), (31, None)),
        *((357, None), (359, "Zoom"), (365, None)),
    ],
)  # fmt: skip
def test_the_last_week_before_zoom_forgets_is_told(days: int, where: str | None) -> None:
    found = forgetting(STARTS, STARTS + timedelta(days=days))
    assert (found is not None) is (where is not None)
    if found is not None:
        assert ("website" in found.says.template) is (where == "website")
        assert found.at == STARTS + timedelta(days=30 if where == "website" else 365)

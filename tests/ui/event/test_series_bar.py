from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from cpd_desktop.domain.recurrence import Every, repeated
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.copies import Scope
from tests.drafts import a_draft
from tests.ui.event.planning import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


@pytest.fixture
def weekly(desk: TestDesk, qtbot: QtBot) -> Iterator[Plan]:
    """The second of four dates."""
    plan = Plan(desk, qtbot, a_draft("Supervision"))
    starts = wall_time(plan.kept.starts, plan.kept.zone)
    rule = repeated(Every.WEEK, starts, plan.kept.zone, times=4)
    dates = desk.services.copies.repeat(plan.event, rule).value
    plan.event = dates[1]
    plan.open()
    yield plan
    plan.close()


def titles(plan: Plan) -> list[str]:
    services = plan.desk.services
    every = services.events.ids(sort="starts")
    return [services.events.get(each).title for each in every]


def choose(plan: Plan, scope: Scope | None) -> None:
    starts = {None: "this date only", Scope.FOLLOWING: "this date and", Scope.ALL: "all"}
    box = plan.stage.series.scope
    box.setCurrentIndex(box.findText(starts[scope], Qt.MatchFlag.MatchStartsWith))


def test_a_change_is_for_this_date_unless_more_is_chosen(weekly: Plan) -> None:
    bar = weekly.stage.series
    assert bar.isVisible()
    offered = [bar.scope.itemText(row) for row in range(bar.scope.count())]
    assert offered == ["this date only", "this date and 2 after it", "all 4 date(s) of the series"]
    weekly.enter("title", "With a guest")
    assert titles(weekly) == ["Supervision", "With a guest", "Supervision", "Supervision"]


def test_a_change_for_all_dates_is_one_step_back(weekly: Plan) -> None:
    choose(weekly, Scope.ALL)
    weekly.enter("title", "Group")
    assert titles(weekly) == ["Group"] * 4
    weekly.desk.operations.undo()
    weekly.settle()
    weekly.settle()
    assert titles(weekly) == ["Supervision"] * 4


def test_a_change_from_here_on_goes_on_being_one(weekly: Plan) -> None:
    choose(weekly, Scope.FOLLOWING)
    weekly.enter("title", "From March")
    weekly.settle()
    assert titles(weekly) == ["Supervision", *["From March"] * 3]
    weekly.enter("place", "Leeds")
    services = weekly.desk.services
    places = [services.events.get(each).place for each in services.events.ids(sort="starts")]
    assert places == ["", "Leeds", "Leeds", "Leeds"]


def test_another_event_starts_with_itself_only(weekly: Plan) -> None:
    choose(weekly, Scope.ALL)
    first = weekly.desk.services.copies.in_series(weekly.event)[0]
    weekly.event = first
    weekly.open()
    assert weekly.stage.series.scope.currentText() == "this date only"
    weekly.enter("title", "The first")
    assert titles(weekly) == ["The first", *["Supervision"] * 3]


def test_what_is_typed_when_the_event_is_left_goes_to_the_dates_it_was_meant_for(
    weekly: Plan,
) -> None:
    choose(weekly, Scope.ALL)
    weekly.write("title", "Group")
    first = weekly.desk.services.copies.in_series(weekly.event)[0]
    weekly.event = first
    weekly.open()
    weekly.settle()
    assert titles(weekly) == ["Group"] * 4


def test_a_single_event_is_not_asked_about(plan: Plan) -> None:
    assert not plan.stage.series.isVisible()
    plan.enter("title", "Alone")
    assert plan.kept.title == "Alone"


def test_somebody_elses_change_meanwhile_is_not_overwritten_in_any_date(weekly: Plan) -> None:
    events = weekly.desk.services.events
    choose(weekly, Scope.ALL)
    weekly.write("title", "Mine")
    events.change(weekly.event, replace(weekly.kept.draft(), title="Theirs"))
    weekly.line("title").line.editingFinished.emit()
    weekly.settle()
    weekly.settle()
    assert titles(weekly) == ["Supervision", "Theirs", "Supervision", "Supervision"]
    assert "Title" in weekly.stage.collision.text.text()

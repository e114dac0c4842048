from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from cpd_desktop.domain.sharing import Computer, Use, kept, read, sharing, used

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANN, TOM = Computer("a", "ann-laptop"), Computer("b", "tom-laptop")


def days(count: float) -> timedelta:
    return timedelta(days=count)


def worked(*turns: tuple[Computer, float]) -> list[Use]:
    """Return what is written down after these computers opened the folder on these days."""
    uses: list[Use] = []
    for computer, day in turns:
        uses = used(uses, computer, NOON + days(day)) or uses
    return uses


def others(uses: list[Use], here: Computer, day: float) -> list[str]:
    return [each.computer.name for each in sharing(uses, here, NOON + days(day))]


def test_one_computer_alone_shares_with_nobody() -> None:
    assert others(worked((ANN, 0), (ANN, 1), (ANN, 20)), ANN, 21) == []


def test_two_computers_by_turns_are_told_of_each_other() -> None:
    uses = worked((ANN, 0), (TOM, 1), (ANN, 2), (TOM, 3))
    assert others(uses, ANN, 4) == ["tom-laptop"]
    assert others(uses, TOM, 4) == ["ann-laptop"]
    assert others(uses, ANN, 40) == [], "what was long ago is over"


def test_who_moved_to_another_computer_is_left_in_peace() -> None:
    uses = worked((ANN, 0), (ANN, 5), (TOM, 8), (TOM, 9))
    assert others(uses, TOM, 10) == []


def test_who_opens_it_the_first_time_hears_of_who_was_here_the_day_before() -> None:
    assert others(worked((ANN, 0)), TOM, 0.5) == ["ann-laptop"]
    assert others(worked((ANN, 0), (TOM, 0.5)), TOM, 0.5) == ["ann-laptop"]
    assert others(worked((ANN, 0)), TOM, 1) == []


def test_an_hour_is_often_enough_to_write_it_down_and_a_wrong_clock_does_not_stop_it() -> None:
    uses = worked((ANN, 0))
    assert used(uses, ANN, NOON + timedelta(minutes=59)) is None
    assert used(uses, ANN, NOON + timedelta(hours=1)) == [Use(ANN, NOON, NOON + timedelta(hours=1))]
    assert used(uses, ANN, NOON - days(300)) == [Use(ANN, NOON - days(300), NOON - days(300))]


def test_it_is_read_as_it_was_written() -> None:
    uses = worked((ANN, 0), (TOM, 1))
    assert read(json.loads(json.dumps(kept(uses)))) == uses


@pytest.mark.parametrize(
    "written", [[{}], [1], {"id": 1}, [{"id": "a", "name": "b", "first": "x", "last": "y"}],
                [{"id": "a", "name": "b", "first": "2026-01-01", "last": "2026-01-01"}]],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_that_is_expected(written: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read(written)

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.messages.pacing import Limits, free_again, pace
from cpd_desktop.domain.messages.states import (
    MOST_TRIES,
    Outcome,
    State,
    after_attempt,
    cancelled,
    may_cancel,
    may_queue,
    may_resend,
)

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 60), (MOST_TRIES - 1, 60)]
)
def test_pauses_grow_with_each_try(tries: int, minutes: int) -> None:
    step = after_attempt(Outcome.LATER, tries, NOW)
    assert (step.state, step.due) == (State.QUEUED, NOW + timedelta(minutes=minutes))


def test_a_mail_that_never_gets_through_fails_in_the_end() -> None:
    assert after_attempt(Outcome.LATER, MOST_TRIES, NOW).state is State.FAILED


@given(st.sampled_from(Outcome), st.integers(1, 50))
def test_nothing_that_may_have_arrived_goes_again_by_itself(outcome: Outcome, tries: int) -> None:
    step = after_attempt(outcome, tries, NOW)
    if outcome is not Outcome.LATER:
        assert step.state is not State.QUEUED
        assert step.due is None


def test_what_is_on_its_way_is_left_alone() -> None:
    decisions = (may_queue, may_resend, may_cancel)
    assert not any(each(State.SENDING) for each in decisions)
    assert not may_queue(State.UNCERTAIN)
    assert may_resend(State.UNCERTAIN)


def test_what_was_sent_once_stays_sent_when_it_shall_not_go_again() -> None:
    assert cancelled(None) is State.CANCELLED
    assert cancelled(Outcome.SENT) is State.SENT
    assert cancelled(Outcome.UNCERTAIN) is State.UNCERTAIN


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 1000))
def test_every_message_goes_on_some_day_and_no_day_has_too_many(
    waiting: int, lately: int, limit: int
) -> None:
    found = pace(waiting, lately, Limits(limit))
    assert found.today + found.later == waiting
    assert found.today + min(lately, limit) <= limit
    assert all(0 < day <= limit for day in found.days)


def test_the_rest_of_tomorrow_is_told_before() -> None:
    found = pace(620, 0, Limits(500, 2.0))
    assert [str(each) for each in found.sentences()] == [
        "500 of 620 messages go now; the account allows 500 in a day.",
        "This takes about 17 minutes.",
    ]


def test_the_account_is_free_again_a_day_after_the_first_of_the_last_ones() -> None:
    sent = [NOW - timedelta(hours=hours) for hours in (1, 5, 20)]
    assert free_again(sent, Limits(3)) == NOW + timedelta(hours=4)
    assert free_again(sent, Limits(4)) is None

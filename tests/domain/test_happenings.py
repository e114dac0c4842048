"""What is told from outside is one message however it comes, and holds no secret."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.happenings import (
    News,
    Topic,
    pause_after,
    topic_of,
    who_is_in,
    without_secrets,
)

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)


def moved(topic: Topic, who: str, minute: int) -> News:
    content = {"person": {"key": who, "name": who.title(), "email": ""}}
    return News(f"meeting.{topic}", NOON + timedelta(minutes=minute), content)


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("meeting.started", Topic.STARTED),
        ("webinar.ended", Topic.ENDED),
        ("webinar.participant_left", Topic.LEFT),
        ("meeting.registration_cancelled", Topic.CANCELLED),
        ("recording.completed", Topic.RECORDED),
        ("meeting.completed", None),
        ("recording.started", None),
        ("meeting.participant_joined_waiting_room", None),
        ("", None),
    ],
)
def test_a_kind_that_nobody_knows_means_nothing(kind: str, topic: Topic | None) -> None:
    assert topic_of(kind) is topic


def test_an_instance_starts_once_whenever_and_however_that_is_told() -> None:
    first = News("meeting.started", NOON, {"uuid": "a==", "number": 1})
    again = News("meeting.started", NOON + timedelta(minutes=1), {"uuid": "a=="})
    assert first.key == again.key
    assert first.key != News("meeting.ended", NOON, {"uuid": "a=="}).key
    assert first.key != News("meeting.started", NOON, {"uuid": "b=="}).key


def test_somebody_may_join_twice_but_not_twice_at_the_same_moment() -> None:
    assert moved(Topic.JOINED, "ann", 0).key != moved(Topic.JOINED, "ann", 1).key
    assert moved(Topic.JOINED, "ann", 0).key == moved(Topic.JOINED, "ann", 0).key


def test_the_order_of_what_a_message_holds_does_not_matter() -> None:
    one = News("x", NOON, {"a": 1, "b": {"c": 2, "d": 3}})
    other = News("x", NOON, {"b": {"d": 3, "c": 2}, "a": 1})
    assert one.key == other.key


MOVES = [
    moved(Topic.JOINED, "ann", 0),
    moved(Topic.JOINED, "ann", 5),
    moved(Topic.LEFT, "ann", 6),
    moved(Topic.JOINED, "tom", 1),
    moved(Topic.LEFT, "tom", 2),
]


@given(st.permutations(MOVES))
def test_who_is_in_does_not_depend_on_the_order_of_telling(told: list[News]) -> None:
    (ann,) = who_is_in(told)
    assert (ann.name, ann.since) == ("Ann", NOON + timedelta(minutes=5))


def test_somebody_of_whom_only_the_leaving_was_told_is_not_in() -> None:
    assert who_is_in([moved(Topic.LEFT, "ann", 0)]) == []


NAMES = st.sampled_from(
    ["download_token", "Token", "passcode", "password", "pwd", "zak", "start_url", "client_secret"]
)
PLAIN = st.recursive(
    st.text("abc", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3)
    ),
)


@given(PLAIN, NAMES)
def test_no_secret_is_left_at_any_depth_and_all_else_stays(plain: object, name: str) -> None:
    told = {"a": [plain, {name: "hush", "b": plain}]}
    assert without_secrets(told) == {"a": [plain, {"b": plain}]}


def test_pauses_grow_and_end() -> None:
    pauses = [pause_after(tries) for tries in range(1, 9)]
    known = [each for each in pauses if each]
    assert known == sorted(set(known))
    assert pauses[-1] is None

"""Where presence lies on a strip."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.spans import Span, moment_of, second_of
from cpd_desktop.domain.attendance.stays import Attested, Sitting, stay
from cpd_desktop.ui.attendance.strips import (
    Ink,
    Piece,
    devices_of,
    ground,
    presence,
    scenes_of,
    there_at,
)
from tests.drafts import STARTS

BEGIN = second_of(STARTS)
HOUR = 3600


def sitting(number: int = 1, hours: int = 2, after: int = 0, *breaks: Span) -> Sitting:
    starts = BEGIN + after * HOUR
    return Sitting(number, f"Day {number}", Span(starts, starts + hours * HOUR), breaks)


def row(came: int, left: int, *, waiting: bool = False, device: str = "") -> Attested:
    """Return a connection from and to so many minutes after the start."""
    joined, gone = (STARTS + timedelta(minutes=each) for each in (came, left))
    told = Presence(1, "Tom", joined=joined, left=gone, waiting=waiting, device=device)
    return Attested(told, Origin.ZOOM_MEETING)


def inks(pieces: tuple[Piece, ...]) -> list[tuple[Ink, int, int]]:
    """Return the pieces of a session of 120 minutes, in minutes from its start."""
    (scene,) = scenes_of([sitting()])
    whole = (scene.span.ends - scene.span.starts) / 60
    early = (BEGIN - scene.span.starts) / 60
    return [
        (each.ink, round(each.starts * whole - early), round(each.ends * whole - early))
        for each in pieces
    ]


def strip(*rows: Attested, doubtful: bool = False) -> list[tuple[Ink, int, int]]:
    here = sitting()
    return inks(presence(scenes_of([here]), [stay(here, rows)], rows, doubtful=doubtful))


def test_what_counts_lies_between_start_and_end_and_the_rest_is_seen_too() -> None:
    assert strip(row(-5, 60), row(70, 126)) == [
        (Ink.UNCOUNTED, -5, 0),
        (Ink.UNCOUNTED, 120, 126),
        (Ink.COUNTED, 0, 60),
        (Ink.COUNTED, 70, 120),
    ]


def test_the_waiting_room_is_seen_and_never_counts() -> None:
    assert strip(row(0, 10, waiting=True), row(10, 120)) == [
        (Ink.UNCOUNTED, 0, 10),
        (Ink.COUNTED, 10, 120),
    ]


def test_two_devices_at_once_are_one_stretch() -> None:
    assert strip(row(0, 60), row(30, 90)) == [(Ink.COUNTED, 0, 90)]


def test_a_doubt_has_an_ink_of_its_own() -> None:
    assert strip(row(0, 60), doubtful=True) == [(Ink.DOUBTFUL, 0, 60)]


def test_of_a_time_without_moments_the_length_is_drawn_from_the_start() -> None:
    told = Attested(Presence(1, "Tom", seconds=HOUR), Origin.ZOOM_MEETING)
    assert strip(told) == [(Ink.UNTIMED, 0, 60)]
    signed = Attested(Presence(1, "Tom"), Origin.SIGN_IN_SHEET)
    assert strip(signed) == [(Ink.UNTIMED, 0, 120)]


def test_a_break_is_a_gap_in_the_ground_and_counts_for_nobody() -> None:
    here = sitting(1, 2, 0, Span(BEGIN + HOUR, BEGIN + HOUR + 600))
    scenes = scenes_of([here])
    assert inks(ground(scenes)) == [
        (Ink.TAUGHT, 0, 60),
        (Ink.TAUGHT, 70, 120),
        (Ink.BREAK, 60, 70),
    ]
    there = [row(0, 120)]
    assert inks(presence(scenes, [stay(here, there)], there)) == [
        (Ink.UNCOUNTED, 60, 70),
        (Ink.COUNTED, 0, 60),
        (Ink.COUNTED, 70, 120),
    ]


def test_sessions_lie_side_by_side_in_time_each_as_wide_as_it_is_long() -> None:
    later, first = sitting(1, 1, 30), sitting(2, 3)
    scenes = scenes_of([later, first])
    assert [each.sitting.id for each in scenes] == [2, 1]
    assert scenes[0].left == 0
    assert scenes[-1].right == pytest.approx(1)
    wide, narrow = (each.right - each.left for each in scenes)
    assert wide == pytest.approx(3 * narrow, rel=0.01)
    assert scenes[0].right < scenes[1].left


@given(st.lists(st.tuples(st.integers(1, 24), st.integers(0, 500)), min_size=1, max_size=200))
def test_no_number_of_sessions_leaves_the_strip(sessions: list[tuple[int, int]]) -> None:
    scenes = scenes_of(
        sitting(number, hours, after) for number, (hours, after) in enumerate(sessions)
    )
    edges = [edge for each in scenes for edge in (each.left, each.right)]
    assert edges == sorted(edges)
    assert edges[0] == 0
    assert edges[-1] == pytest.approx(1)
    assert all(each.left < each.right for each in scenes)


@given(st.lists(st.tuples(st.integers(-60, 180), st.integers(0, 240)), max_size=8))
def test_what_is_drawn_as_counted_is_what_counts(stretches: list[tuple[int, int]]) -> None:
    here, rows = sitting(), [row(came, came + long) for came, long in stretches]
    told = stay(here, rows)
    (scene,) = scenes_of([here])
    pieces = presence([scene], [told], rows)
    drawn = sum(each.ends - each.starts for each in pieces if each.ink is Ink.COUNTED)
    assert drawn * (scene.span.ends - scene.span.starts) == pytest.approx(told.seconds)
    assert all(0 <= each.starts <= each.ends <= 1 for each in pieces)


def test_devices_are_those_named_or_those_on_at_one_time() -> None:
    assert devices_of([row(0, 60), row(60, 90)]) == 1
    assert devices_of([row(0, 60), row(30, 90)]) == 2
    assert devices_of([row(0, 10, device="iPad"), row(20, 30, device="Mac")]) == 2
    assert devices_of([row(0, 60, waiting=True), row(0, 60)]) == 1


def test_a_moment_outside_lies_on_the_edge() -> None:
    (scene,) = scenes_of([sitting()])
    assert scene.at(BEGIN - 10 * HOUR) == 0
    assert scene.at(BEGIN + 10 * HOUR) == 1
    assert moment_of(BEGIN) == STARTS
    assert there_at(scene.sitting, ()) == ()

"""What is said by hand of somebody in a session, and what it leaves of everything else."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.sightings import Seen, Sighting, meant_by, with_sightings
from cpd_desktop.domain.attendance.stays import Attested, sitting_of, stay
from cpd_desktop.domain.sessions import Session

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
MORNING = Session("Morning", NINE, NINE + timedelta(hours=2), id=1)
AFTERNOON = Session("Afternoon", NINE + timedelta(hours=4), NINE + timedelta(hours=6), id=2)
NIGHT = Session("Night", NINE + timedelta(hours=13), NINE + timedelta(hours=17), id=3)
SITTINGS = [sitting_of(MORNING), sitting_of(AFTERNOON)]
ON_A_LIST = Attested(Presence(1, "Ada"), Origin.NAMES)
SIGNED_IN = Attested(Presence(1, "Ada"), Origin.SIGN_IN_SHEET, session=1)


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def said(seen: Seen, session: int = 1) -> Sighting:
    return Sighting(session, seen, "kim", NINE, "I saw it")


def joined(starts: int, ends: int) -> Attested:
    told = Presence(1, "Ada", joined=at(starts), left=at(ends))
    return Attested(told, Origin.ZOOM_MEETING)


def minutes(rows: list[Attested], *sightings: Sighting) -> list[int]:
    counted = list(with_sightings("Ada", rows, sightings, SITTINGS))
    return [stay(each, counted).seconds // 60 for each in SITTINGS]


def test_who_was_there_has_all_of_the_session_and_no_other() -> None:
    assert minutes([], said(Seen())) == [120, 0]


def test_who_came_late_or_left_early_has_the_time_between() -> None:
    assert minutes([], said(Seen(came=at(30)))) == [90, 0]
    assert minutes([], said(Seen(left=at(90)))) == [90, 0]
    assert minutes([], said(Seen(at(30), at(90)))) == [60, 0]


@pytest.mark.parametrize("row", [ON_A_LIST, SIGNED_IN])
def test_what_is_said_by_hand_outranks_a_name_on_a_sheet_in_its_session_alone(
    row: Attested,
) -> None:
    elsewhere = 120 if row is ON_A_LIST else 0
    assert minutes([row]) == [120, elsewhere]
    assert minutes([row], said(Seen(left=at(60)))) == [60, elsewhere]
    assert minutes([row], said(Seen(absent=True))) == [0, elsewhere]


def test_a_connection_is_joined_with_what_is_said_by_hand() -> None:
    assert minutes([joined(60, 120)], said(Seen(left=at(70)))) == [120, 0]
    assert minutes([joined(60, 120)], said(Seen(absent=True))) == [60, 0]


@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(201, 400)), max_size=3),
    st.integers(0, 119),
    st.integers(120, 360),
)
def test_what_is_said_by_hand_never_takes_connected_time_away(
    stretches: list[tuple[int, int]], came: int, left: int
) -> None:
    rows = [joined(*each) for each in stretches]
    before, now = minutes(rows), minutes(rows, said(Seen(at(came), at(left))))
    assert all(one >= other for one, other in zip(now, before, strict=True))


def test_evidence_says_who_when_what_and_why() -> None:
    sitting = SITTINGS[0]
    told = [
        str(said(seen).sentence(sitting, "Europe/Berlin"))
        for seen in (Seen(), Seen(left=at(90)), Seen(absent=True))
    ]
    assert told == [
        "kim noted on 2026-12-01 that they were in “Morning”: I saw it",
        "kim noted on 2026-12-01 that they were in “Morning” from 10:00 to 11:30: I saw it",
        "kim noted on 2026-12-01 that they were not in “Morning”: I saw it",
    ]


@pytest.mark.parametrize(
    ("seen", "why", "field"),
    [
        (Seen(), " ", "why"),
        (Seen(at(60), at(60)), "w", "left"),
        (Seen(at(90), at(60)), "w", "left"),
        (Seen(came=at(120)), "w", "came"),
        (Seen(left=at(0)), "w", "left"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(seen: Seen, why: str, field: str) -> None:
    assert list(seen.problems(MORNING, "UTC", why)) == [field]


def test_what_can_be_is_taken() -> None:
    for seen in (Seen(), Seen(absent=True), Seen(at(-10), at(60)), Seen(at(60), at(130))):
        assert not seen.problems(MORNING, "UTC", "I saw it")


def test_a_time_of_day_is_the_one_nearest_to_the_session_also_after_midnight() -> None:
    assert meant_by(time(8, 50), MORNING, "UTC") == at(-10)
    assert meant_by(time(0, 30), NIGHT, "UTC") == NINE + timedelta(hours=15, minutes=30)
    assert meant_by(time(23), NIGHT, "UTC") == NINE + timedelta(hours=14)

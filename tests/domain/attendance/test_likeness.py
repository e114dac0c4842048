from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.given_names import same_given_name
from cpd_desktop.domain.attendance.likeness import Bond, alike, bond_of, may_be_one, one_slip

CLOSENESS = MeasuredCloseness()
words = st.text("abcdei", min_size=1, max_size=8)


def test_short_forms_of_many_languages_are_known() -> None:
    pairs = (
        "bob robert,kasia katarzyna,paco francisco,sasha alexander,hannes johannes,gosia malgorzata"
    )
    for pair in pairs.split(","):
        assert same_given_name(*pair.split())
    assert not same_given_name("anna", "robert")
    assert not same_given_name("zzz", "zzz")


@pytest.mark.parametrize(
    ("one", "other", "bond"),
    [
        ("becker", "becker", Bond.SAME),
        ("дмитрии", "dmitrii", Bond.SCRIPT),
        ("bob", "robert", Bond.SHORT_FORM),
        ("mueller", "muller", Bond.SOUND),
        ("hartley", "hartlex", Bond.SLIP),
        ("alexand", "alexandropoulos", Bond.CUT),
        ("b", "becker", Bond.INITIAL),
        ("恵子", "高橋恵子", Bond.CUT),
        ("de", "du", None),
        ("anna", "robert", None),
    ],
)
def test_what_makes_two_words_one_is_told(one: str, other: str, bond: Bond | None) -> None:
    assert bond_of(one, other) == bond_of(other, one) == bond


@given(words, words)
def test_a_slip_is_one_letter_as_the_library_counts_it(one: str, other: str) -> None:
    from rapidfuzz.distance import OSA

    short, long = sorted((one, other), key=len)
    assert one_slip(short, long) == (OSA.distance(short, long) <= 1)


def test_names_of_two_people_are_told_apart() -> None:
    assert may_be_one(("tom", "becker"), ("becker", "thomas"))
    assert may_be_one(("tom",), ("tom", "becker"))
    assert may_be_one(("t", "becker"), ("tom", "becker"))
    assert not may_be_one(("tom", "becker"), ("lisa", "becker"))


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, min_size=1, max_size=3))
def test_nothing_is_more_alike_than_the_same(one: list[str], other: list[str]) -> None:
    found = alike(tuple(one), tuple(other), CLOSENESS)
    assert found is None or 0 < found.points <= 100


def test_a_better_reason_weighs_more() -> None:
    def points(one: str, other: str) -> int:
        found = alike(tuple(one.split()), tuple(other.split()), CLOSENESS)
        return found.points if found else 0

    ranked = [
        points("tom becker", "tom becker"),
        points("tommy becker", "tom becker"),
        points("t becker", "tom becker"),
        points("tom", "tom becker"),
        points("tom klein", "tom becker"),
        points("lisa klein", "tom becker"),
    ]
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == len(ranked)
    assert points("tombecker", "tom becker") > points("tom", "tom becker")
    assert points("thinkenbacher tom", "tom thikenbaher") > points("tom", "tom thikenbaher")

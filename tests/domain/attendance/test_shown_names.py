from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance import name_words
from cpd_desktop.domain.attendance.letters import bare, in_latin, sound
from cpd_desktop.domain.attendance.shown_names import plainly, read_name, taken_apart
from tests.attendance.displays import CERTAIN, Called
from tests.attendance.locales import LOCALES

# ruff: noqa: RUF001 - letters of other scripts are what is tried

people = st.sampled_from(LOCALES).flatmap(
    lambda each: st.builds(
        Called,
        st.sampled_from(each.given),
        st.sampled_from(each.family),
        st.just(each.family_first),
        st.just(each.joined),
    )
)

TELLING = sorted(
    {
        word
        for pattern in (name_words.NOBODY, name_words.OWNED_DEVICE, name_words.TWO_PEOPLE)
        for word in re.findall("[a-z]{2,}", pattern.pattern)
    }
    | {word for word in name_words.NOT_PLAIN | name_words.BEHIND if word.isalpha()}
)
words = st.builds(
    str.title, st.sampled_from(TELLING) | st.sampled_from(["anna", "becker", "macbook", "from"])
)


def same(one: str, other: str) -> bool:
    return not read_name(one).keys.isdisjoint(read_name(other).keys)


@given(people, st.sampled_from(CERTAIN))
def test_a_full_name_is_known_however_it_is_shown(called: Called, way: object) -> None:
    assert callable(way)
    assert same(str(called), way(called))


@given(people, people)
def test_two_names_never_become_one(one: Called, other: Called) -> None:
    if bare(f"{one.given} {one.family}") != bare(f"{other.given} {other.family}"):
        assert not same(str(one), str(other))


@given(st.text(max_size=40))
def test_whatever_is_shown_can_be_read(text: str) -> None:
    assert read_name(text) == read_name(text)
    assert bare(bare(text)) == bare(text)


@given(st.lists(words, min_size=1, max_size=4))
def test_a_title_or_a_device_is_told_from_a_name_that_looks_plain(said: list[str]) -> None:
    text = " ".join(said)
    assert plainly(text) in {None, taken_apart(text)}


def test_a_plain_name_needs_no_taking_apart() -> None:
    assert plainly("Tom Becker") == taken_apart("Tom Becker")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tom Becker", "Becker, Tom"),
        ("Li Wei", "Wei Li"),
        ("Zoë Müller", "ZOE MULLER"),
        ("Anna Weiß", "anna weiss"),
        ("Işıl Çağrı", "ISIL CAGRI"),
        ("İbrahim Şahin", "ibrahim sahin"),
        ("Łukasz Żółkiewski", "Lukasz Zolkiewski"),
        ("Søren Kjær", "Soren Kjaer"),
        ("Đặng Quốc Đạt", "dang quoc dat"),
        ("Conor O’Brien", "Conor OBrien"),
        ("Anne-Marie Noël", "Anne Marie Noel"),
        ("Dr. med. Tom Becker", "Tom Becker"),
        ("Tom Becker, Ph.D., MD", "Tom Becker"),
        ("TOM BECKER, RN", "Tom Becker"),
        ("Tom Becker RN BSN", "Tom Becker"),
        ("Tom Becker (she/her)", "Tom Becker"),
        ("Tom Becker she/her/hers", "Tom Becker"),
        ("Tom Becker [Guest]", "Tom Becker"),
        ("Tom Becker (unclosed", "Tom Becker"),
        ("Tom Becker’s iPad Pro (2)", "Tom Becker"),
        ("L’iPhone de Marie Dupont", "Marie Dupont"),
        ("iPhone (Brian Smith)", "Brian Smith"),
        ("Tom Becker - Acme", "Tom Becker"),
        ("NHS | Tom Becker", "Tom Becker"),
        ("Acme Clinic: Tom Becker", "Tom Becker"),
        ("Becker# Tom", "Tom Becker"),
        ("山田 太郎", "山田太郎さん"),
        ("김민수 선생님", "김민수"),
        ("Li Wei 李伟", "李伟"),
        ("Д-р Иван Петров", "Петров Иван"),
        ("João Costa e Silva", "Costa e Silva, João"),
        ("Mari\u0301a Garci\u0301a", "María García"),
        ("\uff34\uff4f\uff4d Becker", "Tom Becker"),
    ],
)
def test_the_same_name_in_another_dress_is_the_same(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Victor De", "Victor Du"),
        ("Tom Becker", "Tom Becker Jr."),
        ("Tom Becker", "Tom M. Becker"),
        ("T. Becker", "T. Becker"),
        ("Tom", "Tom"),
        ("Bob Hartley", "Robert Hartley"),
        ("Li Wei Ma", "Li Wei"),
        ("LI WEI MA", "Li Wei"),
        ("Minh Do", "Minh"),
        ("Müller, Anna", "Anna Mueller"),
        ("Tom Becker & Lisa Klein", "Tom Becker"),
        ("Tom Becker, Acme", "Tom Becker"),
        ("Maria - Garcia Lopez", "Garcia Lopez"),
        ("राम कुमार", "रोम कुमार"),
        ("かく 太郎", "がく 太郎"),
        ("김민수 II", "김민수"),
        ("iPhone", "iPhone"),
        ("Galaxy S21", "Galaxy S21"),
        ("", ""),
        ("Tom's iPhone", "Tom"),
    ],
)
def test_what_may_be_somebody_else_is_never_taken_for_the_same(one: str, other: str) -> None:
    assert not same(one, other)


def test_two_people_at_one_screen_are_noticed() -> None:
    assert read_name("Tom Becker & Lisa Klein").several
    assert ("lisa", "klein") in read_name("Tom Becker and Lisa Klein").hints
    assert not read_name("Tom Becker").several


def test_the_organisation_beside_a_name_is_kept_to_be_compared() -> None:
    assert ("becker tom", "acme") in read_name("Tom Becker, Acme").beside


def test_scripts_that_are_romanised_in_many_ways_sound_alike() -> None:
    assert in_latin("щербакова") == "shcherbakova"
    assert in_latin("παπαδοπουλος") == "papadopoulos"
    assert sound(bare("юрий")) == sound("yuriy") == sound("iurii")
    assert sound("müller".replace("ü", "ue")) == sound("muller")
    assert in_latin("李") == "李"

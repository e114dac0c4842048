from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from cpd_desktop.domain.duplicates import Known, Likeness, keys_of, known, likeness


def somebody(name: str, email: str = "", **more: Any) -> Known:
    return known(1, [name], [email], **more)


def alike(one: Known, other: Known) -> Likeness | None:
    return likeness(one, other, OSA.distance)


def reasons(one: Known, other: Known) -> list[str]:
    found = alike(one, other)
    return [str(says) for says in found.reasons] if found else []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Zoë Müller", "ZOE MULLER", "The same name."),
        ("Dr Zoë Müller, PhD", "Zoe Müller", "The same name but for titles."),
        ("Müller, Zoë", "Zoë Müller", "The same name in another order."),
        ("Bob Hartley", "Robert Hartley", "One name is a short form of the other."),
        ("Bob Hartley", "Bobby Hartley", "One name is a short form of the other."),
        ("A. Hartley", "Anna Hartley", "One gives the name in part only."),
        ("Anna Hartley", "Anna Maria Hartley", "One gives the name in part only."),
        ("Anna Hartley", "Anna Hartly", "The names differ in one letter."),
        ("Anna Hartley", "Anna Hratley", "The names differ in one letter."),
        ("Müller, Zoë", "Zoe Mueller", "The names differ in one letter."),
        ("Conor O'Brien", "Conor OBrien", "The same name but for titles."),
    ],
)
def test_a_name_written_another_way_is_recognised_and_said_how(
    one: str, other: str, why: str
) -> None:
    assert reasons(somebody(one), somebody(other, "a@x.example")) == [
        why, "One of them has no address.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Victor De", "Victor Du"),  # a letter of two makes another name
        ("Anna Smith", "Jane Smith"),
        ("Anna Smith", "Anna Brown"),
        ("A. Smith", "B. Smith"),
        ("Anna", "Anna Smith"),
        ("Minh Do", "Minh Ma"),  # no title, however short
        ("Anna Hartley", "Bnna Hartly"),
        ("Prof Li", "Dr Li Wei"),
        ("", ""),
    ],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    assert alike(somebody(one), somebody(other)) is None


def test_a_likeness_of_names_alone_is_too_little_where_both_are_reached_elsewhere() -> None:
    one, other = somebody("Bob Hartley", "b@x.example"), somebody("Robert Hartley", "r@y.example")
    assert alike(one, other) is None


def test_homonyms_with_other_addresses_are_asked_about_last() -> None:
    one = somebody("Ada Byron", "ada@x.example")
    apart = alike(one, somebody("Ada Byron", "byron@y.example"))
    nearly = alike(one, somebody("Ada Byron", "ada@y.example"))
    same = alike(one, somebody("Ada Byron", "ada@x.example"))
    assert apart is not None
    assert nearly is not None
    assert same is not None
    assert apart.points < nearly.points < same.points


def test_an_address_that_two_names_share_is_asked_about() -> None:
    one, other = somebody("Ada Byron", "office@x.example"), somebody("Bo Li", "office@x.example")
    assert reasons(one, other) == ["The same address: office@x.example.", "Their names differ."]


def test_a_licence_number_counts_however_it_is_written() -> None:
    one = somebody("Ada Byron", "a@x.example", licences=["NMC 12-34"])
    other = somebody("Ada King", "k@y.example", licences=["nmc1234"])
    assert reasons(one, other) == ["The same licence number.", "Their names differ."]


def test_organisation_and_phone_count_only_with_a_name() -> None:
    shared: dict[str, Any] = {"organisation": "St Anne", "phone": "+44 (0)20 7946 0018"}
    one = somebody("Bob Hartley", "b@x.example", **shared)
    assert reasons(one, somebody("Robert Hartley", "r@y.example", **shared)) == [
        "One name is a short form of the other.",
        "The same phone number.",
        "The same organisation.",
    ]
    assert alike(one, somebody("Ada King", "k@y.example", **shared)) is None


def test_any_spelling_and_any_address_counts() -> None:
    one = known(1, ["Ada King", "Ada Byron"], ["king@x.example", "ada@x.example"])
    assert reasons(one, somebody("Ada Byron", "ada@x.example")) == [
        "The same address: ada@x.example.", "The same name.",
    ]  # fmt: skip


_NAMES = st.sampled_from(
    ["Ada Byron", "Dr Ada Byron", "Byron, Ada", "A. Byron", "Ada Biron", "Ada M Byron", "Bob Ray",
     "Robert Ray", "Rob Ray MD", "Bo Li", "", "Li"]
)  # fmt: skip
_KNOWN = st.builds(
    known,
    st.just(1),
    st.lists(_NAMES, min_size=1, max_size=2),
    st.lists(st.sampled_from(["ada@x.example", "ada@y.example", "bob@x.example"]), max_size=2),
    licences=st.lists(st.sampled_from(["1234", "12 34", "99"]), max_size=1),
    phone=st.sampled_from(["", "020 7946 0018"]),
    organisation=st.sampled_from(["", "St Anne"]),
)


@given(_KNOWN, _KNOWN)
def test_it_does_not_matter_who_is_named_first(one: Known, other: Known) -> None:
    assert alike(one, other) == alike(other, one)


@given(_KNOWN, _KNOWN)
def test_whoever_is_alike_shares_a_key_and_is_therefore_found(one: Known, other: Known) -> None:
    if alike(one, other):
        assert set(keys_of(one)) & set(keys_of(other))

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.decisions import Decision, Verdict, in_force
from cpd_desktop.domain.attendance.memory import Alias, learnt, memory_of
from cpd_desktop.domain.attendance.reconciliation import Reconciliation
from cpd_desktop.domain.errors import Invalid
from tests.attendance.drawing import decision, drawn, find, registered, row

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.presences import Presence

PEOPLE = registered(
    "Tom Becker <tom@x.example>", "Lisa Klein <lisa@x.example>", "Ann Lee", "Ann Lee"
)
V = Verdict


def key_of(rows: list[Presence], at: int = 0) -> str:
    return find(PEOPLE, rows).findings[at].participant.key


def test_a_decision_outranks_the_machine_and_says_who_took_it() -> None:
    told = [row("Tom Becker", "tom@x.example")]
    found = find(PEOPLE, told, decisions=[decision(1, V.IS, key_of(told), registrations=(2,))])
    assert drawn(found) == ["Tom Becker → 2 by decision"]
    assert str(found.findings[0].reason) == "Ada decided it on 2026-10-14: she told me"
    silent = decision(1, V.GUEST, key_of(told), why="")
    (guest,) = find(PEOPLE, told, decisions=[silent]).findings
    assert str(guest.reason) == "Ada decided on 2026-10-14 that they are a guest."
    assert guest.decision == silent


def test_a_decision_survives_a_newer_report_with_more_of_the_same_person() -> None:
    told = [row("Lissy K", at=(0, 20))]
    is_lisa = decision(1, V.IS, key_of(told), registrations=(2,))
    newer = [*told, row("Lissy K", at=(30, 60)), row("Jane Doe")]
    assert "Lissy K → 2 by decision" in drawn(find(PEOPLE, newer, decisions=[is_lisa]))
    known = [replace(told[0], email="l@home.example"), row("Jane Doe")]
    assert "Lissy K → 2 by decision" in drawn(find(PEOPLE, known, decisions=[is_lisa]))


def test_a_decision_that_finds_two_or_nobody_is_not_applied_and_says_so() -> None:
    told = [row("Ann", at=(0, 20))]
    one = decision(1, V.IS, key_of(told), registrations=(3,))
    two = find(PEOPLE, [row("Ann", at=(0, 19)), row("Ann", at=(5, 20))], decisions=[one])
    assert [str(each.reason) for each in two.unapplied] == [
        "The newest reports do not tell for certain whom it was about."
    ]
    gone = decision(2, V.IS, key_of(told), registrations=(99,))
    found = find(PEOPLE, told, decisions=[gone])
    assert str(found.unapplied[0].reason) == "The registration it named is gone."
    assert found.findings[0].match is None


def test_homonyms_are_decided_row_by_row() -> None:
    told = [row("Ann Lee", at=(0, 20)), row("Ann Lee", at=(10, 60))]
    keys = [each.participant.key for each in find(PEOPLE, told).findings]
    decisions = [
        decision(1, V.IS, keys[0], registrations=(3,)),
        decision(2, V.IS, keys[1], registrations=(4,)),
    ]
    assert sorted(find(PEOPLE, told, decisions=decisions).by_registration()) == [3, 4]
    third = [*told, row("Ann Lee", at=(61, 62))]
    assert sorted(find(PEOPLE, third, decisions=decisions).by_registration()) == [3, 4]


def test_two_at_one_screen_are_split_onto_both() -> None:
    told = [row("Tom Becker & Lisa Klein")]
    split = decision(1, V.SPLIT, key_of(told), registrations=(2, 1))
    found = find(PEOPLE, told, decisions=[split])
    assert drawn(found) == ["Tom Becker & Lisa Klein → 1, 2 by decision"]
    assert sorted(found.by_registration()) == [1, 2]
    assert found.reconciliation == Reconciliation(read=1, matched=1)


def test_participants_are_merged_and_found_by_either_key() -> None:
    told = [row("Studio 7", at=(0, 20)), row("Tom Becker", at=(20, 60))]
    keys = {each.participant.names[0]: each.participant.key for each in find(PEOPLE, told).findings}
    merge = decision(1, V.MERGE, keys["Studio 7"], other=keys["Tom Becker"])
    assert drawn(find(PEOPLE, told, decisions=[merge])) == ["Tom Becker / Studio 7 → 1 by name"]
    guest = decision(2, V.GUEST, keys["Studio 7"])
    assert drawn(find(PEOPLE, told, decisions=[merge, guest])) == ["Tom Becker / Studio 7 → guest"]
    lost = find(PEOPLE, told[1:], decisions=[merge])
    assert [each.decision.id for each in lost.unapplied] == [1]


def test_undoing_brings_back_what_was_before_and_can_be_undone() -> None:
    told = [row("Tom Becker", "tom@x.example")]
    guest, other = (
        decision(1, V.GUEST, key_of(told)),
        decision(2, V.IS, key_of(told), registrations=(2,)),
    )
    undone = decision(3, V.UNDO, undoes=2)
    again = decision(4, V.UNDO, undoes=3)
    assert in_force([other, guest]) == (guest, other)
    assert in_force([undone, other, guest]) == (guest,)
    assert in_force([again, undone, other, guest]) == (guest, other)
    assert drawn(find(PEOPLE, told, decisions=[guest, other, undone])) == ["Tom Becker → guest"]


@given(st.permutations([1, 2, 3, 4]))
def test_the_order_in_which_decisions_are_read_changes_nothing(order: list[int]) -> None:
    told = [row("Tom Becker")]
    made = {
        1: decision(1, V.GUEST, key_of(told)),
        2: decision(2, V.IS, key_of(told), registrations=(1,)),
        3: decision(3, V.IS, key_of(told), registrations=(2,)),
        4: decision(4, V.UNDO, undoes=3),
    }
    found = find(PEOPLE, told, decisions=[made[each] for each in order])
    assert drawn(found) == ["Tom Becker → 1 by decision"]


@pytest.mark.parametrize(
    "wrong",
    [
        decision(1, V.IS, "k"),
        decision(1, V.IS, "k", registrations=(1, 2)),
        decision(1, V.SPLIT, "k", registrations=(1, 1)),
        decision(1, V.MERGE, "k", other="k"),
        decision(1, V.UNDO),
        decision(1, V.GUEST, "k", who=" "),
    ],
)
def test_a_decision_that_says_too_little_is_refused(wrong: Decision) -> None:
    with pytest.raises(Invalid):
        wrong.require_valid()


def test_a_decision_that_says_enough_is_kept() -> None:
    for each in (
        decision(1, V.GUEST, "k"),
        decision(1, V.IS, "k", registrations=(1,)),
        decision(1, V.SPLIT, "k", registrations=(1, 2)),
        decision(1, V.MERGE, "k", other="o"),
        decision(1, V.UNDO, undoes=3),
    ):
        each.require_valid()


def lesson(*rows: Presence, person: int = 1) -> frozenset[Alias]:
    (found,) = find(PEOPLE, list(rows)).findings
    return learnt(found.participant, person)


def test_a_name_or_address_that_was_decided_is_known_at_the_next_event() -> None:
    aliases = lesson(row("Sunny Owl", "sunny@home.example"), person=2)
    assert drawn(find(PEOPLE, [row("sunny owl")], aliases=aliases)) == ["sunny owl → 2 by memory"]
    assert drawn(find(PEOPLE, [row("", "sunny@home.example")], aliases=aliases)) == [
        " → 2 by memory"
    ]
    (found,) = find(PEOPLE, [row("Sunny Owl")], aliases=aliases).findings
    assert str(found.reason) == "“Sunny Owl” was Lisa Klein when you decided it before."


def test_a_remembered_name_is_theirs_even_beside_their_own() -> None:
    aliases = [Alias("name", "sunny owl", 2)]
    told = [row("Lisa Klein", "lisa@x.example"), row("Sunny Owl")]
    assert drawn(find(PEOPLE, told, aliases=aliases)) == [
        "Lisa Klein → 2 by address",
        "Sunny Owl → 2 by memory",
    ]


def test_what_anybody_may_be_called_is_proposed_not_remembered_as_a_name() -> None:
    aliases = lesson(row("iPhone (3)"), person=2)
    assert drawn(find(PEOPLE, [row("iPhone (3)")], aliases=aliases)) == ["iPhone (3) → review: 2"]
    assert lesson(row("+44 20 7946 0018")) == frozenset()
    assert lesson(row("Tom Becker & Lisa Klein")) == frozenset()


def test_memory_never_settles_what_speaks_for_somebody_else() -> None:
    of_ann = [Alias("name", "ann", 2)]
    assert drawn(find(PEOPLE, [row("Ann")], aliases=of_ann))[0].startswith("Ann → review")
    of_tom = [Alias("name", "tom becker", 2)]
    assert drawn(find(PEOPLE, [row("Tom Becker")], aliases=of_tom)) == ["Tom Becker → review: 1, 2"]
    twice = [row("Owl", at=(0, 20)), row("Owl", at=(10, 30))]
    assert drawn(find(PEOPLE, twice, aliases=[Alias("name", "owl", 2)])) == [
        "Owl → review: 2", "Owl → review: 2",
    ]  # fmt: skip


def test_what_was_learnt_of_two_people_is_forgotten() -> None:
    assert not memory_of([Alias("name", "owl", 1), Alias("name", "owl", 2)]).known
    assert memory_of([Alias("name", "owl", 1), Alias("name", "owl", 1)]).known

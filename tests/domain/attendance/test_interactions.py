"""Answers count for whoever gave them, and for nobody where that is not certain."""

from __future__ import annotations

from cpd_desktop.domain.attendance.interactions import Interaction, counted
from cpd_desktop.domain.attendance.roster import roster_of
from tests.attendance.drawing import find, registered, row

PEOPLE = registered("Tom Becker <tom@x.example>", "Anna Nowak <a@x.example>",
                    "Anna Nowak <b@x.example>", "Mai Li <mai@x.example>")  # fmt: skip
TOLD = [
    row("Tom Becker", "tom@x.example", (0, 60)),
    row("Anna Nowak", "a@x.example", (0, 60)),
    row("Anna Nowak", "b@x.example", (0, 60)),
]


def counts(*told: tuple[str, str, str]) -> dict[int, int]:
    signs = [Interaction(1, "poll", name, email, question) for name, email, question in told]
    return counted(signs, find(PEOPLE, TOLD), roster_of(PEOPLE))


def test_an_answer_is_known_by_its_address_else_by_the_name_that_one_showed() -> None:
    assert counts(("T", "TOM@x.example", "Q1"), ("Tom Becker", "", "Q2")) == {1: 2}


def test_the_same_question_answered_twice_is_one_sign() -> None:
    assert counts(("T", "tom@x.example", "Q1"), ("Tom Becker", "", "Q1")) == {1: 1}


def test_a_name_that_two_people_showed_counts_for_neither() -> None:
    assert counts(("Anna Nowak", "", "Q1")) == {}


def test_somebody_who_only_answered_is_known_by_their_address() -> None:
    assert counts(("M", "mai@x.example", "Q1"), ("Mai Li", "", "Q2")) == {4: 1}

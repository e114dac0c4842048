from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.findings import Findings, Known, Source, found_out
from cpd_desktop.domain.attendance.presences import (
    Origin,
    Presence,
    Rejected,
    Report,
    Role,
)
from cpd_desktop.domain.attendance.reconciliation import Fate, Mismatch, Reconciliation
from cpd_desktop.domain.attendance.roster import Registrant, roster_of
from cpd_desktop.domain.attendance.setting_aside import CrewMember
from cpd_desktop.domain.attendance.spans import Span, second_of
from cpd_desktop.domain.attendance.stays import Sitting, stay
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from tests.attendance.drawing import STARTS, drawn, find, registered, row

if TYPE_CHECKING:
    from random import Random

TOM = "Tom Becker <tom@x.example>"
LISA = "Lisa Klein <lisa@x.example>"
SITTING = Sitting(1, "Day", Span(second_of(STARTS), second_of(STARTS) + 3600))

PEOPLE = registered(TOM, LISA, "Anna Nowak <a@x.example>", "Anna Nowak <b@x.example>", "Li Wei")
names = st.sampled_from([
    "Tom Becker", "tom becker", "Becker, Tom", "Tom's iPhone", "Tom", "Lisa Klein", "L. Klein",
    "Anna Nowak", "Wei Li", "iPhone", "", "Tom Becker & Lisa Klein", "Otter.ai", "Call-in user 1",
    "Jane Doe", "Tim Becker",
])  # fmt: skip
rows = st.lists(
    st.builds(
        lambda name, email, link, at, long, waiting: row(
            name, email, (at, at + long), registrant=link, waiting=waiting
        ),
        names,
        st.sampled_from(
            ["", "", "tom@x.example", "TOM@x.example", "a@x.example", "other@y.example"]
        ),
        st.sampled_from(["", "", "", "link1", "link4"]),
        st.integers(-20, 60),
        st.integers(-5, 60),
        st.booleans(),
    ),
    max_size=9,
)


def seconds(findings: Findings) -> dict[int, int]:
    return {
        key: stay(SITTING, [each for one in owned for each in one.participant.rows]).seconds
        for key, owned in findings.by_registration().items()
    }


@settings(max_examples=60, deadline=None)
@given(rows, st.randoms(use_true_random=False))
def test_the_order_and_repetition_of_rows_never_change_the_result(
    told: list[Presence], random: Random
) -> None:
    again = told + told
    random.shuffle(again)
    once, twice = find(PEOPLE, told), find(PEOPLE, again)
    assert drawn(once) == drawn(twice)
    assert [each.participant.key for each in once.findings] == [
        each.participant.key for each in twice.findings
    ]
    assert seconds(once) == seconds(twice)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_the_same_report_told_twice_counts_once(told: list[Presence]) -> None:
    report = Report(Origin.ZOOM_MEETING, tuple(told), len(told))
    known = Known(roster_of(PEOPLE))
    once = found_out([Source(report)], known, MeasuredCloseness())
    again = found_out([Source(report)], known, MeasuredCloseness())
    twice = found_out([Source(report), Source(report)], known, MeasuredCloseness())
    assert once == again
    assert seconds(once) == seconds(twice)
    assert twice.reconciliation.read == 2 * len(told)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_every_row_becomes_one_thing_for_a_reason(told: list[Presence]) -> None:
    found = find(PEOPLE, told)
    assert found.reconciliation.settled == found.reconciliation.read == len(told)
    assert all(str(each.reason) for each in found.findings)
    assert all(str(each.reason) for each in found.set_aside)
    assert len({each.participant.key for each in found.findings}) == len(found.findings)
    for each in found.findings:
        assert (each.fate is Fate.MATCHED) == (each.match is not None)
        assert all(one.reasons for one in each.suggestions)
        points = [one.points for one in each.suggestions]
        assert points == sorted(points, reverse=True)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_a_tie_is_never_settled_by_a_machine(told: list[Presence]) -> None:
    for each in find(PEOPLE, told).findings:
        told_apart = each.participant.links or each.participant.addresses
        if "Anna Nowak" in each.participant.names and not told_apart:
            assert each.match is None


@settings(max_examples=60, deadline=None)
@given(rows, st.integers(0, 8), st.integers(0, 50), st.integers(1, 60))
def test_more_presence_of_the_same_person_never_lowers_minutes(
    told: list[Presence], which: int, at: int, long: int
) -> None:
    # A link that two people use is another matter: more of it may show that there are two.
    owners = {"": None, "link1": "Tom Becker", "link4": "Anna Nowak"}
    told = [
        replace(each, name=owner, email="") if (owner := owners[each.registrant]) else each
        for each in told
    ]
    before = find(PEOPLE, told)
    mine = [each for each in told if each.registrant]
    if not mine:
        return
    starts = STARTS + timedelta(minutes=at)
    more = replace(mine[which % len(mine)], joined=starts, left=starts + timedelta(minutes=long))
    after = seconds(find(PEOPLE, [*told, more]))
    for key, counted in seconds(before).items():
        assert after.get(key, 0) >= counted


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([row("x", registrant="link2")], ["x → 2 by link"]),
        ([row("iPad", " TOM@x.example ")], ["iPad → 1 by address"]),
        ([row("tom@x.example")], ["tom@x.example → 1 by address"]),
        ([row("Dr. Tom Becker, RN")], ["Dr. Tom Becker, RN → 1 by name"]),
        ([row("Tom Becker", "work@y.example")], ["Tom Becker → 1 by name"]),
        ([row("Tommy Becker")], ["Tommy Becker → review: 1"]),
        ([row("Tom Bekcer")], ["Tom Bekcer → review: 1"]),
        ([row("Tom's iPhone")], ["Tom's iPhone → review: 1"]),
        ([row("iPhone")], ["iPhone → review"]),
        ([row("", "")], [" → review"]),
        ([row("Anna Nowak")], ["Anna Nowak → review: 3, 4"]),
        ([row("Anna Nowak", "b@x.example")], ["Anna Nowak → 4 by address"]),
        ([row("Jane Doe")], ["Jane Doe → guest"]),
        ([row("Tom Becker & Lisa Klein")], ["Tom Becker & Lisa Klein → review: 1, 2"]),
        ([row("", "tombecker@gmail.com")], [" → review: 1"]),
        ([row("李伟")], ["李伟 → review"]),
        ([row("+44 20 7946 0000")], ["+44 20 7946 0000 → review"]),
    ],
)  # fmt: skip
def test_each_tier_matches_and_everything_else_asks(
    told: list[Presence], expected: list[str]
) -> None:
    assert drawn(find(PEOPLE, told)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # on the link of one, under the full name of another
        ([row("Lisa Klein", registrant="link1")], ["Lisa Klein → review: 2, 1"]),
        # signed in to the account of one, under the full name of another
        ([row("Lisa Klein", "tom@x.example")], ["Lisa Klein → review: 2, 1"]),
        # the own link on somebody else's account
        ([row("Lisa Klein", "tom@x.example", registrant="link2")], ["Lisa Klein → 2 by link"]),
        # and that somebody on a second device
        (
            [row("Lisa Klein", "tom@x.example", registrant="link2"), row("iPad", "tom@x.example")],
            ["Lisa Klein → 2 by link", "iPad → 1 by address"],
        ),
        # two of one name, one of them known
        (
            [row("Tom Becker", "tom@x.example"), row("Tom Becker", "t@y.example")],
            ["Tom Becker → review: 1", "Tom Becker → 1 by address"],
        ),
        # somebody unknown on an address whose owner is there as well
        (
            [row("Jane Doe", "tom@x.example"), row("Tom Becker", "tom@x.example")],
            ["Jane Doe → review: 1", "Tom Becker → 1 by address"],
        ),
        # two at one screen, and somebody on another's machine
        ([row("Tom Becker | Lisa Klein")], ["Tom Becker | Lisa Klein → review: 1, 2"]),
        ([row("Lisa Klein (Tom Becker)")], ["Lisa Klein (Tom Becker) → review: 2, 1"]),
        # one connection, renamed from one person to another
        ([row("Jane Doe", renamed_from="Tom Becker")], ["Tom Becker / Jane Doe → review: 1"]),
    ],
)
def test_evidence_that_contradicts_itself_is_asked_about(
    told: list[Presence], expected: list[str]
) -> None:
    assert sorted(drawn(find(PEOPLE, told))) == sorted(expected)


def test_rejoins_renames_and_devices_are_one_participant() -> None:
    told = [
        row("Tom Becker", "tom@x.example", (0, 20)),
        row("TOM BECKER", "", (10, 30)),
        row("iPhone", "tom@x.example", (40, 50)),
        row("Tom", "", (50, 60), renamed_from="Tom Becker"),
        row("Studio", "", (55, 58), connection="7"),
        row("Tom Becker", "", (58, 60), connection="7"),
    ]
    found = find(PEOPLE, told)
    assert len(found.findings) == 1
    assert seconds(found) == {1: 50 * 60}


def test_a_given_name_that_returns_is_one_unless_two_were_there_at_once() -> None:
    assert len(find(PEOPLE, [row("Lisa", at=(0, 9)), row("lisa", at=(10, 20))]).findings) == 1
    assert len(find(PEOPLE, [row("Lisa", at=(0, 9)), row("lisa", at=(8, 20))]).findings) == 2
    assert len(find(PEOPLE, [row("Anna", at=(0, 9)), row("anna", at=(10, 20))]).findings) == 2


def test_a_telephone_joins_the_calls_of_its_number_and_proposes_its_owner() -> None:
    people = registered(TOM, phone="+44 20 7946 0018")
    told = [row("442079460018", at=(0, 9)), row("Call-in user 2", phone="+442079460018")]
    assert drawn(find(people, told)) == ["442079460018 / Call-in user 2 → review: 1"]


def test_a_shared_mailbox_is_settled_by_the_name_or_asked() -> None:
    people = registered("Tom Becker <team@x.example>", "Lisa Klein <team@x.example>")
    told = [row("Tom Becker", "team@x.example"), row("Lisa Klein RN", "team@x.example")]
    assert drawn(find(people, told)) == [
        "Lisa Klein RN → 2 by shared address",
        "Tom Becker → 1 by shared address",
    ]
    assert drawn(find(people, [row("iPad", "team@x.example")])) == ["iPad → review: 1, 2"]


def test_one_link_used_by_two_at_once_is_asked_about() -> None:
    told = [row("Tom Becker", registrant="link1"), row("Jane Doe", registrant="link1")]
    assert drawn(find(PEOPLE, told)) == ["Jane Doe → review: 1", "Tom Becker → 1 by link"]
    later = [told[0], row("Jane Doe", at=(70, 80), registrant="link1")]
    assert drawn(find(PEOPLE, later)) == ["Tom Becker / Jane Doe → 1 by link"]


def test_who_cancelled_and_came_is_shown_not_bound() -> None:
    people = registered(TOM, LISA, status=RegistrationStatus.CANCELLED)
    (found,) = find(people, [row("Lisa Klein", "lisa@x.example")]).findings
    assert (found.fate, found.suggestions[0].registration) == (Fate.REVIEW, 2)
    assert str(found.reason) == "Lisa Klein was there, but the registration is cancelled."


def test_who_cancelled_and_registered_again_is_there_by_the_new_place() -> None:
    gone = Registrant(id=9, person=1, name="Tom Becker", status=RegistrationStatus.CANCELLED)
    assert drawn(find([*registered(TOM), gone], [row("Tom Becker")])) == ["Tom Becker → 1 by name"]
    twice = replace(gone, status=RegistrationStatus.CONFIRMED)
    assert drawn(find([*registered(TOM), twice], [row("Tom Becker", "tom@x.example")])) == [
        "Tom Becker → 1 by address"
    ]
    assert drawn(find([*registered(TOM), twice], [row("Tom Becker")])) == [
        "Tom Becker → review: 1, 9"
    ]


def test_those_who_run_it_are_set_aside_and_seen() -> None:
    crew = [CrewMember("Grace Hopper", ("Grace@own.example",), ("u1",)), CrewMember("Ada Byron")]
    told = [
        row("Studio", "grace@OWN.example"),
        row("Grace Hopper's iPad", at=(5, 9)),
        row("X", account="u1", at=(6, 9)),
        row("Dr Ada Byron", at=(7, 9)),
        row("Speaker Four", role=Role.PANELIST),
        row("Speaker Four", at=(3, 4)),
        row("Helper", role=Role.COHOST),
        row("Boss", role=Role.HOST),
    ]
    found = find(PEOPLE, told, crew=crew)
    assert found.reconciliation == Reconciliation(read=8, hosts=6, guests=2)
    assert {str(each.reason) for each in found.findings if each.fate is Fate.HOST} == {
        "Grace Hopper runs the event.", "Ada Byron runs the event.",
        "The report says they were a co-host.", "The report says they were the host.",
    }  # fmt: skip
    panel = find(PEOPLE, [row("Speaker Four", role=Role.PANELIST)])
    assert panel.findings[0].fate is Fate.HOST


def test_everybody_of_the_house_is_a_presenter_in_teams_and_none_is_lost() -> None:
    told = [row("Tom Becker", "tom@x.example", role=Role.PANELIST)]
    assert drawn(find(PEOPLE, told, origin=Origin.TEAMS)) == ["Tom Becker → 1 by address"]


def test_a_speaker_of_the_name_of_somebody_registered_is_not_set_aside_by_it() -> None:
    found = find(PEOPLE, [row("Tom Becker")], crew=[CrewMember("Tom Becker")])
    assert drawn(found) == ["Tom Becker → 1 by name"]


def test_note_takers_waiting_rooms_and_absentees_are_ignored_and_say_why() -> None:
    report = Report(
        Origin.ZOOM_WEBINAR,
        (
            row("Tom Becker's Notetaker (Otter.ai)", "tom@x.example"),
            row("Tom Becker", registrant="link1", waiting=True),
            row("Anna Otter"),
        ),
        4,
        absent=(row("Lisa Klein", registrant="link2"),),
    )
    found = found_out([Source(report)], Known(roster_of(PEOPLE)), MeasuredCloseness())
    assert (found.reconciliation.ignored, found.reconciliation.read) == (3, 4)
    assert [each.participant.names for each in found.findings] == [("Anna Otter",)]
    assert str(found.set_aside[0].reason).endswith("is a program that takes notes, not a person.")


def test_rows_that_cannot_be_true_are_shown_and_count_for_nobody() -> None:
    told = [
        row("Tom Becker", at=(10, 5)),
        row("Tom Becker", at=(90, 95)),
        row("Tom Becker", at=(0, 2000)),
    ]
    found = find(PEOPLE, told, now=STARTS + timedelta(minutes=80))
    assert found.reconciliation == Reconciliation(read=3, to_review=3)
    assert [str(each.reason)[:38] for each in found.set_aside] == [
        "The report says they left before they ",
        "The report says they joined at a time ",
        "The report says they stayed longer tha",
    ]


def test_rows_that_could_not_be_read_are_there_to_be_looked_at() -> None:
    why = Sentence("attendance", "“{told}” is no time.").filled(told="noon")
    rejected = Rejected(7, "Join time", why, "Tom Becker")
    report = Report(Origin.ZOOM_MEETING, (row("Tom Becker"),), 2, rejected=(rejected,))
    found = found_out([Source(report)], Known(roster_of(PEOPLE)), MeasuredCloseness())
    assert found.reconciliation == Reconciliation(read=2, matched=1, to_review=1)
    (aside,) = found.set_aside
    assert (aside.row.presence.name, str(aside.reason)) == ("Tom Becker", "“noon” is no time.")


def test_a_row_that_is_lost_on_the_way_stops_everything() -> None:
    report = Report(Origin.ZOOM_MEETING, (row("Tom Becker"),), rows=2)
    with pytest.raises(Mismatch, match="2 rows, but 1 of them"):
        found_out([Source(report)], Known(roster_of(PEOPLE)), MeasuredCloseness())


def test_a_report_that_is_not_ready_concludes_nothing() -> None:
    report = Report(Origin.ZOOM_ANSWER, (row("Tom Becker"),), 1, ready=False)
    sources = [Source(report)]
    assert not found_out(sources, Known(roster_of(PEOPLE)), MeasuredCloseness()).conclusive
    assert find(PEOPLE, []).conclusive


def test_whoever_was_never_seen_leaving_stayed_until_the_last_one_left() -> None:
    told = [row("Tom Becker", left=None), row("Lisa Klein", at=(10, 50))]
    assert seconds(find(PEOPLE, told)) == {1: 50 * 60, 2: 40 * 60}
    assert seconds(find(PEOPLE, told[:1])) == {1: 0}


def test_a_name_beside_a_telephone_number_is_still_a_name() -> None:
    told = [row("Tom Becker", phone="+44 20 7946 0018"), row("Lisa", phone="+44 20 7946 0019")]
    assert sorted(drawn(find(PEOPLE, told))) == ["Lisa → review: 2", "Tom Becker → 1 by name"]


def test_two_instances_of_a_restarted_meeting_are_one_stay() -> None:
    told = [
        row("Tom Becker", at=(0, 20), instance="one", connection="1"),
        row("Lisa Klein", at=(30, 60), instance="two", connection="1"),
        row("Tom Becker", at=(30, 60), instance="two", connection="2"),
    ]
    assert seconds(find(PEOPLE, told)) == {1: 50 * 60, 2: 30 * 60}


def test_two_homonyms_stay_apart_unless_a_device_joins_them() -> None:
    told = [row("Anna Nowak", at=(0, 9)), row("Anna Nowak", at=(10, 20))]
    assert len(find(PEOPLE, told).findings) == 2
    same = [replace(each, device="F2LX-99812-A") for each in told]
    assert len(find(PEOPLE, same).findings) == 1
    kinds = [replace(each, device="iPhone 14 (iOS 18)") for each in told]
    assert len(find(PEOPLE, kinds).findings) == 2

"""Who attended, what people decide about it, and that nothing of that is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.attendance.reports.questions import Answers
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.errors import CpdError, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.domain.settings import ZoomAccount
from cpd_desktop.domain.speakers import SpeakerDraft
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.services.check_in import CheckIns
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.merging import Merging
from cpd_desktop.services.speakers import Speakers
from cpd_desktop.store.tables import alias
from tests.attended import statements, zoom_csv
from tests.drafts import a_draft

if TYPE_CHECKING:
    from cpd_desktop.services.history import History
    from cpd_desktop.services.settings import Settings
    from tests.attended import Scene

TOM = ("Tom Becker", "tom@x.example")
LISA = ("Lisa Klein", "lisa@x.example")
ANNAS = (("Anna Nowak", "a@x.example"), ("Anna Nowak", "b@x.example"))
FULL = ("Tom Becker", "tom@x.example", 0, 120)
DOUBT = ("Lis Klein", "", 0, 110)


def test_who_was_there_long_enough_earns_the_credit_and_the_others_read_why(scene: Scene) -> None:
    draft = scene.events.get(scene.event).draft()
    scene.events.change(scene.event, replace(draft, credits=(read_credit("2 CPD hours"),)))
    scene.register(TOM, LISA, ("Mai Nguyen", "mai@x.example"))
    scene.bring(zoom_csv(FULL, ("Lisa Klein", "", 0, 60)))
    tom, lisa, mai = (scene.person(key) for key in (TOM[1], LISA[1], "mai@x.example"))
    assert (tom.result, tom.credit, tom.method) == (Result.ATTENDED, "2 CPD hours", "address")
    assert (lisa.result, lisa.credit, lisa.method) == (Result.PARTIAL, "", "name")
    assert list(map(str, lisa.reasons)) == ["50 % of 120 minutes; 80 % needed; left at 15:00."]
    assert (mai.result, list(map(str, mai.reasons))) == (Result.ABSENT, ["Was not there."])
    assert (lisa.outcome.seconds, lisa.outcome.minutes, lisa.outcome.percent) == (3600, 60, 50)


def test_nothing_is_concluded_of_whom_a_doubtful_participant_may_be(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(FULL, DOUBT))
    lisa = scene.person(LISA[1])
    assert lisa.result is Result.REVIEW
    assert list(map(str, lisa.reasons)) == ["“Lis Klein” may be them: decide about that first."]
    (doubt,) = scene.found().review
    assert [each.registration for each in doubt.suggestions] == [scene.places[LISA[1]]]
    assert sum(each.seconds for each in scene.found().stays(doubt)) == 110 * 60
    assert [each.participant.key for each in scene.found().likely] == [doubt.participant.key]


def test_before_there_is_a_report_nobody_is_called_absent(scene: Scene) -> None:
    scene.register(TOM)
    tom = scene.person(TOM[1])
    assert tom.result is Result.REVIEW
    assert str(tom.reasons[0]) == "No report and no check-in tells yet who was there."
    assert scene.found().unreviewed == 0


def test_a_report_that_is_not_ready_concludes_nothing(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(("Tom Becker", "tom@x.example", 0, 0)))
    assert not scene.found().findings.conclusive
    assert scene.person(LISA[1]).result is Result.REVIEW
    assert "not ready" in str(scene.person(LISA[1]).reasons[0])


def test_a_decision_holds_and_says_who_when_and_why(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(FULL, DOUBT))
    scene.decide("Lis Klein", Verdict.IS, LISA[1], why="she called")
    lisa = scene.person(LISA[1])
    assert (lisa.result, lisa.method) == (Result.ATTENDED, "decision")
    assert list(map(str, lisa.evidence)) == ["anna (test) decided it on 2026-12-02: she called"]
    assert scene.found().unreviewed == 0


def test_a_decision_survives_the_import_again_a_newer_report_and_taking_the_import_back(
    scene: Scene, history: History
) -> None:
    scene.register(TOM, LISA)
    first = zoom_csv(FULL, DOUBT, meeting="81234567890")
    imported = scene.bring(first)
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    assert not scene.bring(first).changes
    assert scene.person(LISA[1]).result is Result.ATTENDED
    newer = zoom_csv(FULL, DOUBT, ("Mai Nguyen", "", 3, 9), meeting="81234567890")
    done = scene.bring(newer, "newer.csv")
    assert len(scene.found().facts.reports) == 1
    assert scene.person(LISA[1]).result is Result.ATTENDED
    for entry in (done.changes.entry, imported.changes.entry):
        assert entry
        history.undo(entry)
    assert scene.found().facts.reports == ()
    scene.bring(first)
    assert scene.person(LISA[1]).result is Result.ATTENDED


def test_a_guest_is_nobody_here_and_a_screen_is_shared_by_two(scene: Scene) -> None:
    scene.register(TOM, LISA, *ANNAS)
    scene.bring(zoom_csv(DOUBT, ("Anna Nowak", "", 0, 120)))
    scene.decide("Lis Klein", Verdict.GUEST)
    assert scene.person(LISA[1]).result is Result.ABSENT
    scene.decide("Anna Nowak", Verdict.SPLIT, "a@x.example", "b@x.example", why="one laptop")
    assert {scene.person(each).result for _, each in ANNAS} == {Result.ATTENDED}
    told = scene.found().reconciliation
    assert (told.read, told.matched, told.guests, told.to_review) == (2, 1, 1, 0)


def test_two_participants_are_joined_by_hand(scene: Scene) -> None:
    scene.register(TOM)
    scene.bring(zoom_csv(("Tom Becker", "tom@x.example", 0, 60), ("iPhone", "", 60, 120)))
    other, tom = scene.participant("iPhone"), scene.participant("Tom Becker")
    choice = Choice(other, Verdict.MERGE, other=tom)
    scene.attendance.decide(scene.event, [choice])
    assert scene.person(TOM[1]).outcome.minutes == 120


def test_undo_takes_back_the_latest_decision_first_and_then_the_one_before(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(FULL, DOUBT))
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    scene.attendance.override(scene.event, [scene.places[LISA[1]]], Verdict.NOT_MET, "she slept")
    lisa = scene.person(LISA[1])
    assert lisa.result is Result.OVERRIDE
    assert "she slept" in str(lisa.reasons[0])
    assert scene.attendance.undo(scene.event).value.verdict is Verdict.NOT_MET
    assert scene.person(LISA[1]).result is Result.ATTENDED
    assert scene.attendance.undo(scene.event).value.verdict is Verdict.IS
    assert scene.person(LISA[1]).result is Result.REVIEW
    with pytest.raises(NotAllowed, match="Nothing was decided"):
        scene.attendance.undo(scene.event)


def test_an_override_needs_a_reason_and_can_be_cleared(scene: Scene) -> None:
    scene.register(TOM)
    scene.bring(zoom_csv(("Tom Becker", "", 0, 10)))
    keys = [scene.places[TOM[1]]]
    with pytest.raises(Invalid, match="Say why"):
        scene.attendance.override(scene.event, keys, Verdict.MET, " ")
    scene.attendance.override(scene.event, keys, Verdict.MET, "power cut")
    assert scene.person(TOM[1]).outcome.eligible
    scene.attendance.override(scene.event, keys, Verdict.CLEAR, "it was not")
    assert scene.person(TOM[1]).result is Result.PARTIAL


def test_what_was_decided_once_is_known_at_the_next_event_and_forgotten_when_undone(
    scene: Scene,
) -> None:
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT))
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    first, scene.event = scene.event, scene.events.add(a_draft("Part 2")).value.id
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT), "second.csv")
    assert (scene.person(LISA[1]).method, scene.found().unreviewed) == ("memory", 0)
    scene.attendance.undo(first)
    assert scene.found().unreviewed == 1


def test_what_an_undone_decision_taught_is_forgotten_although_its_report_is_gone(
    scene: Scene, history: History
) -> None:
    scene.register(LISA)
    entry = scene.bring(zoom_csv(DOUBT)).changes.entry
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    assert entry
    history.undo(entry)
    scene.attendance.undo(scene.event)
    with scene.db.reading() as connection:
        assert connection.execute(alias.select()).all() == []


def test_a_decision_that_was_taken_back_already_is_not_taken_out_of_the_trail(
    scene: Scene, history: History
) -> None:
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT))
    entry = scene.decide("Lis Klein", Verdict.IS, LISA[1]).changes.entry
    scene.attendance.undo(scene.event)
    assert entry
    with pytest.raises(CpdError):
        history.undo(entry)
    assert scene.found().unreviewed == 1


def test_one_step_takes_back_several_decisions(scene: Scene, history: History) -> None:
    scene.register(LISA, TOM)
    scene.bring(zoom_csv(DOUBT, ("Tom Bekcer", "", 0, 9)))
    likely = [
        Choice(each.participant.key, Verdict.IS, (each.suggestions[0].registration,))
        for each in scene.found().likely
    ]
    done = scene.attendance.decide(scene.event, likely)
    assert (len(done.value), scene.found().unreviewed) == (2, 0)
    assert done.changes.entry
    history.undo(done.changes.entry)
    assert scene.found().unreviewed == 2


def test_a_name_that_two_people_were_decided_to_be_is_nobodys_again(scene: Scene) -> None:
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT))
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    scene.event = scene.events.add(a_draft("Part 2")).value.id
    scene.register(("Lisbeth Kleiner", "lk@x.example"))
    scene.bring(zoom_csv(DOUBT), "second.csv")
    scene.decide("Lis Klein", Verdict.IS, "lk@x.example")
    scene.event = scene.events.add(a_draft("Part 3")).value.id
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT), "third.csv")
    assert scene.found().unreviewed == 1


def test_a_decision_that_is_corrected_teaches_only_the_last(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(("Liesl", "", 0, 110)))
    scene.decide("Liesl", Verdict.IS, LISA[1])
    scene.decide("Liesl", Verdict.IS, TOM[1])
    with scene.db.reading() as connection:
        (row,) = connection.execute(alias.select()).all()
    assert (row.text, row.person_id) == ("liesl", scene.registrations.get(
        scene.places[TOM[1]]).person_id)  # fmt: skip
    scene.attendance.undo(scene.event)
    assert scene.person(LISA[1]).method == "decision"


def test_decisions_stay_with_two_entries_that_turn_out_to_be_one_person(scene: Scene) -> None:
    scene.register(LISA, ("Elisabeth Klein", "ek@x.example"))
    scene.bring(zoom_csv(("Lilli", "", 0, 110)))
    scene.decide("Lilli", Verdict.IS, "ek@x.example")
    keep, other = (
        scene.registrations.get(scene.places[key]).person_id for key in (LISA[1], "ek@x.example")
    )
    Merging(scene.db).merge(keep, other)
    assert scene.person(LISA[1]).method == "decision"
    assert scene.found().findings.unapplied == ()
    with scene.db.reading() as connection:
        assert {row.person_id for row in connection.execute(alias.select())} == {keep}


def test_an_unknown_participant_or_somebody_elses_registration_is_refused(scene: Scene) -> None:
    scene.register(TOM)
    scene.bring(zoom_csv(FULL))
    with pytest.raises(NotFound, match="no participant x"):
        scene.attendance.decide(scene.event, [Choice("x", Verdict.GUEST)])
    key = scene.participant("Tom Becker")
    with pytest.raises(NotFound, match="no registration 99"):
        scene.attendance.decide(scene.event, [Choice(key, Verdict.IS, (99,))])
    with pytest.raises(NotFound, match="no registration 99"):
        scene.attendance.override(scene.event, [99], Verdict.MET, "why")


def test_of_several_decisions_at_once_all_are_kept_or_none(scene: Scene) -> None:
    scene.register(TOM, LISA)
    scene.bring(zoom_csv(FULL, DOUBT))
    key = scene.participant("Lis Klein")
    wrong = [Choice(key, Verdict.IS, (scene.places[LISA[1]],)), Choice("x", Verdict.GUEST)]
    with pytest.raises(NotFound):
        scene.attendance.decide(scene.event, wrong)
    assert scene.found().unreviewed == 1


def test_a_row_that_cannot_be_true_is_left_out_by_hand(scene: Scene) -> None:
    scene.register(TOM)
    scene.bring(zoom_csv(FULL, ("Tom Becker", "tom@x.example", 90, 30)))
    (row,) = scene.found().doubtful_rows
    with pytest.raises(Invalid, match="can only be left out"):
        scene.attendance.decide(scene.event, [Choice(row.key, Verdict.IS, (scene.places[TOM[1]],))])
    scene.attendance.decide(scene.event, [Choice(row.key, Verdict.GUEST, why="a typo")])
    found = scene.found()
    assert (found.unreviewed, found.reconciliation.ignored) == (0, 1)
    assert found.findings.unapplied == ()
    scene.attendance.undo(scene.event)
    assert scene.found().unreviewed == 1


def test_a_check_in_is_evidence_of_its_own(scene: Scene) -> None:
    scene.register(TOM, LISA)
    (session,) = scene.events.get(scene.event).sessions
    CheckIns(scene.db, scene.clock).check_in(session.id, scene.places[TOM[1]], How.HAND)
    tom = scene.person(TOM[1])
    assert (tom.result, tom.method, tom.outcome.minutes) == (Result.ATTENDED, "check-in", 120)
    assert "Checked in at “Wound care”" in str(tom.evidence[0])
    assert scene.person(LISA[1]).result is Result.ABSENT
    assert scene.found().reconciliation.read == 0


def test_those_who_run_the_event_are_set_aside(scene: Scene, settings: Settings) -> None:
    speaker = Speakers(scene.db).add(SpeakerDraft("Vera Speaker", "vera@y.example")).value
    settings.put(ZoomAccount(id="u1", person="Otto Owner", email="otto@y.example"))
    draft = scene.events.get(scene.event).draft()
    (session,) = draft.sessions
    session = replace(session, host="Hugo Host", speakers=(speaker.id,))
    scene.events.change(scene.event, replace(draft, sessions=(session,)))
    scene.register(TOM)
    scene.bring(zoom_csv(
        FULL, ("V.", "vera@y.example", 0, 120), ("Otto", "otto@y.example", 0, 120),
        ("Hugo Host", "", 0, 120),
    ))  # fmt: skip
    assert scene.found().reconciliation.hosts == 3


def test_conditions_noted_by_hand_outrank_what_is_found_out(scene: Scene) -> None:
    rule = CreditRule(evaluation=True, interactions_per_credit=2, fee=True)
    draft = scene.events.get(scene.event).draft()
    lines = (replace(read_credit("1 CPE credit"), rule=rule),)
    scene.events.change(scene.event, replace(draft, credits=lines))
    scene.register(TOM)
    scene.bring(zoom_csv(FULL))
    keys = [scene.places[TOM[1]]]
    assert len(scene.person(TOM[1]).reasons) == 2
    scene.attendance.note(scene.event, keys, MarkKind.EVALUATION, 1)
    scene.attendance.note(scene.event, keys, MarkKind.INTERACTIONS, 1, "one code")
    scene.attendance.note(scene.event, keys, MarkKind.INTERACTIONS, 2, "both codes")
    assert scene.person(TOM[1]).result is Result.ATTENDED
    assert scene.person(TOM[1]).outcome.version == rule.version
    scene.registrations.note_payment(keys, Payment.DUE)
    assert list(map(str, scene.person(TOM[1]).reasons)) == ["The fee is not paid."]
    scene.attendance.note(scene.event, keys, MarkKind.EVALUATION, None)
    assert len(scene.person(TOM[1]).reasons) == 2
    with pytest.raises(Invalid):
        scene.attendance.note(scene.event, keys, MarkKind.QUIZ, 2)


def test_an_event_with_doubtful_participants_is_not_completed(scene: Scene) -> None:
    scene.register(LISA)
    lifecycle = Lifecycle(scene.db, scene.clock, scene.attendance.unreviewed)
    lifecycle.move(scene.event, Move.PUBLISH)
    lifecycle.move(scene.event, Move.START)
    scene.bring(zoom_csv(DOUBT))
    with pytest.raises(NotAllowed, match="1 participant in the reports"):
        lifecycle.move(scene.event, Move.COMPLETE)
    scene.decide("Lis Klein", Verdict.IS, LISA[1])
    lifecycle.move(scene.event, Move.COMPLETE)


def test_more_people_and_rows_need_no_more_statements(scene: Scene) -> None:
    seen_at = []
    for size in (3, 40):
        scene.register(*((f"Person {n} of {size}", f"p{n}of{size}@x.example") for n in range(size)))
        stays = [(f"Person {n} of {size}", "", 0, 90) for n in range(size)]
        scene.bring(zoom_csv(*stays, meeting=f"8123456{size}00"), f"{size}.csv")
        with statements(scene.db) as seen:
            scene.found()
        seen_at.append(len(seen))
    assert seen_at[0] == seen_at[1] <= 30


def test_a_cut_in_the_middle_of_a_decision_leaves_nothing_of_it(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.register(LISA)
    scene.bring(zoom_csv(DOUBT))

    def cut(*_: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cpd_desktop.services.attendance.attendance.learnt", cut)
    with pytest.raises(KeyboardInterrupt):
        scene.decide("Lis Klein", Verdict.IS, LISA[1])
    monkeypatch.undo()
    assert scene.found().unreviewed == 1
    assert scene.found().facts.known.decisions == ()


LONDON = Answers(zone="Europe/London")
NAMES = ("Tom Becker", "Lis Klein", "Anna Nowak", "iPhone", "Jane Doe")
STAYS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(("", "tom@x.example", "z@y.example")),
        st.integers(0, 60), st.integers(61, 120),
    ),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=12,
    phases=[Phase.generate],
)
@given(stays=STAYS, picks=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=3))
def test_importing_again_changes_nothing_whatever_was_decided(
    scene: Scene, stays: list[tuple[str, str, int, int]], picks: list[tuple[int, int]]
) -> None:
    scene.event = scene.events.add(a_draft()).value.id
    scene.register(TOM, LISA, *ANNAS)
    content = zoom_csv(*stays)
    scene.bring(content, answers=LONDON)
    keys = [each.participant.key for each in scene.found().findings.findings]
    ids = list(scene.places.values())
    for who, place in picks:
        key = keys[who % len(keys)]
        choice = Choice(key, Verdict.IS, (ids[place],)) if place else Choice(key, Verdict.GUEST)
        scene.attendance.decide(scene.event, [choice])

    def drawn() -> list[object]:
        found = scene.found()
        return [
            found.reconciliation,
            *((each.registration, each.result, each.outcome.seconds) for each in found.people),
            *((each.participant.key, each.fate) for each in found.findings.findings),
        ]

    before = drawn()
    assert scene.bring(content, answers=LONDON).value.known
    assert drawn() == before
    shuffled = zoom_csv(*reversed(stays), stays[0])
    scene.bring(shuffled, "shuffled.csv", answers=LONDON)
    assert drawn()[1:] == before[1:]

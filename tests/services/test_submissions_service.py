from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.assignments import Assignment, AssignmentDraft, Criterion
from cpd_desktop.domain.content import ModuleDraft, Release, SubmissionStatus
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.learning import Learning
from cpd_desktop.services.progress import LearningProgress, Progress
from cpd_desktop.services.submissions import Submissions
from cpd_desktop.store.files import ContentStore
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

S = SubmissionStatus
Three = tuple[int, int, int]
RUBRIC = (Criterion("Assessment", 40), Criterion("Plan", 60))
CASE = AssignmentDraft("Case", due_at=STARTS, attempts=2, rubric=RUBRIC)


@pytest.fixture
def files(folder: DataFolder) -> ContentStore:
    return ContentStore(folder.files)


@pytest.fixture
def learning(db: Database, files: ContentStore) -> Learning:
    return Learning(db, files)


@pytest.fixture
def work(db: Database, files: ContentStore, clock: FixedClock) -> Submissions:
    return Submissions(db, files, clock)


@pytest.fixture
def progress(db: Database) -> LearningProgress:
    return LearningProgress(db)


@pytest.fixture
def event(events: Events) -> int:
    return events.add(a_draft()).value.id


@pytest.fixture
def case(learning: Learning, event: int) -> Assignment:
    return learning.add_assignment(event, CASE).value


@pytest.fixture
def anna(registrations: Registrations, event: int) -> int:
    return registrations.add(event, somebody("Anna Nowak", "anna@x.example")).value.id


def test_work_goes_from_draft_to_approved(
    work: Submissions, clock: FixedClock, case: Assignment, anna: int, tmp_path: Path
) -> None:
    report = tmp_path / "report.docx"
    report.write_bytes(b"words")
    draft = work.keep_draft(case.id, anna, "So far", report).value
    assert (draft.status, draft.submitted_at) == (S.DRAFT, None)
    handed = work.hand_in(case.id, anna, "All of it").value
    assert (handed.id, handed.status, handed.submitted_at) == (draft.id, S.SUBMITTED, clock.at)
    assert (handed.body, handed.file_name) == ("All of it", "report.docx"), "the file stays"
    work.write_file(handed.id, tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == b"words"
    clock.move(days=1)
    marked = work.mark(handed.id, [30, 45], " Well done. ").value
    assert (marked.mark, marked.marks, marked.feedback) == (75, (30, 45), "Well done.")
    assert marked.graded_at == clock.at
    work.approve([marked.id])
    (only,) = work.attempts(case.id, anna)
    assert only.status is S.APPROVED


def test_a_revision_is_a_new_attempt_and_the_first_stays_as_it_was(
    work: Submissions, case: Assignment, anna: int
) -> None:
    first = work.hand_in(case.id, anna, "One").value
    asked = work.ask_revision(first.id, "Say why.").value
    assert (asked.status, asked.feedback) == (S.NEEDS_REVISION, "Say why.")
    second = work.hand_in(case.id, anna, "Two").value
    assert (second.attempt, second.id != first.id) == (2, True)
    assert work.attempts(case.id, anna)[0] == asked
    with pytest.raises(Conflict, match="later attempt"):
        work.mark(first.id, [40, 60])
    work.mark_and_approve(second.id, [40, 60])
    assert [each.status for each in work.attempts(case.id, anna)] == [S.NEEDS_REVISION, S.APPROVED]


def test_attempts_and_due_date_hold_unless_the_trainer_says_otherwise(
    work: Submissions, clock: FixedClock, case: Assignment, anna: int
) -> None:
    for text in ("One", "Two"):
        handed = work.hand_in(case.id, anna, text).value
        work.ask_revision(handed.id, "Again")
    with pytest.raises(NotAllowed, match="No attempt is left of 2"):
        work.hand_in(case.id, anna, "Three")
    assert len(work.attempts(case.id, anna)) == 2, "what was refused left nothing behind"
    work.ask_revision(work.hand_in(case.id, anna, "Three", extra=True).value.id, "Again")
    clock.at = STARTS
    clock.move(seconds=1)
    with pytest.raises(NotAllowed, match="due date"):
        work.hand_in(case.id, anna, "Four", extra=True)
    late = work.hand_in(case.id, anna, "Four", extra=True, late=True).value
    assert (late.attempt, late.submitted_at) == (4, clock.at)


def test_nothing_cannot_be_handed_in(work: Submissions, case: Assignment, anna: int) -> None:
    with pytest.raises(Invalid, match="neither a text nor a file"):
        work.hand_in(case.id, anna, "  ")
    assert work.attempts(case.id, anna) == []


def test_work_that_waits_for_a_mark_is_not_replaced(
    work: Submissions, case: Assignment, anna: int
) -> None:
    handed = work.hand_in(case.id, anna, "One").value
    with pytest.raises(NotAllowed, match="This work is handed in"):
        work.hand_in(case.id, anna, "Two")
    with pytest.raises(NotAllowed, match="handed in; it cannot be approved"):
        work.approve([handed.id])
    assert work.attempts(case.id, anna) == [handed]


def test_work_below_the_pass_mark_is_marked_but_not_approved(
    work: Submissions, case: Assignment, anna: int
) -> None:
    handed = work.hand_in(case.id, anna, "One").value
    with pytest.raises(NotAllowed, match="69 points are below the pass mark of 70"):
        work.mark_and_approve(handed.id, [9, 60])
    assert work.attempts(case.id, anna) == [handed], "all of it or nothing"
    work.mark(handed.id, [9, 60])
    with pytest.raises(NotAllowed):
        work.approve([handed.id])
    with pytest.raises(Invalid, match="“Plan” is worth 0 to 60"):
        work.mark(handed.id, [9, 61])


def test_marking_again_takes_an_approval_back_and_undo_brings_it_again(
    work: Submissions, history: History, case: Assignment, anna: int
) -> None:
    handed = work.hand_in(case.id, anna, "One").value
    work.mark_and_approve(handed.id, [40, 60])
    again = work.mark(handed.id, [0, 60])
    assert again.value.status is S.GRADED
    assert again.changes.entry is not None
    history.undo(again.changes.entry)
    assert work.attempts(case.id, anna)[0].status is S.APPROVED


def test_only_people_with_a_place_hand_something_in(
    work: Submissions,
    events: Events,
    registrations: Registrations,
    case: Assignment,
    anna: int,
) -> None:
    other = events.add(a_draft("Other")).value.id
    elsewhere = registrations.add(other, somebody("Ben")).value.id
    with pytest.raises(NotFound, match="is not on this event"):
        work.hand_in(case.id, elsewhere, "One")
    with pytest.raises(NotFound):
        work.hand_in(case.id, 99, "One")
    registrations.change_status([anna], RegistrationStatus.CANCELLED)
    with pytest.raises(NotAllowed, match="Anna Nowak has no place"):
        work.hand_in(case.id, anna, "One")


@pytest.fixture
def three(work: Submissions, registrations: Registrations, case: Assignment, anna: int) -> Three:
    """Anna was sent back and came again, Ben is marked, Cem did nothing."""
    ben = registrations.add(case.event_id, somebody("Ben Li", "ben@y.example")).value.id
    cem = registrations.add(case.event_id, somebody("Cem Öz")).value.id
    work.ask_revision(work.hand_in(case.id, anna, "One").value.id, "Again")
    work.hand_in(case.id, anna, "Two")
    work.mark(work.hand_in(case.id, ben, "Mine").value.id, [20, 20])
    return anna, ben, cem


def test_everybody_is_listed_once_with_their_last_attempt(
    work: Submissions, registrations: Registrations, case: Assignment, three: Three
) -> None:
    anna, ben, cem = three
    gone = registrations.add(case.event_id, somebody("Dan")).value.id
    registrations.change_status([gone], RegistrationStatus.CANCELLED)
    assert list(work.ids(case.id)) == [anna, ben, cem]
    found = work.listed(case.id, [anna, ben, cem, gone, 99])
    assert set(found) == {anna, ben, cem}
    last = {key: each.last for key, each in found.items()}
    assert last[anna] == work.attempts(case.id, anna)[-1]
    assert (found[ben].name, last[cem]) == ("Ben Li", None)
    assert list(work.ids(case.id, "y.example")) == [ben]
    assert list(work.ids(case.id, "oz")) == [cem]
    assert work.ids(case.id, sort="mark", descending=True)[0] == ben
    assert work.marked(case.id, [anna, ben, cem]) == [work.attempts(case.id, ben)[-1].id]
    for sort in ("status", "attempt", "submitted"):
        assert set(work.ids(case.id, sort=sort)) == {anna, ben, cem}


def test_the_counts_of_an_event_take_last_attempts_only(
    progress: LearningProgress, learning: Learning, case: Assignment, three: Three
) -> None:
    anna, ben, cem = three
    essay = learning.add_assignment(case.event_id, AssignmentDraft("Essay", required=True)).value
    assert progress.counts(case.event_id) == {case.id: {S.SUBMITTED: 1, S.GRADED: 1}}
    assert progress.on(case.event_id) == {
        anna: Progress(required=1, to_mark=1),
        ben: Progress(required=1),
        cem: Progress(required=1),
    }
    assert essay.id not in progress.counts(case.event_id)


def test_required_work_that_is_approved_is_counted(
    work: Submissions,
    progress: LearningProgress,
    learning: Learning,
    case: Assignment,
    three: Three,
) -> None:
    learning.change_assignment(case.id, replace(case.draft(), required=True))
    ben = three[1]
    last = work.attempts(case.id, ben)[-1]
    work.mark_and_approve(last.id, [40, 60])
    assert progress.on(case.event_id)[ben] == Progress(required=1, approved=1)


def test_the_next_module_opens_for_a_person_when_their_work_is_approved(
    work: Submissions,
    learning: Learning,
    clock: FixedClock,
    event: int,
    anna: int,
) -> None:
    registered, progress = clock.at, LearningProgress(learning.db)
    first = learning.add_module(event, ModuleDraft("First")).value.id
    second = learning.add_module(
        event, ModuleDraft("Second", release=Release.AFTER_MODULE, after_id=first)
    ).value.id
    task = AssignmentDraft("Case", module_id=first, required=True)
    key = learning.add_assignment(event, task).value.id
    learning.add_assignment(event, AssignmentDraft("Optional", module_id=first))
    assert [each.opens_at for each in progress.of(anna)] == [registered, None]
    clock.move(days=3)
    work.mark_and_approve(work.hand_in(key, anna, "Mine").value.id, [90])
    one, two = progress.of(anna)
    assert (one.required, one.approved) == (1, 1)
    assert (two.module_id, two.opens_at) == (second, clock.at)
    with pytest.raises(NotFound):
        progress.of(99)

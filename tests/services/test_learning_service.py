from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.assignments import AssignmentDraft, Criterion
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft, Release
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound, Unavailable
from cpd_desktop.services.learning import Learning
from cpd_desktop.services.learning_copy import copy_to
from cpd_desktop.services.submissions import Submissions
from cpd_desktop.store.files import ContentStore
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

AT = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
READ = PieceDraft(ContentKind.TEXT, "Read this", body="Every page.")


@pytest.fixture
def learning(db: Database, folder: DataFolder) -> Learning:
    return Learning(db, ContentStore(folder.files))


@pytest.fixture
def event(events: Events) -> int:
    return events.add(a_draft()).value.id


def waits_for(title: str, module: int) -> ModuleDraft:
    return ModuleDraft(title, release=Release.AFTER_MODULE, after_id=module)


def titles(learning: Learning, event: int) -> list[str]:
    return [each.title for each in learning.modules(event)]


def test_modules_keep_the_order_somebody_gave_them(learning: Learning, event: int) -> None:
    one, two, three = (learning.add_module(event, ModuleDraft(title)).value.id for title in "ABC")
    learning.move_module(three, 0)
    assert titles(learning, event) == ["C", "A", "B"]
    learning.move_module(three, 9)
    learning.move_module(one, -1)
    assert titles(learning, event) == ["A", "B", "C"]
    assert not learning.move_module(two, 1), "nothing was moved"


def test_a_module_is_edited_and_only_what_its_release_needs_is_kept(
    learning: Learning, event: int
) -> None:
    dated = ModuleDraft("  Wound   basics ", "Why", Release.ON_DATE, AT, release_days=4)
    made = learning.add_module(event, dated).value
    assert (made.title, made.release_at, made.release_days) == ("Wound basics", AT, None)
    later = replace(made.draft(), release=Release.AFTER_DAYS, release_days=7)
    changed = learning.change_module(made.id, later).value
    assert (changed.release_at, changed.release_days) == (None, 7)


def test_a_circle_of_waiting_modules_is_refused(learning: Learning, event: int) -> None:
    first = learning.add_module(event, ModuleDraft("First")).value
    second = learning.add_module(event, waits_for("Second", first.id)).value
    with pytest.raises(Invalid, match="“First” would wait for itself"):
        learning.change_module(first.id, waits_for("First", second.id))
    with pytest.raises(Invalid):
        learning.change_module(first.id, waits_for("First", first.id))
    assert learning.modules(event)[0] == first


def test_a_module_cannot_wait_for_one_of_another_event(
    learning: Learning, events: Events, event: int
) -> None:
    other = events.add(a_draft("Other")).value.id
    elsewhere = learning.add_module(other, ModuleDraft("Elsewhere")).value.id
    with pytest.raises(Invalid):
        learning.add_module(event, waits_for("Here", elsewhere))


def test_a_module_others_wait_for_is_removed_only_if_they_may_take_over(
    learning: Learning, history: History, event: int
) -> None:
    dated = ModuleDraft("First", release=Release.ON_DATE, release_at=AT)
    first = learning.add_module(event, dated).value.id
    learning.add_piece(first, READ)
    task = learning.add_assignment(event, AssignmentDraft("Case", module_id=first)).value.id
    second = learning.add_module(event, waits_for("Second", first)).value.id
    learning.add_module(event, waits_for("Third", second))
    before = learning.modules(event)
    with pytest.raises(Conflict, match="“First” is waited for by 1 module"):
        learning.remove_module(first)
    assert learning.modules(event) == before

    removed = learning.remove_module(first, open_waiting=True)
    left = learning.modules(event)
    assert [(each.title, each.release, each.release_at) for each in left] == [
        ("Second", Release.ON_DATE, AT),
        ("Third", Release.AFTER_MODULE, None),
    ]
    assert learning.assignment(task).module_id is None, "what people do there is kept"
    assert removed.entry is not None
    history.undo(removed.entry)
    assert learning.modules(event) == before
    assert learning.assignment(task).module_id == first


def test_every_kind_of_content_is_kept_in_order(
    learning: Learning, event: int, tmp_path: Path
) -> None:
    module = learning.add_module(event, ModuleDraft("M")).value.id
    sheet = tmp_path / "Übersicht 1.pdf"
    sheet.write_bytes(b"%PDF wounds")
    document = PieceDraft(ContentKind.DOCUMENT, "Handout", file_name=sheet.name)
    kept = learning.add_piece(module, document, sheet).value
    video = PieceDraft(ContentKind.VIDEO, "Film", link="https://v.example/1", file_name="x")
    film = learning.add_piece(module, video).value
    learning.add_piece(module, READ)
    assert kept.sha256 is not None
    assert learning.files.get(kept.sha256) == b"%PDF wounds"
    assert (kept.file_name, film.file_name) == ("Übersicht 1.pdf", "")
    learning.move_piece(film.id, 0)
    (found,) = learning.modules(event)
    assert [each.title for each in found.pieces] == ["Film", "Handout", "Read this"]
    learning.remove_piece(film.id)
    assert [each.title for each in learning.modules(event)[0].pieces] == ["Handout", "Read this"]


def test_a_document_keeps_its_file_when_only_its_title_changes(
    learning: Learning, event: int, tmp_path: Path
) -> None:
    module = learning.add_module(event, ModuleDraft("M")).value.id
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    draft = PieceDraft(ContentKind.DOCUMENT, "Handout", file_name="1.txt")
    made = learning.add_piece(module, draft, first).value
    renamed = learning.change_piece(made.id, replace(draft, title="Sheet")).value
    assert (renamed.title, renamed.sha256) == ("Sheet", made.sha256)
    newer = replace(draft, file_name="2.txt")
    replaced = learning.change_piece(made.id, newer, second).value
    assert replaced.sha256 is not None
    assert learning.files.get(replaced.sha256) == b"two"
    text = learning.change_piece(made.id, READ).value
    assert (text.sha256, text.file_name) == (None, "")
    with pytest.raises(Invalid, match="No file is chosen"):
        learning.change_piece(made.id, draft)


def test_a_document_without_its_file_is_refused(
    learning: Learning, event: int, tmp_path: Path
) -> None:
    module = learning.add_module(event, ModuleDraft("M")).value.id
    draft = PieceDraft(ContentKind.DOCUMENT, "Handout", file_name="a.pdf")
    with pytest.raises(Invalid, match="No file is chosen"):
        learning.add_piece(module, draft)
    with pytest.raises(Unavailable, match=r"a\.pdf could not be read"):
        learning.add_piece(module, draft, tmp_path / "a.pdf")
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate((100 << 20) + 1)
    with pytest.raises(Invalid, match="larger than 100 MB"):
        learning.add_piece(module, draft, tmp_path / "a.pdf")
    assert learning.modules(event)[0].pieces == ()


def test_several_files_are_added_in_one_step_or_none(
    learning: Learning, history: History, event: int, tmp_path: Path
) -> None:
    module = learning.add_module(event, ModuleDraft("M")).value.id
    paths = [tmp_path / name for name in ("b.pdf", "a.pdf")]
    paths[0].write_bytes(b"b")
    with pytest.raises(Unavailable):
        learning.add_documents(module, paths)
    assert learning.modules(event)[0].pieces == ()
    paths[1].write_bytes(b"a")
    added = learning.add_documents(module, paths)
    assert [each.title for each in learning.modules(event)[0].pieces] == ["b", "a"]
    assert added.entry is not None
    history.undo(added.entry)
    assert learning.modules(event)[0].pieces == ()


def test_content_can_go_to_another_module_but_not_to_another_event(
    learning: Learning, events: Events, event: int
) -> None:
    one, two = (learning.add_module(event, ModuleDraft(title)).value.id for title in "AB")
    piece = learning.add_piece(one, READ).value.id
    learning.add_piece(two, replace(READ, title="There before"))
    learning.move_piece(piece, 0, two)
    pieces = [[each.title for each in module.pieces] for module in learning.modules(event)]
    assert pieces == [[], ["Read this", "There before"]]
    other = events.add(a_draft("Other")).value.id
    elsewhere = learning.add_module(other, ModuleDraft("Elsewhere")).value.id
    with pytest.raises(Invalid):
        learning.move_piece(piece, 0, elsewhere)


def test_assignments_keep_their_order_rubric_and_points(learning: Learning, event: int) -> None:
    rubric = (Criterion("Assessment", 30), Criterion(" Plan ", 20))
    draft = AssignmentDraft(" Case ", due_at=AT, points=1, pass_mark=40, rubric=rubric)
    made = learning.add_assignment(event, draft).value
    assert (made.title, made.points, made.rubric[1]) == ("Case", 50, Criterion("Plan", 20))
    other = learning.add_assignment(event, AssignmentDraft("Essay")).value.id
    learning.move_assignment(other, 0)
    assert [each.title for each in learning.assignments(event)] == ["Essay", "Case"]
    learning.change_assignment(made.id, replace(made.draft(), required=True))
    assert learning.assignment(made.id) == replace(made, required=True)
    learning.remove_assignment(other)
    assert [each.title for each in learning.assignments(event)] == ["Case"]


def test_an_assignment_belongs_to_a_module_of_its_own_event(
    learning: Learning, events: Events, event: int
) -> None:
    other = events.add(a_draft("Other")).value.id
    elsewhere = learning.add_module(other, ModuleDraft("Elsewhere")).value.id
    with pytest.raises(Invalid) as refused:
        learning.add_assignment(event, AssignmentDraft("Case", module_id=elsewhere))
    assert "module_id" in refused.value.problems


def test_an_assignment_with_work_stays_and_with_marks_keeps_its_points(
    learning: Learning, registrations: Registrations, clock: FixedClock, event: int
) -> None:
    anna = registrations.add(event, somebody("Anna")).value.id
    task = learning.add_assignment(event, AssignmentDraft("Case")).value
    work = Submissions(learning.db, learning.files, clock)
    handed = work.hand_in(task.id, anna, "My case").value
    with pytest.raises(Conflict, match="“Case” cannot be removed: it has 1 submission"):
        learning.remove_assignment(task.id)
    learning.change_assignment(task.id, replace(task.draft(), points=50, pass_mark=25))
    work.mark(handed.id, [30])
    with pytest.raises(Conflict, match="keeps its points"):
        learning.change_assignment(task.id, replace(task.draft(), points=20, pass_mark=10))
    eased = replace(task.draft(), title="Case study", points=50, pass_mark=10)
    assert learning.change_assignment(task.id, eased).value.pass_mark == 10


def test_what_is_gone_is_said_to_be_gone(learning: Learning) -> None:
    draft, task = ModuleDraft("M"), AssignmentDraft("A")
    with pytest.raises(NotFound, match="no event 9"):
        learning.modules(9)
    with pytest.raises(NotFound, match="no event 9"):
        learning.add_module(9, draft)
    with pytest.raises(NotFound, match="no module 9"):
        learning.change_module(9, draft)
    with pytest.raises(NotFound, match="no content 9"):
        learning.remove_piece(9)
    with pytest.raises(NotFound, match="no assignment 9"):
        learning.change_assignment(9, task)


def test_a_copy_has_all_content_and_nobodys_work(
    learning: Learning,
    events: Events,
    registrations: Registrations,
    clock: FixedClock,
    event: int,
) -> None:
    dated = ModuleDraft("Dated", release=Release.ON_DATE, release_at=AT)
    root = learning.add_module(event, dated).value.id
    after = learning.add_module(event, waits_for("After", root)).value.id
    learning.move_module(after, 0)  # what is waited for can come later in the list
    sheet = learning.files.path.parent / "a.pdf"
    sheet.write_bytes(b"a")
    learning.add_documents(root, [sheet])
    learning.add_piece(after, READ)
    inside = AssignmentDraft("Case", module_id=after, due_at=AT, rubric=(Criterion("All", 90),))
    task = learning.add_assignment(event, inside).value
    learning.add_assignment(event, AssignmentDraft("Essay", required=True))
    anna = registrations.add(event, somebody("Anna")).value.id
    Submissions(learning.db, learning.files, clock).hand_in(task.id, anna, "Mine")
    other = events.add(a_draft("Again")).value.id

    with learning.db.writing("event.duplicate") as tx:
        copy_to(tx, event, other, timedelta(days=7))

    first, second = learning.modules(other)
    assert [(each.title, each.release) for each in (first, second)] == [
        ("After", Release.AFTER_MODULE),
        ("Dated", Release.ON_DATE),
    ]
    assert (first.after_id, second.release_at) == (second.id, AT + timedelta(days=7))
    assert [each.draft() for each in first.pieces] == [READ]
    assert second.pieces[0].sha256 == learning.modules(event)[1].pieces[0].sha256
    case, essay = learning.assignments(other)
    assert (case.module_id, case.due_at) == (first.id, AT + timedelta(days=7))
    assert case.draft() == replace(inside, module_id=first.id, due_at=case.due_at, points=90)
    assert (essay.module_id, essay.required) == (None, True)
    learning.remove_assignment(case.id)


def test_a_copy_moves_dates_by_a_rule_too_and_may_be_empty(
    learning: Learning, events: Events, event: int
) -> None:
    other = events.add(a_draft("Again")).value.id
    with learning.db.writing("event.duplicate") as tx:
        copy_to(tx, event, other, timedelta())
    assert learning.modules(other) == []
    learning.add_module(event, ModuleDraft("D", release=Release.ON_DATE, release_at=AT))
    with learning.db.writing("event.duplicate") as tx:
        copy_to(tx, event, other, lambda at: at.replace(year=2027))
    assert learning.modules(other)[0].release_at == AT.replace(year=2027)


def test_modules_in_a_circle_are_copied_and_open_at_once(
    learning: Learning, events: Events, history: History, event: int
) -> None:
    one = learning.add_module(event, ModuleDraft("One")).value.id
    two = learning.add_module(event, ModuleDraft("Two")).value.id
    entry = learning.change_module(one, waits_for("One", two)).changes.entry
    assert entry is not None
    undone = history.undo(entry).entry
    assert undone is not None
    learning.change_module(two, waits_for("Two", one))
    history.undo(undone)  # each was good by itself
    other = events.add(a_draft("Again")).value.id
    with learning.db.writing("event.duplicate") as tx:
        copy_to(tx, event, other, timedelta())
    copies = learning.modules(other)
    assert sorted(each.release for each in copies) == [Release.AFTER_MODULE, Release.AT_ONCE]

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as generated
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Conflict, Damaged, NotAllowed, NotFound
from cpd_desktop.services.work import Cancelled, Progress, Work
from tests.drafts import a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder


def entry(changes: Changes) -> int:
    assert changes.entry is not None
    return changes.entry


def test_an_added_event_is_taken_back_and_added_again(events: Events, history: History) -> None:
    done = events.add(a_draft())
    undone = history.undo(entry(done.changes))
    with pytest.raises(NotFound):
        events.get(done.value.id)
    history.undo(entry(undone))
    assert events.get(done.value.id) == done.value


def test_an_edit_is_taken_back_whole(events: Events, history: History) -> None:
    before = events.add(a_draft("T", a_session("One"), a_session("Two"))).value
    changed = events.change(before.id, a_draft("Other", a_session("New")))
    history.undo(entry(changed.changes))
    assert events.get(before.id) == before


def test_a_bulk_change_is_one_step_back(events: Events, history: History) -> None:
    ids = [events.add(a_draft(f"T{number}")).value.id for number in range(3)]
    history.undo(entry(events.trash(ids)))
    assert list(events.ids()) == ids


def test_what_was_changed_since_is_not_overwritten(events: Events, history: History) -> None:
    event = events.add(a_draft("One")).value
    second = events.change(event.id, replace(event.draft(), title="Two"))
    events.change(event.id, replace(event.draft(), title="Three"))
    with pytest.raises(Conflict, match="changed again since"):
        history.undo(entry(second.changes))
    assert events.get(event.id).title == "Three"


def test_a_change_elsewhere_in_the_same_event_does_not_hinder(
    events: Events, history: History
) -> None:
    event = events.add(a_draft("One")).value
    renamed = events.change(event.id, replace(event.draft(), title="Two"))
    events.change(event.id, replace(renamed.value.draft(), capacity=9))
    history.undo(entry(renamed.changes))
    found = events.get(event.id)
    assert (found.title, found.capacity) == ("One", 9)


def test_an_event_with_people_is_not_taken_back_under_them(
    events: Events, registrations: Registrations, history: History
) -> None:
    done = events.add(a_draft())
    registrations.add(done.value.id, somebody("Zoë"))
    with pytest.raises(Conflict):
        history.undo(entry(done.changes))
    assert len(registrations.on(done.value.id)) == 1


def test_undoing_twice_is_refused(events: Events, history: History) -> None:
    done = events.add(a_draft())
    history.undo(entry(done.changes))
    with pytest.raises(Conflict):
        history.undo(entry(done.changes))


def test_erased_details_cannot_be_undone(
    events: Events, history: History, folder: DataFolder
) -> None:
    done = events.add(a_draft())
    with closing(sqlite3.connect(folder.database)) as raw:
        raw.execute("UPDATE journal SET details = NULL, salt = NULL")
        raw.commit()
    with pytest.raises(NotAllowed, match="erased"):
        history.undo(entry(done.changes))
    assert history.verify(Work()) == 1


def test_there_is_nothing_before_the_first_entry(history: History) -> None:
    assert history.latest() == 0
    with pytest.raises(NotFound):
        history.undo(1)


def test_tampering_behind_our_back_is_found(
    events: Events, history: History, folder: DataFolder
) -> None:
    for number in range(3):
        events.add(a_draft(f"T{number}"))
    with closing(sqlite3.connect(folder.database)) as raw:
        raw.execute("DROP TRIGGER journal_is_not_changed")
        raw.execute("UPDATE journal SET who = 'eve' WHERE id = 2")
        raw.commit()
    with pytest.raises(Damaged, match="entry 2"):
        history.verify(Work())


def stopping_at(report: int) -> Work:
    def listener(progress: Progress) -> None:
        if progress.done == report - 1:
            work.cancel()

    work = Work(listener, every=0)
    return work


def test_checking_the_trail_can_be_stopped_at_every_entry(events: Events, history: History) -> None:
    for number in range(4):
        events.add(a_draft(f"T{number}"))
    for stop_at in range(1, 6):
        work = stopping_at(stop_at)
        if stop_at < 5:
            with pytest.raises(Cancelled):
                history.verify(work)
        else:
            assert history.verify(work) == 4


def test_what_another_program_changed_is_told(events: Events, history: History) -> None:
    seen = history.latest()
    first, second = events.add(a_draft("A")).value, events.add(a_draft("B")).value
    changes = history.changes_since(seen)
    assert changes.touched["event"] == {first.id, second.id}
    assert changes.entry == history.latest()
    assert not history.changes_since(history.latest())


def test_entries_about_one_event_are_listed_newest_first(events: Events, history: History) -> None:
    event = events.add(a_draft("A")).value
    events.add(a_draft("B"))
    events.change(event.id, a_draft("C"))
    deeds = [each.deed for each in history.entries(about=("event", event.id))]
    assert deeds == ["event.change", "event.add"]


def rows_of_people(db: Database) -> list[object]:
    with db.reading() as connection:
        return [
            *connection.exec_driver_sql("SELECT * FROM person ORDER BY id"),
            *connection.exec_driver_sql("SELECT * FROM registration ORDER BY id"),
        ]


@pytest.fixture
def crowd(events: Events, registrations: Registrations) -> int:
    """Register more people than are written down at once, and return the entry."""
    event = events.add(a_draft()).value.id
    people = [somebody(f"P{number}") for number in range(2345)]
    return entry(registrations.add_all(event, people).changes)


def behind_our_back(db: Database, statement: str) -> None:
    with closing(sqlite3.connect(db.path)) as raw:
        raw.execute(statement)
        raw.commit()


@pytest.mark.parametrize(
    "since",
    [
        "UPDATE person SET phone = '1' WHERE id = {key}",
        "DELETE FROM registration WHERE person_id = {key}",
        "INSERT INTO licence (person_id, number) VALUES ({key}, '7')",
    ],
)
@pytest.mark.parametrize("key", [1, 1500, 2345])
def test_many_are_not_taken_back_if_one_of_them_was_changed_since(
    since: str, key: int, crowd: int, history: History, db: Database
) -> None:
    behind_our_back(db, since.format(key=key))
    before = rows_of_people(db)
    with pytest.raises(Conflict):
        history.undo(crowd)
    assert rows_of_people(db) == before


def test_many_are_not_brought_back_over_others(crowd: int, history: History, db: Database) -> None:
    before = rows_of_people(db)
    undone = history.undo(crowd)
    assert rows_of_people(db) == []
    other = "INSERT INTO person (id, name, sought, added_at) VALUES (1200, 'X', 'x', '2026')"
    behind_our_back(db, other)
    with pytest.raises(Conflict):
        history.undo(entry(undone))
    behind_our_back(db, "DELETE FROM person")
    history.undo(entry(undone))
    assert rows_of_people(db) == before


@generated(
    steps=st.lists(
        st.tuples(st.sampled_from(["add", "change", "trash", "restore"]), st.integers(0, 3)),
        min_size=1,
        max_size=8,
    )
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
def test_undoing_everything_in_turn_leads_back_to_the_start(
    steps: list[tuple[str, int]], events: Events, history: History, db: Database
) -> None:
    def state() -> list[object]:
        with db.reading() as connection:
            return [
                *connection.exec_driver_sql("SELECT * FROM event ORDER BY id"),
                *connection.exec_driver_sql("SELECT * FROM session ORDER BY id"),
            ]

    begin, made, states = state(), [], []
    for what, which in steps:
        ids = [*events.ids(), *events.ids(trashed=True)]
        before = state()
        changes: Changes | None = None
        if what == "add" or not ids:
            changes = events.add(a_draft(f"T{which}")).changes
        elif what == "change":
            changes = events.change(
                ids[which % len(ids)], a_draft(f"C{which}", a_session())
            ).changes
        elif what == "trash":
            changes = events.trash([ids[which % len(ids)]])
        else:
            changes = events.restore([ids[which % len(ids)]])
        if changes:
            made.append(changes)
            states.append(before)
    for changes, before in zip(reversed(made), reversed(states), strict=True):
        history.undo(entry(changes))
        assert state() == before
    assert state() == begin
    assert history.verify(Work()) == history.latest()

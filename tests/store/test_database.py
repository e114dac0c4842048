from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, select

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.store.tables import event, journal, session
from tests.drafts import STARTS

if TYPE_CHECKING:
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder


def an_event(**values: Any) -> dict[str, Any]:
    return {
        "title": "T", "zone": "UTC", "status": "draft", "sought": "t", "added_at": STARTS,
    } | values  # fmt: skip


def titles(db: Database) -> list[str]:
    with db.reading() as connection:
        return list(connection.execute(select(event.c.title).order_by(event.c.id)).scalars())


def test_a_use_case_that_fails_leaves_nothing_behind(db: Database) -> None:
    with pytest.raises(RuntimeError, match="in the middle"), db.writing("x") as tx:
        tx.insert(event, **an_event())
        raise RuntimeError("in the middle")
    assert titles(db) == []
    with db.reading() as connection:
        assert connection.execute(select(journal)).all() == []


def test_an_entry_says_who_did_what_and_when(db: Database) -> None:
    with db.writing("event.add") as tx:
        number = tx.insert(event, **an_event())
    with db.reading() as connection:
        row = connection.execute(select(journal)).one()
    assert (row.at, row.who, row.deed) == ("2026-11-21T09:00:00Z", "anna (test)", "event.add")
    assert (row.kind, row.subject, row.undoes) == ("event", number, None)
    assert tx.changes.entry == row.id
    assert tx.changes.touches("event", number)


def test_a_change_that_changes_nothing_leaves_no_entry(db: Database) -> None:
    with db.writing("event.add") as tx:
        number = tx.insert(event, **an_event())
    with db.writing("event.change") as tx:
        tx.update(event, number, title="T")
    assert not tx.changes
    with db.reading() as connection:
        assert len(connection.execute(select(journal)).all()) == 1


def test_a_number_is_never_given_twice(db: Database) -> None:
    with db.writing("event.add") as tx:
        first = tx.insert(event, **an_event())
    with db.writing("event.remove") as tx:
        tx.delete(event, first)
    with db.writing("event.add") as tx:
        assert tx.insert(event, **an_event()) == first + 1


def test_changing_what_is_not_there_is_a_mistake(db: Database) -> None:
    with pytest.raises(LookupError), db.writing("x") as tx:
        tx.update(event, 99, title="x")


@pytest.mark.parametrize(
    "values",
    [{"title": "  "}, {"status": "lost"}, {"capacity": 0}, {"capacity": "many"}, {"title": None}],
)
def test_a_wrong_event_cannot_be_kept_whatever_the_code_does(
    db: Database, values: dict[str, Any]
) -> None:
    with pytest.raises(Conflict), db.writing("x") as tx:
        tx.insert(event, **an_event(**values))


def test_a_session_ends_after_it_starts_and_belongs_to_an_event(db: Database) -> None:
    with db.writing("x") as tx:
        number = tx.insert(event, **an_event())
    times = {"title": "S", "starts_at": STARTS}
    with pytest.raises(Conflict), db.writing("x") as tx:
        tx.insert(session, event_id=number, ends_at=STARTS, **times)
    with pytest.raises(Conflict), db.writing("x") as tx:
        tx.insert(session, event_id=99, ends_at=STARTS.replace(hour=15), **times)


def test_a_time_without_a_zone_is_never_written(db: Database) -> None:
    with pytest.raises(Exception, match="a moment needs a zone"), db.writing("x") as tx:
        tx.insert(event, **an_event(added_at=STARTS.replace(tzinfo=None)))


def test_a_reader_sees_one_state_while_another_writes(db: Database) -> None:
    with db.reading() as connection:
        before = connection.execute(select(event.c.id)).all()
        with db.writing("x") as tx:
            tx.insert(event, **an_event())
        assert connection.execute(select(event.c.id)).all() == before
    assert titles(db) == ["T"]


def test_writers_wait_for_each_other_and_none_is_lost(db: Database) -> None:
    def write(name: str) -> None:
        for _ in range(20):
            with db.writing("x") as tx:
                tx.insert(event, **an_event(title=name))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(titles(db)) == ["a"] * 20 + ["b"] * 20 + ["c"] * 20


def test_the_journal_cannot_be_rewritten_even_by_hand(db: Database, folder: DataFolder) -> None:
    with db.writing("x") as tx:
        tx.insert(event, **an_event())
    with closing(sqlite3.connect(folder.database)) as raw:
        for statement in (
            "DELETE FROM journal",
            "UPDATE journal SET who = 'eve'",
            "UPDATE journal SET details = '[]'",
            "UPDATE journal SET details = NULL, salt = NULL, deed = 'y'",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                raw.execute(statement)
        raw.execute("UPDATE journal SET details = NULL, salt = NULL")


def test_a_power_cut_after_saving_loses_nothing(db: Database) -> None:
    with db.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_plain_statement_is_not_noted(db: Database) -> None:
    with db.writing("x") as tx:
        tx.execute(insert(event).values(an_event()))
    assert not tx.changes

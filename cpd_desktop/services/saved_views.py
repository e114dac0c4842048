"""Filters that somebody gave a name, to come back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.people import tidy
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import saved_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.store.database import Database, Transaction

NAME_LIMIT = 60

NO_NAME = Sentence("views", "Give the view a name.")
LONG_NAME = Sentence("views", "The name is longer than {limit} characters.")
NAME_TAKEN = Sentence("views", "There is a view called “{name}” already.")
NO_VIEW = Sentence("views", "There is no view {view}.")


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter of a page under its name."""

    id: int
    name: str
    filter: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SavedViews:
    """What can be done with views."""

    db: Database

    def on(self, page: str) -> list[SavedView]:
        """Return the views of a page, in the order they were made."""
        of = saved_view.c
        statement = select(of.id, of.name, of.filter).where(of.page == page).order_by(of.id)
        with self.db.reading() as connection:
            return [SavedView(*row) for row in connection.execute(statement)]

    def add(self, page: str, name: str, chosen: Mapping[str, Any]) -> Done[SavedView]:
        """Keep a filter; raises ``Invalid`` without a name and ``Conflict`` if it is taken."""
        name = _named(name)
        with self.db.writing("view.add") as tx:
            _require_free(tx, page, name)
            key = tx.insert(saved_view, page=page, name=name, filter=dict(chosen))
        return tx.done(SavedView(key, name, chosen))

    def change(self, view_id: int, chosen: Mapping[str, Any]) -> Changes:
        """Keep another filter under the same name; raises ``NotFound``."""
        with self.db.writing("view.change", about=("saved_view", view_id)) as tx:
            _page_of(tx, view_id)
            tx.update(saved_view, view_id, filter=dict(chosen))
        return tx.changes

    def rename(self, view_id: int, name: str) -> Changes:
        """Give a view another name; raises ``Invalid``, ``Conflict`` and ``NotFound``."""
        name = _named(name)
        with self.db.writing("view.rename", about=("saved_view", view_id)) as tx:
            _require_free(tx, _page_of(tx, view_id), name, but=view_id)
            tx.update(saved_view, view_id, name=name)
        return tx.changes

    def remove(self, view_id: int) -> Changes:
        """Remove a view, and nothing it shows; raises ``NotFound``."""
        with self.db.writing("view.remove", about=("saved_view", view_id)) as tx:
            _page_of(tx, view_id)
            tx.delete(saved_view, view_id)
        return tx.changes


def _named(name: str) -> str:
    name = tidy(name)
    if not name:
        raise Invalid({"name": NO_NAME})
    if len(name) > NAME_LIMIT:
        raise Invalid({"name": LONG_NAME.filled(limit=NAME_LIMIT)})
    return name


def _page_of(tx: Transaction, view_id: int) -> str:
    row = tx.execute(select(saved_view.c.page).where(saved_view.c.id == view_id)).first()
    if row is None:
        raise NotFound(NO_VIEW.filled(view=view_id))
    return str(row.page)


def _require_free(tx: Transaction, page: str, name: str, but: int = 0) -> None:
    of = saved_view.c
    taken = select(of.id).where(of.page == page, of.name == name, of.id != but)
    if tx.execute(taken).first():
        raise Conflict(NAME_TAKEN.filled(name=name))

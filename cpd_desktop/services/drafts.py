"""What lies unfinished in an editor, so that neither a crash nor a closed window loses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from cpd_desktop.store.tables import draft

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database


class Unfinished(NamedTuple):
    """What was typed and never became part of the record, and when."""

    content: dict[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Drafts:
    """Keeps one draft for each editor, named such as ``event:5``.

    A draft is no deed: it leaves no trace in the journal, and there is nothing to undo.
    """

    db: Database
    clock: Clock

    def keep(self, editor: str, content: dict[str, Any]) -> None:
        """Keep what the editor holds instead of what it held before."""
        values = {"content": content, "at": self.clock.now()}
        statement = insert(draft).values(editor=editor, **values)
        with self.db.writing("draft.keep") as tx:
            tx.execute(statement.on_conflict_do_update(index_elements=["editor"], set_=values))

    def drop(self, editor: str) -> None:
        """Forget what the editor held."""
        with self.db.writing("draft.drop") as tx:
            tx.execute(draft.delete().where(draft.c.editor == editor))

    def of(self, editor: str) -> Unfinished | None:
        """Return what the editor held when it was left, if anything."""
        with self.db.reading() as connection:
            row = connection.execute(select(draft).where(draft.c.editor == editor)).first()
        return Unfinished(row.content, row.at) if row else None

"""Reading and keeping settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from cpd_desktop.domain import settings
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.store.tables import setting

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.settings.section import S
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.store.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings, a section at a time."""

    db: Database

    def get(self, section: type[S]) -> S:
        """Return a section; what was never set is its default."""
        return self.examined(section)[0]

    def examined(self, section: type[S]) -> tuple[S, list[Sentence]]:
        """Return a section together with what had to be reset in it."""
        with self.db.reading() as connection:
            return self.read(connection, section)

    def read(self, reader: Connection | Transaction, section: type[S]) -> tuple[S, list[Sentence]]:
        """Return the same as a part of another use case."""
        kept = reader.execute(_KEPT, {"section": section.name}).first()
        return settings.read(section, kept.version, kept.content) if kept else (section(), [])

    def notices(self) -> list[Sentence]:
        """Return what had to be reset, over all sections."""
        return [notice for each in settings.SECTIONS for notice in self.examined(each)[1]]

    def put(self, section: settings.Section) -> Changes:
        """Keep a section; raises ``Invalid`` if a value cannot be."""
        with self.db.writing("settings.change") as tx:
            self.write(tx, section)
        return tx.changes

    def write(self, tx: Transaction, section: settings.Section) -> None:
        """Keep a section as a part of another use case; raises ``Invalid``."""
        if problems := section.problems():
            raise Invalid(problems)
        values = {"version": section.version, "content": section.content()}
        kept = tx.execute(select(setting.c.id).where(setting.c.section == section.name)).first()
        if kept:
            tx.update(setting, kept.id, **values)
        else:
            tx.insert(setting, section=section.name, **values)


# Made once: it is read with every message that goes out.
_KEPT = select(setting).where(setting.c.section == bindparam("section"))

"""What the application keeps for itself: settings, drafts, views, numbers and the journal."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from cpd_desktop.store.tables.columns import Moment, listed, metadata, table

setting = table(
    "setting",
    Column("section", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),
)

# What lies in an editor that was not closed with OK.
draft = table(
    "draft",
    Column("editor", Text, nullable=False, unique=True),
    listed("content", "{}"),
    Column("at", Moment, nullable=False),
)

saved_view = table(
    "saved_view",
    Column("page", Text, nullable=False),
    Column("name", Text, CheckConstraint("trim(name) <> ''"), nullable=False),
    listed("filter", "{}"),
    UniqueConstraint("page", "name", name="one_view_each"),
)

# The last number given in each run of numbers.
numbering = table(
    "numbering",
    Column("run", Text, nullable=False, unique=True),
    Column("last", Integer, CheckConstraint("last >= 0"), nullable=False),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("kind", Text),
    Column("subject", Integer),
    Column("undoes", Integer, ForeignKey("journal.id")),
    Column("details", Text),
    Column("salt", Text),
    Column("details_hash", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    CheckConstraint("(details IS NULL) = (salt IS NULL)", name="erased_with_its_salt"),
    sqlite_strict=True,
)
Index("journal_subject", journal.c.kind, journal.c.subject)

# The details of deeds that changed very many rows, piece by piece; the entry holds their hashes.
journal_part = Table(
    "journal_part",
    metadata,
    Column("entry", Integer, ForeignKey("journal.id", deferrable=True, initially="DEFERRED"),
           primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("details", Text),
    Column("salt", Text),
    CheckConstraint("(details IS NULL) = (salt IS NULL)", name="erased_with_its_salt"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)  # fmt: skip

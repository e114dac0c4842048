"""Issuers of certificates: one's own, and those that somebody knows."""

from __future__ import annotations

from sqlalchemy import Column, Index, Text, text

from cpd_desktop.store.tables.columns import Moment, table, words, yes_or_no

issuer = table(
    "issuer",
    Column("card", Text, nullable=False),
    words("status_list"),
    yes_or_no("is_own"),
    Column("backed_up_at", Moment),
    Column("added_at", Moment, nullable=False),
)
Index("one_own_issuer", issuer.c.is_own, unique=True, sqlite_where=text("is_own = 1"))

"""Where the audit trail tells of one person or of certificates, so that it can forget them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from cpd_desktop.store.tables import journal, journal_part, metadata, person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Transaction

# A row with such a column belongs to the person, or to a place of theirs.
_OWNERS = {"person_id": "person", "registration_id": "registration"}
# What people type or drop may name somebody without belonging to them.
_FREE_TEXT = frozenset({"draft", "party", "saved_view", "source_file"})


@dataclass(slots=True)
class Trail:
    """The entries, and the parts of long ones, that tell of what is to be forgotten."""

    entries: list[int] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)

    @property
    def deeds(self) -> int:
        """Return how many deeds can no longer be taken back once it is forgotten."""
        return len({*self.entries, *(entry for entry, _ in self.parts)})

    def forget(self, tx: Transaction) -> None:
        """Erase the details; the chain of hashes stays whole without them."""
        nothing = {"details": None, "salt": None}
        for entry in self.entries:
            tx.execute(update(journal).where(journal.c.id == entry).values(nothing))
        for entry, number in self.parts:
            mine = (journal_part.c.entry == entry, journal_part.c.number == number)
            tx.execute(update(journal_part).where(*mine).values(nothing))


def trail_of(
    reader: Connection | Transaction, person_id: int, texts: Iterable[str], work: Work
) -> Trail:
    """Return where the trail tells of a person, or of entries that were merged into theirs."""
    rows = _rows_now(reader, person_id, _merged_into(reader, person_id))
    return trail_of_rows(reader, rows, work, tuple(texts))


def trail_of_rows(
    reader: Connection | Transaction,
    rows: dict[str, set[int]],
    work: Work,
    texts: tuple[str, ...] = (),
) -> Trail:
    """Return where the trail tells of these rows, and of what belonged to them."""
    told, found = _Told(defaultdict(set, rows), texts), Trail()
    last = select(journal.c.id).order_by(journal.c.id.desc()).limit(1)
    total = reader.execute(last).scalar() or 0
    for entry, number, details in work.each(_details(reader), total):
        if details is None or not told.of(details):
            continue
        if number is None:
            found.entries.append(entry)
        else:
            found.parts.append((entry, number))
    return found


class _Told:
    """Says of details, read in order, whether they tell of the person."""

    def __init__(self, rows: dict[str, set[int]], texts: tuple[str, ...]) -> None:
        self._rows = rows
        self._texts = texts

    def of(self, details: str) -> bool:
        items = json.loads(details)
        if isinstance(items, dict):  # it only names its parts, which come next
            return False
        # Each of them, even after the first that does: it may lead to more rows.
        told = [self._row(*each) if isinstance(each, list) else self._added(each) for each in items]
        return True in told

    def _row(self, kind: str, key: int, *images: dict[str, Any] | None) -> bool:
        theirs = key in self._rows[kind]
        for image in filter(None, images):
            if any(image.get(name) in self._rows[of] for name, of in _OWNERS.items()):
                theirs = True
        if theirs:
            self._rows[kind].add(key)
        return theirs or (kind in _FREE_TEXT and self._named(images))

    def _added(self, added: dict[str, Any]) -> bool:
        kind, columns, rows = added["kind"], added["columns"], added["rows"]
        owners = [(columns.index(name), of) for name, of in _OWNERS.items() if name in columns]
        theirs = [
            row[0]
            for row in rows
            if row[0] in self._rows[kind] or any(row[at] in self._rows[of] for at, of in owners)
        ]
        self._rows[kind].update(theirs)
        return bool(theirs) or (kind in _FREE_TEXT and self._named(rows))

    def _named(self, content: Any) -> bool:
        written = json.dumps(content, ensure_ascii=False).casefold()
        return any(text.casefold() in written for text in self._texts)


def _details(reader: Connection | Transaction) -> Iterator[tuple[int, int | None, str | None]]:
    """Yield the details of all entries in order, one at a time in memory."""
    entries = select(journal.c.details)
    parts = select(journal_part.c.details)
    for entry in reader.execute(select(journal.c.id).order_by(journal.c.id)).scalars().all():
        details = reader.execute(entries.where(journal.c.id == entry)).scalar()
        yield entry, None, details
        if details is None or not details.startswith("{"):
            continue
        mine = journal_part.c.entry == entry
        numbers = select(journal_part.c.number).where(mine).order_by(journal_part.c.number)
        for number in reader.execute(numbers).scalars().all():
            part = parts.where(mine, journal_part.c.number == number)
            yield entry, number, reader.execute(part).scalar()


def _merged_into(reader: Connection | Transaction, person_id: int) -> set[int]:
    """Return the entries that were merged into this one, however often, and are no more."""
    merges = select(journal).where(journal.c.deed == "person.merge").order_by(journal.c.id.desc())
    found = {person_id}
    for row in reader.execute(merges).all():
        if row.subject in found and row.details is not None:
            for item in json.loads(row.details):
                if isinstance(item, list) and item[0] == "person" and item[3] is None:
                    found.add(item[1])
    there = select(person.c.id).where(person.c.id.in_(found - {person_id}))
    return found - set(reader.execute(there).scalars().all())


def _rows_now(
    reader: Connection | Transaction, person_id: int, ids: set[int]
) -> dict[str, set[int]]:
    """Return the rows that are theirs now."""
    rows: dict[str, set[int]] = defaultdict(set, {"person": ids})
    for name, of in _OWNERS.items():  # the places first: what belongs to them comes second
        for table in metadata.tables.values():
            if name in table.c:
                theirs = table.c[name].in_({person_id} if of == "person" else rows[of])
                found = reader.execute(select(table.c.id).where(theirs)).scalars()
                rows[table.name].update(found)
    return rows

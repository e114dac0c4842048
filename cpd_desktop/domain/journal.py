"""The audit trail: entries chained by hashes, whose details can be erased without breaking it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

START = "0" * 64


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; ``None`` where it did not exist."""

    kind: str
    id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def kept(self) -> list[Any]:
        """Return what is written down."""
        return [self.kind, self.id, self.before, self.after]


@dataclass(frozen=True, slots=True)
class ManyRows:
    """Many rows of one kind: what is the same in all, and what is not."""

    kind: str
    same: dict[str, Any]
    columns: tuple[str, ...]  # the id first
    rows: list[tuple[Any, ...]]

    def kept(self) -> dict[str, Any]:
        """Return what is written down."""
        return {"kind": self.kind, "same": self.same, "columns": self.columns, "rows": self.rows}

    def images(self) -> Iterator[dict[str, Any]]:
        """Yield each row whole."""
        for row in self.rows:
            yield self.same | dict(zip(self.columns, row, strict=True))


class RowsAdded(ManyRows):
    """Rows that are new."""

    __slots__ = ()


class RowsRemoved(ManyRows):
    """Rows that are gone."""

    __slots__ = ()

    def kept(self) -> dict[str, Any]:
        """Return what is written down."""
        return ManyRows.kept(self) | {"gone": True}


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed: when, who, what, to what, and the hash that ties it to all before it."""

    id: int
    at: str
    who: str
    deed: str
    kind: str | None
    subject: int | None
    undoes: int | None
    details_hash: str
    previous: str
    hash: str
    details: str | None = None
    salt: str | None = None

    def expected_hash(self) -> str:
        """Return what ``hash`` must be."""
        return chained(
            self.id, self.at, self.who, self.deed, self.kind, self.subject, self.undoes,
            self.details_hash, self.previous,
        )  # fmt: skip

    def fault(self) -> str | None:
        """Return what was tampered with in this entry alone, if anything."""
        if self.hash != self.expected_hash():
            return "changed"
        if self.details is not None and hashed(self.details, self.salt) != self.details_hash:
            return "details"
        return None

    def changes(self) -> list[RowChange]:
        """Return the rows it changed; nothing if the details were erased or lie in parts."""
        return [] if self.parts() else changes_in(self.details or "[]")

    def parts(self) -> list[str]:
        """Return the hashes of the parts in which the details lie, if there were too many."""
        if self.details is None or not self.details.startswith("{"):
            return []
        hashes: list[str] = json.loads(self.details)["parts"]
        return hashes


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the details of an entry; without details it was erased."""

    details: str | None
    salt: str | None

    def fits(self, expected: str) -> bool:
        """Say whether it is as it was written."""
        return self.details is None or hashed(self.details, self.salt) == expected


def written(changes: Iterable[RowChange | ManyRows]) -> str:
    """Return the details in their one written form."""
    items = [change.kept() for change in changes]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def written_parts(hashes: list[str]) -> str:
    """Return the details of an entry whose details lie in parts."""
    return json.dumps({"parts": hashes})


def noted_in(details: str) -> list[RowChange | ManyRows]:
    """Return what was changed as it was written down, in order."""
    return [
        RowChange(*item) if isinstance(item, list) else _many_rows(**item)
        for item in json.loads(details)
    ]


def changes_in(details: str) -> list[RowChange]:
    """Return the rows that were changed, one by one, in order."""
    found: list[RowChange] = []
    for noted in noted_in(details):
        if isinstance(noted, RowChange):
            found.append(noted)
            continue
        gone = isinstance(noted, RowsRemoved)
        for image in noted.images():
            before, after = (image, None) if gone else (None, image)
            found.append(RowChange(noted.kind, image["id"], before, after))
    return found


def _many_rows(
    kind: str,
    same: dict[str, Any],
    columns: list[str],
    rows: list[list[Any]],
    *,
    gone: bool = False,
) -> ManyRows:
    made = RowsRemoved if gone else RowsAdded
    return made(kind, same, tuple(columns), [tuple(row) for row in rows])


def hashed(details: str, salt: str | None) -> str:
    """Return the hash of details; the salt keeps erased ones from being guessed."""
    return hashlib.sha256(f"{salt}\n{details}".encode()).hexdigest()


def chained(*fields: object) -> str:
    """Return the hash over an entry's fields, the previous entry's hash among them."""
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


def first_fault(
    entries: Iterable[Entry], parts_of: Callable[[int], Iterable[Part]]
) -> tuple[int, str] | None:
    """Return the first entry that does not fit and why; read in order from the first one."""
    previous, expected = START, 1
    for entry in entries:
        if entry.id != expected:
            return expected, "missing"
        if entry.previous != previous:
            return entry.id, "chain"
        if fault := entry.fault() or _fault_of_parts(entry, parts_of):
            return entry.id, fault
        previous, expected = entry.hash, entry.id + 1
    return None


def _fault_of_parts(entry: Entry, parts_of: Callable[[int], Iterable[Part]]) -> str | None:
    hashes = entry.parts()
    count = 0
    for count, part in enumerate(parts_of(entry.id) if hashes else (), start=1):
        if count > len(hashes) or not part.fits(hashes[count - 1]):
            return "details"
    return None if count == len(hashes) else "details"

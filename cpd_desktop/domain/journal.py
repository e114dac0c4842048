"""The audit trail: entries chained by hashes, whose details can be erased without breaking it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

START = "0" * 64


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; ``None`` where it did not exist."""

    kind: str
    id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def as_list(self) -> list[Any]:
        """Return what is written down."""
        return [self.kind, self.id, self.before, self.after]


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
        """Return the rows it changed; nothing if the details were erased."""
        return [RowChange(*item) for item in json.loads(self.details or "[]")]


def written(changes: Iterable[RowChange]) -> str:
    """Return the details in their one written form."""
    items = [change.as_list() for change in changes]
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def hashed(details: str, salt: str | None) -> str:
    """Return the hash of details; the salt keeps erased ones from being guessed."""
    return hashlib.sha256(f"{salt}\n{details}".encode()).hexdigest()


def chained(*fields: object) -> str:
    """Return the hash over an entry's fields, the previous entry's hash among them."""
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()


def first_fault(entries: Iterable[Entry]) -> tuple[int, str] | None:
    """Return the first entry that does not fit and why; read in order from the first one."""
    previous, expected = START, 1
    for entry in entries:
        if entry.id != expected:
            return expected, "missing"
        if entry.previous != previous:
            return entry.id, "chain"
        if fault := entry.fault():
            return entry.id, fault
        previous, expected = entry.hash, entry.id + 1
    return None

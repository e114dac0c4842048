"""What a use case changed, told to whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds and ids were touched, and the journal entry that can undo it.

    Of ``many`` kinds so much was touched that it is not told one by one.
    """

    entry: int | None = None
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    many: frozenset[str] = frozenset()

    def touches(self, kind: str, id: int | None = None) -> bool:  # noqa: A002 - the trade's word
        """Say whether anything of the kind, or perhaps this one, was touched."""
        if kind in self.many:
            return True
        ids = self.touched.get(kind, frozenset())
        return bool(ids) if id is None else id in ids

    def merged(self, other: Changes) -> Changes:
        """Return both together; the later entry counts."""
        kinds = {*self.touched, *other.touched}
        touched = {
            kind: self.touched.get(kind, frozenset()) | other.touched.get(kind, frozenset())
            for kind in kinds
        }
        entry = other.entry if other.entry is not None else self.entry
        return Changes(entry, touched, self.many | other.many)

    def __bool__(self) -> bool:
        return bool(self.many) or any(self.touched.values())


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """A use case's result together with what it changed."""

    value: T_co
    changes: Changes

"""Rows at the door: who may be meant, and who came last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.register.roster_rows import money_words
from cpd_desktop.ui.states import place_mark, status_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.check_in import CheckedIn
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.ui.row_table import Column


class FoundRows:
    """Who the search at the door may mean."""

    def __init__(self, columns: Sequence[Column], here: str) -> None:
        self.columns = columns
        self.found: dict[int, Registration] = {}
        self.here: frozenset[int] = frozenset()
        self._here_words = here

    def ids(self, _search: str, _sort: str, _descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return them as they were found."""
        return list(self.found)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(self.found[key]) for key in ids if key in self.found}

    def _cells(self, each: Registration) -> Sequence[object]:
        stands = f"{place_mark(each.status)} {status_words(each.status)}"
        state = self._here_words if each.id in self.here else stands
        return (each.name, state, each.reference, each.organisation, money_words(each))


class LatestRows:
    """Who came last."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.came: dict[int, CheckedIn] = {}
        self.zone = "UTC"

    def ids(self, _search: str, _sort: str, _descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return them, the last first."""
        return list(self.came)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = {key: self.came[key] for key in ids if key in self.came}
        return {
            key: (clock_time(each.at, self.zone), each.name, each.reference)
            for key, each in found.items()
        }

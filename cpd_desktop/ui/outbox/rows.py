"""The rows of the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.outbox.words import plain_standing, standing
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.messages.states import State
    from cpd_desktop.services.messages.outbox import Line, Outbox
    from cpd_desktop.ui.row_table import Column


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be listed."""

    states: frozenset[State] = frozenset()
    event: int | None = None
    person: int | None = None
    account: int | None = None


class _Standing(str):
    """Where a message is; read aloud without the sign."""

    __slots__ = ("spoken",)
    spoken: str


class OutboxRows:
    """Messages for a table, with what became of them."""

    def __init__(self, outbox: Outbox, columns: Sequence[Column], zone: str) -> None:
        self._outbox = outbox
        self._zone = zone
        self.columns = columns
        self.wanted = Wanted()

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return those that fit, in order."""
        wanted = self.wanted
        return self._outbox.ids(
            search,
            states=wanted.states,
            event_id=wanted.event,
            person_id=wanted.person,
            account_id=wanted.account,
            sort=sort,
            descending=descending,
        )

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(each) for key, each in self._outbox.lines(ids).items()}

    def _cells(self, line: Line) -> Sequence[object]:
        each = line.message
        state = _Standing(standing(each.state))
        state.spoken = plain_standing(each.state)
        return (
            each.to_name or each.to,
            state,
            day_and_time(each.due or line.at, self._zone),
            each.subject,
            in_words(each.says) if each.says else "",
            line.event,
            in_words(each.purpose.label),
        )

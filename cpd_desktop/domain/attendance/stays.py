"""How long somebody was in a session: their connections joined, cut to what counts, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.spans import (
    Span,
    Spans,
    length,
    longest_gap,
    second_of,
    shared,
    united,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.sessions import Session

SIGNED = frozenset({Origin.NAMES, Origin.SIGN_IN_SHEET})
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session as attendance is counted in it."""

    id: int
    title: str
    span: Span
    breaks: Spans = ()
    mandatory: bool = False

    def window(self, early_join: int = 0, *, breaks_count: bool = False) -> Spans:
        """Return what counts, from ``early_join`` seconds before the start to the end."""
        whole = (Span(self.span.starts - early_join, self.span.ends),)
        return whole if breaks_count or not self.breaks else without(whole, self.breaks)


def sitting_of(session: Session) -> Sitting:
    """Return the session in seconds of UTC."""
    return Sitting(
        session.id,
        session.title,
        Span(second_of(session.starts), second_of(session.ends)),
        united(Span(second_of(each.starts), second_of(each.ends)) for each in session.breaks),
        session.mandatory,
    )


@dataclass(frozen=True, slots=True)
class Attested:
    """A presence with what its report says about the whole: where it belongs, how it was told.

    ``source`` numbers the report; ``session`` is there if the report is of one session only.
    """

    presence: Presence
    origin: Origin
    source: int = 0
    session: int | None = None
    ended: int | None = None

    @property
    def signed(self) -> bool:
        """Say whether it is a name on a sheet, which tells that somebody was there, not when."""
        told = self.presence.joined is not None or self.presence.seconds > 0
        return self.origin in SIGNED and not told

    def span(self) -> Span | None:
        """Return from when to when; an end that was never told is the meeting's."""
        told = self.presence
        if told.joined is None:
            return None
        starts = second_of(told.joined)
        if told.left is not None:
            return Span(starts, second_of(told.left))
        ends = starts + told.seconds if told.seconds or self.ended is None else self.ended
        return Span(starts, max(starts, ends if self.ended is None else min(ends, self.ended)))

    @property
    def estimated(self) -> bool:
        """Say whether the end had to be taken from elsewhere."""
        return self.presence.joined is not None and self.presence.left is None


@dataclass(frozen=True, slots=True)
class Stay:
    """One person's time in one session; seconds without moments are in ``total`` only."""

    sitting: Sitting
    window: Spans
    spans: Spans
    total: int = 0
    connections: int = 0
    estimated: bool = False
    signed: bool = False

    @property
    def seconds(self) -> int:
        """Return what counts, never more than there was to attend."""
        return min(max(length(self.spans), self.total), self.most)

    @property
    def most(self) -> int:
        """Return how many seconds there were to attend, early joining included."""
        return length(self.window)

    @property
    def moments_known(self) -> bool:
        """Say whether it is told when the person was there, and not just for how long."""
        return self.total <= length(self.spans)

    @property
    def came(self) -> int | None:
        """Return the second that counted first."""
        return self.spans[0].starts if self.spans else None

    @property
    def left(self) -> int | None:
        """Return the second after the last that counted."""
        return self.spans[-1].ends if self.spans else None

    def gap(self) -> int:
        """Return the longest absence on end between start and end, without the breaks."""
        taught = shared(self.window, (self.sitting.span,))
        return longest_gap(shared(self.spans, taught), taught)


def stay(
    sitting: Sitting,
    rows: Iterable[Attested],
    early_join: int = 0,
    bridging: int = 0,
    *,
    breaks_count: bool = False,
) -> Stay:
    """Return what all connections of one person come to in one session.

    Rows with totals only say the least that is certain: of several the longest, not their sum.
    """
    window = sitting.window(early_join, breaks_count=breaks_count)
    spans: list[Span] = []
    total = connections = 0
    estimated = signed = False
    for row in rows:
        if row.presence.waiting or row.session not in {None, sitting.id}:
            continue
        span = row.span()
        if span is not None:
            if any(max(span.starts, each.starts) < min(span.ends, each.ends) for each in window):
                spans.append(span)
                connections += 1
                estimated = estimated or row.estimated
        else:
            connections += 1
            signed = signed or row.signed
            total = max(total, length(window) if row.signed else row.presence.seconds)
    counted = shared(united(spans, bridging), window)
    return Stay(
        sitting, window, counted, min(total, length(window)), connections, estimated, signed
    )

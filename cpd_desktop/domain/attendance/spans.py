"""Stretches of time in whole seconds of UTC: joined, cut and counted exactly, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


class Span(NamedTuple):
    """From one second to another, which is no longer in it."""

    starts: int
    ends: int


Spans = tuple[Span, ...]


def second_of(at: datetime) -> int:
    """Return the whole second of a moment, counted through every change of clocks."""
    return (at - _EPOCH) // _SECOND


def moment_of(second: int) -> datetime:
    """Return the moment, in UTC, that a second begins."""
    return _EPOCH + timedelta(seconds=second)


def united(spans: Iterable[Span], bridging: int = 0) -> Spans:
    """Return the spans without overlaps, in order; gaps up to ``bridging`` seconds are closed."""
    found: list[Span] = []
    for each in sorted(span for span in spans if span.starts < span.ends):
        if found and each.starts <= found[-1].ends + bridging:
            found[-1] = Span(found[-1].starts, max(found[-1].ends, each.ends))
        else:
            found.append(each)
    return tuple(found)


def shared(ones: Spans, others: Spans) -> Spans:
    """Return what lies in both; each must be united."""
    found: list[Span] = []
    one = other = 0
    while one < len(ones) and other < len(others):
        starts = max(ones[one].starts, others[other].starts)
        ends = min(ones[one].ends, others[other].ends)
        if starts < ends:
            found.append(Span(starts, ends))
        if ones[one].ends < others[other].ends:
            one += 1
        else:
            other += 1
    return tuple(found)


def without(spans: Spans, taken: Iterable[Span]) -> Spans:
    """Return the spans with what is taken cut out of them."""
    if not spans:
        return ()
    edges = (spans[0].starts, *(edge for span in united(taken) for edge in span), spans[-1].ends)
    left = united(Span(edges[at], edges[at + 1]) for at in range(0, len(edges), 2))
    return shared(spans, left)


def length(spans: Spans) -> int:
    """Return how many seconds the spans have; they must be united."""
    return sum(ends - starts for starts, ends in spans)


def longest_gap(spans: Spans, window: Spans) -> int:
    """Return the most seconds of the window on end that are missed; a break ends no gap."""
    if not window:
        return 0
    edges = (window[0].starts, *(edge for span in spans for edge in span), window[-1].ends)
    gaps = (Span(edges[at], edges[at + 1]) for at in range(0, len(edges), 2))
    return max((length(shared(united([gap]), window)) for gap in gaps), default=0)

"""Where presence lies on a strip: plain arithmetic from 0 to 1, without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.spans import Span, Spans, length, shared, united, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.stays import Attested, Sitting, Stay

MARGIN = 16  # one part in so many before and after the session: people come early and stay on
GAP = 0.015
MOST_GAPS = 0.3


class Ink(Enum):
    """What a piece of a strip says."""

    TAUGHT = "taught"
    BREAK = "break"
    UNCOUNTED = "uncounted"
    COUNTED = "counted"
    UNTIMED = "untimed"
    DOUBTFUL = "doubtful"


class Piece(NamedTuple):
    """A stretch of a strip, of which the whole is from 0 to 1."""

    starts: float
    ends: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Scene:
    """The part of a strip that one session has: ``span`` is drawn from ``left`` to ``right``."""

    sitting: Sitting
    span: Span
    left: float
    right: float

    def at(self, second: int) -> float:
        """Return where a moment lies; what is outside lies on the edge."""
        part = (second - self.span.starts) / (self.span.ends - self.span.starts)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))

    def pieces(self, spans: Spans, ink: Ink) -> list[Piece]:
        """Return what of these stretches is seen."""
        return [
            Piece(self.at(starts), self.at(ends), ink)
            for starts, ends in shared(spans, (self.span,))
        ]


def scenes_of(sittings: Iterable[Sitting]) -> tuple[Scene, ...]:
    """Return the sessions side by side in the order they are held, each as wide as it is long."""
    shown = sorted(sittings, key=lambda each: (each.span, each.id))
    spans = [_with_margin(each.span) for each in shown]
    whole = sum(span.ends - span.starts for span in spans)
    gap = min(GAP, MOST_GAPS / (len(shown) - 1)) if len(shown) > 1 else 0.0
    room = 1 - gap * (len(shown) - 1)
    found: list[Scene] = []
    left = 0.0
    for sitting, span in zip(shown, spans, strict=True):
        right = left + room * (span.ends - span.starts) / whole
        found.append(Scene(sitting, span, left, right))
        left = right + gap
    return tuple(found)


def ground(scenes: Iterable[Scene]) -> tuple[Piece, ...]:
    """Return what there is to attend, and the breaks in it."""
    found: list[Piece] = []
    for each in scenes:
        found += each.pieces(each.sitting.window(), Ink.TAUGHT)
        found += each.pieces(each.sitting.breaks, Ink.BREAK)
    return tuple(found)


def presence(
    scenes: Iterable[Scene],
    stays: Sequence[Stay],
    rows: Sequence[Attested],
    *,
    doubtful: bool = False,
) -> tuple[Piece, ...]:
    """Return when somebody was there: what does not count first, so that the rest lies on it.

    Where it is known for how long but not when, the piece begins with the session.
    """
    by_session = {each.sitting.id: each for each in stays}
    found: list[Piece] = []
    for scene in scenes:
        stay = by_session.get(scene.sitting.id)
        if stay is None:
            continue
        there = shared(there_at(scene.sitting, rows), (scene.span,))
        counted = stay.spans if stay.moments_known else ()
        found += scene.pieces(without(there, counted), Ink.UNCOUNTED)
        found += scene.pieces(counted, Ink.DOUBTFUL if doubtful else Ink.COUNTED)
        if not stay.moments_known and stay.seconds:
            first = _first(stay.window, stay.seconds)
            found += scene.pieces(first, Ink.DOUBTFUL if doubtful else Ink.UNTIMED)
    return tuple(found)


def there_at(sitting: Sitting, rows: Iterable[Attested]) -> Spans:
    """Return every stretch that is told of a session, also in the waiting room."""
    spans = (row.span() for row in rows if row.session in {None, sitting.id})
    return united(span for span in spans if span is not None)


def devices_of(rows: Sequence[Attested]) -> int:
    """Return from how many devices somebody was there: those named, or those on at one time."""
    named = len({row.presence.device for row in rows if row.presence.device})
    edges: list[tuple[int, int]] = []
    for row in rows:
        span = None if row.presence.waiting else row.span()
        if span is not None and span.starts < span.ends:
            edges += [(span.starts, 1), (span.ends, -1)]
    on = most = 0
    for _, step in sorted(edges):  # who leaves at a moment leaves before the next one joins
        on += step
        most = max(most, on)
    return max(named, most, 1)


def _first(window: Spans, seconds: int) -> Spans:
    """Return so many seconds from the beginning of a window."""
    found: list[Span] = []
    for starts, ends in window:
        left = seconds - length(tuple(found))
        if left > 0:
            found.append(Span(starts, min(ends, starts + left)))
    return tuple(found)


def _with_margin(span: Span) -> Span:
    margin = max(1, (span.ends - span.starts) // MARGIN)
    return Span(span.starts - margin, span.ends + margin)

"""What each connection brought to somebody's time, so that anybody can add it up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.spans import Span, Spans, length, shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.attendance.stays import Attested, Stay


class Counted(NamedTuple):
    """A connection, from when to when it was, and the stretches of it that count in a session."""

    row: Attested
    span: Span | None
    spans: Spans
    seconds: int


def counted_in(stay: Stay, rows: Iterable[Attested]) -> tuple[Counted, ...]:
    """Return the connections that touch a session, earliest first; those without times last.

    What they come to together is the stay's: overlaps count once there, and each time here.
    """
    whole = (Span(stay.window[0].starts, stay.window[-1].ends),) if stay.window else ()
    found: list[Counted] = []
    for row in rows:
        if row.presence.waiting or row.session not in {None, stay.sitting.id}:
            continue
        span = row.span()
        if span is None:
            told = stay.most if row.signed else min(row.presence.seconds, stay.most)
            found.append(Counted(row, None, (), told))
        elif span.starts < span.ends and shared((span,), whole):
            spans = shared((span,), stay.window)
            found.append(Counted(row, span, spans, length(spans)))
    return tuple(sorted(found, key=lambda each: (each.span is None, each.span or Span(0, 0))))


def uncounted(stays: Iterable[Stay], rows: Iterable[Attested]) -> tuple[Attested, ...]:
    """Return the connections that touch no session at all."""
    rows = tuple(rows)
    touching = {id(each.row) for stay in stays for each in counted_in(stay, rows)}
    return tuple(row for row in rows if id(row) not in touching)

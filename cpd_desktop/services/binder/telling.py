"""How moments, lengths and originals stand in a binder: the same words in all of its sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.spans import moment_of
from cpd_desktop.domain.binder import Link, Original
from cpd_desktop.domain.safe_names import unused_name
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.attendance.spans import Span, Spans

YES, NO = "yes", "no"


def yes_no(told: object) -> str:
    """Return whether something is so."""
    return YES if told else NO


def seconds_in_words(seconds: int) -> str:
    """Return a length that can be added up: 1:55:03."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def utc(at: datetime | None) -> str:
    """Return a moment for programs."""
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else ""


@dataclass(slots=True)
class Telling:
    """Words in the zone of the event, and the originals that were told of so far."""

    zone: str
    originals: list[Original] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _known: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def original(self, folder: str, name: str, sha256: str | None) -> Link | str:
        """Return the link to a file as it came, which goes into the binder once."""
        if not sha256:
            return name
        key = (folder, name, sha256)
        if key not in self._known:
            path = unused_name(f"originals/{folder}", name, self._taken)
            self._taken.add(path.casefold())
            self._known[key] = path
            self.originals.append(Original(path, name, sha256))
        return Link(name, self._known[key])

    def moment(self, at: datetime | None) -> str:
        """Return day and time to the minute."""
        return f"{wall_time(at, self.zone):%Y-%m-%d %H:%M}" if at else ""

    def second(self, at: datetime | None) -> str:
        """Return day and time to the second."""
        return f"{wall_time(at, self.zone):%Y-%m-%d %H:%M:%S}" if at else ""

    def span(self, span: Span) -> str:
        """Return from when to when, to the second."""
        starts, ends = (wall_time(moment_of(each), self.zone) for each in span)
        until = f"{ends:%H:%M:%S}" if starts.date() == ends.date() else f"{ends:%Y-%m-%d %H:%M:%S}"
        return f"{starts:%Y-%m-%d %H:%M:%S} to {until}"

    def spans(self, spans: Spans) -> str:
        """Return several of them."""
        return "; ".join(map(self.span, spans))

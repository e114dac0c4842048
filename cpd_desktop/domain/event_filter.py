"""Which events a list shows, as it is chosen on the page and kept as a view."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.events import EventFormat, EventStatus

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class EventFilter:
    """All that must be true of an event to be listed; what is empty leaves all of them."""

    search: str = ""
    status: EventStatus | None = None
    format: EventFormat | None = None
    tag: str = ""
    trashed: bool = False

    def kept(self) -> dict[str, Any]:
        """Return what was chosen, as plain values."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> EventFilter:
        """Return a filter as it was kept; a value that nothing has any more is left out."""
        found: dict[str, Any] = {"trashed": kept.get("trashed") is True}
        for name in ("search", "tag"):
            if isinstance(kept.get(name), str):
                found[name] = kept[name]
        with suppress(ValueError, KeyError):
            found["status"] = EventStatus(kept["status"])
        with suppress(ValueError, KeyError):
            found["format"] = EventFormat(kept["format"])
        return cls(**found)

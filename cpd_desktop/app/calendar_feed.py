"""Keeps the calendar file in step with what changes, a moment after it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.app.watch import Watch
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work


class CalendarFeed(Watch):
    """Writes the file after changes, if the settings want one."""

    kinds = frozenset({"event", "session", "setting"})
    pause = 2_000

    def start(self) -> None:
        """Begin with what changed meanwhile; after that only changes count."""
        self._pause.start()

    def look(self) -> None:
        """Write the file now."""
        self._run(write, self._written, lane=Lane.DATABASE)

    def _written(self, _count: int | None) -> None:
        self._told = None


def write(services: Services, _work: Work) -> int | None:
    """Write the calendar file, if the settings want one."""
    return services.agenda.keep_feed()

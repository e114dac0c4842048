"""Keeps Zoom up to date while the window is open, and asks it for what is due."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpd_desktop.app.watch import NOTHING, Brought, Watch

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work


class ZoomWatch(Watch):
    """Sends what waits after changes; every few minutes asks for what is due as well."""

    kinds = frozenset({"event", "session", "meeting", "registration", "person", "setting"})
    pause = 3_000

    def follow(self) -> None:
        """Send what waits, now or after what is under way."""
        if self._job is None:
            self._run(send_due, self._take)
        else:
            self._once_more = True

    def look(self) -> None:
        """Send what waits and ask for what is due, unless something is under way."""
        if self._job is None:
            self._run(ask_due, self._take)


def send_due(services: Services, work: Work, *, patiently: bool = True) -> Brought:
    """Send what waits, if the settings want that, something is due, and Zoom may be asked.

    While Zoom does not answer, only what comes every few minutes tries again.
    """
    from cpd_desktop.domain.settings import Zoom

    if not services.settings.get(Zoom).send or not services.meeting_finder.events():
        return NOTHING
    if (patiently and services.zoom.offline) or not _is_something_due(services):
        return NOTHING
    if not _is_connected(services):
        return NOTHING
    return _sent(services, work)


def ask_due(services: Services, work: Work) -> Brought:
    """Send what waits, then hear what runs, what was told and who came, as far as that is due."""
    from cpd_desktop.domain.settings import Zoom

    brought = send_due(services, work, patiently=False)
    if brought.stopped or not services.meeting_finder.events():
        return brought
    live = services.settings.get(Zoom).watch
    if not (live or _is_something_told(services)) or not _is_connected(services):
        return brought
    polled = replace(services.poll, live=live).poll(work)
    return Brought(
        brought.changes.merged(polled.changes),
        polled.stopped,
        ended=bool(polled.stopped) and not _is_connected(services),
        tried=brought.tried or bool(polled.fetched),
    )


def _sent(services: Services, work: Work) -> Brought:
    from cpd_desktop.services.zoom.sync import BUSY

    report = services.sync.run(work)
    if report.stopped == BUSY:  # the other one does it
        return replace(NOTHING, changes=report.changes)
    ended = bool(report.stopped) and not _is_connected(services)
    return Brought(report.changes, report.stopped, ended)


def _is_connected(services: Services) -> bool:
    return services.zoom_account.status().is_connected


def _is_something_told(services: Services) -> bool:
    """Say whether a report is to be fetched or a message to be worked off, here and now."""
    from cpd_desktop.domain.happenings import Fate

    now = services.clock.now()
    again = (each.next_at for each in services.outcome.due(now))
    if any(at is not None and at <= now for at in again):
        return True
    return any(
        each.fate is Fate.WAITING or (each.next_at is not None and each.next_at <= now)
        for each in services.inbox.listed()
    )


def _is_something_due(services: Services) -> bool:
    now = services.clock.now()
    return any(
        each.why is None or (each.next_try is not None and each.next_try <= now)
        for each in services.sync.waiting()
    )

"""Which pages there are; each is loaded when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.desk import Desk


def _events(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.events import EventsPage

    return EventsPage(desk)


def _people(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.people import PeoplePage

    return PeoplePage(desk)


def _certificates(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.certificates import CertificatesPage

    return CertificatesPage(desk)


def _outbox(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.outbox import OutboxPage

    return OutboxPage(desk)


def _billing(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.billing import BillingPage

    return BillingPage(desk)


def _settings(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.settings import SettingsPage

    return SettingsPage(desk)


def _shortcuts(desk: Desk) -> QWidget:
    from cpd_desktop.ui.pages.shortcuts import ShortcutsPage

    return ShortcutsPage(desk.actions)


PAGES: dict[str, Callable[[Desk], QWidget]] = {
    "events": _events,
    "people": _people,
    "certificates": _certificates,
    "outbox": _outbox,
    "billing": _billing,
    "settings": _settings,
    "shortcuts": _shortcuts,
}

"""Which pages there are; each is loaded when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.desk import Desk


def _events(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.events import EventsPage

    return EventsPage(desk, place)


def _people(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.people import PeoplePage

    return PeoplePage(desk, place)


def _certificates(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.certificates import CertificatesPage

    return CertificatesPage(desk, place)


def _outbox(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.outbox import OutboxPage

    return OutboxPage(desk, place)


def _billing(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.billing import BillingPage

    return BillingPage(desk, place)


def _settings(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.settings import SettingsPage

    return SettingsPage(desk, place)


def _shortcuts(desk: Desk, place: QWidget) -> QWidget:
    from cpd_desktop.ui.pages.shortcuts import ShortcutsPage

    return ShortcutsPage(desk.actions, place)


PAGES: dict[str, Callable[[Desk, QWidget], QWidget]] = {
    "events": _events,
    "people": _people,
    "certificates": _certificates,
    "outbox": _outbox,
    "billing": _billing,
    "settings": _settings,
    "shortcuts": _shortcuts,
}

"""What the start leaves for later is done all the same, and imports are Python's own."""

from __future__ import annotations

import builtins
import importlib
import linecache
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import PySide6.QtCore  # noqa: F401 - puts its own way of importing in place

from cpd_desktop.app.plain_imports import import_plainly
from cpd_desktop.domain.registrations import RegistrationStatus
from tests.app.conftest import is_ready
from tests.clock import FixedClock
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_offers_lapse_and_old_trash_goes_soon_after_the_start(
    start: Callable[[DataFolder], Desktop], welcomed: DataFolder, qtbot: QtBot
) -> None:
    event = a_neglected_event(welcomed)
    desktop = start(welcomed)
    assert desktop.furnishing is not None
    services = desktop.furnishing.core
    assert services is not None
    qtbot.waitUntil(lambda: not services.events.ids(trashed=True))
    assert [each.name for each in services.registrations.waiting(event)] == ["Cem", "Ben"]
    qtbot.waitUntil(lambda: is_ready(desktop))


def a_neglected_event(folder: DataFolder) -> int:
    """Leave an event in the trash, and another whose offer to Ben ran out, Cem behind him."""
    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import opened

    with opened(
        folder, face="test", keychains=Keychains(folder.vault), clock=FixedClock(LONG_AGO)
    ) as core:
        core.events.trash([core.events.add(a_draft("Old")).value.id])
        event = core.events.add(replace(a_draft(), capacity=1)).value.id
        places = core.registrations
        ann, _ben, _cem = (
            places.add(event, somebody(name, f"{name}@x.example")).value.id
            for name in ("Ann", "Ben", "Cem")
        )
        places.change_status([ann], RegistrationStatus.CANCELLED)
        places.offer(event)
    return event


def test_a_window_that_is_closed_at_once_does_not_open_the_data_again(
    start: Callable[[DataFolder], Desktop], welcomed: DataFolder, qtbot: QtBot
) -> None:
    a_neglected_event(welcomed)
    desktop = start(welcomed)
    furnishing = desktop.furnishing
    assert furnishing is not None
    assert furnishing._resting.isActive()
    desktop.close()
    assert not furnishing._resting.isActive()
    assert not desktop.jobs.live


def test_what_is_loaded_after_qt_is_not_read_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # put back afterwards
    monkeypatch.syspath_prepend(tmp_path)
    import_plainly()
    file = tmp_path / "written_for_this_test.py"
    file.write_text("from json import dumps\nword = dumps('loaded')\n")
    importlib.invalidate_caches()
    import written_for_this_test  # type: ignore[import-not-found]

    assert written_for_this_test.word == '"loaded"'
    assert str(file) not in linecache.cache

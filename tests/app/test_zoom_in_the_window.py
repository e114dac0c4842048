"""What is planned by anybody, while the window is open, reaches Zoom from there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import ChosenApp
from cpd_desktop.services.work import Work
from tests.drafts import a_draft, a_session
from tests.fakes.zoom.server import FakeZoom
from tests.zoom_here import CLIENT_ID, browsing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder


@pytest.fixture
def zoom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    """Start a Zoom that the application finds, with a vault to keep the sign-in."""
    passphrase = tmp_path / "passphrase"
    passphrase.touch(mode=0o600)
    passphrase.write_text("a long passphrase")
    monkeypatch.setenv("CPD_VAULT_PASSPHRASE_FILE", str(passphrase))
    with FakeZoom() as running:  # the window has a clock of its own
        running.add_user("anna@example.com")
        running.add_public_app(client_id=CLIENT_ID)
        for which in ("AUTH", "API"):
            monkeypatch.setenv(f"CPD_ZOOM_{which}_URL", running.address)
        monkeypatch.setenv("CPD_ZOOM_CLIENT_ID", CLIENT_ID)
        yield running


@pytest.mark.slow
def test_a_meeting_planned_by_another_program_is_made_by_the_open_window(
    zoom: FakeZoom, welcomed: DataFolder, start: Callable[[DataFolder], Desktop], qtbot: QtBot
) -> None:
    with opened(welcomed, face="test", keychains=Keychains(welcomed.vault)) as core:
        trainer = browsing(core)
        core.zoom_account.connect(ChosenApp(ZoomApp()), Work(), show=lambda *_: None)
        trainer.leave()
    window = start(welcomed).window
    assert window is not None
    qtbot.waitUntil(lambda: window.navigation.accounts.text() == "Zoom: Connected")
    window.navigation.accounts.click()
    assert window.page == "settings"
    with opened(welcomed, face="test", keychains=Keychains(welcomed.vault)) as core:
        tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
        event = core.events.add(a_draft("Wound care", a_session(starts=tomorrow))).value
        core.lifecycle.move(event.id, Move.PUBLISH)
        core.meetings.plan(event.id)
    qtbot.waitUntil(lambda: len(zoom.site.book.meetings) == 1, timeout=30_000)
    assert next(iter(zoom.site.book.meetings.values())).topic == "Wound care"

"""A real browser goes through Zoom's page and back, and the trainer reads what it shows."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.browser import SystemBrowser
from cpd_desktop.adapters.keychain import OsKeychain
from cpd_desktop.adapters.log_file import start_log, stop_log
from cpd_desktop.adapters.zoom.sign_in import connect
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.services.work import Work
from tests.adapters.zoom.trainer import as_ours, grants_at, is_live
from tests.browser_here import until_closed

if TYPE_CHECKING:
    from tests.adapters.conftest import SecretService
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium"),
]

BROWSER = Path(__file__).with_name("trainer_in_chromium.py")


def uses(monkeypatch: pytest.MonkeyPatch, folder: Path, button: str) -> Path:
    """Make Chromium the person's browser, with a finger over the button; return what it saw."""
    seen = folder / "seen.json"
    words = [sys.executable, str(BROWSER), str(folder / "profile"), button, str(seen), "%s"]
    monkeypatch.setenv("BROWSER", shlex.join(words))
    return seen


def test_a_real_browser_connects_and_no_file_keeps_a_token(
    zoom: FakeZoom, app: App, tmp_path: Path, clock: FixedClock, secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder, outside = tmp_path / "data", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    seen = uses(monkeypatch, outside, "allow")
    start_log(folder / "logs")
    try:
        grants = grants_at(zoom, OsKeychain(), folder / "zoom.lock", clock)
        connect(as_ours(app), grants, SystemBrowser(), Work(), show=lambda *_: None, limit=100)
        token = grants.token()
        renewed = grants.refused(token)
    finally:
        stop_log()
    until_closed()
    assert is_live(zoom, renewed)
    shown = json.loads(seen.read_text())
    assert shown["title"] == "You can close this window"
    assert "Go back to it" in shown["text"]
    assert (shown["size"], shown["scripts"], shown["language"]) == ("24px", 0, "en")
    secrets = [*zoom.oauth.tokens, *zoom.oauth.codes, zoom.oauth.grants[0].refresh_token]
    assert len(secrets) == 4
    assert secret_service.entries()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [each for each in secrets if each.encode() in content], path


def test_declining_in_a_real_browser_is_understood(
    zoom: FakeZoom, app: App, tmp_path: Path, clock: FixedClock, secret_service: SecretService,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    uses(monkeypatch, tmp_path, "decline")
    grants = grants_at(zoom, OsKeychain(), tmp_path / "zoom.lock", clock)
    with pytest.raises(NotAllowed, match="did not allow"):
        connect(as_ours(app), grants, SystemBrowser(), Work(), show=lambda *_: None, limit=100)
    until_closed()
    assert secret_service.entries() == set()

"""Holds what makes the first paint quick: it shows true data, and nothing is loaded besides."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.benchmarks import measuring
from tests.drafts import a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.store.folder import DataFolder

FAR_AHEAD = datetime(2100, 1, 1, 12, tzinfo=UTC)
LATER = {
    *("sqlalchemy", "alembic", "keyring", "stripe", "reportlab", "cryptography", "requests"),
    *("asyncio", "decimal", "logging.handlers", "PySide6.QtNetwork", "PySide6.QtSvg"),
    *("cpd_desktop.ui.jobs", "cpd_desktop.ui.job_bar", "cpd_desktop.app.furnishing"),
}
SLOW_CLASSES = {"Qt", "QStyle"}  # each brings so many enumerations that it takes 10 ms and more


def test_the_next_event_is_painted_before_anything_heavy_is_loaded(
    folder: DataFolder, events: Events
) -> None:
    events.add(a_draft("Wound care", a_session(starts=FAR_AHEAD)))
    done = subprocess.run(
        [sys.executable, str(measuring.HERE / "first_paint.py"), str(folder.path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=measuring.variables(),
    )
    found = json.loads(done.stdout)
    assert "Wound care" in found["labels"]
    assert not LATER & set(found["modules"])
    assert not SLOW_CLASSES & set(found["classes"])
    assert found["plain"]  # what is imported now is not read as text besides

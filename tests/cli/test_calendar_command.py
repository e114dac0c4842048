from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.command import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process and return what it said as JSON."""

    def run(*arguments: str, code: int = 0) -> Any:
        assert main(["--data", str(tmp_path / "data"), "--json", *arguments]) == code
        return json.loads(capsys.readouterr().out)

    run(
        *("event", "add", "--title", "Wound care", "--start", "2026-10-14T14:00"),
        *("--end", "2026-10-14T16:00", "--zone", "Europe/London"),
    )
    return run


def test_a_shell_writes_the_calendar_of_an_event_and_of_one_person(
    cpd: Any, tmp_path: Path
) -> None:
    place = cpd("registration", "add", "1", "--name", "Zoë", "--email", "z@x.example")
    file = tmp_path / "a.ics"
    for person in ([], ["--person", place["reference"]]):
        said = cpd("calendar", "export", "1", *person, "--out", str(file))
        assert said == {"file": str(file), "sessions": 1}
        assert "TZID=Europe/London:20261014T140000" in file.read_text()


def test_a_shell_writes_the_feed_which_has_no_drafts(cpd: Any, tmp_path: Path) -> None:
    file = tmp_path / "feed.ics"
    assert cpd("calendar", "feed", "--out", str(file))["sessions"] == 0
    assert file.read_text().startswith("BEGIN:VCALENDAR")


def test_a_person_without_a_place_has_no_calendar(cpd: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    said = cpd("calendar", "export", "1", "--person", "X", "--out", str(file), code=1)
    assert said["error"] == "NotFound"
    assert not file.exists()

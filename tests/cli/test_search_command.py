from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.command import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run a command in this process and return what it said as JSON."""

    def run(*arguments: str) -> Any:
        assert main(["--data", str(tmp_path / "data"), "--json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_a_shell_finds_events_people_and_registrations(said: Any) -> None:
    said(
        *("event", "add", "--title", "Wound care", "--start", "2026-10-14T14:00"),
        *("--end", "2026-10-14T16:00", "--zone", "Europe/London"),
    )
    said("registration", "add", "1", "--name", "Zoë Ward", "--email", "zoe@x.example")
    assert said("search", "wound", "ca") == [
        {
            "kind": "event",
            "id": 1,
            "title": "Wound care",
            "detail": "",
            "event": 1,
            "start": "2026-10-14T14:00:00+01:00",
        }
    ]
    kinds = [each["kind"] for each in said("search", "w")]
    assert kinds == ["event", "person"]
    (place,) = said("search", "reg-2026-0001")
    assert (place["kind"], place["event"]) == ("registration", 1)
    assert said("search", "nobody") == []
    assert len(said("search", "w", "--limit", "1")) == 2

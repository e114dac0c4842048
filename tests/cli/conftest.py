"""The command in this process, with a clock that is set, and a Zoom on loopback."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.app.core import assembled
from cpd_desktop.cli.run import command_parser, run
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import ChosenApp
from cpd_desktop.services.work import Work
from tests.cpd_here import Cpd, cpd_on_sample, on_vault
from tests.keychains import MemoryKeychains
from tests.zoom_here import browsing, zoom_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.holding import Person
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


@dataclass
class CommandAtZoom:
    """Runs ``cpd`` and answers with what it printed as JSON."""

    folder: DataFolder
    clock: FixedClock
    zoom: FakeZoom
    keychains: MemoryKeychains
    printed: pytest.CaptureFixture[str]
    said: str = ""

    def __call__(self, *arguments: object, code: int = 0) -> Any:
        words = ["--data", str(self.folder.path), "--json", *map(str, arguments)]
        ended = run(words)
        out, self.said = self.printed.readouterr()
        assert ended == code, f"{ended}: {self.said}{out}"
        return json.loads(out)

    def lines(self, *arguments: object, code: int = 0) -> str:
        """Return what a person is told instead."""
        ended = run(["--data", str(self.folder.path), *map(str, arguments)])
        out, self.said = self.printed.readouterr()
        assert ended == code, f"{ended}: {self.said}{out}"
        return out

    def connect(self) -> None:
        """Sign in, with somebody at the browser who allows it."""
        core = assembled(self.folder, "test", self.keychains, self.clock)
        trainer = browsing(core)
        try:
            core.zoom_account.connect(ChosenApp(ZoomApp()), Work(), show=lambda *_: None)
        finally:
            trainer.leave()
            core.close()

    def an_event(self, *people: str) -> tuple[int, int]:
        """Add a published event of one session with these people; return both ids."""
        event = self(
            *("event", "add", "--title", "Wound care", "--zone", "Europe/London"),
            *("--start", "2026-12-01T14:00", "--end", "2026-12-01T16:00"),
        )
        self("event", "publish", event["id"])
        for name in people:
            email = f"{name.split()[0].lower()}@example.org"
            self("registration", "add", event["id"], "--name", name, "--email", email)
        return event["id"], event["sessions"][0]["id"]

    def meeting(self, number: int) -> Meeting:
        """Return a meeting as it is at Zoom."""
        return self.zoom.site.book.meetings[number]

    def hold(self, number: int, *people: Person) -> None:
        """Hold a meeting as planned; it is over, and its report is done, when this returns."""
        instance = self.zoom.hold_meeting(number, people)
        assert instance.ready
        self.clock.at = instance.ready


@pytest.fixture(scope="session", autouse=True)
def _commands_built_once() -> Iterator[None]:
    """Spare each command in this process to build all two hundred of them anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cpd_desktop.cli.run.command_parser", cache(command_parser))
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with sample data, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        on_vault(folder, patch)
        assert run(["--data", str(folder / "data"), "demo"]) == 0
    return folder / "data"


@pytest.fixture
def on_sample(
    tmp_path: Path,
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Cpd:
    """Return the command on a copy of the sample data."""
    return cpd_on_sample(tmp_path, sample, capsys, monkeypatch)


@pytest.fixture
def cpd(
    folder: DataFolder,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[CommandAtZoom]:
    keychains = MemoryKeychains()
    monkeypatch.setattr("cpd_desktop.app.core.SystemClock", lambda: clock)
    monkeypatch.setattr("cpd_desktop.adapters.keychains.Keychains", lambda *_, **__: keychains)
    monkeypatch.setattr("cpd_desktop.adapters.log_file.start_log", lambda *_: None)
    monkeypatch.setattr(Work, "pause", lambda _work, seconds: clock.move(seconds=seconds))
    with zoom_here(clock, monkeypatch) as zoom:
        yield CommandAtZoom(folder, clock, zoom, keychains, capsys)

"""The command, run as a script would run it, on its own folder.

Each start of a process takes as long as a dozen commands, so what is not about processes is run in
this one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop import __version__
from cpd_desktop.adapters.keychains import LOCKED, LOCKED_ADVICE
from cpd_desktop.cli.run import _failed, run
from cpd_desktop.domain.errors import NeedsSignIn
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "cpd_desktop.cli.command"]


class Cpd:
    """Runs ``cpd`` on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"CPD_DATA": str(self.data)}
        done = subprocess.run(
            [*PROGRAM, *arguments], capture_output=True, text=True, env=environment, check=False
        )
        assert done.returncode == code, done.stderr
        return done

    def json(self, *arguments: str, code: int = 0) -> Any:
        return json.loads(self("--json", *arguments, code=code).stdout)

    def event(self, title: str = "Wound care") -> Any:
        return self.json(
            "event", "add", "--title", title, "--start", "2026-10-14T14:00",
            "--end", "2026-10-14T16:00", "--zone", "Europe/London",
        )  # fmt: skip


class CpdHere(Cpd):
    """Runs it in this process."""

    def __init__(self, data: Path, printed: pytest.CaptureFixture[str]) -> None:
        super().__init__(data)
        self._printed = printed

    def __call__(self, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        ended = run(["--data", str(self.data), *arguments])
        out, err = self._printed.readouterr()
        assert ended == code, err
        return subprocess.CompletedProcess(arguments, ended, out, err)


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CpdHere:
    return CpdHere(tmp_path / "data", capsys)


@pytest.fixture
def cpd(tmp_path: Path) -> Cpd:
    return Cpd(tmp_path / "data")


def test_an_event_answers_with_what_the_contract_says(cpd: Cpd) -> None:
    made = cpd.event()
    (session,) = made["sessions"]
    said = {name: made[name] for name in ("id", "title", "status", "zone", "capacity", "trashed")}
    assert said == {
        "id": 1,
        "title": "Wound care",
        "status": "draft",
        "zone": "Europe/London",
        "capacity": None,
        "trashed": False,
    }
    assert (session["id"], session["title"]) == (1, "Wound care")
    assert (session["start"], session["end"]) == (
        "2026-10-14T14:00:00+01:00",
        "2026-10-14T16:00:00+01:00",
    )
    assert (made["credit"], made["minimum"], made["price"]) == ([], "80%", None)
    assert cpd.json("event", "show", "1") == made


def test_a_days_work_in_a_shell(here: Cpd) -> None:
    event = str(here.event()["id"])
    session = here.json(
        "session", "add", event, "--title", "Part 2",
        "--start", "2026-10-15T14:00", "--end", "2026-10-15T15:00",
    )  # fmt: skip
    assert session["title"] == "Part 2"
    person = here.json("registration", "add", event, "--name", "Zoë", "--email", "Z@x.example")
    assert person == {
        "id": 1, "reference": "REG-2026-0001", "name": "Zoë", "email": "z@x.example",
        "status": "confirmed", "payment": "nothing_due",
    }  # fmt: skip
    assert here.json("registration", "list", event) == [person]
    assert here.json("event", "change", event, "--capacity", "9")["capacity"] == 9
    assert here.json("event", "change", event, "--capacity", "none")["capacity"] is None
    (listed,) = here.json("event", "list")
    assert (listed["registered"], listed["sessions"]) == (1, 2)
    assert here.json("event", "trash", event)[0]["trashed"] is True
    assert here.json("event", "list") == []
    assert len(here.json("event", "list", "--trashed")) == 1
    here("undo")
    assert len(here.json("event", "list")) == 1
    assert here.json("audit", "verify")["ok"] is True
    deeds = [each["deed"] for each in here.json("audit", "list")]
    assert deeds == [
        "undo", "event.trash", "event.change", "event.change", "registration.add", "event.change",
        "event.add",
    ]  # fmt: skip


def test_a_backup_brings_back_what_was_deleted(cpd: Cpd, here: CpdHere, tmp_path: Path) -> None:
    here.event("Kept")
    file = str(tmp_path / "mine.cpdbackup")
    assert here.json("backup", "create", "--out", file)["file"] == file
    assert here.json("backup", "verify", file)["ok"] is True
    here("event", "trash", "1")
    restored = cpd.json("backup", "restore", file)
    assert [each["title"] for each in cpd.json("event", "list")] == ["Kept"]
    assert restored["before"] in [each["file"] for each in cpd.json("backup", "list")]


def test_the_flag_for_json_may_stand_anywhere(here: Cpd) -> None:
    here("demo")
    first = here("event", "list", "--json").stdout
    assert json.loads(first) == here.json("event", "list")


def test_the_sample_has_events_and_people(here: Cpd) -> None:
    events = here.json("demo")["events"]
    assert len(events) == 5
    assert len(here.json("registration", "list", str(events[0]))) == 48


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["event", "show", "9"], "There is no event 9."),
        (["undo"], "There is no entry 0"),
        (["registration", "list", "9"], "There is no event 9."),
        (["backup", "verify", "nowhere"], "There is no backup nowhere."),
        (
            ["event", "add", "--title", "T", "--start", "tomorrow", "--end", "x", "--zone", "UTC"],
            "“tomorrow” is not a date and time",
        ),
        (
            ["event", "add", "--title", "T", "--start", "2026-01-01T10:00",
             "--end", "2026-01-01T09:00", "--zone", "UTC"],
            "The session ends before it starts.",
        ),
        (
            ["event", "add", "--title", "T", "--start", "2026-01-01T10:00",
             "--end", "2026-01-01T11:00", "--zone", "UTC", "--capacity", "-3"],
            "The number of places is not between",
        ),
    ],
)  # fmt: skip
def test_what_could_not_be_done_is_said_in_a_sentence(
    here: Cpd, arguments: list[str], says: str
) -> None:
    failed = here(*arguments, code=1)
    assert failed.stderr.startswith(says)
    assert failed.stderr.count("\n") == 1
    assert "Traceback" not in failed.stderr
    assert failed.stdout == ""


def test_a_program_gets_the_failure_as_json_too(here: Cpd) -> None:
    failed = here.json("event", "show", "9", code=1)
    assert failed["error"] == "NotFound"
    assert failed["message"].startswith("There is no event 9.")


@pytest.mark.parametrize("arguments", [[], ["event"], ["event", "show", "x"], ["fly"]])
def test_wrong_usage_is_told_apart(cpd: Cpd, arguments: list[str]) -> None:
    assert "usage: cpd" in cpd(*arguments, code=2).stderr


def test_the_version_is_told(cpd: Cpd) -> None:
    assert cpd("--version").stdout == f"cpd {__version__}\n"
    assert not cpd.data.exists()


def test_a_locked_vault_asks_for_its_passphrase(cpd: Cpd, tmp_path: Path) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("a long enough passphrase\n")
    passphrase.chmod(0o600)
    found = cpd.json("--vault-passphrase-file", str(passphrase), "doctor")
    assert "vault" in next(c["says"] for c in found["checks"] if c["what"] == "keychain").lower()
    locked = cpd.json("doctor")
    assert "locked" in next(c["says"] for c in locked["checks"] if c["what"] == "keychain")


def test_whoever_meets_a_locked_vault_is_told_the_way_round_it_here(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _failed(NeedsSignIn(LOCKED, LOCKED_ADVICE), as_json=False) == 3
    told = capsys.readouterr().err
    assert "Open it with its passphrase in Settings, Secrets." in told
    assert "--vault-passphrase-file" in told
    assert _failed(NeedsSignIn(Sentence("test", "Sign in.")), as_json=False) == 3
    assert "vault" not in capsys.readouterr().err


def test_the_doctor_finds_what_is_wrong_and_names_nobody(here: Cpd, tmp_path: Path) -> None:
    here.event()
    here("registration", "add", "1", "--name", "Zoë Müller", "--email", "zoe.mueller@x.example")
    report = tmp_path / "report.txt"
    found = here.json("doctor", "--out", str(report))
    by_name = {each["what"]: each for each in found["checks"]}
    assert by_name["database"]["ok"]
    assert not by_name["backups"]["ok"]
    text = report.read_text()
    assert "zoe" not in text.lower()
    assert "database: sound" in text


@pytest.mark.slow
def test_the_program_tries_itself(cpd: Cpd) -> None:
    found = cpd.json("self-test")
    assert found["ok"]
    assert len(found["checks"]) == 10
    assert not cpd.data.exists()


def test_ctrl_c_stops_cleanly(cpd: Cpd, tmp_path: Path) -> None:
    script = (
        "import signal, sys, cpd_desktop.services.sample as s\n"
        "from cpd_desktop.cli.run import run\n"
        "made = s.Sample._make\n"
        "def interrupted(self, plan, number):\n"
        "    if number == 2: signal.raise_signal(signal.SIGINT)\n"
        "    return made(self, plan, number)\n"
        "s.Sample._make = interrupted\n"
        f"sys.exit(run(['--data', {str(cpd.data)!r}, 'demo']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Stopped. Nothing was left half-done.\n"
    assert cpd.json("audit", "verify")["ok"]


def test_a_reader_that_has_enough_is_no_failure(cpd: Cpd) -> None:
    cpd("demo")
    command = " ".join([*PROGRAM, "--data", str(cpd.data), "audit", "list"])
    done = subprocess.run(
        ["sh", "-c", f"{command} | head -1"], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_the_command_loads_no_qt_and_nothing_heavy_for_a_list(cpd: Cpd) -> None:
    cpd.event()
    script = (
        "import sys; from cpd_desktop.cli.command import main\n"
        f"main(['--data', {str(cpd.data)!r}, 'event', 'list'])\n"
        "heavy = {'PySide6', 'stripe', 'reportlab', 'keyring', 'alembic', 'requests'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"

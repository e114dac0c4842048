"""`cpd audit`, run as a script would run it."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run
from tests.attended import zoom_csv
from tests.drafts import STARTS

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = STARTS.replace(year=2012)


class Cpd:
    """Runs ``cpd audit …`` on one data folder with an event that is long over."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path, self._capsys = path, capsys
        self.errors = ""
        report = path / "report.csv"
        stays = zoom_csv(("Ada Byron", "ada@x.example", 0, 120), starts=LONG_AGO)
        report.write_text(stays, encoding="utf-8")
        for arguments in (
            ("event", "add", "--title", "Wound care", "--start", "2012-12-01T14:00",
             "--end", "2012-12-01T16:00", "--zone", "Europe/London", "--preset", "nasba"),
            ("registration", "add", "1", "--name", "Ada Byron", "--email", "ada@x.example"),
            ("attendance", "import", "1", str(report)),
        ):  # fmt: skip
            assert run(["--data", str(path / "data"), *arguments]) == 0
        capsys.readouterr()

    def __call__(self, *arguments: object, code: int = 0) -> Any:
        words = map(str, arguments)
        done = run(["--data", str(self.path / "data"), "--json", "audit", *words])
        said = self._capsys.readouterr()
        assert done == code, said.err
        self.errors = said.err
        return json.loads(said.out)

    def says(self, *arguments: object, code: int = 0) -> str:
        words = map(str, arguments)
        assert run(["--data", str(self.path / "data"), "audit", *words]) == code
        return self._capsys.readouterr().out


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cpd:
    return Cpd(tmp_path, capsys)


def test_a_binder_is_written_and_verified(cpd: Cpd) -> None:
    out = cpd.path / "binder.zip"
    written = cpd("export", 1, "--out", out)
    assert (written["file"], written["faults"]) == (str(out), [])
    assert written["size"] == out.stat().st_size
    checked = cpd("verify", out)
    assert (checked["ok"], checked["problems"]) == (True, [])
    assert (checked["manifest"], checked["files"]) == (written["manifest"], written["files"])
    assert written["manifest"] in cpd.says("verify", out)
    assert "Whole" in cpd.says("verify", out)
    first = out.read_bytes()
    assert written["manifest"] in cpd.says("export", 1, "--out", out)
    assert out.read_bytes() == first


def test_a_binder_that_was_changed_ends_with_one_and_says_what_is_wrong(cpd: Cpd) -> None:
    out = cpd.path / "binder.zip"
    cpd("export", 1, "--out", out)
    content = out.read_bytes()
    out.write_bytes(content.replace(b"Ada Byron", b"Eve Byron"))
    told = cpd("verify", out, code=1)
    assert not told["ok"]
    said = "index.html was changed or damaged: its bytes do not fit together."
    assert said in told["problems"]
    assert cpd.errors.startswith("The binder is not as it was made: ")
    assert cpd("verify", cpd.path / "report.csv", code=1)["error"] == "Damaged"
    assert cpd("verify", cpd.path / "nothing", code=1)["error"] == "NotFound"


def test_an_auditor_verifies_without_any_data_folder(
    cpd: Cpd, capsys: pytest.CaptureFixture[str]
) -> None:
    out = cpd.path / "binder.zip"
    cpd("export", 1, "--out", out)
    elsewhere = cpd.path / "elsewhere"
    assert run(["--data", str(elsewhere), "--json", "audit", "verify", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]
    assert not elsewhere.exists()


def test_a_lost_original_is_listed_and_the_rest_is_exported(cpd: Cpd) -> None:
    for each in (cpd.path / "data" / "files").glob("??/*"):
        each.unlink()
    told = cpd("export", 1, "--out", cpd.path / "binder.zip", code=4)
    (fault,) = told["faults"]
    assert "report.csv is not kept here any more" in fault
    with zipfile.ZipFile(cpd.path / "binder.zip") as archive:
        assert not any(each.startswith("originals/") for each in archive.namelist())


def test_an_event_that_is_not_there_has_no_binder(cpd: Cpd) -> None:
    assert cpd("export", 7, "--out", cpd.path / "x.zip", code=1)["error"] == "NotFound"
    assert not (cpd.path / "x.zip").exists()


def test_without_a_file_the_trail_is_verified(cpd: Cpd) -> None:
    assert cpd("verify") == {"entries": len(cpd("list")), "ok": True}


def test_what_is_due_and_what_is_held_is_told(cpd: Cpd) -> None:
    (due,) = cpd("due")
    assert (due["id"], due["keep_until"], due["rule"]) == (1, "2019-12-01", "nasba")
    assert any("1 report" in each for each in due["goes"])
    assert "goes:" in cpd.says("due")
    held = cpd("hold", 1, "--why", "A complaint", "--until", "2199-01-01")
    assert held["hold"] == {"why": "A complaint", "until": "2199-01-01"}
    assert cpd("due") == []
    assert cpd.says("due") == "No event is due for deletion.\n"
    assert cpd("lift", 1)["hold"] is None
    assert cpd("hold", 1, "--why", " ", code=1)["error"] == "Invalid"

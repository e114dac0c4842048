"""Lists of people brought in and written out by a script, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.lists import as_csv

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = [sys.executable, "-m", "cpd_desktop.cli.command"]


class Shell:
    """Runs ``cpd registration …`` on one data folder with one event."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._run("event", "add", "--title", "T", "--start", "2026-10-14T14:00",
                  "--end", "2026-10-14T16:00", "--zone", "UTC")  # fmt: skip

    def list(self, content: str, name: str = "list.csv") -> str:
        (self.path / name).write_text(content, encoding="utf-8")
        return str(self.path / name)

    def __call__(self, action: str, *arguments: str, code: int = 0) -> Any:
        return json.loads(self._run("--json", "registration", action, "1", *arguments, code=code))

    def words(self, action: str, *arguments: str, code: int = 0) -> str:
        return self._run("registration", action, "1", *arguments, code=code)

    def _run(self, *arguments: str, code: int = 0) -> str:
        environment = os.environ | {"CPD_DATA": str(self.path / "data")}
        done = subprocess.run(
            [*PROGRAM, *arguments], capture_output=True, text=True, env=environment, check=False
        )
        assert done.returncode == code, done.stderr
        assert done.stderr == "" or code == 1, "progress is for terminals"
        return done.stdout


@pytest.fixture
def cpd(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_list_is_rehearsed_then_brought_in(cpd: Shell) -> None:
    file = cpd.list(as_csv(("Who", "E-mail"), [("Zoë", "z@x.example"), ("Ben", "no address")]))
    expected = {
        "read": 2, "added": 1, "waitlisted": 0, "updated": 0, "unchanged": 0,
        "errors": [
            {"row": 3, "column": "E-mail", "message": "“no address” is not an e-mail address."}
        ],
    }  # fmt: skip
    assert cpd("import", file, "--map", "name=Who", "--dry-run", code=4) == expected
    assert cpd("list") == []
    assert cpd("import", file, "--map", "name=Who", code=4) == expected
    assert [each["name"] for each in cpd("list")] == ["Zoë"]
    said = cpd.words("import", file, code=4).splitlines()
    assert said == [
        "2 rows: 0 added, 0 waitlisted, 0 updated, 1 unchanged, 1 left out",
        "Row 3, E-mail: “no address” is not an e-mail address.",
    ]


def test_a_list_that_cannot_be_read_is_refused_in_words(cpd: Shell) -> None:
    refused = cpd("import", cpd.list(as_csv(("E-mail",), [("a@x.example",)])), code=1)
    assert refused["problems"] == {"map": "No column tells the names. Say which one does."}
    missing = cpd("import", str(cpd.path / "gone.csv"), code=1)
    assert missing["message"].startswith("There is no file “gone.csv”.")
    unknown = cpd("import", cpd.list("Name\nA\n"), "--map", "email=Fax", code=1)
    assert "There is no column “Fax”" in unknown["message"]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_is_written_out_changes_nothing_when_it_comes_back(cpd: Shell, name: str) -> None:
    headers = ("Name", "E-mail", "Reference", "Status", "Phone", "Tags", "Notes", "Group",
               "Licence number", "Payment status")  # fmt: skip
    rows = [
        ("=HYPERLINK(1)", "a@x.example", "T1", "cancelled", "+44 20 7946 0018", "a; b", "@x\ny",
         "G", "007", "paid"),
        ("Zoë, the “First”", "", "", "pending", "-1", "", "'=1", "", "", ""),
        ("Anna", "", "", "", "", "", "", "", "", ""), ("Anna", "", "", "", "", "", "", "", "", ""),
    ]  # fmt: skip
    assert cpd("import", cpd.list(as_csv(headers, rows)))["added"] == 4
    out = str(cpd.path / name)
    assert cpd("export", out) == {"file": out, "written": 4}
    told = cpd("import", out)
    assert (told["read"], told["unchanged"], told["errors"]) == (4, 4, [])
    if name.endswith(".csv"):
        assert "'=HYPERLINK" in (cpd.path / name).read_text(encoding="utf-8-sig")

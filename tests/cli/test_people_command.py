"""`cpd person`, run as a script would run it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run

if TYPE_CHECKING:
    from pathlib import Path


class Cpd:
    """Runs ``cpd`` on one data folder, in this process."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data = data
        self._capsys = capsys
        self.errors = ""

    def __call__(self, *arguments: str, code: int = 0) -> Any:
        done = run(["--data", str(self._data), "--json", *arguments])
        said = self._capsys.readouterr()
        assert done == code, said.err
        self.errors = said.err
        return json.loads(said.out)

    def says(self, *arguments: str) -> str:
        assert run(["--data", str(self._data), *arguments]) == 0
        return self._capsys.readouterr().out


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cpd:
    made = Cpd(tmp_path / "data", capsys)
    made(
        "event", "add", "--title", "Wound care", "--start", "2026-10-14T14:00",
        "--end", "2026-10-14T16:00", "--zone", "Europe/London",
    )  # fmt: skip
    made("registration", "add", "1", "--name", "Ada Byron", "--email", "ada@x.example")
    made("registration", "add", "1", "--name", "Byron, Ada", "--email", "ada@y.example")
    return made


def test_people_are_listed_searched_and_shown_with_their_history(cpd: Cpd) -> None:
    assert [each["id"] for each in cpd("person", "list")] == [1, 2]
    assert [each["id"] for each in cpd("person", "list", "--search", "y.example")] == [2]
    shown = cpd("person", "show", "1")
    assert shown["history"][0]["reference"] == "REG-2026-0001"
    assert "Wound care" in cpd.says("person", "show", "1")


def test_a_person_is_changed_and_found_by_tag(cpd: Cpd) -> None:
    changed = cpd(
        "person", "change", "1", "--name", "Ada King", "--add-address", "king@x.example",
        "--add-licence", "NMC:12A", "--add-tag", "nurse", "--do-not-mail", "yes",
    )  # fmt: skip
    assert changed["name"] == "Ada King"
    assert changed["email"] == "ada@x.example"
    assert changed["addresses"] == ["king@x.example"]
    assert changed["licences"] == [{"body": "NMC", "number": "12A"}]
    assert [each["id"] for each in cpd("person", "list", "--tag", "nurse")] == [1]
    assert [each["id"] for each in cpd("person", "list", "--do-not-mail")] == [1]
    assert "not to be written to" in cpd.says("person", "show", "1")


def test_duplicates_are_offered_shown_merged_and_taken_back(cpd: Cpd) -> None:
    (pair,) = cpd("person", "duplicates")["pairs"]
    assert (pair["person"], pair["other"]) == (1, 2)
    assert "The same name in another order." in cpd.says("person", "duplicates")
    planned = cpd("person", "merge", "1", "2", "--dry-run")
    assert "REG-2026-0001 stays (confirmed)" in planned["says"][0]
    assert len(cpd("person", "list")) == 2
    made = cpd("person", "merge", "1", "2")
    assert made["addresses"] == ["ada@y.example"]
    assert made["spellings"] == ["Byron, Ada"]
    assert [each["reference"] for each in cpd("registration", "list", "1")] == ["REG-2026-0001"]
    cpd("undo")
    assert len(cpd("registration", "list", "1")) == 2


def test_two_people_told_apart_are_not_offered(cpd: Cpd) -> None:
    cpd("person", "apart", "1", "2")
    assert cpd("person", "duplicates") == {"pairs": [], "total": 0}


def test_nobody_is_erased_without_a_yes(cpd: Cpd) -> None:
    assert cpd("person", "erase", "1", code=1)["error"] == "NotAllowed"
    assert "cannot be undone" in cpd.errors
    assert "What stays is 1 place" in cpd.says("person", "erase", "1", "--dry-run")
    assert cpd("person", "show", "1")["name"] == "Ada Byron"


def test_an_erased_person_is_a_number_with_a_reason(cpd: Cpd) -> None:
    report = cpd("person", "erase", "1", "--yes", "--why", "Asked on the phone")
    assert report["id"] == 1
    assert any("provable" in each for each in report["stays"])
    shown = cpd("person", "show", "1")
    assert (shown["name"], shown["email"], shown["notes"]) == (
        "Erased person 1", "", "Asked on the phone",
    )  # fmt: skip
    assert shown["erased"]
    assert cpd("audit", "verify")["ok"]


def test_a_person_who_is_not_there_is_said_so(cpd: Cpd) -> None:
    for arguments in (["show", "9"], ["merge", "1", "9"], ["erase", "9", "--yes"]):
        assert cpd("person", *arguments, code=1)["error"] == "NotFound"

"""`cpd attendance`, run as a script would run it."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.cli.run import run
from cpd_desktop.domain.attendance.credit_rules import CreditRule
from cpd_desktop.store.folder import DataFolder
from tests.attended import zoom_csv
from tests.drafts import STARTS

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

SUM = ("matched", "to_review", "guests", "hosts", "ignored")
STAYS = (
    ("Ada Byron", "ada@x.example", 0, 120),
    ("Byron", "", 0, 110),
    ("Grace Hoper", "", 0, 30),
    ("Jane Visitor", "jane@v.example", 5, 100),
    ("Otter.ai", "", 0, 120),
)


class Cpd:
    """Runs ``cpd attendance …`` on one data folder with one event, in this process."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str], starts: datetime) -> None:
        self._path, self._capsys = path, capsys
        self.folder = path / "data"
        self.errors = ""
        self.starts = starts
        for arguments in (
            ("event", "add", "--title", "Wound care", "--start", f"{starts:%Y-%m-%dT%H:%M}",
             "--end", f"{starts:%Y-%m-%d}T16:00", "--zone", "Europe/London",
             "--credit", "2 CPD hours"),
            ("registration", "add", "1", "--name", "Ada Byron", "--email", "ada@x.example"),
            ("registration", "add", "1", "--name", "Grace Hopper", "--email", "gh@x.example"),
        ):  # fmt: skip
            self._run(arguments)

    def _run(self, arguments: tuple[str, ...], code: int = 0) -> Any:
        done = run(["--data", str(self._path / "data"), "--json", *arguments])
        said = self._capsys.readouterr()
        assert done == code, said.err
        self.errors = said.err
        return json.loads(said.out)

    def __call__(self, action: str, *arguments: str, code: int = 0) -> Any:
        return self._run(("attendance", action, "1", *arguments), code)

    def event(self, *arguments: str) -> Any:
        return self._run(("event", *arguments))

    def says(self, action: str, *arguments: str) -> str:
        assert run(["--data", str(self._path / "data"), "attendance", action, "1", *arguments]) == 0
        return self._capsys.readouterr().out

    def report(self, *stays: tuple[str, str, int, int], hours: int = 0) -> str:
        file = self._path / "report.csv"
        starts = self.starts.replace(hour=self.starts.hour + hours)
        file.write_text(zoom_csv(*(stays or STAYS), starts=starts), encoding="utf-8")
        return str(file)


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cpd:
    return Cpd(tmp_path, capsys, STARTS.replace(year=2024))  # long over, whatever day it is


def test_what_became_of_each_row_of_a_report_adds_up(cpd: Cpd) -> None:
    told = cpd("import", cpd.report())
    assert {name: told[name] for name in ("read", *SUM)} == {
        "read": 5, "matched": 1, "to_review": 2, "guests": 1, "hosts": 0, "ignored": 1,
    }  # fmt: skip
    assert told["source"] == 1
    again = cpd("import", cpd.report())
    assert (again["source"], again["unchanged"]) == (1, True)


def test_everybody_is_shown_with_minutes_result_credit_and_reasons(cpd: Cpd) -> None:
    cpd("import", cpd.report())
    shown = cpd("show")
    assert shown["reconciliation"]["read"] == sum(shown["reconciliation"][each] for each in SUM)
    ada, grace = shown["people"]
    assert {name: ada[name] for name in (
        "registration", "reference", "name", "email", "seconds", "minutes", "percent", "result",
        "credit", "method", "names", "reasons",
    )} == {
        "registration": 1, "reference": "REG-2024-0001", "name": "Ada Byron",
        "email": "ada@x.example", "seconds": 7200, "minutes": 120, "percent": 100,
        "result": "attended", "credit": "2 CPD hours", "method": "address",
        "names": ["Ada Byron"], "reasons": [],
    } | {"reference": ada["reference"]}  # fmt: skip
    assert (grace["result"], grace["method"]) == ("review", None)
    review = next(each for each in shown["review"] if each["names"] == ["Grace Hoper"])
    assert review["seconds"] == 1800
    (candidate,) = review["candidates"]
    assert (candidate["registration"], candidate["name"]) == (2, "Grace Hopper")
    assert candidate["score"] > 80
    assert "sounds like their name" in candidate["reasons"][0]
    assert "to review" in cpd.says("show")


def test_a_decision_answers_with_the_rows_that_changed(cpd: Cpd) -> None:
    cpd("import", cpd.report())
    key = next(each["participant"] for each in cpd("show")["review"] if "Hoper" in each["names"][0])
    person, participant = cpd("decide", key, "--is", "2", "--why", "called her")
    assert (person["name"], person["result"]) == ("Grace Hopper", "partial")
    assert "25 % of 120 minutes; 80 % needed; left at 14:30." in person["reasons"]
    assert (participant["participant"], participant["fate"]) == (key, "matched")
    cpd("decide", "Byron", "--guest")
    assert cpd("show")["review"] == []
    cpd("undo")
    assert [each["names"] for each in cpd("show")["review"]] == [["Byron"]]


def test_one_screen_is_split_and_two_participants_are_one(cpd: Cpd) -> None:
    cpd("import", cpd.report(*STAYS[:2]))
    cpd("decide", "Ada Byron", "--split", "1,2", "--why", "one laptop")
    assert {each["result"] for each in cpd("show")["people"]} == {"attended"}
    cpd("undo")
    cpd("decide", "Byron", "--same-as", "Ada Byron")
    assert cpd("show")["review"] == []


def test_an_override_says_who_and_why_and_is_cleared_again(cpd: Cpd) -> None:
    cpd("import", cpd.report())
    (row,) = cpd("override", "2", "--met", "--why", "her line was cut")
    assert (row["result"], row["credit"]) == ("override", "2 CPD hours")
    assert "her line was cut" in row["reasons"][0]
    (row,) = cpd("override", "2", "--clear", "--why", "it was not")
    assert row["result"] == "review"
    cpd("override", "2", "--met", "--why", " ", code=1)
    assert "Say why" in cpd.errors


def test_what_cannot_be_done_is_said_in_a_sentence(cpd: Cpd) -> None:
    cpd("undo", code=1)
    assert "Nothing was decided about this event yet." in cpd.errors
    cpd("decide", "Nobody", "--guest", code=1)
    assert "no participant Nobody" in cpd.errors
    told = cpd("import", cpd.report(hours=5), code=1)
    assert "--zone" in told["problems"]
    assert "Answer with --zone. Nothing was imported." in cpd.errors
    assert cpd("import", cpd.report(hours=5), "--zone", "Asia/Karachi")["read"] == 5


def test_the_sheet_of_a_workbook_can_be_said(cpd: Cpd, tmp_path: Path) -> None:
    book = Workbook()
    for title in ("Early", "Late"):
        sheet = book.create_sheet(title)
        for row in csv.reader(zoom_csv(*STAYS[: len(title) - 3]).splitlines()):
            sheet.append(row)
    book.save(tmp_path / "report.xlsx")
    file = [str(tmp_path / "report.xlsx"), "--zone", "Europe/London", "--sheet"]
    assert cpd("import", *file, "Late")["read"] == 1
    cpd("import", *file, "Middle", code=1)
    assert "Middle" in cpd.errors


def test_what_somebody_did_besides_is_noted(cpd: Cpd) -> None:
    cpd("rule", "--set", "evaluation=yes")
    cpd("import", cpd.report(STAYS[0]))
    assert cpd("show")["people"][0]["reasons"] == ["The evaluation is not done."]
    (row,) = cpd("mark", "1", "evaluation", "1")
    assert row["result"] == "attended"
    cpd("mark", "1", "evaluation", "clear")
    assert cpd("show")["people"][0]["result"] == "partial"
    cpd("mark", "1", "quiz", "often", code=1)


def test_attendance_is_written_into_a_file_of_each_kind(cpd: Cpd, tmp_path: Path) -> None:
    cpd("import", cpd.report())
    for kind, begins in (("csv", b"\xef\xbb\xbfName"), ("xlsx", b"PK"), ("pdf", b"%PDF")):
        told = cpd("export", "--out", str(tmp_path / f"who.{kind}"))
        assert told == {"file": str(tmp_path / f"who.{kind}"), "people": 2}
        assert (tmp_path / f"who.{kind}").read_bytes().startswith(begins)
    cpd("export", "--out", str(tmp_path / "who.doc"), code=1)
    assert "does not end in .csv, .xlsx or .pdf" in cpd.errors


def test_who_was_in_the_room_is_noted_by_hand(cpd: Cpd) -> None:
    rows = cpd("seen", "1,2", "--to", "15:00", "--why", "the train")
    assert [(each["minutes"], each["method"]) for each in rows] == [(60, "hand"), (60, "hand")]
    assert "from 14:00 to 15:00: the train" in rows[0]["evidence"][0]
    (row,) = cpd("seen", "2", "--session", "1", "--absent", "--why", "somebody else")
    assert row["result"] == "absent"
    cpd("seen", "1,2", "--clear")
    assert {each["result"] for each in cpd("show")["people"]} == {"review"}
    for wrong in (
        ("--to", "15:00"), ("--session", "9", "--why", "w"), ("--from", "noon", "--why", "w"),
        ("--absent", "--from", "14:30", "--why", "w"), ("--from", "17:00", "--why", "w"),
    ):  # fmt: skip
        cpd("seen", "1", *wrong, code=1)


def test_the_rule_is_shown_and_changed_and_every_result_names_its_version(cpd: Cpd) -> None:
    before = cpd("rule")
    assert (before["minimum_percent"], before["preset"], before["lines"][0]["own"]) == (
        80, "", False,
    )  # fmt: skip
    strict = cpd("rule", "--set", "minimum_percent=95", "--set", "step=0.5")
    assert strict["version"] != before["version"]
    assert strict["minimum_percent"] == 95
    assert cpd.event("show", "1")["minimum"] == "95%"
    own = cpd("rule", "--line", "CPD hours", "--preset", "nasba")
    assert own["lines"][0]["own"]
    assert cpd.event("show", "1")["rule"] == own
    cpd("import", cpd.report())
    (credit,) = cpd("show")["people"][0]["credits"]
    assert credit["rule"] == own["lines"][0]["version"]
    assert "95 % of the event must be attended." in cpd.says("rule")
    for wrong in ("colour=red", "step", "step=0.3", "minimum_percent=many", "award=gold"):
        cpd("rule", "--set", wrong, code=1)


def test_each_line_of_credit_is_earned_by_its_own_rule(cpd: Cpd) -> None:
    cpd.event("change", "1", "--credit", "2 CPD hours", "--credit", "1 CE", "--credit", "2.4 CPE")
    cpd("rule", "--line", "CE", "--preset", "apa")
    told = cpd("rule", "--line", "CPE", "--set", "award=by minutes", "--set", "unit_minutes=50")
    assert [each["own"] for each in told["lines"]] == [False, True, True]
    assert told["lines"][1]["says"][-1] == (
        "Also asked: never away for more than 15 minutes on end, the evaluation."
    )
    cpd("import", cpd.report(STAYS[0]))
    ada = cpd("show")["people"][0]
    assert [each["rule"] for each in ada["credits"]] == [each["version"] for each in told["lines"]]
    assert [each["eligible"] for each in ada["credits"]] == [True, False, True]


def test_a_preset_of_ones_own_is_known_to_the_command(cpd: Cpd) -> None:
    cpd("rule", "--preset", "my college", code=1)
    assert "no preset “my college”" in cpd.errors
    folder = DataFolder(cpd.folder)
    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.presets.keep("My college", "CPD hours", CreditRule(quiz=True))
    told = cpd("rule", "--preset", "my college")
    assert (told["quiz"], told["preset"]) == (True, "")
    assert cpd.event("change", "1", "--preset", "My College")["rule"]["quiz"]


def test_a_preset_brings_its_whole_rule_and_a_minimum_stays_on_top(cpd: Cpd) -> None:
    cpd.event("change", "1", "--preset", "ama")
    told = cpd("rule")
    assert (told["minimum_minutes"], told["minimum_percent"], told["award"]) == (
        15, None, "by minutes",
    )  # fmt: skip
    cpd.event("change", "1", "--minimum", "50%")
    told = cpd("rule")
    assert (told["minimum_minutes"], told["minimum_percent"], told["award"]) == (
        None, 50, "by minutes",
    )  # fmt: skip
    copy = cpd.event("duplicate", "1", "--start", "2027-03-22T14:00")
    assert copy["minimum"] == "50%"


def test_the_sample_has_a_report_worth_looking_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "sample"), "--json"]
    run([*data, "demo"])
    made = json.loads(capsys.readouterr().out)["report"]
    run([*data, "attendance", "import", str(made["event"]), made["file"]])
    told = json.loads(capsys.readouterr().out)
    assert {name: told[name] for name in ("read", *SUM)} == {
        "read": 32, "matched": 23, "to_review": 4, "guests": 1, "hosts": 1, "ignored": 3,
    }  # fmt: skip
    run([*data, "attendance", "show", str(made["event"])])
    shown = json.loads(capsys.readouterr().out)
    results = [each["result"] for each in shown["people"]]
    assert {each: results.count(each) for each in set(results)} == {
        "attended": 20, "partial": 1, "absent": 2, "review": 4,
    }  # fmt: skip


def test_an_evaluation_is_noted_of_everybody_on_its_list(cpd: Cpd, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text("Name,Email\nAda,ada@x.example\nJane Doe,\n")
    told = cpd("mark-list", str(tmp_path / "answers.csv"), "evaluation", code=4)
    assert told == {"read": 2, "noted": 1, "unknown": ["Jane Doe"]}

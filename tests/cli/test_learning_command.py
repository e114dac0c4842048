"""`cpd module …` and `cpd assignment …`, as a script runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Cpd = Callable[..., Any]


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cpd:
    def call(*arguments: str, code: int = 0) -> Any:
        assert run(["--json", "--data", str(tmp_path / "data"), *arguments]) == code
        return json.loads(capsys.readouterr().out)

    call(
        "event", "add", "--title", "Wound care", "--start", "2026-10-14T14:00",
        "--end", "2026-10-14T16:00", "--zone", "Europe/London",
    )  # fmt: skip
    return call


def test_content_is_put_into_modules_that_open_one_after_the_other(
    cpd: Cpd, tmp_path: Path
) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF")
    first = cpd("module", "add", "1", "--title", "First", "--on", "2026-10-01T09:00")
    assert (first["release"], first["on"]) == ("on_date", "2026-10-01T09:00:00+01:00")
    second = cpd("module", "add", "1", "--title", "Second", "--after", str(first["id"]))
    third = cpd("module", "add", "1", "--title", "Third", "--after-days", "7")
    piece = cpd("module", "put", "1", "--document", str(tmp_path / "sheet.pdf"))
    assert (piece["kind"], piece["title"], piece["file"]) == ("document", "sheet", "sheet.pdf")
    for flag, value in (("--video", "https://v.example"), ("--quiz", "https://q.example")):
        cpd("module", "put", "1", "--title", "Link", flag, value)
    cpd("module", "put", "2", "--title", "Words", "--text", "Read")
    listed = cpd("module", "list", "1")
    assert listed[2] == third
    assert [each["kind"] for each in listed[0]["content"]] == ["document", "video", "quiz"]
    assert (second["after"], third["after_days"]) == (1, 7)
    refused = cpd("module", "put", "1", "--video", "nowhere", "--title", "x", code=1)
    assert set(refused["problems"]) == {"link"}


def test_work_is_handed_in_marked_and_approved(cpd: Cpd) -> None:
    cpd("registration", "add", "1", "--name", "Zoë", "--reference", "A7")
    task = cpd(
        "assignment", "add", "1", "--title", "Case", "--pass-mark", "30", "--required",
        "--due", "2020-01-01T09:00", "--criterion", "Plan=20", "--criterion", "Reasons=30",
    )  # fmt: skip
    assert (task["points"], task["due"]) == (50, "2020-01-01T09:00:00+00:00")
    assert task["rubric"][1] == {"words": "Reasons", "points": 30}
    assert "nothing" in cpd("assignment", "mark", "1", "A7", "--approve", code=1)["message"]
    draft = cpd("assignment", "hand-in", "1", "A7", "--text", "So far", "--draft")
    assert (draft["attempt"], draft["status"]) == (1, "draft")
    refused = cpd("assignment", "hand-in", "1", "A7", "--text", "Mine", code=1)
    assert refused["error"] == "NotAllowed"
    handed = cpd("assignment", "hand-in", "1", "A7", "--text", "Mine", "--late")
    assert (handed["attempt"], handed["status"]) == (1, "submitted")
    back = cpd("assignment", "mark", "1", "A7", "--revise", "--feedback", "Why?")
    assert (back["status"], back["feedback"], back["mark"]) == ("needs_revision", "Why?", None)
    cpd("assignment", "hand-in", "1", "A7", "--text", "Better", "--late")
    assert cpd("assignment", "mark", "1", "A7", "--points", "20", "5")["status"] == "graded"
    done = cpd("assignment", "mark", "1", "A7", "--points", "20", "15", "--approve")
    assert (done["attempt"], done["status"], done["mark"]) == (2, "approved", 35)
    (listed,) = cpd("assignment", "list", "1")
    assert listed == task | {"people": {"approved": 1}}


def test_a_criterion_without_points_is_refused(cpd: Cpd) -> None:
    for text in ("Plan", "Plan=", "Plan=many", "=3"):
        refused = cpd("assignment", "add", "1", "--title", "C", "--criterion", text, code=1)
        assert set(refused["problems"]) == {"rubric"}

"""Registering from a script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def cpd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    def call(*arguments: str, code: int = 0) -> Any:
        assert run(["--data", str(tmp_path / "data"), "--json", *arguments]) == code
        return json.loads(capsys.readouterr().out)

    return call


@pytest.fixture
def event(cpd: Callable[..., Any]) -> str:
    made = cpd(
        *("event", "add", "--title", "Wound care", "--zone", "Europe/London", "--capacity", "1"),
        *("--start", "2026-10-14T14:00", "--end", "2026-10-14T16:00"),
    )
    for name in ("Ann", "Ben", "Cem"):
        cpd("registration", "add", str(made["id"]), "--name", name, "--reference", name[0])
    return str(made["id"])


def statuses(cpd: Callable[..., Any], event: str) -> dict[str, str]:
    return {each["reference"]: each["status"] for each in cpd("registration", "list", event)}


def test_a_place_given_up_is_offered_to_the_first_in_line(
    cpd: Callable[..., Any], event: str
) -> None:
    assert statuses(cpd, event) == {"A": "confirmed", "B": "waitlisted", "C": "waitlisted"}
    assert cpd("registration", "cancel", event, "A")["status"] == "cancelled"
    assert [each["reference"] for each in cpd("registration", "offer", event)] == ["B"]
    assert cpd("registration", "confirm", event, "B")["status"] == "confirmed"
    assert cpd("registration", "confirm", event, "A")["status"] == "waitlisted"
    assert cpd("registration", "offer", event, code=1)["error"] == "Conflict"


def test_passing_the_line_must_be_said(cpd: Callable[..., Any], event: str) -> None:
    cpd("registration", "cancel", event, "A")
    refused = cpd("registration", "confirm", event, "C", code=1)
    assert refused["error"] == "OutOfTurn"
    assert "ahead of Cem: 1 person" in refused["message"]
    confirmed = cpd("registration", "confirm", event, "C", "--out-of-turn")
    assert confirmed["status"] == "confirmed"


def test_money_is_noted(cpd: Callable[..., Any], event: str) -> None:
    assert cpd("registration", "pay", event, "A")["payment"] == "paid"
    assert cpd("registration", "pay", event, "A", "--as", "waived")["payment"] == "waived"
    assert cpd("registration", "pay", event, "Z", code=1)["error"] == "NotFound"


def test_people_are_checked_in_once(cpd: Callable[..., Any], event: str) -> None:
    came = cpd("checkin", event, "A")
    assert (came["reference"], came["here"], came["expected"], came["again"]) == ("A", 1, 1, False)
    assert cpd("checkin", event, "A", "--session", "1")["again"] is True
    assert cpd("checkin", event, "B", code=1)["error"] == "NotExpected"


def test_codes_are_added_and_listed(cpd: Callable[..., Any], event: str) -> None:
    made = cpd("code", "add", "EARLY", "--percent", "20", "--uses", "5")
    assert made == {
        "id": 1, "code": "EARLY", "percent": 20, "amount": None, "event": None,
        "uses": 5, "used": 0, "active": True,
    }  # fmt: skip
    other = cpd("code", "add", "TENNER", "--amount", "10 GBP", "--event", event)
    assert (other["amount"], other["event"]) == ("10.00 GBP", int(event))
    assert cpd("code", "list", "--event", event) == [made, other]
    assert cpd("code", "add", "early", "--percent", "5", code=1)["error"] == "Conflict"
    assert cpd("code", "add", "X", "--percent", "5", "--event", "9", code=1)["error"] == "NotFound"

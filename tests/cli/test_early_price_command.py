"""An early price from a script."""

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


ADD = (
    *("event", "add", "--title", "Wound care", "--zone", "Europe/London"),
    *("--start", "2030-10-14T14:00", "--end", "2030-10-14T16:00"),
)
PRICED = (*ADD, "--price", "75 GBP", "--early-price", "60", "--early-until", "2030-09-30")


def early(told: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(told[name] for name in ("price", "early_price", "early_until"))


def test_an_early_price_is_told_kept_and_taken_away(cpd: Callable[..., Any]) -> None:
    made = cpd(*PRICED)
    assert early(made) == ("75.00 GBP", "60.00 GBP", "2030-09-30")
    change = ("event", "change", str(made["id"]))
    assert early(cpd(*change, "--early-price", "50.00 GBP"))[1:] == ("50.00 GBP", "2030-09-30")
    assert early(cpd(*change, "--early-until", "2030-10-01"))[1:] == ("50.00 GBP", "2030-10-01")
    assert early(cpd(*change, "--title", "Burns"))[1:] == ("50.00 GBP", "2030-10-01")
    assert early(cpd(*change, "--early-price", "none")) == ("75.00 GBP", None, None)


def test_a_free_event_has_no_early_price(cpd: Callable[..., Any]) -> None:
    made = cpd(*PRICED)
    told = cpd("event", "change", str(made["id"]), "--price", "none")
    assert early(told) == (None, None, None)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--price", "75 GBP", "--early-price", "80 GBP", "--early-until", "2030-09-30"),
         "not lower than the price"),
        (("--price", "75 GBP", "--early-price", "60 EUR", "--early-until", "2030-09-30"),
         "is in EUR, but the price is in GBP"),
        (("--price", "75 GBP", "--early-price", "60 GBP", "--early-until", "2030-10-15"),
         "until 2030-10-15, but the event starts on 2030-10-14"),
        (("--early-price", "60 GBP", "--early-until", "2030-09-30"), "but no price"),
        (("--price", "75 GBP", "--early-price", "60 GBP"), "Say both"),
        (("--price", "75 GBP", "--early-until", "2030-09-30"), "Say both"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_said(
    cpd: Callable[..., Any], more: tuple[str, ...], says: str
) -> None:
    assert says in json.dumps(cpd(*ADD, *more, code=1), ensure_ascii=False)
    assert cpd("event", "list") == []


def test_a_bill_of_an_early_place_is_at_the_early_price(cpd: Callable[..., Any]) -> None:
    event = str(cpd(*PRICED)["id"])
    cpd("registration", "add", event, "--name", "Ann", "--reference", "A")
    (owed,) = cpd("billing", "owe", event)
    assert owed["open"] == "60.00 GBP"

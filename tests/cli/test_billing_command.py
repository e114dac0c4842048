"""`cpd billing …` from the bill to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.certificates.archive_rules import broken_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cpd_here import Cpd


@pytest.fixture
def cpd(on_sample: Cpd) -> Cpd:
    made = on_sample
    made("event", "change", 5, "--price", "75.00 EUR")
    made("event", "publish", 5)
    for name in ("Ada One", "Ben Two", "Cid Three"):
        email = f"{name.split()[0].lower()}@clinic.example"
        made("registration", "add", 5, "--name", name, "--email", email)
    made("provider", "--name", "=Acme")
    return made


@pytest.fixture
def places(cpd: Cpd) -> list[str]:
    return [each["reference"] for each in cpd("registration", "list", 5)]


def test_a_place_is_ordered_paid_and_refunded_by_the_command(
    cpd: Cpd, places: list[str], tmp_path: Path
) -> None:
    cpd("billing", "setup", "--tax", 1900, "--prices", "with-tax", "--language", "de")
    order = cpd("billing", "order", 5, places[0], "--donation", "5 EUR")
    assert (order["number"], order["total"]) == ("ORD-2026-0001", "80.00 EUR")
    assert [each["tax"] for each in order["lines"]] == ["11.97 EUR", "0.00 EUR"]
    paid = cpd("billing", "pay", order["number"], "80", "--by", "cash", "--on", "2026-11-20")
    assert paid["order"]["open"] == "0.00 EUR"
    kinds = [each["kind"] for each in paid["documents"]]
    assert kinds == ["invoice", "receipt"]
    out = tmp_path / "invoice.pdf"
    assert cpd("billing", "invoice", order["id"], "--out", out)["file"] == str(out)
    assert out.read_bytes().startswith(b"%PDF-1.7")
    back = cpd("billing", "refund", paid["id"], "--amount", "40", "--why", "Ill")
    assert (back["refundable"], back["credit_note"]["total"]) == ("40.00 EUR", "40.00 EUR")
    shown = cpd("billing", "show", order["id"])
    assert (shown["paid"], shown["refunded"], shown["open"]) == (
        "80.00 EUR", "40.00 EUR", "0.00 EUR",
    )  # fmt: skip
    assert len(shown["documents"]) == 3
    number = shown["documents"][2]["number"]
    assert cpd("billing", "document", number)["kind"] == "credit_note"
    assert "REC-" in cpd.lines("billing", "receipt", paid["id"])


def test_who_owes_and_what_came_in_is_told_and_written_without_formulas(
    cpd: Cpd, places: list[str], tmp_path: Path
) -> None:
    cpd("event", "change", 5, "--title", "=1+1 Supervision")
    cpd("billing", "order", 5, ",".join(places[1:]), "--buyer", "Ward", "--tax-number", "ATU1",
        "--treatment", "reverse_charge")  # fmt: skip
    owed = cpd("billing", "owe", 5)
    assert [(each["order"], each["open"]) for each in owed] == [
        ("ORD-2026-0001", "150.00 EUR"),
        (None, "75.00 EUR"),
    ]
    cpd("billing", "pay", 1, "200")
    person = cpd("billing", "orders", 5)[0]["person"]
    assert cpd("billing", "balance", "--person", person) == ["-50.00 EUR"]
    assert cpd("billing", "balance") == [{"person": person, "balance": ["-50.00 EUR"]}]
    gift = cpd("billing", "donate", person, "20 EUR")
    assert cpd("billing", "allocate", gift["number"], "20")["open"] == "0.00 EUR"
    report = cpd("billing", "report", "--by", "year", "--out", tmp_path / "report.csv")
    assert [(each["title"], each["charged"], each["paid"]) for each in report] == [
        ("", "20.00", "50.00"),
        ("=1+1 Supervision", "150.00", "150.00"),
    ]
    written = (tmp_path / "report.csv").read_text("utf-8-sig")
    assert "'=1+1 Supervision" in written
    cpd("billing", "report", "--out", tmp_path / "report.pdf")
    assert broken_rules((tmp_path / "report.pdf").read_bytes()) == []
    cpd("billing", "owe", "--out", tmp_path / "owe.xlsx")
    assert (tmp_path / "owe.xlsx").stat().st_size > 0
    assert cpd("billing", "report", "--from", "2020-01-01", "--to", "2020-12-31") == []
    assert {each["kind"] for each in cpd("billing", "ledger")} == {"charge", "payment", "transfer"}
    assert cpd("billing", "orders", "--owing") == []


def test_a_cancelled_event_and_a_bank_list_are_settled_by_the_command(
    cpd: Cpd, places: list[str], tmp_path: Path
) -> None:
    for each in places[:2]:
        cpd("billing", "order", 5, each)
    bank = tmp_path / "bank.csv"
    bank.write_text(
        "Date,Name,Reference,Amount\n2026-11-18,Ada,ORD-2026-0001,75.00\n"
        "2026-11-18,X,hello,75.00\n2026-11-19,Y,other,1.00\n"
    )
    told = cpd("billing", "import-bank", bank, "--currency", "EUR")
    assert (told["read"], told["new"], "booked" in told) == (3, 3, False)
    done = cpd("billing", "import-bank", bank, "--currency", "EUR", "--book-sure",
               "--book", "3=ORD-2026-0002", "--ignore", "4")  # fmt: skip
    assert ([each["row"] for each in done["booked"]], done["ignored"]) == ([2, 3], 1)
    cpd("billing", "import-bank", bank, "--book", "x", code=1)
    cpd("event", "cancel", 5, "--why", "Ill")
    due = cpd("billing", "refunds", 5)
    assert [each["amount"] for each in due] == ["75.00 EUR", "75.00 EUR"]
    booked = cpd("billing", "refunds", 5, "--approve", "all")
    assert (len(booked["refunded"]), booked["failed"]) == (2, [])
    assert "Nothing has to go back" in cpd.lines("billing", "refunds")
    payments = {each["payment"] for each in cpd("registration", "list", 5)}
    assert payments == {"refunded", "due"}


def test_what_cannot_be_is_refused_in_words(cpd: Cpd, places: list[str]) -> None:
    tries: tuple[Callable[[], object], ...] = (
        lambda: cpd("billing", "order", 5, "nobody", code=1),
        lambda: cpd("billing", "show", "ORD-1999-0001", code=1),
        lambda: cpd("billing", "pay", 1, "75", code=1),
        lambda: cpd("billing", "order", 5, places[0], "--donation", "much", code=1),
    )
    for each in tries:
        each()
    order = cpd("billing", "order", 5, places[0])
    cpd("billing", "pay", order["id"], "75", "--on", "soon", code=1)
    cpd("billing", "pay", order["id"], "0", code=1)
    assert cpd("billing", "credit", order["id"], "--why", "In error")["open"] == "0.00 EUR"
    cpd("billing", "pay", order["id"], "75")
    (doubt,) = cpd("billing", "doubts")
    assert doubt["kind"] == "paid_twice"
    assert cpd("billing", "doubts", "--settle", doubt["id"], "--why", "Sent back") == []
    assert cpd("billing", "pay-on-account", order["person"], "5 EUR")["order"] is None

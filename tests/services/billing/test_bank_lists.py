"""Lists of payments brought in: proposed first, booked once, and never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.services.billing.bank_import import sure_ones
from cpd_desktop.services.work import Work
from tests.billed import billed

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.billing.bank_import import BankList
    from cpd_desktop.store.folder import DataFolder
    from tests.billed import Billed
    from tests.clock import FixedClock

LIST = """Date,Name,Reference,Amount,Currency
2026-11-18,Ada,ORD-2026-0001,75.00,GBP
2026-11-19,Ben,REG-2026-0002 thank you,50.00,GBP
2026-11-19,=HYPERLINK("http://x"),+cmd|' /C calc'!A0,75.00,GBP
2026-11-20,Rent,,-900.00,GBP
nonsense,,,x,GBP
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "bank.csv"
    made.write_text(LIST)
    return made


def propose(here: Billed, path: Path, kind: str = "bank") -> BankList:
    return here.core.bank_import.propose(path, kind, "", Work())


def test_what_fits_is_proposed_and_only_what_is_accepted_is_booked(
    folder: DataFolder, clock: FixedClock, path: Path
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.order("Ada")
        here.order("Ben")
        told = propose(here, path)
        assert (told.read, len(told.proposals), told.others, len(told.problems)) == (5, 3, 1, 1)
        assert [str(each.certainty) for each in told.proposals] == ["sure", "likely", "none"]
        assert here.core.payments.listed() == []
        done = here.core.bank_import.book(path, told, sure_ones(told), [4]).value
        assert (list(done.payments), done.ignored) == ([2], 1)
        assert (here.place("Ada").payment, here.place("Ben").payment) == (
            Payment.PAID,
            Payment.DUE,
        )
        (paid,) = here.core.payments.listed()
        assert (str(paid.amount), paid.received_on.isoformat()) == ("75.00 GBP", "2026-11-18")


def test_the_same_list_again_books_nothing_twice(
    folder: DataFolder, clock: FixedClock, path: Path
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.order("Ada")
        here.order("Ben")
        told = propose(here, path)
        here.core.bank_import.book(path, told, {2: "ORD-2026-0001", 3: "ORD-2026-0002"})
        path.write_text(f"{LIST}2026-11-21,Ben,ORD-2026-0002,25.00,GBP\n")
        again = propose(here, path)
        assert (again.already, [each.line.row for each in again.proposals]) == (2, [4, 7])
        with pytest.raises(Conflict, match="booked meanwhile"):
            here.core.bank_import.book(path, told, {2: "ORD-2026-0001"})
        here.core.bank_import.book(path, again, sure_ones(again))
        assert here.place("Ben").payment is Payment.PAID
        assert len(here.core.payments.listed()) == 3


def test_all_rows_are_booked_or_none(folder: DataFolder, clock: FixedClock, path: Path) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.order("Ada")
        told = propose(here, path)
        with pytest.raises(NotFound):
            here.core.bank_import.book(path, told, {2: "ORD-2026-0001", 3: "ORD-2026-0099"})
        with pytest.raises(Invalid, match="Row 5"):
            here.core.bank_import.book(path, told, {5: "ORD-2026-0001"})
        assert here.core.payments.listed() == []
        assert len(propose(here, path).proposals) == 3


def test_paypal_is_booked_by_its_own_numbers(
    folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "paypal.csv"
    path.write_text(
        "Date,Time,Name,Status,Currency,Gross,Fee,Net,Transaction ID,Subject\n"
        "2026-11-18,10:00,Ada,Completed,GBP,75.00,-2.00,73.00,8XY,ORD-2026-0001\n"
        "2026-11-18,10:00,Ada,Pending,GBP,75.00,-2.00,73.00,8XZ,ORD-2026-0001\n"
    )
    with billed(folder, clock, "Ada") as here:
        here.order("Ada")
        told = propose(here, path, "paypal")
        assert (told.read, told.others) == (2, 1)
        here.core.bank_import.book(path, told, sure_ones(told))
        (paid,) = here.core.payments.listed()
        assert (str(paid.method), paid.external) == ("paypal", "paypal 8XY")


def test_what_is_no_such_list_is_refused(
    folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    other = tmp_path / "people.csv"
    other.write_text("Name,E-mail\nAda,ada@x.example\n")
    with billed(folder, clock) as here, pytest.raises(Invalid, match="No column of the file"):
        propose(here, other)

"""Whoever is killed while booking a payment booked all of it, with its papers, or nothing."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from tests.faults.pay_cut import PLACES
from tests.faults.programs import started

if TYPE_CHECKING:
    from pathlib import Path

STRIDE = 3  # a payment has a hundred steps, most of them inside one transaction

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]


def booked(folder: DataFolder) -> int:
    """Check everything that must hold at any moment; return how many payments there are."""
    with closing(sqlite3.connect(folder.database)) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]

        def one(statement: str) -> int:
            return int(raw.execute(statement).fetchone()[0])

        payments = one("SELECT count(*) FROM payment")
        assert one("SELECT count(*) FROM ledger_entry WHERE kind = 'payment'") == payments
        assert one("SELECT count(*) FROM document WHERE kind = 'receipt'") == payments
        assert one("SELECT count(*) FROM registration WHERE payment = 'paid'") == payments
        assert one("SELECT count(*) FROM journal WHERE deed = 'billing.pay'") == payments
        for kind, short in (("invoice", "INV"), ("receipt", "REC")):
            statement = "SELECT number, sha256, size FROM document WHERE kind = ? ORDER BY number"
            rows = raw.execute(statement, (kind,)).fetchall()
            numbers = [f"{short}-2026-{at:04}" for at in range(1, len(rows) + 1)]
            assert [row[0] for row in rows] == numbers
            for _, sha256, size in rows:
                content = ContentStore(folder.files).place(sha256).read_bytes()
                assert (hashlib.sha256(content).hexdigest(), len(content)) == (sha256, size)
    return payments


@pytest.mark.timeout(600)
def test_wherever_it_is_killed_a_payment_is_whole_or_not_there(tmp_path: Path) -> None:
    folder, kills, before = DataFolder(tmp_path / "data"), 0, 0
    with started("pay_cut.py", folder.path) as cutter:
        assert cutter.stdin is not None
        assert cutter.stdout is not None
        assert cutter.stdout.readline() == "ready\n"
        with closing(sqlite3.connect(folder.database)) as raw:
            rows = raw.execute("SELECT id FROM registration ORDER BY id").fetchall()
        places = [key for (key,) in rows][1:]
        for step, place in zip(range(1, PLACES * STRIDE, STRIDE), places, strict=False):
            cutter.stdin.write(f"{step} {place}\n")
            cutter.stdin.flush()
            answer = cutter.stdout.readline()
            now = booked(folder)
            assert answer in {"killed\n", "done\n"}
            assert now - before in {0, 1}
            before = now
            if answer == "done\n":
                assert now
                break
            kills += 1
        else:
            pytest.fail("a payment does not come to an end")
    assert kills > 5

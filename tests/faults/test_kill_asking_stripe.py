"""Whoever is killed while asking Stripe asks again as the same operation: it happens once."""

from __future__ import annotations

import copy
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.fakes.stripe.repeats import Repeats
from tests.faults.programs import started
from tests.paid_by_stripe import at_stripe

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe
    from tests.paid_by_stripe import AtStripe

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]

MADE = {"page": "checkout.session", "refund": "refund", "begin": "subscription"}
KEPT = {
    "page": "SELECT answer FROM operation WHERE kind = 'place_page' AND state = 'done'",
    "refund": "SELECT external FROM refund",
    "begin": "SELECT subscription FROM membership",
}


def ask(cutter: subprocess.Popen[str], *words: object) -> str:
    assert cutter.stdin is not None
    assert cutter.stdout is not None
    cutter.stdin.write(" ".join(map(str, words)) + "\n")
    cutter.stdin.flush()
    return cutter.stdout.readline().strip()


def kept(folder: Path, deed: str) -> list[str]:
    with closing(sqlite3.connect(folder / "cpd.db")) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        return [row[0] for row in raw.execute(KEPT[deed]).fetchall()]


def made(stripe: FakeStripe, deed: str) -> list[str]:
    return [each["id"] for each in stripe.book.all(MADE[deed])]


def subject(shop: AtStripe, deed: str) -> int:
    """Return the payment, place or person that a deed is about."""
    if deed == "refund":
        return shop.paid("Ada").id
    if deed == "page":
        return shop.here.places["Bob"]
    member = shop.a_member("Ada")
    shop.core.memberships.cancel(member.id, at_period_end=False)
    shop.sync()
    return member.person


@pytest.mark.timeout(300)
@pytest.mark.parametrize("deed", ["page", "refund", "begin"])
def test_killed_before_every_step_it_happens_once_at_stripe_and_here(
    folder: DataFolder,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    deed: str,
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        which = subject(shop, deed)
        shop.core.close()
        stripe, before = shop.stripe, made(shop.stripe, deed)
        charged = len(stripe.book.all("charge"))
        book = copy.deepcopy((stripe.book.kept, stripe.book.owners, stripe.book.baskets))
        resumed, kills = 0, 0
        scratch = shutil.copytree(folder.path, tmp_path / "scratch")
        with started("stripe_cut.py", stripe.address, scratch) as cutter:
            assert cutter.stdout is not None
            assert cutter.stdout.readline() == "ready\n"
            for step in range(1, 200):
                stripe.book.kept, stripe.book.owners, stripe.book.baskets = copy.deepcopy(book)
                stripe.repeats = Repeats()
                again = tmp_path / f"again{step}"
                shutil.copytree(folder.path, again)
                answer = ask(cutter, deed, step, again, which)
                at_once = len(made(stripe, deed)) - len(before)
                assert ask(cutter, "sync", 0, again, which) == "done"
                new = [each for each in made(stripe, deed) if each not in before]
                assert len(new) <= 1
                if deed == "begin":
                    assert len(stripe.book.all("charge")) - charged == len(new)
                assert [each for each in kept(again, deed) if each not in before] == new
                shutil.rmtree(again)
                if answer == "done":
                    assert new
                    break
                assert answer == "killed"
                kills += 1
                resumed += bool(at_once)
            assert cutter.stdin is not None
            cutter.stdin.close()
        assert kills > 5
        assert resumed > 0  # Stripe had done it, and was asked again

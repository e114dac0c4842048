"""Holds that telling all balances costs little beside the bare sum."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import told

pytestmark = pytest.mark.slow


def test_balances_take_little_longer_than_the_bare_statement() -> None:
    rounds = told("ledger.py", "5", "40000")
    balances, bare = (min(each[name] for each in rounds) for name in ("balances", "bare"))
    assert balances <= 3 * bare


def test_a_block_of_the_ledger_is_told_without_adding_all_of_it_up() -> None:
    rounds = told("ledger.py", "5", "40000")
    block, bare = (min(each[name] for each in rounds) for name in ("block", "bare"))
    assert block <= bare

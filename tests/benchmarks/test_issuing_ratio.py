"""Holds that the database and the files cost no more than making the certificates."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import told

pytestmark = pytest.mark.slow


def test_issuing_takes_little_longer_than_making_the_certificates() -> None:
    rounds = told("issuing.py", "3", "200")
    # The best of each: a busy machine only ever adds.
    issued, rendered = (min(each[name] for each in rounds) for name in ("issued", "rendered"))
    assert issued <= 3 * rendered

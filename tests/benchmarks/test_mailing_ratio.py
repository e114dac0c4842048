"""Holds that keeping track of mails costs little beside sending them."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import told

pytestmark = pytest.mark.slow


def test_sending_takes_little_longer_than_a_bare_loop() -> None:
    rounds = told("mailing.py", "3", "100")
    # The best of each: a busy machine only ever adds.
    sent, bare = (min(each[name] for each in rounds) for name in ("sent", "bare"))
    assert sent <= 3 * bare

"""Holds that keeping track of mails costs little beside sending them."""

from __future__ import annotations

import pytest

from tests.benchmarks.measuring import told

pytestmark = pytest.mark.slow


def test_sending_takes_little_longer_than_a_bare_loop() -> None:
    rounds = told("mailing.py", "3", "100")
    # What the processor had to do: disk and server are as quick as others leave them.
    sent, bare = (min(each[f"{name}: busy"] for each in rounds) for name in ("sent", "bare"))
    assert sent <= 3 * bare

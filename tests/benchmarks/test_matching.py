"""Holds what stays true of matching on any machine: near-linear, and better than all pairs."""

from __future__ import annotations

from statistics import median

import pytest

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.domain.attendance.findings import found_out
from tests.benchmarks.matching import all_pairs, an_event, recalled, timed

pytestmark = pytest.mark.slow

ROOM = 2.0  # for other programs on the same cores, and for collecting garbage


def test_ten_times_the_people_take_about_ten_times_as_long() -> None:
    small = median(timed(500, 2_000) for _ in range(5))
    large = median(timed(5_000, 20_000) for _ in range(3))
    assert large <= 10 * ROOM * small


def test_it_is_faster_than_comparing_everybody_and_finds_no_fewer() -> None:
    known, sources = an_event(1_000, 1_000, names_only=True)
    findings = found_out(sources, known, MeasuredCloseness())
    _, hits = all_pairs(known, sources)
    assert recalled(findings) >= hits
    assert recalled(findings) == 1_000

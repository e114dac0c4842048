"""Holds what writing certificates promises on any machine: ratios of one run, size, memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measuring import variables

pytestmark = pytest.mark.slow

ROUNDS = 8


def told(*arguments: str) -> list[dict[str, float]]:
    """Run the program beside this one and return what it told."""
    program = Path(__file__).with_name("certificates.py")
    done = subprocess.run(
        [sys.executable, str(program), *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=variables(),
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_full_certificates_are_written_fast_and_small() -> None:
    rounds = told("times", str(ROUNDS))
    least = {name: min(each[name] for each in rounds) for name in rounds[0]}
    assert least["naive"] / least["written"] >= 60
    assert least["kilobytes"] <= 300


def test_many_certificates_need_no_more_memory_than_few() -> None:
    few, many = (told("memory", count)[0]["memory"] for count in ("500", "2500"))
    assert many <= few * 1.1
    assert many <= 150

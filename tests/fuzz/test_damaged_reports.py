from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.reports import check, read

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("hundred", range(2))
def test_a_damaged_report_is_read_or_asked_about_or_refused(tmp_path: Path, hundred: int) -> None:
    outcomes = [read(number, tmp_path) for number in range(100 * hundred, 100 * hundred + 100)]
    told = [outcome for outcome in outcomes if outcome is not None]
    for each in told:
        check(each)
    assert 0 < sum(each.report is not None for each in told) < len(told) < len(outcomes)

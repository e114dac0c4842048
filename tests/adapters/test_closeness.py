from __future__ import annotations

from cpd_desktop.adapters.closeness import MeasuredCloseness


def test_many_texts_are_measured_at_once_in_whole_percent() -> None:
    assert MeasuredCloseness()("becker", ["becker", "bekcer", "beckers", "", "xyz"]) == [
        100, 83, 85, 0, 0,
    ]  # fmt: skip
    assert MeasuredCloseness()("becker", []) == []

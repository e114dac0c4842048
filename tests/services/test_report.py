from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop import __version__
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.services.report import of_defect, save

if TYPE_CHECKING:
    from pathlib import Path


def test_a_report_names_versions_the_defect_and_the_log_but_no_person() -> None:
    report = of_defect("KeyError: 'anna@clinic.example'", "token=abcdefgh\nthe last line\n")
    assert __version__ in report
    assert "KeyError" in report
    assert "the last line" in report
    assert "anna@" not in report
    assert "abcdefgh" not in report


def test_a_report_is_saved_as_it_was_shown(tmp_path: Path) -> None:
    save("Zoë\n", tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "Zoë\n"


def test_a_report_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="could not be saved"):
        save("text", tmp_path / "missing" / "report.txt")

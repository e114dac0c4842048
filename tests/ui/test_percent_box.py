from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from cpd_desktop.ui.calm import PercentBox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def _usual_country() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "typed", "kept", "shown"),
    [
        ("en_GB", "20", 2000, "20"),
        ("en_GB", "7.7", 770, "7.70"),
        ("en_GB", ".5", 50, "0.50"),
        ("de_DE", "19%", 1900, "19"),
        ("de_DE", "2,55 %", 255, "2,55"),
        ("en_GB", "7,5", 750, "7.50"),
        ("en_GB", "2000", 0, "0"),  # more than all of it, so nothing is changed
        ("en_GB", "7.125", 0, "0"),
        ("en_GB", "x20", 0, "0"),
    ],
)
def test_a_rate_is_typed_and_shown_as_the_country_writes_it(
    qtbot: QtBot, country: str, typed: str, kept: int, shown: str
) -> None:
    QLocale.setDefault(QLocale(country))
    box = PercentBox()
    box.setRange(0, 10_000)
    qtbot.addWidget(box)
    box.lineEdit().selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == kept
    assert box.text() == f"{shown}\N{NO-BREAK SPACE}%"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == min(10_000, kept + 100)

"""The Attendance stage in a language that is nobody's: nothing untranslated, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.ui.attendance.lines import Standing, View
from cpd_desktop.ui.attendance.words import TONES, origin_words, standing_words, view_words
from tests.ui.pseudo import PseudoLanguage, clipped, untranslated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.attendance.attendance_desk import Attending


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def test_every_word_of_the_stage_can_be_translated_and_is_seen_whole(
    pseudo: None, attending: Attending
) -> None:
    attending.hold("Tom Becker", "Lisa Klein", "Jane Smith", "Janet Smith")
    attending.bring(("Tom Becker", "tom.becker@x.example", 0, 60), ("J Smith", "", 0, 110))
    attending.open()
    QApplication.processEvents()
    assert untranslated(attending.stage) == []
    assert clipped(attending.stage) == []
    attending.select("Tom Becker")
    QApplication.processEvents()
    assert untranslated(attending.stage) == []
    assert clipped(attending.stage) == []


def test_everything_has_words_and_no_two_look_alike() -> None:
    words = [standing_words(each) for each in Standing]
    assert len(set(words)) == len(words)
    assert set(TONES) == set(Standing)
    assert all(view_words(each) for each in View)
    assert all(origin_words(each) for each in Origin)

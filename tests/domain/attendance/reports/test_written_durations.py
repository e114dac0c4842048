from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.reports.durations import LONGEST, seconds_in, unit_of


@pytest.mark.parametrize(
    "text",
    ["3723 s", "1:02:03", "1h 2m 3s", "1 h 2 min 3 s", "1hr 2mins 3secs",
     "1 hour, 2 minutes, 3 seconds",
     "62m 3s", "PT1H2M3S", "1 Std. 2 Min. 3 Sek.", "1 Stunde 2 Minuten 3 Sekunden",
     "1 heure 2 minutes 3 secondes", "1 hora 2 minutos 3 segundos", "1 ora 2 minuti 3 secondi",
     "1 uur 2 minuten 3 seconden", "1 godz. 2 min 3 s",
     "1 sa 2 dk 3 sn", "1 saat 2 dakika 3 saniye",
     "1時間2分3秒", "1 小时 2 分钟 3 秒", "1小時2分鐘3秒", " 62,05 min"],
)  # fmt: skip
def test_a_length_is_understood_however_it_is_written(text: str) -> None:
    assert seconds_in(text) == 3723


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "-5", "1:05", "1:75:00", "1h 1h", "3s 1h", "h", "1 x", "5 5", "1e3", "9" * 12,
     "999999999 h", "1h" * 40, "½"],
)  # fmt: skip
def test_what_is_none_or_two_different_ones_is_not_guessed(text: str) -> None:
    assert seconds_in(text) is None


@pytest.mark.parametrize(
    ("header", "unit"),
    [("Duration (Minutes)", 60), ("Duration", 60), ("Duration (seconds)", 1), ("Dauer (Sek.)", 1),
     ("Temps passé en session (minutes)", 60), ("", 60), ("Durée (secondes)", 1)],
)  # fmt: skip
def test_the_header_says_what_a_bare_number_counts(header: str, unit: int) -> None:
    assert unit_of(header) == unit
    assert seconds_in("65", unit_of(header)) == 65 * unit


@given(st.integers(0, LONGEST // 3600 - 1), st.integers(0, 59), st.integers(0, 59))
def test_every_length_is_read_to_the_second(hours: int, minutes: int, seconds: int) -> None:
    total = hours * 3600 + minutes * 60 + seconds
    assert seconds_in(f"{hours}h {minutes}m {seconds}s") == total
    assert seconds_in(f"{hours}:{minutes:02}:{seconds:02}") == total


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = seconds_in(text)
    assert found is None or 0 <= found <= LONGEST

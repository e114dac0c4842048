from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpd_desktop.domain.formulas import as_meant, harmless

TRICKY = st.text(st.sampled_from("=+-@\t\r\n' \uff1d\uff0b\uff0d\uff201a|!(.") | st.characters())


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "+cmd|x", "-2+3+cmd|x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
     "\uff1dcmd", "\uff0bcmd", "\uff0dcmd", "\uff20SUM", "+1-2", "-A1", "=", "-", "+1/2"],
)  # fmt: skip
def test_what_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["-5", "-1,234.50", "+44 20 7946 0018", "+44 (0)20 7946 0018", "+4420", "Ann", "a=b", "'", "",
     "O'Neill", "'quoted'", "(=)", "1-2"],
)  # fmt: skip
def test_amounts_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(TRICKY)
@example("'=1")
@example("''+44")
def test_what_was_made_harmless_reads_as_it_was_meant(text: str) -> None:
    assert as_meant(harmless(text)) == text


@given(TRICKY)
def test_nothing_that_is_written_begins_a_formula(text: str) -> None:
    written = harmless(text)
    if written[:1] in tuple("=@\t\r\n\uff1d\uff0b\uff0d\uff20"):
        pytest.fail(repr(written))
    if written[:1] in {"+", "-"}:
        assert not any(c.isalpha() or c in "|!=@" for c in written)

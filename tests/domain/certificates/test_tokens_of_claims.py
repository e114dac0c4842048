from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.certificates import base45, cbor
from cpd_desktop.domain.certificates.claims import MOST_CREDITS, Claims, claims_of
from cpd_desktop.domain.credit import CreditLine

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
DATES = st.dates(date(1970, 1, 1), date(9000, 1, 1))
CREDIT = st.builds(
    CreditLine, WORDS, st.integers(1, 100_000).map(lambda cents: Decimal(cents) / 100), WORDS, WORDS
)
CLAIMS = st.builds(
    lambda number, name, title, first, days, credit, issued: Claims(
        number, name, title, first, first + timedelta(days), tuple(credit), issued
    ),
    WORDS, WORDS, WORDS, DATES, st.integers(0, 400), st.lists(CREDIT, max_size=4), DATES,
)  # fmt: skip
ITEMS = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.binary(max_size=300) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=30)
        | st.dictionaries(st.integers(-300, 70_000), inner, max_size=5)
        | st.builds(cbor.Tagged, st.integers(0, 2**64 - 1), inner)
    ),
    max_leaves=20,
)


def refused(content: bytes) -> bool:
    try:
        cbor.decode(content)
    except ValueError:
        return True
    return False


@given(CLAIMS)
def test_a_token_says_what_the_certificate_says(claims: Claims) -> None:
    assert claims_of(cbor.decode(cbor.encode(claims.numbered()))) == claims


@given(ITEMS)
def test_what_was_written_down_is_read_again_or_is_too_deep(item: cbor.Item) -> None:
    written = cbor.encode(item)
    assert refused(written) or cbor.decode(written) == item


@given(st.binary(max_size=60))
def test_bytes_of_strangers_mean_one_thing_or_nothing(content: bytes) -> None:
    assert refused(content) or cbor.encode(cbor.decode(content)) == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x18\x17",  # a number in a longer form than it needs
        b"\x9f\xff",  # a list without its length
        b"\xa2\x02\x00\x01\x00",  # keys in the wrong order
        b"\xa2\x01\x00\x01\x00",  # a key twice
        b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff",  # a list of 2**64 items
        b"\x5a\xff\xff\xff\xff",  # 4 GB of bytes
        b"\x81" * 200 + b"\x00",  # too deep
        b"\x01\x01",  # something after the end
        b"\x61\xff",  # not UTF-8
        b"\xf6",  # nothing
    ],
)
def test_forms_that_we_never_write_are_refused(content: bytes) -> None:
    assert refused(content)


@given(st.binary(max_size=100))
def test_the_letters_in_a_code_give_back_the_bytes(content: bytes) -> None:
    text = base45.encode(content)
    assert base45.decode(text) == content
    assert text.rstrip() == text  # what programs cut off on the way is nothing of it


@given(st.text(base45.LETTERS, max_size=40))
def test_no_two_texts_are_the_same_token(text: str) -> None:
    try:
        content = base45.decode(text)
    except ValueError:
        return
    assert base45.encode(content) == text


@pytest.mark.parametrize(("content", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0")])
def test_the_letters_are_those_of_the_standard(content: bytes, text: str) -> None:
    assert base45.encode(content) == text


@pytest.mark.parametrize("text", ["GGW", "A", "AAAA", "ZZ", "BB8a", "BB8é"])
def test_a_text_that_is_no_base45_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        base45.decode(text)


GOOD = Claims(
    "CPD-2026-000001", "Ana Pérez", "First aid", date(2026, 10, 14), date(2026, 10, 15),
    (CreditLine("CPD hours", Decimal("2.50")),), date(2026, 10, 16),
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {1: 5}, {2: "x" * 501}, {3: b"bytes"}, {4: -1}, {4: 10**9}, {5: "today"}, {5: 10**9},
        {6: {}}, {6: [[100]]}, {6: [["1", "CPD"]]}, {6: [[100, "CPD"]] * (MOST_CREDITS + 1)},
        {7: -5},
    ],
)  # fmt: skip
def test_claims_that_make_no_sense_are_refused(change: dict[int, cbor.Item]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        claims_of(GOOD.numbered() | change)


def test_something_else_makes_no_claims() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        claims_of([1, 2])


def test_days_and_credit_are_told_in_short_words() -> None:
    assert (GOOD.dates, GOOD.credit_words) == ("2026-10-14/2026-10-15", "2.5 CPD hours")

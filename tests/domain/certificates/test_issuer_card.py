from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from cpd_desktop.domain.certificates.issuer_card import (
    IssuerCard,
    IssuerKey,
    PdfCertificate,
    Provider,
    Term,
    card_of,
    fingerprint_of,
    key_id,
    shown_fingerprint,
)
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList, status_list_of

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
OLD, NEW = Term(date(2020, 1, 1), date(2026, 1, 1)), Term(date(2026, 1, 1))
CARD = IssuerCard(
    Provider("Acme CPD", "1 High Street", "https://acme.example"),
    NOW,
    (IssuerKey(b"n" * 32, NEW), IssuerKey(b"o" * 32, OLD)),
    (PdfCertificate("ab" * 32, NEW),),
)
LIST = StatusList(NOW, {"N-1": Ending(Ended.REVOKED), "N-2": Ending(Ended.REPLACED, "N-3")})


def test_a_card_and_a_list_are_read_as_they_were_written() -> None:
    assert card_of(CARD.as_fields()) == CARD
    assert status_list_of(LIST.as_fields()) == LIST


def test_an_issuer_is_known_by_the_newest_key() -> None:
    assert CARD.fingerprint == fingerprint_of(b"n" * 32)
    assert CARD.fingerprint.startswith(key_id(CARD.fingerprint).hex())
    assert CARD.certificate("ab" * 32) == CARD.certificates[0]
    assert CARD.certificate("cd" * 32) is None


def test_a_card_with_the_old_key_among_its_keys_continues_the_old_card() -> None:
    before = replace(CARD, keys=(IssuerKey(b"o" * 32, OLD),))
    assert CARD.continues(before)
    assert not before.continues(CARD)


def test_a_key_speaks_for_the_days_on_which_it_was_in_use() -> None:
    assert OLD.covers(date(2020, 1, 1))
    assert not OLD.covers(date(2019, 12, 31))
    assert OLD.covers(date(2026, 1, 1))
    assert not OLD.covers(date(2026, 1, 2))
    assert NEW.covers(date(2099, 1, 1))


def test_a_fingerprint_is_shown_in_groups_that_can_be_compared() -> None:
    assert shown_fingerprint("00ff" * 16) == "00FF 00FF 00FF 00FF 00FF 00FF 00FF 00FF"


@pytest.mark.parametrize(
    "change",
    [
        {"type": "other"}, {"version": 2}, {"name": 7}, {"name": "x" * 2001}, {"keys": []},
        {"keys": [{"public": "00", "since": "2026-01-01"}]}, {"keys": [{"since": "2026-01-01"}]},
        {"keys": [{"public": "00" * 32, "since": "soon"}]}, {"made": "today"}, {"made": None},
        {"pdf": [{}] * 101}, {"pdf": 5},
    ],
)  # fmt: skip
def test_a_card_of_another_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        card_of(CARD.as_fields() | change)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "other"}, {"version": 2}, {"dated": "x"}, {"ended": []},
        {"ended": {"N": ["lost", ""]}}, {"ended": {"N": ["revoked", 5]}}, {"ended": {"N": []}},
    ],
)  # fmt: skip
def test_a_list_of_another_form_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        status_list_of(LIST.as_fields() | change)


@pytest.mark.parametrize("something", [None, [], "text", 5])
def test_what_is_no_card_at_all_is_refused(something: object) -> None:
    for read in (card_of, status_list_of):
        with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
            read(something)

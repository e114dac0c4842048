from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.documents import (
    CARD_KIND,
    read_card,
    read_status_list,
    write_card,
    write_status_list,
)
from cpd_desktop.adapters.trust.jws import document
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.domain.errors import Invalid
from tests.adapters.trust.issuing import NOW, PROVIDER, issuer

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.trust.identity import IssuerIdentity

STATUS = StatusList(NOW, {"N-1": Ending(Ended.REVOKED), "N-2": Ending(Ended.REPLACED, "N-3")})


def refused(read: Callable[[], object]) -> bool:
    try:
        read()
    except Invalid:
        return True
    return False


def test_a_card_is_read_as_it_was_made(acme: IssuerIdentity) -> None:
    card = acme.card(PROVIDER, NOW)
    assert read_card(write_card(card, acme)) == card


def test_after_new_keys_a_card_is_signed_by_all_of_them(acme: IssuerIdentity) -> None:
    renewed = acme.with_new_keys("Acme", NOW + timedelta(days=9))
    card = renewed.card(PROVIDER, NOW)
    written = write_card(card, renewed)
    assert read_card(written) == card
    assert len(json.loads(written)["signatures"]) == 2


def test_nobody_can_put_the_key_of_another_on_their_card(acme: IssuerIdentity) -> None:
    mallory = issuer("Mallory")
    theirs, ours = acme.card(PROVIDER, NOW), mallory.card(PROVIDER, NOW)
    for keys in (ours.keys + theirs.keys, theirs.keys, theirs.keys + ours.keys):
        written = write_card(replace(ours, keys=keys), mallory)
        assert refused(lambda content=written: read_card(content))  # type: ignore[misc] # mypy cannot infer a default


def test_any_bit_that_is_altered_in_a_card_or_list_is_noticed(acme: IssuerIdentity) -> None:
    card = acme.card(PROVIDER, NOW)
    written, listed = write_card(card, acme), write_status_list(STATUS, acme)
    for at in range(0, len(written), 3):
        altered = written[:at] + bytes((written[at] ^ 1 << at % 8,)) + written[at + 1 :]
        with pytest.raises(Invalid):
            read_card(altered)
    for at in range(0, len(listed), 3):
        altered = listed[:at] + bytes((listed[at] ^ 1 << at % 8,)) + listed[at + 1 :]
        with pytest.raises(Invalid):
            read_status_list(altered, card)


def test_a_list_is_read_as_it_was_made(acme: IssuerIdentity) -> None:
    written = write_status_list(STATUS, acme)
    assert read_status_list(written, acme.card(PROVIDER, NOW)) == STATUS


def test_a_list_of_somebody_else_or_by_a_key_put_aside_revokes_nothing(
    acme: IssuerIdentity,
) -> None:
    card = acme.card(PROVIDER, NOW)
    assert refused(lambda: read_status_list(write_status_list(STATUS, issuer("Other")), card))
    ended = acme.with_new_keys("Acme", NOW - timedelta(days=9)).card(PROVIDER, NOW)
    assert refused(lambda: read_status_list(write_status_list(STATUS, acme), ended))


def test_a_card_is_no_list_and_a_list_is_no_card(acme: IssuerIdentity) -> None:
    card = acme.card(PROVIDER, NOW)
    assert refused(lambda: read_card(write_status_list(STATUS, acme)))
    assert refused(lambda: read_status_list(write_card(card, acme), card))


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b"1" * 10_000, bytes(2 << 20)],
    ids=["empty", "object", "list", "null", "not text", "nested", "number", "large"],
)
def test_a_file_that_is_no_card_is_refused(content: bytes, acme: IssuerIdentity) -> None:
    assert refused(lambda: read_card(content))
    assert refused(lambda: read_status_list(content, acme.card(PROVIDER, NOW)))


def test_signed_words_that_make_no_card_are_refused(acme: IssuerIdentity) -> None:
    assert refused(lambda: read_card(document({"type": "x"}, CARD_KIND, [acme.token])))

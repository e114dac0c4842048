from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxingcpp import BarcodeFormat, create_barcode, read_barcode

from cpd_desktop.adapters.trust.qr_token import LONGEST, read_token, write_address, write_token
from cpd_desktop.domain.certificates import base45, cbor
from tests.adapters.trust.issuing import CLAIMS, issuer

if TYPE_CHECKING:
    from cpd_desktop.adapters.trust.identity import IssuerIdentity

ACME = issuer()
NAMES = st.text(st.characters(codec="utf-8"), max_size=80)


@given(NAMES, NAMES)
def test_a_token_gives_back_its_claims_for_any_name_and_title(name: str, title: str) -> None:
    claims = replace(CLAIMS, name=name, title=title)
    for text in (write_token(claims, ACME.token), write_address(claims, ACME.token, "https://x/")):
        token = read_token(text)
        assert token.claims == claims
        assert token.is_by(ACME.token.public)


def test_a_phone_reads_the_code(acme: IssuerIdentity) -> None:
    for text in (
        write_token(CLAIMS, acme.token),
        write_address(CLAIMS, acme.token, "https://acme.example/verify.html"),
    ):
        code = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
        found = read_barcode(code.to_image(scale=3))
        assert found is not None
        assert found.text == text


def test_a_usual_token_fits_a_code_of_three_centimetres(acme: IssuerIdentity) -> None:
    # Version 11 at error level M takes 366 letters: 61 dots across, 30.5 mm at half a millimetre.
    assert len(write_token(CLAIMS, acme.token)) <= 366


def test_space_around_a_pasted_token_does_no_harm(acme: IssuerIdentity) -> None:
    assert read_token(f"\n {write_token(CLAIMS, acme.token)} \r\n").claims == CLAIMS


def parts(**change: object) -> str:
    """Return a token with something changed in what lies around the claims."""
    whole = {
        "tag": 18, "protected": {1: -8, 4: b"12345678"}, "open": {},
        "payload": CLAIMS.numbered(), "signature": bytes(64),
    } | change  # fmt: skip
    item = [
        cbor.encode(whole["protected"]),  # type: ignore[arg-type] # wrong on purpose
        whole["open"],
        cbor.encode(whole["payload"]),  # type: ignore[arg-type] # wrong on purpose
        whole["signature"],
    ]
    return "CPD1:" + base45.encode(cbor.encode(cbor.Tagged(whole["tag"], item)))  # type: ignore[arg-type] # wrong on purpose


def test_the_form_itself_is_read() -> None:
    assert read_token(parts()).key_id == b"12345678"


@pytest.mark.parametrize(
    "change",
    [
        {"tag": 17}, {"protected": {1: -7, 4: b"12345678"}}, {"protected": {1: -8}},
        {"protected": {1: -8, 4: b"1234"}}, {"protected": {1: -8, 4: "12345678"}},
        {"protected": {1: -8, 4: b"12345678", 5: 1}}, {"protected": [1]}, {"open": {4: b"x"}},
        {"payload": {}}, {"payload": [1]}, {"signature": bytes(63)}, {"signature": "x" * 64},
    ],
)  # fmt: skip
def test_another_form_of_token_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        read_token(parts(**change))


@pytest.mark.parametrize("text", ["", "CPD1:", "#", "https://x/", "CPD1:" + "0" * LONGEST, "#!!"])
def test_what_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        read_token(text)

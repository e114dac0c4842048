from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.baking import bake
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.qr_token import write_address, write_token
from cpd_desktop.adapters.trust.verify import LARGEST, verify
from cpd_desktop.domain.certificates import check_words as words
from cpd_desktop.domain.certificates.issuer_card import Provider
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.domain.certificates.verdicts import Verdict
from tests.adapters.trust.issuing import (
    CLAIMS,
    NOW,
    badge_of,
    issuer,
    known,
    laid_out,
    sign,
    signed_pdf,
)
from tests.adapters.trust.pictures import SMALL_PNG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.verdicts import Verification

LATER = NOW + timedelta(days=400)


def forms(identity: IssuerIdentity) -> dict[str, bytes]:
    """Return one certificate in every form in which somebody may show it."""
    badge = badge_of(identity)
    return {
        "token": write_token(CLAIMS, identity.token).encode(),
        "address": write_address(CLAIMS, identity.token, "https://acme.example/v").encode(),
        "badge": badge.encode(),
        "picture": bake(SMALL_PNG, badge),
        "pdf": signed_pdf(identity),
    }


def says(found: Verification) -> set[str]:
    """Return the words of what was found, without what is filled in."""
    return {check.says.template for check in found.checks}


@pytest.mark.parametrize("form", ["token", "address", "badge", "picture", "pdf"])
class TestEveryForm:
    def test_a_certificate_of_a_known_issuer_is_valid_and_repeats_its_claims(
        self, acme: IssuerIdentity, knows_acme: Known, form: str
    ) -> None:
        found = verify(forms(acme)[form], knows_acme)
        assert found.verdict is Verdict.VALID
        assert (found.claims, found.issuer) == (CLAIMS, "Acme CPD Ltd")
        assert all(check.ok for check in found.checks)

    def test_without_a_list_it_says_that_revocation_is_not_known(
        self, acme: IssuerIdentity, knows_acme: Known, form: str
    ) -> None:
        assert words.NO_LIST in verify(forms(acme)[form], knows_acme).unproven

    def test_an_unknown_issuer_is_never_valid_nor_named_as_if_known(
        self, acme: IssuerIdentity, form: str
    ) -> None:
        found = verify(forms(acme)[form], known(issuer("Other Ltd")))
        assert (found.verdict, found.issuer) == (Verdict.UNKNOWN_ISSUER, "")
        assert words.UNKNOWN.template in says(found)

    @pytest.mark.parametrize("how", list(Ended))
    def test_a_revoked_or_replaced_one_is_told_with_the_date_of_the_list(
        self, acme: IssuerIdentity, knows_acme: Known, form: str, how: Ended
    ) -> None:
        by = "CPD-2026-000124" if how is Ended.REPLACED else ""
        status = StatusList(LATER, {CLAIMS.number: Ending(how, by)})
        lists = {knows_acme.cards[0].fingerprint: status}
        found = verify(forms(acme)[form], replace(knows_acme, lists=lists))
        assert (found.verdict, found.replaced_by) == (Verdict(how), by)
        assert f"{LATER:%Y-%m-%d %H:%M} UTC" in str(found.checks[-1].says)

    def test_one_that_is_not_on_the_list_counts_up_to_its_date(
        self, acme: IssuerIdentity, knows_acme: Known, form: str
    ) -> None:
        status = StatusList(LATER, {"CPD-2026-9": Ending(Ended.REVOKED)})
        lists = {knows_acme.cards[0].fingerprint: status}
        found = verify(forms(acme)[form], replace(knows_acme, lists=lists))
        assert found.verdict is Verdict.VALID
        assert words.COUNTS.template in says(found)
        assert words.LATER.template in {each.template for each in found.unproven}

    def test_after_new_keys_the_old_certificate_stays_valid(
        self, acme: IssuerIdentity, form: str
    ) -> None:
        renewed = acme.with_new_keys("Acme CPD Ltd", LATER)
        assert verify(forms(acme)[form], known(renewed)).verdict is Verdict.VALID

    def test_a_key_that_was_put_aside_issues_nothing_any_more(
        self, acme: IssuerIdentity, form: str
    ) -> None:
        ended = acme.with_new_keys("Acme CPD Ltd", NOW - timedelta(days=30))
        found = verify(forms(acme)[form], known(ended))
        assert found.verdict is Verdict.UNKNOWN_ISSUER
        assert words.BEGAN.template in says(found) or words.ENDED.template in says(found)

    def test_a_key_vouches_for_nothing_from_before_it_was_made(self, form: str) -> None:
        late = issuer(at=LATER)
        found = verify(forms(late)[form], known(late))
        assert found.verdict is Verdict.UNKNOWN_ISSUER
        assert words.BEGAN.template in says(found)

    def test_it_is_cut_short_anywhere_and_that_is_noticed(
        self, acme: IssuerIdentity, knows_acme: Known, form: str
    ) -> None:
        shown = forms(acme)[form]
        for length in range(0, len(shown) - 1, max(1, len(shown) // 150)):
            assert verify(shown[:length], knows_acme).verdict is not Verdict.VALID


@pytest.mark.parametrize("form", ["token", "address", "badge", "picture", "pdf"])
def test_any_byte_that_is_altered_is_noticed(
    acme: IssuerIdentity, knows_acme: Known, form: str
) -> None:
    shown = forms(acme)[form]
    start = shown.index(b"#") if form == "address" else 0  # before it, the page is named
    assert [
        at
        for at in range(start, len(shown))
        if verify(flipped(shown, at, at % 8), knows_acme).verdict is Verdict.VALID
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize("form", ["token", "badge", "picture", "pdf"])
def test_any_bit_that_is_altered_is_noticed(
    acme: IssuerIdentity, knows_acme: Known, form: str
) -> None:
    shown = forms(acme)[form]
    verdicts = {
        verify(flipped(shown, at, bit), knows_acme).verdict
        for at in range(len(b"%PDF-"), len(shown))
        for bit in range(8)
    }
    # The bytes that name a key may name one that nobody knows; a file has no such byte.
    assert verdicts <= {Verdict.ALTERED, Verdict.UNKNOWN_ISSUER, Verdict.NOT_A_CERTIFICATE}
    assert verdicts == {Verdict.ALTERED} or form != "pdf"


def flipped(shown: bytes, at: int, bit: int) -> bytes:
    return shown[:at] + bytes((shown[at] ^ 1 << bit,)) + shown[at + 1 :]


def test_something_after_the_end_of_a_signed_file_is_noticed(
    acme: IssuerIdentity, knows_acme: Known
) -> None:
    for more in (b"\n", b"%", b"1 0 obj\n<<>>\nendobj\n"):
        assert verify(signed_pdf(acme) + more, knows_acme).verdict is Verdict.ALTERED


def test_a_genuine_badge_in_a_strangers_file_makes_it_no_certificate_of_the_issuer(
    acme: IssuerIdentity, knows_acme: Known
) -> None:
    found = verify(signed_pdf(issuer("Acme CPD Ltd"), badge_of(acme)), knows_acme)
    assert (found.verdict, found.claims) == (Verdict.UNKNOWN_ISSUER, None)


def test_a_badge_of_another_known_issuer_in_the_file_is_noticed(acme: IssuerIdentity) -> None:
    other = issuer("Other Ltd")
    found = verify(signed_pdf(other, badge_of(acme)), known(acme, other))
    assert (found.verdict, found.claims) == (Verdict.ALTERED, None)


def test_a_file_whose_signature_was_taken_out_is_not_valid(
    acme: IssuerIdentity, knows_acme: Known
) -> None:
    found = verify(bytes(laid_out(None, badge_of(acme))), knows_acme)
    assert found.verdict is Verdict.ALTERED
    assert words.PDF_UNSIGNED.template in says(found)


def test_a_signed_file_without_a_badge_is_no_certificate(
    acme: IssuerIdentity, knows_acme: Known
) -> None:
    signer = PdfSigner(acme.pdf)
    pdf = laid_out(signer, None)
    sign(pdf, signer)
    assert verify(bytes(pdf), knows_acme).verdict is Verdict.NOT_A_CERTIFICATE


def test_the_judge_has_the_last_word(acme: IssuerIdentity, knows_acme: Known) -> None:
    asked: list[bytes] = []

    def refuses(pdf: bytes, _chain: Sequence[bytes]) -> str:
        asked.append(pdf)
        return "no"

    pdf = signed_pdf(acme)
    found = verify(pdf, knows_acme, refuses)
    assert (found.verdict, found.claims) == (Verdict.ALTERED, None)
    assert asked == [pdf]


def test_the_judge_never_sees_a_file_of_a_stranger(knows_acme: Known) -> None:
    def must_not_see(_pdf: bytes, _chain: Sequence[bytes]) -> str:
        raise AssertionError

    stranger = signed_pdf(issuer())
    for pdf in (stranger, stranger[:-1], b"%PDF-1.7\n"):
        assert verify(pdf, knows_acme, must_not_see).verdict is not Verdict.VALID


@pytest.mark.parametrize(
    "shown",
    [
        b"", b"hello", b"\xff\xfe", b"%PDF-1.7\n%%EOF", b"CPD-2026-000001", b"a.b.c", b"#", b"x#y",
        b"\x89PNG\r\n\x1a\n", SMALL_PNG, b"{}", b"CPD2:ABC", b"https://acme.example/verify",
    ],
)  # fmt: skip
def test_what_is_no_certificate_is_called_so_or_damaged(shown: bytes, knows_acme: Known) -> None:
    found = verify(shown, knows_acme)
    assert found.verdict in {Verdict.NOT_A_CERTIFICATE, Verdict.ALTERED}
    assert found.claims is None


def test_a_file_larger_than_any_certificate_is_not_read(knows_acme: Known) -> None:
    found = verify(b"%PDF-" + bytes(LARGEST), knows_acme)
    assert says(found) == {words.TOO_LARGE.template}


@pytest.mark.slow
@pytest.mark.parametrize(
    "shown",
    [
        b"%PDF-" + b"/EmbeddedFile stream " * 400_000,
        b"%PDF-" + b"/ByteRange[0 0000000000 0000000000 0000000000]/Contents<" * 200_000,
        b"%PDF-" + b"/EmbeddedFile" + b"obj" * 2_000_000,
        b"%PDF-" + os.urandom(8_000_000),
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0iTXt\0\0\0\0" * 600_000,
        b"CPD1:" + b"A" * 90_000,
        b"eyJ" + b"A" * 50_000 + b".A.A",
        b"[" * 90_000,
    ],
    ids=["attachments", "signatures", "objects", "noise", "chunks", "token", "badge", "nested"],
)
def test_hostile_files_are_told_in_less_than_a_second(shown: bytes, knows_acme: Known) -> None:
    began = time.process_time()
    assert verify(shown, knows_acme).verdict is not Verdict.VALID
    assert time.process_time() - began < 1


def test_each_issuer_is_named_for_what_they_signed(acme: IssuerIdentity) -> None:
    other = issuer("Other Ltd")
    cards = known(acme).cards + known(other, provider=Provider("Other Ltd")).cards
    both = Known(cards)
    assert verify(forms(acme)["token"], both).issuer == "Acme CPD Ltd"
    assert verify(forms(other)["token"], both).issuer == "Other Ltd"


def test_scripts_read_the_promised_fields(acme: IssuerIdentity, knows_acme: Known) -> None:
    claims = replace(CLAIMS, last=date(2026, 10, 15))
    fields = verify(write_token(claims, acme.token).encode(), knows_acme).as_fields()
    assert {name: fields[name] for name in ("verdict", "name", "title", "date", "credit")} == {
        "verdict": "valid",
        "name": CLAIMS.name,
        "title": CLAIMS.title,
        "date": "2026-10-14/2026-10-15",
        "credit": "6.5 CPD hours",
    }
    assert (fields["number"], fields["issuer"]) == ("CPD-2026-000123", "Acme CPD Ltd")
    assert set(fields["checks"][0]) == {"what", "ok", "says"}

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.documents import write_card
from cpd_desktop.adapters.trust.qr_token import write_token
from cpd_desktop.domain.certificates.status_list import Ended, Ending
from cpd_desktop.domain.certificates.verdicts import Looked, Verdict
from cpd_desktop.domain.errors import Unavailable
from tests.adapters.trust.issuing import CLAIMS, NOW, PROVIDER, badge_of, issuer, signed_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.services.certificates.signing_keys import SigningKeys
    from cpd_desktop.services.certificates.verifying import Verifying


@pytest.fixture
def mine(keys: SigningKeys, safe: IdentitySafe) -> Claims:
    """Return claims that one's own keys, just made, may vouch for."""
    keys.make()
    return replace(CLAIMS, issued=safe.identity().token.term.since)


def picture_of(text: str) -> bytes:
    from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

    drawn = io.BytesIO()
    from PIL import Image

    dots = write_barcode_to_image(create_barcode(text, BarcodeFormat.QRCode), scale=4)
    Image.fromarray(dots).save(drawn, "PNG")
    return drawn.getvalue()


def test_ones_own_certificate_is_valid_until_the_register_says_otherwise(
    verifying: Verifying, safe: IdentitySafe, mine: Claims, ended: dict[str, Ending]
) -> None:
    token = write_token(mine, safe.identity().token).encode()
    assert verifying.shown(token).verdict is Verdict.VALID
    ended[mine.number] = Ending(Ended.REPLACED, "CPD-2026-000124")
    said = verifying.shown(token)
    assert (said.verdict, said.replaced_by) == (Verdict.REPLACED, "CPD-2026-000124")


def test_a_file_is_judged_twice_and_one_changed_bit_is_noticed(
    verifying: Verifying, safe: IdentitySafe, mine: Claims, tmp_path: Path
) -> None:
    identity = safe.identity()
    path = tmp_path / "certificate.pdf"
    path.write_bytes(signed_pdf(identity, badge_of(identity, mine)))
    said = verifying.file(path)
    assert said.verdict is Verdict.VALID
    assert Looked.JUDGE in {each.what for each in said.checks}
    changed = bytearray(path.read_bytes())
    changed[40] ^= 1
    path.write_bytes(changed)
    assert verifying.file(path).verdict is Verdict.ALTERED


def test_a_strangers_certificate_needs_their_card_which_may_be_shown_this_once(
    verifying: Verifying, tmp_path: Path
) -> None:
    theirs = issuer("Hill CPD")
    token = write_token(CLAIMS, theirs.token).encode()
    assert verifying.shown(token).verdict is Verdict.UNKNOWN_ISSUER
    card = tmp_path / "their.card"
    provider = replace(PROVIDER, name="Hill CPD")
    card.write_bytes(write_card(theirs.card(provider, NOW), theirs))
    said = verifying.shown(token, [card])
    assert (said.verdict, said.issuer) == (Verdict.VALID, "Hill CPD")
    assert verifying.shown(token).verdict is Verdict.UNKNOWN_ISSUER


def test_a_picture_of_the_code_is_as_good_as_the_code(
    verifying: Verifying, safe: IdentitySafe, mine: Claims
) -> None:
    token = write_token(mine, safe.identity().token)
    assert verifying.shown(picture_of(token)).verdict is Verdict.VALID
    assert verifying.shown(picture_of("WIFI:S:cafe;;")).verdict is Verdict.NOT_A_CERTIFICATE


def test_whatever_is_no_certificate_is_said_to_be_none(
    verifying: Verifying, tmp_path: Path
) -> None:
    for each in (b"hello", b"%PDF-1.7\nnothing", b"GIF89a broken", bytes(range(256))):
        assert verifying.shown(each).verdict is Verdict.NOT_A_CERTIFICATE
    with pytest.raises(Unavailable):
        verifying.file(tmp_path / "missing.pdf")

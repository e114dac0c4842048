from __future__ import annotations

import hashlib
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from cpd_desktop.adapters.trust.identity import PdfKey
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.certificates.verdicts import Looked, Verdict
from cpd_desktop.domain.errors import NotAllowed
from tests.adapters.trust.certificates import certified
from tests.adapters.trust.issuing import NOW, known, signed_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.known import Known

KEYS: dict[str, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey] = {
    "P-256": ec.generate_private_key(ec.SECP256R1()),
    "P-521": ec.generate_private_key(ec.SECP521R1()),
    "RSA": rsa.generate_private_key(65537, 2048),
}


@pytest.fixture(params=KEYS)
def anybody(request: pytest.FixtureRequest, acme: IssuerIdentity) -> IssuerIdentity:
    key = KEYS[request.param]
    return acme.with_pdf_key(PdfKey(key, tuple(certified(key)), NOW.date()), NOW.date())


def test_the_same_certificate_has_the_same_bytes(acme: IssuerIdentity) -> None:
    assert signed_pdf(acme) == signed_pdf(acme)


def test_every_signature_fits_into_its_room(anybody: IssuerIdentity) -> None:
    signer = PdfSigner(anybody.pdf)
    lengths = [len(signer.signature(hashlib.sha256(bytes((n,))).digest())) for n in range(100)]
    assert signer.reserve - 20 < max(lengths) <= signer.reserve


def test_an_ended_certificate_or_a_wrong_clock_signs_nothing(acme: IssuerIdentity) -> None:
    signer = PdfSigner(acme.pdf)
    signer.require_good(NOW)
    for moment in (NOW + timedelta(days=40 * 365), datetime(1970, 1, 1, tzinfo=UTC)):
        with pytest.raises(NotAllowed):
            signer.require_good(moment)


def test_an_independent_judge_finds_it_signed(anybody: IssuerIdentity) -> None:
    from cpd_desktop.adapters.trust.second_opinion import second_opinion

    found = verify(signed_pdf(anybody), known(anybody), second_opinion)
    assert found.verdict is Verdict.VALID
    assert found.checks[-1].what is Looked.JUDGE


def test_an_independent_judge_finds_what_was_altered(acme: IssuerIdentity) -> None:
    from cpd_desktop.adapters.trust.second_opinion import second_opinion
    from cpd_desktop.adapters.trust.signed_pdf import signature_in

    pdf = signed_pdf(acme)
    signature = signature_in(pdf)
    assert signature
    opening = pdf.index(b"/Contents<")
    # In the signature itself are bits that other judges do not mind; ours minds all.
    for at in (*range(9, opening, 50), *range(pdf.index(b">>>", opening), len(pdf), 20)):
        altered = pdf[:at] + bytes((pdf[at] ^ 1,)) + pdf[at + 1 :]
        assert second_opinion(altered, signature.signed.message.chain) is not None


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="needs pdfsig of poppler")
def test_a_reader_for_everybody_finds_it_signed_and_not_altered(
    anybody: IssuerIdentity, tmp_path: Path
) -> None:
    pdf = signed_pdf(anybody)
    assert "Signature is Valid" in told_by_pdfsig(tmp_path / "whole.pdf", pdf)
    assert "Total document signed" in told_by_pdfsig(tmp_path / "whole.pdf", pdf)
    altered = pdf.replace(b"/MediaBox[0 0 595", b"/MediaBox[0 0 596")
    assert "Signature is Valid" not in told_by_pdfsig(tmp_path / "altered.pdf", altered)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
def test_a_signed_file_is_a_sound_pdf(acme: IssuerIdentity, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed_pdf(acme))
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_stranger_who_signs_by_the_same_name_is_not_known(
    anybody: IssuerIdentity, knows_acme: Known
) -> None:
    assert verify(signed_pdf(anybody), knows_acme).verdict is Verdict.UNKNOWN_ISSUER


def told_by_pdfsig(path: Path, pdf: bytes) -> str:
    path.write_bytes(pdf)
    return subprocess.run(
        ["pdfsig", "-nocert", path], capture_output=True, text=True, check=False
    ).stdout

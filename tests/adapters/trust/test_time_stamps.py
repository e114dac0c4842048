from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from cpd_desktop.adapters.trust.second_opinion import second_opinion
from cpd_desktop.adapters.trust.stamped_pdf import room_for_stamp, split
from cpd_desktop.adapters.trust.time_token import (
    LONGEST,
    NotGranted,
    question,
    read_time_token,
    token_in,
)
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.domain.certificates.time_stamp import TimeStamp
from cpd_desktop.domain.certificates.verdicts import Looked, Verdict
from tests.adapters.trust.issuing import CLAIMS, NOW, issuer, known, signed_pdf
from tests.adapters.trust.stamping import STAMPER, other_page, stamped
from tests.fakes.time_stamps import NAME, Authority, TimeStampService

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.known import Known

DIGEST = hashlib.sha256(b"a file").digest()


@pytest.fixture(scope="module")
def issued(acme: IssuerIdentity) -> bytes:
    return signed_pdf(acme)


@pytest.fixture(scope="module")
def copy(issued: bytes) -> bytes:
    return stamped(issued)


def test_the_issued_file_is_whole_at_the_start_of_its_stamped_copy(
    issued: bytes, copy: bytes
) -> None:
    found, token = split(copy)
    assert (found, copy[: len(issued)]) == (issued, issued)
    assert token
    assert read_time_token(token, room_for_stamp(issued).digest) == TimeStamp(NAME, NOW)
    assert split(issued) == (issued, None)


def test_a_stamped_copy_is_valid_and_says_who_stamped_it_when(
    copy: bytes, knows_acme: Known
) -> None:
    said = verify(copy, knows_acme, second_opinion)
    assert (said.verdict, said.claims) == (Verdict.VALID, CLAIMS)
    assert said.checks[-1].what is Looked.TIME
    assert str(said.checks[-1].says) == f"{NAME} stamped the time on it: 2026-11-21 09:00 UTC."
    assert f"Whether {NAME} tells the right time" in str(said.unproven[-1])
    assert Looked.JUDGE in {check.what for check in said.checks}


def test_a_stamped_copy_is_revoked_like_the_certificate_itself(
    copy: bytes, knows_acme: Known
) -> None:
    status = StatusList(NOW, {CLAIMS.number: Ending(Ended.REVOKED)})
    lists = {knows_acme.cards[0].fingerprint: status}
    assert verify(copy, replace(knows_acme, lists=lists)).verdict is Verdict.REVOKED
    assert verify(copy, known(issuer("Other"))).verdict is Verdict.UNKNOWN_ISSUER


def test_any_byte_of_the_copy_that_is_altered_is_noticed(copy: bytes, knows_acme: Known) -> None:
    room = len(room_for_stamp(split(copy)[0]).before) + 1
    around = (at for at in range(0, len(copy), 7) if not room <= at < room + 2 * LONGEST)
    for at in (*around, room, room + 2 * LONGEST - 3):
        altered = copy[:at] + bytes((copy[at] ^ 1,)) + copy[at + 1 :]
        assert verify(altered, knows_acme).verdict is not Verdict.VALID, at


def test_an_altered_stamp_is_noticed_or_says_the_same(copy: bytes, knows_acme: Known) -> None:
    """In a message of others there are bits, such as more certificates, that nobody vouches for."""
    whole, noticed = verify(copy, knows_acme), 0
    room = len(room_for_stamp(split(copy)[0]).before) + 1
    places = range(room, room + 2 * len(split(copy)[1] or b""), 13)
    for at in places:
        altered = copy[:at] + bytes((copy[at] ^ 1,)) + copy[at + 1 :]
        said = verify(altered, knows_acme)
        noticed += said.verdict is Verdict.ALTERED
        assert said.verdict is Verdict.ALTERED or said == whole
    assert noticed > len(places) // 2


def test_nothing_else_can_hide_in_or_after_a_stamp(copy: bytes, knows_acme: Known) -> None:
    twice = copy + copy[len(split(copy)[0]) :]
    for altered in (copy + b"\n", other_page(copy), twice, copy[:-7], copy.replace(b"00>", b"01>")):
        assert verify(altered, knows_acme).verdict is Verdict.ALTERED


def test_a_stamp_of_another_file_or_by_a_key_for_other_things_is_refused(
    issued: bytes, knows_acme: Known
) -> None:
    web = Authority(uses=(ExtendedKeyUsageOID.SERVER_AUTH,))
    both = Authority(uses=(ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.SERVER_AUTH))
    for wrong in (stamped(issued, digest=DIGEST), stamped(issued, web), stamped(issued, both)):
        said = verify(wrong, knows_acme)
        assert (said.verdict, said.checks[-1].what) == (Verdict.ALTERED, Looked.TIME)


def test_the_second_opinion_refuses_a_stamp_that_is_not_of_the_copy(
    acme: IssuerIdentity, issued: bytes, copy: bytes
) -> None:
    from cpd_desktop.adapters.trust.signed_pdf import signature_in

    signature = signature_in(issued)
    assert signature
    chain = signature.signed.message.chain
    assert second_opinion(copy, chain) is None
    assert second_opinion(stamped(issued, digest=DIGEST), chain) is not None
    assert second_opinion(other_page(copy), chain) is not None


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
def test_a_stamped_copy_is_a_sound_pdf(copy: bytes, tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(copy)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="needs pdfsig of poppler")
def test_a_reader_for_everybody_finds_both_signatures(copy: bytes, tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(copy)
    command = ["pdfsig", "-nocert", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert said.count("Signature #") == 2
    assert "Signature is Valid" in said
    # It cannot judge time stamps, but sees what they cover.
    assert "Signature Field Name: Time stamp" in said
    assert "Total document signed" in said.partition("Signature #2")[2]


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_openssl_finds_the_stamp_sound(issued: bytes, tmp_path: Path) -> None:
    room, service = room_for_stamp(issued), TimeStampService(NOW)
    reply = service.answer(question(room.digest, 5))
    read_time_token(token_in(reply, room.digest, 5), room.digest)
    (tmp_path / "ca.pem").write_bytes(service.authority.root.public_bytes(Encoding.PEM))
    (tmp_path / "reply.tsr").write_bytes(reply)
    command = ["openssl", "ts", "-verify", "-in", str(tmp_path / "reply.tsr")]
    command += ["-CAfile", str(tmp_path / "ca.pem"), "-digest", room.digest.hex()]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Verification: OK" in said.stdout, said.stderr


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
def test_openssl_understands_what_a_service_is_asked(tmp_path: Path) -> None:
    (tmp_path / "asked.tsq").write_bytes(question(DIGEST, 0x1234567890))
    command = ["openssl", "ts", "-query", "-in", str(tmp_path / "asked.tsq"), "-text"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Hash Algorithm: sha256" in said
    assert "Nonce: 0x1234567890" in said
    assert "Certificate required: yes" in said


def test_a_reply_is_only_taken_if_it_answers_what_was_asked() -> None:
    service = TimeStampService(NOW)
    good = service.answer(question(DIGEST, 7))
    assert token_in(good, DIGEST, 7)
    for digest, nonce in ((DIGEST, 8), (bytes(32), 7)):
        with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
            token_in(good, digest, nonce)
    service.says = "Too many today"
    with pytest.raises(NotGranted, match="Too many today"):
        token_in(service.answer(question(DIGEST, 7)), DIGEST, 7)


@pytest.mark.parametrize("reply", [b"", b"0", b"<html>", b"0\x03\x02\x01\x00", b"\x30\x82\xff\xff"])
def test_a_reply_of_another_form_is_refused(reply: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        token_in(reply, DIGEST, 7)


def test_a_stamp_from_before_its_maker_was_certified_is_refused() -> None:
    token = bytes(STAMPER.token(DIGEST, 5, NOW - timedelta(days=10 * 365)).dump())
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        read_time_token(token, DIGEST)


def test_a_file_of_another_form_gets_no_stamp(issued: bytes) -> None:
    for other in (b"", b"%PDF-1.7\n%%EOF\n", issued + b"\n", issued.replace(b"/SigFlags 3", b"")):
        with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
            room_for_stamp(other)

"""Time stamps (RFC 3161): how one is asked for, and what a token proves by itself.

Whether its maker can be trusted is not looked at: there is no list of such makers here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.trust import der
from cpd_desktop.domain.certificates.time_stamp import TimeStamp

if TYPE_CHECKING:
    from asn1crypto.cms import SignedData, SignerInfo  # type: ignore[import-untyped]
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]

LONGEST = 15_000
LONGEST_NAME = 200


class NotGranted(Exception):
    """The service said no, and why."""


def question(digest: bytes, nonce: int) -> bytes:
    """Return what a service is asked for a SHA-256; nothing else of the file is told."""
    from asn1crypto.tsp import TimeStampReq  # type: ignore[import-untyped]

    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
    asked = {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    return bytes(TimeStampReq(asked).dump())


def token_in(reply: bytes, digest: bytes, nonce: int) -> bytes:
    """Return the token of a reply; raises ``NotGranted``, and ``ValueError`` if it is not sound."""
    from asn1crypto.tsp import PKIStatusInfo

    told, *tokens = der.read(reply).parts()
    status = PKIStatusInfo.load(told.whole, strict=True).native
    if status["status"] not in {"granted", "granted_with_mods"}:
        said = status["status_string"] or status["fail_info"] or ["no reason"]
        raise NotGranted(", ".join(sorted(map(str, said))))
    token = b"".join(each.whole for each in tokens)
    read_time_token(token, digest)
    if _stated(_signed_data(token))["nonce"].native != nonce:
        raise ValueError
    return token


def read_time_token(token: bytes, digest: bytes) -> TimeStamp:
    """Return what the token says of a file with this SHA-256; raises ``ValueError``.

    Its signature, its maker's certificate and that this was in term are checked.
    """
    if len(token) > LONGEST:
        raise ValueError
    try:
        signed = _signed_data(token)
        stated = _stated(signed)
        signer, maker = _signer(signed)
        _require_signed(signed, signer, maker)
        imprint = stated["message_imprint"].native
        at = stated["gen_time"].native
    except ValueError:
        raise
    # Whatever a library stumbles over, it is no token.
    except Exception as error:
        raise ValueError from error
    if imprint["hash_algorithm"]["algorithm"] != "sha256" or imprint["hashed_message"] != digest:
        raise ValueError
    if not maker.not_valid_before <= at <= maker.not_valid_after:
        raise ValueError
    return TimeStamp(_name(maker), at.replace(microsecond=0))


def _signed_data(token: bytes) -> SignedData:
    from asn1crypto.cms import ContentInfo

    message = ContentInfo.load(token, strict=True)
    if message["content_type"].native != "signed_data":
        raise ValueError
    return message["content"]


def _stated(signed: SignedData) -> Any:
    inside = signed["encap_content_info"]
    if inside["content_type"].native != "tst_info":
        raise ValueError
    return inside["content"].parsed


def _signer(signed: SignedData) -> tuple[SignerInfo, Certificate]:
    """Return who signed: the one signer, and their certificate, which has to be in the token."""
    (signer,) = signed["signer_infos"]
    named = signer["sid"].chosen
    if signer["sid"].name != "issuer_and_serial_number":
        raise ValueError
    for each in signed["certificates"]:
        found = each.chosen
        same = found.serial_number == named["serial_number"].native
        if each.name == "certificate" and same and found.issuer == named["issuer"]:
            return signer, found
    raise ValueError


def _require_signed(signed: SignedData, signer: SignerInfo, maker: Certificate) -> None:
    import hashlib

    from pyhanko.sign.general import check_ess_certid
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    algorithm = signer["digest_algorithm"]["algorithm"].native
    inside = signed["encap_content_info"]["content"].contents
    digest = hashlib.new(algorithm, inside).digest()
    if validate_sig_integrity(signer, maker, "tst_info", digest) != (True, True):
        raise ValueError
    # It names its maker's certificate, which was made for stamping time and nothing else.
    named = [
        value["certs"][0]
        for each in signer["signed_attrs"]
        if each["type"].native in {"signing_certificate", "signing_certificate_v2"}
        for value in each["values"]
    ]
    use = maker.extended_key_usage_value
    only_time = use is not None and use.native == ["time_stamping"]
    if not named or not all(check_ess_certid(maker, each) for each in named) or not only_time:
        raise ValueError


def _name(maker: Certificate) -> str:
    subject = maker.subject.native
    name = subject.get("common_name") or subject.get("organization_name") or "?"
    shown = " ".join(str(name if isinstance(name, str) else name[0]).split())
    return "".join(each for each in shown if each.isprintable())[:LONGEST_NAME]

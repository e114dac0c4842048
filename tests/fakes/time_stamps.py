"""A time stamp service (RFC 3161) on loopback, which can also misbehave."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from asn1crypto import algos, cms, core, tsp, x509  # type: ignore[import-untyped]
from cryptography import x509 as making
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "Loopback Time Authority"
MADE = datetime(2020, 1, 1, tzinfo=UTC)


def _named(name: str) -> making.Name:
    return making.Name([making.NameAttribute(NameOID.COMMON_NAME, name)])


def _certificate(
    key: ec.EllipticCurvePrivateKey, name: str, by: ec.EllipticCurvePrivateKey, by_name: str
) -> making.CertificateBuilder:
    return (
        making.CertificateBuilder(_named(by_name), _named(name), key.public_key())
        .serial_number(making.random_serial_number())
        .not_valid_before(MADE)
        .not_valid_after(MADE + timedelta(days=40 * 365))
        .add_extension(
            making.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False
        )
        .add_extension(
            making.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
        )
    )


@dataclass(slots=True)
class Authority:
    """Who stamps: a key, its certificate, and the root above it."""

    name: str = NAME
    uses: tuple[Any, ...] = (ExtendedKeyUsageOID.TIME_STAMPING,)
    key: ec.EllipticCurvePrivateKey = field(init=False)
    leaf: making.Certificate = field(init=False)
    root: making.Certificate = field(init=False)

    def __post_init__(self) -> None:
        above, top = ec.generate_private_key(ec.SECP256R1()), f"{self.name} Root"
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.root = (
            _certificate(above, top, above, top)
            .add_extension(making.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(above, hashes.SHA256())
        )
        self.leaf = (
            _certificate(self.key, self.name, above, top)
            .add_extension(making.ExtendedKeyUsage(self.uses), critical=True)
            .sign(above, hashes.SHA256())
        )

    def token(self, digest: bytes, nonce: int | None, at: datetime) -> cms.ContentInfo:
        """Return the signed token."""
        stated = tsp.TSTInfo({
            "version": "v1", "policy": "1.3.6.1.4.1.99999.1", "serial_number": 7, "gen_time": at,
            "message_imprint": {
                "hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest,
            },
            "nonce": nonce,
        })  # fmt: skip
        leaf, root = (
            x509.Certificate.load(each.public_bytes(Encoding.DER))
            for each in (self.leaf, self.root)
        )
        named = tsp.SigningCertificateV2(
            {"certs": [{"cert_hash": hashlib.sha256(leaf.dump()).digest()}]}
        )
        attributes = cms.CMSAttributes(
            [
                {"type": "content_type", "values": ["tst_info"]},
                {"type": "message_digest", "values": [hashlib.sha256(stated.dump()).digest()]},
                {"type": "signing_certificate_v2", "values": [named]},
            ]
        )
        digest_kind = algos.DigestAlgorithm({"algorithm": "sha256"})
        signer = cms.SignerInfo({
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": {
                "issuer": leaf.issuer, "serial_number": leaf.serial_number,
            }}),
            "digest_algorithm": digest_kind, "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": self.key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256())),
        })  # fmt: skip
        signed = cms.SignedData({
            "version": "v3", "digest_algorithms": [digest_kind],
            "encap_content_info": {
                "content_type": "tst_info",
                "content": core.ParsableOctetString(stated.dump()),
            },
            "certificates": [leaf, root], "signer_infos": [signer],
        })  # fmt: skip
        return cms.ContentInfo({"content_type": "signed_data", "content": signed})


@dataclass(slots=True)
class TimeStampService:
    """What it answers; ``asked`` are the digests, ``says`` and ``status`` make it refuse."""

    at: datetime
    authority: Authority = field(default_factory=Authority)
    address: str = ""
    asked: list[bytes] = field(default_factory=list)
    says: str = ""
    status: int = 200
    other_digest: bool = False
    other_nonce: bool = False
    body: bytes | None = None

    def answer(self, question: bytes) -> bytes:
        """Return the reply to a request; raises if it is none."""
        asked = tsp.TimeStampReq.load(question, strict=True)
        imprint = asked["message_imprint"].native
        assert imprint["hash_algorithm"]["algorithm"] == "sha256"
        assert asked["cert_req"].native is True
        digest, nonce = imprint["hashed_message"], asked["nonce"].native
        self.asked.append(digest)
        if self.body is not None:
            return self.body
        if self.says:
            refused = {
                "status": "rejection", "status_string": [self.says], "fail_info": {"bad_alg"},
            }  # fmt: skip
            return bytes(
                core.SequenceOf([tsp.PKIStatusInfo(refused)], spec=tsp.PKIStatusInfo).dump()
            )
        digest = bytes(32) if self.other_digest else digest
        token = self.authority.token(digest, nonce + self.other_nonce, self.at)
        granted = {"status": {"status": "granted"}, "time_stamp_token": token}
        return bytes(tsp.TimeStampResp(granted).dump())


@contextmanager
def time_stamp_service(at: datetime) -> Iterator[TimeStampService]:
    """Run the service on a free port."""
    service = TimeStampService(at)

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            reply = service.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(service.status)
            if service.status == 302:
                self.send_header("Location", "http://127.0.0.1:9/")
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    service.address = f"http://127.0.0.1:{server.server_port}/tsr"
    with running(server):
        yield service

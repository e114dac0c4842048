"""The signature message (CMS, RFC 5652) in the one form that we write: PAdES baseline B-B.

Reading takes it apart, builds it again from the parts and compares: a bit that nothing vouches for
has no place to hide.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust import der

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import (
        CertificatePublicKeyTypes,
        PrivateKeyTypes,
    )

_DATA = der.oid("1.2.840.113549.1.7.1")
_SIGNED_DATA = der.oid("1.2.840.113549.1.7.2")
_CONTENT_TYPE = der.oid("1.2.840.113549.1.9.3")
_MESSAGE_DIGEST = der.oid("1.2.840.113549.1.9.4")
_CERTIFICATES = der.oid("1.2.840.113549.1.9.16.2.47")
_SHA256 = der.value(der.SEQUENCE, der.oid("2.16.840.1.101.3.4.2.1"))
_ONE = der.value(der.INTEGER, b"\x01")
_EXPLICIT = der.TAGGED_0
MOST_CERTIFICATES = 8
_DIGEST = 32

ECDSA = der.value(der.SEQUENCE, der.oid("1.2.840.10045.4.3.2"))
RSA = der.value(der.SEQUENCE, der.oid("1.2.840.113549.1.1.11"), der.value(der.NULL))


@dataclass(frozen=True)
class Message:
    """The message around a signature: who signs (leaf certificate first) and how."""

    chain: tuple[bytes, ...]
    algorithm: bytes

    def attributes(self, digest: bytes) -> bytes:
        """Return what is signed: the digest of the file and who signs it."""
        stated = der.value(
            der.SEQUENCE,
            _MESSAGE_DIGEST,
            der.value(der.SET, der.value(der.OCTETS, digest)),
        )
        return der.value(der.SET, *sorted((self._constant[0], self._constant[1], stated)))

    def around(self, signature: bytes, digest: bytes) -> bytes:
        """Return the whole message."""
        attributes = self.attributes(digest)
        version, named, encapsulated, certificates = self._frame
        signer = der.value(
            der.SEQUENCE,
            _ONE,
            named,
            _SHA256,
            bytes((_EXPLICIT,)) + attributes[1:],
            self.algorithm,
            der.value(der.OCTETS, signature),
        )
        signed = der.value(
            der.SEQUENCE,
            version,
            der.value(der.SET, _SHA256),
            encapsulated,
            certificates,
            der.value(der.SET, signer),
        )
        return der.value(der.SEQUENCE, _SIGNED_DATA, der.value(_EXPLICIT, signed))

    @cached_property
    def _constant(self) -> tuple[bytes, bytes]:
        content_type = der.value(der.SEQUENCE, _CONTENT_TYPE, der.value(der.SET, _DATA))
        hashes = (
            der.value(der.SEQUENCE, der.value(der.OCTETS, hashlib.sha256(each).digest()))
            for each in self.chain
        )
        certificates = der.value(der.SEQUENCE, der.value(der.SEQUENCE, *hashes))
        named = der.value(der.SEQUENCE, _CERTIFICATES, der.value(der.SET, certificates))
        return content_type, named

    @cached_property
    def _frame(self) -> tuple[bytes, bytes, bytes, bytes]:
        serial, issuer = _serial_and_issuer(self.chain[0])
        return (
            _ONE,
            der.value(der.SEQUENCE, issuer, serial),
            der.value(der.SEQUENCE, _DATA),
            der.value(_EXPLICIT, *sorted(self.chain)),
        )


@dataclass(frozen=True, slots=True)
class Signed:
    """A message that was read: what it says was signed, and the signature."""

    message: Message
    digest: bytes
    signature: bytes


def read_message(content: bytes) -> Signed:
    """Take a message apart; raises ``ValueError`` if it is not exactly of our form."""
    _, outer = der.read(content).parts(der.OID, _EXPLICIT)
    (signed,) = outer.parts(der.SEQUENCE)
    *_, certificates, signers = signed.parts(der.INTEGER, der.SET, der.SEQUENCE, _EXPLICIT, der.SET)
    (signer,) = signers.parts(der.SEQUENCE)
    _, _, _, attributes, algorithm, signature = signer.parts(
        der.INTEGER, der.SEQUENCE, der.SEQUENCE, _EXPLICIT, der.SEQUENCE, der.OCTETS
    )
    digest, hashes = _stated(attributes)
    carried = {hashlib.sha256(each.whole).digest(): each.whole for each in certificates.parts()}
    if not 0 < len(hashes) <= MOST_CERTIFICATES or set(hashes) != set(carried):
        raise ValueError
    message = _message(tuple(carried[each] for each in hashes), algorithm.whole)
    if message.around(signature.content, digest) != content:
        raise ValueError
    return Signed(message, digest, signature.content)


def algorithm_for(key: PrivateKeyTypes | CertificatePublicKeyTypes) -> bytes:
    """Return how a key of this kind signs; raises ``ValueError`` if we do not sign with such."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(key, ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey):
        return ECDSA
    if isinstance(key, rsa.RSAPrivateKey | rsa.RSAPublicKey):
        return RSA
    raise ValueError


def is_signed(signed: Signed) -> bool:
    """Say whether the key in the first certificate made the signature."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    attributes = signed.message.attributes(signed.digest)
    try:
        key = _key_in(signed.message.chain[0])
        if algorithm_for(key) != signed.message.algorithm:
            return False
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signed.signature, attributes, ec.ECDSA(hashes.SHA256()))
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(signed.signature, attributes, padding.PKCS1v15(), hashes.SHA256())
    except (ValueError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


@lru_cache(maxsize=8)
def _key_in(certificate: bytes) -> CertificatePublicKeyTypes:
    from cryptography import x509

    return x509.load_der_x509_certificate(certificate).public_key()


@lru_cache(maxsize=8)
def _message(chain: tuple[bytes, ...], algorithm: bytes) -> Message:
    """Return the message of an issuer: all but digest and signature is the same in each file."""
    return Message(chain, algorithm)


def _stated(attributes: der.Node) -> tuple[bytes, list[bytes]]:
    """Return the digest and the hashes of the certificates that the attributes state."""
    found = {}
    for attribute in attributes.parts():
        kind, values = attribute.parts(der.OID, der.SET)
        (found[kind.whole],) = values.parts()
    if set(found) != {_CONTENT_TYPE, _MESSAGE_DIGEST, _CERTIFICATES}:
        raise ValueError
    digest = found[_MESSAGE_DIGEST].content
    (listed,) = found[_CERTIFICATES].parts(der.SEQUENCE)
    hashes = [each.parts(der.OCTETS)[0].content for each in listed.parts()]
    if len(digest) != _DIGEST:
        raise ValueError
    return digest, hashes


def _serial_and_issuer(certificate: bytes) -> tuple[bytes, bytes]:
    to_be_signed = der.read(certificate).parts()[0]
    fields = to_be_signed.parts()
    if fields[0].tag == _EXPLICIT:  # the version
        fields = fields[1:]
    if len(fields) < 3 or (fields[0].tag, fields[2].tag) != (der.INTEGER, der.SEQUENCE):  # noqa: PLR2004 - serial number, algorithm, issuer
        raise ValueError
    return fields[0].whole, fields[2].whole

"""Certificates as an authority elsewhere makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from tests.adapters.trust.issuing import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12PrivateKeyTypes


def certified(
    key: PKCS12PrivateKeyTypes, at: datetime = NOW, /, *, signs: bool = True, ended: bool = False
) -> list[x509.Certificate]:
    """Return a certificate for the key, and that of the authority."""
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Elsewhere")])
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Own")])
    usage = x509.KeyUsage(signs, signs, not signs, False, False, False, False, False, False)
    begins = at - timedelta(days=20)
    leaf = (
        x509.CertificateBuilder(authority, subject, key.public_key(), 5)
        .not_valid_before(begins)
        .not_valid_after(at + timedelta(days=-10 if ended else 500))
        .add_extension(usage, critical=True)
        .sign(authority_key, SHA256())
    )
    root = (
        x509.CertificateBuilder(authority, authority, authority_key.public_key(), 1)
        .not_valid_before(begins)
        .not_valid_after(at + timedelta(days=500))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(authority_key, SHA256())
    )
    return [leaf, root]

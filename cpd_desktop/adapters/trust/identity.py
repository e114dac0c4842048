"""The keys by which an issuer is known: one for QR codes and badges, one for PDF files."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.certificates.issuer_card import (
    IssuerCard,
    IssuerKey,
    PdfCertificate,
    Term,
    fingerprint_of,
    key_id,
)
from cpd_desktop.domain.errors import Damaged, NewerData, NotAllowed
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import date, datetime

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate, Name

    from cpd_desktop.domain.certificates.issuer_card import Provider

FORMAT = 1
YEARS = 30
EARLIEST_YEAR = 2025
_LONGEST_NAME = 64  # bytes that X.509 takes

CLOCK_IS_WRONG = Sentence("certificates", "This computer's clock says {day}, which cannot be.")
SET_THE_CLOCK = Sentence("certificates", "Set the clock, then try again. Nothing was signed.")
UNREADABLE = Sentence("certificates", "The signing keys that are kept here cannot be read.")
RESTORE_KEYS = Sentence("certificates", "Restore them from your backup of the signing keys.")
LATER_KEYS = Sentence("certificates", "A later CPD Desktop wrote the signing keys.")


@dataclass(frozen=True, slots=True)
class TokenKey:
    """An Ed25519 key that signs QR codes, badges, cards and lists."""

    private: Ed25519PrivateKey = field(repr=False)
    term: Term
    public: bytes

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the public key."""
        return fingerprint_of(self.public)

    @property
    def id(self) -> bytes:
        """Return how a token names the key."""
        return key_id(self.fingerprint)


@dataclass(frozen=True, slots=True)
class PdfKey:
    """A key that signs PDF files, and its certificates: its own first, the root last."""

    private: EllipticCurvePrivateKey | RSAPrivateKey = field(repr=False)
    chain: tuple[Certificate, ...]
    since: date

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the certificate."""
        from cryptography.hazmat.primitives.hashes import SHA256

        return self.chain[0].fingerprint(SHA256()).hex()


@dataclass(frozen=True, slots=True)
class IssuerIdentity:
    """All keys of an issuer, the newest first. Old token keys stay to vouch for the new ones."""

    token_keys: tuple[TokenKey, ...]
    pdf: PdfKey
    old_pdf: tuple[PdfCertificate, ...] = ()

    @property
    def token(self) -> TokenKey:
        """Return the key that signs tokens today."""
        return self.token_keys[0]

    def card(self, provider: Provider, moment: datetime) -> IssuerCard:
        """Return what others keep to verify the certificates of this issuer."""
        return IssuerCard(
            provider,
            moment,
            tuple(IssuerKey(key.public, key.term) for key in self.token_keys),
            (PdfCertificate(self.pdf.fingerprint, Term(self.pdf.since)), *self.old_pdf),
        )

    def with_new_keys(self, name: str, moment: datetime) -> IssuerIdentity:
        """Return the identity with new keys; those in use until now end on this day."""
        require_clock(moment)
        today = moment.date()
        old = (replace(self.token, term=Term(self.token.term.since, today)), *self.token_keys[1:])
        return replace(
            self.with_pdf_key(_new_pdf_key(name, moment), today),
            token_keys=(_new_token_key(today), *old),
        )

    def with_pdf_key(self, key: PdfKey, today: date) -> IssuerIdentity:
        """Return the identity that signs PDF files by another key from this day on."""
        ended = PdfCertificate(self.pdf.fingerprint, Term(self.pdf.since, today))
        return replace(self, pdf=key, old_pdf=(ended, *self.old_pdf))


def new_identity(name: str, moment: datetime) -> IssuerIdentity:
    """Make the keys of an issuer; raises ``NotAllowed`` if the clock cannot be right."""
    require_clock(moment)
    return IssuerIdentity((_new_token_key(moment.date()),), _new_pdf_key(name, moment))


def require_clock(moment: datetime) -> None:
    """Raise ``NotAllowed`` if the clock stands before this application was made."""
    if moment.year < EARLIEST_YEAR:
        raise NotAllowed(CLOCK_IS_WRONG.filled(day=moment.date()), SET_THE_CLOCK)


def kept(identity: IssuerIdentity) -> Secret:
    """Return the identity as one secret."""
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    pdf = identity.pdf
    private = pdf.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    fields = {
        "issuer": FORMAT,
        "tokens": [
            {"key": _text(key.private.private_bytes_raw()), **key.term.as_fields()}
            for key in identity.token_keys
        ],
        "pdf": {
            "key": _text(private),
            "chain": [_text(each.public_bytes(Encoding.DER)) for each in pdf.chain],
            "since": pdf.since.isoformat(),
        },
        "old_pdf": [
            {"sha256": each.fingerprint, **each.term.as_fields()} for each in identity.old_pdf
        ],
    }
    return Secret(json.dumps(fields, separators=(",", ":")))


def identity_of(secret: Secret) -> IssuerIdentity:
    """Return the identity that was kept; raises ``Damaged`` or ``NewerData``."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    try:
        fields = json.loads(secret.reveal())
        if fields["issuer"] > FORMAT:
            raise NewerData(LATER_KEYS)
        pdf = fields["pdf"]
        private: Any = load_der_private_key(_bytes(pdf["key"]), None)
        return IssuerIdentity(
            tuple(
                _token_key(Ed25519PrivateKey.from_private_bytes(_bytes(each["key"])), Term.of(each))
                for each in fields["tokens"]
            ),
            PdfKey(
                private,
                tuple(x509.load_der_x509_certificate(_bytes(each)) for each in pdf["chain"]),
                Term.of(pdf).since,
            ),
            tuple(PdfCertificate(each["sha256"], Term.of(each)) for each in fields["old_pdf"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Damaged(UNREADABLE, RESTORE_KEYS) from error


def _new_token_key(today: date) -> TokenKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return _token_key(Ed25519PrivateKey.generate(), Term(today))


def _token_key(private: Ed25519PrivateKey, term: Term) -> TokenKey:
    return TokenKey(private, term, private.public_key().public_bytes_raw())


def _new_pdf_key(name: str, moment: datetime) -> PdfKey:
    """Make a root and, signed by it, the certificate that signs; the root's key is not kept."""
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    root_key, leaf_key = generate_private_key(SECP256R1()), generate_private_key(SECP256R1())
    root_name = _name(name, "root")
    root = _certificate(root_name, root_name, root_key, root_key, moment, is_root=True)
    signing = _name(name, "certificates")
    leaf = _certificate(signing, root_name, leaf_key, root_key, moment, is_root=False)
    return PdfKey(leaf_key, (leaf, root), moment.date())


def _name(provider: str, role: str) -> Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    written = " ".join(provider.split()).encode()[: _LONGEST_NAME - len(role) - 1]
    short = written.decode(errors="ignore") or "CPD"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, short),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{short} {role}"),
        ]
    )


def _certificate(
    subject: Name, issuer: Name, key: EllipticCurvePrivateKey, by: EllipticCurvePrivateKey,
    moment: datetime, *, is_root: bool,
) -> Certificate:  # fmt: skip
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256

    usage = x509.KeyUsage(
        digital_signature=not is_root, content_commitment=not is_root, key_cert_sign=is_root,
        crl_sign=is_root, key_encipherment=False, data_encipherment=False, key_agreement=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # A day before: clocks of those who verify may be behind.
        .not_valid_before(moment - timedelta(days=1))
        .not_valid_after(moment + timedelta(days=YEARS * 365))
        .add_extension(x509.BasicConstraints(is_root, 0 if is_root else None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False
        )
        .sign(by, SHA256())
    )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

"""Signs PDF files (PAdES B-B) that were laid out for it: one hash, one signature, no parsing.

The writer puts ``PdfSigner.dictionary`` into the file as the value of the signature field, and
``fill`` completes it in place.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.adapters.trust.cms import ECDSA, Message, algorithm_for
from cpd_desktop.adapters.trust.identity import require_clock
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from cpd_desktop.adapters.trust.identity import PdfKey

OUT_OF_TERM = Sentence(
    "certificates", "The certificate that signs PDF files is good from {first} to {last} only."
)
RENEW = Sentence("certificates", "Make new signing keys, or bring in a newer certificate.")

BYTE_RANGE = b"/ByteRange[0 %010d %010d %010d]/Contents<"
_UNFILLED = BYTE_RANGE % (0, 0, 0)


class Hash(Protocol):
    """A hash of ``hashlib`` that has begun."""

    def copy(self) -> Hash:
        """Return another that goes on from here."""

    def update(self, content: memoryview, /) -> None:
        """Take more in."""

    def digest(self) -> bytes:
        """Return the hash."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The hash (SHA-256) of the first bytes of a file, which many files have in common."""

    hash: Hash
    length: int


NOTHING_YET = Begun(hashlib.sha256(), 0)


class PdfSigner:
    """Signs files with one key."""

    def __init__(self, key: PdfKey) -> None:
        from cryptography.hazmat.primitives.serialization import Encoding

        self._key = key
        chain = tuple(each.public_bytes(Encoding.DER) for each in key.chain)
        self._message = Message(chain, algorithm_for(key.private))
        longest = bytes(_longest_signature(key.private))
        # How many digits the signature takes in the file.
        self.room = 2 * len(self._message.around(longest, bytes(32)))

    def dictionary(self, name: str, moment: datetime) -> bytes:
        """Return the signature dictionary, unfilled; its length depends on the name only.

        Raises ``NotAllowed`` if the certificate is not good at that moment.
        """
        require_clock(moment)
        leaf = self._key.chain[0]
        if not leaf.not_valid_before_utc <= moment <= leaf.not_valid_after_utc:
            first, last = leaf.not_valid_before_utc.date(), leaf.not_valid_after_utc.date()
            raise NotAllowed(OUT_OF_TERM.filled(first=first, last=last), RENEW)
        written = ("\ufeff" + name).encode("utf-16-be").hex().encode()
        return b"".join(
            (
                b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name<", written,
                moment.strftime(">/M(D:%Y%m%d%H%M%SZ)").encode(),
                _UNFILLED, b"0" * self.room, b">>>",
            )
        )  # fmt: skip

    def fill(self, pdf: bytearray, at: int, begun: Begun = NOTHING_YET) -> None:
        """Sign the file whose signature dictionary begins at this place.

        ``begun`` spares hashing again what lies before it in all files of a batch. Raises
        ``ValueError`` if no unfilled dictionary is there.
        """
        start = pdf.index(_UNFILLED, at)
        opening = start + len(_UNFILLED) - 1  # of the signature: “<”
        closing = opening + self.room + 2
        if begun.length > start or pdf[closing - 1 : closing] != b">":
            raise ValueError
        pdf[start : opening + 1] = BYTE_RANGE % (opening, closing, len(pdf) - closing)
        hashed = begun.hash.copy()
        with memoryview(pdf) as content:
            hashed.update(content[begun.length : opening])
            hashed.update(content[closing:])
        pdf[opening + 1 : closing - 1] = self.contents(hashed.digest())

    def contents(self, digest: bytes) -> bytes:
        """Return the signature for a file with this digest, in exactly ``room`` digits."""
        signature = self._sign(self._message.attributes(digest))
        return self._message.around(signature, digest).hex().encode().ljust(self.room, b"0")

    def _sign(self, attributes: bytes) -> bytes:
        from cryptography.hazmat.primitives.asymmetric import ec, padding
        from cryptography.hazmat.primitives.hashes import SHA256

        private = self._key.private
        if isinstance(private, ec.EllipticCurvePrivateKey):
            # Deterministic (RFC 6979), so that the same certificate has the same bytes.
            return private.sign(attributes, ec.ECDSA(SHA256(), deterministic_signing=True))
        return private.sign(attributes, padding.PKCS1v15(), SHA256())


def _longest_signature(key: EllipticCurvePrivateKey | RSAPrivateKey) -> int:
    size = (key.key_size + 7) // 8
    # Two numbers of that size, each with a sign byte and a head, and the head of both.
    return size if algorithm_for(key) != ECDSA else 2 * (size + 3) + 3

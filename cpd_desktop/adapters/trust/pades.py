"""Signs PDF files (PAdES B-B) that were laid out for it: one signature, no parsing.

The writer leaves ``reserve`` bytes of room in /Contents, hashes what is around it and fills it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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


class PdfSigner:
    """Signs files with one key."""

    def __init__(self, key: PdfKey) -> None:
        from cryptography.hazmat.primitives.serialization import Encoding

        self._key = key
        chain = tuple(each.public_bytes(Encoding.DER) for each in key.chain)
        self._message = Message(chain, algorithm_for(key.private))
        longest = bytes(_longest_signature(key.private))
        # How many bytes the longest signature takes.
        self.reserve = len(self._message.around(longest, bytes(32)))

    def require_good(self, moment: datetime) -> None:
        """Raise ``NotAllowed`` if the certificate is not good at that moment."""
        require_clock(moment)
        leaf = self._key.chain[0]
        if not leaf.not_valid_before_utc <= moment <= leaf.not_valid_after_utc:
            first, last = leaf.not_valid_before_utc.date(), leaf.not_valid_after_utc.date()
            raise NotAllowed(OUT_OF_TERM.filled(first=first, last=last), RENEW)

    def signature(self, digest: bytes) -> bytes:
        """Return the signature for a file with this digest (SHA-256); equal for equal digests."""
        return self._message.around(self._sign(self._message.attributes(digest)), digest)

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

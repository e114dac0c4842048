"""The token in the QR code of a certificate: its claims, signed (COSE_Sign1), in few letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust.jws import is_signature, packed, unpacked
from cpd_desktop.domain.certificates import base45, cbor
from cpd_desktop.domain.certificates.claims import claims_of

if TYPE_CHECKING:
    from cpd_desktop.adapters.trust.identity import TokenKey
    from cpd_desktop.domain.certificates.claims import Claims

START = "CPD1:"
LONGEST = 4000
# RFC 9052: the tag of COSE_Sign1, the labels of algorithm and key, and EdDSA.
_SIGN1, _ALGORITHM, _KEY_ID, _EDDSA = 18, 1, 4, -8
_SIGNATURE, _KEY_ID_LENGTH = 64, 8


@dataclass(frozen=True, slots=True)
class Token:
    """A token that was read: what it claims and the key that it says signed it."""

    claims: Claims
    key_id: bytes
    over: bytes
    signature: bytes

    def is_by(self, public_key: bytes) -> bool:
        """Say whether this key signed the token."""
        return is_signature(self.signature, self.over, public_key)


def write_token(claims: Claims, key: TokenKey) -> str:
    """Return the token in the letters that a QR code packs best."""
    return START + base45.encode(_signed(claims, key))


def write_address(claims: Claims, key: TokenKey, page: str) -> str:
    """Return the address of a page that checks the token; the token is not sent to its server."""
    return f"{page}#{packed(_signed(claims, key))}"


def read_token(text: str) -> Token:
    """Read a token or an address with one; raises ``ValueError`` if it is neither."""
    text = text.strip()  # base45 may hold spaces but cannot end with one
    if len(text) > LONGEST:
        raise ValueError
    if text.startswith(START):
        return _token(base45.decode(text.removeprefix(START)))
    return _token(unpacked(text.partition("#")[2]))


def _signed(claims: Claims, key: TokenKey) -> bytes:
    protected = cbor.encode({_ALGORITHM: _EDDSA, _KEY_ID: key.id})
    payload = cbor.encode(claims.numbered())
    signature = key.private.sign(_over(protected, payload))
    return cbor.encode(cbor.Tagged(_SIGN1, [protected, {}, payload, signature]))


def _over(protected: bytes, payload: bytes) -> bytes:
    return cbor.encode(["Signature1", protected, b"", payload])


def _token(content: bytes) -> Token:
    match cbor.decode(content):
        case cbor.Tagged(tag, [bytes(protected), dict(open_), bytes(payload), bytes(made)]):
            header = cbor.decode(protected)
        case _:
            raise ValueError
    if tag != _SIGN1 or open_ or len(made) != _SIGNATURE or not isinstance(header, dict):
        raise ValueError
    key_id = header.get(_KEY_ID)
    if header.get(_ALGORITHM) != _EDDSA or len(header) != len((_ALGORITHM, _KEY_ID)):
        raise ValueError
    if not isinstance(key_id, bytes) or len(key_id) != _KEY_ID_LENGTH:
        raise ValueError
    return Token(claims_of(cbor.decode(payload)), key_id, _over(protected, payload), made)

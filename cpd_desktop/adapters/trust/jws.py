"""Signed JSON (RFC 7515) by Ed25519: in one line for badges, as a document for cards and lists."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.adapters.trust.identity import TokenKey

MOST_SIGNATURES = 100
_URL_SAFE = re.compile(r"[A-Za-z0-9_-]*")
_SIGNATURE = 64


@dataclass(frozen=True, slots=True)
class SignedPart:
    """A signature, what it is over, and the header that says whose it is."""

    header: dict[str, Any]
    over: bytes
    signature: bytes

    def is_by(self, public_key: bytes) -> bool:
        """Say whether this key made the signature."""
        return is_signature(self.signature, self.over, public_key)


def is_signature(signature: bytes, over: bytes, public_key: bytes) -> bool:
    """Say whether the Ed25519 key made the signature over these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, over)
    except (InvalidSignature, ValueError):
        return False
    return True


def packed(content: bytes) -> str:
    """Return the bytes as base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    """Return the bytes; raises ``ValueError`` for text that ``packed`` never writes."""
    if not _URL_SAFE.fullmatch(text):
        raise ValueError
    try:
        content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise ValueError from None
    if packed(content) != text:
        raise ValueError
    return content


def as_json(fields: Any) -> bytes:
    """Return the fields as the shortest JSON."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes | str) -> Any:
    """Read JSON of a stranger; raises ``ValueError``, also for what is nested too deep."""
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError from None


def one_line(header: str, payload: bytes, key: TokenKey) -> str:
    """Sign in the form of one line; the header is packed already, being always the same."""
    over = f"{header}.{packed(payload)}"
    return f"{over}.{packed(key.private.sign(over.encode()))}"


def read_line(text: str) -> tuple[dict[str, Any], SignedPart]:
    """Return payload and signature of the one-line form; raises ``ValueError``."""
    header, payload, signature = text.split(".")
    return _fields(payload), _part(header, payload, signature)


def document(fields: dict[str, Any], kind: str, keys: Iterable[TokenKey]) -> bytes:
    """Sign in the form of a JSON document, by several keys."""
    payload = packed(as_json(fields))
    signatures = []
    for key in keys:
        header = packed(as_json({"alg": "EdDSA", "kid": key.fingerprint, "typ": kind}))
        signature = packed(key.private.sign(f"{header}.{payload}".encode()))
        signatures.append({"protected": header, "signature": signature})
    return _written({"payload": payload, "signatures": signatures})


def read_document(
    content: bytes, kind: str, largest: int
) -> tuple[dict[str, Any], list[SignedPart]]:
    """Return payload and signatures of a document; raises ``ValueError``."""
    if len(content) > largest:
        raise ValueError
    whole = from_json(content)
    try:
        payload = whole["payload"]
        if _written(whole) != content or len(whole["signatures"]) > MOST_SIGNATURES:
            raise ValueError
        parts = [
            _part(each["protected"], payload, each["signature"]) for each in whole["signatures"]
        ]
        if any(part.header["typ"] != kind for part in parts):
            raise ValueError
        return _fields(payload), parts
    except (KeyError, TypeError, AttributeError):
        raise ValueError from None


def _written(whole: Any) -> bytes:
    return json.dumps(whole, indent=1).encode() + b"\n"


def _part(header: str, payload: str, signature: str) -> SignedPart:
    fields, made = _fields(header), unpacked(signature)
    if fields.get("alg") != "EdDSA" or len(made) != _SIGNATURE:
        raise ValueError
    return SignedPart(fields, f"{header}.{payload}".encode(), made)


def _fields(text: str) -> dict[str, Any]:
    fields = from_json(unpacked(text))
    if not isinstance(fields, dict):
        raise ValueError  # noqa: TRY004 - whoever reads this treats every unfit value alike
    return fields

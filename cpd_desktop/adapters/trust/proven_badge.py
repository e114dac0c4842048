"""A badge as JSON-LD with a Data Integrity proof (eddsa-rdfc-2022), beside its form as VC-JWT."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.trust.badges import base58, read_badge
from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.jws import read_line
from cpd_desktop.adapters.trust.signed_pdf import badges_in
from cpd_desktop.adapters.trust.vocabulary import CONTEXTS
from cpd_desktop.domain.errors import Damaged, NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cpd_desktop.adapters.trust.identity import TokenKey
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain

SUITE: Final = "eddsa-rdfc-2022"
_OF_TOKENS: Final = {"iss", "jti", "nbf"}  # what the form VC-JWT says twice

NOT_INSTALLED = Sentence(
    "certificates", "A badge with a proof needs the package PyLD, which is not installed."
)
TO_INSTALL = Sentence("certificates", "Install cpd-desktop[jsonld], then try again.")
NO_BADGE = Sentence("certificates", "The file does not carry the one badge that a certificate has.")
NO_KEY = Sentence("certificates", "The key that signed this badge is not in use any more.")
OTHER_FORM = Sentence("certificates", "The badge in the PDF file stays good. Nothing was written.")


@dataclass(frozen=True, slots=True)
class BadgeProver:
    """Proves badges again, in the other form, with the key that signed them."""

    keychain: Keychain
    clock: Clock

    def proven(self, pdf: bytes) -> bytes:
        """Return the badge in a certificate as JSON-LD with a proof of today.

        Raises ``NotAllowed`` if what does it is not installed or the key was put aside, ``Damaged``
        without a badge, and what the keychain raises.
        """
        if find_spec("pyld") is None:
            raise NotAllowed(NOT_INSTALLED, TO_INSTALL)
        try:
            (text,) = badges_in(pdf)
            badge, (fields, _) = read_badge(text), read_line(text)
        except ValueError:
            raise Damaged(NO_BADGE) from None
        key = IdentitySafe(self.keychain, self.clock).identity().token
        if key.public != badge.public_key:
            raise NotAllowed(NO_KEY, OTHER_FORM)
        credential = {name: each for name, each in fields.items() if name not in _OF_TOKENS}
        proven = with_proof(credential, key, self.clock.now())
        return json.dumps(proven, ensure_ascii=False, indent=1).encode()


def with_proof(
    credential: dict[str, Any],
    key: TokenKey,
    at: datetime,
    contexts: Mapping[str, Mapping[str, Any]] = CONTEXTS,
) -> dict[str, Any]:
    """Return the credential with a proof; raises ``ValueError`` for words without a meaning."""
    credential = {name: _whole(each) for name, each in credential.items()}
    multikey = base58(b"\xed\x01" + key.public)
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "verificationMethod": f"did:key:{multikey}#{multikey}",
        "proofPurpose": "assertionMethod",
    }
    options = {"@context": credential["@context"], **proof}
    to_sign = b"".join(
        hashlib.sha256(canonical(each, contexts)).digest() for each in (options, credential)
    )
    proof["proofValue"] = base58(key.private.sign(to_sign))
    return {**credential, "proof": proof}


def canonical(document: dict[str, Any], contexts: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Return the statements of a document in their one order (RDFC-1.0); nothing is fetched."""
    from pyld import jsonld  # type: ignore[import-untyped]

    def kept(address: str, _options: object) -> dict[str, Any]:
        if address not in contexts:
            raise ValueError(address)
        meaning = {"@context": contexts[address]}
        return {"contextUrl": None, "documentUrl": address, "document": meaning}

    # With SHA-256 this is what RDFC-1.0 became.
    told = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": kept}
    try:
        return str(jsonld.normalize(document, told)).encode()
    except jsonld.JsonLdError as error:
        raise ValueError(str(error.code)) from None


def _whole(value: Any) -> Any:
    """Return the value with whole numbers as such: other programs know no 2.0."""
    if isinstance(value, dict):
        return {name: _whole(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value

"""Open Badges 3.0: the certificate as a credential that other programs understand (VC-JWT)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cpd_desktop.adapters.trust.jws import as_json, one_line, packed, read_line
from cpd_desktop.domain.certificates.claims import LONGEST_TEXT, MOST_CREDITS, Claims
from cpd_desktop.domain.credit import CreditLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.trust.identity import TokenKey
    from cpd_desktop.adapters.trust.jws import SignedPart
    from cpd_desktop.domain.certificates.issuer_card import Provider

LONGEST = 64_000
FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_DID = "did:key:"
_ED25519 = b"\xed\x01"
_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_KEY = 32


@dataclass(frozen=True, slots=True)
class Recipient:
    """By which e-mail address the person can show that the badge is theirs; only a hash of it."""

    email: str
    salt: str

    def as_identity(self) -> dict[str, Any]:
        """Return it the way a badge holds it."""
        salted = f"{self.email}{self.salt}".encode()
        return {
            "type": "IdentityObject",
            "hashed": True,
            "identityHash": f"sha256${hashlib.sha256(salted).hexdigest()}",
            "identityType": "emailAddress",
            "salt": self.salt,
        }


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge that was read: its claims, and the key that it says signed it."""

    claims: Claims
    issuer: str
    public_key: bytes
    signed: SignedPart

    def is_signed(self) -> bool:
        """Say whether the key named in the badge signed it."""
        return self.signed.is_by(self.public_key)


def write_badge(
    claims: Claims, key: TokenKey, provider: Provider, recipient: Recipient | None, criteria: str
) -> str:
    """Return the signed badge. The same values give the same letters."""
    did, header = _named(key.public)
    issuer = {"id": did, "type": ["Profile"], "name": provider.name}
    if provider.website:
        issuer["url"] = provider.website
    issued = datetime.combine(claims.issued, time(), UTC)
    badge_id = _urn("certificate", did, claims.number)
    fields = {
        "@context": _CONTEXTS,
        "id": badge_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": issuer,
        "validFrom": _moment(claims.issued),
        "name": claims.title,
        "credentialSubject": _subject(claims, did, recipient, criteria),
        "iss": did,
        "jti": badge_id,
        "nbf": int(issued.timestamp()),
    }
    return one_line(header, as_json(fields), key)


def read_badge(text: str) -> Badge:
    """Read a badge of ours; raises ``ValueError`` if it is none."""
    if len(text) > LONGEST or not FORM.fullmatch(text):
        raise ValueError
    fields, signed = read_line(text)
    try:
        did = fields["issuer"]["id"]
        if "OpenBadgeCredential" not in fields["type"] or fields["iss"] != did:
            raise ValueError
        return Badge(_claims(fields), _text(fields["issuer"]["name"]), _key_of(did), signed)
    except (KeyError, TypeError, AttributeError, IndexError, InvalidOperation, OverflowError):
        raise ValueError from None


def _subject(
    claims: Claims, did: str, recipient: Recipient | None, criteria: str
) -> dict[str, Any]:
    achievement = _urn("achievement", did, claims.title, claims.dates)
    named = {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": claims.name,
        "identityType": "name",
    }
    subject: dict[str, Any] = {
        "type": ["AchievementSubject"],
        "identifier": [named] if recipient is None else [recipient.as_identity(), named],
        "licenseNumber": claims.number,
        "activityStartDate": _moment(claims.first),
        "activityEndDate": _moment(claims.last),
        "achievement": {
            "id": achievement,
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "name": claims.title,
            "description": f"{claims.title}, {claims.dates}",
            "criteria": {"narrative": criteria},
        },
    }
    if claims.credit:
        kinds, results = zip(*_credited(claims.credit, achievement), strict=True)
        subject["creditsEarned"] = float(claims.credit[0].amount)
        subject["achievement"]["resultDescription"] = kinds
        subject["result"] = results
    return subject


def _credited(
    credit: tuple[CreditLine, ...], achievement: str
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Return for each line of credit what kind it is and how much of it."""
    for at, line in enumerate(credit):
        kind = f"{achievement}#{at}"
        yield (
            {
                "id": kind, "type": ["ResultDescription"], "name": line.type,
                "resultType": "Result",
            },
            {"type": ["Result"], "resultDescription": kind, "value": f"{line.amount:f}"},
        )  # fmt: skip


def _claims(fields: dict[str, Any]) -> Claims:
    subject = fields["credentialSubject"]
    achievement = subject["achievement"]
    kinds = achievement.get("resultDescription", [])
    results = subject.get("result", [])
    if len(kinds) != len(results) or len(results) > MOST_CREDITS:
        raise ValueError
    names = [each["identityHash"] for each in subject["identifier"] if each["hashed"] is False]
    return Claims(
        number=_text(subject["licenseNumber"]),
        name=_text(names[0]),
        title=_text(achievement["name"]),
        first=_day(subject["activityStartDate"]),
        last=_day(subject["activityEndDate"]),
        credit=tuple(
            CreditLine(_text(kind["name"]), _amount(result["value"]))
            for kind, result in zip(kinds, results, strict=True)
        ),
        issued=_day(fields["validFrom"]),
    )


@lru_cache(maxsize=64)
def _named(public: bytes) -> tuple[str, str]:
    """Return the name of the key (did:key) and the packed header of what it signs."""
    text = base58(_ED25519 + public)
    header = {"alg": "EdDSA", "kid": f"{_DID}{text}#{text}", "typ": "JWT"}
    return _DID + text, packed(as_json(header))


def base58(content: bytes) -> str:
    """Return bytes as multibase (base58btc)."""
    number, letters = int.from_bytes(content, "big"), []
    while number:
        number, place = divmod(number, 58)
        letters.append(_LETTERS[place])
    # Zeros in front are no number, and letters of their own.
    zeros = len(content) - len(content.lstrip(b"\0"))
    return "z" + _LETTERS[0] * zeros + "".join(reversed(letters))


@lru_cache(maxsize=64)
def _key_of(did: str) -> bytes:
    number = 0
    for letter in did.removeprefix(f"{_DID}z")[:64]:
        number = number * 58 + _LETTERS.index(letter)
    public = number.to_bytes(len(_ED25519) + _KEY, "big")[len(_ED25519) :]
    if _named(public)[0] != did:
        raise ValueError
    return public


def _urn(*parts: str) -> str:
    return UUID(bytes=hashlib.sha256("\n".join(parts).encode()).digest()[:16], version=5).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _day(text: str) -> date:
    day = date.fromisoformat(text[:10])
    if _moment(day) != text:
        raise ValueError
    return day


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise ValueError
    return text


def _amount(text: str) -> Decimal:
    if not re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text, re.ASCII):
        raise ValueError
    return Decimal(text)

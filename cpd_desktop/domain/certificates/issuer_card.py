"""Who issues: what somebody who verifies certificates keeps about an issuer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

VERSION = 1
KEYS_SUFFIX = ".cpdkeys"  # of a backup of the keys, opened by its passphrase
MOST_KEYS = 100
_LONGEST = 2000
_SHOWN, _KEY_ID = 32, 16
_KEY = 32


def fingerprint_of(public_key: bytes) -> str:
    """Return the fingerprint of a public key in hexadecimal digits."""
    return hashlib.sha256(public_key).hexdigest()


def shown_fingerprint(fingerprint: str) -> str:
    """Return as much of it as people compare, in groups of four."""
    short = fingerprint[:_SHOWN].upper()
    return " ".join(short[at : at + 4] for at in range(0, len(short), 4))


def key_id(fingerprint: str) -> bytes:
    """Return the beginning of the fingerprint, by which a token names its key."""
    return bytes.fromhex(fingerprint[:_KEY_ID])


@dataclass(frozen=True, slots=True)
class Provider:
    """The name and address that the issuer goes by."""

    name: str
    address: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when a key is in use."""

    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the key was in use on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def as_fields(self) -> dict[str, str]:
        """Return what is written down."""
        since = {"since": self.since.isoformat()}
        return since if self.until is None else since | {"until": self.until.isoformat()}

    @classmethod
    def of(cls, fields: dict[str, str]) -> Term:
        """Return what was written down; raises ``ValueError``, ``KeyError`` or ``TypeError``."""
        until = date.fromisoformat(fields["until"]) if "until" in fields else None
        return cls(date.fromisoformat(fields["since"]), until)


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """A public Ed25519 key that signs QR codes and badges."""

    public: bytes
    term: Term

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the key."""
        return fingerprint_of(self.public)


@dataclass(frozen=True, slots=True)
class PdfCertificate:
    """A certificate that signs PDF files, by its fingerprint."""

    fingerprint: str
    term: Term


@dataclass(frozen=True, slots=True)
class IssuerCard:
    """An issuer's name, address and keys: the newest first, old ones kept for verification."""

    provider: Provider
    made: datetime
    keys: tuple[IssuerKey, ...]
    certificates: tuple[PdfCertificate, ...]

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the key in use."""
        return self.keys[0].fingerprint

    def continues(self, known: IssuerCard) -> bool:
        """Say whether the issuer known by another card went on to make this one.

        Every key of a card signs it, so a known key among them shows whose card it is.
        """
        return any(key.public == known.keys[0].public for key in self.keys)

    def certificate(self, fingerprint: str) -> PdfCertificate | None:
        """Return the PDF certificate with that fingerprint."""
        return next((each for each in self.certificates if each.fingerprint == fingerprint), None)

    def as_fields(self) -> dict[str, Any]:
        """Return what is written down and signed."""
        return {
            "type": "cpd-issuer",
            "version": VERSION,
            "name": self.provider.name,
            "address": self.provider.address,
            "website": self.provider.website,
            "made": written_moment(self.made),
            "keys": [{"public": key.public.hex(), **key.term.as_fields()} for key in self.keys],
            "pdf": [
                {"sha256": each.fingerprint, **each.term.as_fields()} for each in self.certificates
            ],
        }


def card_of(fields: Any) -> IssuerCard:
    """Return the card that was written down; raises ``ValueError`` if it is none."""
    try:
        if fields["type"] != "cpd-issuer" or fields["version"] != VERSION:
            raise ValueError
        keys, pdf = fields["keys"], fields["pdf"]
        if not 0 < len(keys) <= MOST_KEYS or len(pdf) > MOST_KEYS:
            raise ValueError
        return IssuerCard(
            Provider(*(_text(fields[name]) for name in ("name", "address", "website"))),
            read_moment(fields["made"]),
            tuple(IssuerKey(_bytes(key["public"]), Term.of(key)) for key in keys),
            tuple(PdfCertificate(_bytes(each["sha256"]).hex(), Term.of(each)) for each in pdf),
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError from None


def written_moment(moment: datetime) -> str:
    """Return the moment in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(text: str) -> datetime:
    """Return the moment that was written down; raises ``ValueError`` or ``TypeError``."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _bytes(text: str) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != _KEY:
        raise ValueError
    return found


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise ValueError
    return text

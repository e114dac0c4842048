"""What can be said about a certificate that somebody shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.words import Sentence


class Verdict(StrEnum):
    """The answer in one word; scripts rely on these."""

    VALID = "valid"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ALTERED = "altered"
    UNKNOWN_ISSUER = "unknown-issuer"
    NOT_A_CERTIFICATE = "not-a-certificate"


class Looked(StrEnum):
    """What a check looked at."""

    FORM = "form"
    SIGNATURE = "signature"
    ISSUER = "issuer"
    PDF = "pdf signature"
    JUDGE = "pdf signature, second opinion"
    BADGE = "badge"
    STATUS = "status"
    TIME = "time stamp"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and what was found."""

    what: Looked
    ok: bool
    says: Sentence

    def as_fields(self) -> dict[str, Any]:
        """Return it the way scripts read it."""
        return {"what": str(self.what), "ok": self.ok, "says": str(self.says)}


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict, what the certificate claims, and why the verdict is so.

    ``unproven`` says what was not looked at, or what no check of this kind can show.
    """

    verdict: Verdict
    checks: tuple[Check, ...]
    claims: Claims | None = None
    issuer: str = ""
    fingerprint: str = ""
    replaced_by: str = ""
    unproven: tuple[Sentence, ...] = ()

    def as_fields(self) -> dict[str, Any]:
        """Return it the way scripts read it."""
        claims = self.claims
        return {
            "verdict": str(self.verdict),
            "name": claims and claims.name,
            "title": claims and claims.title,
            "date": claims and claims.dates,
            "credit": claims and claims.credit_words,
            "number": claims and claims.number,
            "issued": claims and str(claims.issued),
            "issuer": self.issuer or None,
            "fingerprint": self.fingerprint or None,
            "replaced_by": self.replaced_by or None,
            "checks": [check.as_fields() for check in self.checks],
            "unproven": [str(sentence) for sentence in self.unproven],
        }

"""The register: what is known of each certificate that was issued."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.certificates.claims import Claims

REASON_LIMIT = 1000

NO_REASON = Sentence("certificates", "Say why, in a few words: the reason is kept with it.")
LONG_REASON = Sentence("certificates", "The reason is longer than {limit} characters.")


class Status(StrEnum):
    """Whether a certificate still counts."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certificate as it was issued, and what became of it.

    ``claims`` is what it says, whatever is known today; ``sha256`` names the kept PDF file.
    """

    id: int
    number: str
    code: str
    status: Status
    registration: int
    reference: str
    person: int
    event: int
    template: int
    version: int
    claims: Claims
    issued_at: datetime
    issued_by: str
    sha256: str
    size: int
    ended_at: datetime | None = None
    why: str = ""
    replaces: str = ""
    replaced_by: str = ""

    @property
    def name(self) -> str:
        """Return whose it is, as it says."""
        return self.claims.name

    @property
    def title(self) -> str:
        """Return for what, as it says."""
        return self.claims.title

    @property
    def date(self) -> str:
        """Return the day of the event, or the first and the last, as it says."""
        return self.claims.dates

    @property
    def credit(self) -> str:
        """Return the credit, as it says; nothing if it gives none."""
        return self.claims.credit_words


def required_reason(why: str) -> str:
    """Return the reason without stray spaces; raises ``Invalid`` if there is none."""
    told = " ".join(why.split())
    if not told:
        raise Invalid({"why": NO_REASON})
    if len(told) > REASON_LIMIT:
        raise Invalid({"why": LONG_REASON.filled(limit=REASON_LIMIT)})
    return told

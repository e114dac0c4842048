"""The one sum that every report must obey, so that nobody in it is lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.words import Sentence

DOES_NOT_ADD_UP = Sentence(
    "attendance", "The reports have {read} rows, but {settled} of them are accounted for."
)
MISMATCH_ADVICE = Sentence(
    "attendance", "Nothing was credited. Import the reports again, and save a report under Help."
)


class Fate(StrEnum):
    """What became of a row."""

    MATCHED = "matched"
    GUEST = "guest"
    HOST = "host"
    IGNORED = "ignored"
    REVIEW = "review"


class Mismatch(CpdError):
    """Rows were lost or counted twice on the way."""

    title = Sentence("errors", "The rows of a report do not add up")
    advice = MISMATCH_ADVICE


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """How many rows were read, and what became of them."""

    read: int
    matched: int = 0
    guests: int = 0
    hosts: int = 0
    ignored: int = 0
    to_review: int = 0

    def __add__(self, other: Reconciliation) -> Reconciliation:
        return Reconciliation(
            self.read + other.read,
            self.matched + other.matched,
            self.guests + other.guests,
            self.hosts + other.hosts,
            self.ignored + other.ignored,
            self.to_review + other.to_review,
        )

    @property
    def settled(self) -> int:
        """Return how many rows became something."""
        return self.matched + self.guests + self.hosts + self.ignored + self.to_review

    def require_exact(self) -> None:
        """Raise ``Mismatch`` unless each row that was read became one thing."""
        if self.read != self.settled:
            raise Mismatch(DOES_NOT_ADD_UP.filled(read=self.read, settled=self.settled))

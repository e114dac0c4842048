"""Those who speak at events, and what an auditor wants to know of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.people import (
    BAD_EMAIL,
    LONG_NAME,
    NAME_LIMIT,
    NO_NAME,
    looks_like_email,
    normal_email,
)
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import date

BIOGRAPHY_LIMIT = 10_000
DISCLOSURE_LASTS = timedelta(days=365)

NO_DISCLOSURE = Sentence("speaker", "No conflict-of-interest statement is on file.")
OLD_DISCLOSURE = Sentence("speaker", "The conflict-of-interest statement is older than a year.")
LONG_BIOGRAPHY = Sentence("speaker", "The biography is longer than {limit} characters.")


@dataclass(frozen=True, slots=True)
class SpeakerDraft:
    """A speaker as entered; ``disclosed_on`` is when conflicts of interest were declared."""

    name: str
    email: str = ""
    qualifications: str = ""
    biography: str = ""
    licence: str = ""
    disclosed_on: date | None = None
    disclosure: str = ""

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not self.name.strip():
            found["name"] = NO_NAME
        elif len(self.name) > NAME_LIMIT:
            found["name"] = LONG_NAME.filled(limit=NAME_LIMIT)
        if self.email.strip() and not looks_like_email(normal_email(self.email)):
            found["email"] = BAD_EMAIL.filled(email=self.email)
        if len(self.biography) > BIOGRAPHY_LIMIT:
            found["biography"] = LONG_BIOGRAPHY.filled(limit=BIOGRAPHY_LIMIT)
        return found

    def disclosure_gap(self, on: date) -> Sentence | None:
        """Return what an auditor would miss about conflicts of interest on a day, if anything."""
        if self.disclosed_on is None:
            return NO_DISCLOSURE
        return OLD_DISCLOSURE if on - self.disclosed_on > DISCLOSURE_LASTS else None

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


@dataclass(frozen=True, slots=True)
class Speaker(SpeakerDraft):
    """A speaker as kept."""

    id: int = 0

    def draft(self) -> SpeakerDraft:
        """Return what an editor starts from."""
        return SpeakerDraft(**{name: getattr(self, name) for name in SpeakerDraft.__slots__})

"""People and their places on events."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

NAME_LIMIT = 200
EMAIL_LIMIT = 254

NO_NAME = Sentence("person", "The name is empty.")
LONG_NAME = Sentence("person", "The name is longer than {limit} characters.")
BAD_EMAIL = Sentence("person", "“{email}” is not an e-mail address.")


class RegistrationStatus(StrEnum):
    """How a person stands on an event."""

    CONFIRMED = "confirmed"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Person:
    """A human known to the trainer."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Registration:
    """A person's place on an event."""

    id: int
    event_id: int
    person_id: int
    reference: str
    name: str
    email: str
    status: RegistrationStatus


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as entered: spaces trimmed, the address in the one form it is compared in."""

    name: str
    email: str = ""

    def tidied(self) -> PersonDraft:
        """Return it without stray spaces and with a normalised address."""
        return PersonDraft(" ".join(self.name.split()), normal_email(self.email))

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not self.name.strip():
            found["name"] = NO_NAME
        elif len(self.name) > NAME_LIMIT:
            found["name"] = LONG_NAME.filled(limit=NAME_LIMIT)
        if self.email and not looks_like_email(self.email):
            found["email"] = BAD_EMAIL.filled(email=self.email)
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


def normal_email(text: str) -> str:
    """Return the address in the one form it is compared in: composed, trimmed, lower case."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def looks_like_email(text: str) -> bool:
    """Say whether mail could be sent there: one @, a host with a dot, no spaces or controls."""
    local, at, host = normal_email(text).rpartition("@")
    if not (at and local and len(text) <= EMAIL_LIMIT) or "@" in local:
        return False
    if any(c.isspace() or unicodedata.category(c) == "Cc" or c in '<>,;:"()[]\\' for c in text):
        return False
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and not local.startswith(".") and ".." not in local

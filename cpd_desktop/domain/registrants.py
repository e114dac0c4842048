"""People who are registered at Zoom, each with a join link of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.people import BAD_EMAIL, looks_like_email
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

NAME_LIMIT = 64
EMAIL_LIMIT = 128
ANSWER_LIMIT = 128

NO_NAME = Sentence("meeting", "Zoom registers nobody without a first name.")
LONG_NAME = Sentence("meeting", "Zoom takes names of at most {limit} characters.")
LONG_EMAIL = Sentence("meeting", "Zoom takes an e-mail address of at most {limit} characters.")
LONG_ANSWER = Sentence("meeting", "Zoom takes an answer of at most {limit} characters.")


class Standing(StrEnum):
    """Where a registration at Zoom stands."""

    PENDING = "pending"
    APPROVED = "approved"
    DENIED = "denied"


class Verdict(StrEnum):
    """What a trainer decides about a registration; a cancelled one counts as denied at Zoom."""

    APPROVE = "approve"
    DENY = "deny"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody to register at Zoom; ``answers`` are question and answer."""

    email: str
    first_name: str
    last_name: str = ""
    organisation: str = ""
    job_title: str = ""
    phone: str = ""
    answers: tuple[tuple[str, str], ...] = ()

    def require_valid(self) -> None:
        """Raise ``Invalid`` for what Zoom would refuse."""
        found: dict[str, Sentence] = {}
        if not self.first_name.strip():
            found["name"] = NO_NAME
        elif max(len(self.first_name), len(self.last_name)) > NAME_LIMIT:
            found["name"] = LONG_NAME.filled(limit=NAME_LIMIT)
        if not looks_like_email(self.email):
            found["email"] = BAD_EMAIL.filled(email=self.email)
        elif len(self.email) > EMAIL_LIMIT:
            found["email"] = LONG_EMAIL.filled(limit=EMAIL_LIMIT)
        if any(len(answer) > ANSWER_LIMIT for _, answer in self.answers):
            found["answers"] = LONG_ANSWER.filled(limit=ANSWER_LIMIT)
        if found:
            raise Invalid(found)


@dataclass(frozen=True, slots=True)
class Seat:
    """What Zoom gives for a registration; without a join link while it waits for approval."""

    registrant: str
    join_link: str = ""


@dataclass(frozen=True, slots=True)
class Registrant:
    """Somebody on Zoom's list, with everything the form asked."""

    id: str
    email: str
    first_name: str
    last_name: str
    standing: Standing
    join_link: str = ""
    registered_at: datetime | None = None
    organisation: str = ""
    job_title: str = ""
    phone: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of Zoom's registration form; ``own`` ones were written by the trainer."""

    title: str
    required: bool
    own: bool
    options: tuple[str, ...] = ()
    several: bool = False

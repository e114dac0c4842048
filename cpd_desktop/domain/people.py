"""People: one human, with every name, address and licence they are known by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import date, datetime

NAME_LIMIT = 200
EMAIL_LIMIT = 254
SHORT_LIMIT = 200
NOTES_LIMIT = 10_000
LIST_LIMIT = 50

NO_NAME = Sentence("person", "The name is empty.")
LONG_NAME = Sentence("person", "The name is longer than {limit} characters.")
LONG_WORDS = Sentence("person", "The text is longer than {limit} characters.")
LONG_LIST = Sentence("person", "The list has more than {limit} lines.")
BAD_EMAIL = Sentence("person", "“{email}” is not an e-mail address.")


_USUAL_ADDRESS = re.compile(r"[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_NEVER_IN_ADDRESSES = re.compile(r'[\s\x00-\x1f\x7f-\x9f<>,;:"()\[\]\\]')


class Consent(StrEnum):
    """Whether the person agreed to being kept and written to."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class Licence(NamedTuple):
    """A number under which a body knows the person."""

    body: str
    number: str


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as entered: spaces trimmed, the address in the one form it is compared in."""

    name: str
    email: str = ""
    organisation: str = ""
    job_title: str = ""
    phone: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    licences: tuple[Licence, ...] = ()
    consent: Consent = Consent.UNKNOWN
    consent_on: date | None = None
    do_not_mail: bool = False

    def tidied(self) -> PersonDraft:
        """Return it without stray spaces or repetitions, and with normalised addresses."""
        name, email = tidy(self.name), normal_email(self.email)
        others = dict.fromkeys(normal_email(each) for each in self.addresses)
        spelt = dict.fromkeys(tidy(each) for each in self.spellings)
        licences = dict.fromkeys(
            Licence(tidy(body), tidy(number)) for body, number in self.licences if tidy(number)
        )
        return PersonDraft(
            name,
            email,
            tidy(self.organisation),
            tidy(self.job_title),
            tidy(self.phone),
            self.notes.strip(),
            tuple(dict.fromkeys(filter(None, map(tidy, self.tags)))),
            tuple(each for each in others if each and each != email),
            tuple(each for each in spelt if each and each != name),
            tuple(licences),
            self.consent,
            self.consent_on,
            self.do_not_mail,
        )

    def joined(self, newer: PersonDraft) -> PersonDraft:
        """Return it with what a newer account of the same person adds; nothing is blanked.

        What the person was called and reached by before stays known.
        """
        other_name = folded(newer.name) != folded(self.name)
        told = {body for body, _ in newer.licences}
        kept = (each for each in self.licences if each.body not in told)
        return replace(
            self,
            name=newer.name if other_name else self.name,
            email=newer.email or self.email,
            organisation=newer.organisation or self.organisation,
            job_title=newer.job_title or self.job_title,
            phone=newer.phone or self.phone,
            notes=newer.notes or self.notes,
            tags=(*self.tags, *newer.tags),
            addresses=(*self.addresses, self.email, *newer.addresses),
            spellings=(*self.spellings, self.name if other_name else "", *newer.spellings),
            licences=(*kept, *newer.licences),
            consent=self.consent if newer.consent is Consent.UNKNOWN else newer.consent,
            consent_on=newer.consent_on or self.consent_on,
            do_not_mail=self.do_not_mail or newer.do_not_mail,
        ).tidied()

    def sought(self) -> str:
        """Return everything that finds the person, the name first because it also sorts."""
        texts = (self.name, self.email, *self.addresses, *self.spellings, self.organisation)
        numbers = [number for _, number in self.licences]
        # One by one: names and organisations come again and again, and are remembered folded.
        return " ".join(map(folded, filter(None, (*texts, *numbers, *self.tags))))

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not self.name.strip():
            found["name"] = NO_NAME
        elif len(self.name) > NAME_LIMIT:
            found["name"] = LONG_NAME.filled(limit=NAME_LIMIT)
        if self.email and not looks_like_email(self.email):
            found["email"] = BAD_EMAIL.filled(email=self.email)
        for email in self.addresses:
            if email and not looks_like_email(email):
                found["addresses"] = BAD_EMAIL.filled(email=email)
        return found | self._problems_of_length()

    def _problems_of_length(self) -> dict[str, Sentence]:
        found: dict[str, Sentence] = {}
        texts = self.organisation, self.job_title, self.phone, self.notes
        if sum(map(len, texts)) <= SHORT_LIMIT and not (
            self.tags or self.spellings or self.licences
        ):
            return found  # as nearly always: a list is as quick as its usual row
        for name, text in (
            ("organisation", self.organisation),
            ("job_title", self.job_title),
            ("phone", self.phone),
        ):
            if len(text) > SHORT_LIMIT:
                found[name] = LONG_WORDS.filled(limit=SHORT_LIMIT)
        if len(self.notes) > NOTES_LIMIT:
            found["notes"] = LONG_WORDS.filled(limit=NOTES_LIMIT)
        for name in ("tags", "spellings", "licences"):
            lines = getattr(self, name)
            if not lines:
                continue
            if len(lines) > LIST_LIMIT:
                found[name] = LONG_LIST.filled(limit=LIST_LIMIT)
            elif any(len(text) > SHORT_LIMIT for line in lines for text in _texts(line)):
                found[name] = LONG_WORDS.filled(limit=SHORT_LIMIT)
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(PersonDraft):
    """A human known to the trainer."""

    id: int
    erased_at: datetime | None = None

    def draft(self) -> PersonDraft:
        """Return what an editor starts from."""
        return PersonDraft(**{name: getattr(self, name) for name in PersonDraft.__slots__})


def tidy(text: str) -> str:
    """Return the text without stray spaces."""
    return " ".join(text.split())


def normal_email(text: str) -> str:
    """Return the address in the one form it is compared in: composed, trimmed, lower case."""
    composed = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return composed.strip().lower()


def looks_like_email(text: str) -> bool:
    """Say whether mail could be sent there: one @, a host with a dot, no spaces or controls."""
    if _USUAL_ADDRESS.fullmatch(text) and len(text) <= EMAIL_LIMIT:
        return True  # most are such, and a list has a hundred thousand of them
    local, at, host = normal_email(text).rpartition("@")
    if not (at and local and len(text) <= EMAIL_LIMIT) or "@" in local:
        return False
    if _NEVER_IN_ADDRESSES.search(text):
        return False
    labels = host.split(".")
    return len(labels) > 1 and all(labels) and not local.startswith(".") and ".." not in local


def _texts(line: str | Licence) -> tuple[str, ...]:
    return (line,) if isinstance(line, str) else line

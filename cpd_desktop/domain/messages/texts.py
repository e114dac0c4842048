"""The texts of mails: which fields they may use, and which a person's mail would lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_TEXT: Final = 20_000
LONGEST_LINE: Final = 300

NO_SUBJECT = Sentence("mail text", "Write a subject.")
LONG_SUBJECT = Sentence("mail text", "The subject is one line of up to {limit} characters.")
NO_BODY = Sentence("mail text", "Write what the mail says.")
LONG_BODY = Sentence("mail text", "The text is longer than {limit} characters.")
UNKNOWN_FIELD = Sentence("mail text", "There is no field “{field}” in this kind of mail.")
MISSING = Sentence("mail text", "The mail to {name} needs “{field}”, which is empty.")

# What a mail about a place on an event can say; a session has fields of its own.
FIELDS: Final = (
    *("name", "first_name", "email", "reference", "event", "summary", "date", "time", "zone"),
    *("place", "join_link", "sessions", "credit", "price", "why", "offered_until"),
    *("provider", "contact", "website"),
)
SESSION_FIELDS: Final = ("title", "date", "time", "room", "join_link")
CERTIFICATE_FIELDS: Final = (
    *("certificate_number", "certificate_code", "certificate_credit", "certificate_title"),
    *("certificate_date", "verify_link", "certificate_replaces", "certificate_why"),
    *("certificate_link", "certificate_link_until"),
)
PAYMENT_FIELDS: Final = (
    *("amount", "payment_link", "receipt_number", "order_number", "invoice_number"),
    "bank_details",
)
_PAYING: Final = frozenset({Purpose.PAYMENT, Purpose.RECEIPT, Purpose.REFUND})


def fields_of(purpose: Purpose) -> frozenset[str]:
    """Return the fields that a text for this purpose may use."""
    more: tuple[str, ...] = ()
    if purpose.is_about_certificate:
        more = CERTIFICATE_FIELDS
    elif purpose in _PAYING:
        more = PAYMENT_FIELDS
    elif purpose is Purpose.EVALUATION:
        more = ("evaluation_link",)
    return frozenset((*FIELDS, *more))


@dataclass(frozen=True, slots=True)
class MailText:
    """Subject and text of a kind of mail, with fields in them, the text in Markdown."""

    subject: str
    body: str

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it, as far as that shows without the fields."""
        found = {}
        if not self.subject.strip():
            found["subject"] = NO_SUBJECT
        elif len(self.subject) > LONGEST_LINE or "\n" in self.subject.strip():
            found["subject"] = LONG_SUBJECT.filled(limit=LONGEST_LINE)
        if not self.body.strip():
            found["body"] = NO_BODY
        elif len(self.body) > LONGEST_TEXT:
            found["body"] = LONG_BODY.filled(limit=LONGEST_TEXT)
        return found

    def require_valid(self, used: Iterable[str], purpose: Purpose) -> None:
        """Raise ``Invalid`` for what is wrong with it, and for fields that are not known."""
        problems = self.problems()
        for name in sorted(set(used) - fields_of(purpose)):
            problems["body"] = UNKNOWN_FIELD.filled(field=name)
        if problems:
            raise Invalid(problems)


class Rendered(NamedTuple):
    """What a mail says to one person; ``missing`` names the fields it would show as nothing."""

    subject: str
    text: str
    html: str
    missing: tuple[str, ...] = ()


def read_text_file(content: str) -> MailText:
    """Return a text kept as a file: the subject in its first line, after it the text."""
    first, _, rest = content.lstrip("\ufeff").partition("\n")
    subject = first.removeprefix("Subject:").strip()
    return MailText(subject, rest.strip() + "\n")

"""The fields that a template may name in braces, and what they print."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import Signature, Text
from cpd_desktop.domain.certificates.written_days import event_days, event_times, written_day
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cpd_desktop.domain.certificates.snapshot import CreditLine, Snapshot
    from cpd_desktop.domain.certificates.template import Element, Span

PLACE: Final = re.compile(r"\{([a-z_]{1,40})\}")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be printed: its name for people, and how it is written."""

    words: Sentence
    written: Callable[[Snapshot], str]


def _minutes(snapshot: Snapshot) -> str:
    return "" if snapshot.attended_minutes is None else str(snapshot.attended_minutes)


def _expires(snapshot: Snapshot) -> str:
    return written_day(snapshot.expires, snapshot.language) if snapshot.expires else ""


def _issued(snapshot: Snapshot) -> str:
    return written_day(snapshot.at_event(snapshot.issued).date(), snapshot.language)


def credit_amount(line: CreditLine) -> str:
    """Return how much credit it is, and of what."""
    amount = f"{line.amount:f}"
    if "." in amount:
        amount = amount.rstrip("0").rstrip(".")
    return f"{amount} {line.unit}".strip()


def _credit(line: CreditLine) -> str:
    """Return a credit line as one would say it: 1.5 CPD hours (Ethics)."""
    amount, _, unit = credit_amount(line).partition(" ")
    category = f"({line.category})" if line.category else ""
    return " ".join(filter(None, (amount, line.type, unit, category)))


def _credits(snapshot: Snapshot) -> str:
    return " · ".join(map(_credit, snapshot.credits))


FIELDS: Final[dict[str, Field]] = {
    "person_name": Field(Sentence("field", "Name"), lambda kept: kept.person_name),
    "person_licence": Field(Sentence("field", "Licence number"), lambda kept: kept.person_licence),
    "event_title": Field(Sentence("field", "Title of the event"), lambda kept: kept.event_title),
    "event_date": Field(Sentence("field", "Date of the event"), event_days),
    "event_times": Field(Sentence("field", "Times and zone"), event_times),
    "event_place": Field(Sentence("field", "Place"), lambda kept: kept.place),
    "delivery_method": Field(Sentence("field", "Delivery method"), lambda kept: kept.delivery),
    "activity_number": Field(
        Sentence("field", "Activity number"), lambda kept: kept.activity_number
    ),
    "objectives": Field(Sentence("field", "Learning objectives"), lambda kept: kept.objectives),
    "instructors": Field(Sentence("field", "Instructors"), lambda kept: kept.instructors),
    "credits": Field(Sentence("field", "Credit"), _credits),
    "attended_minutes": Field(Sentence("field", "Minutes attended"), _minutes),
    "provider_name": Field(Sentence("field", "Provider"), lambda kept: kept.provider_name),
    "provider_address": Field(
        Sentence("field", "Provider's address"), lambda kept: kept.provider_address
    ),
    "provider_number": Field(
        Sentence("field", "Provider number"), lambda kept: kept.provider_number
    ),
    "provider_contact": Field(
        Sentence("field", "Provider's contact"), lambda kept: kept.provider_contact
    ),
    "accreditor": Field(Sentence("field", "Accreditor"), lambda kept: kept.accreditor),
    "accreditor_statement": Field(
        Sentence("field", "Accreditor's statement"), lambda kept: kept.statement
    ),
    "signatory_name": Field(Sentence("field", "Signed by"), lambda kept: kept.signatory_name),
    "signatory_title": Field(
        Sentence("field", "Title of who signs"), lambda kept: kept.signatory_title
    ),
    "certificate_number": Field(Sentence("field", "Certificate number"), lambda kept: kept.number),
    "verification_code": Field(Sentence("field", "Verification code"), lambda kept: kept.code),
    "issue_date": Field(Sentence("field", "Date of issue"), _issued),
    "expiry_date": Field(Sentence("field", "Valid until"), _expires),
    "replaces_number": Field(Sentence("field", "Replaces certificate"), lambda kept: kept.replaces),
    "issuer_fingerprint": Field(
        Sentence("field", "Issuer's fingerprint"), lambda kept: kept.issuer_fingerprint
    ),
    "verify_address": Field(Sentence("field", "Where to verify"), lambda kept: kept.verify_address),
}


def names_in(text: str) -> Iterator[str]:
    """Yield the names in braces, known or not."""
    for found in PLACE.finditer(text):
        yield found[1]


def fill(text: str, snapshot: Snapshot) -> str:
    """Return the text with the snapshot's values in its places."""
    if "{" not in text:
        return text

    def value(found: re.Match[str]) -> str:
        known = FIELDS.get(found[1])
        return known.written(snapshot) if known else found[0]

    return PLACE.sub(value, text)


def filled(spans: Iterable[Span], snapshot: Snapshot) -> tuple[Span, ...]:
    """Return the spans with the snapshot's values."""
    return tuple(replace(span, text=fill(span.text, snapshot)) for span in spans)


def credit_for(element: Element, snapshot: Snapshot) -> tuple[CreditLine, ...]:
    """Return the lines of credit that an element is for."""
    wanted = element.only.strip().casefold()
    if not wanted:
        return snapshot.credits
    return tuple(
        line
        for line in snapshot.credits
        if wanted in {line.type.strip().casefold(), line.accreditor.strip().casefold()}
    )


def lacks(element: Element, snapshot: Snapshot) -> bool:
    """Say whether an element is left out because something it needs is not there."""
    if element.only.strip() and not credit_for(element, snapshot):
        return True
    if isinstance(element, Signature):
        return not snapshot.signature
    if not (isinstance(element, Text) and element.optional):
        return False
    names = (name for span in element.spans for name in names_in(span.text))
    return any(name in FIELDS and not FIELDS[name].written(snapshot).strip() for name in names)

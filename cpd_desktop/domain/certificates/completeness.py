"""The gate before issuing: names whatever is missing, for whom, and where it is put right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.domain.certificates.requirements import (
    ACCREDITED,
    ALWAYS,
    USUAL,
    requirement_of,
)
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.presets import PRESETS
from cpd_desktop.domain.sample_provider import SAMPLE_PROVIDER
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from cpd_desktop.domain.certificates.checks import Finding
    from cpd_desktop.domain.certificates.freezing import Holder, Occasion
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.credit import CreditLine

MISSING = Sentence("completeness", "{field} is missing.")
MISSING_OF = Sentence("completeness", "{field} of {person} is missing.")
WANTED = Sentence("completeness", "{field} is missing, which {body} wants on the certificate.")
WANTED_OF = Sentence(
    "completeness", "{field} of {person} is missing, which {body} wants on the certificate."
)
OF_LINE = Sentence("completeness", "“{credit}” has no {fact}, which {body} wants.")
WORDING = Sentence(
    "completeness", "“{credit}” has no statement, which {body} wants. It usually reads: “{wording}”"
)
OTHER_CATEGORY = Sentence(
    "completeness", "The category of “{credit}” is none of those of {body}: {categories}."
)
NOT_APPROVED = Sentence(
    "completeness",
    "“{credit}” is approved from {first} to {last}, and the event is not within these days.",
)
LATE = Sentence("completeness", "{body} wants certificates within {days} days of the event.")
NOT_OVER = Sentence("completeness", "The event is not over: its last session ends on {day}.")
CANCELLED = Sentence("completeness", "The event was cancelled.")
IN_TRASH = Sentence("completeness", "The event lies in the trash.")
SAME_NAME = Sentence("completeness", "%n people are called {name}; see that each gets their own.")
SAYS_OTHER = Sentence(
    "completeness",
    "Certificate {number} of {person} says {kept}; the attendance now gives {now}.",
)
NOTHING_NOW = Sentence(
    "completeness",
    "Certificate {number} of {person} counts, but the attendance now gives no certificate.",
)
OF_THE_SAMPLE = Sentence(
    "completeness", "The certificates would be {provider}'s, who belongs to the sample data."
)
NO_PICTURE = Sentence("completeness", "There is no picture of the signature.")

FACTS: Final = {
    "category": Sentence("completeness", "category or field of study"),
    "statement": Sentence("completeness", "statement of the accreditor"),
    "activity_number": Sentence("completeness", "activity number"),
}
ACCREDITOR: Final = Sentence("completeness", "its accreditor")


class Where(StrEnum):
    """Where something missing is put right; scripts and the window rely on these words."""

    PERSON = "person"
    EVENT = "event"
    CREDIT = "event credit"
    PROVIDER = "provider"
    SIGNATORY = "signatory"
    SETTINGS = "certificates"
    TEMPLATE = "template"
    CERTIFICATE = "certificate"


_WHERE: Final = {
    **dict.fromkeys(("person_name", "person_licence"), Where.PERSON),
    **dict.fromkeys(
        ("event_title", "event_date", "event_times", "event_place", "delivery_method",
         "objectives", "instructors", "attended_minutes"),
        Where.EVENT,
    ),
    **dict.fromkeys(
        ("credits", "accreditor", "accreditor_statement", "activity_number"), Where.CREDIT
    ),
    **dict.fromkeys(
        ("provider_name", "provider_address", "provider_number", "provider_contact"),
        Where.PROVIDER,
    ),
    **dict.fromkeys(("signatory_name", "signatory_title", "signature"), Where.SIGNATORY),
    **dict.fromkeys(("expiry_date", "verify_address"), Where.SETTINGS),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or odd; what does not ``forbid`` issuing should still be seen.

    Without a ``registration`` it is the same for everybody.
    """

    field: str
    says: Sentence
    where: Where
    forbids: bool = True
    registration: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Return what two have in common that say the same."""
        shared = self.where is Where.TEMPLATE and self.registration is None
        return self.field, self.says.template if shared else str(self.says)


def gaps_of_event(occasion: Occasion, now: datetime) -> Iterator[Gap]:
    """Yield why nobody can get a certificate of this event yet, or any more."""
    event = occasion.event
    if event.trashed_at is not None:
        yield Gap("event", IN_TRASH, Where.EVENT)
    if event.status is EventStatus.CANCELLED:
        yield Gap("event", CANCELLED, Where.EVENT)
    last = occasion.days[1]
    if event.ends > now:
        yield Gap("event", NOT_OVER.filled(day=last.isoformat()), Where.EVENT)
    if occasion.provider == SAMPLE_PROVIDER:
        says = OF_THE_SAMPLE.filled(provider=occasion.provider.provider)
        yield Gap("provider_name", says, Where.PROVIDER, forbids=False)
    days = requirement_of(event.preset).within_days
    if days is not None and (now.date() - last).days > days:
        body = PRESETS[event.preset].name
        yield Gap("issue_date", LATE.filled(body=body, days=days), Where.EVENT, forbids=False)


def gaps_of_person(
    occasion: Occasion, holder: Holder, snapshot: Snapshot, printed: Iterable[str]
) -> Iterator[Gap]:
    """Yield what one certificate lacks; ``printed`` are the fields that its template needs."""
    preset = PRESETS.get(occasion.event.preset)
    asked, body = requirement_of(occasion.event.preset), preset.name if preset else ""
    accredited = any(line.accreditor for line in holder.credits)
    wanted = dict.fromkeys((*ALWAYS, *sorted(printed)), "")
    wanted |= dict.fromkeys(asked.fields, body)
    for name, by in wanted.items():
        yield from _gap(name, by, holder, snapshot)
    advised = (*asked.advised, *(ACCREDITED.advised if accredited else ()))
    for name in dict.fromkeys(advised):
        if name not in wanted:
            for gap in _gap(name, body or str(ACCREDITOR), holder, snapshot):
                yield replace(gap, forbids=False)
    for line in holder.credits:
        yield from _gaps_of_line(occasion, line, body)


def gap_of_finding(finding: Finding, registration: int | None = None) -> Gap:
    """Return what a check of the template, or of how a person's texts fit in it, found."""
    where = Where.TEMPLATE if registration is None else Where.PERSON
    return Gap(finding.element, finding.says, where, finding.forbids, registration)


def same_names(holders: Iterable[Holder]) -> Iterator[Gap]:
    """Yield names that several people have."""
    people = list(holders)
    counted = Counter(folded(each.name) for each in people)
    for each in {folded(each.name): each for each in people}.values():
        if (count := counted[folded(each.name)]) > 1:
            says = SAME_NAME.filled(n=count, name=each.name)
            yield Gap("person_name", says, Where.PERSON, forbids=False)


def differing(issued: Certificate, now: str | None) -> Iterator[Gap]:
    """Yield that a certificate says other than the credit found out now; it stays as it is.

    ``now`` is nothing where there would be no certificate.
    """
    told = {"number": issued.number, "person": issued.name}
    if now is None:
        says = NOTHING_NOW.filled(**told)
    elif now == issued.credit:
        return
    else:
        says = SAYS_OTHER.filled(**told, kept=issued.credit, now=now)
    where, key = Where.CERTIFICATE, issued.registration
    yield Gap("credits", says, where, forbids=False, registration=key)


def _gap(name: str, body: str, holder: Holder, snapshot: Snapshot) -> Iterator[Gap]:
    where = _WHERE.get(name, Where.TEMPLATE)
    if name == "signature":
        if not snapshot.signature:
            yield Gap(name, NO_PICTURE, where)
        return
    if FIELDS[name].written(snapshot).strip():
        return
    theirs = where is Where.PERSON
    says = (WANTED_OF if body else MISSING_OF) if theirs else (WANTED if body else MISSING)
    person = holder.name or holder.reference
    filled = says.filled(field=str(FIELDS[name].words), person=person, body=body)
    yield Gap(name, filled, where, registration=holder.registration if theirs else None)


def _gaps_of_line(occasion: Occasion, line: CreditLine, body: str) -> Iterator[Gap]:
    asked = requirement_of(occasion.event.preset)
    facts = asked.of_credit if asked is not USUAL else ()
    if line.accreditor:
        facts = (*facts, *ACCREDITED.of_credit)
    by, credit = body or str(ACCREDITOR), line.type
    for fact in dict.fromkeys(facts):
        if getattr(line, fact):
            continue
        says = OF_LINE.filled(credit=credit, fact=str(FACTS[fact]), body=by)
        if fact == "statement" and asked.wording:
            wording = asked.statement(occasion.provider.provider, line.amount)
            says = WORDING.filled(credit=credit, body=by, wording=wording)
        yield Gap(fact, says, Where.CREDIT)
    if asked.categories and line.category and line.category not in asked.categories:
        told = ", ".join(asked.categories)
        says = OTHER_CATEGORY.filled(credit=credit, body=by, categories=told)
        yield Gap("category", says, Where.CREDIT)
    first, last = occasion.days
    begins, ends = line.approved_from, line.approved_until
    if (begins and first < begins) or (ends and last > ends):
        says = NOT_APPROVED.filled(credit=credit, first=begins or "…", last=ends or "…")
        yield Gap("approval", says, Where.CREDIT)

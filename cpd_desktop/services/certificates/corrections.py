"""Tells what a certificate says, and what a corrected one would say in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.certificates.freezing import claims_in
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.planning import preview_of
from cpd_desktop.services.work import Work

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.certificates.completeness import Gap
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.planning import Planning
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.clock import Clock

NAME = Sentence("certificates", "Name")
TITLE = Sentence("certificates", "Event")
DATES = Sentence("certificates", "Date")
CREDIT = Sentence("certificates", "Credit")


class Fact(NamedTuple):
    """Something that a certificate says, and what the next one would say."""

    field: Sentence
    was: str
    becomes: str

    @property
    def differs(self) -> bool:
        """Say whether a correction changes it."""
        return self.was != self.becomes


@dataclass(frozen=True, slots=True)
class Correction:
    """What replacing a certificate would change.

    ``why_not`` says why nobody gets one in its place, ``missing`` what must be put right first.
    """

    certificate: Certificate
    facts: tuple[Fact, ...] = ()
    why_not: Sentence | None = None
    missing: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """Compares what was issued with what is known now."""

    planning: Planning
    register: CertificateRegister
    clock: Clock

    def of(self, number: str) -> Correction:
        """Return what replacing a certificate would change; raises ``NotFound``."""
        old = self.register.called(number)
        plan = self.planning.plan(
            old.event, str(old.template), [old.registration], work=Work(), replacing=old.number
        )
        holder = next(iter((*plan.to_issue, *plan.held_back)), None)
        if holder is None:
            told = [says for each in plan.not_eligible for says in each.reasons]
            return Correction(old, why_not=told[0] if told else None, missing=plan.missing)
        now = claims_in(preview_of(plan.occasion, holder, self.clock))
        return Correction(old, facts_of(old.claims, now), missing=plan.missing)


def facts_of(old: Claims, now: Claims) -> tuple[Fact, ...]:
    """Return what two certificates say, side by side."""
    return (
        Fact(NAME, old.name, now.name),
        Fact(TITLE, old.title, now.title),
        Fact(DATES, old.dates, now.dates),
        Fact(CREDIT, old.credit_words, now.credit_words),
    )

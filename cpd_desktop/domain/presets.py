"""What accrediting bodies usually ask for, to start an event's rules from. Theirs are the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.credit_rules import USUAL_RULE, Award, Band, CreditRule
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.credit import CreditLine
    from cpd_desktop.domain.events import EventDraft

USUAL_YEARS = 7

UNKNOWN_PRESET = Sentence("preset", "There is no preset “{preset}”. There are: {presets}.")
AID = Sentence(
    "preset", "A preset is an aid, not law: what the accreditor asks today stands in its handbook."
)


@dataclass(frozen=True, slots=True)
class Preset:
    """A starting point; ``source`` is where it was read, ``told`` what was found there.

    ``unverified`` names what no source was found for, ``checked_on`` is when the source was last
    looked at, ``keep_years`` how long proof is kept. Without a source it is the trainer's own.
    """

    key: str
    name: str
    credit_type: str
    rule: CreditRule
    source: str = ""
    told: Sentence | None = None
    unverified: Sentence | None = None
    checked_on: date = date(2026, 10, 1)
    keep_years: int = USUAL_YEARS


_FULL = CreditRule(minimum_percent=100, evaluation=True)

PRESETS = {
    preset.key: preset
    for preset in (
        Preset(
            "cpd",
            "UK CPD hours",
            "CPD hours",
            USUAL_RULE,
            "https://cpduk.co.uk",
            Sentence("preset", "Usual practice; there is no binding rule."),
            Sentence("preset", "80 % of the event."),
        ),
        Preset(
            "nasba",
            "NASBA / AICPA CPE",
            "CPE credits",
            CreditRule(
                unit_minutes=50,
                step=Decimal("0.2"),
                minimum_percent=None,
                award=Award.BY_BANDS,
                bands=(Band(75, Fraction(1)), Band(50, Fraction(1, 2))),
                interactions_per_credit=3,
            ),
            "https://www.nasbaregistry.org",
            Sentence(
                "preset",
                "50 minutes are 1 credit, rounded down; 3 interactions for each credit are answered"
                " online. A report of who was connected is not enough.",
            ),
            Sentence("preset", "75 % for all and 50 % for half of the credit are practice only."),
            keep_years=5,
        ),
        Preset(
            "ama",
            "AMA PRA / ACCME",
            "AMA PRA Category 1 Credits",
            CreditRule(minimum_percent=None, minimum_minutes=15, award=Award.BY_MINUTES),
            "https://accme.org/rule/cme-activity-and-attendance-records-retention",
            Sentence("preset", "The certificate shows the credit claimed, not the most possible."),
            Sentence("preset", "Steps of 0.25, and 15 minutes at least."),
            keep_years=6,
        ),
        Preset(
            "ancc",
            "ANCC contact hours",
            "contact hours",
            replace(USUAL_RULE, evaluation=True),
            "https://coloradonurses.org",
            Sentence("preset", "What earns the hours is announced, and the event is evaluated."),
            Sentence("preset", "An hour of 60 minutes, and 80 % of the event."),
            keep_years=6,
        ),
        Preset(
            "apa",
            "APA",
            "CE credits",
            replace(_FULL, longest_gap_minutes=15, minimum_percent=None, step=Decimal(1)),
            "https://www.apa.org/ed/sponsor",
            Sentence("preset", "No partial credit, breaks do not count, an evaluation is needed."),
            Sentence("preset", "That 15 minutes on end may be missed is practice only."),
        ),
        Preset(
            "bacb",
            "BACB ACE",
            "Learning CEUs",
            replace(_FULL, unit_minutes=50, step=Decimal("0.5"), quiz=True, evaluation=False),
            "https://www.bacb.com/become-ace-provider",
            Sentence("preset", "Attendance is checked and learning assessed."),
            Sentence("preset", "50 minutes for 1 CEU, steps of 0.5, and all of the event."),
        ),
        Preset(
            "aswb",
            "ASWB ACE",
            "CE clock hours",
            _FULL,
            "https://www.aswb.org",
            Sentence(
                "preset", "The whole session, and a written evaluation before the certificate."
            ),
            Sentence("preset", "The boards of the states differ."),
        ),
        Preset(
            "nbcc",
            "NBCC ACEP",
            "NBCC clock hours",
            _FULL,
            "https://www.nbcc.org",
            Sentence("preset", "Clock hours, and an evaluation."),
            Sentence("preset", "All of it."),
        ),
        Preset(
            "iacet",
            "IACET CEU",
            "CEU",
            CreditRule(unit_minutes=600, step=Decimal("0.1")),
            "https://www.iacet.org",
            Sentence("preset", "10 hours of 60 minutes are 1 CEU, in steps of 0.1."),
            Sentence("preset", "80 % of the event."),
        ),
        Preset(
            "racgp",
            "RACGP CPD",
            "RACGP CPD hours",
            USUAL_RULE,
            "https://www.racgp.org.au",
            Sentence("preset", "Attendance is reported with the activity number."),
            Sentence("preset", "80 % of the event."),
        ),
    )
}


def preset_called(key: str, own: Iterable[Preset] = ()) -> Preset:
    """Return the preset of that key, or the own one of that name; raises ``Invalid``."""
    wanted = key.strip().casefold()
    named = {each.name.casefold(): each for each in own} | dict(PRESETS)
    if wanted not in named:
        says = UNKNOWN_PRESET.filled(preset=key, presets=", ".join(named))
        raise Invalid({"preset": says})
    return named[wanted]


def preset_of(rule: CreditRule, credit_type: str = "", own: Iterable[Preset] = ()) -> Preset | None:
    """Return the preset that asks for exactly this; of several the one for the type of credit."""
    alike = [each for each in (*own, *PRESETS.values()) if each.rule == rule]
    for_type = [each for each in alike if each.credit_type == credit_type]
    return next(iter((*for_type, *alike)), None)


def rule_of_event(event: EventDraft) -> CreditRule:
    """Return what an event asks for where a line of credit has no rule of its own."""
    preset = PRESETS.get(event.preset)
    usual = preset.rule if preset else USUAL_RULE
    return (event.rule or usual).with_minimum(event.minimum)


def with_rule(event: EventDraft, rule: CreditRule, preset: Preset | None = None) -> EventDraft:
    """Return the event with another rule; ``preset`` is what it began from, if that is new."""
    key = event.preset if preset is None else preset.key if preset.key in PRESETS else ""
    return replace(event, rule=rule, minimum=rule.minimum, preset=key)


def rule_for(event: EventDraft, line: CreditLine) -> CreditRule:
    """Return what a line of credit asks for."""
    return line.rule or rule_of_event(event)

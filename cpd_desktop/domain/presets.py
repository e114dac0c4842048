"""What accrediting bodies usually ask for, to start an event's rules from. Theirs are the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cpd_desktop.domain.attendance.credit_rules import USUAL_RULE, Award, Band, CreditRule
from cpd_desktop.domain.credit import DEFAULT_PERCENT
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

USUAL_YEARS = 7

UNKNOWN_PRESET = Sentence("preset", "There is no preset “{preset}”. There are: {presets}.")


@dataclass(frozen=True, slots=True)
class Preset:
    """A starting point; ``source`` says where it was read, or that it was not.

    ``checked_on`` is when the source was last looked at; ``keep_years`` how long proof is kept.
    """

    key: str
    name: str
    credit_type: str
    rule: CreditRule
    source: str
    checked_on: date = date(2026, 10, 1)
    keep_years: int = USUAL_YEARS

    @property
    def minimum_percent(self) -> int:
        """Return how much of the event has to be attended for all of the credit."""
        rule = self.rule
        if rule.longest_gap_minutes is not None:
            return 100
        bands = (band.percent for band in rule.bands)
        return rule.minimum_percent or max(bands, default=DEFAULT_PERCENT)


_FULL = CreditRule(minimum_percent=100, evaluation=True)

PRESETS = {
    preset.key: preset
    for preset in (
        Preset("cpd", "UK CPD hours", "CPD hours", USUAL_RULE, "usual practice, no binding rule"),
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
            "nasbaregistry.org: 50 minutes, rounding, 3 interactions; bands are practice",
            keep_years=5,
        ),
        Preset(
            "ama",
            "AMA PRA / ACCME",
            "AMA PRA Category 1 Credits",
            CreditRule(minimum_percent=None, minimum_minutes=15, award=Award.BY_MINUTES),
            "accme.org: credit as claimed; steps of 0.25 unverified",
            keep_years=6,
        ),
        Preset(
            "ancc",
            "ANCC contact hours",
            "contact hours",
            replace(USUAL_RULE, evaluation=True),
            "coloradonurses.org: evaluation; hour of 60 minutes and minimum unverified",
            keep_years=6,
        ),
        Preset(
            "apa",
            "APA",
            "CE credits",
            replace(_FULL, longest_gap_minutes=15, minimum_percent=None, step=Decimal(1)),
            "apa.org: no partial credit, evaluation; gaps up to 15 minutes are practice",
        ),
        Preset(
            "bacb",
            "BACB ACE",
            "Learning CEUs",
            replace(_FULL, unit_minutes=50, step=Decimal("0.5"), quiz=True, evaluation=False),
            "bacb.com: attendance and assessment; minimum and 50 minutes unverified",
        ),
        Preset("aswb", "ASWB ACE", "CE clock hours", _FULL, "full session; board rules differ"),
        Preset("nbcc", "NBCC ACEP", "NBCC clock hours", _FULL, "unverified"),
        Preset(
            "iacet",
            "IACET CEU",
            "CEU",
            CreditRule(unit_minutes=600, step=Decimal("0.1")),
            "iacet.org: 10 hours are 1 CEU, steps of 0.1; minimum unverified",
        ),
        Preset(
            "racgp", "RACGP CPD", "RACGP CPD hours", USUAL_RULE, "racgp.org.au; minimum unverified"
        ),
    )
}


def preset_called(key: str) -> Preset:
    """Return the preset; raises ``Invalid`` if there is none of the name."""
    found = PRESETS.get(key.strip().lower())
    if found is None:
        says = UNKNOWN_PRESET.filled(preset=key, presets=", ".join(PRESETS))
        raise Invalid({"preset": says})
    return found

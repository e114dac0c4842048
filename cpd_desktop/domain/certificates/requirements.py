"""What regulators want on a certificate, as data. Aids only: their current handbooks rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.events import EventFormat

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

# Nothing is a certificate without these, whoever asks for it.
ALWAYS: Final = ("person_name", "event_title", "provider_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What one body wants: fields of the certificate, and facts of each line of credit.

    ``advised`` is usual but does not stop anything; ``wording`` is how its statement reads.
    ``online`` and ``in_person`` are its terms for how the event was delivered.
    """

    fields: tuple[str, ...] = ()
    of_credit: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    advised: tuple[str, ...] = ()
    wording: str = ""
    online: str = "Live interactive webinar"
    in_person: str = "In person"
    within_days: int | None = None
    source: str = "usual practice"
    checked_on: date = date(2026, 10, 1)

    def delivery(self, form: EventFormat) -> str:
        """Return how the event was delivered, in the body's own terms."""
        if form is EventFormat.HYBRID:
            return f"{self.in_person} / {self.online}"
        return self.online if form is EventFormat.ONLINE else self.in_person

    def statement(self, provider: str, amount: Decimal) -> str:
        """Return how its statement usually reads; nothing if it has no usual one."""
        told = self.wording.replace("{provider}", provider)
        return told.replace("{amount}", f"{amount:f}")


USUAL: Final = Requirement()
_PROVIDER: Final = ("provider_number", "provider_contact")

REQUIREMENTS: Final[Mapping[str, Requirement]] = {
    "cpd": Requirement(
        advised=("objectives",), source="cpduk.co.uk: name, activity, date, hours, outcomes"
    ),
    "nasba": Requirement(
        fields=(
            "provider_address",
            "provider_number",
            "event_place",
            "delivery_method",
            "signatory_name",
            "credits",
            "accreditor_statement",
        ),
        of_credit=("category", "statement"),
        online="Group Internet Based",
        in_person="Group Live",
        within_days=60,
        wording="In accordance with the standards of the National Registry of CPE Sponsors, CPE "
        "credits have been granted based on a 50-minute hour.",
        source="nasbaregistry.org: what elements a certificate needs",
    ),
    "ama": Requirement(
        fields=("credits", "delivery_method", "accreditor_statement"),
        of_credit=("statement",),
        online="Live internet activity",
        in_person="Live activity",
        wording="{provider} designates this live activity for a maximum of {amount} AMA PRA "
        "Category 1 Credits™.",
        source="accme.org, AMA designation statement",
    ),
    "ancc": Requirement(
        fields=("credits", "accreditor_statement"),
        of_credit=("statement",),
        advised=("activity_number",),
        source="coloradonurses.org; details unverified",
    ),
    "apa": Requirement(
        fields=("credits", "delivery_method", "accreditor_statement"),
        of_credit=("statement",),
        wording="{provider} is approved by the American Psychological Association to sponsor "
        "continuing education for psychologists. {provider} maintains responsibility for this "
        "program and its content.",
        source="apa.org/ed/sponsor",
    ),
    "bacb": Requirement(
        fields=("person_licence", "provider_number", "credits"),
        of_credit=("category",),
        categories=("Learning", "Ethics", "Supervision"),
        advised=("instructors",),
        source="certs.ceulab.com, bacb.com",
    ),
    "aswb": Requirement(
        fields=("provider_number", "credits", "delivery_method"),
        advised=("instructors", "accreditor_statement"),
        source="aswb.org, mn.gov; boards differ, details unverified",
    ),
    "nbcc": Requirement(
        fields=("provider_number", "credits", "accreditor_statement"),
        of_credit=("statement",),
        source="forms of NBCC providers; unverified",
    ),
    "iacet": Requirement(
        fields=("credits", "accreditor_statement"),
        of_credit=("statement",),
        source="iacet.org; details unverified",
    ),
    "racgp": Requirement(
        fields=("person_licence", "activity_number", "credits"),
        of_credit=("activity_number",),
        source="racgp.org.au, provider handbook",
    ),
}
# Whoever names an accreditor claims an approval, which others must be able to look up.
ACCREDITED: Final = Requirement(of_credit=("statement",), advised=_PROVIDER)


def requirement_of(preset: str) -> Requirement:
    """Return what the body of a preset wants; without one, what is usual."""
    return REQUIREMENTS.get(preset, USUAL)

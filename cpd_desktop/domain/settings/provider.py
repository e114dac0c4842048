"""What the person says of who offers the events, and stands on papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from cpd_desktop.domain.settings.section import Section, setting
from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class Provider(Section):
    """Who offers the events."""

    name: ClassVar[str] = "provider"
    label: ClassVar[Sentence] = Sentence("settings", "You as a provider")

    provider: str = setting(
        "",
        Sentence("settings", "Name"),
        help=Sentence("settings", "The name that people know you by; it stands on certificates."),
        longest=200,
    )
    address: str = setting("", Sentence("settings", "Address"), lines=3)
    contact: str = setting("", Sentence("settings", "Contact e-mail"), longest=254)
    number: str = setting(
        "",
        Sentence("settings", "Provider number"),
        help=Sentence("settings", "Under which your accreditor knows you."),
        longest=100,
    )
    website: str = setting("", Sentence("settings", "Website"), longest=300)


@dataclass(frozen=True, slots=True)
class Signatory(Section):
    """Who signs certificates; the picture is named by its SHA-256 among the kept files."""

    name: ClassVar[str] = "signatory"
    label: ClassVar[Sentence] = Sentence("settings", "Who signs")

    person: str = setting("", Sentence("settings", "Name"), longest=200)
    title: str = setting("", Sentence("settings", "Title"), longest=200)
    picture: str = setting("", Sentence("settings", "Picture of the signature"), hidden=True)


@dataclass(frozen=True, slots=True)
class Certificates(Section):
    """How certificates are numbered and worded."""

    name: ClassVar[str] = "certificates"
    label: ClassVar[Sentence] = Sentence("settings", "Certificates")

    pattern: str = setting(
        "CPD-{year}-{number:06}",
        Sentence("settings", "Numbers"),
        help=Sentence(
            "settings",
            "Such as CPD-{year}-{number:06}. Numbers given before stay as they are.",
        ),
        longest=40,
        numbers=True,
    )
    language: str = setting(
        "",
        Sentence("settings", "Language of dates, such as en-GB"),
        help=Sentence("settings", "Empty: as the template says."),
        longest=20,
    )
    months: int = setting(
        0,
        Sentence("settings", "Months until a certificate expires"),
        help=Sentence("settings", "0: it does not expire."),
        highest=600,
    )
    verify_address: str = setting(
        "",
        Sentence("settings", "Address of your page for verifying"),
        help=Sentence(
            "settings", "Begins with https://. The code on certificates leads there if it is set."
        ),
        longest=200,
        secure=True,
    )
    time_stamps: str = setting(
        "",
        Sentence("settings", "Address of a time stamp service (RFC 3161)"),
        help=Sentence(
            "settings",
            "Empty: nobody is asked. It is told a hash of each certificate, when you add stamps.",
        ),
        longest=200,
        service=True,
    )
    template: str = setting("attendance", Sentence("settings", "Usual template"), hidden=True)


@dataclass(frozen=True, slots=True)
class Billing(Section):
    """What stands on invoices beside the provider, and how tax is counted."""

    name: ClassVar[str] = "billing"
    label: ClassVar[Sentence] = Sentence("settings", "Invoices")

    tax_number: str = setting("", Sentence("settings", "Your tax number"), longest=50)
    tax: int = setting(
        0,
        Sentence("settings", "Tax rate"),
        help=Sentence("settings", "0: without tax."),
        percent=True,
        highest=10_000,
    )
    inclusive: bool = setting(True, Sentence("settings", "Prices contain the tax"))
    exempt_note: str = setting(
        "",
        Sentence("settings", "Why there is no tax"),
        help=Sentence("settings", "Stands on invoices without tax."),
        lines=2,
    )
    days: int = setting(14, Sentence("settings", "Days to pay"), highest=365)
    bank_details: str = setting(
        "",
        Sentence("settings", "Bank account"),
        help=Sentence("settings", "Stands on invoices and in reminders."),
        lines=3,
    )
    language: str = setting(
        "en",
        Sentence("settings", "Language of invoices"),
        choices=(
            ("en", Sentence("settings", "English")),
            ("de", Sentence("settings", "German")),
        ),
    )

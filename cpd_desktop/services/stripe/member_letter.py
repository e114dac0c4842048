"""The mails that bring somebody the page on which a membership begins, or is looked after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.changes import Done
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.domain.settings import Mail, Provider
from cpd_desktop.domain.stripe.objects import Period
from cpd_desktop.services.messages.personal import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.messages.personal import PersonalMail, Way
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.stripe.memberships import Memberships
    from cpd_desktop.services.stripe.rows import KeptOffer

# Only fields hold what people typed, so that no name is read as layout.
BEGIN: Final = {
    "en": MailText(
        "Your membership: {{ why }}",
        "Hello {{ name }},\n\nhere is the page on which your membership begins:\n\n"
        "**{{ why }}**\n\nPrice: {{ price }}\n\n[Go to the page]({{ payment_link }})\n\n"
        "The page is open for one day. Nothing is charged before you agree there.\n\n"
        "{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
    "de": MailText(
        "Ihre Mitgliedschaft: {{ why }}",
        "Guten Tag {{ name }},\n\nhier ist die Seite, auf der Ihre Mitgliedschaft beginnt:\n\n"
        "**{{ why }}**\n\nPreis: {{ price }}\n\n[Zur Seite]({{ payment_link }})\n\n"
        "Die Seite ist einen Tag lang offen. Erst wenn Sie dort zustimmen, wird etwas berechnet."
        "\n\n{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
}
PORTAL: Final = {
    "en": MailText(
        "Your membership",
        "Hello {{ name }},\n\nhere you can see your membership and its invoices, change how you"
        " pay, or end it:\n\n[Go to the page]({{ payment_link }})\n\n"
        "Sign in there with the address {{ email }}; you are sent a link.\n\n"
        "{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
    "de": MailText(
        "Ihre Mitgliedschaft",
        "Guten Tag {{ name }},\n\nhier sehen Sie Ihre Mitgliedschaft und die Rechnungen, ändern"
        " die Zahlungsart oder beenden sie:\n\n[Zur Seite]({{ payment_link }})\n\n"
        "Melden Sie sich dort mit der Adresse {{ email }} an; Sie bekommen einen Link.\n\n"
        "{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
}
EACH: Final[Mapping[str, Mapping[Period, tuple[str, str]]]] = {
    "en": {
        Period.DAY: ("each day", "every {count} days"),
        Period.WEEK: ("each week", "every {count} weeks"),
        Period.MONTH: ("each month", "every {count} months"),
        Period.YEAR: ("each year", "every {count} years"),
    },
    "de": {
        Period.DAY: ("jeden Tag", "alle {count} Tage"),
        Period.WEEK: ("jede Woche", "alle {count} Wochen"),
        Period.MONTH: ("jeden Monat", "alle {count} Monate"),
        Period.YEAR: ("jedes Jahr", "alle {count} Jahre"),
    },
}


@dataclass(frozen=True, slots=True)
class MemberLetters:
    """Sends people to pages of Stripe; a place on an event they need not have. All may wait."""

    memberships: Memberships
    mail: PersonalMail
    settings: Settings

    def begin(self, person: int, offer: int) -> Done[Message]:
        """Make the mail with the page on which a membership begins.

        Before Stripe is asked it is sure that somebody can be written to. Raises as
        ``PersonalMail.way_to`` and ``Memberships.page``.
        """
        way = self.mail.way_to(person)
        page = self.memberships.page(person, offer)
        sold = self.memberships.offers.get(self.memberships.account.own(), offer)
        language = self._language
        told = {"why": sold.name, "price": _price(sold, language), "payment_link": page.value.url}
        made = self._write(way, page.value.page, BEGIN[language], told)
        return Done(made.value, page.changes.merged(made.changes))

    def portal(self, person: int) -> Done[Message]:
        """Make the mail with the page on which somebody looks after their membership.

        A page opened for somebody closes within minutes, so the mail leads to the one on which
        members sign in; it is made once a day at most. Raises as ``PersonalMail.way_to`` and
        ``Memberships.sign_in_page``.
        """
        way = self.mail.way_to(person)
        page = self.memberships.sign_in_page(person)
        document = f"members' page {self.mail.clock.now():%Y-%m-%d}"
        return self._write(way, document, PORTAL[self._language], {"payment_link": page})

    @property
    def _language(self) -> str:
        chosen = self.settings.get(Mail).language
        return chosen if chosen in BEGIN else "en"

    def _write(
        self, way: Way, document: str, text: MailText, told: Mapping[str, str]
    ) -> Done[Message]:
        provider = self.settings.get(Provider).provider
        values = {"provider": provider, **told}
        return self.mail.write(
            way, Words(Purpose.PAYMENT, document, text, self._language, values)
        )  # fmt: skip


def _price(sold: KeptOffer, language: str) -> str:
    if sold.rhythm is None:
        return str(sold.price)
    once, often = EACH[language][sold.rhythm.period]
    count = sold.rhythm.every
    return f"{sold.price} {once if count == 1 else often.format(count=count)}"

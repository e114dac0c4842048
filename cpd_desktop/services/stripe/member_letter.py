"""The mail that brings somebody the page on which a membership begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.messages.preparing import Wanted
    from cpd_desktop.services.person_history import PastPlace
    from cpd_desktop.services.stripe.checkout import OpenPage
    from cpd_desktop.services.stripe.rows import KeptOffer

NO_EVENT = Sentence("stripe", "{name} has no place on an event, and mail goes to people of events.")
COPY = Sentence("stripe", "Copy the address of the page and send it yourself.")

# Only fields hold what people typed, so that no name is read as layout.
TEXTS: Final = {
    "en": MailText(
        "Your membership: {{ why }}",
        "Hello {{ name }},\n\nhere is the page on which your membership begins:\n\n"
        "**{{ why }}**\n\nPrice: {{ price }}\n\n[Go to the page]({{ join_link }})\n\n"
        "The page is open for one day. Nothing is charged before you agree there.\n\n"
        "{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
    "de": MailText(
        "Ihre Mitgliedschaft: {{ why }}",
        "Guten Tag {{ name }},\n\nhier ist die Seite, auf der Ihre Mitgliedschaft beginnt:\n\n"
        "**{{ why }}**\n\nPreis: {{ price }}\n\n[Zur Seite]({{ join_link }})\n\n"
        "Die Seite ist einen Tag lang offen. Erst wenn Sie dort zustimmen, wird etwas berechnet."
        "\n\n{% if provider %}\n{{ provider }}\n{% endif %}\n",
    ),
}


def place_of(name: str, places: Sequence[PastPlace]) -> PastPlace:
    """Return the latest place of somebody, to which a mail belongs; raises ``NotAllowed``."""
    found = next((each for each in places if not each.trashed), None)
    if found is None:
        raise NotAllowed(NO_EVENT.filled(name=name), COPY)
    return found


def letter(page: OpenPage, offer: KeptOffer, place: PastPlace, language: str) -> Wanted:
    """Return the mail with the page, to be prepared."""
    from cpd_desktop.services.messages.preparing import Wanted

    told = {"why": offer.name, "price": str(offer.price), "join_link": page.url}
    known = language if language in TEXTS else "en"
    return Wanted(
        event=place.event_id,
        purpose=Purpose.MESSAGE,
        to=[place.registration_id],
        language=known,
        text=TEXTS[known],
        document=page.page,
        more={place.registration_id: told},
    )

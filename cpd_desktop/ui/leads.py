"""Where the words of the trade lead: parts of pages that the palette finds beside the commands."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.command_palette import Found
from cpd_desktop.ui.matching import folded
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

_BETWEEN: Final = re.compile(r"[,.:]")
_PAGES: Final = {
    "events": Sentence("leads", "Events"),
    "people": Sentence("leads", "People"),
    "certificates": Sentence("leads", "Certificates"),
    "outbox": Sentence("leads", "Outbox"),
    "billing": Sentence("leads", "Billing"),
    "settings": Sentence("leads", "Settings"),
}


class Lead(NamedTuple):
    """A part of a page, with the words under which somebody would look for it."""

    page: str
    part: str
    title: Sentence
    words: Sentence


LEADS: Final = (
    Lead(
        "certificates", "templates",
        Sentence("leads", "Certificate templates"),
        Sentence("leads", "design layout logo picture editor print"),
    ),
    Lead(
        "certificates", "verify",
        Sentence("leads", "Verify a certificate"),
        Sentence("leads", "check genuine QR code signature badge"),
    ),
    Lead(
        "certificates", "register",
        Sentence("leads", "Register of certificates"),
        Sentence("leads", "issued revoke replace badge print PDF export CSV statement"),
    ),
    Lead(
        "settings", "mail",
        Sentence("leads", "Words of mails"),
        Sentence("leads", "templates texts wording language reminders unsubscribed news test mode"),
    ),
    Lead(
        "settings", "accounts",
        Sentence("leads", "Accounts: Zoom, e-mail and Stripe"),
        Sentence("leads", "mail password login sign in SMTP connect connection keys API"),
    ),
    Lead(
        "settings", "provider",
        Sentence("leads", "You as a provider"),
        Sentence("leads", "name address logo accreditation organisation"),
    ),
    Lead(
        "settings", "signatory",
        Sentence("leads", "Who signs"),
        Sentence("leads", "signature handwritten certificates"),
    ),
    Lead(
        "settings", "keys",
        Sentence("leads", "Signing keys"),
        Sentence("leads", "signature password backups"),
    ),
    Lead(
        "settings", "certificates",
        Sentence("leads", "How certificates are numbered and shown"),
        Sentence("leads", "numbers pattern language"),
    ),
    Lead(
        "settings", "billing",
        Sentence("leads", "Invoices, tax and currency"),
        Sentence("leads", "VAT rate number receipts bank account terms"),
    ),
    Lead(
        "settings", "calendar",
        Sentence("leads", "Calendar file to subscribe to"),
        Sentence("leads", "ICS iCal feed Outlook Google"),
    ),
    Lead(
        "settings", "zoom",
        Sentence("leads", "What is done at Zoom"),
        Sentence("leads", "meetings send watch"),
    ),
    Lead(
        "settings", "appearance",
        Sentence("leads", "Appearance"),
        Sentence("leads", "dark light colours colors theme"),
    ),
    Lead(
        "settings", "backups",
        Sentence("leads", "Backups"),
        Sentence("leads", "restore copies daily recover"),
    ),
    Lead(
        "settings", "secrets",
        Sentence("leads", "Secrets"),
        Sentence("leads", "passwords vault passphrase keychain keys"),
    ),
    Lead(
        "settings", "records",
        Sentence("leads", "Keeping records"),
        Sentence("leads", "retention delete erase years privacy"),
    ),
    Lead(
        "settings", "updates",
        Sentence("leads", "Updates"),
        Sentence("leads", "new version release"),
    ),
    Lead(
        "settings", "moving",
        Sentence("leads", "Move to another computer"),
        Sentence("leads", "transfer export restore"),
    ),
    Lead(
        "settings", "help",
        Sentence("leads", "Check everything, and help"),
        Sentence("leads", "doctor problems support log version about"),
    ),
    Lead(
        "billing", "owing",
        Sentence("leads", "Who owes"),
        Sentence("leads", "invoices reminders unpaid open due payment"),
    ),
    Lead(
        "billing", "orders",
        Sentence("leads", "Orders and invoices"),
        Sentence("leads", "receipts credit notes print PDF"),
    ),
    Lead(
        "billing", "refunds",
        Sentence("leads", "Refunds"),
        Sentence("leads", "money back credit"),
    ),
    Lead(
        "billing", "payments",
        Sentence("leads", "Payments"),
        Sentence("leads", "received bank cash card receipts CSV"),
    ),
    Lead(
        "billing", "members",
        Sentence("leads", "Memberships"),
        Sentence("leads", "members subscriptions renew"),
    ),
    Lead(
        "outbox", "came back",
        Sentence("leads", "Mail that came back"),
        Sentence("leads", "bounces bounced undelivered returned answers"),
    ),
    Lead(
        "people", "duplicates",
        Sentence("leads", "Possible duplicates"),
        Sentence("leads", "merge same person twice double"),
    ),
    Lead(
        "events", "trash",
        Sentence("leads", "Trash"),
        Sentence("leads", "deleted events restore bring back"),
    ),
    Lead(
        "events", "register",
        Sentence("leads", "Register people for the event that is open"),
        Sentence("leads", "import list CSV Excel waitlist waiting line codes discount check-in"),
    ),
    Lead(
        "events", "plan",
        Sentence("leads", "Plan of the event that is open"),
        Sentence("leads", "price early capacity speakers sessions credit questions language"),
    ),
    Lead(
        "events", "attendance",
        Sentence("leads", "Attendance at the event that is open"),
        Sentence("leads", "report Zoom CSV who came minutes results"),
    ),
    Lead(
        "events", "send",
        Sentence("leads", "Mail of the event that is open"),
        Sentence("leads", "reminders write message send confirmation"),
    ),
)  # fmt: skip


def leads(typed: str, go: Callable[..., None]) -> list[Found]:
    """Return the parts of pages of which each typed part begins a word, first those called so."""
    parts = _words(typed)
    called, about = [], []
    for each in LEADS if parts else ():
        title, words = in_words(each.title), in_words(each.words)
        run = partial(go, each.page, None, each.part)
        found = Found(title, in_words(_PAGES[each.page]), each.page, run)
        if _begin(parts, title):
            called.append(found)
        elif _begin(parts, f"{title} {words}"):
            about.append(found)
    return [*called, *about]


def _begin(parts: list[str], text: str) -> bool:
    known = _words(text)
    return all(any(word.startswith(part) for word in known) for part in parts)


def _words(text: str) -> list[str]:
    return _BETWEEN.sub(" ", folded(text)).split()
